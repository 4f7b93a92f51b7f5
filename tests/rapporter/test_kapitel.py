"""Tables and lists from the registers: names, order, months, groups."""

from dataclasses import replace
from datetime import date

from finsam.periods import Period
from finsam.rapporter.kapitel import insatser, styrelse
from finsam.rapporter.material import (
    Medlemsunderlag,
    Registerinsats,
    Registerunderlag,
    Revisorunderlag,
    Uppdragsunderlag,
)

AR = Period(2024)
MEDLEMMAR = {
    1: Medlemsunderlag(1, "Region Byarum", "Region By", "region"),
    2: Medlemsunderlag(2, "Försäkringskassan", "FK", "fk"),
    3: Medlemsunderlag(3, "Arbetsförmedlingen", "AF", "af"),
    4: Medlemsunderlag(4, "Östby kommun", "Östby", "kommun"),
    5: Medlemsunderlag(5, "Alby kommun", "Alby", "kommun"),
}
FORE = date(2023, 4, 1)
UPPDRAG = (
    Uppdragsunderlag("Ada Ek", "M", 1, "ordforande", FORE),
    Uppdragsunderlag("Bo Ek", "", 2, "vice_ordforande_1", FORE),
    Uppdragsunderlag("Cia Ek", "S", 4, "ledamot", FORE, date(2024, 9, 30)),
    Uppdragsunderlag("Dan Ek", "C", 4, "ledamot", date(2024, 10, 1)),
    Uppdragsunderlag("Eva Ek", "S", 5, "ledamot", FORE),
    Uppdragsunderlag("Fia Ek", "V", 5, "ersattare", date(2024, 3, 1)),
    Uppdragsunderlag("Gun Ek", "KD", 5, "ledamot", date(2025, 2, 1)),
)


def _insats(
    nr: int, namn: str, typ: str, agare: int, parter: tuple[int, ...], slut: date
) -> Registerinsats:
    start = date(2022, 1, 1)
    return Registerinsats(
        nr,
        namn,
        namn[:20],
        typ,
        typ.title(),
        agare,
        parter,
        start,
        slut,
        "Syfte",
        "God",
        f"/i/{nr}/",
    )


INSATSER = (
    _insats(3, "Lotsen", "struktur", 1, (2, 3, 4, 5), date(2027, 12, 31)),
    _insats(1, "Vägen in", "individ", 5, (1, 2, 3), date(2025, 12, 31)),
    _insats(2, "Steget", "individ", 4, (3,), date(2024, 12, 31)),
    _insats(
        4,
        "En studie med ett mycket långt namn som inte får plats i tabellen",
        "forstudie",
        1,
        (2,),
        date(2025, 6, 30),
    ),
)
REGISTER = Registerunderlag(
    "Samordningsförbundet Byarums län",
    "",
    "",
    MEDLEMMAR,
    UPPDRAG,
    (
        Revisorunderlag("Hugo Ek", "Byrån", "Kommuner och region"),
        Revisorunderlag("", "KPMG", "Staten"),
    ),
    INSATSER,
)


def test_the_board_table_names_every_holder_of_a_seat() -> None:
    tabell = styrelse.styrelsetabell(REGISTER, AR)
    assert [(r.etikett, *r.varden) for r in tabell.rader] == [
        ("Region Byarum", "Ada Ek (M) ordförande", None),
        ("Försäkringskassan", "Bo Ek 1:e vice ordförande", None),
        ("Arbetsförmedlingen", None, None),
        ("Alby kommun", "Eva Ek (S)", "Fia Ek (V) (från mars)"),
        ("Östby kommun", "Cia Ek (S) (till oktober); Dan Ek (C) (från oktober)", None),
    ]


def test_several_chairs_of_a_year_are_abbreviated() -> None:
    uppdrag = tuple(replace(u, roll="vice_ordforande_2") for u in UPPDRAG if u.medlem == 4)
    tabell = styrelse.styrelsetabell(replace(REGISTER, uppdrag=uppdrag), AR)
    assert tabell.rader[0].varden[0] == (
        "Cia Ek (S) 2:e vice ordf. (till oktober); Dan Ek (C) 2:e vice ordf. (från oktober)"
    )


def test_those_who_sit_on_the_day_sign() -> None:
    assert styrelse.underskriftsdag(AR, date(2025, 3, 14)) == date(2025, 3, 14)
    assert styrelse.underskriftsdag(AR, date(2026, 11, 1)) == date(2025, 3, 31)
    lista = styrelse.underskrifter(REGISTER, date(2025, 3, 31))
    assert lista.poster == (
        ("Ada Ek", "ordförande, utsedd av Region Byarum"),
        ("Bo Ek", "1:e vice ordförande, utsedd av Försäkringskassan"),
        ("Dan Ek", "ledamot, utsedd av Östby kommun"),
        ("Eva Ek", "ledamot, utsedd av Alby kommun"),
        ("Gun Ek", "ledamot, utsedd av Alby kommun"),
    )


def test_auditors_are_listed_by_name_or_firm() -> None:
    tabell = styrelse.revisorstabell(REGISTER, AR)
    assert [(r.etikett, *r.varden) for r in tabell.rader] == [
        ("Hugo Ek", "Kommuner och region", "Byrån"),
        ("KPMG", "Staten", None),
    ]


def test_insatser_are_numbered_within_groups_of_their_one_type() -> None:
    rader = insatser.insatstabell(REGISTER, AR).rader
    assert [r.etikett for r in rader] == [
        "Individinsatser",
        "Alby, Vägen in",
        "Östby, Steget",
        "Strukturinsatser",
        "Region By, Lotsen",
        "Förstudier",
        "Region By, En studie med ett my*",
    ]
    assert [r.varden[0].tal for r in rader if r.slag == "line"] == [1, 2, 3, 4]


def test_owner_and_parties_come_from_the_register() -> None:
    rader = {r.id: r for r in insatser.insatstabell(REGISTER, AR).rader}
    assert rader["insats-1"].varden[1:3] == (
        "Alby kommun, AF, FK, Reg By",
        "2022-01-01 – 2025-12-31",
    )
    assert rader["insats-3"].varden[1] == "Region By, AF, FK och länets två kommuner"
    assert rader["insats-2"].varden[1] == "Se avsnitt Avslutade insatser"
    assert rader["insats-2"].varden[2:] == (None,) * 6


def test_long_names_and_abbreviations_are_explained() -> None:
    assert insatser.insatstabell(REGISTER, AR).anmarkningar == (
        "*Fullständigt namn: En studie med ett mycket långt namn som inte får plats i tabellen.",
        "AF = Arbetsförmedlingen, FK = Försäkringskassan, Reg By = Region Byarum",
    )


def test_an_ended_insats_has_a_box() -> None:
    (avsnitt,) = insatser.avslutade(REGISTER, AR)
    assert avsnitt.rubrik == "Steget"
    assert dict(avsnitt.block[0].poster)["Insatsägare och samverkansparter"] == (
        "Östby kommun och Arbetsförmedlingen"
    )


def test_registers_give_named_figures() -> None:
    tal = {namn: varde.tal for namn, varde in insatser.antal(REGISTER, AR).items()}
    assert tal["antal_insatser"] == 4
    assert tal["antal_individinsatser"] == 2
    assert tal["antal_avslutade_insatser"] == 1
    assert tal["antal_kommuner"] == 2
