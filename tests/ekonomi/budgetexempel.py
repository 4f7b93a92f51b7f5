"""A small association with accounts, blocks, insatser and a budget to build on."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from ekonomi.calculations.budgetposter import Postnyckel
from ekonomi.choices import Budgetstatus
from ekonomi.models import (
    Budget,
    Budgetpost,
    Dimension,
    Konto,
    Objekt,
    Rakenskapsar,
    Saldo,
    Uppstallning,
)
from finsam.models import Medlem
from insatser.models import Insats, Insatsbudget

AVGIFT = Postnyckel("3010")
LON = Postnyckel("5110", "20")
ARVODE = Postnyckel("5010", "10")
LOTS = Postnyckel("4531", None, 1)
BRO = Postnyckel("4531", None, 2)
KONTON = [
    ("2010", "Reservfond", "S"),
    ("2020", "Balanserat resultat", "S"),
    ("1920", "Bank", "T"),
    ("3010", "Medlemsavgifter", "I"),
    ("4531", "Bidrag till insatser", "K"),
    ("5010", "Arvoden", "K"),
    ("5110", "Löner", "K"),
    ("6110", "Kontorsmaterial", "K"),
]
POSTER = {AVGIFT: 1_000_000, LOTS: -400_000, ARVODE: -50_000, LON: -600_000}
TOML = """
giltig_fran = 2020
[roller]
eget_kapital = "eget_kapital"
reservfond = "reservfond"
[[tabell]]
id = "rr"
slag = "resultatrakning"
titel = "Resultaträkning"
kolumner = [{slag = "utfall", rubrik = "{ar}"}]
rad = [
  {id = "intakter", etikett = "Intäkter", konton = ["3000-3999"]},
  {id = "insatser", etikett = "Kostnader för insatser", konton = ["4000-4999"]},
  {id = "drift", etikett = "Driftskostnader", konton = ["6000-6999"]},
  {id = "personal", etikett = "Personal", konton = ["5000-5999"]},
]
[[tabell]]
id = "br"
slag = "balansrakning"
titel = "Balansräkning"
kolumner = [{slag = "utfall", rubrik = "{slut}"}]
rad = [
  {id = "bank", etikett = "Bank", konton = ["1900-1999"]},
  {id = "reservfond", etikett = "Reservfond", tecken = -1, konton = ["2010"]},
  {id = "ovrigt", etikett = "Balanserat", tecken = -1, konton = ["2020"], obokfort_resultat = true},
  {id = "eget_kapital", etikett = "Eget kapital", summa = ["reservfond", "ovrigt"]},
]
[[tabell]]
id = "drift"
slag = "driftredovisning"
titel = "Driftredovisning"
kolumner = [{slag = "utfall", rubrik = "{ar}"}]
rad = [
  {id = "drift_avgifter", etikett = "Medlemsavgifter", konton = ["3000-3999"]},
  {id = "drift_styrelse", etikett = "Förtroendevalda", konton = ["5000-6999"], block = ["10"]},
  {id = "drift_kansli", etikett = "Kansli", konton = ["5000-6999"], block = ["20"]},
  {rubrik = "Samverkansinsatser"},
  {id = "drift_insatser", konton = ["4000-4999"], per = "insats"},
]
"""


def grund() -> None:
    """Accounts, blocks, layout and two insatser: Lots runs 2023–2025, Bro from 1 July 2025."""
    for nummer, namn, typ in KONTON:
        Konto.objects.create(nummer=nummer, namn=namn, kontotyp=typ)
    block, projekt = (Dimension.objects.create(nummer=nr, namn=str(nr)) for nr in (1, 6))
    for kod, namn in (("10", "Förtroendevalda"), ("20", "Kansli")):
        Objekt.objects.create(dimension=block, kod=kod, namn=namn)
    Objekt.objects.create(dimension=projekt, kod="P1")
    Uppstallning.objects.create(giltig_fran=2020, innehall=TOML)
    agare = Medlem.objects.create(namn="Östby kommun", kortnamn="Östby", typ="kommun")
    for nr, namn, start in ((1, "Lots", date(2023, 1, 1)), (2, "Bro", date(2025, 7, 1))):
        insats = Insats.objects.create(
            nr=nr,
            namn=namn,
            kortnamn=namn,
            insatstyp="individ",
            insatsagare=agare,
            start=start,
            slut=date(2025, 12, 31),
            projektkod=f"P{nr}",
        )
        Insatsbudget.objects.create(insats=insats, verksamhetsar=2025, belopp=300_000 * nr)


def budget(
    verksamhetsar: int = 2024,
    poster: Mapping[Postnyckel, int] = POSTER,
    beslutad: bool = True,
    **falt: object,
) -> Budget:
    """A version of the year's budget, decided unless told otherwise."""
    beslut = {
        "status": Budgetstatus.FASTSTALLD,
        "beslutad": date(verksamhetsar - 1, 11, 20),
        "samrad": date(verksamhetsar - 1, 11, 6),
        "paragraf": "§ 40",
    }
    rad = Budget.objects.create(
        verksamhetsar=verksamhetsar, **{**(beslut if beslutad else {}), **falt}
    )
    for nyckel, belopp in poster.items():
        Budgetpost.objects.create(budget=rad, belopp=Decimal(belopp), **_falt(nyckel))
    return rad


def _falt(nyckel: Postnyckel) -> dict[str, object]:
    block = Objekt.objects.filter(kod=nyckel.block, dimension__nummer=1).first()
    insats = Insats.objects.filter(nr=nyckel.insats or 0).first()
    return {
        "konto": Konto.objects.get(nummer=nyckel.konto),
        "kostnadsblock": block,
        "insats": insats,
    }


def bokslut(
    verksamhetsar: int = 2023,
    fritt: int = 100_000,
    resultat: int = -20_000,
    manad: int = 12,
) -> None:
    """A year's ledger, booked through the month.

    A reserve fund of 50 000, and free equity `fritt` of which `resultat` is new.
    """
    ar = Rakenskapsar.objects.create(
        verksamhetsar=verksamhetsar,
        start=date(verksamhetsar, 1, 1),
        slut=date(verksamhetsar, 12, 31),
    )
    kansli = Objekt.objects.get(kod="20")
    oppning = {"2010": -50_000, "2020": resultat - fritt, "1920": 50_000 + fritt - resultat}
    for nummer, belopp in oppning.items():
        konto = Konto.objects.get(nummer=nummer)
        Saldo.objects.create(rakenskapsar=ar, konto=konto, manad=0, belopp=belopp)
    lon, bank = (Konto.objects.get(nummer=nr) for nr in ("5110", "1920"))
    Saldo.objects.create(
        rakenskapsar=ar, konto=lon, kostnadsblock=kansli, manad=manad, belopp=-resultat
    )
    Saldo.objects.create(rakenskapsar=ar, konto=bank, manad=manad, belopp=resultat)
