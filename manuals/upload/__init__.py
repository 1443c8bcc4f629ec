"""The import screens of the admin: a file is shown as it was understood, and imported once that is confirmed."""
