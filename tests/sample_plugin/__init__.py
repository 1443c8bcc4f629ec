"""A whole tiny plugin as a package of its own: what docs/plugins.md builds step by step, and what the tests install."""
