"""The first page after login, and the user's own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def start(request: HttpRequest) -> HttpResponse:
    """Where am I, what is due, what can I do."""
    return render(request, "finsam/start.html")


def mitt_konto(request: HttpRequest) -> HttpResponse:
    """Links to the user's own password, second factor and open sessions."""
    return render(request, "finsam/mitt_konto.html")
