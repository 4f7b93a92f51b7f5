"""The product's settings with what tests need: an own environment, cheap hashes, no manifest."""

import os

os.environ.setdefault("SECRET_KEY", "endast-for-tester")
os.environ.setdefault("INSECURE_HTTP", "true")
# Playwright keeps an event loop in the thread; without this Django refuses every query there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from finsam.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
# A test with a live server empties the tables after itself; the triggers have tests of their own.
HISTORIK_SKYDDAD = False
