"""What an administrator does for a user who cannot come in."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest
from django.urls import reverse

from finsam.models import Anvandare


def losenordslank(request: HttpRequest, anvandare: Anvandare) -> str:
    """An address, good for three days and once, where the user chooses a password."""
    nyckel = default_token_generator.make_token(anvandare)
    delar = {"uidb36": user_pk_to_url_str(anvandare), "key": nyckel}
    return request.build_absolute_uri(reverse("account_reset_password_from_key", kwargs=delar))


def send_losenordslank(request: HttpRequest, anvandare: Anvandare, lank: str) -> None:
    """Send the address to the user by e-mail."""
    innehall: dict[str, Any] = {
        "user": anvandare,
        "password_reset_url": lank,
        "current_site": get_current_site(request),
    }
    get_adapter().send_mail("account/email/password_reset_key", anvandare.email, innehall)


def clear_second_step(anvandare: Anvandare) -> None:
    """Remove the user's app, passkeys and recovery codes."""
    Authenticator.objects.filter(user=anvandare).delete()
