"""How long a login lasts: an hour at rest, a working day in all (ASVS 5, 7.3)."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

STARTAD = "_startad"
SENAST = "_senast"
# How often the time of the last page is written down: not every page view shall cost a write.
LAPP = 60


@receiver(user_logged_in)
def start_session(request: HttpRequest, **kwargs: Any) -> None:
    request.session[STARTAD] = request.session[SENAST] = int(time.time())


class SessionslangdMiddleware:
    """Ends a login SESSION_ABSOLUTE_AGE seconds after it began, and moves its idle end ahead."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            nu = int(time.time())
            if nu - request.session.get(STARTAD, 0) >= settings.SESSION_ABSOLUTE_AGE:
                logout(request)
            elif nu - request.session.get(SENAST, 0) >= LAPP:
                # Every write gives the session another SESSION_COOKIE_AGE.
                request.session[SENAST] = nu
        return self.get_response(request)
