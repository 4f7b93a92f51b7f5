"""Settings from the environment only; production fails loudly when a value is missing."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)
VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
SECRET_KEY = env.str("SECRET_KEY")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# On without TLS in front, only where the one who starts the server says so (demo, tests).
INSECURE_HTTP = env.bool("INSECURE_HTTP", default=False)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.admin",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "simple_history",
    # The rooms, from the ground floor up: this order is also the order in which a folder is read.
    "finsam",
    "styrelse",
    "insatser",
    "ekonomi",
    "uppfoljning",
    "finsam.rapporter",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "finsam.sessioner.SessionslangdMiddleware",
    "finsam.enhet.EnhetMiddleware",
    "finsam.inloggning.middleware.InloggningMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "finsam.inloggning.middleware.TvastegMiddleware",
    "finsam.inloggning.middleware.GranskareMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
]

ROOT_URLCONF = "finsam.urls"
WSGI_APPLICATION = "finsam.wsgi.application"
FORM_RENDERER = "finsam.rendering.Formularvisning"
DJANGO_TABLES2_TEMPLATE = "components/tabell.html"
# The level is the class of the notice (components/notis.html).
MESSAGE_TAGS = {10: "info", 20: "info", 25: "ok", 30: "varning", 40: "fel"}

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
                "finsam.permissions.rattigheter",
                "finsam.meny.skal",
            ],
        },
    }
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'finsam.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "finsam.Anvandare"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "finsam:start"
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_ADAPTER = "finsam.inloggning.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# The administrator who invites a person vouches for the address.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
# On top of allauth's own limits on login: reports that need no login (views/om.py), and guesses
# at a survey's links (uppfoljning/views/enkatsvar.py).
ACCOUNT_RATE_LIMITS = {
    "tillganglighet": "5/h/ip",
    "enkat": "30/10m/ip",
    "kalender": "60/10m/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Finsam"
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = INSECURE_HTTP
MFA_FORMS = {
    "activate_totp": "finsam.inloggning.forms.NyAppForm",
    "add_webauthn": "finsam.inloggning.forms.NyPassnyckelForm",
    "edit_webauthn": "finsam.inloggning.forms.PassnyckelForm",
}
# Roles that must log in by two steps: those who keep the books, decide or let others in.
MFA_KRAVS_FOR = env.list(
    "MFA_KRAVS_FOR",
    default=[] if INSECURE_HTTP else ["ekonom", "forbundschef", "administrator"],
)

# The database itself refuses to change the history (finsam/triggers.py).
HISTORIK_SKYDDAD = True

# Without an address of a mail server nothing is sent, and the pages say so.
SKICKAR_EPOST = "EMAIL_URL" in env.ENVIRON
if SKICKAR_EPOST:
    vars().update(env.email_url("EMAIL_URL"))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
# Seconds. A mail server that does not answer must not hold a page or a round of reminders.
EMAIL_TIMEOUT = 10
ACCOUNT_EMAIL_NOTIFICATIONS = SKICKAR_EPOST
# Where people reach the product, "https://finsam.example": for links in letters sent by commands.
WEBBADRESS = env.str("WEBBADRESS", default="").rstrip("/")
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="finsam@localhost")

# No LocaleMiddleware and one language: an English browser must not turn dates around.
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska")]
TIME_ZONE = "Europe/Stockholm"
# Years and keys are numbers too: only finsam/typografi.py groups thousands, where it is asked to.
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "filer"
# A body larger than any file that a page takes in is turned away before it is read.
FILE_UPLOAD_HANDLERS = [
    "finsam.uppladdningsgrans.Gransvakt",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Names that carry a hash of the content, so that a browser may keep every file for good.
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN if DEBUG else HASHED},
}

# In the database, so that the limits on login attempts count over all workers and hosts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "finsam_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# A session ends after an hour at rest, and after a working day however busy (sessioner.py).
SESSION_COOKIE_AGE = 60 * 60
SESSION_ABSOLUTE_AGE = 10 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"

# How long a pack kept for reading without net stays on a device that does not meet the server.
# It is readable after the session has ended: long enough for papers sent ten days before the
# meeting and read on the way to it, short for a tablet that was left on a train.
LASNING_UTAN_NAT_DAGAR = env.int("LASNING_UTAN_NAT_DAGAR", default=14)
CSRF_COOKIE_HTTPONLY = True

if not (DEBUG or INSECURE_HTTP):
    # __Host-: sent over TLS, to this host only, whatever a neighbouring host tries to set.
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^halsa/$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    if env.bool("BEHIND_PROXY", default=False):
        # Only where a proxy of one's own always sets the header: others could send it too.
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
