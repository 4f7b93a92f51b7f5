"""What allauth asks the product about: who may register, and what faults are called."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Only the invited have accounts; an administrator makes them (finsam:anvandare_create)."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Kontot är avstängt. Kontakta förbundets administratör.",
        "email_password_mismatch": "E-postadressen eller lösenordet stämmer inte.",
        "enter_current_password": "Lösenordet stämmer inte med ditt nuvarande.",
        "incorrect_code": "Koden stämmer inte. Koder i appen byts varje halv minut.",
        "incorrect_password": "Lösenordet stämmer inte.",
        "too_many_login_attempts": "För många misslyckade försök. Vänta fem minuter.",
        "rate_limited": "För många försök på kort tid. Vänta en stund.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        ord_ = {
            "reauthenticate": "Använd lösenordet",
            "mfa_reauthenticate": "Använd en kod från appen",
            "mfa_reauthenticate:webauthn": "Använd en passnyckel",
        }
        return [
            {**satt, "description": ord_[satt["id"]]}
            for satt in super().get_reauthentication_methods(user)
        ]
