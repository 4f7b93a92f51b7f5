from datetime import date

import pytest

from ekonomi.sie.fynd import SieFel
from ekonomi.sie.las import MAX_FYND, Lasare, las_fil, oppna
from ekonomi.sie.poster import (
    Arspost,
    Dimensionspost,
    Huvudpost,
    Kontopost,
    Objektpost,
    OkandPost,
    Saldopost,
    Transrad,
)
from tests.ekonomi.siefiler import FILEN, bytes_av, rad_med


def fynd_i(innehall: bytes) -> list[tuple[int | None, str]]:
    """(row, text) of every fault that the reader names."""
    with oppna(innehall) as fil:
        lasare = Lasare(fil)
        list(lasare)
    return [(ett.rad, ett.text) for ett in lasare.fynd]


def test_every_kind_of_record_is_read():
    filen = las_fil(
        bytes_av(
            '#FLAGGA 0\n#PROSA "Två ord"\n#RAR 0 20240101 20241231\n#KONTO 1930 "Bank"\n'
            '#KTYP 1930 T\n#ENHET 1930 "st"\n#SRU 1930 7281\n#DIM 1 "Enhet"\n'
            '#UNDERDIM 2 "Bärare" 1\n#OBJEKT 1 20 "Individ"\n#IB 0 1930 -12.5 3\n'
            '#OUB 0 1930 {1 "2 0"} 7\n#PSALDO 0 202401 1930 {} 1.00\n'
            "#PBUDGET 0 202402 1930 {1 20 6 P1} 2.50 4\n"
        )
    )
    assert filen.verifikationer == []
    assert filen.uppgifter == [
        Huvudpost("FLAGGA", ("0",)),
        Huvudpost("PROSA", ("Två ord",)),
        Arspost(0, date(2024, 1, 1), date(2024, 12, 31)),
        Kontopost("KONTO", "1930", "Bank"),
        Kontopost("KTYP", "1930", "T"),
        Kontopost("ENHET", "1930", "st"),
        Kontopost("SRU", "1930", "7281"),
        Dimensionspost(1, "Enhet"),
        Dimensionspost(2, "Bärare", 1),
        Objektpost(1, "20", "Individ"),
        Saldopost("IB", 0, "1930", -1250, kvantitet="3"),
        Saldopost("OUB", 0, "1930", 700, '1 "2 0"'),
        Saldopost("PSALDO", 0, "1930", 100, "", "202401"),
        Saldopost("PBUDGET", 0, "1930", 250, "1 20 6 P1", "202402", "4"),
    ]


def test_a_voucher_keeps_series_number_rows_and_their_kinds():
    ett, tva = las_fil(bytes_av(FILEN)).verifikationer
    assert (ett.serie, ett.nummer, ett.datum, ett.text) == ("A", "1", date(2024, 3, 15), "Avgift")
    assert (ett.registrerad, ett.signatur) == (date(2024, 3, 16), "EK")
    assert ett.rader == [
        Transrad("trans", "1930", "", 50_000, date(2024, 3, 15), "In"),
        Transrad("trans", "3010", "", -50_000),
    ]
    assert [rad.slag for rad in tva.rader] == ["trans", "trans", "btrans", "rtrans", "trans"]
    assert tva.rader[1] == Transrad(
        "trans", "4010", "1 20 6 P004", 20_000, date(2024, 4, 10), "Mars", "12", "EK"
    )
    assert tva.rad == rad_med(FILEN, "#VER A 2")
    assert tva.radnummer == list(range(tva.rad + 2, tva.rad + 7))


@pytest.mark.parametrize(
    ("rad", "text"),
    [
        ('   #TRANS 3010 {} -500.00 20240315 "Lön \\"mars\\""', 'Lön "mars"'),
        ("\t#TRANS\t3010\t{}\t-500.00\t20240315\tOrd", "Ord"),
        ('   #trans "3010" {} -500 "" "Ord"', "Ord"),
        ('   #TRANS 3010 {} -500.00 20240315 "C:\\mapp\\"', "C:\\mapp\\"),
        ('   #TRANS 3010 {} -500.00 20240315 "a\tb"', "a b"),
    ],
)
def test_the_ways_a_row_is_written(rad, text):
    borjan = FILEN.replace("   #TRANS 3010 {} -500.00", rad)
    post = las_fil(bytes_av(borjan)).verifikationer[0].rader[1]
    assert (post.konto, post.belopp, post.text) == ("3010", -50_000, text)


@pytest.mark.parametrize("radslut", ["\n", "\r\n", "\r"])
def test_line_ends_and_empty_lines_do_not_matter(radslut):
    text = FILEN.replace("\n", f"  {radslut}{radslut}")
    assert las_fil(text.encode("cp437") + b"\x1a") == las_fil(bytes_av(FILEN))


@pytest.mark.parametrize(
    ("byt", "mot", "rad", "text"),
    [
        ("} 500.00", "} 4 682 00", "   #TRANS 1930 {} 4", "Datumet ”682” kan inte tolkas."),
        ("-200.25", "-200,25", "   #TRANS 1930 {} -200", "Beloppet ”-200,25” kan inte tolkas."),
        ("0.50", "0.505", "   #BTRANS", "Beloppet ”0.505” kan inte tolkas."),
        ('20240410 "Rek', '20240431 "Rek', "#VER A 2", "Datumet ”20240431” kan inte tolkas."),
        ('"Rekvisition"', '"Rekvisition', "#VER A 2", 'Tecknet " saknar sin andra hälft.'),
        ("{1 20} 0.50", "{1} 0.50", "   #BTRANS", "Objektlistan {1} kan inte tolkas."),
        ("{1 20} 0.50", "{1 20 0.50", "   #BTRANS", "Tecknet { saknar sin andra hälft."),
        ("#IB 0 1930 1000.00", "#IB 0 1930", "#IB", "#IB har 2 uppgifter, 3 krävs."),
        ("#IB 0 1930", "#IB x 1930", "#IB", "Årsnumret ”x” är inget tal."),
        ("#SIETYP 4", "SIETYP 4", "SIETYP", "Raden börjar inte med #."),
    ],
)
def test_a_row_that_can_not_be_read_is_named(byt, mot, rad, text):
    trasig = FILEN.replace(byt, mot, 1)
    assert trasig != FILEN
    assert fynd_i(bytes_av(trasig))[0] == (rad_med(trasig, rad.strip()), text)


def test_several_faults_are_named_at_once_and_the_message_says_what_is_right():
    trasig = FILEN.replace("-200.25", "-200,25").replace("#IB 0 1930", "#IB noll 1930")
    with pytest.raises(SieFel) as fel:
        las_fil(bytes_av(trasig), "2024.se")
    assert str(fel.value).splitlines() == [
        f"2024.se: Rad {rad_med(trasig, '#IB')}: Årsnumret ”noll” är inget tal."
        " (#IB noll 1930 1000.00) Skriv ett heltal.",
        f"2024.se: Rad {rad_med(trasig, '#TRANS 1930 {} -200')}: Beloppet ”-200,25” kan inte"
        " tolkas. (#TRANS 1930 {} -200,25) Skriv till exempel 4682000.00, med punkt och utan"
        " mellanrum.",
    ]


def test_rows_outside_a_voucher_and_braces_without_one_are_named():
    assert fynd_i(bytes_av("#FLAGGA 0\n#TRANS 1930 {} 1.00\n{\n}\n")) == [
        (2, "#TRANS står utanför en verifikation."),
        (3, "Klammern hör inte till någon verifikation."),
        (4, "Klammern avslutar ingen verifikation."),
    ]


@pytest.mark.parametrize("innehall", [b"", b"\r\n \r\n"])
def test_an_empty_file_says_so(innehall):
    assert [text for _, text in fynd_i(innehall)] == ["Filen är tom."]


@pytest.mark.parametrize("innehall", [b"PK\x03\x04\x14\x00\x06", b"Konto;Belopp\r\n1930;5\r\n"])
def test_another_kind_of_file_is_refused_once(innehall):
    assert fynd_i(innehall) == [(1, "Filen är ingen SIE-fil.")]


@pytest.mark.parametrize("slut", ["   #BTRANS", "20 6 P004} 200", "}\n#VER A 2"])
def test_a_file_cut_inside_a_voucher_says_so(slut):
    avhuggen = FILEN[: FILEN.rindex(slut)]
    text = "avslutas inte; filen kan vara avhuggen."
    assert fynd_i(bytes_av(avhuggen))[-1][1].endswith(text)


def test_a_file_cut_before_its_checksum_says_so():
    assert fynd_i(b"#FLAGGA 0\r\n#KSUMMA\r\n#SIETYP 4\r\n") == [
        (3, "Filen är avhuggen: den avslutande #KSUMMA saknas.")
    ]


def test_reading_stops_when_the_faults_are_too_many():
    innehall = b"#FLAGGA 0\n" + b"#IB 0\n" * 5_000
    fynden = fynd_i(innehall)
    assert len(fynden) == MAX_FYND + 2
    assert fynden[-1][1] == f"Läsningen avbröts efter {MAX_FYND} fel."


def test_an_unknown_label_is_passed_over():
    with oppna(b"#FLAGGA 0\n#NYTT 1 2\n") as fil:
        assert list(Lasare(fil)) == [Huvudpost("FLAGGA", ("0",)), OkandPost("#NYTT", 2)]
