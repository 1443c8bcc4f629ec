"""Anonymous pages kept in memory: made once, served many times, and forgotten by every process after any change."""
