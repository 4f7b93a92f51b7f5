"""Files of counts: what is counted, what is refused, and that nothing of a row comes out."""

import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from finsam.periods import las_period
from finsam.tabular.location import Filfel
from tests.uppfoljning.antal import antal
from uppfoljning.antalsfil.las import las_antal
from uppfoljning.antalsfil.rakning import Deltagarrakning, Manad
from uppfoljning.calculations.deltagare import flode, sammanlagt
from uppfoljning.calculations.underlag import Antalsnyckel

KVARTAL = las_period("2021-K2")
IDAG = date(2021, 7, 15)
INSATSER = {"3": 3, "vägen framåt": 3, "7": 7}
RUBRIKER = [
    "Insats", "Kön", "Födelseår", "Startdatum", "Slutdatum", "Avslutningsanledning",
    "Omfattning", "Plan", "Utbildning", "Tid i offentlig försörjning", "Försörjning", "Anonym",
]  # fmt: skip
KVAR = [3, "Kvinna", 1994, date(2021, 4, 12), None, None, None, None, "Gymnasium", "1–3 år",
        "Försörjningsstöd", "Nej"]  # fmt: skip
SLUTADE = ["Vägen framåt", "Man", 1981, datetime(2021, 1, 4), datetime(2021, 5, 31),
           "Subventionerat arbete", 0.5, "Ja", None, None, None, None]  # fmt: skip
TABELL = ["Insats", "Period", "Mått", "Kategori", "Kön", "Antal"]


def bok(*rader, rubriker=RUBRIKER, **blad):
    wb = Workbook()
    wb.active.append(rubriker)
    for rad in rader:
        wb.active.append(rad)
    for namn, innehall in blad.items():
        sida = wb.create_sheet(namn)
        for rad in innehall:
            sida.append(rad)
    ut = io.BytesIO()
    wb.save(ut)
    return ut.getvalue()


def las(innehall, fil="insatsdata.xlsx"):
    return las_antal(fil, innehall, INSATSER, KVARTAL, IDAG)


def utan_nollor(antal_):
    return {nyckel: tal for nyckel, tal in antal_.items() if tal}


def andrad(rad, celler):
    nya = list(rad)
    for rubrik, varde in celler.items():
        nya[RUBRIKER.index(rubrik)] = varde
    return nya


def test_who_came_and_who_left_month_by_month():
    svar = las(bok(KVAR, SLUTADE))
    assert (svar.fel, svar.rader, list(svar.antal)) == ((), 2, [3])
    april, maj, juni = (utan_nollor(svar.antal[3][manad]) for manad in (4, 5, 6))
    # She came on 12 April, 27 years old that year; he was there from January.
    assert april == utan_nollor(antal(
        pagaende_start=(0, 1), inskrivna=(1, 0), pagaende_slut=(1, 1), alder={"15-29": (1, 0)},
        utbildning={"gymnasium": (1, 0)}, forsorjningstid={"1-3": (1, 0)},
        forsorjningsform={"forsorjningsstod": (1, 0)},
    ))  # fmt: skip
    # He left on the last of May: 4 January to 31 May is 147 days.
    assert maj == utan_nollor(antal(
        pagaende_start=(1, 1), avslutade=(0, 1), pagaende_slut=(1, 0), dagar=(0, 147),
        avslutsorsak={"subventionerat": (0, 1)}, omfattning={"50": (0, 1)}, med_plan=(0, 1),
    ))  # fmt: skip
    assert juni == utan_nollor(antal(pagaende_start=(1, 0), pagaende_slut=(1, 0)))
    assert all(flode(svar.antal[3][manad]).stammer for manad in (4, 5, 6))


def test_the_anonymous_are_counted_apart():
    svar = las(bok(andrad(KVAR, {"Anonym": "Ja"}), andrad(KVAR, {"Anonym": "Ja", "Kön": ""})))
    assert utan_nollor(svar.antal[3][4]) == utan_nollor(antal(anonyma=(1, 0, 1)))
    assert svar.antal[3][5] == antal(
        pagaende_start=(0, 0), inskrivna=(0, 0), avslutade=(0, 0), pagaende_slut=(0, 0),
        anonyma=(0, 0, 0),
    )  # fmt: skip


def test_a_text_file_gives_the_same_counts():
    rader = [
        ";".join(RUBRIKER),
        "3;kvinna;1994;2021-04-12;;;;;gymnasium;1-3 år;Försörjningsstöd;nej",
        "Vägen  Framåt;M;1981;20210104;2021-05-31;subventionerat arbete;50 %;ja;;;;",
    ]
    csv = "\r\n".join(rader).encode("utf-8-sig")
    assert las(csv, "insatsdata.csv").antal == las(bok(KVAR, SLUTADE)).antal


@pytest.mark.parametrize(
    ("celler", "kolumn", "mening"),
    [
        ({"Insats": 99}, "Insats", "Insatsen finns inte bland dina insatser."),
        ({"Startdatum": "12/4"}, "Startdatum", "Cellen är inget datum. Skriv till exempel"),
        ({"Startdatum": None}, "Startdatum", "Datumet saknas."),
        ({"Slutdatum": date(2021, 4, 11)}, "Slutdatum", "får inte ligga före startdatum."),
        ({"Startdatum": date(2021, 7, 16)}, "Startdatum", "ligger efter dagens datum."),
        ({"Kön": "x"}, "Kön", "Värdet känns inte igen. Skriv Kvinna, Man eller Okänt."),
        ({"Födelseår": 2010}, "Födelseår", "Åldern vid starten ska vara 15–74 år."),
        ({"Födelseår": "nittiofyra"}, "Födelseår", "Cellen är inget heltal."),
        ({"Plan": "kanske"}, "Plan", "Skriv ja eller nej."),
        ({"Utbildning": "Komvux"}, "Utbildning", "Välj ett av: Grundskola, Gymnasium,"),
        (
            {"Avslutningsanledning": "Flytt"},
            "Avslutningsanledning",
            "är angiven men slutdatumet saknas.",
        ),
        (
            {"Slutdatum": date(2021, 5, 1)},
            "Avslutningsanledning",
            "saknas för den som har avslutat.",
        ),
        (
            {"Slutdatum": date(2021, 5, 1), "Avslutningsanledning": "Eget företag"},
            "Omfattning",
            "Omfattningen saknas för den som har gått till arbete.",
        ),
        (
            {"Slutdatum": date(2021, 5, 1), "Avslutningsanledning": "Flytt", "Omfattning": 50},
            "Omfattning",
            "Omfattning anges bara för den som har gått till arbete.",
        ),
    ],
)
def test_a_wrong_cell_is_named_by_place_and_never_repeated(celler, kolumn, mening):
    svar = las(bok(SLUTADE, andrad(KVAR, celler)))
    (fel,) = svar.fel
    assert str(fel).startswith(f"insatsdata.xlsx, bladet ”Sheet”, rad 3, kolumnen ”{kolumn}”: ")
    assert mening in fel.text and svar.antal == {}
    assert not any(str(varde) in fel.text for varde in celler.values() if varde and varde != 50)


@pytest.mark.parametrize(
    ("innehall", "vad"),
    [
        (bok(andrad(KVAR, {"Utbildning": "19900101-0017"})), "personnummer"),
        (bok(andrad(KVAR, {"Födelseår": 199001010017})), "personnummer"),
        (bok(andrad(KVAR, {"Försörjning": "900161-0014"})), "samordningsnummer"),
        (bok(andrad(KVAR, {"Utbildning": "Eva Berg"})), "namn"),
        (bok(andrad(KVAR, {"Insats": "Bo Erik Ek"})), "namn"),
        (bok(andrad(KVAR, {"Plan": "eva@exempel.se"})), "e-postadress"),
        (bok([*KVAR, "Eva"], rubriker=[*RUBRIKER, "Namn"]), "namn"),
        (bok([*KVAR, "Eva"], rubriker=[*RUBRIKER, "Förnamn"]), "namn"),
        (bok([*KVAR, "x"], rubriker=[*RUBRIKER, "Personnr"]), "personnummer"),
        (bok([*KVAR, "x"], rubriker=[*RUBRIKER, "Födelsedatum"]), "födelsedatum"),
        (bok(KVAR, Lathund=[["Deltagare"], ["Eva"]]), "namn"),
        (bok(KVAR, Gammalt=[["se 900101-0017"]]), "personnummer"),
        (bok(["3", KVARTAL.kod, "Inskrivna", "Eva Berg", "K", 1], rubriker=TABELL), "namn"),
        (bok(["3", KVARTAL.kod, "Eva Berg", "", "K", 1], rubriker=TABELL), "namn"),
    ],
)
def test_a_file_about_persons_is_refused_and_says_nothing_of_them(innehall, vad):
    with pytest.raises(Filfel) as fel:
        las(innehall)
    mening = str(fel.value.anmarkning)
    assert f"Innehållet ser ut att vara personuppgifter ({vad})." in mening
    assert "Endast antal får registreras." in mening
    assert not any(hemligt in mening for hemligt in ("0017", "0014", "Eva", "Erik", "exempel.se"))


def test_the_name_of_the_file_tells_of_nobody_either():
    with pytest.raises(Filfel) as fel:
        las(bok(KVAR), "900101-0017.xlsx")
    assert "900101" not in str(fel.value.anmarkning)


@pytest.mark.parametrize(
    ("innehall", "fil", "mening"),
    [
        (bok(["x"], rubriker=["A", "B"]), "x.xlsx", "Filen har inte rätt form. En tabell över"),
        (bok(KVAR[:4], rubriker=RUBRIKER[:4]), "x.xlsx", "Filen saknar kolumnen Slutdatum."),
        (bok([*KVAR, 1], rubriker=[*RUBRIKER, "Not"]), "x.xlsx", "Kolumnen ”Not” hör inte hit"),
        (bok([*KVAR, 1], rubriker=[*RUBRIKER, "Ålder"]), "x.xlsx", "både Födelseår och Ålder"),
        (bok(), "x.xlsx", "Filen har inga rader under rubrikerna."),
        (b"", "x.xlsx", "Filen är tom (0 byte)."),
        (b"hej", "x.pdf", "Filtypen .pdf tillåts inte. Spara filen som .xlsx eller .csv."),
        (b"hej", "x.xlsx", "Filen är ingen Excelfil (.xlsx)."),
        (b"\n\n", "x.csv", "Filen har ingen rubrikrad."),
        (bok(["3"], rubriker=TABELL[:1] + TABELL[2:]), "x.xlsx", "saknar kolumnen Period."),
        (bok(["3"], rubriker=[*TABELL, "Not"]), "x.xlsx", "Kolumnen ”Not” hör inte hit"),
    ],
)
def test_a_file_of_another_shape_says_what_would_be_right(innehall, fil, mening):
    with pytest.raises(Filfel) as fel:
        las(innehall, fil)
    assert mening in fel.value.anmarkning.text


def test_a_table_of_counts():
    rader = [
        [3, "2021-K2", "Avslutningsanledning", "Studerande", "Kvinnor", 2],
        [3, "2021-K2", "Avslutningsanledning", "Studerande", "Totalt", 2],
        ["Vägen framåt", "2021-04", "Anonymt registrerade", None, "Okänt", 0],
        ["7", "202105", "inskrivna", "", "m", "1 200"],
    ]
    svar = las(bok(*rader, rubriker=TABELL))
    assert svar.fel == ()
    assert svar.antal == {
        3: {
            0: antal(avslutsorsak={"studerande": (2,)}),
            4: {Antalsnyckel("anonyma", "", "okant"): 0},
        },
        7: {5: {Antalsnyckel("inskrivna", "", "M"): 1200}},
    }


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        ([9, "2021-K2", "Inskrivna", "", "K", 1], "Insatsen finns inte bland dina insatser."),
        ([3, "2021-K1", "Inskrivna", "", "K", 1], "hör inte till 2021-K2, som du har valt."),
        ([3, "2021-07", "Inskrivna", "", "K", 1], "hör inte till 2021-K2, som du har valt."),
        ([3, "våren", "Inskrivna", "", "K", 1], "Skriv 2021-K2 eller en månad, till exempel"),
        ([3, "2021-K2", "Deltagit", "", "K", 1], "”Deltagit”: Värdet känns inte igen."),
        ([3, "2021-K2", "Inskrivna", "Flytt", "K", 1], "Måttet delas inte i kategorier"),
        ([3, "2021-K2", "Ålder", "Unga", "K", 1], "”Unga” känns inte igen. Välj ett av: 15–29"),
        ([3, "2021-K2", "Ålder", "", "K", 1], "Välj ett av: 15–29 år, 30–44 år"),
        ([3, "2021-K2", "Inskrivna", "", "K", ""], "Antalet saknas. Skriv 0 där ingen finns."),
        ([3, "2021-K2", "Inskrivna", "", "K", -1], "Cellen är inget heltal."),
        ([3, "2021-K2", "Anonymt registrerade", "", "K", 5], "Uppgiften finns redan på rad 2."),
        (
            [3, "2021-K2", "Anonymt registrerade", "", "Totalt", 6],
            "Kvinnor + män + okänt = 5, summa angiven 6.",
        ),
        ([3, "2021-04", "Anonymt registrerade", "", "K", 4], "Månaderna ger 4, perioden 5."),
    ],
)
def test_a_wrong_row_of_a_table(rad, mening):
    forsta = [3, "2021-K2", "Anonymt registrerade", "", "K", 5]
    svar = las(bok(forsta, rad, rubriker=TABELL))
    assert [mening in fel.text for fel in svar.fel] == [True] and svar.antal == {}


def test_many_faults_are_counted_and_the_first_shown():
    svar = las(bok(*[andrad(KVAR, {"Kön": "x"})] * 70))
    assert (len(svar.fel), svar.fler_fel) == (50, 20)


dagar = st.dates(date(2020, 6, 1), date(2021, 7, 15))


@given(st.lists(st.tuples(dagar, st.none() | dagar)))
def test_every_month_is_a_whole_flow_and_begins_where_the_last_ended(spann):
    rakning = Deltagarrakning([Manad.av(2021, nr) for nr in (4, 5, 6)], IDAG, ())
    for start, slut in spann:
        if slut is None or slut >= start:
            rakning.rakna({"insats": 1, "kon": "K", "start": start, "slut": slut})
    manader = rakning.antal().get(1, {})
    assert all(flode(manader[nr]).stammer for nr in manader)
    for fore, efter in ((4, 5), (5, 6)):
        if manader:
            kvar, var = flode(manader[fore]).pagaende_slut, flode(manader[efter]).pagaende_start
            assert kvar == var
    if manader:
        assert flode(sammanlagt([manader[nr] for nr in (4, 5, 6)])).stammer
