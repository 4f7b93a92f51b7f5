"""Who is asking, as a user: login is demanded by middleware before any view."""

from django.http import HttpRequest

from finsam.models import Anvandare


def inloggad(request: HttpRequest) -> Anvandare:
    if not isinstance(request.user, Anvandare):
        raise TypeError("Vyn kräver inloggning.")
    return request.user
