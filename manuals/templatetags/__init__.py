"""What the pages of manuals are built with."""
