"""The handbook and the one-page guides of docs/, readable where people need them."""
