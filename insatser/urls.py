"""The insatser, and what is granted to each."""

from django.urls import path

from insatser.views import (
    ansokningar,
    ansokningssteg,
    avvikelse,
    beslut,
    externt_projekt,
    insatser,
    rekvisition,
    slutrapport,
)

app_name = "insatser"

# The register
insats_urls = [
    path("", insatser.InsatsListView.as_view(), name="insats_list"),
    path("ny/", insatser.InsatsCreateView.as_view(), name="insats_create"),
    path("<int:pk>/", insatser.insats_detail, name="insats_detail"),
    path("<int:pk>/andra/", insatser.InsatsUpdateView.as_view(), name="insats_update"),
]

# Grants per year
budget_urls = [
    path("<int:pk>/budget/", insatser.InsatsbudgetCreateView.as_view(), name="insatsbudget_create"),
    path("budget/<int:pk>/", insatser.InsatsbudgetUpdateView.as_view(), name="insatsbudget_update"),
]

# Goals and the final report
mal_urls = [
    path("<int:pk>/mal/", insatser.insatsmal_update, name="insatsmal_update"),
    path("<int:pk>/slutrapport/", slutrapport.slutrapport_detail, name="slutrapport_detail"),
    path("<int:pk>/slutrapport/skriv/", slutrapport.slutrapport_update, name="slutrapport_update"),
    path("<int:pk>/slutrapport/steg/", slutrapport.slutrapport_steg, name="slutrapport_steg"),
]

# Applications, and what is done with them
ansokan_urls = [
    path("ansokningar/", ansokningar.AnsokanListView.as_view(), name="ansokan_list"),
    path("ansokningar/ny/", ansokningar.AnsokanCreateView.as_view(), name="ansokan_create"),
    path("ansokningar/<int:pk>/", ansokningar.ansokan_detail, name="ansokan_detail"),
    path(
        "ansokningar/<int:pk>/andra/",
        ansokningar.AnsokanUpdateView.as_view(),
        name="ansokan_update",
    ),
    path(
        "ansokningar/<int:pk>/ta-bort/",
        ansokningar.AnsokanDeleteView.as_view(),
        name="ansokan_delete",
    ),
    path("ansokningar/<int:pk>/medel/", ansokningar.ansokan_budget, name="ansokan_budget"),
    path("ansokningar/<int:pk>/mal/", ansokningar.ansokan_mal, name="ansokan_mal"),
    path("ansokningar/<int:pk>/steg/", ansokningssteg.ansokan_steg, name="ansokan_steg"),
    path("ansokningar/<int:pk>/fornya/", ansokningssteg.ansokan_fornya, name="ansokan_fornya"),
    path("ansokningar/<int:pk>/beslut/", ansokningssteg.ansokan_beslut, name="ansokan_beslut"),
    path(
        "ansokningar/<int:pk>/bilagor/",
        ansokningssteg.ansokningsbilaga_create,
        name="ansokningsbilaga_create",
    ),
    path("ansokningar/bilagor/<int:pk>/", ansokningssteg.ansokningsbilaga, name="ansokningsbilaga"),
    path(
        "ansokningar/bilagor/<int:pk>/ta-bort/",
        ansokningssteg.ansokningsbilaga_delete,
        name="ansokningsbilaga_delete",
    ),
]

# Decisions
beslut_urls = [
    path("beslut/<int:pk>/", beslut.insatsbeslut_detail, name="insatsbeslut_detail"),
    path(
        "beslut/<int:pk>/anmalt/",
        beslut.InsatsbeslutAnmalView.as_view(),
        name="insatsbeslut_anmal",
    ),
]

# Claims
rekvisition_urls = [
    path("rekvisitioner/", rekvisition.RekvisitionListView.as_view(), name="rekvisition_list"),
    path(
        "rekvisitioner/ny/",
        rekvisition.RekvisitionCreateView.as_view(),
        name="rekvisition_create",
    ),
    path("rekvisitioner/<int:pk>/", rekvisition.rekvisition_detail, name="rekvisition_detail"),
    path(
        "rekvisitioner/<int:pk>/belopp/", rekvisition.rekvisition_update, name="rekvisition_update"
    ),
    path("rekvisitioner/<int:pk>/summa/", rekvisition.rekvisition_summa, name="rekvisition_summa"),
    path(
        "rekvisitioner/<int:pk>/lamna-in/",
        rekvisition.stegvy("lamna-in"),
        name="rekvisition_lamna_in",
    ),
    path(
        "rekvisitioner/<int:pk>/attestera/",
        rekvisition.stegvy("attestera"),
        name="rekvisition_attestera",
    ),
    path("rekvisitioner/<int:pk>/ater/", rekvisition.stegvy("ater"), name="rekvisition_ater"),
    path(
        "rekvisitioner/<int:pk>/overskrid/",
        rekvisition.stegvy("overskrid"),
        name="rekvisition_overskrid",
    ),
    path(
        "rekvisitioner/<int:pk>/ta-bort/", rekvisition.rekvisition_delete, name="rekvisition_delete"
    ),
    path(
        "rekvisitioner/<int:pk>/bilagor/",
        rekvisition.rekvisitionsbilaga_create,
        name="rekvisitionsbilaga_create",
    ),
    path(
        "rekvisitioner/bilagor/<int:pk>/",
        rekvisition.rekvisitionsbilaga,
        name="rekvisitionsbilaga",
    ),
    path(
        "rekvisitioner/bilagor/<int:pk>/ta-bort/",
        rekvisition.rekvisitionsbilaga_delete,
        name="rekvisitionsbilaga_delete",
    ),
]

# Deviations
avvikelse_urls = [
    path("avvikelser/", avvikelse.AvvikelseListView.as_view(), name="avvikelse_list"),
    path("avvikelser/ny/", avvikelse.AvvikelseCreateView.as_view(), name="avvikelse_create"),
    path("avvikelser/<int:pk>/", avvikelse.avvikelse_detail, name="avvikelse_detail"),
    path(
        "avvikelser/<int:pk>/andra/",
        avvikelse.AvvikelseUpdateView.as_view(),
        name="avvikelse_update",
    ),
    path("avvikelser/<int:pk>/beslut/", avvikelse.avvikelse_beslut, name="avvikelse_beslut"),
]

# Projects with others' money
projekt_urls = [
    path(
        "externa-projekt/",
        externt_projekt.ExterntProjektListView.as_view(),
        name="externt_projekt_list",
    ),
    path(
        "externa-projekt/nytt/",
        externt_projekt.ExterntProjektCreateView.as_view(),
        name="externt_projekt_create",
    ),
    path(
        "externa-projekt/<int:pk>/",
        externt_projekt.ExterntProjektUpdateView.as_view(),
        name="externt_projekt_update",
    ),
]

urlpatterns = (
    insats_urls
    + budget_urls
    + mal_urls
    + ansokan_urls
    + beslut_urls
    + rekvisition_urls
    + avvikelse_urls
    + projekt_urls
)
