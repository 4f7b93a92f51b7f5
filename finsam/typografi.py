"""How numbers and dates are written in Swedish print.

Thousands are kept apart by a no-break space, minus is U+2212, None is "–" and zero is "0".
Amounts come in kr and shares as 0-1; they are rounded once, here, half away from zero.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, tzinfo
from decimal import Decimal

from finsam.money import avrunda, i_enhet

HARDBLANK = "\u00a0"
MINUS = "\u2212"
INGET = "–"
MANADER = [
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
]

VECKODAGAR = [
    *("måndag", "tisdag", "onsdag", "torsdag", "fredag"),
    *("lördag", "söndag"),
]

PERIOD = re.compile(r"\b(?:halvår|tertial|kvartal) \d \d{4}\b", re.IGNORECASE)

Tal = Decimal | int | None


def antal(tal: Tal, decimaler: int = 0) -> str:
    """A number: "1 234", "−0,5", "–" for None."""
    if tal is None:
        return INGET
    return _skriv(avrunda(Decimal(tal), decimaler))


def kr(belopp: Tal, decimaler: int = 0) -> str:
    """An amount in kr, without the unit: "1 234 567"; with decimaler=2 "1 234 567,00"."""
    return INGET if belopp is None else _skriv(i_enhet(Decimal(belopp), "kr", decimaler))


def kr_exakt(belopp: Tal) -> str:
    """An amount in kr with öre only where there are any: "12 500", "12 500,50"."""
    return kr(belopp, 0 if belopp is None or Decimal(belopp) % 1 == 0 else 2)


def tkr(belopp: Tal, decimaler: int = 0) -> str:
    """An amount in kr as thousands, without the unit: 1234567 gives "1 235"."""
    return INGET if belopp is None else _skriv(i_enhet(Decimal(belopp), "tkr", decimaler))


def mkr(belopp: Tal, decimaler: int = 1) -> str:
    """An amount in kr as millions, without the unit: 1234567 gives "1,2"."""
    return INGET if belopp is None else _skriv(i_enhet(Decimal(belopp), "mkr", decimaler))


def procent(andel: Tal, decimaler: int = 0) -> str:
    """A share (1 = 100 %) with its sign: 0.4555 gives "46 %"."""
    if andel is None:
        return INGET
    return f"{_skriv(avrunda(Decimal(andel) * 100, decimaler))}{HARDBLANK}%"


FORMAT: dict[str, Callable[..., str]] = {
    "kr": kr,
    "tkr": tkr,
    "mkr": mkr,
    "procent": procent,
    "antal": antal,
}


def i_format(tal: Tal, enhet: str) -> str:
    """A number in its base unit as `enhet` (kr, tkr, mkr, procent, antal) shows it in a table."""
    return FORMAT[enhet](tal)


def med_enhet(tal: Tal, enhet: str) -> str:
    """The same as in running text: "1 234 tkr", "46 %", "12"; "–" for None has no unit."""
    skrivet = i_format(tal, enhet)
    if tal is None or enhet in ("procent", "antal"):
        return skrivet
    return f"{skrivet}{HARDBLANK}{enhet}"


def datum(dag: date | None) -> str:
    """A day as 2024-12-31; "–" for None."""
    return INGET if dag is None else f"{dag:%Y-%m-%d}"


def datum_i_ord(dag: date | None) -> str:
    """A day as in running text: "31 december 2024"."""
    if dag is None:
        return INGET
    return f"{dag.day}{HARDBLANK}{MANADER[dag.month - 1]}{HARDBLANK}{dag.year}"


def dag_manad(dag: date) -> str:
    """A day whose year is plain from its place: "30 april"."""
    return f"{dag.day}{HARDBLANK}{MANADER[dag.month - 1]}"


def veckodag(dag: date) -> str:
    """The day of the week: "torsdag"."""
    return VECKODAGAR[dag.weekday()]


def veckodag_i_ord(dag: date) -> str:
    """A day as a notice names it: "torsdagen den 20 januari 2022"."""
    return f"{veckodag(dag)}en den {dag.day} {MANADER[dag.month - 1]} {dag.year}"


def klockslag(tid: time | None) -> str:
    """A time of day as 09.00; empty for None, which has no sign of its own in a span."""
    return "" if tid is None else f"{tid:%H.%M}"


def klockslag_mellan(start: time, slut: time | None) -> str:
    """From when to when: "kl. 09.00–12.00", or only "kl. 09.00"."""
    if slut is None:
        return f"kl.{HARDBLANK}{klockslag(start)}"
    return f"kl.{HARDBLANK}{klockslag(start)}–{klockslag(slut)}"


def tidpunkt(stund: datetime | None, zon: tzinfo | None = None) -> str:
    """A moment as 2024-12-31 14:32, in `zon` when one is given; "–" for None."""
    if stund is None:
        return INGET
    return f"{stund.astimezone(zon) if zon else stund:%Y-%m-%d{HARDBLANK}%H:%M}"


def hall_ihop(text: str) -> str:
    """A heading whose periods do not break over lines: "halvår 1 2021" with no-break spaces."""
    return PERIOD.sub(lambda traff: traff[0].replace(" ", HARDBLANK), text)


def uppraknat(namn: Sequence[str]) -> str:
    """The words in a row: "A, B och C"; empty for none."""
    return " och ".join(filter(None, (", ".join(namn[:-1]), *namn[-1:])))


def versal(text: str) -> str:
    """The text with a capital first letter and the rest as it is: "insatsägare" → "Insatsägare"."""
    return text[:1].upper() + text[1:]


def _skriv(tal: Decimal) -> str:
    grupperat = f"{abs(tal):,f}".replace(",", HARDBLANK).replace(".", ",")
    return f"{MINUS}{grupperat}" if tal < 0 else grupperat
