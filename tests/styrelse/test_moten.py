"""Meetings: who sees what of them, and what may be done with one."""

from datetime import date, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from finsam import typografi
from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from finsam.models import Forbund
from styrelse.imports.arenden import UTSKICKAD, arendets_las
from styrelse.models import Arende, Dagordningsmall, Mote, Punkt
from styrelse.selectors.moten import motena
from tests.rapporter.exempelpaket import utskickat_mote
from tests.styrelse.exempelmoten import mote

pytestmark = pytest.mark.django_db
DAG = date(2022, 3, 24)
NYTT = {"organ": "fs", "datum": "2022-03-24", "start": "9:00", "slut": "12.00", "plats": "Salen"}


def text(svar):
    assert svar.status_code == 200
    return svar.content.decode()


def test_a_new_meeting_shows_its_weekday_and_time(kansli_klient):
    svar = kansli_klient.post(reverse("styrelse:mote_create"), NYTT, follow=True)
    assert (
        'Torsdagen den 24 mars 2022 <span class="smal">kl.\u00a009.00–12.00</span>, Salen'
        in text(svar)
    )


@pytest.mark.parametrize(
    ("andring", "mening"),
    [
        ({"slut": "09.00"}, "Mötet måste sluta efter att det har börjat."),
        ({"start": "nio"}, "Skriv klockslaget som 09.00."),
        ({"organ": "dialog"}, "En medlemsdialog, och bara den, hålls med en medlem."),
        ({"distans": "on"}, "Styrelsen har inte beslutat om deltagande på distans."),
    ],
)
def test_a_broken_rule_is_said_and_nothing_typed_is_lost(kansli_klient, andring, mening):
    sida = text(kansli_klient.post(reverse("styrelse:mote_create"), NYTT | andring))
    assert mening in sida and "2022-03-24" in sida and "Salen" in sida
    assert not Mote.objects.exists()


def test_the_same_meeting_twice_is_refused(kansli_klient):
    mote(DAG)
    sida = text(kansli_klient.post(reverse("styrelse:mote_create"), NYTT))
    assert "Det finns redan ett sådant möte den dagen och tiden." in sida


def test_a_meeting_called_off_is_not_in_the_way(kansli_klient):
    installt = mote(DAG, status="installt")
    svar = kansli_klient.post(reverse("styrelse:mote_create"), NYTT)
    assert svar.status_code == 302
    nytt = Mote.objects.exclude(pk=installt.pk).get()
    assert (installt.nyckel, nytt.nyckel) == ("FS 2022-03-24 09.00", "FS 2022-03-24 09.00 (2)")
    # But the new one is, to a third.
    sida = text(kansli_klient.post(reverse("styrelse:mote_create"), NYTT))
    assert sida.count("Det finns redan ett sådant möte den dagen och tiden.") == 1
    assert Mote.objects.count() == 2


def test_a_meeting_moves_to_where_one_was_called_off(kansli_klient):
    mote(DAG, status="installt")
    annat = mote(date(2022, 3, 25))
    kansli_klient.post(reverse("styrelse:mote_update", args=[annat.pk]), NYTT)
    annat.refresh_from_db()
    assert (annat.datum, annat.omgang) == (DAG, 2)


def test_both_leave_with_the_folder_and_come_back(tmp_path):
    for status, omgang in (("installt", 1), ("installt", 2), ("planerat", 3)):
        ett = mote(DAG, status=status, omgang=omgang)
        ett.punkter.create(ordning=1, slag="oppnande", rubrik=f"Nr {omgang}", plats="forst")
    skriv_mapp(tmp_path, exporterade())
    for rad in (*Punkt.objects.all(), *Mote.objects.all()):
        rad.delete()
    filer = [f for f in filer_i(tmp_path) if f.namn in ("moten.csv", "punkter.csv")]
    assert las_in(filer).sparad
    lasta = [(m.omgang, m.status, m.punkter.get().rubrik) for m in Mote.objects.order_by("omgang")]
    assert lasta == [
        (1, "installt", "Nr 1"),
        (2, "installt", "Nr 2"),
        (3, "planerat", "Nr 3"),
    ]


@pytest.mark.parametrize(("fran", "antal"), [(date(2022, 3, 24), 1), (date(2022, 3, 25), 0)])
def test_remote_from_the_day_that_the_board_decided(kansli_klient, fran, antal):
    Forbund.objects.create(namn="Förbundet", distans_fran=fran)
    kansli_klient.post(reverse("styrelse:mote_create"), NYTT | {"distans": "on"})
    assert Mote.objects.count() == antal


def test_before_the_notice_a_ledamot_sees_the_day_and_nothing_more(ledamot_klient, kansli_klient):
    ett = mote(DAG, inledning="Hemlig inledning")
    sida = text(ledamot_klient.get(ett.get_absolute_url()))
    assert "24 mars 2022" in sida and "Kallelsen är inte skickad än." in sida
    assert "Kallelsen är inte skickad än." not in text(kansli_klient.get(ett.get_absolute_url()))


def test_only_a_meeting_nobody_was_called_to_is_removed(kansli_klient):
    planerat, kallat = mote(DAG), mote(date(2022, 6, 2), status="kallat")
    planerat.punkter.create(ordning=1, slag="oppnande", rubrik="Öppnande", plats="forst")
    assert kansli_klient.post(reverse("styrelse:mote_delete", args=[kallat.pk])).status_code == 404
    kansli_klient.post(reverse("styrelse:mote_delete", args=[planerat.pk]))
    assert list(Mote.objects.all()) == [kallat]


def test_a_meeting_with_a_matter_stays(kansli_klient):
    ett = mote(DAG)
    ett.punkter.create(ordning=1, arende=Arende.objects.create(rubrik="Budget"))
    assert kansli_klient.post(reverse("styrelse:mote_delete", args=[ett.pk])).status_code == 404


@pytest.mark.parametrize(
    ("status", "andras"),
    [
        # From the notice on the day and the start stand; once it is open the place does too.
        ("planerat", {"datum", "start", "slut", "plats", "distans"}),
        ("kallat", {"slut", "plats", "distans"}),
        ("pagar", {"distans"}),
    ],
)
def test_what_the_notice_said_stands(kansli_klient, status, andras):
    Forbund.objects.create(namn="Förbundet", distans_fran=date(2022, 3, 16))
    ett = mote(DAG, status=status, plats="Salen")
    nytt = {"datum": date(2022, 3, 25), "start": time(10), "slut": time(13), "plats": "Nya salen"}
    form = {"organ": "fs", "datum": "2022-03-25", "start": "10.00", "slut": "13.00"}
    svar = kansli_klient.post(
        reverse("styrelse:mote_update", args=[ett.pk]),
        form | {"plats": "Nya salen", "distans": "on"},
    )
    assert svar.status_code == 302
    blev = Mote.objects.get()
    assert {namn for namn in nytt if getattr(blev, namn) == nytt[namn]} == andras - {"distans"}
    assert blev.distans


def test_a_locked_start_still_bounds_the_end(kansli_klient):
    ett = mote(DAG, status="kallat")
    adress = reverse("styrelse:mote_update", args=[ett.pk])
    assert "dag och starttid ligger fast" in text(kansli_klient.get(adress))
    assert "Mötet måste sluta efter" in text(kansli_klient.post(adress, {"slut": "08.00"}))


def test_of_a_held_meeting_nothing_changes(kansli_klient):
    ett = mote(DAG, status="hallet")
    adress = reverse("styrelse:mote_update", args=[ett.pk])
    assert kansli_klient.post(adress, {"plats": "Nya salen"}).status_code == 404
    assert adress not in text(kansli_klient.get(ett.get_absolute_url()))


def test_the_page_says_what_the_notice_said(ledamot_klient):
    ett = utskickat_mote()
    ett.plats, ett.slut = "Stadshuset", None
    ett.save()
    sida = text(ledamot_klient.get(ett.get_absolute_url()))
    assert "Ändrat sedan kallelsen skickades. I den stod sluttiden 12.00." in sida


def test_the_agenda_on_the_page_is_what_each_may_see(ledamot_klient, kansli_klient):
    ett = utskickat_mote()
    sent = Arende.objects.create(rubrik="Sent ärende")
    ett.punkter.create(ordning=9, arende=sent, tillagd=True)
    sidor = {k: text(k.get(ett.get_absolute_url())) for k in (ledamot_klient, kansli_klient)}
    for sida in sidor.values():
        assert "Delårsrapport 2" in sida and "2.1, 2.2" in sida
    assert "Information, beslut. Bilaga 2, 2.1, 2.2" in sidor[ledamot_klient]
    assert "Sent ärende" in sidor[kansli_klient] and "Sent ärende" not in sidor[ledamot_klient]


def test_calling_off_is_asked_for_once(kansli_klient):
    ett = utskickat_mote()
    adress = reverse("styrelse:mote_stall_in", args=[ett.pk])
    assert adress in text(kansli_klient.get(ett.get_absolute_url()))
    assert "meddela dem som har fått den" in text(kansli_klient.get(adress))
    hallet = mote(DAG, status="hallet")
    adress = reverse("styrelse:mote_stall_in", args=[hallet.pk])
    assert kansli_klient.get(adress).status_code == 404


@pytest.mark.parametrize(
    ("status", "sedd", "blev"),
    [
        ("planerat", "planerat", "installt"),
        ("kallat", "kallat", "installt"),
        # Sent from while the question stood on the screen, and a bare POST: asked again.
        ("kallat", "planerat", "kallat"),
        ("planerat", "", "planerat"),
    ],
)
def test_who_calls_off_has_seen_what_follows(kansli_klient, status, sedd, blev):
    ett = mote(DAG, status=status)
    adress = reverse("styrelse:mote_stall_in", args=[ett.pk])
    svar = kansli_klient.post(adress, {"sedd": sedd}, follow=True)
    ett.refresh_from_db()
    assert ett.status == blev
    assert ("Läs vad som gäller nu." in text(svar)) is (blev != "installt")


def test_the_asking_page_answers_to_itself(kansli_klient):
    ett = mote(DAG)
    adress = reverse("styrelse:mote_stall_in", args=[ett.pk])
    sida = text(kansli_klient.get(adress))
    assert 'name="sedd" value="planerat"' in sida
    assert reverse("styrelse:mote_steg", args=[ett.pk]) not in sida


def test_the_agenda_leads_to_the_papers_as_they_will_be_sent(kansli_klient):
    ett = mote(DAG)
    ett.punkter.create(ordning=1, slag="oppnande", rubrik="Öppnande", plats="forst")
    granska = reverse("rapporter:mote_paket", args=[ett.pk])
    sida = text(kansli_klient.get(reverse("styrelse:dagordning", args=[ett.pk])))
    assert granska in sida and "Granska kallelse och handlingar" in sida


def test_an_approved_meeting_never_changes(kansli_klient):
    ett = mote(DAG, status="justerat")
    assert kansli_klient.get(reverse("styrelse:mote_update", args=[ett.pk])).status_code == 404


@pytest.mark.parametrize(
    ("organ", "status", "till", "blev"),
    [
        # Calling off is asked for first, on a page of its own.
        ("fs", "planerat", "installt", "planerat"),
        ("samrad", "kallat", "installt", "kallat"),
        ("fs", "planerat", "hallet", "planerat"),
        ("fs", "planerat", "kallat", "planerat"),
        ("fs", "hallet", "installt", "hallet"),
        ("samrad", "planerat", "kallat", "kallat"),
        ("samrad", "kallat", "hallet", "hallet"),
    ],
)
def test_steps_that_the_office_takes_by_hand(kansli_klient, organ, status, till, blev):
    ett = mote(DAG, organ, status=status)
    kansli_klient.post(reverse("styrelse:mote_steg", args=[ett.pk]), {"till": till})
    ett.refresh_from_db()
    assert ett.status == blev


def test_the_usual_items_for_each_organ_that_has_none(kansli_klient):
    Dagordningsmall.objects.create(organ="fs", plats="forst", ordning=1, rubrik="Vår öppning")
    adress = reverse("styrelse:dagordningsmall_vanliga")
    kansli_klient.post(adress)
    assert Dagordningsmall.objects.filter(organ="fs").count() == 1
    samrad = Dagordningsmall.objects.filter(organ="samrad").values_list("rubrik", flat=True)
    assert "Förutsättningar för nästa års budget" in samrad
    assert "Alla organ har redan fasta punkter." in text(kansli_klient.post(adress, follow=True))


def test_notes_of_a_consultation_stand_on_its_page(kansli_klient):
    ett = mote(DAG, "samrad", status="hallet")
    svar = {"datum": "2022-03-24", "start": "9.00", "anteckningar": "Medlemmarna var eniga."}
    kansli_klient.post(reverse("styrelse:mote_update", args=[ett.pk]), svar)
    assert "Medlemmarna var eniga." in text(kansli_klient.get(ett.get_absolute_url()))


def test_a_new_meeting_has_its_fixed_items_at_once(kansli_klient):
    Dagordningsmall.objects.create(organ="fs", plats="forst", ordning=1, rubrik="Vår öppning")
    kansli_klient.post(reverse("styrelse:mote_create"), NYTT)
    assert [p.titel for p in Mote.objects.get().punkter.all()] == ["Vår öppning"]


def test_what_was_sent_stays_readable_and_locked_when_the_meeting_is_called_off(
    kansli_klient, ledamot_klient
):
    ett = utskickat_mote()
    kansli_klient.post(reverse("styrelse:mote_stall_in", args=[ett.pk]), {"sedd": "kallat"})
    ett.refresh_from_db()
    assert ett.status == "installt" and ett.utskickat
    assert "Läs handlingarna" in text(ledamot_klient.get(ett.get_absolute_url()))
    assert ledamot_klient.get(reverse("rapporter:las", args=[ett.pk])).status_code == 200
    assert arendets_las(Arende.objects.get()) == UTSKICKAD
    sittning = reverse("styrelse:sammantrade", args=[ett.pk])
    assert kansli_klient.get(sittning).status_code == 404
    assert sittning not in text(kansli_klient.get(ett.get_absolute_url()))


def test_a_matter_of_a_meeting_called_off_before_its_notice_is_free():
    ett = mote(DAG, status="installt")
    arende = Arende.objects.create(rubrik="Budget")
    ett.punkter.create(ordning=1, arende=arende)
    assert not ett.utskickat and arendets_las(arende) == ""


def test_no_button_leads_to_papers_that_were_never_sent_from_here(ledamot_klient):
    sida = text(ledamot_klient.get(mote(DAG, status="hallet").get_absolute_url()))
    assert "Läs handlingarna" not in sida


def test_the_soonest_meeting_stands_first_and_then_the_latest_held():
    idag = date(2022, 3, 24)
    fjol, igar = mote(date(2021, 1, 1), status="hallet"), mote(date(2022, 3, 23), status="hallet")
    sen, snart, i_dag = mote(date(2022, 12, 1)), mote(date(2022, 4, 1)), mote(idag)
    assert list(motena(idag)) == [i_dag, snart, sen, igar, fjol]


def test_a_meeting_that_nobody_is_called_to_says_by_when_and_has_the_step_as_its_button(
    kansli_klient, ledamot_klient
):
    Forbund.objects.create(namn="Förbundet", kallelsedagar=10)
    ett = mote(timezone.localdate() + timedelta(days=5))
    dag = typografi.datum(ett.datum - timedelta(days=10))
    adress = ett.get_absolute_url()
    sida = text(kansli_klient.get(adress))
    assert f"ska vara skickade senast {typografi.veckodag(date.fromisoformat(dag))} {dag}." in sida
    assert "Försenad" in sida and sida.count("Granska kallelse och handlingar") == 1
    assert "Nästa steg" not in text(ledamot_klient.get(adress))
    ett.status = "kallat"
    ett.save()
    assert "Nästa steg" not in text(kansli_klient.get(adress))
