"""The financed insatser: the table of those that ran, and a box for each that ended."""

from finsam.alfabet import svensk_ordning
from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Cell, Kalla, Lista, Rad, Tabell, Varde
from finsam.rapporter.kapitel.uppfoljning import rutor
from finsam.rapporter.material import Medlemsunderlag, Registerinsats, Registerunderlag
from finsam.rapporter.uppfoljning.material import INGEN_UPPFOLJNING, Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import GRUPPER, LANGSTA_NAMN
from finsam.typografi import INGET

STATUSKOLUMNER = (
    "Insatsen ligger i fas gällande uppsatta mål",
    "Styrgruppsmöten enligt avtal",
    "Avvikelser",
    "Vakanser",
    "Implementering",
)
RAKNEORD = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
TYPER = ("af", "fk", "region", "kommun")


def insatstabell(register: Registerunderlag, period: Period) -> Tabell:
    """Every insats of the period, numbered, in one group: the type that the register gives it."""
    rader: list[Rad] = []
    fotnoter: list[str] = []
    nummer = 0
    for typ, rubrik in GRUPPER.items():
        grupp = [i for i in register.insatser if i.typ == typ]
        if grupp:
            rader.append(Rad(rubrik, (None,) * 8, "heading", 0))
        for insats in sorted(grupp, key=lambda i: i.nr):
            nummer += 1
            rader.append(_rad(insats, nummer, register, period, fotnoter))
    return Tabell(
        id="finansierade-insatser",
        titel=f"Finansierade insatser under år {period.ar}",
        enhet="text",
        kolumner=("Nr", "Insatsägare och samverkansparter", "Insatsperiod", *STATUSKOLUMNER),
        rader=tuple(rader),
        etikettrubrik="Insats",
        anmarkningar=(*fotnoter, *_forkortningar(register)),
    )


def avslutade(
    register: Registerunderlag,
    period: Period,
    uppfoljning: Uppfoljningsmaterial = INGEN_UPPFOLJNING,
    niva: int = 4,
) -> tuple[Avsnitt, ...]:
    """A section for each insats whose last day lies in the period and that nothing renews.

    A box with what it was and what its final report says, and its goals with their outcomes.
    """
    fornyade = {i.forlanger for i in uppfoljning.insatser}
    return tuple(
        Avsnitt(
            id=f"avslutad-insats-{insats.nr}",
            rubrik=insats.kortnamn,
            niva=niva,
            block=(
                _ruta(insats, register, uppfoljning),
                *rutor.malblock(insats.nr, uppfoljning),
            ),
        )
        for insats in sorted(register.insatser, key=lambda i: i.nr)
        if insats.typ in GRUPPER and insats.slut in period and insats.nr not in fornyade
    )


def antal(register: Registerunderlag, period: Period) -> dict[str, Varde]:
    """Named figures of the registers: how many members and insatser, by kind."""
    foljda = [i for i in register.insatser if i.typ in GRUPPER]
    per_typ = {typ: sum(i.typ == typ for i in foljda) for typ in GRUPPER}
    tal = {
        "antal_medlemmar": len(register.medlemmar),
        "antal_kommuner": sum(m.typ == "kommun" for m in register.medlemmar.values()),
        "antal_insatser": len(foljda),
        "antal_individinsatser": per_typ["individ"],
        "antal_strukturinsatser": per_typ["struktur"],
        "antal_forstudier": per_typ["forstudie"],
        "antal_avslutade_insatser": sum(i.slut in period for i in foljda),
    }
    return {namn: Varde(varde, "antal") for namn, varde in tal.items()}


def _rad(
    insats: Registerinsats,
    nummer: int,
    register: Registerunderlag,
    period: Period,
    fotnoter: list[str],
) -> Rad:
    agare = register.medlemmar[insats.agare].kortnamn if insats.agare in register.medlemmar else ""
    namn = insats.namn
    if len(namn) > LANGSTA_NAMN:
        markor = "*" * (len(fotnoter) + 1)
        fotnoter.append(f"{markor}Fullständigt namn: {insats.namn}.")
        namn = f"{insats.kortnamn}{markor}"
    loppnummer = Varde(nummer, "antal", Kalla(insats.adress, insats.namn))
    celler: tuple[Cell, ...] = (loppnummer, "Se avsnitt Avslutade insatser", *(None,) * 6)
    if insats.slut not in period:
        tid = f"{insats.start} – {insats.slut}"
        celler = (loppnummer, _agare_och_parter(insats, register), tid, *(None,) * 5)
    return Rad(", ".join(d for d in (agare, namn) if d), celler, id=f"insats-{insats.nr}")


def _ruta(
    insats: Registerinsats, register: Registerunderlag, uppfoljning: Uppfoljningsmaterial
) -> Lista:
    medlemmar = [m for m in (register.medlemmar.get(insats.agare), *_parter(insats, register)) if m]
    return Lista(
        id=f"insats-{insats.nr}",
        poster=(
            ("Fullständigt namn", insats.namn),
            ("Typ", insats.typnamn),
            ("Insatsperiod", f"{insats.start} – {insats.slut}"),
            ("Insatsägare och samverkansparter", _uppraknat([m.namn for m in medlemmar])),
            ("Syfte", insats.syfte or INGET),
            ("Måluppfyllelse", insats.maluppfyllelse),
            *rutor.slutposter(insats.nr, uppfoljning),
        ),
        slag="insats",
    )


def _agare_och_parter(insats: Registerinsats, register: Registerunderlag) -> str:
    """ "Heby kommun, AF, FK, Reg Ua"; when every municipality takes part they are counted."""
    agare = register.medlemmar.get(insats.agare)
    parter = _parter(insats, register)
    kommuner = {m.id for m in register.medlemmar.values() if m.typ == "kommun"}
    alla = len(kommuner) > 1 and kommuner <= {insats.agare, *(p.id for p in parter)}
    namn = [_forkortat(p) for p in parter if not (alla and p.typ == "kommun")]
    if agare:
        namn.insert(0, agare.namn if agare.typ == "kommun" else agare.kortnamn)
    text = ", ".join(namn)
    return f"{text} och {_alla_kommuner(len(kommuner), register)}" if alla else text


def _parter(insats: Registerinsats, register: Registerunderlag) -> list[Medlemsunderlag]:
    """The members that take part besides the owner: the state, the region, the municipalities."""
    med = {p for p in insats.parter if p in register.medlemmar and p != insats.agare}
    return sorted((register.medlemmar[p] for p in med), key=_partordning)


def _alla_kommuner(antal_: int, register: Registerunderlag) -> str:
    hur_manga = RAKNEORD[antal_] if antal_ < len(RAKNEORD) else str(antal_)
    vems = "länets" if register.forbund.casefold().endswith("län") else "förbundets"
    return f"{vems} {hur_manga} kommuner"


def _forkortat(medlem: Medlemsunderlag) -> str:
    """The short name, in a list of parties with "Region" cut to "Reg"."""
    return medlem.kortnamn.replace("Region ", "Reg ")


def _forkortningar(register: Registerunderlag) -> tuple[str, ...]:
    """What the parties' abbreviations stand for."""
    andra = [m for m in register.medlemmar.values() if m.typ != "kommun"]
    andra = [m for m in sorted(andra, key=_partordning) if _forkortat(m) != m.namn]
    return (", ".join(f"{_forkortat(m)} = {m.namn}" for m in andra),) if andra else ()


def _partordning(medlem: Medlemsunderlag) -> tuple[int, str]:
    return TYPER.index(medlem.typ), svensk_ordning(medlem.namn)


def _uppraknat(namn: list[str]) -> str:
    return " och ".join(del_ for del_ in (", ".join(namn[:-1]), namn[-1] if namn else "") if del_)
