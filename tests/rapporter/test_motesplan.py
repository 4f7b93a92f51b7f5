"""The meeting plan: as it was printed for 2022, and what its rules say of a year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from django.db import transaction
from openpyxl import load_workbook

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.periods import Period
from finsam.rapporter.kontroller.motesplan import motesplanskontroller
from finsam.rapporter.motesplan import motestider
from finsam.rapporter.render import json_las
from finsam.rapporter.render.excel import skriv
from finsam.rapporter.render.html import utskrift
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.selectors import UnderlagSaknas, perioder
from finsam.rapporter.slag import build
from styrelse.calculations.motesplan import Arligt, Placering, Planmote
from styrelse.models import Mote
from tests.rapporter.tryckt import MAPP, skilda_celler

IDAG = date(2021, 10, 21)
FILER = ("forbund.toml", "medlemmar.csv", "moten.csv")


@pytest.fixture(scope="module")
def mappen(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The folder's meetings in the database, read once and rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        las = las_in([fil for fil in filer_i(MAPP) if fil.namn in FILER])
        assert not las.alla_fel, [str(fel) for fel in las.alla_fel]
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("mappen")
def test_every_printed_day_and_time_of_2022() -> None:
    rapport = build("motesplan", Period(2022), IDAG)
    assert skilda_celler(rapport, "uppsala-2022-motesplan") == set()
    assert rapport.tabeller[0].anmarkningar == ("OBS! Starttid *",)


@pytest.mark.usefixtures("mappen")
def test_the_label_heads_its_row_where_it_stands_and_is_not_said_twice() -> None:
    rapport = build("motesplan", Period(2022), IDAG)
    sida = utskrift(rapport)
    rad = sida.split("torsdagen den 24 mars 2022")[0].rsplit("<tr", 1)[1]
    assert rad.count("FS möte") == 1 and '<th scope="row" class="text">FS möte</th>' in rad
    tillbaka = json_las.las(som_data(rapport))
    assert tillbaka.tabeller[0].etikett_upprepas


@pytest.mark.usefixtures("mappen")
def test_the_sheet_has_the_four_columns(tmp_path: Any) -> None:
    fil = tmp_path / "plan.xlsx"
    fil.write_bytes(skriv(build("motesplan", Period(2022), IDAG)))
    varden = [rad for rad in load_workbook(fil).active.values if rad[3]]  # type: ignore[union-attr]
    assert varden[0] == ("Arbetsutskottet", "Förbundsstyrelsen", "Datum", "Tid")
    assert varden[1] == ("AU möte", None, "torsdagen den 20 januari 2022", "* kl. 09.30 – 12.30")


@pytest.mark.django_db
def test_a_year_without_meetings_has_no_plan() -> None:
    with pytest.raises(UnderlagSaknas, match=r"Inga möten är planerade för 2023."):
        build("motesplan", Period(2023), IDAG)
    with pytest.raises(UnderlagSaknas, match=r"Mötesplanen avser ett helt år"):
        build("motesplan", Period(2022, "H", 1), IDAG)


@pytest.mark.django_db
def test_a_meeting_that_is_called_off_or_of_another_kind_is_no_part_of_it() -> None:
    grund = {"datum": date(2023, 3, 2), "start": time(9)}
    Mote.objects.create(organ="fs", status="installt", **grund)
    Mote.objects.create(organ="samrad", **grund)
    assert perioder("motesplan") == []
    Mote.objects.create(organ="au", **grund)
    assert perioder("motesplan") == [Period(2023)]
    (tabell,) = (t for t in build("motesplan", Period(2023), IDAG).tabeller)
    assert [rad.etikett for rad in tabell.rader] == ["AU möte"]
    assert tabell.anmarkningar == ()


def test_a_matter_without_a_meeting_is_red() -> None:
    mote = Planmote("fs", date(2022, 3, 24), time(9))
    arende = Arligt("budget", "Budget {ar+1}", "fs", 10, 11, 30)
    brist = "Förbundsstyrelsen har inget möte 1 oktober – 30 november."
    (ett, dagar) = motesplanskontroller([Placering(arende, None, brist=brist)], [mote])
    assert (ett.ok, ett.var, ett.text) == (False, "Budget 2023", brist)
    assert dagar.ok
    (ett, _) = motesplanskontroller([replace(Placering(arende, mote))], [mote])
    assert ett.ok


def test_one_meeting_more_at_ten_makes_ten_the_usual_start() -> None:
    dagar = [date(2022, 1, dag) for dag in (3, 4, 5)]
    moten = tuple(
        Planmote("fs", dag, time(start)) for dag, start in zip(dagar, (9, 10, 10), strict=True)
    )
    tider = [rad.varden[3] for rad in motestider(moten, 2022).rader]
    assert tider == ["* kl. 09.00", "kl. 10.00", "kl. 10.00"]
