"""HTML: one markup for page and paper, numbers written once, nothing empty in print."""

import re
from dataclasses import replace

from finsam.rapporter.dokument import Avsnitt, Rad, Tabell
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.vy import Tabellvy, avsnittsvyer, tabellvy, utan_tomma
from tests.rapporter.exempel import OVERSIKT, RAPPORT, RESULTATRAKNING


def test_on_paper_a_cell_is_its_text_and_nothing_else() -> None:
    html = utskrift(RAPPORT)
    assert "<td>23\u00a0322\u00a0000</td>" in html
    assert "<td>46\u00a0%</td>" in html
    assert not re.search(r'<td[^>]*><a href="/', html)
    assert "style=" not in html


def test_on_the_page_each_number_is_a_link() -> None:
    cell = tabellvy(RESULTATRAKNING, medlankar=True).rader[1].celler[0]
    assert (cell.text, cell.adress) == (
        "23\u00a0322\u00a0000",
        "/rapporter/arsredovisning/2024/underlag/resultatrakning/intakter/0/",
    )
    assert tabellvy(OVERSIKT, medlankar=True).rader[1].celler[1].adress == ""


def test_tables_have_caption_scopes_and_the_note_of_a_row() -> None:
    html = utskrift(RAPPORT)
    assert ">Resultaträkning, kr</caption>" in html
    assert '<th scope="row">Medlemsavgifter</th>' in html
    assert '<th scope="col" class="notkolumn">Not</th>' in html


def test_days_in_headings_are_kept_whole() -> None:
    kolumner = ("Utfall 2021-01-01–2021-06-30", "Utfall 2020-06-30", "Andel 2020-06-30")
    rad = Rad("r", (1, 2, 3))
    utan = Tabell("utan", "T", "kr", kolumner, (rad,))
    med = replace(utan, id="med", kolumngrupper=(("2021-06-30", 1), ("Utfall", 1), ("Andel", 1)))
    html = utskrift(replace(RAPPORT, avsnitt=(Avsnitt("a", "A", block=(utan, med)),)))
    dag = '<span class="helt">{}</span>'.format
    assert f">Utfall {dag('2021-01-01')}–{dag('2021-06-30')}</th>" in html
    assert f">{dag('2021-06-30')}</th>" in html


def test_nothing_is_a_dash_and_a_heading_is_silent() -> None:
    rader = {rad.etikett: [c.text for c in rad.celler] for rad in tabellvy(RESULTATRAKNING).rader}
    assert rader["Intäkter"] == ["", ""]
    assert rader["Årets resultat"] == ["−3\u00a0210\u00a0540", "–"]


def test_a_hidden_figure_says_nothing() -> None:
    assert tabellvy(OVERSIKT).rader[2].celler[1].text == "•"


def test_a_column_of_words_that_says_nothing_is_left_out() -> None:
    tabell = Tabell("t", "T", "text", ("A", "", "C"), (Rad("r", ("x", "y", None)),))
    assert tabellvy(tabell).kolumner == (("A", "text"), ("Uppgift", "text"))
    assert len(tabellvy(tabell).rader[0].celler) == 2


def test_the_printed_document_leaves_out_what_is_empty() -> None:
    html = utskrift(RAPPORT)
    assert "Personal" not in html
    assert "Skriv om personalen." not in html
    avsnitt = (Avsnitt("a", "A"), Avsnitt("b", "B", 2), Avsnitt("c", "C", 3, (OVERSIKT,)))
    assert [ett.id for ett in utan_tomma(avsnitt)] == ["a", "b", "c"]
    assert utan_tomma((*avsnitt[:2], Avsnitt("d", "D"))) == ()


def test_the_cover_says_draft_until_there_is_a_decision() -> None:
    assert "Utkast" in utskrift(RAPPORT)
    html = utskrift(RAPPORT, "FS 2025-03-13 § 5")
    assert "FS 2025-03-13 § 5" in html
    assert "Utkast" not in html


def test_headings_begin_where_the_page_wants_them() -> None:
    assert avsnittsvyer(RAPPORT, forsta_rubrik=2)[3].rubrikniva == 3
    text = avsnittsvyer(RAPPORT, forsta_rubrik=2)[0].block[0]
    assert not isinstance(text, Tabellvy)
    assert "<h3>Tack</h3>" in text.html


def test_the_same_report_gives_the_same_text() -> None:
    assert utskrift(RAPPORT) == utskrift(replace(RAPPORT))


def test_text_is_escaped() -> None:
    farlig = replace(RAPPORT, titel="<script>Årsredovisning 2024")
    assert "<script>Års" not in utskrift(farlig)
