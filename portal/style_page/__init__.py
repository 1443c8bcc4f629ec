"""`/_style/`: all components on one page while one works on the portal, drawn by the real templates."""
