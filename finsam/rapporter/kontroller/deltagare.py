"""Rules on counts of participants: the flow holds, parts are the whole, shares are possible."""

import re
from collections.abc import Iterator
from decimal import Decimal

from finsam.periods import Period
from finsam.rapporter.dokument import Kontrollutfall, Text
from finsam.rapporter.kontroller.granskning import Dokumentgranskning
from finsam.rapporter.uppfoljning.raknat import Raknat
from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import rakna, redovisat
from uppfoljning.calculations.deltagare import flode, till_arbete
from uppfoljning.calculations.kontroll import granska, granska_andel
from uppfoljning.calculations.underlag import Antal
from uppfoljning.choices import Matt

ANDEL_AV = re.compile(
    r"(?P<procent>\d+(?:,\d+)?)\s*(?:%|procent)\s+av\s+(?:de\s+|totalt\s+)?(?P<helhet>\d+)\b"
)


def _summa(granskning: Dokumentgranskning) -> Raknat | None:
    """The participants of all insatser that count them; None where nothing is reported."""
    summa = granskning.material.summa
    return summa if summa and summa.antal else None


def _lika(
    id_: str, rubrik: str, vanster: int, hoger: int, period: Period, text: str
) -> Kontrollutfall:
    ok = vanster == hoger
    var = f"Deltagare, {period.namn}"
    return Kontrollutfall(id_, rubrik, ok, vanster, hoger, var, "" if ok else text, personer=True)


def flodet(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Ongoing at the start + in = ended + ongoing at the end (F36)."""
    summa = _summa(granskning)
    if summa and (ett := flode(summa.antal)):
        in_, ut = ett.deltagare.summa, ett.ut.summa
        text = (
            f"Pågående vid start + inskrivna ({in_}) är inte lika med avslutade + pågående vid "
            f"slut ({ut})."
        )
        yield _lika("flode", "Deltagarflödet går ihop", in_, ut, granskning.period, text)


def delar_och_helhet(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """Reasons add to the ended, extents to those who went to work, the rest to those who came in.

    So that every share in the document is of the population that it names.
    """
    summa = _summa(granskning)
    if summa is None:
        return
    antal = summa.antal
    helheter = (
        (matt.AVSLUTSORSAK, rakna(antal, matt.AVSLUTADE), "har avslutats"),
        (matt.OMFATTNING, till_arbete(antal), "har gått till arbete"),
        *((ett, rakna(antal, matt.INSKRIVNA), "har skrivits in") for ett in matt.BAKGRUND),
    )
    for ett, helhet, verb in helheter:
        delar = rakna(antal, ett)
        if delar is None or helhet is None or not redovisat(antal, ett):
            continue
        namn = Matt(ett).label
        text = f"{namn} summerar till {delar.summa}, men {helhet.summa} {verb}."
        rubrik = f"{namn}: delarna är helheten"
        yield _lika(f"delar:{ett}", rubrik, delar.summa, helhet.summa, granskning.period, text)


def rapporternas_antal(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """What is wrong in a single report: red where it could not have been handed in today."""
    underlag = granskning.material.uppfoljning.underlag
    if underlag is None:
        return
    insatser = {insats.nr: insats for insats in underlag.insatser}
    fore: dict[int, Antal] = {}
    for rapport in underlag.rapporter:
        insats = insatser[rapport.insats]
        funna = granska(rapport.antal, insats, rapport.period, fore.get(rapport.insats))
        fore[rapport.insats] = rapport.antal
        for fynd in funna:
            yield Kontrollutfall(
                f"antal:{rapport.insats}:{rapport.period.kod}:{fynd.kod}:{fynd.falt}".rstrip(":"),
                "Rapporternas antal stämmer",
                not fynd.stoppar,
                None,
                None,
                f"{insats.kortnamn}, {rapport.period.namn}",
                fynd.text,
                personer=True,
            )


def mojliga_andelar(granskning: Dokumentgranskning) -> Iterator[Kontrollutfall]:
    """A share that a text writes out with what it is a share of is one that can be."""
    for avsnitt in granskning.rapport.avsnitt:
        for block in avsnitt.block:
            if not isinstance(block, Text):
                continue
            for traff in ANDEL_AV.finditer(block.markdown):
                procent = Decimal(traff["procent"].replace(",", "."))
                if fynd := granska_andel(procent, int(traff["helhet"])):
                    yield Kontrollutfall(
                        f"mojlig-andel:{block.id}:{traff['procent']}:{traff['helhet']}",
                        "Andelarna i texten är möjliga",
                        False,
                        f"{traff['procent']} %",
                        int(traff["helhet"]),
                        avsnitt.rubrik,
                        fynd.text,
                        personer=True,
                    )
