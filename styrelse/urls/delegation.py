"""Addresses of decisions taken for the board."""

from django.urls import path

from styrelse.views import delegation as views

urlpatterns = [
    path(
        "delegationsbeslut/",
        views.DelegationsbeslutListView.as_view(),
        name="delegationsbeslut_list",
    ),
    path(
        "delegationsbeslut/nytt/",
        views.DelegationsbeslutCreateView.as_view(),
        name="delegationsbeslut_create",
    ),
    path(
        "delegationsbeslut/<int:pk>/",
        views.delegationsbeslut_detail,
        name="delegationsbeslut_detail",
    ),
    path(
        "delegationsbeslut/<int:pk>/andra/",
        views.DelegationsbeslutUpdateView.as_view(),
        name="delegationsbeslut_update",
    ),
]
