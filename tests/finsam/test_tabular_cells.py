from datetime import UTC, date, datetime, time
from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finsam.choices import Medlemstyp
from finsam.tabular import cells
from finsam.tabular.export import Exportblad, Exportkolumn, csv_bytes, xlsx_bytes
from finsam.tabular.identity import identitet
from finsam.tabular.reading import las_tabell


@pytest.mark.parametrize(
    ("typ", "text", "varde"),
    [
        (cells.Heltal(), "1 250", 1250),
        (cells.Heltal(), "21\u00a0013", 21013),
        (cells.Heltal(), "\u22123", -3),
        (cells.Belopp(), "4 682 000", D(4682000)),
        (cells.Belopp(), "-1234,50", D("-1234.50")),
        (cells.Decimaltal(), "4,5", D("4.5")),
        (cells.Decimaltal(4), "1 000.1234", D("1000.1234")),
        (cells.Datum(), "2024-12-31", date(2024, 12, 31)),
        (cells.Tidpunkt(), "2021-07-28 14:32", datetime(2021, 7, 28, 12, 32, tzinfo=UTC)),
        (cells.Tidpunkt(), "2021-01-28", datetime(2021, 1, 27, 23, 0, tzinfo=UTC)),
        (cells.Klockslag(), "9.30", time(9, 30)),
        # As a spreadsheet keeps it.
        (cells.Klockslag(), "09:00:00", time(9)),
        (cells.JaNej(), "Ja", True),
        (cells.JaNej(), "nej", False),
        (cells.Periodkod(), "2021-h1", "2021-H1"),
        (cells.Val(Medlemstyp), "kommun", "kommun"),
        (cells.Val(Medlemstyp), "försäkringskassan", "fk"),
        (cells.Text(), "två\r\nrader", "två\nrader"),
    ],
)
def test_what_a_cell_may_say(typ, text, varde):
    assert typ.las(text) == varde
    assert typ.las(typ.skriv(varde)) == varde


@pytest.mark.parametrize(
    ("typ", "text", "felet"),
    [
        (cells.Heltal(), "12,5", "”12,5” är inget heltal. Skriv till exempel 1 250."),
        (cells.Heltal(), "1 25", "”1 25” är inget heltal. Skriv till exempel 1 250."),
        (cells.Klockslag(), "24.00", "”24.00” är inget klockslag. Skriv till exempel 09.00."),
        (cells.Klockslag(), "nio", "”nio” är inget klockslag. Skriv till exempel 09.00."),
        (
            cells.Belopp(),
            "4 682 00",
            "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel 4 682 000.",
        ),
        # A number with three decimals from Excel must not be taken for grouped thousands.
        (
            cells.Belopp(),
            "234,567",
            "Beloppet ”234,567” kan inte tolkas. Skriv till exempel 4 682 000.",
        ),
        (
            cells.Decimaltal(),
            "4,555",
            "”4,555” är inget tal med högst 2 decimaler. Skriv till exempel 4,5.",
        ),
        (
            cells.Datum(),
            "31/12 2024",
            "”31/12 2024” är inget datum. Skriv till exempel 2024-12-31.",
        ),
        (
            cells.Datum(),
            "2024-02-30",
            "”2024-02-30” är inget datum. Skriv till exempel 2024-12-31.",
        ),
        (cells.Datum(), "20241231", "”20241231” är inget datum. Skriv till exempel 2024-12-31."),
        (cells.JaNej(), "kanske", "”kanske” är varken ja eller nej."),
        (
            cells.Periodkod(),
            "2021-K5",
            "”2021-K5” är ingen period.",
        ),
        (
            cells.Val(Medlemstyp),
            "stad",
            "”stad” känns inte igen. "
            "Välj ett av: Kommun, Region, Försäkringskassan, Arbetsförmedlingen.",
        ),
    ],
)
def test_what_a_cell_may_not_say(typ, text, felet):
    with pytest.raises(cells.Cellfel) as fangat:
        typ.las(text)
    assert str(fangat.value) == felet


# Without the marks of text that has lost its å, ä and ö: such a cell is refused (guard.py).
TECKEN = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="Ã\ufffd")
VARDEN = st.tuples(
    st.text(TECKEN | st.sampled_from("\n;\"'=-# ")),
    # Ten digits that look like a personal number are refused, and tried elsewhere.
    st.integers(-(10**12), 10**12).filter(lambda tal: not identitet(str(tal))),
    st.decimals(-(10**11), 10**11, places=2),
    st.dates(date(1900, 3, 1)),
    st.booleans(),
)
TYPER = (cells.Text(), cells.Heltal(), cells.Belopp(), cells.Datum(), cells.JaNej())
KOLUMNER = [
    Exportkolumn(namn, lambda rad, nr=nr: rad[nr], format)
    for nr, (namn, format) in enumerate(
        [("Text", "text"), ("Antal", "heltal"), ("Belopp", "kr"), ("Dag", "datum"), ("Ja", "text")]
    )
]


def tolkad(rad):
    return tuple(
        typ.las(cell) if cell else "" for typ, cell in zip(TYPER, rad.celler, strict=False)
    )


@given(VARDEN)
def test_csv_written_and_read_again_is_the_same(varden):
    varden = (cells.Text().skriv(varden[0]), *varden[1:])
    tabell = las_tabell("a.csv", csv_bytes(KOLUMNER, [varden]))
    assert tolkad(tabell.rader[0]) == varden


@given(VARDEN)
def test_xlsx_written_and_read_again_is_the_same(varden):
    varden = (cells.Text().skriv(varden[0]), *varden[1:])
    if varden[0].startswith("# "):
        return
    innehall = xlsx_bytes([Exportblad("a", KOLUMNER, [varden])])
    assert tolkad(las_tabell("a.xlsx", innehall).rader[0]) == varden
