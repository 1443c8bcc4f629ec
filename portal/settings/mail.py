"""Letters wait in the database, and are sent by the timer: see `portal.mail`."""

from datetime import timedelta
from typing import Any

from .env import env

EMAIL_BACKEND = "post_office.EmailBackend"  # what Django sends itself waits in the same queue
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 20  # seconds


def post_office(backend: str) -> dict[str, Any]:
    """The queue before a backend that really sends."""
    return {
        "BACKENDS": {"default": backend},
        "DEFAULT_PRIORITY": "medium",
        "MAX_RETRIES": 8,
        "RETRY_INTERVAL": timedelta(minutes=1),  # portal.mail.letters makes it longer from try to try
        "MESSAGE_ID_ENABLED": True,
        "MESSAGE_ID_FQDN": DEFAULT_FROM_EMAIL.rpartition("@")[2].rstrip(">") or "localhost",
        "LOG_LEVEL": 1,  # failures
        "BATCH_DELIVERY_TIMEOUT": 180,
        "THREADS_PER_PROCESS": 2,
    }


def sent_through(default: str) -> dict[str, Any]:
    """The settings that EMAIL_URL stands for: EMAIL_HOST and its kin, and the queue before them."""
    read = dict(env.email("EMAIL_URL", default=default))
    return {**read, "EMAIL_BACKEND": EMAIL_BACKEND, "POST_OFFICE": post_office(read["EMAIL_BACKEND"])}
