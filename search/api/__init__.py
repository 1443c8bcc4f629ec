"""The search for programs: JSON, described by OpenAPI, the same answers as on the results page."""
