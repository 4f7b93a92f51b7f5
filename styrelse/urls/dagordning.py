"""Addresses of the agenda."""

from django.urls import path

from styrelse.views import dagordning as views
from styrelse.views import punkter

urlpatterns = [
    path("moten/<int:pk>/dagordning/", views.dagordning, name="dagordning"),
    path("moten/<int:pk>/dagordning/ordna/", views.dagordning_ordna, name="dagordning_ordna"),
    path("moten/<int:pk>/dagordning/arende/", punkter.dagordning_arende, name="dagordning_arende"),
    path("moten/<int:pk>/dagordning/ovrig/", punkter.dagordning_ovrig, name="dagordning_ovrig"),
    path(
        "moten/<int:pk>/dagordning/protokoll/",
        punkter.dagordning_protokoll,
        name="dagordning_protokoll",
    ),
    path("moten/<int:pk>/dagordning/fasta/", punkter.dagordning_fasta, name="dagordning_fasta"),
    path("moten/<int:pk>/dagordning/ny/", punkter.punkt_create, name="punkt_create"),
    path("punkter/<int:pk>/andra/", punkter.punkt_update, name="punkt_update"),
    path("punkter/<int:pk>/ta-bort/", punkter.punkt_delete, name="punkt_delete"),
    path("punkter/<int:pk>/aterta/", punkter.punkt_aterta, name="punkt_aterta"),
    path("punkter/<int:pk>/ta-upp/", punkter.punkt_ta_upp, name="punkt_ta_upp"),
]
