"""Annexes of a matter: attached, put in order, replaced and removed.

What has been sent stays: an annex that a pack holds is never changed or removed, only replaced
by another that says so.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max

from finsam.models import Anvandare
from styrelse.bilagefil import filens_namn, granskad_pdf
from styrelse.choices import LASTA, Bilageslag
from styrelse.models import Arende, Arendebilaga

REDAN_BIFOGAD = "Bilagan är redan bifogad."
UTSKICKAD = "Bilagan har skickats ut och ändras inte. Ersätt den med en ny."
PROTOKOLLFORD = "Bilagan hör till ett justerat möte och ändras inte."
AVSLUTAT = "Ärendet är avslutat."


def kontrollsumma(data: Mapping[str, Any]) -> str:
    """SHA-256 (64 hex digits) of a document as canonical JSON."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def fil_som_bilaga(uppladdad: Any, titel: str = "", i_skrivelsen: bool = False) -> Arendebilaga:
    """The uploaded PDF as an annex that is not stored and has no matter yet.

    Raises ValidationError in Swedish, naming the file, for one that may not be attached.
    """
    innehall, sidor = granskad_pdf(uppladdad)
    namn = filens_namn(uppladdad)
    bilaga = Arendebilaga(
        titel=(titel or namn.removesuffix(".pdf").removesuffix(".PDF"))[:200],
        slag=Bilageslag.UPPLADDAD,
        i_skrivelsen=i_skrivelsen,
        filnamn=namn,
        sidor=sidor,
        sha256=hashlib.sha256(innehall).hexdigest(),
    )
    bilaga.fil = ContentFile(innehall, name=namn)
    return bilaga


def dokument_som_bilaga(
    data: Mapping[str, Any], titel: str, kalla: str, slag: str, i_skrivelsen: bool = False
) -> Arendebilaga:
    """The document, frozen as it is, as an annex that is not stored and has no matter yet."""
    return Arendebilaga(
        titel=titel[:200],
        slag=slag,
        i_skrivelsen=i_skrivelsen,
        innehall=dict(data),
        kalla=kalla,
        sha256=kontrollsumma(data),
    )


def bifoga_fil(
    arende: Arende,
    uppladdad: Any,
    user: Anvandare | None,
    titel: str = "",
    i_skrivelsen: bool = False,
) -> Arendebilaga:
    """The uploaded PDF attached last; its name is the title where none is given.

    Raises ValidationError in Swedish for a file that may not be attached or is there already.
    """
    return bifoga(arende, fil_som_bilaga(uppladdad, titel, i_skrivelsen), user)


def bifoga_dokument(
    arende: Arende,
    data: Mapping[str, Any],
    titel: str,
    kalla: str,
    slag: str,
    user: Anvandare | None,
    i_skrivelsen: bool = False,
) -> Arendebilaga:
    """A document (a report's `som_data`) frozen and attached last; `slag` is a Bilageslag.

    Raises ValidationError in Swedish when the same is attached already.
    """
    return bifoga(arende, dokument_som_bilaga(data, titel, kalla, slag, i_skrivelsen), user)


@transaction.atomic
def bifoga(arende: Arende, ny: Arendebilaga, user: Anvandare | None) -> Arendebilaga:
    """Stores the new annex last in its matter. Raises ValidationError in Swedish."""
    ny.arende = _last_arende(arende)
    ny.ordning = (ny.arende.bilagor.aggregate(sist=Max("ordning"))["sist"] or 0) + 1
    return _spara(ny, user)


@transaction.atomic
def ersatt_bilaga(gammal: Arendebilaga, ny: Arendebilaga, user: Anvandare | None) -> Arendebilaga:
    """Puts the new annex, not stored yet, in the place of the old one.

    One that has been sent stays beside it and points at it; one that nobody has seen goes.
    Raises ValidationError in Swedish.
    """
    ny.arende = _last_arende(gammal.arende)
    gammal = Arendebilaga.objects.select_for_update(of=("self",)).get(pk=gammal.pk)
    if gammal.ersatt_av_id is not None:
        raise ValidationError("Bilagan är redan ersatt.", code="ersatt")
    ny.ordning, ny.i_skrivelsen = gammal.ordning, ny.i_skrivelsen or gammal.i_skrivelsen
    ny = _spara(ny, user)
    if not hinder(gammal):
        gammal.delete()
        return ny
    gammal.ersatt_av = ny
    gammal.save()
    return ny


@transaction.atomic
def ta_bort_bilaga(bilaga: Arendebilaga, user: Anvandare | None) -> None:
    """Removes an annex that nobody has been sent. Raises ValidationError in Swedish."""
    _last_arende(bilaga.arende)
    if skal := hinder(bilaga):
        raise ValidationError(skal, code="last")
    if hasattr(bilaga, "ersatter"):
        raise ValidationError("Bilagan ersätter en som har skickats ut.", code="last")
    bilaga.delete()


@transaction.atomic
def ordna_bilagor(arende: Arende, nycklar: Sequence[int], user: Anvandare | None) -> None:
    """Puts the annexes that hold in the order of their keys; numbers that were sent stay.

    Raises ValidationError in Swedish when others have come or gone meanwhile.
    """
    arende = _last_arende(arende)
    gallande = {b.pk: b for b in arende.bilagor.filter(ersatt_av__isnull=True)}
    if sorted(gallande) != sorted(nycklar):
        raise ValidationError("Bilagorna har ändrats av någon annan. Ordna dem igen.", code="krock")
    for plats, nyckel in enumerate(nycklar, start=1):
        bilaga = gallande[nyckel]
        if bilaga.ordning != plats:
            bilaga.ordning = plats
            bilaga.save()


def hinder(bilaga: Arendebilaga) -> str:
    """Why the annex may not be changed or removed; empty when it may. At most two queries."""
    return skal_att_inte_andra(bilaga, bilaga.utskick.exists(), justerade_dagar(bilaga.arende))


def justerade_dagar(arende: Arende) -> list[date]:
    """The days of the meetings with approved minutes that the matter has stood at. One query."""
    return list(arende.punkter.filter(mote__status__in=LASTA).values_list("mote__datum", flat=True))


def skal_att_inte_andra(bilaga: Arendebilaga, skickad: bool, justerade: Sequence[date]) -> str:
    """The same, of an annex that is known to be sent or not. No query."""
    if skickad:
        return UTSKICKAD
    motet_sag = any(dag >= bilaga.bifogad_at.date() for dag in justerade)
    return PROTOKOLLFORD if motet_sag else ""


def _last_arende(arende: Arende) -> Arende:
    """The matter, locked until the transaction ends. Raises ValidationError when it is over."""
    rad = Arende.objects.select_for_update(of=("self",)).get(pk=arende.pk)
    if rad.avslutat:
        raise ValidationError(AVSLUTAT, code="avslutat")
    return rad


def _spara(ny: Arendebilaga, user: Anvandare | None) -> Arendebilaga:
    ny.bifogad_av = user
    if ny.arende.bilagor.filter(sha256=ny.sha256, ersatt_av__isnull=True).exists():
        raise ValidationError(REDAN_BIFOGAD, code="dubblett")
    ny.full_clean()
    ny.save()
    return ny
