"""Addresses of the boardroom, a module per subject."""

from styrelse.urls import (
    ansvarsfrihet,
    arenden,
    arvode,
    beslutsregister,
    dagordning,
    delegation,
    kalender,
    moten,
    protokoll,
    sammantrade,
    uppdrag,
)

app_name = "styrelse"

urlpatterns = [
    *ansvarsfrihet.urlpatterns,
    *beslutsregister.urlpatterns,
    *arenden.urlpatterns,
    *arvode.urlpatterns,
    *dagordning.urlpatterns,
    *delegation.urlpatterns,
    *kalender.urlpatterns,
    *moten.urlpatterns,
    *protokoll.urlpatterns,
    *sammantrade.urlpatterns,
    *uppdrag.urlpatterns,
]
