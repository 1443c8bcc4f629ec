"""A Wagtail page with nothing around it, for the measurements: what any page costs at least."""
