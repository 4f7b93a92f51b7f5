"""Why participants ended, and how much those who work do so (F38)."""

from finsam.rapporter.dokument import Rad, Tabell
from finsam.rapporter.kapitel.uppfoljning.celler import antalsceller, okant_kon
from finsam.rapporter.kapitel.uppfoljning.deltagare import Deltagartal, manadsspann
from finsam.rapporter.uppfoljning.raknat import KONEN
from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import Konsantal, rakna
from uppfoljning.calculations.deltagare import avslutstabell
from uppfoljning.choices import Avslutsorsak, Omfattning

ALLA = tuple(Avslutsorsak.values)
# What the list of counts calls several reasons together.
SAMLADE = {matt.ARBETE: "arbete", matt.ARBETE_STUDIER: "arbete_studier", ALLA: ""}
OVRIGA = tuple(val for val in ALLA if val not in (*matt.ARBETE_STUDIER, matt.ARBETSSOKANDE))


def avslutsorsaker(tal: Deltagartal) -> Tabell:
    """Work by kind and extent, studies, seeking work, then the other reasons and the whole."""
    tabell = avslutstabell(tal.summa.raknat.antal)
    rader = _rader(tal) if tabell.orsaker else ()
    return Tabell(
        id="avslutningsanledningar",
        titel=f"Avslutningsanledningar {manadsspann(tal.period)}",
        enhet="antal",
        kolumner=KONEN,
        rader=rader,
        etikettrubrik="Avslutningsanledning",
        anmarkningar=okant_kon(tabell.av(*ALLA)) if rader else (),
    )


def _rader(tal: Deltagartal) -> tuple[Rad, ...]:
    raknat = tal.summa.raknat

    def rad(
        id_: str, etikett: str, ett: str, kategorier: tuple[str, ...], slag: str, niva: int
    ) -> Rad:
        antal = rakna(raknat.antal, ett, kategorier) or Konsantal()
        kallor = tal.kallor(tal.summa, ett, SAMLADE.get(kategorier, kategorier[0]))
        celler = antalsceller(antal, raknat, ett, kallor, kategorier)
        return Rad(etikett, celler, slag, niva, id=id_)

    def orsaker(*vilka: str) -> list[Rad]:
        orsak = matt.AVSLUTSORSAK
        return [rad(val, Avslutsorsak(val).label, orsak, (val,), "line", 1) for val in vilka]

    def summa(id_: str, etikett: str, vilka: tuple[str, ...], slag: str = "sum") -> Rad:
        return rad(id_, etikett, matt.AVSLUTSORSAK, vilka, slag, 0)

    omfattning = [
        rad(f"omfattning-{val.value}", val.label, matt.OMFATTNING, (val.value,), "line", 2)
        for val in Omfattning
    ]
    return (
        *orsaker(*matt.ARBETE),
        *omfattning,
        summa("summa-arbete", "S:a arbete", matt.ARBETE),
        *orsaker(matt.STUDERANDE),
        summa("arbete-studier", "S:a arbete och/eller studerande", matt.ARBETE_STUDIER),
        *orsaker(matt.ARBETSSOKANDE, *OVRIGA),
        summa("summa", "S:a avslutade", ALLA, "total"),
    )
