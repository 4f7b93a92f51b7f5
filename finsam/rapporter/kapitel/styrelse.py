"""Board, auditors and signatures."""

from datetime import date

from finsam.alfabet import svensk_ordning
from finsam.periods import Period, dagen_efter
from finsam.rapporter.dokument import Lista, Rad, Tabell
from finsam.rapporter.material import Medlemsunderlag, Registerunderlag, Uppdragsunderlag
from finsam.typografi import MANADER
from styrelse.calculations.besattning import ROLLER, medlemsordning
from styrelse.choices import Uppdragsroll


def styrelsetabell(register: Registerunderlag, period: Period) -> Tabell:
    """A row per member, ordinary and deputy; several holders of a seat with their months.

    The members whose ledamot chairs come first, then the state, the region, and the
    municipalities in alphabetical order.
    """
    under = [u for u in register.uppdrag if _sitter(u, period.start, period.slut)]
    rader = []
    for medlem in sorted(register.medlemmar.values(), key=lambda m: _ordning(m, under)):
        mina = [u for u in under if u.medlem == medlem.id]
        ordinarie = [u for u in mina if u.roll != Uppdragsroll.ERSATTARE]
        ersattare = [u for u in mina if u.roll == Uppdragsroll.ERSATTARE]
        celler = (_innehavare(ordinarie, period), _innehavare(ersattare, period))
        rader.append(Rad(medlem.namn, celler, id=f"styrelse-{medlem.id}"))
    return Tabell(
        id="styrelse",
        titel=f"Styrelsen har under {period.i_text} bestått av",
        enhet="text",
        kolumner=("Ordinarie ledamöter", "Ersättare"),
        rader=tuple(rader),
        etikettrubrik="Medlem",
    )


def revisorstabell(register: Registerunderlag, period: Period) -> Tabell:
    """A row per auditor."""
    return Tabell(
        id="revisorer",
        titel=f"Revisorer under {period.i_text}",
        enhet="text",
        kolumner=("Utsedd av", "Byrå eller biträde"),
        rader=tuple(
            Rad(r.namn or r.byra, (r.utsedd_av, r.byra if r.namn else None), id=f"revisor-{nr}")
            for nr, r in enumerate(register.revisorer, 1)
        ),
        etikettrubrik="Revisor",
    )


def underskrifter(register: Registerunderlag, dag: date) -> Lista:
    """A line for each ordinary ledamot who sits on the day of signing, chairs first."""
    sittande = [
        u
        for u in register.uppdrag
        if u.roll != Uppdragsroll.ERSATTARE
        and _sitter(u, dag, dag)
        and u.medlem in register.medlemmar
    ]
    sittande.sort(key=lambda u: (ROLLER.index(u.roll), svensk_ordning(u.namn)))
    return Lista(
        id="underskrifter",
        poster=tuple((u.namn, _rollrad(u, register)) for u in sittande),
        slag="underskrifter",
    )


def underskriftsdag(period: Period, idag: date) -> date:
    """The day whose ledamöter sign: today, but at the latest 31 March after the year."""
    return min(idag, date(period.ar + 1, 3, 31))


def _rollrad(uppdrag: Uppdragsunderlag, register: Registerunderlag) -> str:
    roll = Uppdragsroll(uppdrag.roll).label
    return f"{roll}, utsedd av {register.medlemmar[uppdrag.medlem].namn}"


def _sitter(uppdrag: Uppdragsunderlag, start: date, slut: date) -> bool:
    return uppdrag.fran <= slut and (uppdrag.tom is None or uppdrag.tom >= start)


def _ordning(medlem: Medlemsunderlag, uppdrag: list[Uppdragsunderlag]) -> tuple[int, int, str]:
    roller = [u.roll for u in uppdrag if u.medlem == medlem.id]
    return medlemsordning(roller, medlem.typ, medlem.namn)


def _innehavare(uppdrag: list[Uppdragsunderlag], period: Period) -> str | None:
    i_turordning = sorted(uppdrag, key=lambda u: (u.fran, u.namn))
    return "; ".join(_person(u, period, len(uppdrag) > 1) for u in i_turordning) or None


def _person(uppdrag: Uppdragsunderlag, period: Period, flera: bool) -> str:
    """ "Mattias Ek (S) 1:e vice ordf. (till oktober)"; the office in full when one held it."""
    parti = f"({uppdrag.parti})" if uppdrag.parti else ""
    roll = "" if uppdrag.roll in ("ledamot", "ersattare") else Uppdragsroll(uppdrag.roll).label
    if flera:
        roll = roll.replace("ordförande", "ordf.")
    tid = ""
    if uppdrag.tom and uppdrag.tom < period.slut:
        tid = f"(till {MANADER[dagen_efter(uppdrag.tom).month - 1]})"
    elif uppdrag.fran > period.start:
        tid = f"(från {MANADER[uppdrag.fran.month - 1]})"
    return " ".join(del_ for del_ in (uppdrag.namn, parti, roll, tid) if del_)
