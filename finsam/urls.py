"""The address space as a table of contents."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from finsam.views import anvandare, folkmangd, halsa, historik, inlasning, medlemmar, om, start

# Before admin.site.urls is read: its own login would go around the limits of the real one.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

# /
start_urls = [
    path("", start.start, name="start"),
    path("mitt-konto/", start.mitt_konto, name="mitt_konto"),
]

# Users and what everyone has done
anvandare_urls = [
    path("anvandare/", anvandare.AnvandareListView.as_view(), name="anvandare_list"),
    path("anvandare/ny/", anvandare.AnvandareCreateView.as_view(), name="anvandare_create"),
    path("anvandare/<int:pk>/", anvandare.AnvandareUpdateView.as_view(), name="anvandare_update"),
    path("anvandare/<int:pk>/losenord/", anvandare.anvandare_losenord, name="anvandare_losenord"),
    path("anvandare/<int:pk>/tvasteg/", anvandare.anvandare_tvasteg, name="anvandare_tvasteg"),
    path("historik/", historik.HistorikListView.as_view(), name="historik_list"),
]

# What the site says about itself
om_urls = [
    path("ordlista/", om.ordlista, name="ordlista"),
    path("tillganglighet/", om.tillganglighet, name="tillganglighet"),
    path("tillganglighet/tack/", om.tillganglighet_tack, name="tillganglighet_tack"),
    path("tillganglighet/brister/", om.BristListView.as_view(), name="brist_list"),
]

# What machines ask
drift_urls = [
    path("halsa/", halsa.halsa, name="halsa"),
]

# Members and their populations
medlem_urls = [
    path("medlemmar/", medlemmar.MedlemListView.as_view(), name="medlem_list"),
    path("medlemmar/ny/", medlemmar.MedlemCreateView.as_view(), name="medlem_create"),
    path("medlemmar/<int:pk>/", medlemmar.medlem_detail, name="medlem_detail"),
    path("medlemmar/<int:pk>/andra/", medlemmar.MedlemUpdateView.as_view(), name="medlem_update"),
    path("folkmangd/", folkmangd.FolkmangdListView.as_view(), name="folkmangd_list"),
    path("folkmangd/ny/", folkmangd.FolkmangdCreateView.as_view(), name="folkmangd_create"),
    path("folkmangd/dag/", folkmangd.folkmangd_dag, name="folkmangd_dag"),
    path(
        "folkmangd/<int:pk>/andra/",
        folkmangd.FolkmangdUpdateView.as_view(),
        name="folkmangd_update",
    ),
    path("forbundet/", medlemmar.ForbundUpdateView.as_view(), name="forbund_update"),
]

# Files in and out
inlasning_urls = [
    path("inlasning/", inlasning.inlasning, name="inlasning"),
    path("inlasning/mallar.zip", inlasning.mallar, name="mallar"),
    path("inlasning/mallar/<slug:namn>.xlsx", inlasning.mall, name="mall"),
    path("inlasning/export.zip", inlasning.export, name="export"),
    path("inlasning/<str:token>/", inlasning.inlasning_detail, name="inlasning_detail"),
    path("inlasning/<str:token>/forlopp/", inlasning.inlasning_forlopp, name="inlasning_forlopp"),
    path("inlasning/<str:token>/avbryt/", inlasning.inlasning_avbryt, name="inlasning_avbryt"),
]

egna_urls = [
    *(*start_urls, *medlem_urls, *anvandare_urls),
    *(*inlasning_urls, *om_urls, *drift_urls),
]

urlpatterns = [
    path("", include((egna_urls, "finsam"))),
    path("styrelse/", include("styrelse.urls")),
    path("insatser/", include("insatser.urls")),
    path("ekonomi/", include("ekonomi.urls")),
    path("uppfoljning/", include("uppfoljning.urls")),
    path("rapporter/", include("finsam.rapporter.urls")),
    path("konto/", include("finsam.inloggning.urls")),
    path("admin/", admin.site.urls),
]
