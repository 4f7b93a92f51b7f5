"""The rules that work a figure out once more: green on a ledger in order, red where one is bent."""

import pytest

from finsam.rapporter.arsredovisning import ARSREDOVISNING
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Kontrollutfall, Tabell, Varde
from tests.rapporter.formelbok import TOML, formelmaterial
from tests.rapporter.underlag import rad


def utfall(material: Material) -> dict[str, Kontrollutfall]:
    return {k.id: k for k in ARSREDOVISNING.stall_upp(material).kontroller}


def roda(material: Material) -> dict[str, str]:
    return {k.id: k.text for k in ARSREDOVISNING.stall_upp(material).roda}


def med(gammalt: str, nytt: str) -> str:
    assert gammalt in TOML
    return TOML.replace(gammalt, nytt, 1)


def test_a_ledger_in_order_is_green_and_every_formula_is_tried() -> None:
    funna = utfall(formelmaterial())
    assert [k.id for k in funna.values() if not k.ok] == []
    assert {id_.split(":")[0] for id_ in funna} >= {
        *("nyckeltal", "resultatniva", "oversikt", "oversikt-kostnader"),
        *("forvaltning_brutto", "forvaltning_netto", "forvaltning-namn", "eget-kapital"),
        *("semesteravgifter", "semesterkostnad", "inventarier", "avskrivningar", "balanskrav"),
    }


@pytest.mark.parametrize(
    ("id_", "vanster", "hoger"),
    [
        # 320 000 + 10 000 + 1 314, and less a net gain of 14 000.
        ("forvaltning_brutto:2019", -331_314, -331_314),
        ("forvaltning_netto:2019", -317_314, -317_314),
        ("eget-kapital:rullning", 187_686, 187_686),
        ("eget-kapital:overskott", 55_000, 55_000),
        ("semesteravgifter", 3_456, 3_456),  # 31.42 % × 11 000 = 3 456,2
        ("semesterkostnad", -1_314, -1_314),
        ("inventarier", 20_000, 20_000),
        ("balanskrav:2019", 18_686, 18_686),  # 32 686 − 20 000 + 6 000
        ("resultatniva:verksamhetens:2019", 18_686, 18_686),
        ("resultatniva:årets:2018", -25_000, -25_000),
    ],
)
def test_both_values_are_told(id_: str, vanster: int, hoger: int) -> None:
    funnet = utfall(formelmaterial())[id_]
    assert (funnet.vanster, funnet.hoger, funnet.text) == (vanster, hoger, "")


BENTA: list[tuple[str, str, set[str]]] = [
    # K13, K41: the share of other rows than the balance sheet's.
    (
        'kvot = ["eget_kapital", "summa_tillgangar"]',
        'kvot = ["balanserat", "summa_tillgangar"]',
        {"nyckeltal:soliditet"},
    ),
    ('kvot = ["bank", "skulder"]', 'kvot = ["skulder", "bank"]', {"nyckeltal:kassalikviditet"}),
    # K38: costs after finance under a label that does not say so.
    (
        '"Kostnader", summa = ["summa_kostnader"]},\n  {id = "oversikt_resultat"',
        '"Kostnader", summa = ["summa_kostnader", "finansnetto"]},\n  {id = "oversikt_resultat"',
        {"oversikt:2019", "oversikt:2018", "oversikt-kostnader:2019", "oversikt-kostnader:2018"},
    ),
    # K44: the result of another level than the costs.
    (
        'summa = ["verksamhetens_resultat"]}',
        'summa = ["arets_resultat"]}',
        {"oversikt:2019", "oversikt:2018"},
    ),
    # K46: net under the name of gross.
    (
        '{id = "kostnad_forvaltning", etikett = "Förvaltning, efter finansnetto"',
        '{id = "kostnad_forvaltning", etikett = "Förvaltning"',
        {"forvaltning-namn:kostnad_forvaltning"},
    ),
    (
        'summa = ["kansli", "finansnetto"]',
        'summa = ["kansli"]',
        {"forvaltning_netto:2019", "forvaltning_netto:2018"},
    ),
    (
        'summa = ["arets_resultat", "utredning_vinster", "utredning_forluster"]',
        'summa = ["arets_resultat", "utredning_forluster"]',
        {"balanskrav:2019", "balanskrav:2018"},
    ),
]


@pytest.mark.parametrize(("gammalt", "nytt", "vantade"), BENTA)
def test_a_bent_layout_is_red(gammalt: str, nytt: str, vantade: set[str]) -> None:
    assert roda(formelmaterial(med(gammalt, nytt))).keys() == vantade


def test_equity_that_does_not_roll_is_red() -> None:
    # A thousand more in the fund than last year, from nowhere that the result tells of.
    material = formelmaterial(TOML, rad("2010", 0, -1_000), rad("2440", 0, 1_000))
    fel = roda(material)
    assert fel["eget-kapital:rullning"] == (
        "Eget kapital är 188\u00a0686 kr; fjolårets med periodens resultat är 187\u00a0686 kr."
    )


def test_a_surplus_that_leaves_out_last_years_result_is_red() -> None:
    material = formelmaterial(TOML, rad("2020", 0, -25_000), rad("2440", 0, 25_000))
    assert roda(material)["eget-kapital:overskott"] == (
        "Överskott från tidigare år är 80\u00a0000 kr; fjolårets med fjolårets resultat är "
        "55\u00a0000 kr."
    )


def test_more_written_off_than_paid_is_red() -> None:
    material = formelmaterial(TOML, rad("1229", 12, -21_000), rad("7900", 12, 21_000, "20"))
    assert roda(material)["inventarier"] == (
        "De ackumulerade avskrivningarna är större än anskaffningsvärdet."
    )


@pytest.mark.parametrize(
    ("saldon", "id_", "mening"),
    [
        (
            (rad("2940", 12, -1_000), rad("5010", 12, 1_000, "20")),
            "semesteravgifter",
            "Sociala avgifter på semesterlöneskulden är 4\u00a0456 kr; med full avgift är de "
            "3\u00a0456 kr.",
        ),
        (
            (rad("5195", 12, -314, "20"), rad("5010", 12, 314, "20")),
            "semesterkostnad",
            "Kostnaden för förändrad semesterlöneskuld är −1\u00a0000 kr; skulden och dess "
            "avgifter har ändrats med −1\u00a0314 kr.",
        ),
        (
            (rad("7900", 12, 500, "20"), rad("1229", 12, -500)),
            "avskrivningar",
            "Avskrivningarna är 10\u00a0500 kr; linjärt är årets högst 10\u00a0000 kr.",
        ),
    ],
)
def test_what_may_be_done_otherwise_is_something_to_know(saldon, id_: str, mening: str) -> None:
    funnet = utfall(formelmaterial(TOML, *saldon))[id_]
    assert (funnet.ok, funnet.text) == (True, mening)


def test_a_deficit_is_to_be_restored_within_three_years() -> None:
    # 2018: −25 000 − 5 000 of gains = −30 000. 2019: +18 686 of it is restored.
    rapport = ARSREDOVISNING.stall_upp(formelmaterial())
    (tabell,) = [t for t in rapport.tabeller if t.id == "balanskrav-aterstallning"]
    (raden,) = tabell.rader
    tal = [v.tal if isinstance(v, Varde) else v for v in raden.varden]
    assert (raden.etikett, tal) == ("2018", [-30_000, "2021", 18_686, 11_314])
    assert isinstance(tabell, Tabell) and raden.varden[0].kalla.adress.endswith("/utfall-2018/")
    (funnet,) = [k for k in rapport.kontroller if k.id == "balanskrav-aterstallning:2018"]
    assert (funnet.ok, funnet.text) == (
        True,
        "Underskottet 2018 är 30\u00a0000 kr och ska vara återställt senast 2021; 11\u00a0314 kr "
        "återstår. Sparat överskott efter underskottet är 87\u00a0686 kr.",
    )
