"""What gunicorn reads by itself wherever it starts the portal."""

# A pasted question of 5,000 Thai letters is an address of 45,000: the results page cuts it and says so.
limit_request_line = 0
