"""Who takes part in a meeting: in which capacity, how, and when they came and went."""

from datetime import time

from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.models import Anvandare, Forbund
from finsam.signering import signera
from styrelse.actions.personer import person_med_namn
from styrelse.actions.sittning import krav_olasta, last_sittning, lasta_punkter
from styrelse.choices import Motesstatus, Narvaroform, Narvaroroll, Uppdragsroll
from styrelse.models import (
    Franvaro,
    Justering,
    Kansliroll,
    Mote,
    Narvaro,
    Paragrafunderskrift,
    Person,
    Punkt,
    Rost,
)
from styrelse.models.mote import UTAN_DISTANSBESLUT, distans_medgiven
from styrelse.selectors.dagordning import i_ordning
from styrelse.selectors.sammantrade import tjanstgorande, uppdrag_vid

I_UPPDRAG = (Narvaroroll.LEDAMOT, Narvaroroll.ERSATTARE)
HAR_ROSTAT = "{namn} har röstat och kan inte tas bort från närvaron."
UNDERTECKNAR = "{namn} är vald att underteckna protokollet. Välj någon annan först."
HAR_TECKNAT = "{namn} har undertecknat {punkt} och kan inte tas bort från närvaron."
FEL_ORDNING = "Återkomsten måste ligga efter det att {namn} gick."
FEL_MOTE = "Punkten hör till ett annat möte."
INTE_DISTANS = "Mötet hålls inte på distans. Ändra det på mötets sida först."
OVERLAPPAR = "{namn} är redan antecknad som frånvarande vid {punkt}."


@transaction.atomic
def satt_narvaro(mote: Mote, person: Person, form: str, user: Anvandare) -> Narvaro | None:
    """Enters the person as present in that form (Narvaroform), or takes them out when it is empty.

    In which capacity follows from the offices on the day. Who is entered when §§ have been signed
    was not at them. Raises ValidationError for a ledamot at a distance without the board's decision
    or at a meeting not held so, and for taking out somebody who has voted or signs, or who served
    at a § that is locked.
    """
    last = last_sittning(mote.pk)
    rad = last.narvaro.filter(person=person).first()
    if not form:
        if rad is not None:
            _krav_oforandrad(last, rad)
            _ta_bort(rad, user)
        return None
    rad = rad or _i_egenskap(last, person)
    rad.form = Narvaroform(form)
    return _spara(rad, user)


@transaction.atomic
def adjungera(mote: Mote, namn: str, titel: str, form: str, user: Anvandare) -> Narvaro:
    """Enters somebody without an office, by name. Raises ValidationError."""
    last = last_sittning(mote.pk)
    rad = _i_egenskap(last, person_med_namn(namn, user))
    rad.titel, rad.form = titel.strip() or rad.titel, Narvaroform(form or Narvaroform.PLATS)
    return _spara(rad, user)


@transaction.atomic
def satt_franvaro(
    narvaro: Narvaro, fran: Punkt, till: Punkt | None, tid: time | None, user: Anvandare
) -> Franvaro:
    """Enters that somebody present was away from one item, up to but not with `till`.

    Raises ValidationError for items of another meeting, in the wrong order, or entered already.
    """
    mote = last_sittning(narvaro.mote_id)
    if {fran.mote_id, till.mote_id if till else mote.pk} != {mote.pk}:
        raise ValidationError(FEL_MOTE)
    plats = {p.pk: nr for nr, p in enumerate(i_ordning(mote.punkter.all()))}
    if till is not None and plats[till.pk] <= plats[fran.pk]:
        raise ValidationError(FEL_ORDNING.format(namn=narvaro.person))
    slut = plats[till.pk] if till else len(plats)
    krav_olasta(p.pk for p in mote.punkter.all() if plats[fran.pk] <= plats[p.pk] < slut)
    for annan in narvaro.franvaro.all():
        annans_slut = plats[annan.till_id] if annan.till_id else len(plats)
        if plats[annan.fran_id] < slut and plats[fran.pk] < annans_slut:
            raise ValidationError(OVERLAPPAR.format(namn=narvaro.person, punkt=annan.fran))
    rad = Franvaro(narvaro=narvaro, fran=fran, till=till, tid=tid)
    rad.full_clean()
    signera(rad, user).save()
    return rad


@transaction.atomic
def ta_bort_franvaro(franvaro: Franvaro, user: Anvandare) -> None:
    mote = last_sittning(franvaro.narvaro.mote_id)
    ordnade = [p.pk for p in i_ordning(mote.punkter.all())]
    fran = ordnade.index(franvaro.fran_id)
    till = ordnade.index(franvaro.till_id) if franvaro.till_id else None
    krav_olasta(ordnade[fran:till])
    signera(franvaro, user).delete()


def _i_egenskap(mote: Mote, person: Person) -> Narvaro:
    """Somebody's row, not stored: by their office in the organ, else at the secretariat."""
    uppdrag = next((u for u in uppdrag_vid(mote) if u.person_id == person.pk), None)
    rad = Narvaro(mote=mote, person=person, uppdrag=uppdrag, roll=Narvaroroll.ADJUNGERAD)
    if uppdrag is not None:
        ersattare = uppdrag.roll == Uppdragsroll.ERSATTARE
        rad.roll = Narvaroroll.ERSATTARE if ersattare else Narvaroroll.LEDAMOT
        return rad
    befattning = Kansliroll.objects.under(mote.datum, mote.datum).filter(person=person).first()
    if befattning is not None:
        rad.roll, rad.titel = Narvaroroll.TJANSTEPERSON, befattning.befattning
    return rad


def _krav_oforandrad(mote: Mote, rad: Narvaro) -> None:
    """Who served when a meeting decided stands, once something has come of it."""
    if rad.roll not in I_UPPDRAG:
        return
    if mote.status == Motesstatus.HALLET:
        krav_olasta(mote.punkter.values_list("pk", flat=True))
    elif rad.pk is not None:
        krav_olasta(_tjanstgor_vid(rad))


def _tjanstgor_vid(rad: Narvaro) -> list[int]:
    """The items at which somebody serves, by key, in their order."""
    vid = tjanstgorande(rad.mote).values()
    return [tjanst.punkt for tjanst in vid if rad.person_id in tjanst.personer]


def _borta_fran_lasta(rad: Narvaro, user: Anvandare) -> None:
    """Enters that somebody new came after the last locked § at which they would have served.

    Raises ValidationError when there is no item after it.
    """
    lasta = lasta_punkter(rad.mote)
    egna = [pk for pk in _tjanstgor_vid(rad) if pk in lasta] if lasta else []
    if not egna:
        return
    punkter = i_ordning(rad.mote.punkter.all())
    efter = [punkt.pk for punkt in punkter].index(egna[-1]) + 1
    till = next((punkt for punkt in punkter[efter:] if not punkt.utgar), None)
    if till is None:
        krav_olasta(egna)
    signera(Franvaro(narvaro=rad, fran=punkter[0], till=till), user).save()


def _spara(rad: Narvaro, user: Anvandare) -> Narvaro:
    ny = rad.pk is None
    if ny:
        _krav_oforandrad(rad.mote, rad)
    medges = distans_medgiven(Forbund.objects.first(), rad.mote.datum)
    if rad.form == Narvaroform.DISTANS and rad.roll in I_UPPDRAG:
        if not medges:
            raise ValidationError(UTAN_DISTANSBESLUT)
        if not rad.mote.distans:
            raise ValidationError(INTE_DISTANS)
    rad.full_clean()
    signera(rad, user).save()
    if ny:
        _borta_fran_lasta(rad, user)
    return rad


def _ta_bort(rad: Narvaro, user: Anvandare) -> None:
    if Rost.objects.filter(votering__punkt__mote=rad.mote_id, person=rad.person_id).exists():
        raise ValidationError(HAR_ROSTAT.format(namn=rad.person))
    if Justering.objects.filter(mote=rad.mote_id, person=rad.person_id).exists():
        raise ValidationError(UNDERTECKNAR.format(namn=rad.person))
    tecknade = Paragrafunderskrift.objects.filter(punkt__mote=rad.mote_id, person=rad.person_id)
    if tecknad := tecknade.select_related("punkt__paragraf").first():
        raise ValidationError(HAR_TECKNAT.format(namn=rad.person, punkt=tecknad.punkt.paragraf))
    for franvaro in rad.franvaro.all():
        signera(franvaro, user).delete()
    signera(rad, user).delete()
