"""What must hold between the rows of a layout; each function gives Swedish sentences."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from ekonomi.uppstallning.mall import (
    Kolumnmall,
    Konton,
    Kvot,
    MotBudget,
    Radmall,
    Summa,
    Tabellmall,
    Uppstallningsmall,
)

# Statements that carry each balance once.
EN_RAD_PER_SALDO = ("resultatrakning", "balansrakning", "driftredovisning")
# What a heading calls the kind of figure under it, also at the end of a word ("helårsprognos").
SLAG_I_RUBRIK = re.compile(r"\w*(utfall|budget|prognos)\b", re.IGNORECASE)
# A heading with one of these speaks of a comparison with the kind that it names.
JAMFORELSE = re.compile(r"\b(diff\w*|avvik\w*|mot|av|andel|\w*kvot)\b|%", re.IGNORECASE)


def fel_i_mall(mall: Uppstallningsmall) -> list[str]:
    """Every fault between tables and rows, in the order of the file; empty when all is well."""
    return [
        *_dubbletter(mall),
        *_okanda_hanvisningar(mall),
        *_okanda_roller(mall),
        *(kretsar := list(_kretsar(mall))),
        *(_dubbelraknat(mall) if not kretsar else ()),
        *(sats for tabell in mall.tabeller for sats in _fel_kolumnslag(tabell)),
        *(sats for tabell in mall.tabeller for sats in _overlapp(tabell)),
    ]


def _rader(mall: Uppstallningsmall) -> Iterator[tuple[str, Radmall]]:
    for tabell in mall.tabeller:
        for rad in tabell.rader:
            yield f"tabell ”{tabell.id}”, rad ”{rad.id or rad.etikett}”", rad


def _dubbletter(mall: Uppstallningsmall) -> Iterator[str]:
    for id_, antal in Counter(tabell.id for tabell in mall.tabeller if tabell.id).items():
        if antal > 1:
            yield f"tabell ”{id_}”: id:t används av {antal} tabeller. Ge varje tabell ett eget."
    for nummer, antal in Counter(tabell.not_ for tabell in mall.tabeller if tabell.not_).items():
        if antal > 1:
            yield f"not ”{nummer}”: numret används av {antal} noter. Ge varje not ett eget."
    antal_per_id = Counter(rad.id for _, rad in _rader(mall) if rad.id)
    for plats, rad in _rader(mall):
        if antal_per_id[rad.id] > 1:
            yield f"{plats}: id:t används av {antal_per_id[rad.id]} rader. Ge varje rad ett eget."


def _okanda_hanvisningar(mall: Uppstallningsmall) -> Iterator[str]:
    for plats, rad in _rader(mall):
        for id_ in (term.rad for term in rad.innehall.termer):
            if id_ not in mall.rader:
                yield f"{plats}: raden ”{id_}” finns inte i uppställningen."
            elif isinstance(rad.innehall, Summa) and _ar_andel(mall.rader[id_][1]):
                yield f"{plats}: raden ”{id_}” är en andel och kan inte ingå i en summa."


def _okanda_roller(mall: Uppstallningsmall) -> Iterator[str]:
    for roll, termer in mall.radroller.items():
        for term in termer:
            if term.rad not in mall.rader:
                yield f"roller, nyckel ”{roll}”: raden ”{term.rad}” finns inte i uppställningen."
            elif len(termer) > 1 and _ar_andel(mall.rader[term.rad][1]):
                yield f"roller, nyckel ”{roll}”: andelen ”{term.rad}” kan inte ingå i en summa."


def _ar_andel(rad: Radmall) -> bool:
    return isinstance(rad.innehall, Kvot | MotBudget)


def _kretsar(mall: Uppstallningsmall) -> Iterator[str]:
    """A row that builds on itself, named once with the way back to it."""
    klara: set[str] = set()
    for start in mall.rader:
        vag: list[str] = []
        krets = _krets_fran(mall, start, vag, klara)
        if krets:
            tabell, _ = mall.rader[krets[0]]
            led = " → ".join(f"”{id_}”" for id_ in krets)
            yield f"tabell ”{tabell.id}”, rad ”{krets[0]}”: raden bygger på sig själv: {led}."


def _dubbelraknat(mall: Uppstallningsmall) -> Iterator[str]:
    """A sum that holds a row more than once, by way of another sum (K2)."""
    for id_, (tabell, rad) in mall.rader.items():
        if isinstance(rad.innehall, Summa):
            for del_, antal in _delar(mall, id_).items():
                if abs(antal) > 1:
                    yield (
                        f"tabell ”{tabell.id}”, rad ”{id_}”: raden ”{del_}” räknas {abs(antal)} "
                        "gånger. En summa får ha varje rad en gång."
                    )


def _delar(mall: Uppstallningsmall, id_: str) -> Counter[str]:
    """How many times each row that is no sum stands in a row, those taken away as minus."""
    innehall = mall.rader[id_][1].innehall if id_ in mall.rader else None
    if not isinstance(innehall, Summa):
        return Counter({id_: 1})
    delar: Counter[str] = Counter()
    for term in innehall.termer:
        for del_, antal in _delar(mall, term.rad).items():
            # Counter's own + drops what is not above zero.
            delar[del_] += term.tecken * antal
    return delar


def _krets_fran(
    mall: Uppstallningsmall, id_: str, vag: list[str], klara: set[str]
) -> list[str] | None:
    if id_ in vag:
        return [*vag[vag.index(id_) :], id_]
    if id_ in klara or id_ not in mall.rader:
        return None
    vag.append(id_)
    for term in mall.rader[id_][1].innehall.termer:
        krets = _krets_fran(mall, term.rad, vag, klara)
        if krets:
            klara.update(vag)
            return krets
    vag.pop()
    klara.add(id_)
    return None


def _overlapp(tabell: Tabellmall) -> Iterator[str]:
    if tabell.slag not in EN_RAD_PER_SALDO:
        return
    rader = [(rad, rad.innehall) for rad in tabell.rader if isinstance(rad.innehall, Konton)]
    for (rad, mitt), (annan, ditt) in combinations(rader, 2):
        typer = set(mitt.insatstyper) & set(ditt.insatstyper)
        if mitt.per == ditt.per == "insats" and mitt.insatstyper and ditt.insatstyper and not typer:
            continue
        gemensamt = mitt.urval.overlappar(ditt.urval)
        if gemensamt:
            yield (
                f"tabell ”{tabell.id}”, rad ”{annan.id}”: {gemensamt} finns redan på raden "
                f"”{rad.id}”. Ett saldo får stå på en rad."
            )


def _fel_kolumnslag(tabell: Tabellmall) -> Iterator[str]:
    """Columns whose heading says one kind of figure and whose cells hold another (K24)."""
    for kolumn in tabell.kolumner:
        namnda = {slag.lower() for slag in SLAG_I_RUBRIK.findall(kolumn.rubrik)}
        if len(namnda) != 1 or JAMFORELSE.search(kolumn.rubrik) or kolumn.slag in namnda:
            continue
        yield (
            f"tabell ”{tabell.id}”: Kolumnen ”{kolumn.rubrik}” innehåller {kolumn.slag} för "
            f"{_period_i_ord(kolumn)}; {namnda.pop()} krävs."
        )


def _period_i_ord(kolumn: Kolumnmall) -> str:
    """The column's period as seen from the report's: a layout knows no year of its own."""
    period = "hela året" if kolumn.helar else "perioden"
    if not kolumn.ar:
        return period
    return f"{period} {abs(kolumn.ar)} år {'senare' if kolumn.ar > 0 else 'tidigare'}"
