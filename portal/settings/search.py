"""Which engine searches: one address chooses it, credentials stand beside it. A contradiction stops the start."""

from django.core.exceptions import ImproperlyConfigured

from search.address import Credentials, engine_address

from .env import data_dir, env

SEARCH_URL = env.str("SEARCH_URL", default="") or "embedded://"
SEARCH_USER = env.str("SEARCH_USER", default="")
SEARCH_PASSWORD = env.secret("SEARCH_PASSWORD")
SEARCH_API_KEY = env.secret("SEARCH_API_KEY")
SEARCH_CA_CERTS = env.str("SEARCH_CA_CERTS", default="")

try:
    engine_address(SEARCH_URL, data_dir(), Credentials(SEARCH_USER, SEARCH_PASSWORD, SEARCH_API_KEY, SEARCH_CA_CERTS))
except ValueError as error:
    raise ImproperlyConfigured(str(error)) from error
