"""Addresses of allowances."""

from django.urls import path

from styrelse.views import arvode, korning

urlpatterns = [
    path("arvoden/", korning.KorningListView.as_view(), name="arvodeskorning_list"),
    path("arvoden/ny/", korning.korning_create, name="arvodeskorning_create"),
    path("arvoden/<int:pk>/", korning.korning_detail, name="arvodeskorning_detail"),
    path("arvoden/<int:pk>/rakna-om/", korning.korning_rakna_om, name="arvodeskorning_rakna_om"),
    path("arvoden/<int:pk>/attest/", korning.korning_attest, name="arvodeskorning_attest"),
    path("arvoden/<int:pk>/export/", korning.korning_export, name="arvodeskorning_export"),
    path("arvoden/<int:pk>/ta-bort/", korning.korning_delete, name="arvodeskorning_delete"),
    path("arvodesreglementen/", arvode.ReglementeListView.as_view(), name="arvodesreglemente_list"),
    path("arvodesreglementen/nytt/", arvode.reglemente_create, name="arvodesreglemente_create"),
    path("arvodesreglementen/<int:pk>/", arvode.reglemente_detail, name="arvodesreglemente_detail"),
    path(
        "arvodesreglementen/<int:pk>/andra/",
        arvode.reglemente_update,
        name="arvodesreglemente_update",
    ),
    path("ersattningskrav/", arvode.KravListView.as_view(), name="ersattningskrav_list"),
    path("ersattningskrav/nytt/", arvode.KravCreateView.as_view(), name="ersattningskrav_create"),
    path(
        "ersattningskrav/<int:pk>/", arvode.KravUpdateView.as_view(), name="ersattningskrav_update"
    ),
    path(
        "ersattningskrav/<int:pk>/ta-bort/",
        arvode.KravDeleteView.as_view(),
        name="ersattningskrav_delete",
    ),
]
