from decimal import Decimal as D

import pytest
from django import forms

from finsam.formfields import KronorFormField, las_belopp


@pytest.mark.parametrize(
    ("text", "vantat"),
    [
        ("1 234 567,50", D("1234567.50")),
        ("1\u00a0234\u202f567", D(1234567)),
        ("\u22125", D(-5)),
        ("1 234 kr", D(1234)),
        ("1.234,50", D("1234.50")),
        ("1.234", D(1234)),
        ("1234.5", D("1234.5")),
        ("-800", D(-800)),
        ("0", D(0)),
    ],
)
def test_amounts_that_people_write_and_paste(text, vantat):
    assert las_belopp(text) == vantat


@pytest.mark.parametrize("text", ["4 682 00", "12 34", "1,2,3", "abc", "--5", "1.2.3", "5,123", ""])
def test_unreadable_amounts_name_the_value_and_the_right_form(text):
    with pytest.raises(ValueError, match=r"kan inte tolkas\. Skriv till exempel 4 682 000\."):
        las_belopp(text)


def test_form_field_shows_the_sentence():
    form_field = KronorFormField()
    with pytest.raises(Exception, match="kan inte tolkas"):
        form_field.clean("4 682 00")
    assert form_field.clean("1 000") == D(1000)


def test_ett_sparat_belopp_star_i_faltet_som_i_tryck_och_gar_att_skicka_igen():
    class Formular(forms.Form):
        belopp = KronorFormField()

    rad = str(Formular(initial={"belopp": D("-1234567.5")})["belopp"])
    assert 'value="\u22121\u00a0234\u00a0567,50"' in rad
    assert Formular({"belopp": "\u22121\u00a0234\u00a0567,50"}).is_valid()
    # What could not be read stays as it was typed.
    assert 'value="4 682 00"' in str(Formular({"belopp": "4 682 00"})["belopp"])
