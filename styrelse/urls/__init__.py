"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import (
    ansvarsfrihet,
    dagordning,
    delegation,
    moten,
    protokoll,
    sammantrade,
    uppdrag,
)

app_name = "styrelse"

urlpatterns = [
    *ansvarsfrihet.urlpatterns,
    *dagordning.urlpatterns,
    *delegation.urlpatterns,
    *moten.urlpatterns,
    *protokoll.urlpatterns,
    *sammantrade.urlpatterns,
    *uppdrag.urlpatterns,
]
