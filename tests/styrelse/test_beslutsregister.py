"""The decision register and what is to be done: who sees what, what is late, what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from finsam.arshjul import Tillstand
from styrelse.models import Atgard, Beslut, Mote
from styrelse.protokollsplikter import protokollsplikter
from styrelse.selectors.beslutsregister import oppna_atgarder
from styrelse.selectors.sammantrade import sammantradet
from tests.styrelse import exempelprotokoll as ex

pytestmark = pytest.mark.django_db
BESLUT, ATGARDER = "styrelse:beslut_list", "styrelse:atgard_list"


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def sida(client, namn, **fraga):
    svar = client.get(reverse(namn), fraga)
    assert svar.status_code == 200
    return svar.content.decode()


def test_a_decision_is_read_when_its_meeting_has_been_held(ledamot_klient):
    (ett,) = ex.beslut(1)
    assert "att anta 00" in sida(ledamot_klient, BESLUT)
    mote = ett.punkt.mote
    mote.status = "pagar"
    mote.save()
    assert "att anta 00" not in sida(ledamot_klient, BESLUT)


def test_a_ledamot_gets_no_link_to_a_draft(ledamot_klient, kansli_klient):
    (ett,) = ex.beslut(1)
    lank = reverse("styrelse:protokollsutdrag", args=[ett.punkt_id])
    assert lank not in sida(ledamot_klient, BESLUT)
    assert lank in sida(kansli_klient, BESLUT)
    assert ledamot_klient.get(lank).status_code == 404
    justerat = ex.justerat_mote(date(2003, 3, 6))
    lank = reverse("styrelse:protokollsutdrag", args=[justerat.punkter.get().pk])
    assert lank in sida(ledamot_klient, BESLUT)


def test_a_ledamot_reads_the_decision_before_the_minutes_are_approved(ledamot_klient):
    ett = ex.hallet_mote(date(2003, 2, 6))
    lank = ett.punkter.get().get_absolute_url()
    register = sida(ledamot_klient, BESLUT)
    assert lank in register and "Inte justerat" in register
    for adress in (ett.get_absolute_url(), lank):
        text = ledamot_klient.get(adress).content.decode()
        assert "Protokollet är inte justerat" in text, adress
    assert lank in ledamot_klient.get(ett.get_absolute_url()).content.decode()
    justerat = ex.justerat_mote(date(2003, 3, 6))
    for adress in (justerat.get_absolute_url(), justerat.punkter.get().get_absolute_url()):
        assert "Protokollet är inte justerat" not in ledamot_klient.get(adress).content.decode()


def test_the_committees_proposal_is_not_taken_for_the_boards_decision(ledamot_klient):
    au = ex.hallet_mote(date(2003, 2, 6))
    punkt = au.punkter.get()
    ord_ = "förslag till styrelsen"
    assert ord_ not in sida(ledamot_klient, BESLUT)
    fs = Mote.objects.create(organ="fs", datum=date(2003, 2, 20), start="09:00", status="kallat")
    fs.punkter.create(ordning=1, arende=punkt.arende)
    assert f"Arbetsutskottet, {ord_}" in sida(ledamot_klient, BESLUT)
    assert ord_ in ledamot_klient.get(punkt.get_absolute_url()).content.decode()
    fs.datum = date(2003, 1, 20)  # came back from the board: the committee decides
    fs.save()
    assert ord_ not in sida(ledamot_klient, BESLUT)


def test_only_the_office_enters_what_is_to_be_done(ledamot_klient, revisor_klient, kansli_klient):
    (ett,) = ex.beslut(1)
    ny = reverse("styrelse:atgard_create", args=[ett.pk])
    assert ny in sida(kansli_klient, BESLUT)
    for client in (ledamot_klient, revisor_klient):
        assert ny not in sida(client, BESLUT)
        assert client.post(ny, {"vad": "x", "ansvarig": "y"}).status_code == 404
    svar = kansli_klient.post(ny, {"vad": "Skriv avtal", "ansvarig": "Kansliet"})
    assert svar.status_code == 302
    assert Atgard.objects.get().beslut == ett


def test_what_is_late_is_said_in_words(kansli_klient):
    ex.atgarder(3)  # late, open, done
    text = sida(kansli_klient, ATGARDER)
    assert '<span class="status status-fel">Försenad</span>' in text
    assert '<span class="status status-ok">Klar</span>' in text
    assert "§ 1/2003" in text  # the § of the third, which ended it
    sena = sida(kansli_klient, ATGARDER, lage="sen")
    assert ("Gör 00" in sena, "Gör 01" in sena, "Gör 02" in sena) == (True, False, False)
    oppna = sida(kansli_klient, ATGARDER, lage="oppna")
    assert ("Gör 00" in oppna, "Gör 01" in oppna, "Gör 02" in oppna) == (True, True, False)


def test_decisions_with_something_left_to_do(kansli_klient):
    ex.atgarder(3)
    text = sida(kansli_klient, BESLUT, oppna="ja")
    assert ("att anta 01" in text, "att anta 02" in text) == (True, False)
    assert "att anta 00" not in sida(kansli_klient, BESLUT, text="Ärende 01")


def test_open_ones_the_most_urgent_first():
    a, b, c = ex.atgarder(3)
    b.senast = a.senast - timedelta(days=1) + timedelta(days=400)
    b.save()
    ny = Atgard.objects.create(beslut=a.beslut, vad="Utan dag", ansvarig="K")
    assert list(oppna_atgarder(timezone.localdate())) == [a, b, ny]
    assert list(oppna_atgarder(timezone.localdate(), "au")) == []
    assert c.klar


@pytest.mark.parametrize(
    ("falt", "mening"),
    [
        ({"senast": date(2001, 5, 3)}, "Sista dagen kan inte ligga före beslutet."),
        ({"klar": date(2001, 5, 3)}, "Åtgärden kan inte ha blivit klar före beslutet."),
        ({"klar": date(2999, 1, 1)}, "Datumet ligger efter dagens datum."),
    ],
)
def test_days_that_cannot_be(falt, mening):
    (ett,) = ex.beslut(1)  # of 2001-05-04
    with pytest.raises(ValidationError) as fel:
        Atgard(beslut=ett, vad="x", ansvarig="y", **falt).full_clean()
    assert fel.value.messages == [mening]


def test_ended_by_a_later_paragraph_only():
    forsta, andra = ex.beslut(2)
    rad = Atgard(beslut=andra, vad="x", ansvarig="y", klar=date(2003, 1, 1))
    rad.klar_genom = forsta.punkt
    with pytest.raises(ValidationError) as fel:
        rad.full_clean()
    assert fel.value.messages == ["Ange en paragraf från samma möte eller ett senare."]
    utan_dag = Atgard(beslut=forsta, vad="x", ansvarig="y", klar_genom=andra.punkt)
    with pytest.raises(ValidationError) as fel:
        utan_dag.full_clean()
    assert fel.value.messages == ["Ange dagen då åtgärden blev klar."]


def test_marked_as_done_on_its_page(kansli_klient):
    (rad, *_) = ex.atgarder(2)
    senare = Beslut.objects.last().punkt
    adress = reverse("styrelse:atgard_update", args=[rad.pk])
    data = {"vad": rad.vad, "ansvarig": rad.ansvarig, "klar": "2002-06-01", "klar_genom": senare.pk}
    assert kansli_klient.post(adress, data).status_code == 302
    rad.refresh_from_db()
    assert (rad.klar, rad.klar_genom) == (date(2002, 6, 1), senare)


def test_duties_of_minutes_and_decisions():
    hallet = ex.hallet_mote(date(2024, 3, 21))
    # Known to have been held, with its minutes elsewhere: nobody is reminded.
    Mote.objects.create(organ="fs", datum=date(2022, 3, 24), start="09:00", status="hallet")
    idag = date(2024, 4, 2)
    (justera,) = protokollsplikter(idag)
    assert (justera.dag, justera.tillstand) == (date(2024, 4, 4), Tillstand.SNART)
    assert protokollsplikter(date(2024, 4, 5))[0].tillstand == Tillstand.FORSENAD
    for rad in hallet.justeringar.all():
        ex.steg.underteckna(rad, date(2024, 3, 28), None, ex.rita)
    (ansla,) = protokollsplikter(date(2024, 4, 1))
    # Thursday 28 March + 2 = Saturday, then Easter Sunday and Monday → Tuesday 2 April
    assert (ansla.dag, ansla.titel) == (date(2024, 4, 2), f"Anslå justeringen, {hallet}")
    ex.steg.ansla(Mote.objects.get(pk=hallet.pk), date(2024, 3, 28), "Tavlan", "Kansliet", None)
    (ned,) = protokollsplikter(idag)
    assert ned.dag == date(2024, 4, 19)
    beslut = hallet.punkter.get().beslut.get()
    Atgard.objects.create(beslut=beslut, vad="Avtal", ansvarig="Ada", senast=date(2024, 3, 29))
    atgard = protokollsplikter(date(2024, 5, 1))[-1]
    assert (atgard.titel, atgard.tillstand) == ("Åtgärd: Avtal", Tillstand.FORSENAD)
    assert atgard.grund == "Ada, enligt § 1/2024."


def test_the_next_meeting_is_reminded(kansli_klient, ledamot_klient):
    ex.atgarder(3)
    nasta = Mote.objects.create(organ="fs", datum=date(2005, 1, 1), start="09:00", status="kallat")
    text = kansli_klient.get(nasta.get_absolute_url()).content.decode()
    assert ("Gör 00" in text, "Gör 01" in text, "Gör 02" in text) == (True, True, False)
    assert text.count("Försenad") == 1
    assert "Gör 00" not in ledamot_klient.get(nasta.get_absolute_url()).content.decode()
    fore = Mote.objects.create(organ="fs", datum=date(2000, 1, 1), start="09:00", status="kallat")
    assert "Att följa upp" not in kansli_klient.get(fore.get_absolute_url()).content.decode()


def test_an_empty_list_tells_only_those_who_may_fill_it_how(ledamot_klient, kansli_klient):
    hur = "Lägg till dem från beslutet"
    assert hur in sida(kansli_klient, ATGARDER)
    text = sida(ledamot_klient, ATGARDER)
    assert "Inga åtgärder än." in text and hur not in text


def test_the_chair_stands_first_of_those_who_sign():
    roller = [rad.roll for rad in sammantradet(ex.hallet_mote(date(2003, 2, 6))).justeringar]
    assert roller == ["ordforande", "justerare", "sekreterare"]
