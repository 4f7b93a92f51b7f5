"""Addresses of the meetings."""

from django.urls import path

from styrelse.views import moten as views

urlpatterns = [
    path("moten/", views.MoteListView.as_view(), name="mote_list"),
    path("moten/nytt/", views.MoteCreateView.as_view(), name="mote_create"),
    path("moten/<int:pk>/", views.mote_detail, name="mote_detail"),
    path("moten/<int:pk>/andra/", views.MoteUpdateView.as_view(), name="mote_update"),
    path("moten/<int:pk>/ta-bort/", views.MoteDeleteView.as_view(), name="mote_delete"),
]
