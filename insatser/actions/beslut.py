"""What a decision on an application does: the insats, its goals, its parties and its money."""

from collections.abc import Mapping
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from finsam.models import Anvandare
from insatser.actions.ansokan import byt_status
from insatser.choices import Ansokningsslag, Ansokningsstatus, Beslutsutfall
from insatser.models import Ansokan, Beslutsar, Insats, Insatsbeslut, Insatsbudget, Insatsmal
from insatser.selectors.ansokningar import nasta_insatsnummer

KVARTALSPLAN = ("kvartal1", "kvartal2", "kvartal3", "kvartal4")


@transaction.atomic
def besluta(
    beslut: Insatsbeslut, per_ar: Mapping[int, Decimal], anvandare: Anvandare
) -> Insatsbeslut:
    """Stores the decision on `beslut.ansokan` and does what it says.

    A bifall makes an insats (ny, förstudie), one that extends another (förlängning) or adds to
    one (tillägg), with `per_ar` in kr; an återremiss leaves the application in preparation.
    Raises ValidationError with a Swedish sentence when the application is not in preparation or
    the new insats breaks a rule of the register.
    """
    assert beslut.ansokan
    ansokan = Ansokan.objects.select_for_update().get(pk=beslut.ansokan.pk)
    if ansokan.status != Ansokningsstatus.BEREDS:
        lage = ansokan.get_status_display().lower()
        raise ValidationError(f"Ansökan är {lage}; beslut fattas när den har beretts.")
    beslut.registrerat_av = anvandare
    if beslut.utfall == Beslutsutfall.BIFALL:
        beslut.insats = _bevilja(ansokan, beslut, per_ar)
    else:
        beslut.belopp = beslut.fran = beslut.tom = None
        beslut.villkor = ""
        beslut.insats = ansokan.insats
    beslut.full_clean()
    beslut.save()
    if beslut.utfall == Beslutsutfall.BIFALL:
        _spara_aren(beslut, per_ar)
    till = Ansokningsstatus.BESLUTAD
    if beslut.utfall == Beslutsutfall.ATERREMISS:
        till = Ansokningsstatus.BEREDS
    byt_status(ansokan, till, _ord(beslut), anvandare)
    return beslut


def _spara_aren(beslut: Insatsbeslut, per_ar: Mapping[int, Decimal]) -> None:
    """What it gives each year: what was granted on an earlier day is the rest."""
    for ar, belopp in sorted(per_ar.items()):
        Beslutsar.objects.create(beslut=beslut, verksamhetsar=ar, belopp=belopp)


def _ord(beslut: Insatsbeslut) -> str:
    return ". ".join(filter(None, (beslut.get_utfall_display(), beslut.motivering)))


def _bevilja(ansokan: Ansokan, beslut: Insatsbeslut, per_ar: Mapping[int, Decimal]) -> Insats:
    if ansokan.slag == Ansokningsslag.TILLAGG:
        assert ansokan.insats
        insats = Insats.objects.select_for_update().get(pk=ansokan.insats.pk)
    else:
        insats = ny_insats(ansokan, beslut)
        _spara_insats(ansokan, insats)
    _lagg_till_mal(ansokan, insats)
    for ar, belopp in sorted(per_ar.items()):
        _lagg_till_medel(insats, ar, belopp)
    return insats


def ny_insats(ansokan: Ansokan, beslut: Insatsbeslut) -> Insats:
    """The insats that a bifall makes, not stored: the application's words, the decision's time."""
    assert beslut.fran and beslut.tom
    forlangd = _forlangd(ansokan)
    return Insats(
        nr=nasta_insatsnummer(),
        namn=ansokan.namn,
        kortnamn=ansokan.kortnamn,
        insatstyp=ansokan.insatstyp,
        forrehabiliterande=ansokan.forrehabiliterande,
        uppfoljningsslag=ansokan.uppfoljningsslag,
        insatsagare=ansokan.insatsagare,
        agartext=forlangd.agartext if forlangd else "",
        forlanger=forlangd,
        start=beslut.fran,
        slut=beslut.tom,
        syfte=ansokan.syfte,
        malgrupp=ansokan.malgrupp,
        behovsgrupp=ansokan.behovsgrupp,
        metod=ansokan.metod,
        implementering=ansokan.implementering,
        forvantat_antal=ansokan.forvantat_antal,
    )


def _forlangd(ansokan: Ansokan) -> Insats | None:
    return ansokan.insats if ansokan.slag == Ansokningsslag.FORLANGNING else None


def _spara_insats(ansokan: Ansokan, insats: Insats) -> None:
    insats.full_clean()
    insats.save()
    insats.parter.set(ansokan.parter.all())
    if forlangd := _forlangd(ansokan):
        insats.ansvariga.set(forlangd.ansvariga.all())
    else:
        ansokan.insats = insats


def _lagg_till_mal(ansokan: Ansokan, insats: Insats) -> None:
    """The application's goals after those that the insats has; one that it has is not doubled."""
    finns = set(insats.malen.values_list("text", flat=True))
    ordning = insats.malen.aggregate(sist=Max("ordning"))["sist"] or 0
    for mal in ansokan.malen.all():
        if mal.text not in finns:
            ordning += 1
            Insatsmal.objects.create(insats=insats, ordning=ordning, **mal.som_falt())


def _lagg_till_medel(insats: Insats, ar: int, belopp: Decimal) -> None:
    """More money for the year; a plan per quarter no longer adds up to it and is taken away."""
    budget = Insatsbudget.objects.filter(insats=insats, verksamhetsar=ar).first()
    budget = budget or Insatsbudget(insats=insats, verksamhetsar=ar, belopp=Decimal(0))
    budget.belopp += belopp
    for kvartal in KVARTALSPLAN:
        setattr(budget, kvartal, None)
    budget.full_clean()
    budget.save()
