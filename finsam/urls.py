"""The address space as a table of contents."""

from django.urls import include, path

urlpatterns = [
    path("konto/", include("allauth.urls")),
]
