"""Addresses of people and offices."""

from django.urls import path

from styrelse.views import personer, uppdrag
from styrelse.views.styrelsen import styrelsen

urlpatterns = [
    path("styrelsen/", styrelsen, name="styrelsen"),
    path("uppdrag/", uppdrag.UppdragListView.as_view(), name="uppdrag_list"),
    path("uppdrag/nytt/", uppdrag.UppdragCreateView.as_view(), name="uppdrag_create"),
    path("uppdrag/<int:pk>/", uppdrag.uppdrag_detail, name="uppdrag_detail"),
    path("uppdrag/<int:pk>/andra/", uppdrag.UppdragUpdateView.as_view(), name="uppdrag_update"),
    path("uppdrag/<int:pk>/eftertradare/", uppdrag.uppdrag_overlamna, name="uppdrag_overlamna"),
    path("personer/<int:pk>/", personer.PersonUpdateView.as_view(), name="person_update"),
    path("kansliet/", personer.KanslirollListView.as_view(), name="kansliroll_list"),
    path("kansliet/ny/", personer.KanslirollCreateView.as_view(), name="kansliroll_create"),
    path("kansliet/<int:pk>/", personer.KanslirollUpdateView.as_view(), name="kansliroll_update"),
    path("revisorer/", personer.RevisorListView.as_view(), name="revisor_list"),
    path("revisorer/ny/", personer.RevisorCreateView.as_view(), name="revisor_create"),
    path("revisorer/<int:pk>/", personer.RevisorUpdateView.as_view(), name="revisor_update"),
]
