"""What is wrong, or looks wrong, in the counts of a report: each finding with a Swedish sentence.

A stopping finding must be put right before the report is handed in; the others are told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from finsam import typografi
from finsam.money import avrunda
from finsam.periods import Period
from uppfoljning.calculations import matt
from uppfoljning.calculations.antal import Konsantal, rakna, rakna_eller_noll, redovisat
from uppfoljning.calculations.deltagare import (
    avslutstabell,
    flode,
    till_arbete,
    till_arbete_studier,
)
from uppfoljning.calculations.underlag import Antal, Insatsfakta

KON_I_ORD = {matt.KVINNOR: "kvinnor", matt.MAN: "män"}
HELHET = {
    matt.ALDER: "Åldrarna",
    matt.UTBILDNING: "Utbildningsnivåerna",
    matt.FORSORJNINGSTID: "Tiderna i offentlig försörjning",
    matt.FORSORJNINGSFORM: "Försörjningsformerna",
}


@dataclass(frozen=True)
class Fynd:
    """A finding: `kod` names the rule, `falt` the measure in the form, `stoppar` refuses."""

    kod: str
    text: str
    stoppar: bool
    falt: str = ""


def granska(
    antal: Antal, insats: Insatsfakta, period: Period, foregaende: Antal | None
) -> tuple[Fynd, ...]:
    """Every finding about the counts of one insats and period, the stopping ones first.

    `foregaende` is the counts of the period before; None where there is no report of it.
    """
    if insats.uppfoljningsslag == matt.UTAN_DELTAGARE:
        return tuple(_utan_deltagare(antal))
    fynd = [
        *_flode(antal, insats),
        *_avslutad(antal, insats, period),
        *_avslut(antal),
        *_delar(antal),
        *_dagar(antal, insats, period),
        *_fortsattning(antal, foregaende),
    ]
    return tuple(sorted(fynd, key=lambda ett: not ett.stoppar))


def granska_summa(antal: Konsantal, angiven: int) -> Fynd | None:
    """A finding where women + men + unknown are not the sum that was stated beside them."""
    if antal.summa == angiven:
        return None
    text = f"Kvinnor + män + okänt = {_tal(antal.summa)}, summa angiven {_tal(angiven)}."
    return Fynd("konssumma", text, stoppar=True)


def mojlig_andel(procent: Decimal, helhet: int) -> bool:
    """Whether some whole number of `helhet` gives the per cent, with the decimals it has.

    74 of 25 is none: 18 of 25 is 72 and 19 is 76.
    """
    if helhet <= 0 or not 0 <= procent <= 100:
        return False
    decimaler = max(0, -int(procent.as_tuple().exponent))
    narmast = int(procent * helhet / 100)
    return any(
        avrunda(Decimal(100 * tal) / helhet, decimaler) == procent
        for tal in range(max(0, narmast - 1), min(helhet, narmast + 2) + 1)
    )


def granska_andel(procent: Decimal, helhet: int) -> Fynd | None:
    """A finding where the share that someone has written cannot be one of `helhet` persons."""
    if mojlig_andel(procent, helhet):
        return None
    decimaler = max(0, -int(procent.as_tuple().exponent))
    text = (
        f"{typografi.procent(procent / 100, decimaler)} är inte en möjlig andel av {_tal(helhet)}."
    )
    return Fynd("omojlig_andel", text, stoppar=False)


def _utan_deltagare(antal: Antal) -> Iterator[Fynd]:
    if antal:
        yield Fynd("inga_deltagare", "Insatsen följs upp utan deltagare.", stoppar=True)


def _flode(antal: Antal, insats: Insatsfakta) -> Iterator[Fynd]:
    ett = flode(antal)
    if ett is None:
        if insats.uppfoljningsslag != matt.BARA_ANONYMA:
            yield Fynd("ej_redovisat", "Antalet deltagare är inte redovisat.", False, matt.FLODE[0])
        return
    if not ett.stammer:
        yield _brutet_flode(ett.deltagare.summa, ett.ut.summa, "", stoppar=True)
        return
    # Somebody whose sex was not known may be known later: then the sexes differ, not the sum.
    for kon, ord_ in KON_I_ORD.items():
        if ett.deltagare.av(kon) != ett.ut.av(kon):
            yield _brutet_flode(ett.deltagare.av(kon), ett.ut.av(kon), ord_, stoppar=False)


def _brutet_flode(in_: int, ut: int, kon: str, stoppar: bool) -> Fynd:
    text = (
        f"Pågående vid start + inskrivna ({_tal(in_)}) är inte lika med avslutade + "
        f"pågående vid slut ({_tal(ut)})"
    )
    return Fynd("flode", f"{text} för {kon}." if kon else f"{text}.", stoppar, matt.PAGAENDE_SLUT)


def _avslutad(antal: Antal, insats: Insatsfakta, period: Period) -> Iterator[Fynd]:
    kvar = rakna_eller_noll(antal, matt.PAGAENDE_SLUT).summa
    if kvar and insats.slut <= period.slut:
        text = (
            f"Insatsen är avslutad {typografi.datum(insats.slut)} men har {_tal(kvar)} "
            "pågående deltagare."
        )
        yield Fynd("avslutad_med_pagaende", text, True, matt.PAGAENDE_SLUT)


def _avslut(antal: Antal) -> Iterator[Fynd]:
    avslutade = rakna_eller_noll(antal, matt.AVSLUTADE)
    for del_, text in (
        (till_arbete_studier(antal), "Fler till arbete/studier ({}) än avslutade ({})"),
        (rakna(antal, matt.MED_PLAN), "Fler med plan ({}) än avslutade ({})"),
    ):
        if del_ is not None:
            falt = matt.AVSLUTSORSAK if "arbete" in text else matt.MED_PLAN
            yield from _fler_an(del_, avslutade, text, falt)
    if redovisat(antal, matt.OMFATTNING):
        yield from _omfattning(antal)
    elif (arbete := till_arbete(antal)) and arbete.summa:
        text = f"Omfattning saknas för {_tal(arbete.summa)} som har gått till arbete."
        yield Fynd("omfattning_saknas", text, False, matt.OMFATTNING)


def _omfattning(antal: Antal) -> Iterator[Fynd]:
    tabell = avslutstabell(antal)
    if not tabell.stammer:
        text = (
            f"Omfattningarna summerar till {_tal(tabell.summa_omfattning.summa)}, "
            f"men {_tal(tabell.arbete.summa)} har gått till arbete."
        )
        yield Fynd("omfattning", text, True, matt.OMFATTNING)


def _fler_an(del_: Konsantal, helhet: Konsantal, text: str, falt: str) -> Iterator[Fynd]:
    """The part is more than the whole, of all or of one sex."""
    if del_.summa > helhet.summa:
        yield Fynd("fler_an_avslutade", text.format(del_.summa, helhet.summa) + ".", True, falt)
        return
    for kon, ord_ in KON_I_ORD.items():
        # The part may know the sex of some whose sex the whole does not.
        if del_.av(kon) > helhet.av(kon) + helhet.okant:
            mening = text.format(del_.av(kon), helhet.av(kon))
            yield Fynd("fler_an_avslutade", f"{mening} för {ord_}.", True, falt)


def _delar(antal: Antal) -> Iterator[Fynd]:
    """Reasons add to the ended, and each background measure to those who came in."""
    avslutade = rakna_eller_noll(antal, matt.AVSLUTADE)
    if avslutade.summa or redovisat(antal, matt.AVSLUTSORSAK):
        orsaker = rakna_eller_noll(antal, matt.AVSLUTSORSAK)
        yield from _del_av(
            orsaker, avslutade, "Avslutsorsakerna", "har avslutats", matt.AVSLUTSORSAK
        )
    inskrivna = rakna_eller_noll(antal, matt.INSKRIVNA)
    for delat, namn in HELHET.items():
        if redovisat(antal, delat):
            delar = rakna_eller_noll(antal, delat)
            yield from _del_av(delar, inskrivna, namn, "har skrivits in", delat)


def _del_av(delar: Konsantal, helhet: Konsantal, namn: str, verb: str, falt: str) -> Iterator[Fynd]:
    if delar.summa != helhet.summa:
        text = f"{namn} summerar till {_tal(delar.summa)}, men {_tal(helhet.summa)} {verb}."
        yield Fynd("delar", text, True, falt)
        return
    for kon, ord_ in KON_I_ORD.items():
        if delar.av(kon) > helhet.av(kon) + helhet.okant:
            text = (
                f"{namn} för {ord_} summerar till {_tal(delar.av(kon))}, "
                f"men {_tal(helhet.av(kon))} {ord_} {verb}."
            )
            yield Fynd("delar", text, True, falt)


def _dagar(antal: Antal, insats: Insatsfakta, period: Period) -> Iterator[Fynd]:
    """Nobody has been in an insats longer than it has run, counting both days."""
    dagar = rakna(antal, matt.DAGAR)
    avslutade = rakna_eller_noll(antal, matt.AVSLUTADE).summa
    if dagar is None or not dagar.summa:
        return
    if not avslutade:
        text = f"{_tal(dagar.summa)} dagar är angivna, men ingen har avslutats."
        yield Fynd("dagar_utan_avslutade", text, True, matt.DAGAR)
        return
    langst = _dagar_mellan(insats.start, min(insats.slut, period.slut))
    if dagar.summa > avslutade * langst:
        snitt = typografi.antal(Decimal(dagar.summa) / avslutade)
        text = f"Snittiden {snitt} dagar är längre än insatsen har pågått ({_tal(langst)} dagar)."
        yield Fynd("snittid", text, False, matt.DAGAR)


def _dagar_mellan(forsta: date, sista: date) -> int:
    return max(0, (sista - forsta).days + 1)


def _fortsattning(antal: Antal, foregaende: Antal | None) -> Iterator[Fynd]:
    """Who was ongoing when the last period ended is ongoing when this one starts."""
    if foregaende is None or not redovisat(antal, matt.PAGAENDE_START):
        return
    if not redovisat(foregaende, matt.PAGAENDE_SLUT):
        return
    nu = rakna_eller_noll(antal, matt.PAGAENDE_START)
    fore = rakna_eller_noll(foregaende, matt.PAGAENDE_SLUT)
    if nu != fore:
        text = (
            f"Pågående vid start är {_i_ord(nu)}, men förra perioden slutade med "
            f"{_i_ord(fore)} pågående."
        )
        yield Fynd("fortsattning", text, False, matt.PAGAENDE_START)


def _i_ord(antal: Konsantal) -> str:
    """The count with its sexes: "49 (19 kvinnor, 30 män)"."""
    okant = f", {_tal(antal.okant)} okänt" if antal.okant else ""
    return f"{_tal(antal.summa)} ({_tal(antal.k)} kvinnor, {_tal(antal.m)} män{okant})"


def _tal(tal: int) -> str:
    return typografi.antal(tal)
