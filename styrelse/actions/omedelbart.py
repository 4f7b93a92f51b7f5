"""A § is approved at once: each signature, the frozen text, and the notice of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare
from finsam.signering import signera
from styrelse.actions.protokoll import krav_dag, nytt_anslag
from styrelse.actions.sittning import krav_inte_undertecknade, last_sittning
from styrelse.actions.verkstallighet import foresla_underlag
from styrelse.calculations.frysning import avtryck
from styrelse.calculations.protokoll import Protokollet, Underskrift, som_data
from styrelse.calculations.protokollsskrivning import skriv_paragrafen
from styrelse.choices import Motesstatus
from styrelse.models import (
    Anslag,
    Beslut,
    Mote,
    Omedelbarjustering,
    Paragrafunderskrift,
    Person,
    Punkt,
)
from styrelse.selectors.beslutsverkan import rummets_verkan
from styrelse.selectors.omedelbart import hinder, tecknare
from styrelse.selectors.protokollsunderlag import underlaget
from styrelse.selectors.sammantrade import Punktbild, sammantradet, tecknare_i_ordning

JUSTERAD = "Paragrafen är redan omedelbart justerad."
TECKNAR_INTE = "{namn} undertecknar inte paragrafen."
TECKNAR_INTE_LANGRE = (
    "{namn} har undertecknat paragrafen men ska inte längre göra det, eller i en annan egenskap. "
    "Ta först tillbaka den underskriften."
)
ANNAN_PARAGRAF = (
    "Paragrafen har ändrats sedan {namn} undertecknade den. Ta tillbaka den underskriften och "
    "registrera den på nytt."
)
FORE_MOTET = "Paragrafen kan inte justeras före mötet."
FORE_JUSTERINGEN = "Justeringen kan inte anslås innan paragrafen är justerad."
BORTTAGEN = "Underskriften är redan borttagen."
INGEN_VALD = "Välj minst en paragraf."
FLERA_DAGAR = "Ett anslag gäller paragrafer som har justerats samma dag."
REDAN_ANSLAGEN = "{paragraf} är redan anslagen."
I_PROTOKOLLETS = "Paragraferna ingår i anslaget för hela protokollet."


@transaction.atomic
def underteckna(
    punkt: Punkt, person: Person, dag: date, user: Anvandare | None
) -> Omedelbarjustering | None:
    """Enters that the § was signed on the day; with the last signature it is frozen.

    What it does in its subject's room is signed with it. Raises ValidationError for what hinders
    it, a day before the meeting or after today, somebody who is not to sign, and when the § is no
    longer what the others signed, or one of them is not to sign it now.
    """
    mote = last_sittning(punkt.mote_id)
    bild = sammantradet(mote)
    ett = bild.punkt(punkt.pk)
    if ett.justering:
        raise ValidationError(JUSTERAD)
    if texter := hinder(bild, ett):
        raise ValidationError(texter)
    krav_dag(mote, dag, FORE_MOTET)
    roller = {t.person.pk: t.roll for t in tecknare(bild, ett)}
    if person.pk not in roller:
        raise ValidationError(TECKNAR_INTE.format(namn=person))
    text = _paragrafen(mote, ett)
    rad = Paragrafunderskrift(punkt=punkt, person=person, roll=roller[person.pk], dag=dag)
    rad.avtryck = _avtryck(text, _underlagen(punkt, user))
    for andra in ett.underskrifter:
        if roller.get(andra.person_id) != andra.roll:
            raise ValidationError(TECKNAR_INTE_LANGRE.format(namn=andra.person.namn))
        if andra.avtryck != rad.avtryck:
            raise ValidationError(ANNAN_PARAGRAF.format(namn=andra.person.namn))
    rad.full_clean()
    signera(rad, user).save()
    tecknat = {u.person_id: u for u in (*ett.underskrifter, rad)}
    if not roller.keys() <= tecknat.keys():
        return None
    return _frys(punkt, text, [tecknat[person] for person in roller], user)


def _underlagen(punkt: Punkt, user: Anvandare | None) -> list[dict[str, Any]]:
    """What the item's decisions say to the rooms they act in, kept from now on.

    Raises ValidationError where a room lacks something, or refuses: it could not be mended later.
    """
    rader = Beslut.objects.filter(punkt=punkt)
    rader = rader.select_related("punkt__mote", "punkt__arende", "punkt__paragraf")
    hinder = []
    for rad in rader.filter(verkstallt_at=None):
        foresla_underlag(rad, user)
        if text := rummets_verkan(rad).hinder:
            hinder.append(text)
    if hinder:
        raise ValidationError(hinder)
    return [rad.underlag for rad in rader.all() if rad.underlag]


def _avtryck(text: Protokollet, underlagen: Sequence[Mapping[str, Any]]) -> str:
    """SHA-256 of what is signed: the §, and what it says to a room where it says something."""
    paragrafer = som_data(text)["paragrafer"]
    return avtryck([paragrafer, *underlagen] if underlagen else paragrafer)


def _paragrafen(mote: Mote, ett: Punktbild) -> Protokollet:
    assert ett.paragraf
    return skriv_paragrafen(underlaget(mote), ett.paragraf.nummer)


def _frys(
    punkt: Punkt,
    text: Protokollet,
    underskrifter: Sequence[Paragrafunderskrift],
    user: Anvandare | None,
) -> Omedelbarjustering:
    tecknade = tuple(
        Underskrift(u.person.namn, u.get_roll_display(), u.dag)
        for u in tecknare_i_ordning(underskrifter)
    )
    (paragraf,) = (replace(p, underskrifter=tecknade) for p in text.paragrafer)
    innehall = som_data(replace(text, paragrafer=(paragraf,), underskrifter=tecknade))
    rad = Omedelbarjustering(
        punkt=punkt,
        justerat=max(u.dag for u in underskrifter),
        innehall=innehall,
        sha256=avtryck(innehall),
        registrerat_av=user,
    )
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def ta_tillbaka(underskrift: Paragrafunderskrift, user: Anvandare | None) -> None:
    """Takes a signature back, as long as the § is not approved.

    Raises ValidationError, also for one that somebody else has just taken back.
    """
    last_sittning(underskrift.punkt.mote_id)
    rader = Paragrafunderskrift.objects.select_for_update(of=("self",))
    rad = rader.filter(pk=underskrift.pk).first()
    if rad is None:
        raise ValidationError(BORTTAGEN)
    if Omedelbarjustering.objects.filter(punkt=rad.punkt_id).exists():
        raise ValidationError(JUSTERAD)
    signera(rad, user).delete()


@transaction.atomic
def valj_bort(punkt: Punkt, user: Anvandare | None) -> None:
    """The § is to be approved with the others, also when its decision has been carried out.

    That it acted when the meeting was closed does not hang on who signs it. Raises ValidationError
    when somebody has signed it by itself.
    """
    last_sittning(punkt.mote_id)
    krav_inte_undertecknade([punkt.pk])
    rader = Beslut.objects.select_for_update(of=("self",)).filter(punkt=punkt, omedelbart=True)
    for rad in rader:
        rad.omedelbart = False
        signera(rad, user).save()


@transaction.atomic
def ansla(
    mote: Mote,
    justerade: Sequence[Omedelbarjustering],
    dag: date,
    plats: str,
    forvaras: str,
    user: Anvandare | None,
) -> list[Anslag]:
    """Gives notice of §§ that were approved the same day, long before the whole minutes are.

    Raises ValidationError for none, for §§ of different days, for one that has a notice, and for
    a day before the approval or after today.
    """
    last = Mote.objects.select_for_update(of=("self",)).get(pk=mote.pk)
    if last.status == Motesstatus.ANSLAGET:
        raise ValidationError(I_PROTOKOLLETS)
    if not justerade:
        raise ValidationError(INGEN_VALD)
    if len({ett.justerat for ett in justerade}) > 1:
        raise ValidationError(FLERA_DAGAR)
    for ett in justerade:
        if Anslag.objects.filter(omedelbar=ett).exists():
            raise ValidationError(REDAN_ANSLAGEN.format(paragraf=ett.punkt.paragraf))
    tomma = [Anslag(omedelbar=ett, plats=plats, forvaras=forvaras) for ett in justerade]
    justerat = justerade[0].justerat
    return [nytt_anslag(rad, justerat, dag, user, FORE_JUSTERINGEN) for rad in tomma]
