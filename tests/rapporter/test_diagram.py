"""The charts: what they say, that everyone can read them, and that any figures can be drawn."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.diagram import svg
from finsam.rapporter.diagram.artal import Serie, artalsstaplar
from finsam.rapporter.diagram.bygg import (
    eget_kapital_mot_tak,
    intakter_och_kostnader,
    utfall_mot_budget,
)
from finsam.rapporter.diagram.liggande import Post, liggande_staplar
from finsam.rapporter.diagram.tak import staplar_med_tak

NS = "{http://www.w3.org/2000/svg}"


def mkr(*belopp: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(b) * 1_000_000 for b in belopp)


AR = ("2023", "2024")
INTAKTER = Serie("Intäkter", mkr("24.2", "24.1"))
KOSTNADER = (
    Serie("Individ- och strukturinsatser", mkr("18.7", "19.9")),
    Serie("ESF-projekt", mkr("0.1", "0")),
    Serie("Kansli & styrelse", mkr("5.9", "6.0")),
)
POSTER = (
    Post("Framsteget 2.0, Håbo", Decimal(3_718_000), Decimal(3_880_000)),
    Post("Lokussamordnare, Uppsala", Decimal(377_000), Decimal(360_000)),
    Post("Förstudie pilotprojekt", Decimal(112_000), None),
    Post("REKO", None, Decimal(760_000)),
)
DIAGRAM = {
    "artal": intakter_och_kostnader(AR, INTAKTER, KOSTNADER),
    "budget": utfall_mot_budget("2024", POSTER),
    "tak": eget_kapital_mot_tak(AR, mkr("7.4", "5.5"), mkr("3.4", "3.4")),
}


def texter(bild: str) -> list[str]:
    return [t.text or "" for t in ElementTree.fromstring(bild).iter(f"{NS}text")]


@pytest.mark.parametrize("namn", DIAGRAM)
def test_slutsatsen_och_alla_varden_lases_upp_fore_bilden(namn):
    diagram = DIAGRAM[namn]
    rot = ElementTree.fromstring(diagram.svg)
    assert rot.get("role") == "img"
    titel, beskrivning = list(rot)[:2]
    assert (titel.tag, titel.text) == (f"{NS}title", diagram.slutsats)
    assert beskrivning.tag == f"{NS}desc"
    assert rot.get("aria-labelledby") == f"{titel.get('id')} {beskrivning.get('id')}"
    for rad in diagram.tabell.rader:
        assert rad.etikett.casefold() in beskrivning.text.casefold()


@pytest.mark.parametrize("namn", DIAGRAM)
def test_bilden_klarar_strikt_innehallspolicy(namn):
    """No style attribute, no style element, no script, nothing fetched."""
    bild = DIAGRAM[namn].svg
    assert not re.search(r"style|script|href|url\(|class=|on\w+=", bild)


def test_id_ar_egna_for_varje_bild():
    alla = [id_ for d in DIAGRAM.values() for id_ in re.findall(r'id="([^"]+)"', d.svg)]
    assert len(alla) == len(set(alla)) == 2 * len(DIAGRAM)


def test_artalsbilden_har_varje_belopp_som_text():
    text = texter(DIAGRAM["artal"].svg)
    # Sums over the bars: 18,7 + 0,1 + 5,9 and 19,9 + 0 + 6,0.
    for vantat in ("24,2", "24,7", "24,1", "25,9", "18,7", "19,9", "2023", "2024"):
        assert vantat in text
    assert "Kansli & styrelse" in text


def test_artalsbildens_slutsats_racknar_ut_skillnaden():
    # 25,9 − 24,1 = 1,8.
    assert DIAGRAM["artal"].slutsats == (
        "Kostnaderna 2024 var 1,8\u00a0mkr större än intäkterna, 25,9 mot 24,1\u00a0mkr. "
        "Störst är individ- och strukturinsatser med 19,9\u00a0mkr."
    )


def test_budgetbildens_slutsats_och_kolumner():
    # Outcome 3 718 + 377 + 112 = 4 207; budget 3 880 + 360 + 760 = 5 000; 84 %.
    assert DIAGRAM["budget"].slutsats == (
        "Insatserna använde 84\u00a0% av sin budget 2024: 4,2 av 5,0\u00a0mkr. "
        "En gick över sin budget. Lägst andel har REKO med 0\u00a0%."
    )
    text = texter(DIAGRAM["budget"].svg)
    for vantat in ("3\u00a0718", "3\u00a0880", "96\u00a0%", "105\u00a0%", "–"):
        assert vantat in text


@pytest.mark.parametrize(
    ("kapital", "tak", "slut"),
    [
        ("5.5", "3.4", ", 2,1\u00a0mkr över trappans tak på 3,4\u00a0mkr."),
        ("2.0", "3.4", ", 1,4\u00a0mkr under trappans tak på 3,4\u00a0mkr."),
        ("3.4", "3.4", ", lika med trappans tak."),
    ],
)
def test_takbildens_slutsats(kapital, tak, slut):
    diagram = eget_kapital_mot_tak(("2024",), mkr(kapital), mkr(tak))
    borjan = f"Eget kapital var {kapital.replace('.', ',')}\u00a0mkr vid utgången av 2024"
    assert diagram.slutsats == borjan + slut
    assert diagram.titel == "Eget kapital mot trappans tak 2024, mkr"


def test_ett_utfall_over_budget_sticker_ut_ur_sin_ruta():
    rot = ElementTree.fromstring(liggande_staplar("d", POSTER[1:2], "Över"))
    ruta, stapel = (float(r.get("width")) for r in rot.iter(f"{NS}rect"))
    # 377 / 360
    assert stapel / ruta == pytest.approx(1.047, abs=0.002)


def test_staplarna_ar_proportionella():
    rot = ElementTree.fromstring(artalsstaplar("d", AR, INTAKTER, KOSTNADER[:1], ""))
    in_, ut = [float(r.get("height")) for r in rot.iter(f"{NS}rect")][:2]
    assert in_ / ut == pytest.approx(24.2 / 18.7, abs=0.01)


def test_minus_ritas_under_nollinjen():
    rot = ElementTree.fromstring(
        staplar_med_tak("d", ("2024",), mkr("-1"), mkr("2"), ("Eget kapital", "Tak"), "")
    )
    stapel = next(iter(rot.iter(f"{NS}rect")))
    nollinje = next(linje for linje in rot.iter(f"{NS}line") if linje.get("x1") == "0")
    assert float(stapel.get("y")) == pytest.approx(float(nollinje.get("y1")), abs=0.1)
    assert "−1,0" in texter(ElementTree.tostring(rot, encoding="unicode"))


def luminans(farg: str) -> float:
    delar = [int(farg[plats : plats + 2], 16) / 255 for plats in (1, 3, 5)]
    r, g, b = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delar)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("farg", [*svg.FARGER, svg.GRANS, svg.SVAG, svg.KANT])
def test_varje_farg_syns_mot_vitt_och_bar_vit_text(farg):
    """WCAG 1.4.3: 4.5:1 for text, of the fill against white and of white on the fill."""
    assert 1.05 / (luminans(farg) + 0.05) >= 4.5


def test_langa_namn_bryts_pa_tva_rader():
    assert svg.rader("Kort", 10) == ["Kort"]
    assert svg.rader("En väg in – steget vidare", 15) == ["En väg in –", "steget vidare"]
    assert svg.rader("Arbetsmarknadsstödjare", 10) == ["Arbetsmark", "nadsstödj…"]


BELOPP = st.none() | st.decimals(-(10**9), 10**9, places=2)


@given(st.lists(BELOPP, min_size=1, max_size=5), st.data())
def test_alla_tal_gar_att_rita(intakter, data):
    """Nothing, zero, minus and enormous amounts give well-formed pictures with finite numbers."""
    ar = tuple(str(2020 + nr) for nr in range(len(intakter)))
    lika = st.lists(BELOPP, min_size=len(ar), max_size=len(ar))
    kostnader = [Serie("A & B", tuple(data.draw(lika))), Serie('"C" <d>', tuple(data.draw(lika)))]
    bilder = (
        intakter_och_kostnader(ar, Serie("Intäkter", tuple(intakter)), kostnader).svg,
        eget_kapital_mot_tak(ar, intakter, data.draw(lika)).svg,
        utfall_mot_budget("2024", [Post("<&>", belopp, belopp) for belopp in intakter]).svg,
    )
    for bild in bilder:
        ElementTree.fromstring(bild)
        assert not re.search(r'"(nan|-?inf|-?\d+e)', bild)
        assert not re.search(r'(width|height)="-', bild)
