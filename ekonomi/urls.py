from django.urls import path

from ekonomi.views import (
    avgifter,
    avgiftsfakturor,
    bokforing,
    budget,
    budgetrutor,
    budgetuppfoljning,
    finansiella_mal,
    insatspengar,
    kontoplan,
    prognos,
    scenarier,
    utrymme,
)

app_name = "ekonomi"

ar_urls = [
    path("ar/", bokforing.RakenskapsarListView.as_view(), name="rakenskapsar_list"),
    path("ar/<int:verksamhetsar>/", bokforing.rakenskapsar_detail, name="rakenskapsar_detail"),
    path("ar/<int:verksamhetsar>/stang/", bokforing.rakenskapsar_stang, name="rakenskapsar_stang"),
    path("ar/<int:verksamhetsar>/oppna/", bokforing.rakenskapsar_oppna, name="rakenskapsar_oppna"),
    path("inlasningar/", bokforing.InlasningListView.as_view(), name="inlasning_list"),
    path("inlasningar/<int:pk>/", bokforing.inlasning_detail, name="inlasning_detail"),
]

bok_urls = [
    path("verifikationer/", bokforing.VerifikationListView.as_view(), name="verifikation_list"),
    path("verifikationer/<int:pk>/", bokforing.verifikation_detail, name="verifikation_detail"),
    path("konteringar/", bokforing.KonteringListView.as_view(), name="kontering_list"),
]

konto_urls = [
    path("konton/", kontoplan.KontoListView.as_view(), name="konto_list"),
    path("konton/<str:nummer>/", kontoplan.konto_detail, name="konto_detail"),
    path(
        "uppstallning/<int:giltig_fran>/",
        kontoplan.uppstallning_detail,
        name="uppstallning_detail",
    ),
]

budget_urls = [
    path("budgetar/", budget.BudgetListView.as_view(), name="budget_list"),
    path("budgetar/ny/", budget.budget_create, name="budget_create"),
    path("budgetar/las-in/", budgetrutor.budget_las_in, name="budget_las_in"),
    path("budgetar/<int:pk>/", budget.budget_detail, name="budget_detail"),
    path("budgetar/<int:pk>/poster/", budgetrutor.budget_update, name="budget_update"),
    path("budgetar/<int:pk>/manader/", budgetrutor.budget_manader, name="budget_manader"),
    path("budgetar/<int:pk>/klistra-in/", budgetrutor.budget_klistra, name="budget_klistra"),
    path(
        "budgetar/<int:pk>/uppgifter/",
        budget.BudgetUppgifterView.as_view(),
        name="budget_uppgifter",
    ),
    path("budgetar/<int:pk>/faststall/", budget.budget_faststall, name="budget_faststall"),
    path("budgetar/<int:pk>/revidera/", budget.budget_revidera, name="budget_revidera"),
    path("budgetar/<int:pk>/andringar/", budget.budget_diff, name="budget_diff"),
    path("budgetar/<int:pk>/ta-bort/", budget.budget_delete, name="budget_delete"),
    path(
        "budgetar/<int:pk>/budget.csv", budgetrutor.budget_fil, {"filformat": "csv"}, "budget_csv"
    ),
    path(
        "budgetar/<int:pk>/budget.xlsx",
        budgetrutor.budget_fil,
        {"filformat": "xlsx"},
        "budget_xlsx",
    ),
]

prognos_urls = [
    path("budgetuppfoljning/", budgetuppfoljning.budgetuppfoljning, name="budgetuppfoljning"),
    path("prognoser/", prognos.PrognosListView.as_view(), name="prognos_list"),
    path("prognoser/ny/", prognos.prognos_create, name="prognos_create"),
    path("prognoser/traffsakerhet/", prognos.prognos_traff, name="prognos_traff"),
    path("prognoser/<int:pk>/", prognos.prognos_detail, name="prognos_detail"),
    path("prognoser/<int:pk>/poster/", prognos.prognos_update, name="prognos_update"),
    path("prognoser/<int:pk>/lagg/", prognos.prognos_lagg, name="prognos_lagg"),
    path("prognoser/<int:pk>/ta-bort/", prognos.PrognosDeleteView.as_view(), name="prognos_delete"),
]

avgift_urls = [
    path("medlemsavgifter/", avgifter.TilldelningListView.as_view(), name="tilldelning_list"),
    path(
        "medlemsavgifter/ny/", avgifter.TilldelningCreateView.as_view(), name="tilldelning_create"
    ),
    path("medlemsavgifter/rater/", avgiftsfakturor.avgiftsrat_list, name="avgiftsrat_list"),
    path("medlemsavgifter/konton/", avgiftsfakturor.avgiftskonto_list, name="avgiftskonto_list"),
    path(
        "medlemsavgifter/<int:verksamhetsar>/",
        avgifter.tilldelning_detail,
        name="tilldelning_detail",
    ),
    path(
        "medlemsavgifter/<int:verksamhetsar>/ny-version/",
        avgifter.tilldelning_ny_version,
        name="tilldelning_ny_version",
    ),
    path(
        "medlemsavgifter/<int:verksamhetsar>/markera/",
        avgiftsfakturor.avgiftsfaktura_markera,
        name="avgiftsfaktura_markera",
    ),
    path(
        "medlemsavgifter/version/<int:pk>/andra/",
        avgifter.TilldelningUpdateView.as_view(),
        name="tilldelning_update",
    ),
    path(
        "medlemsavgifter/version/<int:pk>/faststall/",
        avgifter.tilldelning_faststall,
        name="tilldelning_faststall",
    ),
    path(
        "medlemsavgifter/version/<int:pk>/betalplan/",
        avgiftsfakturor.betalplan_create,
        name="betalplan_create",
    ),
]

faktura_urls = [
    path(
        "avgiftsfakturor/",
        avgiftsfakturor.AvgiftsfakturaListView.as_view(),
        name="avgiftsfaktura_list",
    ),
    path(
        "avgiftsfakturor/<int:pk>/andra/",
        avgiftsfakturor.AvgiftsfakturaUpdateView.as_view(),
        name="avgiftsfaktura_update",
    ),
    path(
        "avgiftsfakturor/<int:pk>/ta-bort/",
        avgiftsfakturor.AvgiftsfakturaDeleteView.as_view(),
        name="avgiftsfaktura_delete",
    ),
]

insats_urls = [
    path("forbrukning/", insatspengar.ForbrukningListView.as_view(), name="forbrukning_list"),
    path(
        "rekvisitionsavstamning/",
        insatspengar.RekvisitionsavstamningListView.as_view(),
        name="rekvisitionsavstamning",
    ),
]

mal_urls = [
    path("mal/", finansiella_mal.finansielltmal_list, name="finansielltmal_list"),
    path(
        "mal/nytt/",
        finansiella_mal.FinansielltMalCreateView.as_view(),
        name="finansielltmal_create",
    ),
    path("mal/kopiera/", finansiella_mal.finansielltmal_kopiera, name="finansielltmal_kopiera"),
    path(
        "mal/<int:pk>/andra/",
        finansiella_mal.FinansielltMalUpdateView.as_view(),
        name="finansielltmal_update",
    ),
    path(
        "mal/<int:pk>/ta-bort/",
        finansiella_mal.FinansielltMalDeleteView.as_view(),
        name="finansielltmal_delete",
    ),
]

# The decision room and the plays that are kept
utrymme_urls = [
    path("beslutsutrymme/", utrymme.utrymme_nu, name="utrymme_nu"),
    path("beslutsutrymme/<int:verksamhetsar>/", utrymme.utrymme, name="utrymme"),
    path(
        "beslutsutrymme/<int:verksamhetsar>/spara/",
        scenarier.scenario_create,
        name="scenario_create",
    ),
    path("scenarier/", scenarier.ScenarioListView.as_view(), name="scenario_list"),
    path("scenarier/jamfor/", scenarier.scenario_jamfor, name="scenario_jamfor"),
    path("scenarier/<int:pk>/", scenarier.scenario_detail, name="scenario_detail"),
    path(
        "scenarier/<int:pk>/andra/", scenarier.ScenarioUpdateView.as_view(), name="scenario_update"
    ),
    path(
        "scenarier/<int:pk>/ta-bort/",
        scenarier.ScenarioDeleteView.as_view(),
        name="scenario_delete",
    ),
]

urlpatterns = [
    *(*ar_urls, *bok_urls, *konto_urls),
    *(*budget_urls, *prognos_urls, *insats_urls),
    *(*avgift_urls, *faktura_urls),
    *(*mal_urls, *utrymme_urls),
]
