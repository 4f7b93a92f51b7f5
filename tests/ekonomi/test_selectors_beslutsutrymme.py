"""The reads behind the decision space: as it stood on a day, whatever there is of rows."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ekonomi.models import (
    Budget,
    Budgetpost,
    Dimension,
    Konto,
    Objekt,
    Prognos,
    Prognospost,
    Rakenskapsar,
    Saldo,
    Tilldelning,
    Uppstallning,
)
from ekonomi.selectors.beslutsutrymme import UtrymmeSaknas, lagesdag, utrymmesunderlag
from finsam.rapporter.kapitel.beslutsutrymme import tabell
from insatser.models import Beslutsar, Insats, Insatsbeslut, Insatsbudget
from tests import rader
from tests.insatser.ansokningsexempel import ansokan_om

pytestmark = pytest.mark.django_db
IDAG = date(2024, 11, 21)
TOML = """
giltig_fran = 2020
[beslutsutrymme]
intakter = ["avgifter"]
fortroendevalda = ["styrelse"]
forvaltning = ["kansli"]
insatser = ["insatser"]
[roller]
arets_resultat = "resultat"
eget_kapital = "kapital"
reservfond = "fond"
periodens_resultat = "aret"
[[tabell]]
id = "rr"
slag = "resultatrakning"
titel = "Resultaträkning"
kolumner = [{slag = "utfall", rubrik = "{ar}"}]
rad = [
  {id = "avgifter", etikett = "Avgifter", konton = ["3000"]},
  {id = "styrelse", etikett = "Styrelse", konton = ["5000"], block = ["10"]},
  {id = "kansli", etikett = "Kansli", konton = ["5000"], utan_block = ["10"]},
  {id = "insatser", konton = ["4500"], per = "insats"},
  {id = "resultat", etikett = "R", slag = "total", summa = [
    "avgifter", "styrelse", "kansli", "insatser",
  ]},
]
[[tabell]]
id = "br"
slag = "balansrakning"
titel = "Balansräkning"
kolumner = [{slag = "utfall", rubrik = "{ar}"}]
rad = [
  {id = "fond", etikett = "Fond", konton = ["2010"], tecken = -1},
  {id = "aret", etikett = "Året", obokfort_resultat = true, tecken = -1},
  {id = "kapital", etikett = "Eget kapital", summa = ["fond", "aret"]},
]
"""


def kr(tkr: int) -> Decimal:
    return Decimal(tkr) * 1000


@pytest.fixture
def konton() -> dict[str, Konto]:
    """2023 is booked: 500 of fees less 100 to the kansli; the reserve fund is 50. tkr."""
    Uppstallning.objects.create(giltig_fran=2020, innehall=TOML)
    konton = {
        nr: Konto.objects.create(nummer=nr, namn=nr, kontotyp=typ)
        for nr, typ in (("2010", "S"), ("3000", "I"), ("4500", "K"), ("5000", "K"))
    }
    Objekt.objects.create(dimension=Dimension.objects.create(nummer=1, namn="Block"), kod="10")
    ar = Rakenskapsar.objects.create(
        verksamhetsar=2023, start=date(2023, 1, 1), slut=date(2023, 12, 31)
    )
    for konto, manad, belopp in (("2010", 0, -50), ("3000", 6, -500), ("5000", 12, 100)):
        Saldo.objects.create(rakenskapsar=ar, konto=konton[konto], manad=manad, belopp=kr(belopp))
    return konton


def budget(konton: dict[str, Konto], ar: int, avgifter: int, insatser: dict[Insats, int],
           **falt: object) -> Budget:  # fmt: skip
    """A decided budget with fees, 20 to the board and 80 to the kansli; tkr."""
    ut = Budget.objects.create(
        verksamhetsar=ar,
        **{
            "status": "faststalld",
            "beslutad": date(ar - 1, 11, 25),
            "samrad": date(ar - 1, 11, 5),
            "paragraf": "§ 1",
            **falt,
        },
    )
    block = Objekt.objects.get(kod="10")
    poster = [("3000", None, None, avgifter), ("5000", block, None, -20), ("5000", None, None, -80)]
    poster += [("4500", None, insats, -tkr) for insats, tkr in insatser.items()]
    for konto, ett, insats, tkr in poster:
        Budgetpost.objects.create(
            budget=ut, konto=konton[konto], kostnadsblock=ett, insats=insats, belopp=kr(tkr)
        )
    return ut


def beslut(insats: Insats, dag: date, per_ar: dict[int, int], **falt: object) -> None:
    ett = Insatsbeslut.objects.create(
        insats=insats,
        beslutsdatum=dag,
        **{
            "utfall": "bifall",
            "instans": "styrelse",
            "paragraf": "§ 2",
            "belopp": kr(sum(per_ar.values())),
            "fran": date(2023, 1, 1),
            "tom": date(2025, 12, 31),
            **falt,
        },
    )
    for ar, tkr in per_ar.items():
        Beslutsar.objects.create(beslut=ett, verksamhetsar=ar, belopp=kr(tkr))


def test_som_det_sag_ut_den_dagen(konton: dict[str, Konto]) -> None:
    """Opening 500 − 100 = 400: equity 450 without the fund of 50.

    On 1 June 250 of the 300 tkr for 2024 was granted, the 50 came in September; 100 of 2025's
    had been granted then and taken back since.
    """
    (insats,) = rader.insatser(1)
    Insatsbudget.objects.create(insats=insats, verksamhetsar=2024, belopp=kr(300))
    beslut(insats, date(2023, 11, 25), {2024: 250, 2025: 100})
    beslut(insats, date(2024, 9, 1), {2024: 50}, paragraf="§ 3")
    beslut(insats, date(2024, 9, 1), {2025: -100}, paragraf="§ 4", utfall="avslag", belopp=None)
    budget(konton, 2024, 400, {insats: 250})
    fore = utrymmesunderlag(2024, date(2024, 6, 1), IDAG)
    assert (fore.bokslutsar, fore.bokslut, fore.reservfond) == (2023, kr(400), kr(50))
    assert fore.bokslutsresultat == kr(400)
    # 400 + 400 − 20 − 80 − 250 = 450; then 2025 as 2024's budget, with what was granted for it.
    assert [(u.plan.ar, u.utrymme) for u in fore.utrymmen][:2] == [(2024, kr(450)), (2025, kr(650))]
    assert [plan.budget_fran for plan in fore.planer] == [None, 2024, 2024, 2024]
    nu = utrymmesunderlag(2024, IDAG, IDAG)
    assert [u.utrymme for u in nu.utrymmen][:2] == [kr(400), kr(700)]
    # Granted 300, budgeted 250: the statements have 50 more left.
    assert (nu.planer[0].bokslut, nu.planer[0].planerade_insatser) == (kr(50), kr(250))


def test_prognosen_matar_och_far_det_som_beviljats_sedan(konton: dict[str, Konto]) -> None:
    (insats,) = rader.insatser(1)
    Insatsbudget.objects.create(insats=insats, verksamhetsar=2024, belopp=kr(300))
    beslut(insats, date(2024, 9, 1), {2024: 50})
    budget(konton, 2024, 400, {insats: 250})
    prognos = Prognos.objects.create(
        verksamhetsar=2024, status="lagd", upprattad=date(2024, 8, 20), utfall_tom=date(2024, 6, 30)
    )
    for konto, ett, tkr in (("3000", None, 410), ("4500", insats, -240)):
        Prognospost.objects.create(prognos=prognos, konto=konton[konto], insats=ett, belopp=kr(tkr))
    budgeten, prognosen = utrymmesunderlag(2024, IDAG, IDAG).planer[:2]
    assert (budgeten.slag, budgeten.foder, budgeten.insatssumma) == ("budget", False, kr(300))
    # 240 forecast in August and 50 granted in September.
    assert (prognosen.slag, prognosen.foder, prognosen.insatssumma) == ("prognos", True, kr(290))
    assert prognosen.insatser[0].adress == prognos.get_absolute_url()
    assert [p.slag for p in utrymmesunderlag(2024, date(2024, 8, 1), IDAG).planer][:1] == ["budget"]


def test_ansokningar_som_vantade_den_dagen(konton: dict[str, Konto]) -> None:
    """In on 15 September; sent back in October is no decision, refused in November is."""
    (insats,) = rader.insatser(1)
    budget(konton, 2024, 400, {})
    ansokan = ansokan_om(insats, status="beslutad")
    for utfall, dag in (("aterremiss", date(2024, 10, 10)), ("avslag", date(2024, 11, 10))):
        Insatsbeslut.objects.create(
            ansokan=ansokan, utfall=utfall, beslutsdatum=dag, instans="styrelse", paragraf="§ 5"
        )
    dagar = (date(2024, 9, 14), date(2024, 9, 15), date(2024, 10, 20), date(2024, 11, 10))
    antal = [len(utrymmesunderlag(2024, dag, IDAG).sokta) for dag in dagar]
    assert antal == [0, 1, 1, 0]
    [sokt] = utrymmesunderlag(2024, date(2024, 10, 20), IDAG).sokta
    assert sokt.per_ar == {2025: kr(900), 2026: kr(600)}


def test_ett_ar_som_har_varit_ses_fran_sin_sista_dag(konton: dict[str, Konto]) -> None:
    assert lagesdag(2023, IDAG) == date(2023, 12, 31)
    assert lagesdag(2024, IDAG) == lagesdag(2025, IDAG) == IDAG
    Prognos.objects.create(verksamhetsar=2023, status="lagd", upprattad=date(2023, 10, 1))
    assert lagesdag(2023, IDAG) == date(2023, 10, 1)


def test_tilldelningen_som_den_var_kand_den_dagen(konton: dict[str, Konto]) -> None:
    """2025 has no budget: 20 + 80 of 2024's, and what the members were thought to give. tkr.

    420 is laid down on 1 November, and 430 instead of it on 1 March.
    """
    budget(konton, 2024, 400, {})
    for version, tkr, dag in ((1, 420, date(2024, 11, 1)), (2, 430, date(2025, 3, 1))):
        Tilldelning.objects.create(
            verksamhetsar=2025, version=version, belopp=kr(tkr), status="faststalld",
            beslutad=dag, paragraf="§ 3", andel_stat=Decimal("0.5"),
            andel_region=Decimal("0.25"), andel_kommun=Decimal("0.25"),
        )  # fmt: skip

    def intakter(per: date) -> Decimal:
        return utrymmesunderlag(2024, per, date(2025, 3, 1)).planer[-3].intakter

    dagar = (date(2024, 10, 31), date(2024, 11, 1), date(2024, 12, 31), date(2025, 3, 1))
    assert [intakter(dag) for dag in dagar] == [kr(420), kr(420), kr(420), kr(430)]
    Tilldelning.objects.filter(version=1)[0].delete()
    assert intakter(date(2024, 11, 1)) == kr(430)


def test_ett_forslag_sags_vara_ett_forslag(
    konton: dict[str, Konto], ledamot_klient: Client
) -> None:
    """2025's budget lies from 1 October and is decided on 20 November."""
    budget(konton, 2024, 400, {})
    budget(konton, 2025, 400, {}, upprattad=date(2024, 10, 1), beslutad=date(2024, 11, 20))
    sats = "Budgeten för 2025 är ett förslag som styrelsen inte har beslutat om."
    fore, efter = (utrymmesunderlag(2024, dag, IDAG) for dag in (date(2024, 11, 19), IDAG))
    assert (fore.forslag, efter.forslag) == (sats, "")
    assert [plan.forslag for plan in fore.planer[:2]] == [False, True]
    assert sats in tabell(fore).anmarkningar
    assert sats not in tabell(efter).anmarkningar
    for dag, med in (("2024-11-19", True), ("2024-11-20", False)):
        sida = ledamot_klient.get(f"/ekonomi/beslutsutrymme/2024/?per={dag}").content.decode()
        assert (sats in sida) is med


def test_vad_som_saknas_sags(konton: dict[str, Konto]) -> None:
    with pytest.raises(UtrymmeSaknas, match="Inget bokslut före 2023 är inläst"):
        utrymmesunderlag(2023, IDAG, IDAG)
    with pytest.raises(UtrymmeSaknas, match="Budgeten för 2024 saknas"):
        utrymmesunderlag(2024, IDAG, IDAG)


@pytest.mark.parametrize("ar", [0, 1989, 2030, 2200, 9000])
def test_ett_ar_utan_rum_finns_inte(
    ar: int, konton: dict[str, Konto], ledamot_klient: Client
) -> None:
    budget(konton, 2024, 400, {})  # and five years on is as far as it is written on
    assert ledamot_klient.get(f"/ekonomi/beslutsutrymme/{ar}/").status_code == 404
    assert ledamot_klient.get("/ekonomi/beslutsutrymme/2029/").status_code == 200


@pytest.mark.parametrize("per", ["0000-01", "1989-12", "2200-01"])
def test_en_manad_utan_ar_finns_inte(per: str, ekonom_klient: Client) -> None:
    assert ekonom_klient.get(f"/ekonomi/budgetuppfoljning/?per={per}").status_code == 404


def test_lika_manga_fragor_hur_mycket_som_an_finns(konton: dict[str, Konto]) -> None:
    def antal() -> int:
        with CaptureQueriesContext(connection) as fragor:
            utrymmesunderlag(2024, date(2024, 10, 20), IDAG)
        return len(fragor)

    insatser = rader.insatser(12)
    budget(konton, 2024, 400, {insatser[0]: 10})
    ansokan_om(insatser[0], status="inkommen")
    beslut(insatser[0], IDAG, {2024: 10})
    fore = antal()
    budget(konton, 2025, 400, {insats: 10 for insats in insatser}, beslutad=date(2024, 10, 1),
           samrad=date(2024, 9, 1))  # fmt: skip
    for nr, insats in enumerate(insatser[1:]):
        Insatsbudget.objects.create(insats=insats, verksamhetsar=2025, belopp=kr(10))
        ansokan_om(insats, status="inkommen", diarienummer=f"2024-{nr + 20}")
        beslut(insats, IDAG, {2025: 10})
    assert antal() == fore <= 25
