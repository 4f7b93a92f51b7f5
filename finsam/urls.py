"""The address space as a table of contents."""

from django.urls import include, path

from finsam.views import om, start

# /
start_urls = [
    path("", start.start, name="start"),
    path("mitt-konto/", start.mitt_konto, name="mitt_konto"),
]

# What the site says about itself
om_urls = [
    path("ordlista/", om.ordlista, name="ordlista"),
    path("tillganglighet/", om.tillganglighet, name="tillganglighet"),
]

urlpatterns = [
    path("", include((start_urls + om_urls, "finsam"))),
    path("konto/", include("allauth.urls")),
]
