"""A report is fastställd as the meeting saw it, whatever the data say today."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from finsam.models import Forbund
from finsam.rapporter.models import FaststalldRapport, Undantag
from finsam.rapporter.render.json_ import som_data
from styrelse.amnen import Motesbeslut, amnesslag
from tests.styrelse.arendeexempel import rapport

pytestmark = pytest.mark.django_db
RAPPORT = amnesslag("rapport")
NYCKEL = "delarsrapport 2021-H1"


def beslut(utfall: str = "bifall", data=None, **andrat) -> Motesbeslut:
    bilagor = {NYCKEL: som_data(rapport()) if data is None else data}
    grund = {"datum": date(2021, 10, 21), "paragraf": "§ 40/2021", "bilagor": bilagor}
    return Motesbeslut(**{"nyckel": NYCKEL, "utfall": utfall, **grund, **andrat})


def test_bifall_faststaller_det_som_motet_sag(forbundschef):
    # No ledger is read in: nothing could be built today.
    with pytest.raises(ValidationError, match="Bokföringen för 2021 är inte inläst"):
        RAPPORT.bygg(NYCKEL, False)
    assert RAPPORT.verkan(beslut()) == (
        "Delårsrapport halvår 1 2021 fastställs så som den bifogades, 2021-10-21, § 40/2021."
    )
    gjort = RAPPORT.verkstall(beslut(), forbundschef)
    assert gjort.endswith("är fastställd som version 1.")
    version = FaststalldRapport.objects.get()
    assert version.innehall == som_data(rapport())
    assert (version.beslutat, version.faststalld_av) == ("2021-10-21, § 40/2021", forbundschef)
    assert bytes(version.pdf).startswith(b"%PDF")
    # A correction says why.
    assert list(RAPPORT.form(NYCKEL, "bifall", None).fields) == ["skal"]
    assert RAPPORT.form(NYCKEL, "avslag", None) is None
    senare = {"datum": date(2021, 11, 18), "paragraf": "§ 52/2021"}
    with pytest.raises(ValidationError, match="Skriv skälet till rättelsen"):
        RAPPORT.verkstall(beslut(**senare), forbundschef)
    RAPPORT.verkstall(beslut(**senare, underlag={"skal": "Fel i not 3"}), forbundschef)
    assert FaststalldRapport.objects.count() == 2


@pytest.mark.parametrize("utfall", ["bifall", "andrat"])
def test_det_som_redan_ar_faststallt_med_samma_paragraf_ar_gjort(utfall, forbundschef):
    # As it is typed on the report's own page, without the year.
    RAPPORT.verkstall(beslut(paragraf="§ 40"), forbundschef)
    gjort = RAPPORT.verkstall(beslut(utfall), forbundschef)
    assert gjort == "Delårsrapport halvår 1 2021 är redan fastställd som version 1."
    assert FaststalldRapport.objects.count() == 1


def test_roda_kontroller_vagrar_tills_de_ar_undantagna(forbundschef):
    rod = som_data(rapport(ok=False))
    hinder = r"Rapporten kan inte fastställas: 1 kontroll är röd\. Ge ett undantag med skäl"
    with pytest.raises(ValidationError, match=hinder):
        RAPPORT.verkan(beslut(data=rod))  # told before anybody tries to close the meeting
    with pytest.raises(ValidationError, match=hinder):
        RAPPORT.verkstall(beslut(data=rod), forbundschef)
    assert not FaststalldRapport.objects.exists()
    Undantag.objects.create(
        slag="delarsrapport",
        period="2021-H1",
        kontroll="k1",
        skal="Rättas i bokslutet",
        beviljat_av=forbundschef,
    )
    RAPPORT.verkstall(beslut(data=rod), forbundschef)
    assert FaststalldRapport.objects.exists()


@pytest.mark.parametrize(
    ("andrat", "fel"),
    [
        ({"bilagor": {}}, "Rapporten var inte bifogad när mötet beslutade."),
        ({"utfall": "andrat"}, "Mötet ändrade rapporten"),
        ({"data": som_data(rapport()) | {"hidden_below": None}}, "den interna versionen"),
        ({"paragraf": ""}, "Detta fält får inte vara tomt"),
    ],
)
def test_det_som_vagras_sparar_inget(andrat, fel, forbundschef):
    Forbund.objects.create(namn="Provförbundet")
    with pytest.raises(ValidationError) as svar:
        RAPPORT.verkstall(beslut(**andrat), forbundschef)
    assert fel in " ".join(svar.value.messages)
    assert not FaststalldRapport.objects.exists()


@pytest.mark.parametrize(
    "andrat",
    [{"utfall": "handlingarna"}, {"utfall": "avslag"}, {"nyckel": "beslutsutrymme 2021"}],
)
def test_det_som_laggs_till_handlingarna_gor_inget(andrat, forbundschef):
    assert RAPPORT.verkstall(beslut(**andrat), forbundschef) == ""
    assert not FaststalldRapport.objects.exists()


def test_okand_nyckel_ar_inget_amne():
    assert RAPPORT.hitta("hittepa 2021") is None and RAPPORT.hitta("delarsrapport x") is None


def test_the_pdf_is_drawn_before_rows_are_locked(forbundschef, monkeypatch):
    ritningar = []
    monkeypatch.setattr(
        "finsam.rapporter.render.pdf.skriv_pdf",
        lambda html: ritningar.append(html) or b"%PDF-1.7 ritad",
    )
    fore = RAPPORT.forbered(beslut())
    assert len(ritningar) == 1
    RAPPORT.verkstall(beslut(forberett=fore), forbundschef)
    assert len(ritningar) == 1
    assert bytes(FaststalldRapport.objects.get().pdf) == fore.pdf
    # Nothing to do: nothing is drawn. Drawn for another §: drawn again, never kept as it was.
    assert RAPPORT.forbered(beslut()) is None and RAPPORT.forbered(beslut("avslag")) is None
    senare = {"paragraf": "§ 52/2021", "underlag": {"skal": "Fel i not 3"}}
    RAPPORT.verkstall(beslut(**senare, forberett=fore), forbundschef)
    assert len(ritningar) == 2 and "§ 52/2021" in ritningar[-1]
