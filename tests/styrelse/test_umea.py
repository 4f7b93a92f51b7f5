"""The Umeå habit: both agendas come out as they were printed, in their own order and numbers.

Expected values are copied from the printed notices, one row per item: number, heading, what it is
for, who presents it, annex, and whether a proposal is printed.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from styrelse.calculations.handlingar import Handlingar
from styrelse.models import Mote
from styrelse.selectors.arenden import motets_brister
from styrelse.selectors.handlingar import handlingar

pytestmark = pytest.mark.django_db
H, K = "Mikael Holmlund", "Katarina Hansson"

TRYCKT = {
    date(2021, 10, 28): [
        ("1", "Mötets öppnande", (), "", "", False),
        ("2", "Val av justerare", (), "", "", False),
        ("3", "Incheckning", (), "", "", False),
        ("4", "Föregående protokoll", (), "", "1", False),
        ("5", "Rapport Tertial 2", ("beslut",), H, "2", False),
        ("5 A", "Resultat och analys för Arbetsmarknadstorgen tertial 2", None, H, "", False),
        (
            "5 B",
            "Ekonomi, resultatrapport för T2 med helårsprognos samt balansrapport",
            None,
            H,
            "",
            False,
        ),
        ("6", "Budgetläge inför 2022", ("information", "diskussion"), H, "", False),
        (
            "7",
            "NNS förslag om långsiktig finansiering och medlemsmöte 2 december",
            ("information", "beslut"),
            "",
            "3",
            False,
        ),
        ("7 A", "Förslag till långsiktig finansiering av NNS verksamhet", None, "", "", False),
        ("7 B", "Ombud vid årsmöte", None, "", "", True),
        ("8", "Förslag sammankallande part medlemssamråd", ("beslut",), "", "4", True),
        ("9", "Förslag avsluta NAFS", ("beslut",), "", "", True),
        ("10", "Återkoppling från planeringsdagarna", ("information", "diskussion"), K, "", False),
        (
            "11",
            "Återkoppling från uppdrag Vuxentorget",
            ("information", "diskussion"),
            K,
            "",
            False,
        ),
        (
            "12",
            "Försäkringskassans prövning av ansvarsfrihet för Samordningsförbundens styrelser",
            ("information", "diskussion"),
            "",
            "5",
            False,
        ),
        ("13", "Övriga frågor", (), "", "", False),
        ("14", "Utcheckning", (), "", "", False),
        ("15", "Mötets avslutande", (), "", "", False),
    ],
    date(2022, 10, 26): [
        ("1", "Mötets öppnande", (), "", "", False),
        ("2", "Val av justerare", (), "", "", False),
        ("3", "Incheckning", (), "", "", False),
        (
            "4",
            "Tertialrapport 2 samt prognos ekonomisk utfall 2022",
            ("beslut",),
            H,
            "1",
            True,
        ),
        (
            "5",
            "Samordningsförbund och finansiering från Europeiska socialfonden-ESF",
            ("information",),
            H,
            "",
            False,
        ),
        ("6", "Ansökan om förstudie systematisk analys", ("beslut",), H, "", True),
        ("7", "Rapport budgetläget", ("information", "diskussion"), H, "", False),
        (
            "8",
            "Rapport överenskommelse/handlingsplan 2023",
            ("information", "diskussion"),
            H,
            "",
            False,
        ),
        (
            "9",
            "Lägesrapport från Nationella nätverket – NNS",
            ("information", "diskussion"),
            "Peter Vigren",
            "",
            False,
        ),
        ("10", "Lägesrapport nytt uppföljningssystem för Finsam", ("information",), "", "", False),
        ("11", "Halvårsekvivalenter", (), H, "", False),
        ("12", "Läge ny förbundsordning", (), H, "", False),
        ("13", "Övriga frågor", (), "", "", False),
        ("14", "Utcheckning", (), "", "", False),
        ("15", "Mötets avslutande", (), "", "", False),
    ],
}


@pytest.fixture(scope="module")
def umea(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """The folder in an empty database, once."""
    settings.VAR_DIR = tmp_path_factory.mktemp("var")
    with django_db_blocker.unblock(), transaction.atomic():
        rapport = las_in(filer_i(Path(settings.BASE_DIR) / "fixtures" / "umea"))
        assert rapport.sparad, [str(fel) for fel in rapport.alla_fel]
        yield
        transaction.set_rollback(True)


def rader(papper: Handlingar) -> list[tuple[Any, ...]]:
    ut: list[tuple[Any, ...]] = []
    for p in papper.punkter:
        bilagor = ", ".join(b.nummer for b in p.bilagor)
        ut.append((p.nummer, p.rubrik, p.typer, p.foredragande, bilagor, bool(p.forslag)))
        for d in p.delar:
            ut.append((d.nummer, d.rubrik, None, d.foredragande, "", bool(d.forslag)))
    return ut


@pytest.mark.usefixtures("umea")
@pytest.mark.parametrize("dag", TRYCKT, ids=str)
def test_foredragningslistan_ar_som_den_trycktes(dag: date) -> None:
    papper = handlingar(Mote.objects.get(datum=dag))
    assert rader(papper) == TRYCKT[dag]
    # Words stand in the agenda: nothing is a writing of its own.
    assert all(p.skrivelse is None for p in papper.punkter)


@pytest.mark.usefixtures("umea")
def test_distans_bara_dar_styrelsen_hade_beslutat() -> None:
    lage = {m.datum.year: (m.plats, m.distans) for m in Mote.objects.all()}
    assert lage == {2021: ("Distansmöte", False), 2022: ("Distansmöte", True)}


@pytest.mark.usefixtures("umea")
@pytest.mark.parametrize(
    ("dag", "nummer"), [(date(2021, 10, 28), [5]), (date(2022, 10, 26), [11, 12])], ids=str
)
def test_det_som_trycktes_utan_forslag_eller_typ_kan_medges(dag: date, nummer: list[int]) -> None:
    mote = Mote.objects.get(datum=dag)
    brister = motets_brister(mote)
    plats = {p.punkt: int(p.nummer) for p in handlingar(mote).punkter}
    assert sorted(plats[punkt] for punkt in brister) == nummer
    assert all(brist.medges for rader in brister.values() for brist in rader)
