"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import dagordning, moten, uppdrag

app_name = "styrelse"

urlpatterns = [*dagordning.urlpatterns, *moten.urlpatterns, *uppdrag.urlpatterns]
