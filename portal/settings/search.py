"""Which engine searches: one address chooses it."""

from .env import env

SEARCH_URL = env.str("SEARCH_URL", default="database://")
