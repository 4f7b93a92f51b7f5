"""Deviations: what is asked, who decides, and what an approved transfer does to both years."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from finsam.choices import Roll
from finsam.models import Anvandare
from insatser.actions.avvikelse import besluta_avvikelse
from insatser.models import Avvikelse
from insatser.selectors.medel import medelslage
from tests.insatser.exempel import insats

pytestmark = pytest.mark.django_db
DAG = date(2024, 12, 15)


def avvikelse(**falt: Any) -> Avvikelse:
    standard = {
        "insats": falt.pop("insats", None) or insats(budget={2024: 1000, 2025: 1200}),
        "period": "2024",
        "slag": "overforing",
        "belopp": 150,
        "beskrivning": "Vakans under hösten.",
        "anmald": date(2024, 12, 1),
    }
    return Avvikelse.objects.create(**{**standard, **falt})


def test_overforing_andrar_bada_arens_tak(forbundschef: Anvandare) -> None:
    en = avvikelse()
    besluta_avvikelse(en, forbundschef, "godkand", DAG, "Godkänns.")
    assert medelslage(en.insats, 2024).tak == 850
    assert medelslage(en.insats, 2025).tak == 1350
    en.refresh_from_db()
    assert (en.status, en.beslutad_av, en.beslutsdatum) == ("godkand", forbundschef, DAG)


@pytest.mark.parametrize(
    ("belopp", "status", "fel"),
    [
        (1000, "godkand", []),
        (1001, "godkand", ["Det finns 1\u00a0000\u00a0kr kvar av 2024 års medel att föra över."]),
        (1001, "avslagen", []),
    ],
)
def test_mer_an_som_finns_kvar_kan_inte_foras_over(
    forbundschef: Anvandare, belopp: int, status: str, fel: list[str]
) -> None:
    en = avvikelse(belopp=belopp)
    try:
        besluta_avvikelse(en, forbundschef, status, DAG, "Beslut.")
    except ValidationError as undantag:
        assert undantag.messages == fel
    else:
        assert fel == []


def test_forbundschefen_beslutar_om_overforing(kansli: Anvandare) -> None:
    with pytest.raises(ValidationError, match="Förbundschefen beslutar om att föra över medel"):
        besluta_avvikelse(avvikelse(), kansli, "godkand", DAG, "Ja.")


def test_kansliet_beslutar_om_andra_avvikelser_en_gang(kansli: Anvandare) -> None:
    en = avvikelse(slag="metod", belopp=None)
    besluta_avvikelse(en, kansli, "avslagen", DAG, "Metoden ska hållas.")
    with pytest.raises(ValidationError, match="Avvikelsen är redan beslutad"):
        besluta_avvikelse(en, kansli, "godkand", DAG, "Ändå.")


def test_ansvarig_anmaler_for_sin_insats(klient: Any, insatsansvarig: Anvandare) -> None:
    egen, annans = insats(1), insats(2)
    egen.ansvariga.add(insatsansvarig)
    client = klient(insatsansvarig)
    data = {"period": "2024-K4", "slag": "overforing", "beskrivning": "x", "anmald": "2024-12-01"}
    nekad = client.post("/insatser/avvikelser/ny/", {**data, "insats": annans.pk})
    assert nekad.status_code == 200 and not Avvikelse.objects.exists()
    utan_belopp = client.post("/insatser/avvikelser/ny/", {**data, "insats": egen.pk})
    assert "Ange hur mycket som ska föras över till nästa år." in utan_belopp.content.decode()
    sida = client.post(
        "/insatser/avvikelser/ny/", {**data, "insats": egen.pk, "belopp": "5 000"}, follow=True
    )
    assert "5\u00a0000,00 kr" in sida.content.decode()
    en = Avvikelse.objects.get()
    assert en.anmald_av == insatsansvarig
    assert client.post(f"{en.get_absolute_url()}beslut/", {"status": "godkand"}).status_code == 404


def test_annans_avvikelse_finns_inte(klient: Any, insatsansvarig: Anvandare) -> None:
    client = klient(insatsansvarig)
    en = avvikelse()
    assert client.get(en.get_absolute_url()).status_code == 404
    assert client.get(f"{en.get_absolute_url()}andra/").status_code == 404


def test_beslutet_som_vagras_behaller_det_som_skrevs(klient: Any) -> None:
    en = avvikelse(belopp=1001)
    svar = klient(Roll.FORBUNDSCHEF).post(
        f"{en.get_absolute_url()}beslut/",
        {"status": "godkand", "beslutsdatum": "2024-12-15", "beslut": "Ord som står kvar."},
    )
    sida = svar.content.decode()
    assert "kvar av 2024 års medel" in sida and "Ord som står kvar." in sida


def test_en_beslutad_avvikelse_andras_inte(klient: Any, forbundschef: Anvandare) -> None:
    en = avvikelse()
    besluta_avvikelse(en, forbundschef, "godkand", DAG, "Ja.")
    assert klient(forbundschef).get(f"{en.get_absolute_url()}andra/").status_code == 404
