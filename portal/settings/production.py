"""For an office's server. A missing secret or host name stops the start."""

from .base import *  # noqa: F403
from .env import env
from .mail import sent_through

SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=False)  # behind nginx or Caddy, let that serve /media/
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    AXES_CLIENT_IP_CALLABLE = "portal.accounts.client_address.behind_proxy"

globals().update(sent_through("smtp://localhost:25"))  # EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER ...
