"""The page of a §: what those who do not prepare meetings may know of it."""

from datetime import date, time
from typing import Any

import pytest
from django.urls import reverse

from styrelse.actions.paragrafer import ge_paragrafer
from styrelse.models import Beslut, Mote, Punkt
from tests.styrelse.exempelsittning import Sittande, ett_arende, sittande, skicka

pytestmark = pytest.mark.django_db


@pytest.fixture
def kallat() -> Sittande:
    """A meeting whose notice has been sent with all its items."""
    ett = sittande(date(2024, 3, 21))
    skicka(ett.mote)
    return ett


def sidan(klient: Any, punkt: Punkt, kod: int = 200) -> str:
    svar = klient.get(punkt.get_absolute_url())
    assert svar.status_code == kod
    return str(svar.content.decode())


def test_an_item_that_has_not_been_sent_is_not_there(
    kallat: Sittande, ledamot_klient: Any, kansli_klient: Any
) -> None:
    nytt = Punkt.objects.create(
        mote=kallat.mote, ordning=2, arende=ett_arende("Sent ärende"), tillagd=True
    )
    assert "Delårsrapport" in sidan(ledamot_klient, kallat.punkter[1])
    sidan(ledamot_klient, nytt, 404)
    assert "Sent ärende" in sidan(kansli_klient, nytt)
    kallat.mote.status = "hallet"
    kallat.mote.save()
    # What came up at the meeting is known of when it is over; what was prepared is not.
    nytt.arende.forslag = "att bara kansliet vet"  # type: ignore[union-attr]  # it has one
    nytt.arende.save()  # type: ignore[union-attr]
    assert "att bara kansliet vet" not in sidan(ledamot_klient, nytt)
    assert "att bara kansliet vet" in sidan(kansli_klient, nytt)


def test_other_meetings_are_told_of_when_they_are_sent_and_decide_when_they_are_over(
    kallat: Sittande, ledamot_klient: Any, kansli_klient: Any
) -> None:
    annat = Mote.objects.create(organ="fs", datum=date(2024, 4, 18), start=time(9), status="kallat")
    punkt = Punkt.objects.create(mote=annat, ordning=1, arende=kallat.punkter[1].arende)
    har, sag = punkt.get_absolute_url(), kallat.punkter[1]
    assert har not in sidan(ledamot_klient, sag)
    assert har in sidan(kansli_klient, sag)
    skicka(annat)
    Beslut.objects.create(punkt=punkt, utfall="bordlaggning", text="att bordlägga ärendet")
    annat.status = "pagar"
    annat.save()
    assert har in sidan(ledamot_klient, sag)
    assert "Bordläggning" not in sidan(ledamot_klient, sag)
    annat.status = "hallet"
    annat.save()
    assert "Bordläggning" in sidan(ledamot_klient, sag)


def justera(ett: Sittande) -> Sittande:
    """The meeting, on; Anna and Bo have approved § 2 at once."""
    ge_paragrafer(ett.mote, None)
    ett.mote.status, ett.mote.oppnades = "pagar", time(9)
    ett.mote.save()
    ett.narvarar("Anna", "Bo", "Cia")
    ett.leds()
    punkt = ett.punkter[1]
    punkt.protokollstext = "Cia föredrar ärendet."
    punkt.save()
    Beslut.objects.create(punkt=punkt, utfall="bifall", text="att godkänna den", omedelbart=True)
    ett.justerar_omedelbart()
    return ett


def test_a_paragraph_approved_at_once_is_told_as_it_was_signed(
    kallat: Sittande, ledamot_klient: Any, kansli_klient: Any
) -> None:
    """Whatever the sitting's registers say since, and long before the minutes are approved."""
    punkt = justera(kallat).punkter[1]
    kallat.mote.justeringar.get(person=kallat.personer["Cia"]).delete()
    kallat.mote.narvaro.get(person=kallat.personer["Cia"]).delete()
    punkt.protokollstext = "Bo föredrar ärendet."
    punkt.save()
    beslut = punkt.beslut.get()
    beslut.text = "att avslå den"
    beslut.save()
    for klient in (ledamot_klient, kansli_klient):
        sida = sidan(klient, punkt)
        for ord_ in ("att godkänna den", "<p>Cia föredrar", "<li>Cia Ceder"):
            assert ord_ in sida
        for ord_ in ("att avslå den", "<p>Bo föredrar", "Mötet är inte hållet än"):
            assert ord_ not in sida
        utdrag = reverse("styrelse:protokollsutdrag", args=[punkt.pk])
        assert f'<a href="{utdrag}">omedelbart justerade paragrafen</a>' in sida
    # The meeting's other §§ are not told of before it is over.
    assert "Mötet är inte hållet än" in sidan(ledamot_klient, kallat.punkter[0])


def test_what_was_never_sent_is_known_of_when_it_has_been_approved(ledamot_klient: Any) -> None:
    ett = justera(sittande())
    assert "att godkänna den" in sidan(ledamot_klient, ett.punkter[1])
    sidan(ledamot_klient, ett.punkter[0], 404)


def test_what_is_ticked_is_not_approved(kallat: Sittande, kansli_klient: Any) -> None:
    ord_ = {"utfall": "bifall", "text": "att godkänna den", "omedelbart": True}
    Beslut.objects.create(punkt=kallat.punkter[1], **ord_)
    sida = sidan(kansli_klient, kallat.punkter[1])
    assert "Justeras omedelbart." in sida and "Omedelbart justerad" not in sida
