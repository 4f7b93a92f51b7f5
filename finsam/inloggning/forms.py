"""Forms of the login that lack a word of their own, or have a poor one."""

from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

NAMN = "Namn på nyckeln"


class NyAppForm(ActivateTOTPForm):
    code = forms.CharField(
        label="Kod från appen",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class NyPassnyckelForm(AddWebAuthnForm):
    name = forms.CharField(
        label=NAMN, required=False, help_text="Till exempel ”Min dator” eller ”Mobilen”."
    )
    passwordless = forms.BooleanField(
        label="Logga in med bara nyckeln, utan lösenord",
        required=False,
        help_text="Nyckeln ska då skyddas av fingret, ansiktet eller en pinkod.",
    )


class PassnyckelForm(EditWebAuthnForm):
    name = forms.CharField(label=NAMN, max_length=100)
