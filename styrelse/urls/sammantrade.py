"""Addresses of the sitting and of the §§."""

from django.urls import path

from styrelse.views import avslut, behandling, paragrafer, sammantrade

MOTE = "moten/<int:pk>/sammantrade/"
# Below the meetings, so that the menu shows where one is.
PUNKT = "moten/punkter/<int:pk>/"

urlpatterns = [
    path(MOTE, sammantrade.sammantrade, name="sammantrade"),
    path(f"{MOTE}oppna/", sammantrade.sammantrade_oppna, name="sammantrade_oppna"),
    path(f"{MOTE}tider/", sammantrade.sammantrade_tider, name="sammantrade_tider"),
    path(f"{MOTE}narvaro/", sammantrade.narvaro_satt, name="narvaro"),
    path(f"{MOTE}narvaro/ny/", sammantrade.narvaro_create, name="narvaro_create"),
    path(f"{MOTE}roller/", sammantrade.motesroller_satt, name="motesroller"),
    path(f"{MOTE}punkt/", sammantrade.sammantrade_punkt, name="sammantrade_punkt"),
    path(f"{MOTE}avsluta/", avslut.avsluta, name="avsluta"),
    path("moten/narvaro/<int:pk>/franvaro/", sammantrade.franvaro_create, name="franvaro_create"),
    path("moten/franvaro/<int:pk>/ta-bort/", sammantrade.franvaro_delete, name="franvaro_delete"),
    path(PUNKT, paragrafer.punkt_detail, name="punkt_detail"),
    path(
        "moten/paragrafer/<slug:organ>/<int:ar>/<int:nummer>/", paragrafer.paragraf, name="paragraf"
    ),
    path(f"{PUNKT}behandla/", behandling.beslut_update, name="beslut_update"),
    path(f"{PUNKT}behandla/utkast/", behandling.beslut_utkast, name="beslut_utkast"),
    path(f"{PUNKT}yttrande/", behandling.yttrande_create, name="yttrande_create"),
    path(f"{PUNKT}jav/", behandling.jav_create, name="jav_create"),
    path(f"{PUNKT}votering/", behandling.votering_create, name="votering_create"),
    path("moten/yttranden/<int:pk>/ta-bort/", behandling.yttrande_delete, name="yttrande_delete"),
    path("moten/jav/<int:pk>/ta-bort/", behandling.jav_delete, name="jav_delete"),
    path("moten/voteringar/<int:pk>/rosta/", behandling.votering_rosta, name="votering_rosta"),
    path("moten/voteringar/<int:pk>/ta-bort/", behandling.votering_delete, name="votering_delete"),
    path("moten/beslut/<int:pk>/underlag/", avslut.beslut_underlag, name="beslut_underlag"),
    path("moten/beslut/<int:pk>/verkstall/", avslut.verkstall, name="verkstall"),
    path("moten/beslut/<int:pk>/utfort/", avslut.utfort_for_hand, name="utfort_for_hand"),
]
