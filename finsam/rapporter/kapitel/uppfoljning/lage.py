"""How it goes for the insatser: the answers of their quarterly reports, with colour and word."""

from finsam.periods import Period
from finsam.rapporter.dokument import Cell, Kalla, Lage, Rad, Tabell
from finsam.rapporter.kapitel.uppfoljning.kolumner import Fragetabell
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import Namngivare, Post, grupperade, poster
from uppfoljning.calculations.svar import EJ_AKTUELL, EJ_BESVARAD, Periodsvar, periodsvar
from uppfoljning.choices import Svar
from uppfoljning.fragor import Fraga


def fragetabell(tabell: Fragetabell, material: Uppfoljningsmaterial, period: Period) -> Tabell:
    """A row per insats that goes on; no rows where none of them has answered anything.

    Unanswered questions and worse answers earlier in the period stand in words below.
    """
    namngivare = Namngivare()
    foljda = tuple(post for post in poster(material, period) if not post.avslutad)
    rader: list[Rad] = []
    obesvarade: list[str] = []
    tidigare: list[str] = []
    besvarade = _besvarade(tabell, foljda, material)
    for rubrik, grupp in grupperade(foljda):
        rader.append(Rad(rubrik, (None,) * len(tabell.kolumner), "heading", 0))
        for post in grupp:
            namn = namngivare.namn(post.insats)
            svaren = svar_av(post, material, tabell.fragor)
            celler = tuple(
                statuscell(f, s, namn) for f, s in zip(tabell.fragor, svaren, strict=True)
            )
            rader.append(Rad(namn, celler, id=f"insats-{post.insats.nr}"))
            obesvarade += _obesvarat(namn, tabell, svaren, besvarade)
            tidigare += _tidigare(namn, tabell, svaren)
    besvarad = any(cell is not None for rad in rader for cell in rad.varden)
    return Tabell(
        id=tabell.id,
        titel=tabell.titel,
        enhet="text",
        kolumner=tabell.rubriker,
        rader=tuple(rader) if besvarad else (),
        etikettrubrik="Insats",
        anmarkningar=(
            *tabell.anmarkningar,
            *_mening("Ej besvarat", obesvarade),
            *_mening("Tidigare i perioden", tidigare),
        ),
    )


def svar_av(
    post: Post, material: Uppfoljningsmaterial, fragor: tuple[Fraga, ...]
) -> tuple[Periodsvar | None, ...]:
    """The post's answer to each question; None for one that is not put to it."""
    rapporter = material.rapporter(*post.nummer)
    return tuple(
        None if fraga.bara_ny and not post.ny else periodsvar(fraga.falt, rapporter, fraga.bra)
        for fraga in fragor
    )


def statuscell(fraga: Fraga, svar: Periodsvar | None, namn: str) -> Cell:
    """The answer as a status that leads to its report; None where there is none."""
    if svar is None or svar.rapport is None or svar.svar == EJ_BESVARAD:
        return None
    kalla = Kalla(svar.rapport.adress, f"Kvartalsrapport {svar.rapport.period.namn}, {namn}")
    return Lage(Svar(svar.svar).label, farg(fraga, svar.svar), kalla)


def farg(fraga: Fraga, svar: str) -> str:
    """How an answer is coloured: bra, halvbra or dalig; "" for what does not apply."""
    if svar in (EJ_AKTUELL, EJ_BESVARAD):
        return ""
    if svar in fraga.bra:
        return "bra"
    return "halvbra" if svar in fraga.halvbra else "dalig"


def _besvarade(
    tabell: Fragetabell, alla: tuple[Post, ...], material: Uppfoljningsmaterial
) -> frozenset[str]:
    """The fields that somebody has answered: what nobody has is no gap of one insats."""
    return frozenset(
        fraga.falt
        for post in alla
        for fraga, svar in zip(tabell.fragor, svar_av(post, material, tabell.fragor), strict=True)
        if svar is not None and svar.svar != EJ_BESVARAD
    )


def _obesvarat(
    namn: str,
    tabell: Fragetabell,
    svaren: tuple[Periodsvar | None, ...],
    besvarade: frozenset[str],
) -> list[str]:
    """ "Bron (Vakanser SOF-medel)"; where no report was handed in, that."""
    tysta = [
        rubrik.rstrip("*")
        for (falt, rubrik), svar in zip(tabell.kolumner, svaren, strict=True)
        if svar is not None and svar.svar == EJ_BESVARAD and falt in besvarade
    ]
    if not tysta:
        return []
    if all(svar is None or svar.rapport is None for svar in svaren):
        return [f"{namn} (ingen rapport)"]
    stallda = sum(svar is not None for svar in svaren)
    return [namn if len(tysta) == stallda else f"{namn} ({', '.join(tysta)})"]


def _tidigare(namn: str, tabell: Fragetabell, svaren: tuple[Periodsvar | None, ...]) -> list[str]:
    """ "Bron: Vakanser SOF-medel Ja (kvartal 1 2021)"."""
    return [
        f"{namn}: {rubrik.rstrip('*')} {Svar(svar).label} ({rapport.period.namn})"
        for rubrik, ett in zip(tabell.rubriker, svaren, strict=True)
        if ett is not None
        for rapport, svar in ett.samre
    ]


def _mening(inledning: str, delar: list[str]) -> tuple[str, ...]:
    return (f"{inledning}: {'; '.join(delar)}.",) if delar else ()
