"""What people ask and what they do not find, for those who teach the search."""
