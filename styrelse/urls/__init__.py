"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import uppdrag

app_name = "styrelse"

urlpatterns = [*uppdrag.urlpatterns]
