"""The binding of texts to figures: good and bad sentences."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.rapporter import texter
from finsam.rapporter.dokument import Kalla, Varde

FIGURER = {
    "arets_resultat": Varde(Decimal("-1864314.00"), "kr", Kalla("/u/1/", "Resultaträkning")),
    "arets_resultat.budget": Varde(Decimal("-2959000"), "tkr"),
    "soliditet": Varde(Decimal("0.45993"), "procent"),
    "antal_insatser": Varde(13, "antal"),
    "arbetsloshet": Varde(Decimal("0.061"), "procent", decimaler=1),
    "tomt": Varde(None, "kr"),
}


@pytest.mark.parametrize(
    ("text", "vantat"),
    [
        ("{arets_resultat|tkr}", "−1\u00a0864\u00a0tkr"),
        ("{arets_resultat|tkr|abs}", "1\u00a0864\u00a0tkr"),
        ("{arets_resultat|abs}", "1\u00a0864\u00a0314\u00a0kr"),
        ("{arets_resultat|mkr}", "−1,864\u00a0mkr"),
        ("{arets_resultat.budget|tkr}", "−2\u00a0959\u00a0tkr"),
        ("{soliditet|procent}", "46\u00a0%"),
        ("{antal_insatser|antal}", "13"),
        ("{ arets_resultat | kr }", "−1\u00a0864\u00a0314\u00a0kr"),
        ("{arbetsloshet|procent}", "6,1\u00a0%"),
        ("{tomt|kr}", "–"),
    ],
)
def test_a_placeholder_is_printed_in_its_format(text: str, vantat: str) -> None:
    assert texter.bunden(f"Det blev {text}.", FIGURER) == f"Det blev {vantat}."


@pytest.mark.parametrize(
    ("text", "meddelande"),
    [
        ("{arets_resutat|tkr}", "Siffran ”arets_resutat” finns inte. Närmast: arets_resultat"),
        ("{qqqqq}", "Siffran ”qqqqq” finns inte."),
        ("{soliditet|tkr}", "Siffran ”soliditet” är i procent och kan inte visas i tkr."),
        (
            "{soliditet|euro}",
            "Formatet ”euro” finns inte. Välj bland kr, tkr, mkr, procent",
        ),
    ],
)
def test_an_unknown_placeholder_names_itself_and_the_nearest(text: str, meddelande: str) -> None:
    (fynd,) = texter.okanda(f"Första raden.\n\nSoliditeten är {text}.", FIGURER)
    assert fynd.vad.startswith(meddelande.split("”")[1]) or "Formatet" in meddelande
    assert fynd.sammanhang.startswith(meddelande)
    assert fynd.rad == 3


@pytest.mark.parametrize(
    ("text", "vad"),
    [
        ("Blev {arets_resultat|tkr i år", "{arets_resultat|tkr"),
        ("Blev arets_resultat} i år", "}"),
        ("Blev {årets resultat|tkr} i år", "{årets resultat|tkr}"),
    ],
)
def test_a_broken_placeholder_is_found(text: str, vad: str) -> None:
    (fynd,) = texter.okanda(f"Första raden.\nÅret: {text}.", FIGURER)
    assert (fynd.vad, fynd.rad) == (vad, 2)


GODA = [
    "Den 23 november år 2023 beslutade styrelsen.",
    "Åren 2008–2010 och 2024/25 samt 2024-12-31.",
    "Enligt lag (2003:1210), SFS 2018:597, 7 kap. 6 § och 12 a §.",
    "Se not 5, noterna 2 och 3, tabell 2, bilaga 3.1 och avsnitt 4.",
    "Mål 1: Arena. Resultatmål 2 nåddes under kvartal 1 och 2.",
    "1. Första punkten\n2. Andra punkten",
    "Förste: 1:e vice ordförande.",
    "Framsteget 2.0 och R17 gäller H1.",
    "Resultatet är {arets_resultat|tkr} och soliditeten {soliditet|procent}.",
    "Mötet började kl. 9.30.",
    "Sedan 31 december.",
]
DALIGA = [
    ("Underskottet är -1 854 tkr.", ["-1 854"]),
    ("Soliditeten är 53 % i år.", ["53 %"]),
    ("Totalt 684 deltagare, 45% till arbete.", ["684", "45%"]),
    ("Fonden är värd 6 243 tkr 2024-12-31.", ["6 243"]),
    ("Arbetslösheten var 6,1 procent 2024.", ["6,1"]),
    ("Över 2 000 tkr mer än 2023.", ["2 000"]),
    ("Tilldelningen blev 2024 tkr.", ["2024"]),
    ("Av 16 aktiviteter gällde 3 våld.", ["16", "3"]),
]


@pytest.mark.parametrize("text", GODA)
def test_dates_years_paragraphs_notes_and_list_numbers_are_let_be(text: str) -> None:
    assert texter.obundna(text) == ()


@pytest.mark.parametrize(("text", "siffror"), DALIGA)
def test_a_typed_number_is_found(text: str, siffror: list[str]) -> None:
    assert [fynd.vad for fynd in texter.obundna(text)] == siffror


def test_a_typed_number_has_its_place() -> None:
    text = "# Ekonomi\n\nEtt år av oro.\nResultatet blev 1 854 tkr, dess värre."
    (fynd,) = texter.obundna(text)
    assert (fynd.vad, fynd.rad) == ("1 854", 4)
    assert "Resultatet blev 1 854 tkr" in fynd.sammanhang


def test_a_weekday_that_the_calendar_denies_is_found() -> None:
    # 21 October 2021 was a Thursday.
    (fynd,) = texter.fel_veckodagar("Mötet hölls lördagen den 21 oktober 2021 i Uppsala.")
    assert fynd.sammanhang == "2021-10-21 är en torsdag."
    assert texter.fel_veckodagar("Mötet hölls torsdagen den 21 oktober 2021.") == ()
    (fynd,) = texter.fel_veckodagar("Torsdag 31 juni 2024 är inget möte.")
    assert "är inget datum" in fynd.sammanhang


def test_references_to_notes_and_tables_are_found() -> None:
    assert texter.hanvisningar("Se not 5 och 6, samt tabell 2.") == (
        ("not", 5, 1),
        ("not", 6, 1),
        ("tabell", 2, 1),
    )


def test_html_escapes_and_keeps_heading_order() -> None:
    html = texter.html("#### Rubrik\n\n<script>x</script> {soliditet}\n\n###### Under", FIGURER, 3)
    assert "<h3>Rubrik</h3>" in html
    assert "<h4>Under</h4>" in html
    assert "<script>" not in html
    assert "46\u00a0%" in html


def test_html_marks_the_unknown_and_links_the_known() -> None:
    html = texter.html("{arets_resultat|tkr} {okand|tkr}", FIGURER, medlankar=True)
    assert '<a class="siffra" href="/u/1/" title="Resultaträkning">−1\u00a0864\u00a0tkr</a>' in html
    assert '<mark class="okand-figur">{okand|tkr}</mark>' in html


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(texter.html(text, FIGURER), str)
    texter.obundna(text)
    texter.fel_veckodagar(text)
    texter.hanvisningar(text)


@given(st.integers(min_value=0, max_value=10**9).filter(lambda tal: not 1900 <= tal <= 2099))
def test_every_bare_whole_number_is_found(tal: int) -> None:
    assert [fynd.vad for fynd in texter.obundna(f"Det blev {tal} av dem.")] == [str(tal)]


def test_en_bild_blir_en_lank_och_hamtas_aldrig() -> None:
    assert "<img" not in texter.html("![Karta](https://exempel.se/karta.png)", {})
