"""What decisions would do in other rooms, and what stands in the way, before anything is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from styrelse.amnen import Amnesslag, Motesbeslut, amnesslagen
from styrelse.choices import Organ
from styrelse.models import Beslut, Mote, Paketbilaga

FYLL_I = "Fyll i och spara uppgifterna till beslutet."


@dataclass(frozen=True)
class Verkan:
    """A decision, what it would do in words, and what the room lacks to do it ("" for nothing).

    `form` is the room's own form for it, None where it asks for nothing.
    """

    beslut: Beslut
    ord: str
    hinder: str = ""
    form: forms.BaseForm | None = None


def verkande_slag(beslut: Beslut) -> Amnesslag | None:
    """The kind of subject that the decision acts on; None where it acts on nothing.

    The committee prepares; what it decides acts when the board has decided. A decision on a part
    of a matter does nothing by itself. What an outcome means there, the room knows.
    """
    punkt = beslut.punkt
    ager = punkt.arende is not None and bool(punkt.arende.amnesslag)
    if not ager or beslut.delarende_id is not None or punkt.mote.organ != Organ.FS:
        return None
    return amnesslagen().get(punkt.arende.amnesslag)  # type: ignore[union-attr]  # just seen


def verkan(beslut: Beslut, data: Any = None, sedda: Mapping[str, Any] | None = None) -> Verkan:
    """What the decision would do. `data` is what has just been typed in the room's form.

    `sedda`: the frozen documents that the meeting saw of the matter, where they are at hand.
    """
    slag = verkande_slag(beslut)
    if slag is None:
        return Verkan(beslut, "")
    form = underlagsform(beslut, data)
    underlag = form_som_data(form) if form is not None else {}
    try:
        ord_ = slag.verkan(motesbeslut(beslut, underlag or {}, sedda))
    except ValidationError as fel:
        return Verkan(beslut, "", " ".join(fel.messages), form)
    saknas = FYLL_I if form is not None and underlag is None and ord_ else ""
    return Verkan(beslut, ord_, saknas, form)


def verkningar(mote: Mote, beslut: Iterable[Beslut]) -> tuple[Verkan, ...]:
    """Of every decision of the meeting that is not carried out and would do something."""
    sedda = sedda_bilagor(mote)
    alla = (
        verkan(ett, sedda=sedda.get(ett.punkt.arende_id or 0, {}))
        for ett in beslut
        if not ett.verkstallt
    )
    return tuple(v for v in alla if v.ord or v.hinder)


def underlagsform(beslut: Beslut, data: Any = None) -> forms.BaseForm | None:
    """The room's form for the decision: with what is typed, what is stored, or as it proposes."""
    slag = verkande_slag(beslut)
    if slag is None or slag.form is None or beslut.punkt.arende is None:
        return None
    nyckel = beslut.punkt.arende.amnesnyckel
    if data is None and not beslut.underlag:
        tom = slag.form(nyckel, None)
        # As it is proposed: bound, so that what it says can be told of before it is saved.
        forslag = {tom.add_prefix(falt.name): falt.value() for falt in tom}
        foreslagen = slag.form(nyckel, forslag)
        return foreslagen if foreslagen.is_valid() else tom
    return slag.form(nyckel, data if data is not None else beslut.underlag)


def form_som_data(form: forms.BaseForm) -> dict[str, Any] | None:
    """What the form says, as JSON can hold it; None while it does not hold."""
    if not form.is_bound or not form.is_valid():
        return None
    return {namn: _enkelt(varde) for namn, varde in form.cleaned_data.items()}


def motesbeslut(
    beslut: Beslut, underlag: Mapping[str, Any], sedda: Mapping[str, Any] | None = None
) -> Motesbeslut:
    """The decision as the room reads it."""
    punkt = beslut.punkt
    if sedda is None:
        sedda = sedda_bilagor(punkt.mote).get(punkt.arende_id or 0, {})
    paragraf = getattr(punkt, "paragraf", None)
    return Motesbeslut(
        nyckel=punkt.arende.amnesnyckel if punkt.arende else "",
        utfall=beslut.utfall,
        datum=punkt.mote.datum,
        paragraf=paragraf.fullt if paragraf else "",
        underlag=underlag,
        bilagor=sedda,
    )


def sedda_bilagor(mote: Mote) -> dict[int, dict[str, Any]]:
    """The frozen documents that were sent to the meeting, by matter and by origin. One query.

    Of two with the same origin the one in the later pack holds.
    """
    rader = Paketbilaga.objects.filter(paket__mote=mote, bilaga__innehall__isnull=False)
    svar: dict[int, dict[str, Any]] = {}
    for rad in rader.select_related("bilaga").order_by("paket__nummer", "forsta_sida"):
        svar.setdefault(rad.bilaga.arende_id, {})[rad.bilaga.kalla] = rad.bilaga.innehall
    return svar


def _enkelt(varde: Any) -> Any:
    """A row by its key, a day and an amount as text."""
    if varde is None or isinstance(varde, bool | int | str):
        return varde
    if isinstance(varde, list | tuple):
        return [_enkelt(ett) for ett in varde]
    return getattr(varde, "pk", None) or str(varde)
