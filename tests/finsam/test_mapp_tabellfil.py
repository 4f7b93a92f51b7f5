from decimal import Decimal as D

import pytest
from django.apps import apps

from ekonomi.models import Budget, Budgetpost, Tilldelning
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.rapport import Andring
from finsam.models import Folkmangd, Forbund, Medlem
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.models import Textblock
from insatser.models import Insats
from styrelse.models import Person, Uppdrag
from tests.finsam.mappexempel import FILER, skriv

pytestmark = pytest.mark.django_db
MOTEN = FILER["moten.csv"].splitlines()[0] + "\n"
INSATSBUDGET = FILER["insatsbudget.csv"].splitlines()[0] + "\n"


def las(mapp, **kwargs):
    return las_in(filer_i(mapp), **kwargs)


def historik():
    """How many rows every history table holds."""
    return {
        modell._meta.label: modell.objects.count()
        for modell in apps.get_models()
        if modell.__name__.startswith("Historical")
    }


@pytest.fixture
def inlast(tmp_path):
    rapport = las(skriv(tmp_path / "forst"))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    return tmp_path


def test_a_whole_folder(inlast):
    assert Forbund.objects.get().rapportperioder == ["T1", "T2"]
    assert Medlem.objects.get(kortnamn="FK").typ == "fk"
    assert Folkmangd.objects.get(medlem__kortnamn="Öst").antal == 12000
    assert Person.objects.count() == 2 and Uppdrag.objects.count() == 3
    jagmed = Insats.objects.get(nr=1)
    assert (jagmed.kortnamn, jagmed.malgrupp, jagmed.syfte) == (
        "#jagmed",
        "Unga; 16–24 år",
        "=Steg mot arbete",
    )
    assert {medlem.kortnamn for medlem in jagmed.parter.all()} == {"FK", "Region Mitt"}
    assert jagmed.budgetar.get().belopp == D(600000)
    assert Insats.objects.get(nr=2).projektkod is None
    post = Budgetpost.objects.get(insats=jagmed)
    assert (post.belopp, post.kostnadsblock.kod, post.budget.version) == (D(-600000), "B2", 1)
    assert Budget.objects.get(version=2).beslutad is None
    assert Textblock.objects.get().innehall == "# Ordföranden har ordet\n\nEtt gott år."


def test_the_same_folder_again_writes_nothing_and_leaves_no_history(inlast):
    fore = historik()
    rapport = las(inlast / "forst")
    assert rapport.sparad
    assert (rapport.antal_nya, rapport.antal_andrade) == (0, 0)
    assert rapport.antal_oforandrade >= 65
    assert historik() == fore


def test_a_changed_cell_is_shown_before_and_after_and_leaves_one_history_row(
    inlast, django_user_model
):
    chef = django_user_model.objects.create(roll="forbundschef", username="chef")
    andrad = FILER["medlemmar.csv"].replace("2020-12-31", "2021-12-31")
    mapp = skriv(inlast / "sedan", {"medlemmar.csv": andrad}, bara=["medlemmar.csv"])
    rapport = las(mapp, anvandare=chef)
    [rad] = rapport.filer[0].andrade
    assert (rad.rad, rad.vad) == (3, "Väst kommun")
    assert rad.andringar == (Andring("Till och med", "2020-12-31", "2021-12-31"),)
    logg = Medlem.objects.get(kortnamn="Väst").history.first()
    assert (logg.history_type, logg.history_user) == ("~", chef)
    assert logg.history_change_reason == "Inläst från medlemmar.csv"
    assert Medlem.history.count() == 5


def test_changed_parties_are_a_change(inlast):
    andrad = FILER["insatser.csv"].replace("FK, Region Mitt", "FK")
    mapp = skriv(inlast / "sedan", {"insatser.csv": andrad}, bara=["insatser.csv"])
    [rad] = las(mapp).filer[0].andrade
    assert rad.andringar == (
        Andring("Parter", "Försäkringskassan, Region Mitt", "Försäkringskassan"),
    )
    jagmed = Insats.objects.get(nr=1)
    assert [m.kortnamn for m in jagmed.parter.all()] == ["FK"]
    # New, given its parties, changed.
    assert [logg.history_type for logg in jagmed.history.all()] == ["~", "~", "+"]
    assert [p.medlem.kortnamn for p in jagmed.history.first().parter.all()] == ["FK"]


def test_rows_that_the_file_does_not_name_are_left_and_counted(inlast):
    en = "Namn;Kort namn;Typ;Från;Till och med\nÖst kommun;Öst;kommun;2015-01-01;\n"
    fil = las(skriv(inlast / "sedan", {"medlemmar.csv": en}, bara=["medlemmar.csv"])).filer[0]
    assert (fil.oforandrade, fil.kvar) == (1, 3)
    assert Medlem.objects.count() == 4


def test_columns_in_another_order_and_more_of_them(inlast):
    text = "Typ;Extra;Namn;Kort namn;Till och med;Från\nkommun;x;Öst kommun;Öst;;2015-01-01\n"
    fil = las(skriv(inlast / "sedan", {"medlemmar.csv": text}, bara=["medlemmar.csv"])).filer[0]
    assert fil.oforandrade == 1
    assert [str(v) for v in fil.varningar] == [
        "medlemmar.csv: Kolumnen ”Extra” känns inte igen och läses inte."
    ]


MEDLEMSRUBRIK = "Namn;Kort namn;Typ;Från;Till och med\n"
BUDGETRUBRIK = (
    "År;Version;Status;Beslutad;Paragraf;Samråd;Konto;Kostnadsblock;Insats;Belopp;Kommentar\n"
)


@pytest.mark.parametrize(
    ("fil", "innehall", "felet"),
    [
        (
            "medlemmar.csv",
            "Namn;Typ;Från;Till och med\nÖst;kommun;;\n",
            "medlemmar.csv: Filen saknar kolumnen ”Kort namn”.",
        ),
        (
            "medlemmar.csv",
            "Namn;Namn;Kort namn;Typ;Från;Till och med\n",
            "medlemmar.csv: Kolumnen ”Namn” finns 2 gånger.",
        ),
        (
            "medlemmar.csv",
            MEDLEMSRUBRIK + "Ny;;kommun;2015-01-01;\n",
            "medlemmar.csv, rad 2, kolumnen ”Kort namn”: Fyll i ett värde.",
        ),
        (
            "medlemmar.csv",
            MEDLEMSRUBRIK + "Ny;Ny;stad;2015-01-01;\n",
            "medlemmar.csv, rad 2, kolumnen ”Typ”: ”stad” känns inte igen. "
            "Välj ett av: Kommun, Region, Försäkringskassan, Arbetsförmedlingen.",
        ),
        (
            "medlemmar.csv",
            MEDLEMSRUBRIK + "Ny;Ny;kommun;1 jan 2015;\n",
            "medlemmar.csv, rad 2, kolumnen ”Från”: ”1 jan 2015” är inget datum. "
            "Skriv till exempel 2024-12-31.",
        ),
        (
            "medlemmar.csv",
            MEDLEMSRUBRIK + "Ny;Ny;kommun;2015-01-01;2014-01-01\n",
            "medlemmar.csv, rad 2: Slutdatum får inte ligga före startdatum.",
        ),
        (
            "medlemmar.csv",
            MEDLEMSRUBRIK + "Ny;Ny;kommun;2015-01-01;\nny;Ny;region;2015-01-01;\n",
            "medlemmar.csv, rad 3: Raden upprepar rad 2.",
        ),
        (
            "folkmangd.csv",
            "Kommun;Datum;Antal;Källa\nÖst;2019-11-01;100;\n",
            "folkmangd.csv: Folkmängd per 2019-11-01 saknas för Väst kommun.",
        ),
        (
            "folkmangd.csv",
            "Kommun;Datum;Antal;Källa\nÖst;2018-11-02;0;\n",
            "folkmangd.csv, rad 2: Folkmängden ska vara större än noll.",
        ),
        (
            "folkmangd.csv",
            "Kommun;Datum;Antal;Källa\nNord;2018-11-01;100;\n",
            "folkmangd.csv, rad 2, kolumnen ”Kommun”: ”Nord” finns inte bland medlemmar.",
        ),
        (
            "budget.csv",
            BUDGETRUBRIK + "2019;1;Fastställd;2018-11-20;§ 4;2018-11-01;3999;;;5;\n",
            "budget.csv, rad 2, kolumnen ”Konto”: Kontot 3999 finns inte i kontoplanen.",
        ),
        (
            "budget.csv",
            BUDGETRUBRIK + "2019;1;Fastställd;2018-11-20;§ 4;2018-11-01;3000;;;4 682 00;\n",
            "budget.csv, rad 2, kolumnen ”Belopp”: "
            "Beloppet ”4 682 00” kan inte tolkas. Skriv till exempel 4 682 000.",
        ),
        (
            "budget.csv",
            BUDGETRUBRIK + "2021;1;Fastställd;;§ 4;2018-11-01;3000;;;5;\n",
            "budget.csv, rad 2: Ange dagen då budgeten beslutades.",
        ),
        (
            "budget.csv",
            BUDGETRUBRIK + "2021;1;Förslag;;;;3000;;;5;\n2021;1;Förslag;2020-11-01;;;4000;;;5;\n",
            "budget.csv, rad 3, kolumnen ”Beslutad”: ”2020-11-01” här men ”” på rad 2; "
            "de ska vara lika för Budget 2021, version 1.",
        ),
        (
            "budget.csv",
            BUDGETRUBRIK + "2021;1;Förslag;;;;3000;;;5;\n2021;1;Förslag;;;;3000;;;6;\n",
            "budget.csv, rad 3: Raden upprepar rad 2.",
        ),
        (
            "insatsbudget.csv",
            INSATSBUDGET + "1;2020;-5;;;;\n",
            "insatsbudget.csv, rad 2: Det beviljade beloppet får inte vara negativt.",
        ),
        (
            "revisorer.csv",
            "Namn;Byrå;Utsedd av;Från;Till och med\n;;stat;2020-01-01;\n",
            "revisorer.csv, rad 2: Ange revisorns namn eller byrå.",
        ),
        (
            "kontoplan.csv",
            "Konto;Namn;Typ\n30A;Avgifter;I\n",
            "kontoplan.csv, rad 2, kolumnen ”Konto”: ”30A”: Ange siffror.",
        ),
        (
            "forbund.toml",
            'namn = "Prov"\nrytm = "dag"\n',
            "forbund.toml, kolumnen ”rytm”: ”dag” ska vara kvartal eller tertial.",
        ),
        (
            "forbund.toml",
            "namn = Prov\n",
            "forbund.toml, rad 1: ”namn = Prov” kan inte tolkas. "
            'Skriv nyckel = värde, med text inom citattecken: namn = "Förbundet".',
        ),
        (
            "forbund.toml",
            'namn = "Prov"\nminsta_antal = "fem"\n',
            "forbund.toml, kolumnen ”minsta_antal”: ”fem” ska vara ett heltal.",
        ),
        ("forbund.toml", 'orgnr = "1"\n', "forbund.toml: Filen saknar nyckeln ”namn”."),
        (
            "forbund.toml",
            'namn = "Prov"\nandel_stat = 0.6\n',
            "forbund.toml: Andelarna av medlemsavgiften ska tillsammans vara 1.",
        ),
        (
            "forbund.toml",
            'namn = "Prov"\ndistans_fran = "i våras"\n',
            "forbund.toml, kolumnen ”distans_fran”: ”i våras” ska vara ett datum: 2024-12-31.",
        ),
        (
            "forbund.toml",
            'namn = "Prov"\ndistans_fran = "2022-03-15"\n',
            "forbund.toml: Styrelsen kan tidigast ha beslutat om distans 2022-03-16, "
            "då lagen började gälla.",
        ),
        (
            "forbund.toml",
            'namn = "Prov"\nbilagenumrering = "romersk"\n',
            "forbund.toml, kolumnen ”bilagenumrering”: ”romersk” ska vara punkt eller lopande.",
        ),
        (
            "moten.csv",
            MOTEN + "fs;2022-03-23;9.00;12.00;Salen;ja;;;;;;;\n",
            "moten.csv, rad 2, kolumnen ”På distans”: ”ja”: "
            "Styrelsen har inte beslutat om deltagande på distans.",
        ),
        (
            "moten.csv",
            MOTEN + "fs;2022-06-02;9.00;12.00;Källaren;ja;;Kallat;2022-05-25;;;Välkomna;\n",
            "moten.csv, rad 2: Kallelsen är skickad: ändra mötet på dess sida.",
        ),
        (
            "texter/arsredovisning/2019/om.md",
            "Anna\n(811228-9874) har avslutat.\n",
            "texter/arsredovisning/2019/om.md, rad 2: Innehållet ser ut att vara personuppgifter "
            "(personnummer). Endast antal får registreras.",
        ),
        (
            "texter/bokslut/2019/om.md",
            "x",
            "texter/bokslut/2019/om.md: ”bokslut” är inget dokument. "
            f"Välj ett av: {', '.join(Rapportslag.values)}.",
        ),
        (
            "texter/om.md",
            "x",
            "texter/om.md: Texten ska ligga som texter/dokument/period/avsnitt.md i mappen.",
        ),
        (
            "uppstallning.toml",
            "giltig_fran = 2019\n[[tabell]\n",
            "uppstallning.toml, rad 2: ”[[tabell]” kan inte tolkas. "
            'Skriv nyckel = värde, med text inom citattecken: namn = "Förbundet".',
        ),
        (
            "uppstallning.toml",
            FILER["uppstallning.toml"].replace('titel = "Resultaträkning"', ""),
            "uppstallning.toml: Tabell ”resultatrakning”, nyckel ”titel”: värdet saknas.",
        ),
        ("uppdrag.csv", b"", "uppdrag.csv: Filen är tom (0 byte)."),
    ],
)
def test_bad_input_is_named_and_nothing_changes(inlast, fil, innehall, felet):
    fore = historik()
    # A good change beside the bad file must not be stored either.
    andrade = {"personal.csv": FILER["personal.csv"].replace("2,5", "3"), fil: innehall}
    rapport = las(skriv(inlast / "sedan", andrade, bara=["personal.csv", fil]))
    assert felet in [str(fel) for fel in rapport.alla_fel]
    assert not rapport.sparad
    assert historik() == fore


def test_every_fault_of_a_file_is_told_at_once(inlast):
    text = MEDLEMSRUBRIK + "Ny;;stad;i går;\nNy 2;Ny 2;kommun;2020-01-01;\nNy 3;;kommun;;\n"
    rapport = las(skriv(inlast / "sedan", {"medlemmar.csv": text}, bara=["medlemmar.csv"]))
    assert [fel.plats.rad for fel in rapport.alla_fel] == [2, 2, 2, 4]


def test_the_same_table_twice_is_refused(inlast):
    mapp = skriv(
        inlast / "sedan", {"medlemmar.xlsx": b"x"}, bara=["medlemmar.csv", "medlemmar.xlsx"]
    )
    assert [str(fel) for fel in las(mapp).alla_fel] == [
        "medlemmar.csv: Både medlemmar.csv och medlemmar.xlsx finns. Behåll en av dem.",
        "medlemmar.xlsx: Både medlemmar.csv och medlemmar.xlsx finns. Behåll en av dem.",
    ]


def test_a_name_that_two_rows_share_names_neither(inlast):
    insatser = FILER["insatser.csv"].replace("Samverkan;Samverkan;", "Samverkan;#jagmed;")
    budget = INSATSBUDGET + "#jagmed;2018;5;;;;\n"
    andrade = {"insatser.csv": insatser, "insatsbudget.csv": budget}
    rapport = las(skriv(inlast / "sedan", andrade, bara=list(andrade)))
    assert [str(fel) for fel in rapport.alla_fel] == [
        "insatsbudget.csv, rad 2, kolumnen ”Insats”: ”#jagmed” är namnet på flera. Skriv nummer."
    ]


def test_a_code_that_is_another_row_s_number_means_the_number(inlast):
    insatser = FILER["insatser.csv"].replace(";P01;", ";2;")
    andrade = {"insatser.csv": insatser, "insatsbudget.csv": INSATSBUDGET + "2;2018;5;;;;\n"}
    assert las(skriv(inlast / "sedan", andrade, bara=list(andrade))).sparad
    assert Insats.objects.get(nr=2).budgetar.filter(verksamhetsar=2018).exists()


@pytest.mark.parametrize(
    ("fil", "innehall", "varning"),
    [
        (
            "tilldelning.csv",
            "År;Version;Belopp;Status;Folkmängd per\n2020;1;2 000;Preliminär;\n",
            "Tilldelningen 2020 är 1\u00a0000 gånger mindre än 2019. "
            "Är det angivet i tkr? Skriv i kronor.",
        ),
        (
            "insatsbudget.csv",
            INSATSBUDGET + "1;2018;1 000;;;;\n",
            "Budgeten för #jagmed 2019 är 600 gånger större än 2018. "
            "Är det angivet i tkr? Skriv i kronor.",
        ),
        (
            "budget.csv",
            BUDGETRUBRIK + "2020;1;Förslag;;;;3000;;;2 500;\n",
            "Budgetens intäkter 2020 är 800 gånger mindre än 2019. "
            "Är det angivet i tkr? Skriv i kronor.",
        ),
    ],
)
def test_an_amount_in_thousands_is_suspected_but_stored(inlast, fil, innehall, varning):
    rapport = las(skriv(inlast / "sedan", {fil: innehall}, bara=[fil]))
    assert [v.text for v in rapport.filer[0].varningar] == [varning]
    assert rapport.sparad


def test_two_layouts_for_one_year(inlast):
    andrade = {f"uppstallning{n}.toml": FILER["uppstallning.toml"] for n in ("", "-2019")}
    rapport = las(skriv(inlast / "sedan", andrade, bara=list(andrade)))
    assert [str(fel) for fel in rapport.alla_fel] == [
        "uppstallning.toml: Även uppstallning-2019.toml gäller från 2019."
    ]


def test_en_frivillig_kolumn_far_saknas_och_ror_da_inte_det_som_finns(inlast, tmp_path):
    medlemsavgift = Tilldelning.objects.get(verksamhetsar=2019)
    medlemsavgift.kalla, medlemsavgift.status = "Beslut av FK", "preliminar"
    medlemsavgift.save()
    utan = {
        "tilldelning.csv": "År;Version;Belopp;Status;Folkmängd per\n"
        "2019;1;2100000;Preliminär;2018-11-01\n"
    }
    rapport = las(skriv(inlast / "sedan", utan, bara=list(utan)))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
    sparad = Tilldelning.objects.get(verksamhetsar=2019)
    assert (sparad.belopp, sparad.kalla) == (2_100_000, "Beslut av FK")


def test_en_faststalld_tilldelning_andras_inte_av_en_fil(inlast):
    andrad = FILER["tilldelning.csv"].replace("2019;1;2000000", "2019;1;2100000")
    assert andrad != FILER["tilldelning.csv"]
    rapport = las(skriv(inlast / "sedan", {"tilldelning.csv": andrad}, bara=["tilldelning.csv"]))
    assert [fel.text for fel in rapport.alla_fel] == [
        "Tilldelningen är fastställd och ändras inte: gör en ny version på årets sida."
    ]


@pytest.mark.parametrize(
    ("fil", "fran", "till", "mening"),
    [
        (
            "avgiftsrater.csv",
            "Staten;1;31;0,5",
            "Staten;1;31;0,4",
            "Raterna för staten är tillsammans 0,9, de ska vara 1.",
        ),
        (
            "avgiftsfakturor.csv",
            "500 000;2019-01-03",
            "400 000;2019-01-03",
            "Fakturan är betald 2019-01-20: ändra den på årets sida.",
        ),
        ("avgiftskonton.csv", "FK;3000", "FK;9", "Kontot 9 finns inte i kontoplanen."),
    ],
)
def test_avgifternas_filer_sager_vad_som_inte_gar(inlast, fil, fran, till, mening):
    andrad = FILER[fil].replace(fran, till)
    assert andrad != FILER[fil]
    rapport = las(skriv(inlast / "sedan", {fil: andrad}, bara=[fil]))
    assert [fel.text for fel in rapport.alla_fel] == [mening]


def test_en_betalning_kommer_in_med_fil(inlast):
    andrad = FILER["avgiftsfakturor.csv"].replace("2019-04-02;", "2019-04-02;2019-04-29")
    fil = "avgiftsfakturor.csv"
    rapport = las(skriv(inlast / "sedan", {fil: andrad}, bara=[fil]))
    assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
