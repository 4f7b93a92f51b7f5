import os
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import include, path


def tom(request: HttpRequest) -> HttpResponse:
    """The measure of a page: session and user as for any other, and nothing to show."""
    return HttpResponse("tom")


def fil(request: HttpRequest) -> FileResponse:
    """The measure of a file: sent to whoever is logged in, without a question more."""
    return FileResponse(Path(os.environ["BENCHFIL"]).open("rb"))


urlpatterns = [
    path("tom/", tom),
    path("fil/", fil),
    path("oppen/", login_not_required(lambda request: fil(request))),
    path("", include("finsam.urls")),
]
