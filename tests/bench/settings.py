"""The product's settings with one address more: an empty view behind the same middleware."""

from finsam.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
