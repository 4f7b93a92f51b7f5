"""Rules on the document on member fees: parts and whole, and the same in ledger and accounts."""

from collections.abc import Iterator
from decimal import Decimal

from ekonomi.calculations.avgiftsavstamning import Avstamning
from finsam.rapporter.avgiftsmaterial import Avgiftsmaterial
from finsam.rapporter.dokument import Kontrollutfall, Rad, Rapport, Varde
from finsam.rapporter.kontroller.granskning import belopp, lika
from finsam.typografi import datum


def avgiftskontroller(rapport: Rapport, material: Avgiftsmaterial) -> Iterator[Kontrollutfall]:
    """Every rule's outcome in order."""
    yield from delar_och_helhet(rapport)
    yield from folkmangdens_dag(material)
    yield from bokforda_avgifter(material)
    yield from bokslutets_not(material)


def delar_och_helhet(rapport: Rapport) -> Iterator[Kontrollutfall]:
    """The parts are the allocation, the municipalities their part, in every column shown."""
    (tabell,) = [t for t in rapport.tabeller if t.id == "medlemsavgifter"]
    delning = next(nr for nr, rad in enumerate(tabell.rader) if rad.slag == "heading")
    totalt, *parter = tabell.rader[:delning]
    *kommuner, summa = tabell.rader[delning + 1 :]
    for nr, kolumn in enumerate(tabell.kolumner):
        for id_, rubrik, helhet, delar in (
            ("delar", "Delarna lika med tilldelningen", totalt, parter),
            ("kommuner", "Kommunerna lika med sin del", summa, kommuner),
        ):
            funnet, vantat = _summa(delar, nr), _summa([helhet], nr)
            yield lika(
                f"avgifter:{id_}:{kolumn}",
                rubrik,
                funnet,
                vantat,
                f"Medlemsavgifter, {kolumn}",
                f"Delarna summerar till {belopp(funnet)} kr, tilldelningen är {belopp(vantat)} kr.",
            )


def _summa(rader: list[Rad], kolumn: int) -> Decimal:
    celler = (rad.varden[kolumn] for rad in rader)
    return sum((Decimal(c.tal or 0) for c in celler if isinstance(c, Varde)), Decimal(0))


def folkmangdens_dag(material: Avgiftsmaterial) -> Iterator[Kontrollutfall]:
    """Fees that are laid down rest on the populations of 1 November the year before."""
    dag = material.aret.folkmangd_datum
    aldre = dag is not None and f"{dag:%Y-%m-%d}" < f"{material.period.ar - 1}-11-01"
    text = (
        f"Folkmängden är per {datum(dag)}, normalt används {material.period.ar - 1}-11-01."
        if aldre
        else ""
    )
    yield Kontrollutfall(
        "avgifter:folkmangd",
        "Folkmängdens dag",
        not (aldre and material.aret.faststalld),
        datum(dag),
        f"{material.period.ar - 1}-11-01",
        "Medlemsavgifter, fotnot",
        text,
    )


def bokforda_avgifter(material: Avgiftsmaterial) -> Iterator[Kontrollutfall]:
    """Each account holds the fees of its payers; a year whose bookings go on may lack some."""
    for rad in material.avstamning or ():
        avvikelse = rad.lage.slag == "fel"
        vem = ", ".join(rad.betalare) or "ingen medlem"
        text = f"Avgiften är {belopp(rad.avgift)} kr, bokfört är {belopp(rad.bokfort)} kr."
        yield Kontrollutfall(
            f"avgifter:bokfort:{rad.konto or vem}",
            "Avgiften lika med det bokförda",
            not avvikelse,
            rad.avgift,
            rad.bokfort,
            f"Konto {rad.konto or 'saknas'}, {vem}",
            text if rad.skillnad else "",
        )


def bokslutets_not(material: Avgiftsmaterial) -> Iterator[Kontrollutfall]:
    """The accounts' line and note say the same as the allocation, in sum and payer by payer."""
    if material.bokslut is None or _bokfors_an(material):
        return
    total, bokslut = Decimal(material.aret.avgifter.total), material.bokslut
    yield lika(
        "avgifter:bokslut",
        "Tilldelningen lika med resultaträkningen",
        total,
        bokslut.summa,
        "Medlemsavgifter och resultaträkning",
        f"Tilldelningen är {belopp(total)} kr, resultaträkningen visar {belopp(bokslut.summa)} kr.",
    )
    kvar = list(bokslut.rader)
    for rad in material.aret.avgifter.rader if kvar else ():
        if Decimal(rad.belopp) in kvar:
            kvar.remove(Decimal(rad.belopp))
            continue
        yield Kontrollutfall(
            f"avgifter:not:{rad.namn}",
            "Avgiften står i noten",
            False,
            rad.belopp,
            None,
            f"Not {bokslut.nummer}",
            f"Avgiften för {rad.namn} är {belopp(Decimal(rad.belopp))} kr, men ingen rad i not "
            f"{bokslut.nummer} har det beloppet.",
        )


def _bokfors_an(material: Avgiftsmaterial) -> bool:
    """Whether the year's bookings go on, and have not come to the whole fee."""
    return any(rad.lage is Avstamning.ATERSTAR for rad in material.avstamning or ())
