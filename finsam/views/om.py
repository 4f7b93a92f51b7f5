"""What the site says about itself: the words it uses and how accessible it is."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def ordlista(request: HttpRequest) -> HttpResponse:
    return render(request, "finsam/ordlista.html")


@login_not_required
def tillganglighet(request: HttpRequest) -> HttpResponse:
    """The accessibility statement; law 2018:1937, 13 §, wants it open to everyone."""
    return render(request, "finsam/tillganglighet.html")
