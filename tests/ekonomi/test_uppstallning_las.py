"""A layout's text: what is read, and each fault's Swedish sentence with its place."""

import pytest

from ekonomi.uppstallning import UppstallningFel, las_uppstallning
from ekonomi.uppstallning.mall import Kontointervall, Konton, Summa, Term, Urval
from ekonomi.uppstallning.roller import rollrad
from tests.ekonomi.exempel import TOML

HUVUD = """
giltig_fran = 2019
[[tabell]]
id = "rr"
slag = "resultatrakning"
titel = "Resultaträkning"
kolumner = [{slag = "utfall", rubrik = "{ar}"}]
"""


def fel(text: str) -> str:
    with pytest.raises(UppstallningFel) as info:
        las_uppstallning(text, "u.toml")
    return "\n".join(info.value.fel)


def test_laser_tabeller_rader_och_kolumner() -> None:
    mall = las_uppstallning(TOML)
    assert (mall.giltig_fran, mall.ar) == (2018, (-2, -1, 0))
    assert mall.utan_rad == (Kontointervall(8999, 8999),)
    assert [tabell.id for tabell in mall.tabeller][:3] == ["resultat", "balans", "kassaflode"]
    assert [tabell.matt for tabell in mall.tabeller][:2] == ["rorelse", "utgaende"]
    tabell, rad = mall.rader["insatser"]
    assert (tabell.id, rad.etikett, rad.slag, rad.niva) == ("resultat", "Insatser", "line", 1)
    assert rad.innehall == Konton(Urval((Kontointervall(4000, 4999),), insatser=True), -1)
    assert mall.rader["avgifter"][1].not_ == "1"
    assert mall.rader["kf_fordringar"][1].innehall == Summa((Term("fordringar", -1),), "forandring")
    assert mall.rader["kf_arets"][1].slag == "total"
    assert mall.rader["skulder"][1].innehall.tecken == -1  # type: ignore[union-attr]


def test_bom_fore_texten_stor_inte() -> None:
    assert las_uppstallning("\ufeff" + TOML).giltig_fran == 2018


@pytest.mark.parametrize(
    ("rader", "sats"),
    [
        (
            '{id = "a", etikett = "A", konton = ["30x"]}',
            'u.toml, tabell ”rr”, rad ”a”, nyckel ”konton”: ”30x” är inget kontointervall. '
            'Skriv till exempel ["3010-3099", "3150"].',
        ),
        (
            '{id = "a", etikett = "A", konton = ["3099-3010"]}',
            "”3099-3010” slutar före sin början. Skriv ”3010-3099”.",
        ),
        (
            '{id = "a", etikett = "A", konton = ["3000-3010", "3005"]}',
            "nyckel ”konton”: ”3005” och ”3000-3010” har konton gemensamt.",
        ),
        ('{id = "a", etikett = "A", konton = []}', "nyckel ”konton”: listan är tom."),
        (
            '{id = "a", etikett = "A", konton = ["1"], tecken = 2}',
            "nyckel ”tecken”: ”2” ska vara ett heltal, 1 eller -1.",
        ),
        (
            '{id = "a", etikett = "A", konton = ["1"], blokc = ["1"]}',
            "nyckel ”blokc”: nyckeln är okänd här. Tillåtna nycklar: block, dolj_tom,",
        ),
        (
            '{id = "a", etikett = "A", konton = ["1"], insatser = "ja"}',
            "nyckel ”insatser”: ”ja” ska vara true eller false, utan citattecken.",
        ),
        (
            '{id = "a", etikett = "A", konton = ["1"], block = "10"}',
            "nyckel ”block”: ”10” ska vara en lista inom hakparenteser.",
        ),
        (
            '{id = "a", etikett = "A", konton = ["1"], block = [10]}',
            "nyckel ”block”: ”10” ska vara text inom citattecken.",
        ),
        (
            '{id = "a", konton = ["1"], per = "insats", insatstyper = ["indvid"]}',
            "”indvid” är okänt. Välj bland: individ, struktur, forstudie, kompetenshojande.",
        ),
        (
            '{id = "a", konton = ["1"], per = "insats", insatser = false}',
            "nyckel ”insatser”: ”false” går inte ihop med per = \"insats\".",
        ),
        ('{id = "A b", etikett = "A", konton = ["1"]}', "nyckel ”id”: ”A b” ska bestå av a-z"),
        ('{etikett = "A", konton = ["1"]}', "rad ”A”, nyckel ”id”: värdet saknas."),
        ('{id = "a", konton = ["1"]}', "rad ”a”, nyckel ”etikett”: värdet saknas."),
        (
            '{id = "a", etikett = "A"}',
            "raden ska ha precis en av nycklarna rubrik, konton, summa, forandring,",
        ),
        (
            '{id = "a", etikett = "A", konton = ["1"], summa = ["b"]}',
            "nyckel ”konton, summa”: raden ska ha precis en av nycklarna",
        ),
        (
            '{id = "a", etikett = "A", slag = "summa", konton = ["1"]}',
            "nyckel ”slag”: ”summa” är okänt. Välj ett av: line, sum, total.",
        ),
        (
            '{id = "a", etikett = "A", personal = "antal"}',
            "”antal” är okänt. Välj ett av: heltidstjanster, personalomsattning.",
        ),
        ('{id = "a", etikett = "A", kvot = ["b"]}', "nyckel ”kvot”: ange två rad-id utan minus"),
        ('{id = "a", etikett = "{dag}", konton = ["1"]}', "nyckel ”etikett”: ”{dag}” är okänt."),
        ('{rubrik = "Från {fran}"}', "nyckel ”rubrik”: ”{fran}” är okänt. Använd {ar}, {start}"),
        ('{id = "a", etikett = "A", summa = ["?"]}', "nyckel ”summa”: ”?” är inget rad-id."),
        ('"en text"', "tabell ”rr”, rad 1: ”en text” ska vara en tabell med nycklar."),
    ],
)  # fmt: skip
def test_fel_pa_en_rad(rader: str, sats: str) -> None:
    assert sats in fel(f"{HUVUD}rad = [{rader}]")


@pytest.mark.parametrize(
    ("text", "sats"),
    [
        ("giltig_fran = [", "u.toml: texten är inte giltig TOML"),
        ("", "u.toml, nyckel ”giltig_fran”: värdet saknas. Ange första året, till exempel 2024."),
        ('giltig_fran = "2019"', "nyckel ”giltig_fran”: ”2019” ska vara ett heltal, 1990 till"),
        ("giltig_fran = 2019\ntabeller = 1", "nyckel ”tabeller”: nyckeln är okänd här."),
        ("giltig_fran = 2019\n[[tabell]]\nid = 'x'", "nyckel ”slag”: värdet saknas. Välj ett av:"),
        (HUVUD.replace("resultatrakning", "rr2"), "nyckel ”slag”: ”rr2” är okänt. Välj ett av:"),
        (HUVUD.replace('"utfall"', '"ufall"'), "kolumn 1, nyckel ”slag”: ”ufall” är okänt."),
        (HUVUD.replace("{ar}", "{manad}"), "”{manad}” är okänt. Använd {ar}, {start} eller {slut}"),
        (HUVUD.replace("{ar}", "{ar"), "kolumn 1, nyckel ”rubrik”"),
        (HUVUD + "not = '1'", "notens nummer ska anges när slag är ”not”, och bara då."),
        (HUVUD.replace("kolumner", "anmarkningar"), "tabellen ska ha minst en kolumn."),
        (
            HUVUD + HUVUD.replace("giltig_fran = 2019", ""),
            "tabell ”rr”: id:t används av 2 tabeller",
        ),
    ],
)
def test_fel_i_filen(text: str, sats: str) -> None:
    assert sats in fel(text)


@pytest.mark.parametrize(
    ("kolumn", "sats"),
    [
        # K24: the column headed Budget held last year's outcome.
        (
            'slag = "utfall", ar = -1, rubrik = "Budget {ar}"',
            "tabell ”rr”: Kolumnen ”Budget {ar}” innehåller utfall för perioden 1 år tidigare; "
            "budget krävs.",
        ),
        (
            'slag = "budget", helar = true, rubrik = "Utfall {slut}"',
            "Kolumnen ”Utfall {slut}” innehåller budget för hela året; utfall krävs.",
        ),
        (
            'slag = "utfall", rubrik = "Helårsprognos"',
            "Kolumnen ”Helårsprognos” innehåller utfall för perioden; prognos krävs.",
        ),
    ],
)
def test_en_kolumn_haller_vad_rubriken_sager(kolumn: str, sats: str) -> None:
    assert sats in fel(HUVUD.replace('slag = "utfall", rubrik = "{ar}"', kolumn))


@pytest.mark.parametrize(
    "kolumn",
    [
        'slag = "diff", rubrik = "Diff mot budget {slut}"',
        'slag = "kvot", rubrik = "Förbrukningskvot mot budget"',
        'slag = "diff", rubrik = "Budgetavvikelse"',
        'slag = "kvot", rubrik = "Utfall/budget"',
        'slag = "utfall", rubrik = "{slut}"',
    ],
)
def test_en_rubrik_som_jamfor_far_namna_det_andra_slaget(kolumn: str) -> None:
    assert las_uppstallning(HUVUD.replace('slag = "utfall", rubrik = "{ar}"', kolumn))


@pytest.mark.parametrize(
    ("rader", "sats"),
    [
        (
            '{id="a", etikett="A", konton=["1"]}, {id="a", etikett="B", konton=["2"]}',
            "tabell ”rr”, rad ”a”: id:t används av 2 rader. Ge varje rad ett eget.",
        ),
        (
            '{id="a", etikett="A", summa=["b"]}',
            "tabell ”rr”, rad ”a”: raden ”b” finns inte i uppställningen.",
        ),
        (
            '{id="a", etikett="A", summa=["b"]}, {id="b", etikett="B", summa=["-a"]}',
            "tabell ”rr”, rad ”a”: raden bygger på sig själv: ”a” → ”b” → ”a”.",
        ),
        (
            '{id="a", etikett="A", konton=["1"]}, {id="k", etikett="K", kvot=["a", "a"]}, '
            '{id="s", etikett="S", summa=["k"]}',
            "rad ”s”: raden ”k” är en andel och kan inte ingå i en summa.",
        ),
        (
            '{id="a", etikett="A", konton=["3000-3099"]}, {id="b", etikett="B", '
            'konton=["2000", "3050-3200"]}',
            "tabell ”rr”, rad ”b”: konto 3050-3099 finns redan på raden ”a”. Ett saldo får stå på "
            "en rad.",
        ),
        (
            '{id="a", etikett="A", konton=["3000"], block=["1"]}, '
            '{id="b", etikett="B", konton=["3000"]}',
            "konto 3000 finns redan på raden ”a”",
        ),
        (
            '{id="a", etikett="A", obokfort_resultat=true}, '
            '{id="b", etikett="B", obokfort_resultat=true}',
            "det obokförda resultatet finns redan på raden ”a”",
        ),
    ],
)
def test_fel_mellan_rader(rader: str, sats: str) -> None:
    assert sats in fel(f"{HUVUD}rad = [{rader}]")


@pytest.mark.parametrize(
    ("ett", "annat"),
    [
        ('block=["1"]', 'block=["2"]'),
        ('block=["1"]', 'utan_block=["1", "2"]'),
        ("insatser=true", "insatser=false"),
        ('projekt=["P1"]', "insatser=false"),
        ('projekt=["P1"]', 'projekt=["P2"]'),
        ('per="insats"', "insatser=false"),
    ],
)
def test_samma_konton_med_skilda_filter_overlappar_inte(ett: str, annat: str) -> None:
    def rad(id_: str, filter_: str) -> str:
        return f'{{id="{id_}", etikett="A", konton=["3000"], {filter_}}}'

    for rader in ((rad("a", ett), rad("b", annat)), (rad("a", annat), rad("b", ett))):
        assert las_uppstallning(f"{HUVUD}rad = [{', '.join(rader)}]")


def test_alla_fel_namns_pa_en_gang() -> None:
    rader = '{id="a", etikett="A", konton=["x"]}, {id="b", etikett="B", summa=["c"]}'
    assert len(fel(f"{HUVUD}rad = [{rader}]").splitlines()) >= 2


UTAN_ROLLER = TOML.split("[roller]")[0]


def test_roles_name_rows() -> None:
    mall = las_uppstallning(UTAN_ROLLER + '[roller]\narets_resultat = "insatser"\n')
    assert rollrad(mall, "arets_resultat") == "insatser"
    assert rollrad(mall, "soliditet") is None
    tva = las_uppstallning(UTAN_ROLLER + '[roller]\negna_kostnader = ["insatser", "-avgifter"]\n')
    assert tva.radroller == {"egna_kostnader": (Term("insatser"), Term("avgifter", -1))}
    assert rollrad(tva, "egna_kostnader") is None  # no row alone has it


@pytest.mark.parametrize(
    ("roll", "sats"),
    [
        ('resultat = "insatser"', "u.toml, roller, nyckel ”resultat”: nyckeln är okänd här."),
        ('soliditet = "x"', "u.toml, roller, nyckel ”soliditet”: raden ”x” finns inte i upps"),
        ('soliditet = "1x"', "u.toml, roller, nyckel ”soliditet”: ”1x” är inget rad-id."),
        ("soliditet = []", "nyckel ”soliditet”: listan är tom. Ange minst ett rad-id."),
        ("soliditet = 5", "nyckel ”soliditet”: ”5” ska vara text inom citattecken."),
    ],
)
def test_a_role_without_row_is_named(roll: str, sats: str) -> None:
    assert sats in fel(f"{UTAN_ROLLER}\n[roller]\n{roll}\n")


def test_a_sum_holds_each_row_once() -> None:
    rader = """
rad = [
  {id = "a", etikett = "A", konton = ["3010"]},
  {id = "b", etikett = "B", konton = ["3020"]},
  {id = "summa", etikett = "Summa", summa = ["a", "b"]},
  {id = "utan_b", etikett = "Utan b", summa = ["summa", "-b"]},
  {id = "dubbel", etikett = "Dubbel", summa = ["summa", "b"]},
]
"""
    assert fel(HUVUD + rader) == (
        "u.toml, tabell ”rr”, rad ”dubbel”: raden ”b” räknas 2 gånger. En summa får ha varje rad "
        "en gång."
    )
