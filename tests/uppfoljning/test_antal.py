"""The counts of a report: the form, what is saved, and what is told of earlier periods."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from finsam.periods import las_period
from tests.rader import insatser
from tests.uppfoljning.antal import antal
from tests.uppfoljning.databas import med_manader, rapport
from uppfoljning.actions.antal import spara_antal
from uppfoljning.calculations.antal import Konsantal
from uppfoljning.forms.antal import AntalForm, lagrade_antal
from uppfoljning.models import Deltagarantal
from uppfoljning.selectors.deltagare import tidigare_avslutade

pytestmark = pytest.mark.django_db


@pytest.fixture
def insats():
    (en,) = insatser(1)
    en.uppfoljningsslag = "antal"
    en.save()
    return en


def test_the_form_has_a_box_for_every_cell(insats):
    form = AntalForm(rapport(insats, "2021-K1"))
    assert [s.id for s in form.sektioner()] == [
        *("flode", "avslut", "anonyma", "alder", "utbildning"),
        *("forsorjningstid", "forsorjningsform", "tidigare"),
    ]
    flode = form.sektioner()[0]
    assert flode.kolumner == ("Kvinnor", "Män", "Okänt")
    assert [rad.etikett for _, rader in flode.grupper for rad in rader] == [
        "Pågående vid start", "Inskrivna", "Avslutade", "Pågående vid slut"
    ]  # fmt: skip
    assert "antal__inskrivna____K" in form.fields
    assert 'aria-label="Avslutningsanledning: Studerande, män"' in str(
        form["antal__avslutsorsak__studerande__M"]
    )


@pytest.mark.parametrize(("slag", "sektioner"), [("anonyma", ["anonyma"]), ("inga", [])])
def test_an_insats_is_asked_what_it_follows(insats, slag, sektioner):
    insats.uppfoljningsslag = slag
    form = AntalForm(rapport(insats, "2021-K1"))
    assert [s.id for s in form.sektioner()] == sektioner


def test_what_is_typed_is_read_and_an_empty_box_beside_another_flow_is_zero(insats):
    typat = {
        "antal__inskrivna____K": " 1\u00a0200 ",
        "antal__inskrivna____M": "",
        "antal__avslutade____okant": "1",
        "antal__alder__15-29__K": "3",
        "rubrik": "annat",
    }
    form = AntalForm(rapport(insats, "2021-K1"), typat)
    assert form.is_valid()
    assert form.antal() == antal(
        pagaende_start=(0, 0), inskrivna=(1200, 0), avslutade=(0, 0, 1), pagaende_slut=(0, 0),
        alder={"15-29": (3,)},
    )  # fmt: skip
    assert AntalForm(rapport(insats, "2021-K2"), {}).antal() == {}


@pytest.mark.parametrize(
    ("typat", "mening"),
    [
        ("tolv", "Skriv ett heltal, till exempel 12."),
        ("1,5", "Skriv ett heltal, till exempel 12."),
        ("-1", "Antalet kan inte vara mindre än 0."),
        ("99 999 999", "Antalet är orimligt stort."),
    ],
)
def test_what_is_no_count_is_said_at_the_box_and_left_out(insats, typat, mening):
    data = {"antal__inskrivna____K": typat, "antal__inskrivna____M": "4"}
    form = AntalForm(rapport(insats, "2021-K1"), data)
    assert form.errors["antal__inskrivna____K"] == [mening]
    assert form.antal()[next(n for n in antal(inskrivna=(0, 4)) if n.kon == "M")] == 4
    assert typat in str(form["antal__inskrivna____K"])


def test_stored_counts_stand_in_the_form(insats):
    ett = rapport(insats, "2021-K1", inskrivna=(3, 4), alder={"15-29": (3, 4)})
    form = AntalForm(ett)
    assert 'value="4"' in str(form["antal__alder__15-29__M"])
    assert form.antal() == lagrade_antal(ett)


def test_the_same_counts_change_nothing_and_others_only_their_rows(insats, kansli):
    ett = rapport(insats, "2021-K1", anonyma=(3, 4))
    assert not spara_antal(ett, antal(anonyma=(3, 4)), kansli)
    assert Deltagarantal.history.count() == 2
    assert spara_antal(ett, antal(anonyma=(3, 5)), kansli)
    assert Deltagarantal.history.count() == 3
    senaste = Deltagarantal.history.first()
    assert (senaste.antal, senaste.history_user) == (5, kansli)
    assert spara_antal(ett, {}, kansli)
    assert not lagrade_antal(ett)


def manad(start, in_, ut):
    return antal(pagaende_start=(start, 0), inskrivna=(in_, 0), avslutade=(ut, 0),
                 pagaende_slut=(start + in_ - ut, 0))  # fmt: skip


def test_a_quarter_is_what_its_months_give(insats, kansli):
    ett = rapport(insats, "2021-K1", anonyma=(2, 0))
    manader = {1: manad(10, 2, 1), 2: manad(11, 0, 3), 3: manad(8, 4, 0)}
    med_manader(ett, manader, kansli)
    # in 2 + 0 + 4, out 1 + 3 + 0, from 10 to 12; the anonymous are not told by month
    assert lagrade_antal(ett) == antal(
        pagaende_start=(10, 0), inskrivna=(6, 0), avslutade=(4, 0), pagaende_slut=(12, 0),
        anonyma=(2, 0),
    )  # fmt: skip


def test_what_is_typed_last_holds_over_the_months(insats, kansli):
    ett = rapport(insats, "2021-K1")
    med_manader(ett, {1: manad(10, 2, 1) | antal(anonyma=(1, 0))}, kansli)
    spara_antal(ett, lagrade_antal(ett) | antal(anonyma=(5, 0)), kansli)
    kvar = Deltagarantal.objects.filter(rapport=ett, manad=1)
    assert not kvar.filter(matt="anonyma").exists() and kvar.filter(matt="inskrivna").exists()


def test_who_ended_before_the_period(insats):
    annan = insatser_till(insats)
    rapport(insats, "2021-K1", avslutade=(3, 2), avslutade_tidigare=(80, 95, 1))
    rapport(insats, "2021-K1", version=2, avslutade=(4, 2), avslutade_tidigare=(80, 95, 1))
    rapport(insats, "2021-K2", avslutade=(5, 5))
    rapport(annan, "2021-K2", avslutade=(1, 0), avslutade_tidigare=(7, 0))
    rapport(annan, "2021-K1", status="utkast", avslutade=(50, 0))
    with CaptureQueriesContext(connection) as fragor:
        svar = tidigare_avslutade(las_period("2021-K2"))
    # the corrected first quarter 4 + 2, and 80 + 95 + 1 before it; a draft counts for nothing
    assert svar == {insats.nr: Konsantal(84, 97, 1), annan.nr: Konsantal(7, 0)}
    assert len(fragor) == 2
    # Before the half-year nothing but what its own first reports tell.
    assert tidigare_avslutade(las_period("2021-H1")) == {
        insats.nr: Konsantal(80, 95, 1), annan.nr: Konsantal(7, 0)
    }  # fmt: skip


def insatser_till(insats):
    return type(insats).objects.create(
        nr=2, namn="Den andra", kortnamn="Andra", insatstyp="individ", start=insats.start,
        insatsagare=insats.insatsagare, slut=insats.slut,
    )  # fmt: skip
