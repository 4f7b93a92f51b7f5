"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import ansvarsfrihet, dagordning, delegation, moten, uppdrag

app_name = "styrelse"

urlpatterns = [
    *ansvarsfrihet.urlpatterns,
    *dagordning.urlpatterns,
    *delegation.urlpatterns,
    *moten.urlpatterns,
    *uppdrag.urlpatterns,
]
