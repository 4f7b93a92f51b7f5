"""The financed insatser: the table of those that ran, and a box for each that ended."""

from collections.abc import Callable
from dataclasses import replace

from finsam.alfabet import svensk_ordning
from finsam.periods import Period
from finsam.rapporter.dokument import Avsnitt, Cell, Kalla, Lista, Rad, Tabell, Varde
from finsam.rapporter.kapitel.uppfoljning import rutor
from finsam.rapporter.kapitel.uppfoljning.arsstatus import STATUSKOLUMNER, arsstatus
from finsam.rapporter.material import Medlemsunderlag, Registerinsats, Registerunderlag
from finsam.rapporter.uppfoljning.material import (
    INGEN_UPPFOLJNING,
    Insatsuppgift,
    Uppfoljningsmaterial,
)
from finsam.rapporter.uppfoljning.poster import GRUPPER, Namngivare, Post, grupperade, poster
from finsam.typografi import INGET, uppraknat

RAKNEORD = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio")
TYPER = ("af", "fk", "region", "kommun")


def insatstabell(
    register: Registerunderlag,
    period: Period,
    uppfoljning: Uppfoljningsmaterial = INGEN_UPPFOLJNING,
) -> Tabell:
    """Every insats of the period, numbered, in one group: the type that the register gives it.

    Renewals stand with what they renew. How it goes is what the quarterly reports say.
    """
    if not uppfoljning.insatser:
        uppfoljning = replace(uppfoljning, insatser=_ur_registret(register))
    namngivare = Namngivare(alltid_agare=True, med_fotnot=True)
    i_registret = {insats.nr: insats for insats in register.insatser}
    tabell = _numrerade(
        uppfoljning,
        period,
        STATUSKOLUMNER,
        namngivare,
        lambda post: _celler(post, i_registret[post.insats.nr], register, uppfoljning),
    )
    return replace(tabell, anmarkningar=(*namngivare.fotnoter, *_forkortningar(register)))


def insatslista(
    register: Registerunderlag,
    period: Period,
    uppfoljning: Uppfoljningsmaterial = INGEN_UPPFOLJNING,
) -> Tabell:
    """The same insatser with owner and parties in full and the period alone."""
    if not uppfoljning.insatser:
        uppfoljning = replace(uppfoljning, insatser=_ur_registret(register))
    namngivare = Namngivare(med_fotnot=True)
    i_registret = {insats.nr: insats for insats in register.insatser}

    def celler(post: Post) -> tuple[Cell, ...]:
        parter = _agare_och_parter_i_ord(i_registret[post.insats.nr], register)
        return (parter, f"{post.start} – {post.slut}")

    tabell = _numrerade(uppfoljning, period, (), namngivare, celler)
    return replace(tabell, anmarkningar=tuple(namngivare.fotnoter))


def _numrerade(
    uppfoljning: Uppfoljningsmaterial,
    period: Period,
    status: tuple[str, ...],
    namngivare: Namngivare,
    celler: Callable[[Post], tuple[Cell, ...]],
) -> Tabell:
    """The insatser of the period numbered through their groups, with what `celler` says of each."""
    kolumner = ("Nr", "Insatsägare och samverkansparter", "Insatsperiod", *status)
    rader: list[Rad] = []
    nummer = 0
    for rubrik, grupp in grupperade(poster(uppfoljning, period)):
        rader.append(Rad(rubrik, (None,) * len(kolumner), "heading", 0))
        for post in grupp:
            nummer += 1
            namn = namngivare.namn(post.insats)
            lopnummer = Varde(nummer, "antal", Kalla(post.insats.adress, post.insats.namn))
            rader.append(Rad(namn, (lopnummer, *celler(post)), id=f"insats-{post.insats.nr}"))
    return Tabell(
        id="finansierade-insatser",
        titel=f"Finansierade insatser under {period.i_text}",
        enhet="text",
        kolumner=kolumner,
        rader=tuple(rader),
        etikettrubrik="Insats",
    )


def _ur_registret(register: Registerunderlag) -> tuple[Insatsuppgift, ...]:
    """The register's insatser, for a document that knows of no follow-up."""
    medlemmar = register.medlemmar
    agare = {i.nr: medlemmar.get(i.agare) for i in register.insatser}
    return tuple(
        Insatsuppgift(
            nr=i.nr,
            namn=i.namn,
            kortnamn=i.kortnamn,
            agare=medlem.kortnamn if (medlem := agare[i.nr]) else "",
            agartyp=medlem.typ if medlem else "",
            typ=i.typ,
            start=i.start,
            slut=i.slut,
            beslutat_slut=i.slut,
            adress=i.adress,
        )
        for i in register.insatser
    )


def _celler(
    post: Post,
    insats: Registerinsats,
    register: Registerunderlag,
    uppfoljning: Uppfoljningsmaterial,
) -> tuple[Cell, ...]:
    """Owner and parties, period, status; of an ended insats where it is told of instead."""
    if post.avslutad:
        return ("Se avsnitt Avslutade insatser", *(None,) * 6)
    tid = f"{post.start} – {post.slut}"
    return (_agare_och_parter(insats, register), tid, *arsstatus(post, uppfoljning))


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
            ("Insatsägare och samverkansparter", uppraknat([m.namn for m in medlemmar])),
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


def _agare_och_parter_i_ord(insats: Registerinsats, register: Registerunderlag) -> str:
    """ "Öst kommun, Arbetsförmedlingen och Region Mitt": all names in full."""
    agare = register.medlemmar.get(insats.agare)
    namn = [m.namn for m in ([agare] if agare else []) + _parter(insats, register)]
    kommuner = [m.namn for m in register.medlemmar.values() if m.typ == "kommun"]
    if len(kommuner) > 1 and set(kommuner) <= set(namn):
        namn = [ett for ett in namn if ett not in kommuner]
        namn.append(_alla_kommuner(len(kommuner), register))
    return uppraknat(namn)


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
