"""Works of the demo that are not published: drafts, and where each step of the review has one."""
