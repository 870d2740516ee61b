"""All settings, read once from the environment or from `.env`; docs/configuration.md describes each."""

import os
import secrets
import sys
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import available_timezones

import environ
from django.core.exceptions import ImproperlyConfigured

from trainingcenter import access

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
if os.environ.get("READ_DOT_ENV", "true").lower() not in ("false", "0", "no"):
    env.read_env(BASE_DIR / ".env")

DATA_DIR = Path(env("DATA_DIR", default=str(BASE_DIR / "data"))).expanduser()
if not DATA_DIR.is_absolute():
    DATA_DIR = BASE_DIR / DATA_DIR
try:
    DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
except OSError as error:
    sys.exit(f"DATA_DIR is {DATA_DIR}, where no folder can be made ({error.strerror}). Set it to one that can.")


def _whole(name, default):
    """Return a whole number. One that is none ends the start here: the checks come only after the settings."""
    try:
        return env.int(name, default=default)
    except ValueError:
        sys.exit(f"{name} is “{env(name)}”. Set it to a whole number, such as {default}.")


def _share(name, default):
    """Return a number such as 0.85. One that is none ends the start here: the checks come only after the settings."""
    try:
        return env.float(name, default=default)
    except ValueError:
        sys.exit(f"{name} is “{env(name)}”. Set it to a number, such as {default}.")


def _yes(name, default):
    """Return whether a setting is on; a word that is neither yes nor no ends the start here."""
    word = env(name, default=str(default)).strip().lower()
    if word not in env.BOOLEAN_TRUE_STRINGS and word not in ("false", "off", "no", "n", "0", ""):
        sys.exit(f"{name} is “{word}”. Set it to true or false.")
    return word in env.BOOLEAN_TRUE_STRINGS


def _secret_key():
    """Return the kept key; make it on first start, readable by the owner alone."""
    kept = DATA_DIR / "secret_key"
    try:
        key = kept.read_text().strip()
        if key:
            return key
        kept.unlink()  # empty, as a power cut may leave it
    except FileNotFoundError:
        pass
    # Written beside and renamed, so that two processes that start at once agree on one key and none reads half of it.
    fresh = DATA_DIR / f"secret_key.{os.getpid()}"
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(64))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(fresh, kept)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return kept.read_text().strip()


SECRET_KEY = env("SECRET_KEY", default="") or _secret_key()
DEBUG = _yes("DEBUG", False)

# Who may reach this instance. Loopback names only: open mode. Any other name: shared mode, with sign-in.
ALLOWED_HOSTS = [name.strip() for name in env.list("ALLOWED_HOSTS", default=access.LOOPBACK_NAMES)]
SHARED = access.is_shared(ALLOWED_HOSTS)
BIND = env("BIND", default="127.0.0.1")
PORT = _whole("PORT", 3000)
THREADS = _whole("THREADS", 48)
HTTPS = _yes("HTTPS", SHARED)
BEHIND_PROXY = _yes("BEHIND_PROXY", False)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# Sizes: of a request body that is no file, and of an uploaded file.
MAX_BODY_MB = _whole("MAX_BODY_MB", 10)
MAX_UPLOAD_MB = _whole("MAX_UPLOAD_MB", 2048)
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_BODY_MB * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
# Where a file waits while it is read. One that a power cut left there is deleted at the next start.
UPLOAD_DIR = Path(env("UPLOAD_DIR", default="") or DATA_DIR / "uploads")
try:
    UPLOAD_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
except OSError as error:
    sys.exit(f"UPLOAD_DIR is {UPLOAD_DIR}, where no folder can be made ({error.strerror}). Set it to one that can.")
FILE_UPLOAD_TEMP_DIR = UPLOAD_DIR

# The model that the chat asks unless another is chosen: its id, or a folder; and the server that has it. Their keys, in
# HF_TOKEN or CHAT_API_KEY, are read when they are needed (chat/models/languagemodels.py) and kept nowhere.
CHAT_MODEL = env("CHAT_MODEL", default="").strip()
CHAT_BASE_URL = env("CHAT_BASE_URL", default="").strip()
if CHAT_BASE_URL and not CHAT_BASE_URL.startswith(("http://", "https://")):
    sys.exit("CHAT_BASE_URL must begin with http:// or https://, such as http://localhost:11434/v1.")
# Drafts of examples that a model may make of one document.
DRAFTS_PER_DOCUMENT = _whole("DRAFTS_PER_DOCUMENT", 20)

# Documents that the chat may rely on: the files themselves, and the largest that is taken.
DOCUMENTS_DIR = DATA_DIR / "documents"
DOCUMENTS_DIR.mkdir(mode=0o700, exist_ok=True)
MAX_DOCUMENT_MB = _whole("MAX_DOCUMENT_MB", 50)
# How their passages are found beside by words: openai, hub or local (chat/embeddings); empty is by words alone.
EMBEDDINGS = env("EMBEDDINGS", default="").strip().lower()
EMBEDDINGS_MODEL = env("EMBEDDINGS_MODEL", default="")
EMBEDDINGS_URL = env("EMBEDDINGS_URL", default="")
# The name of the variable of the environment that holds the key; the key itself is kept nowhere.
EMBEDDINGS_KEY_VARIABLE = env("EMBEDDINGS_KEY_VARIABLE", default="EMBEDDINGS_KEY")

# The system prompt that an export writes into examples that have none, and only when asked for.
SYSTEM_PROMPT = env("SYSTEM_PROMPT", default="")
# Whether two people must stand behind each approved example.
SECOND_APPROVER = _yes("SECOND_APPROVER", False)
# A model of spaCy that finds names beside the patterns, if one is installed: en_core_web_sm.
NER_MODEL = env("NER_MODEL", default="").strip()
# {trainer: (its name, tokens of a whole example that it keeps unless told otherwise)}. From their documentation and
# source: TRL's SFTConfig.max_length, axolotl's sequence_len, LLaMA-Factory's cutoff_len, MLX-LM's --max-seq-length,
# Unsloth's max_seq_length in its notebooks.
TRAINERS = {
    "trl": ("TRL", 1024),
    "axolotl": ("axolotl", 512),
    "llamafactory": ("LLaMA-Factory", 2048),
    "mlx": ("MLX-LM", 2048),
    "unsloth": ("Unsloth", 2048),
}
TRAINER = env("TRAINER", default="trl").strip().lower()
if TRAINER not in TRAINERS:
    sys.exit(f"TRAINER is “{TRAINER}”. Set it to one of {', '.join(TRAINERS)}.")
# Whose crisis lines are proposed (examples/crisis.py), and the language that answers are written in, or “any”.
CRISIS_COUNTRIES = ("US", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "ES", "MX", "EU")
CRISIS_COUNTRY = env("CRISIS_COUNTRY", default="US").strip().upper()
if CRISIS_COUNTRY not in CRISIS_COUNTRIES:
    sys.exit(f"CRISIS_COUNTRY is “{CRISIS_COUNTRY}”. Set it to one of {', '.join(CRISIS_COUNTRIES)}.")
DATA_LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt", "any")
LANGUAGE_OF_DATA = env("LANGUAGE_OF_DATA", default="en").strip().lower()
if LANGUAGE_OF_DATA not in DATA_LANGUAGES:
    sys.exit(f"LANGUAGE_OF_DATA is “{LANGUAGE_OF_DATA}”. Set it to one of {', '.join(DATA_LANGUAGES)}.")

# How much of the words of two examples must be the same, and in the same order, for near duplicates.
DUPLICATE_LIKENESS = _share("DUPLICATE_LIKENESS", 0.85)

INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",  # urls.py looks for its modules: most commands do without
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "knox",
    "axes",
    "csp",
    "django_htmx",
    "trainingcenter",
    "examples",
    "chat",
    "tuning",
]

# What the running product does between requests (trainingcenter/background.py).
BACKGROUND = [
    "examples.search.catch_up",
    "examples.checking.catch_up",
    "examples.models.voices.weigh",
    "examples.scanning.catch_up",
    "chat.reindexing.catch_up",
    "chat.indexing.catch_up",
    "chat.indexing.catch_up_meaning",
]

MIDDLEWARE = [
    "trainingcenter.access.Gate",  # first: nothing else sees a request that it refuses
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # below the three that set headers: files carry them too
    "django.contrib.sessions.middleware.SessionMiddleware",
    "trainingcenter.language.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    *(["django.contrib.auth.middleware.LoginRequiredMiddleware"] if SHARED else []),
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "trainingcenter.urls"
WSGI_APPLICATION = "trainingcenter.wsgi.application"

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
                "django.template.context_processors.i18n",
                "trainingcenter.access.mode",
                "trainingcenter.appearance.theme",
            ],
        },
    },
]

DATABASE_URL = env("DATABASE_URL", default="")
try:
    # Not by a URL where it is ours: the folder's name may have characters that mean something in one.
    own = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA_DIR / "trainingcenter.sqlite3")}
    DATABASES = {"default": env.db_url_config(DATABASE_URL) if DATABASE_URL else own}
    if not DATABASES["default"].get("ENGINE", "").startswith("django.db.backends."):
        raise ValueError
except (ValueError, ImproperlyConfigured):
    sys.exit("DATABASE_URL cannot be read. Leave it out for SQLite, or write postgres://user:password@host/name.")
if DATABASES["default"]["ENGINE"].endswith("postgresql") and find_spec("psycopg") is None:
    sys.exit("PostgreSQL needs one more package. Run: .venv/bin/python -m pip install -r requirements-postgres.txt")
DATABASES["default"]["CONN_MAX_AGE"] = 60
if DATABASES["default"].get("ENGINE") == "django.db.backends.sqlite3":
    # WAL: readers go on while one writes. FULL: what was answered “saved” survives a power cut. IMMEDIATE: a writer
    # waits for its turn at the start of its transaction (up to 20 s) and never fails in the middle of it.
    DATABASES["default"]["ENGINE"] = "trainingcenter.sqlite"
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
    # The tests' database is a file too: WAL and locks are behaviours that memory does not show.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "training"
LOGOUT_REDIRECT_URL = "login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_LOCKOUT_CALLABLE = "trainingcenter.errors.locked_out"

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "trainingcenter.authentication.Token",
        "trainingcenter.authentication.Session",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["trainingcenter.access.MayUse"],
    "DEFAULT_PARSER_CLASSES": ["trainingcenter.parsing.FormBody", "trainingcenter.parsing.JSONBody"],
    "DEFAULT_RENDERER_CLASSES": ["trainingcenter.parsing.JSONAnswer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "trainingcenter.errors.answer_for_exception",
    "DEFAULT_FILTER_BACKENDS": [],
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
REST_KNOX = {"TOKEN_TTL": timedelta(days=90)}
SPECTACULAR_SETTINGS = {
    "TITLE": "Training Center",
    "DESCRIPTION": "Training examples in and out. The calls under /api/training/ are the documented tools' API; "
    "the ones beside it are for programs of your own.",
    "VERSION": "0.3.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["trainingcenter.access.MayUse"],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/",
    "PREPROCESSING_HOOKS": ["trainingcenter.schema.one_address_each"],
    "ENUM_NAME_OVERRIDES": {"ExampleStatus": "examples.models.Status"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
# Programs on one machine share localhost's cookies, whatever their port: so names of our own.
SESSION_COOKIE_NAME = "trainingcenter_session"
CSRF_COOKIE_NAME = "trainingcenter_csrf"
CSRF_FAILURE_VIEW = "trainingcenter.errors.csrf_failed"
if HTTPS:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = True
    # For this host alone: hosts below its name belong to others, who may have no HTTPS, and a preload list is for sites
    # of the whole Internet. So Django's checks that ask for both, W005 and W021, are wrong here.
    SECURE_HSTS_SECONDS = 31_536_000
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("de", "Deutsch"), ("es", "Español"), ("fr", "Français")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = env("TIME_ZONE", default="UTC")
if TIME_ZONE not in available_timezones():
    sys.exit(f"TIME_ZONE is “{TIME_ZONE}”, which is no time zone. Write one such as UTC or America/New_York.")
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# No STATIC_ROOT: files are served as they lie, so that a fresh clone needs no collecting step.
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False  # it would send Access-Control-Allow-Origin: *
WHITENOISE_AUTOREFRESH = DEBUG

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        # A refused or mistaken request is answered with its sentence; the log is for faults of ours.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "CRITICAL"},
        "axes": {"level": "ERROR"},
        "waitress.queue": {"level": "ERROR"},
    },
}
