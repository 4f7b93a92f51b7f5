"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import dagordning, delegation, moten, uppdrag

app_name = "styrelse"

urlpatterns = [
    *dagordning.urlpatterns,
    *delegation.urlpatterns,
    *moten.urlpatterns,
    *uppdrag.urlpatterns,
]
