from django.urls import path

from insatser import views

app_name = "insatser"

urlpatterns = [
    path("", views.InsatsListView.as_view(), name="insats_list"),
    path("ny/", views.InsatsCreateView.as_view(), name="insats_create"),
    path("<int:pk>/", views.insats_detail, name="insats_detail"),
    path("<int:pk>/andra/", views.InsatsUpdateView.as_view(), name="insats_update"),
    path("<int:pk>/budget/", views.InsatsbudgetCreateView.as_view(), name="insatsbudget_create"),
    path("budget/<int:pk>/", views.InsatsbudgetUpdateView.as_view(), name="insatsbudget_update"),
]
