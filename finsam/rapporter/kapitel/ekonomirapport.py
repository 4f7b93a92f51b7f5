"""What stands in the sections of a document with accounts, each from its material."""

from ekonomi.uppstallning.roller import rollrad
from finsam.rapporter.diagram import urval
from finsam.rapporter.disposition import Material
from finsam.rapporter.dokument import Avsnitt, Block, Diagram, Text
from finsam.rapporter.kapitel import avgifter, insatser, internkontroll, styrelse
from finsam.rapporter.kapitel.uppfoljning import avslut, deltagare, fordelningar, verksamhet


def styrelsen(material: Material) -> tuple[Block, ...]:
    return (styrelse.styrelsetabell(material.register, material.period),)


def revisorerna(material: Material) -> tuple[Block, ...]:
    return (styrelse.revisorstabell(material.register, material.period),)


def finansierade(material: Material) -> tuple[Block, ...]:
    return (insatser.insatstabell(material.register, material.period, material.uppfoljning),)


def forteckning(material: Material) -> tuple[Block, ...]:
    """The same insatser by name, parties and period alone."""
    return (insatser.insatslista(material.register, material.period, material.uppfoljning),)


def avslutade(material: Material) -> tuple[Avsnitt, ...]:
    return insatser.avslutade(material.register, material.period, material.uppfoljning)


def mal(material: Material) -> tuple[Block, ...]:
    return (verksamhet.maltabell(material.uppfoljning, material.period),)


def aktiviteter(material: Material) -> tuple[Block, ...]:
    return (verksamhet.aktivitetstabell(material.uppfoljning, material.period),)


def projekt(material: Material) -> tuple[Block, ...]:
    return (verksamhet.projekttabell(material.uppfoljning, material.period),)


def deltagarna(material: Material) -> tuple[Block, ...]:
    """The same tables as in the year's memo; none where nobody has reported."""
    tal = material.deltagare
    if tal is None:
        return ()
    return (
        deltagare.utfallstabell(tal),
        deltagare.arbetstabell(tal),
        avslut.avslutsorsaker(tal),
        *fordelningar.fordelningsdiagram(tal),
        *fordelningar.snittidsdiagram(tal),
    )


def internkontrollen(material: Material) -> tuple[Block, ...]:
    return internkontroll.uppfoljningstabell(material.internkontroll, material.period)


def tertialets_deltagare(material: Material) -> tuple[Block, ...]:
    """The participants, told apart from the accounts where those are of a longer time."""
    tider = f"Deltagarna är räknade för {material.period.i_text}"
    if material.ekonomi.berakning.period != material.period:
        tider += f", de ekonomiska uppgifterna avser {material.ekonomitid}"
    return (Text("tider", f"{tider}."), *deltagarna(material))


def medlemsavgifter(material: Material) -> tuple[Block, ...]:
    ar = material.period.ar
    return (avgifter.avgiftstabell((ar, ar - 1), material.avgifter, material.avgiftsadress),)


def intakter_och_kostnader(material: Material) -> tuple[Block, ...]:
    return _finns(urval.intakter_kostnader(material.ekonomi.berakning))


def insatser_mot_budget(material: Material) -> tuple[Block, ...]:
    return _finns(urval.insatser_budget(material.ekonomi.berakning))


def kapital_mot_tak(material: Material) -> tuple[Block, ...]:
    """The cap is a share of a whole year's fees; a part of the year is not held against it."""
    berakning = material.ekonomi.berakning
    if berakning.period.manader < 12:
        return ()
    kapital = rollrad(berakning.mall, "eget_kapital")
    bidrag = rollrad(berakning.mall, "medlemsavgifter")
    return _finns(urval.eget_kapital(berakning, kapital, bidrag) if kapital and bidrag else None)


def _finns(diagram: Diagram | None) -> tuple[Block, ...]:
    """A layout without what a chart needs gives no chart."""
    return (diagram,) if diagram else ()


def underskrifter(material: Material) -> tuple[Block, ...]:
    return (styrelse.underskrifter(material.register, material.underskriftsdag),)
