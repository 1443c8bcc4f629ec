"""How often one address may ask the search or send a form, where that is counted, and how much is kept in memory."""

import re

from django.core.exceptions import ImproperlyConfigured

from .env import env

# Each process keeps its own counts unless there is a cache that all share: with two workers the limits double.
CACHES = {
    "default": env.cache_url("CACHE_URL")
    if env.str("CACHE_URL", default="")
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 20_000}}
}
# Of memory in each process, for pages that are made once and served many times. 0 keeps none.
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", default=64)
# The same for the parts of pages, which people who are signed in are served with too.
PAGE_PARTS_MEGABYTES = env.int("PAGE_PARTS_MEGABYTES", default=32)
RATELIMIT_FAIL_OPEN = True  # a cache that is down must not stop the search

API_SEARCH_RATE = env.str("API_SEARCH_RATE", default="120/m")
API_SUGGEST_RATE = env.str("API_SUGGEST_RATE", default="600/m")
SEARCH_PAGE_RATE = env.str("SEARCH_PAGE_RATE", default="300/m")

PUBLIC_FORM_RATE = env.str("PUBLIC_FORM_RATE", default="30/h")

for _rate in (API_SEARCH_RATE, API_SUGGEST_RATE, SEARCH_PAGE_RATE, PUBLIC_FORM_RATE):
    if not re.fullmatch(r"[0-9]{1,6}/[smhd]", _rate):
        raise ImproperlyConfigured(
            f"{_rate!r} is no rate. API_SEARCH_RATE, API_SUGGEST_RATE, SEARCH_PAGE_RATE and PUBLIC_FORM_RATE are "
            "a number and a period: 120/m is 120 times a minute."
        )
