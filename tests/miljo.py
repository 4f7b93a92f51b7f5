"""The environment of the tests, set before Django reads its settings."""

import os

os.environ.setdefault("SECRET_KEY", "endast-for-tester")
os.environ.setdefault("INSECURE_HTTP", "true")
# Playwright keeps an event loop in the thread; without this Django refuses every query there.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
