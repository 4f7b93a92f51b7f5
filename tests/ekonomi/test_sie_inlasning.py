"""A ledger file into the database and out again."""

from datetime import date
from decimal import Decimal as D

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.utils import timezone

from ekonomi.actions.rakenskapsar import oppna_rakenskapsar, stang_rakenskapsar
from ekonomi.actions.sie import las_in_sie
from ekonomi.actions.sieutfall import Handling
from ekonomi.choices import Radslag
from ekonomi.models import (
    Dimension,
    Inlasning,
    Kontering,
    Konto,
    Objekt,
    Rakenskapsar,
    Saldo,
    Sieuppgift,
    Verifikation,
)
from ekonomi.selectors.sie import sie_for_ar
from ekonomi.sie.las import las_fil
from tests.ekonomi.siefiler import FILEN, HUVUD, KONTOPLAN, VERIFIKATIONER, bytes_av, rad_med

ANNAN = FILEN.replace("500.00", "600.00").replace("1299.75", "1399.75")


@pytest.fixture
def kontoplan(db):
    for nummer, typ in KONTOPLAN.items():
        Konto.objects.create(nummer=nummer, namn=f"Konto {nummer}", kontotyp=typ)


def las(text: str = FILEN, namn: str = "2024.se", **kwargs):
    return las_in_sie(bytes_av(text), namn, **kwargs)


def exporterad(verksamhetsar: int = 2024) -> bytes:
    return b"".join(sie_for_ar(Rakenskapsar.objects.get(verksamhetsar=verksamhetsar)))


def innehall() -> list[list[tuple]]:
    """Every row of the ledger, in order."""
    return [
        list(modell.objects.order_by("pk").values_list())
        for modell in (Rakenskapsar, Verifikation, Kontering, Saldo, Sieuppgift, Objekt, Inlasning)
    ]


def test_a_good_file_is_stored_whole(kontoplan, ekonom):
    utfall = las(anvandare=ekonom)
    assert (utfall.handling, utfall.verksamhetsar, utfall.fynd) == (Handling.NYTT, 2024, [])
    ar = Rakenskapsar.objects.get()
    assert (ar.start, ar.slut, ar.stangt) == (date(2024, 1, 1), date(2024, 12, 31), False)
    ett, tva = Verifikation.objects.order_by("pk")
    assert (ett.serie, ett.nummer, ett.ordning, ett.text) == ("A", "1", 1, "Avgift")
    assert (ett.datum, ett.registrerad, ett.signatur) == (
        date(2024, 3, 15),
        date(2024, 3, 16),
        "EK",
    )
    rader = list(tva.konteringar.order_by("radnr"))
    assert [(rad.radnr, rad.slag, rad.konto.nummer, rad.belopp) for rad in rader] == [
        (1, Radslag.TRANS, "1930", D("-200.25")),
        (2, Radslag.TRANS, "4010", D("200.00")),
        (3, Radslag.BTRANS, "4010", D("0.50")),
        (4, Radslag.RTRANS, "4010", D("0.25")),
        (5, Radslag.TRANS, "4010", D("0.25")),
    ]
    andra = rader[1]
    assert (andra.kostnadsblock.kod, andra.projekt.namn) == ("20", 'Återstart "steg 1"')
    assert (andra.objektlista, andra.datum) == ("1 20 6 P004", date(2024, 4, 10))
    assert (andra.text, andra.kvantitet, andra.signatur) == ("Mars", "12", "EK")
    assert rader[0].kostnadsblock is None
    inlasning = Inlasning.objects.get()
    assert (inlasning.inlast_av, inlasning.teckenkodning) == (ekonom, "PC8")
    assert (inlasning.antal_verifikationer, inlasning.antal_konteringar) == (2, 7)
    assert inlasning.ersatter is None


def test_the_balance_table_has_openings_and_booked_movements_per_month(kontoplan):
    las()
    rader = Saldo.objects.order_by("konto__nummer", "manad", "projekt__kod").values_list(
        *("konto__nummer", "manad", "kostnadsblock__kod", "projekt__kod", "belopp")
    )
    # April on 4010: 200.00 on the project, 0.25 on the block; struck and added rows do not count.
    assert sorted(rader, key=lambda rad: (rad[0], rad[1], -rad[4])) == [
        ("1930", 0, None, None, D("1000.00")),
        ("1930", 3, None, None, D("500.00")),
        ("1930", 4, None, None, D("-200.25")),
        ("2010", 0, None, None, D("-1000.00")),
        ("3010", 3, None, None, D("-500.00")),
        ("4010", 4, "20", "P004", D("200.00")),
        ("4010", 4, "20", None, D("0.25")),
    ]


def test_sums_are_exact_where_floating_point_is_not(kontoplan):
    rader = "   #TRANS 1930 {} -0.10\n   #TRANS 4010 {} 0.10\n" * 3
    text = HUVUD + f'#UB 0 1930 -0.30\n#RES 0 4010 0.30\n#VER A 1 20240105 "x"\n{{\n{rader}}}\n'
    assert las(text).fel == []
    assert set(Saldo.objects.values_list("belopp", flat=True)) == {D("-0.30"), D("0.30")}
    assert Saldo.objects.filter(belopp=D("0.30")).count() == 1
    summa = Kontering.objects.filter(konto__nummer="4010").aggregate(s=Sum("belopp"))["s"]
    assert round(summa, 2) == D("0.30")


def test_the_export_says_what_the_source_said(kontoplan):
    las()
    assert las_fil(exporterad()) == las_fil(bytes_av(FILEN))
    assert exporterad() == exporterad()


def test_every_kind_of_balance_survives_the_round_trip(kontoplan):
    extra = (
        "#OIB 0 1930 {1 20} 1000.00\n#OUB 0 1930 {1 20} 1299.75 3\n#PSALDO 0 202403 1930 {} 500\n"
        '#PBUDGET 0 202404 4010 {1 20 6 "P 9"} 5.50\n#UNDERDIM 21 "Under" 20\n'
        '#DIM 20 "Medlem"\n#SRU 1930 7281\n'
    )
    text = HUVUD + extra + FILEN.removeprefix(HUVUD)
    assert las(text).fel == []
    assert las_fil(exporterad()) == las_fil(bytes_av(text))
    over = Dimension.objects.get(nummer=21).overordnad
    assert (over.nummer, over.namn) == (20, "Medlem")


@pytest.mark.parametrize("kodning", ["utf-8", "utf-8-sig", "cp1252"])
def test_another_encoding_is_stored_alike_with_a_remark(kontoplan, kodning):
    utfall = las_in_sie(bytes_av(FILEN, kodning), "2024.se")
    (varning,) = utfall.varningar
    assert varning.text.startswith("Filen är inte i PC8; tolkad som ")
    assert utfall.inlasning.anmarkningar == [varning.mening]
    assert las_fil(exporterad()) == las_fil(bytes_av(FILEN))


def test_the_same_file_twice_changes_nothing(kontoplan):
    las()
    fore = innehall()
    igen = las(namn="kopia.se")
    assert (igen.handling, igen.verksamhetsar) == (Handling.OFORANDRAT, 2024)
    assert innehall() == fore


def test_the_own_export_read_back_changes_nothing(kontoplan):
    las(FILEN.replace("#KONTO", "\n#KONTO"))
    fore = innehall()
    assert las_in_sie(exporterad(), "export.se").handling == Handling.OFORANDRAT
    assert innehall() == fore


def test_another_file_for_an_open_year_replaces_it_as_one_act(kontoplan):
    forsta = las().inlasning
    utfall = las(ANNAN, "2024-ny.se")
    assert (utfall.handling, utfall.inlasning.ersatter) == (Handling.ERSATT, forsta)
    assert Verifikation.objects.count() == 2
    assert Kontering.objects.count() == 7
    assert las_fil(exporterad()) == las_fil(bytes_av(ANNAN))
    assert Saldo.objects.get(konto__nummer="3010").belopp == D("-600.00")
    # The first file again is a new act: it is no longer the year's ledger.
    assert las().handling == Handling.ERSATT
    assert Inlasning.objects.count() == 3


def test_a_dry_run_tells_but_changes_nothing(kontoplan):
    utfall = las(torrkor=True)
    assert (utfall.handling, utfall.antal_verifikationer) == (Handling.NYTT, 2)
    assert [len(rader) for rader in innehall()] == [0] * 7


def test_a_closed_year_is_refused_until_it_is_opened(kontoplan, ekonom):
    las()
    ar = Rakenskapsar.objects.get()
    stang_rakenskapsar(ar, ekonom)
    assert ar.stangt
    fore = innehall()
    (fel,) = las(ANNAN).fel
    assert fel.text == f"Perioden 2024 är låst sedan {timezone.localdate()}."
    assert innehall() == fore
    # The very ledger that is stored is no change, closed or not.
    assert las().handling == Handling.OFORANDRAT
    oppna_rakenskapsar(ar, ekonom)
    assert las(ANNAN).handling == Handling.ERSATT
    historik = ar.history.filter(history_user=ekonom).order_by("pk")
    assert [rad.history_change_reason for rad in historik] == ["Stängt", "Öppnat"]
    antal = ar.history.count()
    oppna_rakenskapsar(ar, ekonom)
    assert ar.history.count() == antal


# Balances are compared only when every record could be read.
FELEN = {
    "#FLAGGA 0": ("#FLAGGA 1", "Filen är redan inläst (#FLAGGA 1)."),
    "#IB 0 2010 -1000.00": ("#IB 0 2010 -1000,00", "Beloppet ”-1000,00” kan inte tolkas."),
    "#VER A 1 20240315": (
        "#VER A 1 20230315",
        "Datum 2023-03-15 ligger utanför räkenskapsåret.",
    ),
    "#VER A 2 20240410": ("#VER A 2 20240410", "Verifikation A2 balanserar inte."),
    "   #TRANS 1930 {} -200.25": ("   #TRANS 1940 {} -200.20", "Kontot 1940 finns inte"),
}


def test_a_file_with_every_fault_names_each_with_its_row_and_stores_nothing(kontoplan):
    trasig = FILEN
    for ratt, (fel, _) in FELEN.items():
        trasig = trasig.replace(ratt, fel, 1)
    utfall = las(trasig)
    assert utfall.handling == Handling.VAGRAD
    funna = {(ett.rad, ett.text[:22]) for ett in utfall.fel}
    for fel, text in FELEN.values():
        assert (rad_med(trasig, fel.strip()), text[:22]) in funna
    assert len(utfall.fel) == len(FELEN)
    assert [len(rader) for rader in innehall()] == [0] * 7


def test_a_fault_leaves_the_stored_year_as_it_was(kontoplan):
    las()
    fore = innehall()
    assert las(ANNAN.replace("#UB 0 1930 1399.75", "#UB 0 1930 1.00")).fel
    assert innehall() == fore


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", "Filen är tom."),
        (b"PK\x03\x04", "Filen är ingen SIE-fil."),
        (bytes_av(FILEN)[:-40], "Verifikation A2 avslutas inte; filen kan vara avhuggen."),
        (
            bytes_av(FILEN.replace("#SIETYP 4", "#SIETYP 1")[: FILEN.index("#VER")]),
            "Filen är SIE typ 1 och saknar verifikationer.",
        ),
        (
            bytes_av(FILEN.replace("2024", "2099")),
            "Datumet ligger efter dagens datum.",
        ),
    ],
)
def test_what_is_no_ledger_is_refused(kontoplan, data, text):
    assert text in [ett.text for ett in las_in_sie(data, "fil.se").fel]
    assert Inlasning.objects.count() == 0


def test_gaps_are_kept_as_remarks_of_the_reading(kontoplan):
    inlasning = las(FILEN.replace("#VER A 2", "#VER A 4")).inlasning
    assert inlasning.anmarkningar == ["Serie A: nummer 2–3 saknas."]


def nasta_ar(ib: str = "1299.75") -> str:
    text = HUVUD.replace("20240101 20241231", "20250101 20251231").replace(
        "#RAR -1 20230101 20231231", "#RAR -1 20240101 20241231"
    )
    return text + f"#IB 0 1930 {ib}\n#IB 0 2010 -{ib}\n#UB 0 1930 {ib}\n#UB 0 2010 -{ib}\n"


def test_years_stand_side_by_side_and_follow_each_other(kontoplan):
    las()
    # The result 299.75 is moved to equity between the years.
    utfall = las(nasta_ar(), "2025.se")
    assert utfall.fel == []
    assert [ett.text for ett in utfall.varningar] == [
        "Resultatet 299,75\u00a0kr har förts till eget kapital mellan åren (konto 2010)."
    ]
    assert Rakenskapsar.objects.count() == 2
    fel = las(nasta_ar("1300.00"), "2025.se").fel
    assert fel[0].text == (
        "Konto 1930: #IB stämmer inte med den utgående balans som är inläst för 2024."
    )


def test_a_replaced_year_says_when_the_next_no_longer_follows(kontoplan):
    las()
    las(nasta_ar(), "2025.se")
    utfall = las(ANNAN)
    assert utfall.handling == Handling.ERSATT
    assert [ett.text for ett in utfall.varningar] == [
        "Läs in 2025 på nytt. Konto 1930: #IB stämmer inte med den utgående balans som är inläst"
        " för 2024.",
        "Läs in 2025 på nytt. Konto 2010: #IB stämmer inte med den utgående balans som är inläst"
        " för 2024.",
    ]


TILLAGG = "#FLAGGA 0\n#SIETYP 4\n" + VERIFIKATIONER.replace("#VER A ", "#VER L ")


def test_a_file_of_vouchers_only_adds_to_its_year(kontoplan):
    bas = las().inlasning
    utfall = las(TILLAGG, "lon.si")
    assert (utfall.handling, utfall.verksamhetsar) == (Handling.TILLAGT, 2024)
    assert Verifikation.objects.count() == 4
    assert Saldo.objects.get(konto__nummer="3010").belopp == D("-1000.00")
    ut = las_fil(exporterad())
    ub = {
        post.konto: post.belopp
        for post in ut.uppgifter
        if getattr(post, "etikett", "") in ("UB", "RES") and post.arsnr == 0
    }
    assert ub == {"1930": 159_950, "2010": -100_000, "3010": -100_000, "4010": 40_050}
    # The addition twice changes nothing; a whole file afterwards replaces both.
    assert las(TILLAGG, "lon.si").handling == Handling.OFORANDRAT
    ny = las(ANNAN)
    assert (ny.handling, ny.inlasning.ersatter) == (Handling.ERSATT, bas)
    assert Verifikation.objects.count() == 2
    assert las(TILLAGG, "lon.si").handling == Handling.TILLAGT


def test_an_added_voucher_may_not_repeat_a_number(kontoplan):
    las()
    fore = innehall()
    fel = las("#FLAGGA 0\n#SIETYP 4\n" + VERIFIKATIONER, "dubbel.si").fel
    assert [ett.text for ett in fel] == [
        "Verifikation A1 finns redan i 2024.",
        "Verifikation A2 finns redan i 2024.",
    ]
    assert innehall() == fore


def test_vouchers_only_can_be_the_first_that_a_year_has(kontoplan):
    utfall = las(TILLAGG, "lon.si")
    assert utfall.handling == Handling.TILLAGT
    assert (
        "Filen innehåller bara verifikationer (4I); ingående balanser saknas och räknas som noll."
    ) in [ett.text for ett in utfall.varningar]
    assert las_fil(exporterad()).verifikationer == las_fil(bytes_av(TILLAGG)).verifikationer


def test_the_commands_read_and_write(kontoplan, tmp_path, capsys):
    fil, ut = tmp_path / "2024.se", tmp_path / "ut.se"
    fil.write_bytes(bytes_av(FILEN))
    call_command("las_in_sie", str(fil))
    assert capsys.readouterr().out == "2024.se: 2024 nytt, 2 verifikationer, 7 konteringar\n"
    call_command("exportera_sie", "2024", ut=ut)
    assert las_fil(ut) == las_fil(fil)
    with pytest.raises(CommandError, match=r"Ingen bokföring är inläst för 2019\."):
        call_command("exportera_sie", "2019", ut=ut)
    fil.write_bytes(b"")
    with pytest.raises(CommandError, match=r"1 fel\. Filer med fel sparades inte\."):
        call_command("las_in_sie", str(fil))
    assert "Fel: 2024.se: Filen är tom." in capsys.readouterr().out
