"""Addresses of the meetings."""

from django.urls import path

from styrelse.views import arsarenden as arliga
from styrelse.views import fasta_punkter, motesplan, samrad
from styrelse.views import moten as views

urlpatterns = [
    path("moten/", views.MoteListView.as_view(), name="mote_list"),
    path("moten/nytt/", views.MoteCreateView.as_view(), name="mote_create"),
    path("moten/plan/", motesplan.motesplan_create, name="motesplan_create"),
    path("moten/<int:pk>/", views.mote_detail, name="mote_detail"),
    path("moten/<int:pk>/andra/", views.MoteUpdateView.as_view(), name="mote_update"),
    path("moten/<int:pk>/ta-bort/", views.MoteDeleteView.as_view(), name="mote_delete"),
    path("moten/<int:pk>/stall-in/", views.mote_stall_in, name="mote_stall_in"),
    path("moten/<int:pk>/steg/", views.mote_steg, name="mote_steg"),
    path("moten/<int:pk>/deltagare/", samrad.deltagare_create, name="deltagare_create"),
    path("moten/deltagare/<int:pk>/ta-bort/", samrad.deltagare_delete, name="deltagare_delete"),
    path(
        "fasta-punkter/",
        fasta_punkter.DagordningsmallListView.as_view(),
        name="dagordningsmall_list",
    ),
    path(
        "fasta-punkter/ny/",
        fasta_punkter.DagordningsmallCreateView.as_view(),
        name="dagordningsmall_create",
    ),
    path(
        "fasta-punkter/vanliga/",
        fasta_punkter.dagordningsmall_vanliga,
        name="dagordningsmall_vanliga",
    ),
    path(
        "fasta-punkter/<int:pk>/",
        fasta_punkter.DagordningsmallUpdateView.as_view(),
        name="dagordningsmall_update",
    ),
    path(
        "fasta-punkter/<int:pk>/ta-bort/",
        fasta_punkter.DagordningsmallDeleteView.as_view(),
        name="dagordningsmall_delete",
    ),
    path("arliga-arenden/", arliga.ArsarendeListView.as_view(), name="arsarende_list"),
    path("arliga-arenden/nytt/", arliga.ArsarendeCreateView.as_view(), name="arsarende_create"),
    path("arliga-arenden/lagstadgade/", arliga.arsarende_lagstadgade, name="arsarende_lagstadgade"),
    path(
        "arliga-arenden/<int:pk>/",
        arliga.ArsarendeUpdateView.as_view(),
        name="arsarende_update",
    ),
    path(
        "arliga-arenden/<int:pk>/ta-bort/",
        arliga.ArsarendeDeleteView.as_view(),
        name="arsarende_delete",
    ),
]
