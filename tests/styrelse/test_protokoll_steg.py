"""From a held meeting to minutes that are signed, frozen and posted."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrelse.actions import protokoll as steg
from styrelse.actions.arende import bifoga_dokument
from styrelse.actions.behandling import spara_protokollstext
from styrelse.actions.motesroller import valj
from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.calculations.protokoll import las
from styrelse.choices import Justeringsroll
from styrelse.models import (
    Arendebilaga,
    Beslut,
    Franvaro,
    Jav,
    Justering,
    Mote,
    Narvaro,
    Protokoll,
    Punkt,
    Yttrande,
)
from styrelse.selectors.protokollsbild import protokollsbild
from tests.styrelse.dagordningsexempel import bifoga
from tests.styrelse.exempelprotokoll import rita
from tests.styrelse.exempelsittning import ett_arende, sittande

pytestmark = pytest.mark.django_db
ORDF, JUST, SEKR = Justeringsroll.ORDFORANDE, Justeringsroll.JUSTERARE, Justeringsroll.SEKRETERARE
DAG = date(2024, 3, 28)


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def hallet(dag: date = date(2024, 3, 21)) -> Any:
    """A held meeting: Anna, Bo and Dan (for Cia, nobody: another member's) with one decision."""
    s = sittande(dag, status="hallet")
    s.narvarar("Anna", "Bo", "Cia")
    s.mote.oppnades, s.mote.avslutades = time(9), time(11, 30)
    s.mote.save()
    ge_paragrafer(s.mote, None)
    Beslut.objects.create(
        punkt=s.punkter[1],
        utfall="bifall",
        forslag="att godkänna delårsrapporten",
        text="att godkänna delårsrapporten",
    )
    valj(s.mote, valda(s), None)
    return s


def valda(s):
    return {ORDF: [s.personer["Anna"]], JUST: [s.personer["Bo"]], SEKR: [s.personer["Cia"]]}


def tecknar(s, namn, dag=DAG):
    rad = Justering.objects.get(mote=s.mote, person=s.personer[namn])
    return steg.underteckna(rad, dag, None, rita)


def justerat(s, dag=DAG):
    for namn in ("Anna", "Bo"):
        assert tecknar(s, namn, dag) is None
    return tecknar(s, "Cia", dag)


def text(fel) -> str:
    return " ".join(fel.value.messages)


def test_the_last_signature_freezes():
    s = hallet()
    utkast = protokollsbild(s.mote, utkast=True)
    rad = justerat(s)
    s.mote.refresh_from_db()
    assert (rad.justerat, rad.sidor, s.mote.status) == (DAG, 1, "justerat")
    assert len(rad.sha256) == 64
    fryst = las(rad.innehall)
    assert [u.dag for u in fryst.underskrifter] == [DAG] * 3
    utan = tuple(replace(u, dag=None) for u in fryst.underskrifter)
    assert replace(fryst, underskrifter=utan) == utkast.protokollet


def test_what_is_frozen_does_not_follow_later_changes():
    s = hallet()
    rad = justerat(s)
    Yttrande.objects.create(
        punkt=s.punkter[1], person=s.personer["Bo"], slag="reservation", text="Sent."
    )
    bild = protokollsbild(s.mote, utkast=False)
    assert bild.protokollet == las(rad.innehall)
    assert not any(p.reservationer for p in bild.protokollet.paragrafer)


@pytest.mark.parametrize(
    ("dag", "mening"),
    [
        (date(2024, 3, 20), "Protokollet kan inte justeras före mötet."),
        (date(2999, 4, 30), "Datumet ligger efter dagens datum."),
    ],
)
def test_days_that_nobody_can_have_signed(dag, mening):
    with pytest.raises(ValidationError) as fel:
        tecknar(hallet(), "Anna", dag)
    assert text(fel) == mening


def test_nobody_signs_a_meeting_that_goes_on():
    s = hallet()
    s.mote.status = "pagar"
    s.mote.save()
    with pytest.raises(ValidationError) as fel:
        tecknar(s, "Anna")
    assert text(fel) == "Protokollet kan justeras när mötet är avslutat."


def test_nobody_signs_what_lacks_a_decision():
    s = hallet()
    Beslut.objects.all().delete()
    with pytest.raises(ValidationError) as fel:
        tecknar(s, "Anna")
    assert text(fel) == "§\u00a02 Delårsrapport saknar beslut."


def test_all_must_have_signed_the_same_text(kansli):
    s = hallet()
    tecknar(s, "Anna")
    spara_protokollstext(s.punkter[1], "Styrelsen för en diskussion.", kansli)
    with pytest.raises(ValidationError) as fel:
        tecknar(s, "Bo")
    assert text(fel) == (
        "Protokollet har ändrats sedan Anna Alm undertecknade det. Ta tillbaka den underskriften "
        "och registrera den på nytt."
    )
    steg.ta_tillbaka(Justering.objects.get(person=s.personer["Anna"]), None)
    assert justerat(s) is not None


def test_who_has_signed_is_not_taken_away():
    s = hallet()
    s.narvarar("Dan")
    tecknar(s, "Anna")
    for andra in ({ORDF: [s.personer["Dan"]]}, {ORDF: []}):
        with pytest.raises(ValidationError) as fel:
            valj(s.mote, valda(s) | andra, None)
        assert text(fel) == (
            "Anna Alm har redan undertecknat protokollet. Ta först tillbaka underskriften."
        )
    valj(s.mote, valda(s) | {JUST: [s.personer["Dan"]]}, None)
    assert not Justering.objects.filter(person=s.personer["Bo"]).exists()


def test_who_was_not_there_does_not_sign():
    s = hallet()
    with pytest.raises(ValidationError) as fel:
        valj(s.mote, valda(s) | {JUST: [s.personer["Dan"]]}, None)
    assert text(fel) == "Dan Dal är inte antecknad som närvarande."


def test_nobody_signs_in_two_roles():
    s = hallet()
    with pytest.raises(ValidationError) as fel:
        valj(s.mote, valda(s) | {JUST: [s.personer["Anna"]]}, None)
    assert text(fel) == "Anna Alm kan inte underteckna protokollet i två egenskaper."


def test_nobody_signs_a_vote_by_somebody_who_did_not_serve():
    s = hallet()
    rostning = s.punkter[1].voteringar.create(ja="bifall", nej="avslag")
    rostning.roster.create(person=s.personer["Eva"], val="ja")
    with pytest.raises(ValidationError) as fel:
        tecknar(s, "Anna")
    assert "Eva Ek har röstat men tjänstgör inte vid punkten." in text(fel)


def test_approved_minutes_are_locked():
    s = hallet()
    justerat(s)
    rad = Justering.objects.first()
    for gor in (
        lambda: steg.ta_tillbaka(rad, None),
        lambda: steg.underteckna(rad, DAG, None, rita),
    ):
        with pytest.raises(ValidationError) as fel:
            gor()
        assert text(fel) == (
            "Protokollet är justerat och ändras inte. En rättelse blir en ny paragraf vid ett "
            "senare möte."
        )


@pytest.mark.parametrize(
    ("dag", "sent"),
    [
        (date(2024, 4, 4), ""),
        (date(2024, 4, 5), "Protokollet justerades för sent. Senaste dag var 2024-04-04."),
    ],
)
def test_late_approval_is_told(dag, sent):
    s = hallet()  # 21 March + 14 = 4 April, a Thursday
    justerat(s, dag)
    assert protokollsbild(Mote.objects.get(pk=s.mote.pk), utkast=False).sent == sent


def test_notice():
    s = hallet()
    with pytest.raises(ValidationError) as fel:
        steg.ansla(s.mote, DAG, "Tavlan", "Kansliet", None)
    assert text(fel) == "Protokollet är inte justerat."
    justerat(s)
    with pytest.raises(ValidationError) as fel:
        steg.ansla(s.mote, date(2024, 3, 27), "Tavlan", "Kansliet", None)
    assert text(fel) == "Justeringen kan inte anslås innan protokollet är justerat."
    anslag = steg.ansla(s.mote, DAG, "Tavlan", "Kansliet", None)
    # Thursday 28 March + 21 = Thursday 18 April; down the day after.
    assert anslag.tas_ned == date(2024, 4, 19)
    s.mote.refresh_from_db()
    assert s.mote.status == "anslaget"
    with pytest.raises(ValidationError) as fel:
        steg.ansla(s.mote, DAG, "Tavlan", "Kansliet", None)
    assert text(fel) == "Justeringen är redan anslagen."


def test_only_minutes_that_lay_with_the_agenda_are_laid_to_the_records():
    forra = hallet()
    nasta = Mote.objects.create(organ="fs", datum=date(2024, 5, 2), start=time(9), status="hallet")
    punkt = Punkt.objects.create(
        mote=nasta, ordning=1, slag="foregaende_protokoll", rubrik="Föregående protokoll"
    )
    ge_paragrafer(nasta, None)

    def meningar():
        (paragraf,) = protokollsbild(nasta, utkast=True).protokollet.paragrafer
        return paragraf.meningar

    justerat(forra)
    # The minutes of the meeting in between are not approved, and nothing lies with the agenda.
    sittande(date(2024, 4, 18), status="hallet", personer=forra.personer)
    assert meningar() == ()
    punkt.arende = ett_arende("Protokoll")
    punkt.save()
    bifoga_dokument(
        punkt.arende, Protokoll.objects.get().innehall, "Protokoll FS 2024-03-21",
        "protokoll fs 2024-03-21", "protokoll", None,
    )  # fmt: skip
    assert meningar() == (
        "Protokollet från mötet den 21\u00a0mars\u00a02024 gås igenom och läggs till handlingarna.",
    )
    Arendebilaga.objects.all().delete()
    Arendebilaga.objects.create(
        arende=punkt.arende, ordning=1, titel="Protokoll från AU", slag="uppladdad", fil="p.pdf",
        sha256="0" * 64,
    )  # fmt: skip
    assert meningar() == ("Protokoll från AU gås igenom och läggs till handlingarna.",)


def test_minutes_that_were_not_attached_by_themselves_are_attached_from_the_agenda(kansli_klient):
    """As when they were read from a folder after the agenda was made."""
    justerat(hallet())
    nasta = Mote.objects.create(organ="fs", datum=date(2024, 5, 2), start=time(9))
    punkt = Punkt.objects.create(
        mote=nasta, ordning=1, slag="foregaende_protokoll", rubrik="Föregående protokoll"
    )
    adress = f"/styrelse/moten/{nasta.pk}/dagordning/"
    sida = kansli_klient.get(adress).content.decode()
    assert "Det är justerat men ligger inte bland punktens bilagor." in sida
    assert "Bifoga protokollet" in sida
    svar = kansli_klient.post(f"{adress}protokoll/", follow=True).content.decode()
    punkt.refresh_from_db()
    assert punkt.arende.bilagor.get().slag == "protokoll"
    assert "är bifogat." in svar and "Bifoga protokollet" not in svar
    svar = kansli_klient.post(f"{adress}protokoll/", follow=True).content.decode()
    assert "Inget protokoll bifogades: punkten har redan en bilaga" in svar
    assert punkt.arende.bilagor.count() == 1


def test_rows_become_sentences():
    s = hallet()
    punkt = s.punkter[1]
    Jav.objects.create(punkt=punkt, person=s.personer["Cia"], skal="närstående")
    bo = Narvaro.objects.get(person=s.personer["Bo"])
    Franvaro.objects.create(narvaro=bo, fran=s.punkter[2], tid=time(11))
    Yttrande.objects.create(
        punkt=punkt, person=s.personer["Bo"], slag="reservation", text="Underlaget kom sent"
    )
    protokollet = protokollsbild(s.mote, utkast=True).protokollet
    (oppnande, arendet, _) = protokollet.paragrafer
    assert oppnande.meningar == ("Ordföranden Anna Alm öppnar mötet klockan\u00a009.00.",)
    assert arendet.jav == (
        "Cia Ceder anmäler jäv (närstående) och deltar inte i handläggningen av ärendet.",
    )
    assert arendet.reservationer == ("Bo Berg reserverar sig mot beslutet: Underlaget kom sent.",)
    assert protokollet.rorelser == ("Bo Berg lämnar mötet före §\u00a03, klockan\u00a011.00.",)
    assert [(r.namn, r.vad, r.paragrafer) for r in protokollet.ledamoter] == [
        ("Anna Alm", "ordförande, Ekby kommun", ""),
        ("Bo Berg", "1:e vice ordförande, Region Ek", "§§\u00a01–2"),
        ("Cia Ceder", "ledamot, Staten", "§§\u00a01, 3"),
    ]


def test_the_committee_proposes_on_what_goes_to_the_board():
    s = hallet()
    au = Mote.objects.create(organ="au", datum=date(2024, 3, 7), start=time(9), status="hallet")
    punkt = Punkt.objects.create(mote=au, ordning=1, arende=s.punkter[1].arende)
    ge_paragrafer(au, None)
    Beslut.objects.create(punkt=punkt, utfall="bifall", forslag="att x", text="att x")
    (paragraf,) = protokollsbild(au, utkast=True).protokollet.paragrafer
    assert paragraf.beslut[0].inledning == (
        "Arbetsutskottet föreslår styrelsen i enlighet med förslaget"
    )


def test_the_annexes_are_those_of_the_pack_also_within_the_writing():
    s = hallet()
    for titel, inom in (("PM", False), ("Delårsrapport", True)):
        bifoga(s.punkter[1].arende, titel, i_skrivelsen=inom)
    arende = s.punkter[1].arende
    arende.har_skrivelse, arende.arendet = True, "Läget."
    arende.save()
    (_, paragraf, _) = protokollsbild(s.mote, utkast=True).protokollet.paragrafer
    assert paragraf.bilagor == (
        ("2", "Tjänsteskrivelse"),
        ("2", "Delårsrapport"),
        ("2.1", "PM"),
    )


def antal_fragor(mote) -> int:
    with CaptureQueriesContext(connection) as fragor:
        protokollsbild(mote, utkast=True)
    return len(fragor)


def test_as_many_queries_for_a_long_meeting():
    s = hallet()
    fore = antal_fragor(s.mote)
    for nr in range(10):
        punkt = Punkt.objects.create(mote=s.mote, ordning=5 + nr, arende=ett_arende(f"Nr {nr}"))
        Beslut.objects.create(punkt=punkt, utfall="bifall", text="att x")
    ge_paragrafer(s.mote, None)
    assert antal_fragor(s.mote) == fore


def test_the_page_of_a_paragraph_tells_who_took_part_as_it_was_signed(kansli_klient):
    s = hallet()
    Jav.objects.create(punkt=s.punkter[1], person=s.personer["Bo"], skal="Arbetar där")
    adress = s.punkter[1].get_absolute_url()
    utkast = kansli_klient.get(adress).content.decode()
    assert "justerade protokollet" not in utkast
    rad = justerat(s)
    paragraf = las(rad.innehall).paragrafen(2)
    assert paragraf.beslutande and paragraf.jav
    # The registers go on: an office that ended earlier than was known, a name that is changed.
    s.personer["Anna"].namn = "Anna Annat-Namn"
    s.personer["Anna"].save()
    for uppdrag in s.personer["Cia"].uppdrag.all():
        uppdrag.tom = date(2024, 1, 31)
        uppdrag.save()
    sida = kansli_klient.get(adress).content.decode()
    for mening in (*paragraf.beslutande, *paragraf.jav, "justerade protokollet"):
        assert mening in sida
    assert "Annat-Namn" not in sida.partition('id="vilka"')[2].partition("</section>")[0]
