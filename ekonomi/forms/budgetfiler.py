"""Rows and files that a budget is filled in with."""

from pathlib import PurePath
from typing import Any

from django import forms

from ekonomi.imports.budget import BUDGET

STORSTA_TEXT = 200_000


class KlistraForm(forms.Form):
    """Rows as a spreadsheet copies them: tabs between cells, a line per row."""

    rader = forms.CharField(
        label="Rader från kalkylbladet",
        max_length=STORSTA_TEXT,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "class": "klistra", "spellcheck": "false"}),
        help_text="Konto, kostnadsblock, insats och belopp, i den ordningen, och därefter januari "
        "till december om budgeten är månadsvis. En första rad med rubriker ger en annan ordning.",
    )


class BudgetfilForm(forms.Form):
    """A table file with budgets, by any name."""

    fil = forms.FileField(
        label="Fil med budget",
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx"}),
        help_text="Samma kolumner som i den hämtade filen. Inget sparas förrän du har bekräftat.",
    )

    def clean_fil(self) -> Any:
        fil = self.cleaned_data["fil"]
        andelse = PurePath(fil.name).suffix.lower()
        if andelse not in (".csv", ".xlsx"):
            raise forms.ValidationError(f"Filtypen {andelse or 'utan ändelse'} tillåts inte.")
        # The reader knows a file by its name.
        fil.name = f"{BUDGET.namn}{andelse}"
        return fil
