"""Addresses of the offices."""

from django.urls import path

from styrelse.views import uppdrag as views

urlpatterns = [
    path("uppdrag/", views.UppdragListView.as_view(), name="uppdrag_list"),
    path("uppdrag/nytt/", views.UppdragCreateView.as_view(), name="uppdrag_create"),
    path("uppdrag/<int:pk>/", views.uppdrag_detail, name="uppdrag_detail"),
    path("uppdrag/<int:pk>/andra/", views.UppdragUpdateView.as_view(), name="uppdrag_update"),
    path("revisorer/", views.RevisorListView.as_view(), name="revisor_list"),
    path("revisorer/ny/", views.RevisorCreateView.as_view(), name="revisor_create"),
    path("revisorer/<int:pk>/", views.RevisorUpdateView.as_view(), name="revisor_update"),
]
