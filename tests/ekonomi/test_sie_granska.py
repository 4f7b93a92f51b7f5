"""Each check on one small ledger, broken in one place: the text, the row, what would be right."""

from datetime import date

import pytest

from ekonomi.sie.balanser import ForegaendeAr
from ekonomi.sie.fynd import Fynd
from ekonomi.sie.granska import MAX_FYND, Bokforing, Granskning
from ekonomi.sie.las import Lasare, oppna
from tests.ekonomi.siefiler import FILEN, HUVUD, KONTOPLAN, SALDON, VERIFIKATIONER, rad_med


def granskad(text: str, **bokforing: object) -> Granskning:
    varden = {"kontoplan": KONTOPLAN, "foregaende": lambda ar: None, **bokforing}
    granskning = Granskning(Bokforing(**varden))
    with oppna(text.encode("cp437")) as fil:
        for post in Lasare(fil):
            granskning.ta(post)
    granskning.avsluta()
    return granskning


def fynd_i(text: str, **bokforing: object) -> list[tuple[str, str, int | None]]:
    return [(ett.slag, ett.text, ett.rad) for ett in granskad(text, **bokforing).fynd]


def test_a_good_file_has_no_findings_and_is_counted():
    granskning = granskad(FILEN, idag=date(2024, 12, 31))
    assert granskning.fynd == []
    assert (granskning.antal_verifikationer, granskning.antal_konteringar) == (2, 7)
    assert granskning.rakenskapsar == (date(2024, 1, 1), date(2024, 12, 31))
    assert granskning.sietyp == "4"
    assert not granskning.enbart_verifikationer


@pytest.mark.parametrize(
    ("byt", "mot", "rad", "slag", "text"),
    [
        ("#FLAGGA 0", "#FLAGGA 1", "#FLAGGA", "fel", "Filen är redan inläst (#FLAGGA 1)."),
        (
            "#KONTO 1930",
            "#VALUTA EUR\n#KONTO 1930",
            "#VALUTA",
            "fel",
            "Bokföringen är inte i kronor.",
        ),
        (
            "#RAR 0 20240101 20241231",
            "#RAR 0 20230701 20241231",
            "#RAR 0",
            "fel",
            "Räkenskapsåret ligger inte inom ett kalenderår.",
        ),
        (
            "#VER A 1 20240315",
            "#VER A 1 20250101",
            "#VER A 1",
            "fel",
            "Datum 2025-01-01 ligger utanför räkenskapsåret.",
        ),
        (
            "   #TRANS 3010 {} -500.00",
            "   #TRANS 3011 {} -500.00",
            "#TRANS 3011",
            "fel",
            "Kontot 3011 finns inte i kontoplanen BAS2024.",
        ),
        (
            "   #BTRANS 4010",
            "   #BTRANS 4011",
            "#BTRANS",
            "fel",
            "Kontot 4011 finns inte i kontoplanen BAS2024.",
        ),
        (
            "#RES 0 4010",
            "#IB 0 1310 0.01\n#RES 0 4010",
            "#IB 0 1310",
            "fel",
            "Kontot 1310 finns inte i kontoplanen BAS2024.",
        ),
        (
            "#UB 0 1930 1299.75",
            "#UB 0 1930 1299.74",
            "#UB 0 1930",
            "fel",
            "Konto 1930: #UB stämmer inte med #IB och verifikationerna.",
        ),
        (
            "#RES 0 4010 200.25",
            "#RES 0 4010 200.75",
            "#RES 0 4010",
            "fel",
            "Konto 4010: #RES stämmer inte med verifikationerna.",
        ),
        (
            "#UB -1 1930 1000.00",
            "#UB -1 1930 900.00",
            "#IB 0 1930",
            "fel",
            "Konto 1930: #IB stämmer inte med föregående års #UB.",
        ),
        (
            "#IB 0 2010 -1000.00\n",
            "#IB 0 2010 -1000.00\n#IB 0 2010 -1000.00\n",
            None,
            "fel",
            "Konto 2010 har två #IB 0.",
        ),
        (
            "#OBJEKT 1 20",
            "#OBJEKT 0 20",
            "#OBJEKT 0 20",
            "fel",
            "Objektet 0 20 kan inte lagras.",
        ),
        (
            "#DIM 1 ",
            '#UNDERDIM 21 "Under" 99999\n#DIM 1 ',
            "#UNDERDIM",
            "fel",
            "Dimensionen 99999 kan inte lagras.",
        ),
        (
            "   #BTRANS 4010 {1 20}",
            "   #BTRANS 4010 {1 ettochtjugoteckenlang}",
            "#BTRANS",
            "fel",
            "Objektet 1 ettochtjugoteckenlang kan inte lagras.",
        ),
        (
            "#VER A 1 ",
            "#VER ELVATECKEN1 1 ",
            "#VER ELVA",
            "fel",
            "Serie får ha högst 10 tecken.",
        ),
        (
            "#KPTYP",
            "#EGEN 1\n#KPTYP",
            "#EGEN",
            "varning",
            "Etiketten #EGEN är okänd och läses inte.",
        ),
        (
            "#FLAGGA 0\n",
            "",
            None,
            "varning",
            "#FLAGGA saknas; den ska stå först i filen.",
        ),
        (
            "#KONTO 1930",
            '#KONTO 1999 "Vilande"\n#KONTO 1930',
            None,
            "varning",
            "Oanvända konton finns inte i kontoplanen: 1999.",
        ),
        (
            "#OBJEKT 1 20",
            "#OBJEKT 1 30",
            None,
            "varning",
            "Objekt som används saknas bland #OBJEKT: 1 20.",
        ),
        (
            "#VER A 2 ",
            "#VER A 5 ",
            None,
            "varning",
            "Serie A: nummer 2–4 saknas.",
        ),
        (
            "#VER A 2 ",
            "#VER A 1 ",
            None,
            "varning",
            "Serie A: nummer 1 används flera gånger.",
        ),
    ],
)
def test_one_fault_is_one_finding_with_its_row(byt, mot, rad, slag, text):
    trasig = FILEN.replace(byt, mot, 1)
    assert trasig != FILEN
    vantat = rad_med(trasig, rad) if rad else None
    traffar = [ett for ett in fynd_i(trasig) if ett[1] == text]
    assert [ett[0] for ett in traffar] == [slag]
    assert rad is None or traffar[0][2] == vantat


def test_an_unbalanced_voucher_says_its_two_sides():
    trasig = FILEN.replace("{} 500.00", "{} 1500.50").replace("1299.75", "2300.25")
    (fynd,) = granskad(trasig).fynd
    assert fynd.rad == rad_med(trasig, "#VER A 1")
    assert fynd.text == "Verifikation A1 balanserar inte."
    # Debit 1 500.50, credit 500.00; the booked twin of an added row counts, the row itself not.
    assert fynd.ratt == "Debet 1\u00a0500,50\u00a0kr och kredit 500,00\u00a0kr ska vara lika."


def test_the_year_is_demanded_and_the_day_of_tomorrow_refused():
    utan = FILEN.replace("#RAR 0 20240101 20241231\n", "")
    assert ("fel", "#RAR saknas.", None) in fynd_i(utan)
    assert fynd_i(FILEN, idag=date(2024, 4, 9)) == [
        ("fel", "Datumet ligger efter dagens datum.", rad_med(FILEN, "#VER A 2"))
    ]


def test_a_checksum_that_does_not_hold_is_a_remark():
    med = FILEN.replace("#FLAGGA 0\n", "#FLAGGA 0\n#KSUMMA\n") + "#KSUMMA 4711\n"
    (fynd,) = granskad(med).fynd
    assert (fynd.slag, fynd.text) == ("varning", "Kontrollsumman stämmer inte.")
    assert fynd.varde.startswith("angiven 4711, beräknad ")
    beraknad = int(fynd.varde.rsplit(" ", 1)[1])
    # Signed and unsigned are the same sum.
    for ratt in (beraknad, beraknad - 2**32):
        assert fynd_i(med.replace("#KSUMMA 4711", f"#KSUMMA {ratt}")) == []


def test_a_file_cut_between_two_vouchers_is_told_by_its_balances():
    avhuggen = FILEN[: FILEN.index("#VER A 2")]
    assert [text for _, text, _ in fynd_i(avhuggen)] == [
        "Konto 1930: #UB stämmer inte med #IB och verifikationerna.",
        "Konto 4010: #RES stämmer inte med verifikationerna.",
    ]


def test_balances_that_are_zero_may_be_left_out():
    utan = HUVUD + SALDON.replace("#UB -1 2010 -1000.00\n", "").replace(
        "#IB 0 2010 -1000.00\n", ""
    ).replace("#UB 0 2010 -1000.00\n", "")
    # 2010 is nowhere: IB, UB and UB(−1) are all zero. Only the sum of the openings is remarked on.
    assert [slag for slag, _, _ in fynd_i(utan + VERIFIKATIONER)] == ["varning"]


def test_opening_balances_equal_the_stored_year_before():
    lagrat = ForegaendeAr(2023, {"1930": 100_000, "2010": -100_000}, 0)
    assert fynd_i(FILEN, foregaende={2023: lagrat}.get) == []
    annat = ForegaendeAr(2023, {"1930": 100_050, "2010": -100_050}, 0)
    fel = granskad(FILEN, foregaende={2023: annat}.get).fynd
    assert [(ett.text, ett.ratt) for ett in fel] == [
        (
            "Konto 1930: #IB stämmer inte med den utgående balans som är inläst för 2023.",
            "Det ska vara 1\u00a0000,50\u00a0kr.",
        ),
        (
            "Konto 2010: #IB stämmer inte med den utgående balans som är inläst för 2023.",
            "Det ska vara \u22121\u00a0000,50\u00a0kr.",
        ),
    ]


def test_a_result_moved_to_equity_between_the_years_is_a_remark():
    # The year before closed with a profit of 400 (credit) that is not yet in equity: −600.
    lagrat = ForegaendeAr(2023, {"1930": 100_000, "2010": -60_000}, -40_000)
    assert fynd_i(FILEN, foregaende={2023: lagrat}.get) == [
        (
            "varning",
            "Resultatet 400,00\u00a0kr har förts till eget kapital mellan åren (konto 2010).",
            None,
        )
    ]


def test_balances_on_the_wrong_kind_of_account_are_refused():
    trasig = FILEN.replace("#RES 0 4010", "#UB 0 4010")
    assert (
        "fel",
        "#UB får inte avse ett resultatkonto.",
        rad_med(trasig, "#UB 0 4010"),
    ) in fynd_i(trasig)


def test_a_file_of_vouchers_only_needs_no_year_and_no_balances():
    granskning = granskad("#FLAGGA 0\n#SIETYP 4\n" + VERIFIKATIONER)
    assert granskning.enbart_verifikationer
    assert granskning.rakenskapsar == (date(2024, 1, 1), date(2024, 12, 31))
    assert [ett.text for ett in granskning.fynd] == [
        "Objekt som används saknas bland #OBJEKT: 1 20, 6 P004."
    ]


@pytest.mark.parametrize("typ", ["1", "2", "3"])
def test_a_file_without_vouchers_has_its_balances_checked(typ):
    text = (HUVUD + SALDON).replace("#SIETYP 4", f"#SIETYP {typ}")
    assert granskad(text).sietyp == typ
    assert fynd_i(text) == []
    trasig = text.replace("#UB -1 1930 1000.00", "#UB -1 1930 1.00")
    assert len(fynd_i(trasig)) == 1


def test_many_faults_are_counted_but_not_all_kept():
    ver = '#VER A {0} 20240101 "x"\n{{\n   #TRANS 1930 {{}} 1.00\n}}\n'
    granskning = granskad(FILEN + "".join(ver.format(nr) for nr in range(3, 1003)))
    # 1 000 unbalanced vouchers and the closing balance of 1930.
    assert granskning.antal_fel == 1001
    assert len(granskning.fynd) == MAX_FYND + 1
    assert granskning.fynd[-1].text == "Ytterligare 801 fel visas inte."


def test_a_finding_reads_as_one_sentence():
    assert Fynd("fel", "Fel.", 3, "värde", "Rätt.").mening == "Rad 3: Fel. (värde) Rätt."
    assert Fynd("varning", "Om ”x”.", None, "x").mening == "Om ”x”."
