"""The follow-up: quarterly reports, participants, goals, activities and surveys."""

from django.urls import path

from uppfoljning.views import (
    aktiviteter,
    antal,
    antalsfil,
    enkater,
    enkatomgangar,
    enkatresultat,
    enkatsvar,
    internkontrollplan,
    kontrollmoment,
    kontrollutforanden,
    lage,
    mal,
    rapporter,
    skriv,
    steg,
    stickprov,
    systemkontroller,
)

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
    path(
        "rapporter/paminn/<int:insats>/<str:period>/",
        lage.kvartalsrapport_paminn,
        name="kvartalsrapport_paminn",
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
    path(
        "mal/resultatmal/<int:pk>/", mal.ResultatmalUpdateView.as_view(), name="resultatmal_update"
    ),
    path(
        "mal/resultatmal/<int:pk>/ta-bort/",
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
    path("antal/las-in/", antalsfil.antal_inlasning, name="antal_inlasning"),
    path("antal/mallar/<slug:namn>.xlsx", antalsfil.antal_mall, name="antal_mall"),
]

# Surveys: the questionnaire and its questions
enkat_urls = [
    path("enkater/", enkater.EnkatListView.as_view(), name="enkat_list"),
    path("enkater/ny/", enkater.EnkatCreateView.as_view(), name="enkat_create"),
    path("enkater/<int:pk>/", enkater.enkat_detail, name="enkat_detail"),
    path("enkater/<int:pk>/andra/", enkater.EnkatUpdateView.as_view(), name="enkat_update"),
    path("enkater/<int:pk>/ta-bort/", enkater.EnkatDeleteView.as_view(), name="enkat_delete"),
    path("enkater/<int:pk>/visa/", enkater.enkat_forhandsvisa, name="enkat_forhandsvisa"),
    path("enkater/<int:pk>/resultat/", enkatresultat.enkat_resultat, name="enkat_resultat"),
    path(
        "enkater/<int:pk>/fraga/", enkater.EnkatfragaCreateView.as_view(), name="enkatfraga_create"
    ),
    path(
        "enkater/fragor/<int:pk>/", enkater.EnkatfragaUpdateView.as_view(), name="enkatfraga_update"
    ),
    path(
        "enkater/fragor/<int:pk>/ta-bort/",
        enkater.EnkatfragaDeleteView.as_view(),
        name="enkatfraga_delete",
    ),
    path("enkater/fragor/<int:pk>/flytta/", enkater.enkatfraga_flytta, name="enkatfraga_flytta"),
]

# Rounds of a survey
omgang_urls = [
    path(
        "enkater/<int:pk>/omgang/",
        enkatomgangar.EnkatomgangCreateView.as_view(),
        name="enkatomgang_create",
    ),
    path("enkater/omgangar/<int:pk>/", enkatomgangar.enkatomgang_detail, name="enkatomgang_detail"),
    path(
        "enkater/omgangar/<int:pk>/andra/",
        enkatomgangar.EnkatomgangUpdateView.as_view(),
        name="enkatomgang_update",
    ),
    path(
        "enkater/omgangar/<int:pk>/ta-bort/",
        enkatomgangar.EnkatomgangDeleteView.as_view(),
        name="enkatomgang_delete",
    ),
    path(
        "enkater/omgangar/<int:pk>/skicka/",
        enkatomgangar.enkatomgang_skicka,
        name="enkatomgang_skicka",
    ),
    path(
        "enkater/omgangar/<int:pk>/lankar/",
        enkatomgangar.enkatomgang_lankar,
        name="enkatomgang_lankar",
    ),
    path(
        "enkater/omgangar/<int:pk>/paminn/",
        enkatomgangar.enkatomgang_paminn,
        name="enkatomgang_paminn",
    ),
    path(
        "enkater/omgangar/<int:pk>/aterkalla/",
        enkatomgangar.enkatomgang_aterkalla,
        name="enkatomgang_aterkalla",
    ),
]

# Internal control: the plan, its moments, what is done by them, samples and the system's own
internkontroll_urls = [
    path(
        "internkontroll/",
        internkontrollplan.InternkontrollplanListView.as_view(),
        name="internkontrollplan_list",
    ),
    path(
        "internkontroll/ny/",
        internkontrollplan.internkontrollplan_create,
        name="internkontrollplan_create",
    ),
    path(
        "internkontroll/systemkontroller/",
        systemkontroller.systemkontroll_list,
        name="systemkontroll_list",
    ),
    path(
        "internkontroll/<int:verksamhetsar>/",
        internkontrollplan.internkontrollplan_detail,
        name="internkontrollplan_detail",
    ),
    path(
        "internkontroll/<int:verksamhetsar>/besluta/",
        internkontrollplan.internkontrollplan_besluta,
        name="internkontrollplan_besluta",
    ),
    path(
        "internkontroll/<int:verksamhetsar>/ta-bort/",
        internkontrollplan.InternkontrollplanDeleteView.as_view(),
        name="internkontrollplan_delete",
    ),
    path(
        "internkontroll/<int:verksamhetsar>/moment/",
        kontrollmoment.KontrollmomentCreateView.as_view(),
        name="kontrollmoment_create",
    ),
]
moment_urls = [
    path(
        "internkontroll/moment/<int:pk>/",
        kontrollmoment.kontrollmoment_detail,
        name="kontrollmoment_detail",
    ),
    path(
        "internkontroll/moment/<int:pk>/andra/",
        kontrollmoment.KontrollmomentUpdateView.as_view(),
        name="kontrollmoment_update",
    ),
    path(
        "internkontroll/moment/<int:pk>/ta-bort/",
        kontrollmoment.KontrollmomentDeleteView.as_view(),
        name="kontrollmoment_delete",
    ),
    path(
        "internkontroll/moment/<int:pk>/utfor/<str:period>/",
        kontrollutforanden.KontrollutforandeCreateView.as_view(),
        name="kontrollutforande_create",
    ),
    path(
        "internkontroll/utforda/<int:pk>/",
        kontrollutforanden.KontrollutforandeUpdateView.as_view(),
        name="kontrollutforande_update",
    ),
    path(
        "internkontroll/moment/<int:pk>/stickprov/",
        stickprov.stickprov_create,
        name="stickprov_create",
    ),
    path("internkontroll/stickprov/<int:pk>/", stickprov.stickprov_detail, name="stickprov_detail"),
    path(
        "internkontroll/stickprov/<int:pk>/granska/",
        stickprov.stickprov_granska,
        name="stickprov_granska",
    ),
]

# Where those who are asked answer, without login
svar_urls = [
    path("svara/tack/", enkatsvar.enkat_tack, name="enkat_tack"),
    path("svara/<str:hemlighet>/", enkatsvar.enkat_svara, name="enkat_svara"),
]

urlpatterns = [
    *(*rapport_urls, *antal_urls, *mal_urls, *aktivitet_urls),
    *(*enkat_urls, *omgang_urls, *svar_urls),
    *(*internkontroll_urls, *moment_urls),
]
