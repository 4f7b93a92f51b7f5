"""What decisions would do in other rooms, and what stands in the way, before anything is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from finsam import typografi
from finsam.formfields import KronorFormField
from finsam.models import Anvandare
from finsam.permissions import far
from styrelse.amnen import Amnesslag, GorsForHand, Motesbeslut, amnesslagen
from styrelse.choices import Organ
from styrelse.models import Beslut, Mote, Paketbilaga

FYLL_I = "Fyll i och spara uppgifterna till beslutet."
ANNANS = "Förbundschefen verkställer beslutet, för sig eller genom att avsluta mötet."
Sedda = Mapping[int, Mapping[str, Any]]


@dataclass(frozen=True)
class Verkan:
    """A decision, what it would do in words, and what the room lacks to do it ("" for nothing).

    `form` is the room's own form for it, None where it asks for nothing. `for_hand` is what
    somebody is to do on the subject's page: it stops nothing.
    """

    beslut: Beslut
    ord: str
    hinder: str = ""
    form: forms.BaseForm | None = None
    for_hand: str = ""

    @property
    def finns(self) -> bool:
        """Whether the decision means anything in the subject's room."""
        return bool(self.ord or self.hinder or self.for_hand)

    @property
    def saknar_uppgifter(self) -> bool:
        """Whether the room's form is still to be filled in."""
        return self.hinder == FYLL_I


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


def verkan(beslut: Beslut, user: Anvandare, sedda: Sedda | None = None) -> Verkan:
    """What the decision would do, when `user` carries it out.

    `sedda`: the frozen documents that the meeting saw, where they are at hand (sedda_bilagor).
    """
    bild, slag = rummets_verkan(beslut, sedda), verkande_slag(beslut)
    if slag is None or not bild.ord or bild.hinder or far(user, slag.verkstall_ratt):
        return bild
    return replace(bild, hinder=ANNANS)


def rummets_verkan(beslut: Beslut, sedda: Sedda | None = None) -> Verkan:
    """What the decision would do, whoever carries it out; else as `verkan`."""
    slag = verkande_slag(beslut)
    if slag is None:
        return Verkan(beslut, "")
    form = None
    try:
        form = underlagsform(beslut)
        underlag = form_som_data(form) if form is not None else {}
        ord_ = slag.verkan(motesbeslut(beslut, underlag or {}, sedda))
    except GorsForHand as skal:
        return Verkan(beslut, "", "", form, " ".join(skal.messages))
    except ValidationError as fel:
        return Verkan(beslut, "", " ".join(fel.messages), form)
    return Verkan(beslut, ord_, FYLL_I if ord_ and underlag is None else "", form)


def verkningar(mote: Mote, beslut: Iterable[Beslut], user: Anvandare) -> tuple[Verkan, ...]:
    """Of every decision of the meeting that is not carried out and means something."""
    sedda = sedda_bilagor(mote)
    alla = (verkan(ett, user, sedda) for ett in beslut if not ett.verkstallt)
    return tuple(v for v in alla if v.finns)


def underlagsform(beslut: Beslut, data: Any = None) -> forms.BaseForm | None:
    """The room's form for the decision: with what is typed, what is stored, or as it proposes.

    None where the room asks for nothing of such a decision, or can ask for nothing now.
    """
    slag = verkande_slag(beslut)
    if slag is None or slag.form is None or beslut.punkt.arende is None:
        return None
    nyckel = beslut.punkt.arende.amnesnyckel
    if data is None and not beslut.underlag:
        tom = slag.form(nyckel, beslut.utfall, None)
        if tom is None:
            return None
        # As it is proposed: bound, so that what it says can be told of before it is saved.
        forslag = {tom.add_prefix(falt.name): falt.value() for falt in tom}
        foreslagen = slag.form(nyckel, beslut.utfall, forslag)
        return foreslagen if foreslagen and foreslagen.is_valid() else tom
    if data is None:
        tom = slag.form(nyckel, beslut.utfall, None)
        data = som_skrivet(tom, beslut.underlag) if tom is not None else None
    return slag.form(nyckel, beslut.utfall, data)


def som_skrivet(form: forms.BaseForm, underlag: Mapping[str, Any]) -> dict[str, Any]:
    """What is stored for the form, with amounts as they are written in its fields."""
    belopp = {namn for namn, falt in form.fields.items() if isinstance(falt, KronorFormField)}
    return {
        namn: typografi.kr(Decimal(varde), 2) if namn in belopp and varde else varde
        for namn, varde in underlag.items()
    }


def form_som_data(form: forms.BaseForm) -> dict[str, Any] | None:
    """What the form says, as JSON can hold it; None while it does not hold."""
    if not form.is_bound or not form.is_valid():
        return None
    return {namn: _enkelt(varde) for namn, varde in form.cleaned_data.items()}


def motesbeslut(
    beslut: Beslut,
    underlag: Mapping[str, Any],
    sedda: Sedda | None = None,
    forberett: Any = None,
) -> Motesbeslut:
    """The decision as the room reads it."""
    punkt = beslut.punkt
    if sedda is None:
        sedda = sedda_bilagor(punkt.mote)
    paragraf = getattr(punkt, "paragraf", None)
    return Motesbeslut(
        nyckel=punkt.arende.amnesnyckel if punkt.arende else "",
        utfall=beslut.utfall,
        datum=punkt.mote.datum,
        paragraf=paragraf.fullt if paragraf else "",
        underlag=underlag,
        bilagor=sedda.get(punkt.arende_id or 0, {}),
        motivering=beslut.motivering,
        forberett=forberett,
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
