"""Addresses of what has been decided and what is to be done."""

from django.urls import path

from styrelse.views import beslutsregister as views

urlpatterns = [
    path("beslut/", views.BeslutListView.as_view(), name="beslut_list"),
    path("beslut/<int:pk>/atgard/", views.AtgardCreateView.as_view(), name="atgard_create"),
    path("atgarder/", views.AtgardListView.as_view(), name="atgard_list"),
    path("atgarder/<int:pk>/", views.AtgardUpdateView.as_view(), name="atgard_update"),
]
