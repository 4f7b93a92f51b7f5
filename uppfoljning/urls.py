"""The follow-up: quarterly reports, participants, goals, activities and surveys."""

from django.urls import path

from uppfoljning.views import aktiviteter, antal, lage, mal, rapporter, skriv, steg

app_name = "uppfoljning"

# /uppfoljning/ and the quarterly reports
rapport_urls = [
    path("", lage.lage, name="lage"),
    path("rapporter/", rapporter.KvartalsrapportListView.as_view(), name="kvartalsrapport_list"),
    path(
        "rapporter/ny/<int:insats>/<str:period>/",
        lage.kvartalsrapport_create,
        name="kvartalsrapport_create",
    ),
    path("rapporter/<int:pk>/", rapporter.kvartalsrapport_detail, name="kvartalsrapport_detail"),
    path("rapporter/<int:pk>/skriv/", skriv.kvartalsrapport_update, name="kvartalsrapport_update"),
    path("rapporter/<int:pk>/utkast/", skriv.kvartalsrapport_utkast, name="kvartalsrapport_utkast"),
    path("rapporter/<int:pk>/lamna/", steg.kvartalsrapport_lamna, name="kvartalsrapport_lamna"),
    path(
        "rapporter/<int:pk>/granska/", steg.kvartalsrapport_granska, name="kvartalsrapport_granska"
    ),
    path("rapporter/<int:pk>/ratta/", steg.kvartalsrapport_ratta, name="kvartalsrapport_ratta"),
    path(
        "rapporter/<int:pk>/bilagor/", rapporter.rapportbilaga_create, name="rapportbilaga_create"
    ),
    path("bilagor/<int:pk>/", rapporter.rapportbilaga_detail, name="rapportbilaga_detail"),
    path("bilagor/<int:pk>/ta-bort/", rapporter.rapportbilaga_delete, name="rapportbilaga_delete"),
]

# The association's goals
mal_urls = [
    path("mal/", mal.verksamhetsmal_list, name="verksamhetsmal_list"),
    path("mal/ny/", mal.VerksamhetsmalCreateView.as_view(), name="verksamhetsmal_create"),
    path("mal/kopiera/", mal.verksamhetsmal_kopiera, name="verksamhetsmal_kopiera"),
    path("mal/<int:pk>/", mal.verksamhetsmal_detail, name="verksamhetsmal_detail"),
    path(
        "mal/<int:pk>/andra/", mal.VerksamhetsmalUpdateView.as_view(), name="verksamhetsmal_update"
    ),
    path(
        "mal/<int:pk>/ta-bort/",
        mal.VerksamhetsmalDeleteView.as_view(),
        name="verksamhetsmal_delete",
    ),
    path(
        "mal/<int:pk>/resultatmal/", mal.ResultatmalCreateView.as_view(), name="resultatmal_create"
    ),
    path("resultatmal/<int:pk>/", mal.ResultatmalUpdateView.as_view(), name="resultatmal_update"),
    path(
        "resultatmal/<int:pk>/ta-bort/",
        mal.ResultatmalDeleteView.as_view(),
        name="resultatmal_delete",
    ),
]

# Competence activities and network meetings
aktivitet_urls = [
    path("aktiviteter/", aktiviteter.AktivitetListView.as_view(), name="aktivitet_list"),
    path("aktiviteter/ny/", aktiviteter.AktivitetCreateView.as_view(), name="aktivitet_create"),
    path("aktiviteter/<int:pk>/", aktiviteter.aktivitet_detail, name="aktivitet_detail"),
    path(
        "aktiviteter/<int:pk>/andra/",
        aktiviteter.AktivitetUpdateView.as_view(),
        name="aktivitet_update",
    ),
    path(
        "aktiviteter/<int:pk>/ta-bort/",
        aktiviteter.AktivitetDeleteView.as_view(),
        name="aktivitet_delete",
    ),
]

# Participants, as counts
antal_urls = [
    path("antal/", antal.AntalListView.as_view(), name="antal_list"),
]

urlpatterns = [*rapport_urls, *antal_urls, *mal_urls, *aktivitet_urls]
