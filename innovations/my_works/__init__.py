"""My works: where contributors write, send and follow their works, and see nothing else of the CMS."""
