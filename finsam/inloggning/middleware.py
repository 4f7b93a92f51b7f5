"""Closed by default, two steps for those who hold the keys, and reading only for the auditor."""

from collections.abc import Callable
from typing import Any

from allauth.mfa.signals import authenticator_removed
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.dispatch import receiver
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import resolve, reverse

from finsam.permissions import GRANSKARE

# The only pages open to one who still has to set up the second step.
FORE_TVASTEG = frozenset(
    {
        *("account_logout", "account_reauthenticate", "account_login"),
        *("account_change_password", "account_set_password"),
        *("finsam:tillganglighet", "finsam:tillganglighet_tack", "finsam:mitt_konto"),
    }
)
NYCKEL = "tvasteg_klar"
# One's own login, and what is open to everyone.
EGNA_SIDOR = ("account_", "mfa_", "usersessions_", "finsam:tillganglighet")
LASANDE = frozenset({"GET", "HEAD", "OPTIONS"})


class InloggningMiddleware(LoginRequiredMiddleware):
    """Sends to the login page; an htmx request gets 401, so that nothing typed is replaced."""

    def handle_no_permission(  # type: ignore[override]  # 401 is no redirect
        self, request: HttpRequest, view_func: Any
    ) -> HttpResponse:
        if request.headers.get("HX-Request"):
            return HttpResponse(status=401, headers={"HX-Trigger": "utloggad"})
        return super().handle_no_permission(request, view_func)


class TvastegMiddleware:
    """Roles in MFA_KRAVS_FOR set up a second step before they come any further."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._saknas(request):
            messages.warning(
                request, "Din roll kräver inloggning i två steg. Lägg till en app eller passnyckel."
            )
            return HttpResponseRedirect(reverse("mfa_index"))
        return self.get_response(request)

    def _saknas(self, request: HttpRequest) -> bool:
        user: Any = request.user
        if not user.is_authenticated or user.roll not in settings.MFA_KRAVS_FOR:
            return False
        if request.session.get(NYCKEL) or is_mfa_enabled(user):
            request.session.setdefault(NYCKEL, True)
            return False
        namn = resolve(request.path_info).view_name
        return not (namn in FORE_TVASTEG or namn.startswith(("mfa_", "usersessions")))


@receiver(authenticator_removed)
def ask_again(request: HttpRequest, **kwargs: Any) -> None:
    """One who takes away a second step may have taken away the last."""
    request.session.pop(NYCKEL, None)


class GranskareMiddleware:
    """The revisor reads everything and changes nothing, whatever a view forgets to ask."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        if request.method in LASANDE or getattr(request.user, "roll", "") not in GRANSKARE:
            return
        namn = request.resolver_match.view_name if request.resolver_match else ""
        if not namn.startswith(EGNA_SIDOR):
            raise Http404
