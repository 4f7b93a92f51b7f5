"""The pages of login and one's own account, with Swedish addresses. There is no registration."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as koder
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as nyckel
from allauth.usersessions import views as sessioner
from django.urls import path, re_path

# /konto/
inloggning_urls = [
    path("logga-in/", account.login, name="account_login"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("avstangt/", account.account_inactive, name="account_inactive"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
]

# /konto/losenord/
losenord_urls = [
    path("losenord/byt/", account.password_change, name="account_change_password"),
    path("losenord/valj/", account.password_set, name="account_set_password"),
    path("losenord/glomt/", account.password_reset, name="account_reset_password"),
    path("losenord/skickat/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "losenord/klart/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]

# /konto/tvasteg/
tvasteg_urls = [
    path("tvasteg/", mfa.index, name="mfa_index"),
    path("tvasteg/kod/", mfa.authenticate, name="mfa_authenticate"),
    path("tvasteg/bekrafta/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("tvasteg/app/ny/", totp.activate_totp, name="mfa_activate_totp"),
    path("tvasteg/app/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("tvasteg/koder/", koder.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("tvasteg/koder/nya/", koder.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("tvasteg/koder/fil/", koder.download_recovery_codes, name="mfa_download_recovery_codes"),
]

# /konto/passnycklar/
passnyckel_urls = [
    path("passnycklar/", nyckel.list_webauthn, name="mfa_list_webauthn"),
    path("passnycklar/ny/", nyckel.add_webauthn, name="mfa_add_webauthn"),
    path("passnycklar/logga-in/", nyckel.login_webauthn, name="mfa_login_webauthn"),
    path(
        "passnycklar/bekrafta/", nyckel.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
    ),
    path("passnycklar/<int:pk>/", nyckel.edit_webauthn, name="mfa_edit_webauthn"),
    path("passnycklar/<int:pk>/ta-bort/", nyckel.remove_webauthn, name="mfa_remove_webauthn"),
]

urlpatterns = [
    *inloggning_urls,
    *losenord_urls,
    *tvasteg_urls,
    *passnyckel_urls,
    path("enheter/", sessioner.list_usersessions, name="usersessions_list"),
]
