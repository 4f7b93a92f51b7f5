"""Addresses of the minutes; what is drawn as a PDF stands in the roof (finsam/rapporter)."""

from django.urls import path

from styrelse.views import justering, omedelbart, protokoll

MOTE = "moten/<int:pk>"

urlpatterns = [
    path(f"{MOTE}/protokoll/", protokoll.protokoll_detail, name="protokoll_detail"),
    path(f"{MOTE}/protokoll/undertecknare/", justering.undertecknare, name="undertecknare"),
    path(f"{MOTE}/anslag/", justering.anslag, name="anslag"),
    path(f"{MOTE}/anslagsbevis/", protokoll.anslagsbevis, name="anslagsbevis"),
    path("punkter/<int:pk>/utdrag/", protokoll.protokollsutdrag, name="protokollsutdrag"),
    path("punkter/<int:pk>/protokollstext/", justering.protokollstext, name="protokollstext"),
    path("punkter/<int:pk>/ratta/", justering.ratta, name="paragraf_ratta"),
    path(
        "punkter/<int:pk>/underteckna/",
        omedelbart.paragraf_underteckna,
        name="paragraf_underteckna",
    ),
    path(
        "punkter/underskrifter/<int:pk>/ta-tillbaka/",
        omedelbart.paragrafunderskrift_tillbaka,
        name="paragrafunderskrift_tillbaka",
    ),
    path(
        "punkter/<int:pk>/justeras-med-protokollet/",
        omedelbart.omedelbart_bort,
        name="omedelbart_bort",
    ),
    path(
        f"{MOTE}/anslag/omedelbart/",
        omedelbart.paragrafanslag_create,
        name="paragrafanslag_create",
    ),
    path("moten/paragrafanslag/<int:pk>/", omedelbart.paragrafanslag_detail, name="paragrafanslag"),
    path(
        "underskrifter/<int:pk>/ta-tillbaka/",
        justering.underskrift_tillbaka,
        name="underskrift_tillbaka",
    ),
]
