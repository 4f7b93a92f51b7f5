"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import moten, uppdrag

app_name = "styrelse"

urlpatterns = [*moten.urlpatterns, *uppdrag.urlpatterns]
