"""What follows a change of a page or a registry."""


def connect() -> None:
    """Connect the receivers; done once, when the apps are ready."""
