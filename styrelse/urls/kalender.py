"""Addresses of the calendars."""

from django.urls import path

from styrelse.views import kalender as views

urlpatterns = [
    path("kalender/", views.kalenderadress_list, name="kalenderadress_list"),
    path(
        "kalender/<int:pk>/aterkalla/",
        views.kalenderadress_aterkalla,
        name="kalenderadress_aterkalla",
    ),
    path("kalender/<str:hemlighet>.ics", views.kalender_ics, name="kalender_ics"),
]
