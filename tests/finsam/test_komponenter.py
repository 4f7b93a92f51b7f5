"""Each template of templates/components renders, with what it needs and with nothing."""

from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.conf import settings
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

MAPP = Path(settings.BASE_DIR) / "templates" / "components"
KOMPONENTER = sorted(fil.name for fil in MAPP.glob("*.html") if fil.name != "tabell.html")


class Formular(forms.Form):
    namn = forms.CharField(label="Namn", help_text="Hela namnet.")
    ort = forms.CharField(label="Ort", required=False)
    val = forms.ChoiceField(label="Typ", choices=[("a", "Alfa")], widget=forms.RadioSelect)
    kryss = forms.BooleanField(label="Med")


@pytest.mark.parametrize("mall", KOMPONENTER)
def test_varje_komponent_gar_att_visa_utan_innehall(mall: str, rf: RequestFactory) -> None:
    if mall != "falt.html":  # A field template is nothing without a field.
        render_to_string(f"components/{mall}", {}, request=None)


def visa(mall: str, **innehall: Any) -> str:
    return render_to_string(f"components/{mall}.html", innehall)


def test_status_ar_ett_ord_med_farg() -> None:
    assert '<span class="status status-fel">Försenad</span>' in visa(
        "status", slag="fel", text="Försenad"
    )
    assert '<span class="status">Kommande</span>' in visa("status", slag="", text="Kommande")


def test_tomt_sager_nasta_steg() -> None:
    ut = visa("tomt", rubrik="Tomt", text="Läs in en fil.", adress="/inlasning/", lank="Läs in")
    assert "<h2>Tomt</h2>" in ut and '<a class="knapp" href="/inlasning/">Läs in</a>' in ut


def test_forloppet_sager_hur_langt_det_kommit_nar_det_ar_kant() -> None:
    ut = visa("forlopp", text="12 av 40", andel=30)
    assert 'value="30"' in ut and '<p role="status">12 av 40</p>' in ut
    okant = visa("forlopp", text="Ritar", adress="/x/")
    assert "value" not in okant and 'hx-get="/x/" hx-trigger="load delay:1s"' in okant


def test_falten_har_etikett_hjalp_och_fel_som_hor_ihop() -> None:
    ut = str(Formular({"ort": "x"}))
    assert 'role="alert"' in ut and '<a href="#id_namn">Namn:' in ut
    assert '<label for="id_namn">Namn</label>' in ut
    assert 'id="id_namn_helptext">Hela namnet.' in ut and 'id="id_namn_error"' in ut
    assert 'aria-describedby="id_namn_helptext id_namn_error"' in ut and "aria-invalid" in ut
    assert '<label for="id_ort">Ort <span class="valfritt">(valfritt)</span></label>' in ut
    assert "<legend>Typ</legend>" in ut
    # A check box stands before its label.
    assert ut.index('id="id_kryss"') < ut.index('<label for="id_kryss">Med</label>')


def test_platshallare_visas_aldrig() -> None:
    falt = forms.CharField(label="A", widget=forms.TextInput(attrs={"placeholder": "åååå"}))
    assert "placeholder" not in str(type("F", (forms.Form,), {"a": falt})())


def test_filtren_visar_tal_och_dagar() -> None:
    mall = Template("{% load visa %}{{ a|tkr }} {{ b|procent }} {{ c|datum }} {{ d|kr }}")
    ut = mall.render(Context({"a": 1_234_500, "b": None, "c": None, "d": 0}))
    assert ut == "1\u00a0235 – – 0"


def test_en_dag_ar_ett_ord_i_en_rubrik() -> None:
    ut = Template("{% load visa %}{{ a|hela_datum }}").render(
        Context({"a": "<Utfall> 2021-01-01–2021-06-30, mål 12021-01-012"})
    )
    assert ut == (
        '&lt;Utfall&gt; <span class="helt">2021-01-01</span>–<span class="helt">2021-06-30</span>'
        ", mål 12021-01-012"
    )
