"""What every installation shares; secure as it stands, `development` and `test` relax it."""

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from portal.plugins.discovery import installed_apps

from .env import BASE_DIR, data_dir, env
from .limits import (  # noqa: F401
    API_SEARCH_RATE,
    API_SUGGEST_RATE,
    CACHES,
    PAGE_CACHE_MEGABYTES,
    PAGE_PARTS_MEGABYTES,
    PUBLIC_FORM_RATE,
    RATELIMIT_FAIL_OPEN,
    SEARCH_PAGE_RATE,
)
from .mail import DEFAULT_FROM_EMAIL, EMAIL_BACKEND, EMAIL_TIMEOUT, SERVER_EMAIL  # noqa: F401
from .search import SEARCH_API_KEY, SEARCH_CA_CERTS, SEARCH_PASSWORD, SEARCH_URL, SEARCH_USER  # noqa: F401

DATA_DIR = data_dir()
DATA_DIR.mkdir(mode=0o750, parents=True, exist_ok=True)  # the database: not for every user of the machine

DEBUG = False
SITE_ID = 1
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

PORTAL_PLUGINS = env.list("PORTAL_PLUGINS", default=["manuals", "innovations"])

INSTALLED_APPS = [
    "portal",
    "portal.caching",
    "portal.plugins",
    "portal.accounts",
    "portal.admin_search",
    "portal.content",
    "portal.mail",
    "portal.counting",
    "portal.citing",
    "portal.feedback",
    "home",
    "search",
    "portal.directory",
    "portal.subscriptions",
    "portal.statistics",
    "portal.links",
    "portal.offline",
    *installed_apps(PORTAL_PLUGINS),
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.embeds",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtailmedia",
    "taggit",
    "post_office",
    "import_export",
    "axes",
    "csp",
    "django_htmx",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.caching.middleware.PageCacheMiddleware",  # before all that costs something
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.offline.keeping.NothingPersonalIsKept",  # outside of everything that sets a cookie
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "portal.digits.DigitsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.redirects.RedirectMiddleware",
    "portal.plugins.gate.RemovedPageGate",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.context.site_furniture",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'portal.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        transaction_mode="IMMEDIATE",  # several processes write: take the lock first, wait, never fail half way
        timeout=20,
        init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    )
DATABASES["default"].setdefault("CONN_MAX_AGE", 60)  # seconds; opening SQLite anew costs as much as a small page
DATABASES["default"].setdefault("CONN_HEALTH_CHECKS", DATABASES["default"]["ENGINE"].endswith("postgresql"))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
AXES_RESET_ON_SUCCESS = True
LOGIN_URL = "sign_in"
PASSWORD_RESET_TIMEOUT = 7 * 24 * 60 * 60  # seconds; schools read their letters once a week

LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
TIME_ZONE = "Asia/Bangkok"
USE_I18N = True
USE_TZ = True
# The first folder wins: our own catalogue, then what Wagtail's editors see and Wagtail has not translated.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "overlay"]
FORMAT_MODULE_PATH = ["portal.formats"]

# Django by itself keeps silent about errors unless it may mail them. Here the journal of the server has them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain"},
        "quiet": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},  # a page that is not there is no news
        "post_office": {"handlers": ["quiet"], "propagate": False},  # portal.mail says what could not be sent
    },
}

STATIC_URL = "/static/"
STATICFILES_DIRS = [("handbook", BASE_DIR / "docs" / "pictures")]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
PRIVATE_FILES_ROOT = DATA_DIR / "private"  # documents: some collections are for few
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a work process with its steps and branches is a long form
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024  # bytes, without files
FILE_UPLOAD_PERMISSIONS = 0o640

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"  # Wagtail lifts it for its own preview
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ["/admin/"],  # Wagtail's editor has inline styles
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")
}

# Manual pages that visitors open are kept on their devices. Off: what is kept there is removed at their next visit.
OFFLINE_READING = env.bool("OFFLINE_READING", default=True)

WAGTAIL_SITE_NAME = "คลังความรู้งานนิเทศ"
WAGTAILADMIN_BASE_URL = env.str("PORTAL_BASE_URL", default="http://127.0.0.1:8000")
WAGTAILIMAGES_IMAGE_MODEL = "content.PortalImage"
WAGTAILDOCS_DOCUMENT_MODEL = "content.PortalDocument"
WAGTAILMEDIA = {  # what browsers play
    "MEDIA_MODEL": "content.PortalMedia",
    "AUDIO_EXTENSIONS": ["mp3", "m4a", "ogg", "wav"],
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
}
WAGTAILADMIN_USER_LOGIN_FORM = "portal.accounts.forms.SignInForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.content.documents_admin.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 50 * 1024 * 1024  # bytes
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "ods", "pdf", "pptx", "txt", "xlsx", "zip"]
TASKS = {"default": {"BACKEND": "portal.content.tasks.PortalTasks"}}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.admin_search.backend", "ATOMIC_REBUILD": False}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.content.approved.publish_approved"
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["bold", "link", "document-link", "ol", "ul"]},
    }
}
TAGGIT_CASE_INSENSITIVE = True
