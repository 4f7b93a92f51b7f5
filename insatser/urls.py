"""The insatser, and what is granted to each."""

from django.urls import path

from insatser.views import insatser

app_name = "insatser"

# The register
insats_urls = [
    path("", insatser.InsatsListView.as_view(), name="insats_list"),
    path("ny/", insatser.InsatsCreateView.as_view(), name="insats_create"),
    path("<int:pk>/", insatser.insats_detail, name="insats_detail"),
    path("<int:pk>/andra/", insatser.InsatsUpdateView.as_view(), name="insats_update"),
]

# Grants per year
budget_urls = [
    path("<int:pk>/budget/", insatser.InsatsbudgetCreateView.as_view(), name="insatsbudget_create"),
    path("budget/<int:pk>/", insatser.InsatsbudgetUpdateView.as_view(), name="insatsbudget_update"),
]

urlpatterns = insats_urls + budget_urls
