"""Forms of the login that lack a word of their own."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms

NAMN = "Namn på nyckeln"


class NyPassnyckelForm(AddWebAuthnForm):
    name = forms.CharField(
        label=NAMN, required=False, help_text="Till exempel ”Min dator” eller ”Mobilen”."
    )


class PassnyckelForm(EditWebAuthnForm):
    name = forms.CharField(label=NAMN, max_length=100)
