"""A real browser: Debian's Chromium through Playwright, one page logged in per role."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext, Page, Route, expect

from finsam.choices import Roll
from tests.conftest import SkapaKlient

FLAGGOR = [
    "--no-sandbox",  # CI runs as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
# The machine that runs all tests at once is slower than anybody's own.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test; no file can forget the mark.

    They come first: the longest of all is among them, and nothing else should wait for it.
    """
    egna = [item for item in items if "tests/browser/" in item.path.as_posix()]
    for item in egna:
        item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: item not in egna)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    # Without any of them Playwright starts the one it has installed itself, or fails and says so.
    egen = {"executable_path": chromium} if chromium else {}
    return {**browser_type_launch_args, **egen, "args": FLAGGOR}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_context_args,
        "locale": "sv-SE",
        "timezone_id": "Europe/Stockholm",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def bevakad(page: Page, live_server: Any) -> Iterator[Page]:
    """A page, logged out, that fails its test on foreign requests and on errors in the console."""
    problem: list[str] = []
    page.on("console", lambda m: problem.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda fel: problem.append(str(fel)))

    def vakt(route: Route) -> None:
        if route.request.url.startswith((live_server.url, "data:", "blob:")):
            route.continue_()
        else:
            problem.append(f"begäran till annan värd: {route.request.url}")
            route.abort()

    page.route("**/*", vakt)
    yield page
    assert problem == []


SkapaSida = Callable[[Roll], Page]


@pytest.fixture
def inloggad(
    bevakad: Page, context: BrowserContext, live_server: Any, klient: SkapaKlient
) -> SkapaSida:
    """`inloggad(Roll.EKONOM)`: the guarded page, logged in by cookie as that role."""

    def logga_in(roll: Roll) -> Page:
        client: Client = klient(roll)
        namn = settings.SESSION_COOKIE_NAME
        kaka = {"name": namn, "value": client.cookies[namn].value, "url": live_server.url}
        context.add_cookies([kaka])  # type: ignore[list-item]  # a dict of just these keys
        return bevakad

    return logga_in
