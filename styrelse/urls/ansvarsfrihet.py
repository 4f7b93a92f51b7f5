"""Addresses of discharge."""

from django.urls import path

from styrelse.views import ansvarsfrihet as views

urlpatterns = [
    path("ansvarsfrihet/", views.AnsvarsfrihetListView.as_view(), name="ansvarsfrihet_list"),
    path(
        "ansvarsfrihet/nytt/",
        views.AnsvarsfrihetCreateView.as_view(),
        name="ansvarsfrihet_create",
    ),
    path(
        "ansvarsfrihet/<int:pk>/andra/",
        views.AnsvarsfrihetUpdateView.as_view(),
        name="ansvarsfrihet_update",
    ),
    path("ansvarsfrihet/<int:verksamhetsar>/", views.ansvarsfrihet_ar, name="ansvarsfrihet_ar"),
]
