"""How the office's settings are edited: the accent colour on a circle of hues, the front page in order."""
