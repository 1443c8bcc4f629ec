"""Pictures of the portal, taken by a script from a throw-away demo: `make screenshots`."""
