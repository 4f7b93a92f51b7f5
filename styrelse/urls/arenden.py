"""Addresses of the matters and their annexes."""

from django.urls import path

from styrelse.views import arendebilagor as bilagor
from styrelse.views import arenden as views
from styrelse.views import nya_arenden as nya

urlpatterns = [
    path("arenden/", views.ArendeListView.as_view(), name="arende_list"),
    path("arenden/nytt/", nya.arende_create, name="arende_create"),
    path("arenden/nytt/fran/", nya.arende_fran_amne, name="arende_fran_amne"),
    path("arenden/<int:pk>/", views.arende_detail, name="arende_detail"),
    path("arenden/<int:pk>/andra/", views.arende_update, name="arende_update"),
    path("arenden/<int:pk>/avsluta/", views.arende_avsluta, name="arende_avsluta"),
    path("arenden/<int:pk>/ta-bort/", views.arende_delete, name="arende_delete"),
    path("arenden/<int:pk>/bifoga/", bilagor.arendebilaga_create, name="arendebilaga_create"),
    path("arendebilagor/<int:pk>/fil/", bilagor.arendebilaga_fil, name="arendebilaga_fil"),
    path("arendebilagor/<int:pk>/ersatt/", bilagor.arendebilaga_ersatt, name="arendebilaga_ersatt"),
    path("arendebilagor/<int:pk>/flytta/", bilagor.arendebilaga_flytta, name="arendebilaga_flytta"),
    path(
        "arendebilagor/<int:pk>/ta-bort/", bilagor.arendebilaga_delete, name="arendebilaga_delete"
    ),
]
