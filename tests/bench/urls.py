from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def tom(request: HttpRequest) -> HttpResponse:
    """The measure of a page: session and user as for any other, and nothing to show."""
    return HttpResponse("tom")


urlpatterns = [path("tom/", tom), path("", include("finsam.urls"))]
