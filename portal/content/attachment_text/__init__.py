"""The text inside of uploaded files: read in a process of its own, mended, kept beside the document.

`text_changed` is sent with `document`, inside the transaction of the change, when what `records.text_of` gives for it
becomes another: read for the first time, read anew, or gone because the file was replaced. Whoever indexes pages
listens, and looks again at the pages that attach the document.
"""

from django.dispatch import Signal

text_changed = Signal()
