"""The counts of a quarterly report as a form: a table of small boxes per section, by sex.

Field names are `antal__{matt}__{kategori}__{kon}`, as they are kept in the report's draft.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms

from finsam.formfields import MELLANSLAG
from insatser.choices import Uppfoljningsslag
from uppfoljning.calculations.antal import fullstandigt
from uppfoljning.calculations.underlag import Antalsnyckel
from uppfoljning.choices import KATEGORIER, Kon, Matt
from uppfoljning.models import Deltagarantal, Kvartalsrapport

PREFIX = "antal"
STORST = 10_000_000


@dataclass(frozen=True)
class Sektionsbeskrivning:
    """What stands together in the form: an id, a heading, a help and its measures."""

    id: str
    rubrik: str
    hjalp: str
    matt: tuple[Matt, ...]


FLODE = Sektionsbeskrivning(
    "flode",
    "In och ut",
    "Pågående vid start + inskrivna ska vara lika med avslutade + pågående vid slut. "
    "Är något ifyllt räknas en tom ruta i tabellen som 0.",
    (Matt.PAGAENDE_START, Matt.INSKRIVNA, Matt.AVSLUTADE, Matt.PAGAENDE_SLUT),
)
TIDIGARE = Sektionsbeskrivning(
    "tidigare",
    "Före den första rapporten",
    "Fylls i en gång, så att antalet avslutade under hela insatsperioden kan räknas.",
    (Matt.AVSLUTADE_TIDIGARE,),
)
ANONYMA = Sektionsbeskrivning(
    "anonyma",
    "Anonymt registrerade",
    "Räknas för sig och ingår inte i övriga tal.",
    (Matt.ANONYMA,),
)
AVSLUT = Sektionsbeskrivning(
    "avslut",
    "Avslutade",
    "Avslutningsanledningarna ska summera till alla som har avslutats, och omfattningen "
    "till dem som har gått till arbete.",
    (Matt.AVSLUTSORSAK, Matt.OMFATTNING, Matt.MED_PLAN, Matt.DAGAR),
)
BAKGRUND = tuple(
    Sektionsbeskrivning(str(matt), str(matt.label), "Ska summera till alla som har skrivits in.",
                        (matt,))
    for matt in (Matt.ALDER, Matt.UTBILDNING, Matt.FORSORJNINGSTID, Matt.FORSORJNINGSFORM)
)  # fmt: skip
SEKTIONER = {
    Uppfoljningsslag.ANTAL: (FLODE, AVSLUT, ANONYMA, *BAKGRUND),
    Uppfoljningsslag.ANONYMA: (ANONYMA,),
    Uppfoljningsslag.INGA: (),
}


class Antalfalt(forms.IntegerField):
    """A count as plain text: spaces between thousands are read, an empty box is no answer."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Skriv ett heltal, till exempel 12."}

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False, min_value=0, max_value=STORST)
        self.error_messages["min_value"] = "Antalet kan inte vara mindre än 0."
        self.error_messages["max_value"] = "Antalet är orimligt stort."
        for granskare in self.validators:
            granskare.message = self.error_messages[granskare.code]  # type: ignore[attr-defined]
        self.widget.attrs |= {
            "inputmode": "numeric",
            "autocomplete": "off",
            "class": "antal",
            "size": "5",
            "aria-label": label,
        }

    def to_python(self, value: Any) -> int | None:
        if isinstance(value, str):
            for tecken in MELLANSLAG:
                value = value.replace(tecken, "")
        return super().to_python(value)


@dataclass(frozen=True)
class Antalsrad:
    """A row of a section: its words, and a bound field per sex in the order of the headings."""

    etikett: str
    matt: str
    kategori: str
    falt: tuple[forms.BoundField, ...]


@dataclass(frozen=True)
class Sektion:
    """A section as the page shows it; `grupper` are (heading, rows), the heading may be empty."""

    id: str
    rubrik: str
    hjalp: str
    kolumner: tuple[str, ...]
    grupper: tuple[tuple[str, tuple[Antalsrad, ...]], ...]


def faltnamn(nyckel: Antalsnyckel) -> str:
    return "__".join((PREFIX, nyckel.matt, nyckel.kategori, nyckel.kon))


def radnycklar(matt: Matt) -> tuple[tuple[str, str], ...]:
    """(category, words) of each row of a measure; one row with no category where undivided."""
    if matt in KATEGORIER:
        return tuple((str(varde), str(ord_)) for varde, ord_ in KATEGORIER[matt].choices)
    return (("", str(matt.label)),)


class AntalForm(forms.Form):
    """The counts of one report: from `data` as typed (a draft or a request), else as stored."""

    def __init__(self, rapport: Kvartalsrapport, data: Mapping[str, Any] | None = None) -> None:
        initial = None if data is not None else som_varden(lagrade_antal(rapport))
        super().__init__(data=data, initial=initial)
        self.beskrivningar = _sektioner(rapport)
        for beskrivning in self.beskrivningar:
            for matt in beskrivning.matt:
                self._lagg_till(matt)

    def _lagg_till(self, matt: Matt) -> None:
        for kategori, ord_ in radnycklar(matt):
            for kon in Kon:
                namn = faltnamn(Antalsnyckel(matt, kategori, kon))
                etikett = f"{ord_}, {str(kon.label).lower()}"
                if kategori:
                    etikett = f"{matt.label}: {etikett}"
                self.fields[namn] = Antalfalt(etikett)

    def antal(self) -> dict[Antalsnyckel, int]:
        """The counts that can be read; a box that is wrong or empty is left out.

        Where one of the flows is filled in, the others of K and M are 0.
        """
        if not self.is_bound:
            return fullstandigt(las_varden(self.initial))
        self.is_valid()
        return fullstandigt(las_varden(self.cleaned_data))

    def sektioner(self) -> tuple[Sektion, ...]:
        """What the page shows, in order; none where the insats counts no participants."""
        return tuple(
            Sektion(
                beskrivning.id,
                beskrivning.rubrik,
                beskrivning.hjalp,
                tuple(str(kon.label) for kon in Kon),
                tuple((_grupprubrik(matt), tuple(self._rader(matt))) for matt in beskrivning.matt),
            )
            for beskrivning in self.beskrivningar
        )

    def _rader(self, matt: Matt) -> Iterable[Antalsrad]:
        for kategori, ord_ in radnycklar(matt):
            namn = [faltnamn(Antalsnyckel(matt, kategori, kon)) for kon in Kon]
            yield Antalsrad(ord_, str(matt), kategori, tuple(self[ett] for ett in namn))


def las_varden(varden: Mapping[str, Any]) -> dict[Antalsnyckel, int]:
    """Counts by key out of values by field name; what is empty or no count is left out."""
    svar: dict[Antalsnyckel, int] = {}
    for namn, tal in varden.items():
        nyckel = las_faltnamn(namn)
        if nyckel and tal is not None and tal != "":
            svar[nyckel] = int(tal)
    return svar


def lagg_pa(
    antal: Mapping[Antalsnyckel, int], utkast: Mapping[str, Any]
) -> dict[Antalsnyckel, int]:
    """The counts with those of a draft upon them; what is typed and is no count is passed by."""
    svar = dict(antal)
    falt = Antalfalt("")
    for namn, text in utkast.items():
        if (nyckel := las_faltnamn(namn)) is None:
            continue
        try:
            tal = falt.clean(text)
        except forms.ValidationError:
            continue
        if tal is None:
            svar.pop(nyckel, None)
        else:
            svar[nyckel] = tal
    return svar


def las_faltnamn(namn: str) -> Antalsnyckel | None:
    """The count that a field is of; None for another field."""
    delar = namn.split("__")
    return Antalsnyckel(*delar[1:]) if delar[0] == PREFIX and len(delar) == 4 else None


def som_varden(antal: Mapping[Antalsnyckel, int]) -> dict[str, int]:
    """The counts by field name, as a draft keeps them."""
    return {faltnamn(nyckel): tal for nyckel, tal in antal.items()}


def lagrade_antal(rapport: Kvartalsrapport) -> dict[Antalsnyckel, int]:
    """The counts of the whole period that stand in the report."""
    rader = Deltagarantal.objects.filter(rapport=rapport, manad=0)
    return {
        Antalsnyckel(matt, kategori, kon): tal
        for matt, kategori, kon, tal in rader.values_list("matt", "kategori", "kon", "antal")
    }


def _sektioner(rapport: Kvartalsrapport) -> tuple[Sektionsbeskrivning, ...]:
    slag = Uppfoljningsslag(rapport.insats.uppfoljningsslag)
    har_tidigare = slag == Uppfoljningsslag.ANTAL and _ar_forsta(rapport)
    return (*SEKTIONER[slag], TIDIGARE) if har_tidigare else SEKTIONER[slag]


def _ar_forsta(rapport: Kvartalsrapport) -> bool:
    """Whether no earlier period of the insats is kept here."""
    tidigare = Kvartalsrapport.objects.filter(insats=rapport.insats, period__lt=rapport.period)
    return not tidigare.exists()


def _grupprubrik(matt: Matt) -> str:
    return str(matt.label) if matt in (Matt.AVSLUTSORSAK, Matt.OMFATTNING) else ""
