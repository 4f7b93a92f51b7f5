"""Reports: the list, each document, its rules, texts and figures, and the decided versions."""

from django.urls import path, register_converter

from finsam.periods import Period, las_period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.views import (
    anteckningar,
    arendebilaga,
    bilagejamforelse,
    faststall,
    inbjudan,
    kontroller,
    lasarens,
    lasbilagor,
    lasning,
    lasoffline,
    nyckeltal,
    paket,
    protokoll,
    rapport,
    scenario,
    texter,
    underlag,
)


class Slag:
    regex = "|".join(Rapportslag.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return str(value)


class Periodkod:
    regex = r"\d{4}(?:-(?:[HTK]\d|A\d{2}))?"

    def to_python(self, value: str) -> Period:
        return las_period(value)

    def to_url(self, value: Period | str) -> str:
        return str(value)


register_converter(Slag, "slag")
register_converter(Periodkod, "period")

app_name = "rapporter"
RAPPORT = "<slag:slag>/<period:period>"

# /rapporter/ and a document of a year
rapport_urls = [
    path("", rapport.rapport_list, name="rapport_list"),
    path(f"{RAPPORT}/", rapport.rapport_detail, name="rapport_detail"),
    path(f"{RAPPORT}.pdf", rapport.rapport_pdf, name="rapport_pdf"),
    path(f"{RAPPORT}.xlsx", rapport.rapport_xlsx, name="rapport_xlsx"),
    path(f"{RAPPORT}.json", rapport.rapport_json, name="rapport_json"),
]

# Its rules, and those let pass
kontroll_urls = [
    path(f"{RAPPORT}/kontroller/", kontroller.kontroll_list, name="kontroll_list"),
    path(f"{RAPPORT}/kontroller/antal/", kontroller.kontroll_antal, name="kontroll_antal"),
    path(f"{RAPPORT}/undantag/", kontroller.undantag_create, name="undantag_create"),
    path(f"{RAPPORT}/undantag/ta-bort/", kontroller.undantag_delete, name="undantag_delete"),
]

# Its texts
text_urls = [
    path(f"{RAPPORT}/text/<slug:avsnitt>/", texter.text_update, name="text_update"),
    path(f"{RAPPORT}/text/<slug:avsnitt>/utkast/", texter.text_utkast, name="text_utkast"),
    path(f"{RAPPORT}/text/<slug:avsnitt>/kasta/", texter.text_kasta, name="text_kasta"),
    path(f"{RAPPORT}/text/<slug:avsnitt>/historik/", texter.text_history, name="text_history"),
]

# What stands behind its figures
underlag_urls = [
    path(
        f"{RAPPORT}/underlag/<slug:tabell>/<slug:rad>/<slug:kolumn>/",
        underlag.underlag_detail,
        name="underlag_detail",
    ),
    path(f"{RAPPORT}/uppgifter/", underlag.uppgift_list, name="uppgift_list"),
]

# The versions that the board decided
faststall_urls = [
    path(f"{RAPPORT}/faststall/", faststall.faststall_create, name="faststall_create"),
    path("faststalld/<int:pk>/", faststall.faststalld_detail, name="faststalld_detail"),
    path("faststalld/<int:pk>.pdf", faststall.faststalld_pdf, name="faststalld_pdf"),
]

# Scenarios of the decision room, and what is frozen of them
scenario_urls = [
    path("scenario/<int:pk>.pdf", scenario.scenario_pdf, name="scenario_pdf"),
    path("scenario/<int:pk>.xlsx", scenario.scenario_xlsx, name="scenario_xlsx"),
    path("scenario/<int:pk>.json", scenario.scenario_json, name="scenario_json"),
    path("scenario/<int:pk>/frys/", scenario.scenario_frys, name="scenario_frys"),
    path("bilaga/<int:pk>/", scenario.scenariobilaga_detail, name="scenariobilaga_detail"),
    path("bilaga/<int:pk>.pdf", scenario.scenariobilaga_pdf, name="scenariobilaga_pdf"),
]

# What a meeting saw, and what would be otherwise today
mote_urls = [path("moten/bilaga/<int:pk>/", bilagejamforelse.bilaga_da_nu, name="bilaga_da_nu")]
# Documents that are frozen with a matter
arendebilage_urls = [
    path("arendebilaga/<int:pk>/", arendebilaga.arendebilaga_detail, name="arendebilaga_detail"),
    path("arendebilaga/<int:pk>.pdf", arendebilaga.arendebilaga_pdf, name="arendebilaga_pdf"),
]

# The key figures
nyckeltal_urls = [
    path("nyckeltal/", nyckeltal.nyckeltal_senaste, name="nyckeltal_senaste"),
    path("nyckeltal/<period:period>/", nyckeltal.nyckeltal, name="nyckeltal"),
    path("nyckeltal/<period:period>.pdf", nyckeltal.nyckeltal_pdf, name="nyckeltal_pdf"),
    path("nyckeltal/<period:period>.xlsx", nyckeltal.nyckeltal_xlsx, name="nyckeltal_xlsx"),
    path("nyckeltal/<period:period>.csv", nyckeltal.nyckeltal_csv, name="nyckeltal_csv"),
]

# The papers of a meeting, to read
LAS = "moten/<int:pk>/las"
las_urls = [
    path(f"{LAS}/", lasning.las, name="las"),
    path(f"{LAS}/<int:punkt>/", lasning.las_punkt, name="las_punkt"),
    path(f"{LAS}/<int:punkt>/anteckning/", lasarens.lasanteckning, name="lasanteckning"),
    path(f"{LAS}/anteckningar/", lasarens.las_anteckningar, name="las_anteckningar"),
    path(f"{LAS}/plats/", lasarens.lasplats, name="lasplats"),
    path(f"{LAS}/offline.json", lasoffline.las_offline, name="las_offline"),
    # A service worker reaches no further than its own folder.
    path("moten/las-arbetare.js", lasoffline.las_arbetare, name="las_arbetare"),
    path(f"{LAS}/bilaga/<int:bilaga>/", lasbilagor.las_bilaga, name="las_bilaga"),
    path(
        f"{LAS}/bilaga/<int:bilaga>/anteckning/",
        lasarens.lasanteckning_bilaga,
        name="lasanteckning_bilaga",
    ),
    path(f"{LAS}/bilaga/<int:bilaga>.pdf", lasbilagor.las_pdf, name="las_pdf"),
    path(f"{LAS}/bilaga/<int:bilaga>/<int:sida>.webp", lasbilagor.las_sida, name="las_sida"),
]

# Minutes on paper
protokoll_urls = [
    path("protokoll/<int:pk>.pdf", protokoll.protokoll_pdf, name="protokoll_pdf"),
    path(
        "protokollsutdrag/<int:pk>.pdf", protokoll.protokollsutdrag_pdf, name="protokollsutdrag_pdf"
    ),
    path("anslagsbevis/<int:pk>.pdf", protokoll.anslagsbevis_pdf, name="anslagsbevis_pdf"),
    path("paragrafanslag/<int:pk>.pdf", protokoll.paragrafanslag_pdf, name="paragrafanslag_pdf"),
    path("underskrifter/<int:pk>/", protokoll.justera, name="justera"),
]

# The papers of a meeting, to be sent and as they were sent
MOTE = "moten/<int:pk>/handlingar"
paket_urls = [
    path(f"{MOTE}/", paket.mote_paket, name="mote_paket"),
    path(f"{MOTE}/skicka/", paket.mote_skicka, name="mote_skicka"),
    path(f"{MOTE}/<slug:nyckel>.pdf", paket.mote_paket_pdf, name="mote_paket_pdf"),
    path("handlingar/<int:pk>/", paket.motespaket_detail, name="motespaket_detail"),
    path("handlingar/<int:pk>.pdf", paket.motespaket_pdf, name="motespaket_pdf"),
    path("handlingar/<int:pk>/brev/", paket.motespaket_posta, name="motespaket_posta"),
    path("handlingar/bilaga/<int:pk>.pdf", paket.paketbilaga_pdf, name="paketbilaga_pdf"),
]

# The letter to those whom the association consults, and what was said
inbjudan_urls = [
    path("moten/<int:pk>/inbjudan/", inbjudan.inbjudan, name="inbjudan"),
    path("moten/<int:pk>/inbjudan.pdf", inbjudan.inbjudan_pdf, name="inbjudan_pdf"),
    path("moten/<int:pk>/anteckningar/", anteckningar.anteckningar, name="anteckningar"),
    path("moten/<int:pk>/anteckningar.pdf", anteckningar.anteckningar_pdf, name="anteckningar_pdf"),
]

urlpatterns = [
    *(*nyckeltal_urls, *rapport_urls, *kontroll_urls, *text_urls, *underlag_urls),
    *(
        *faststall_urls,
        *scenario_urls,
        *mote_urls,
        *las_urls,
        *protokoll_urls,
        *paket_urls,
        *inbjudan_urls,
        *arendebilage_urls,
    ),
]
