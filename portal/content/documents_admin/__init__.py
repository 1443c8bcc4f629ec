"""The admin's screens of documents: Wagtail's own, which also say whether the text of a file was found."""
