"""Reading a folder: every part in order, inside one transaction, all or nothing."""

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import Any

from django.db import transaction

from finsam.mapp.delar import Mappdel, Tillfalle, alla_delar, del_for
from finsam.mapp.filer import Filkalla
from finsam.mapp.las import Oppnade
from finsam.mapp.rapport import Inlasningsrapport
from finsam.permissions import far, rollerna
from finsam.tabular.location import Anmarkning, Plats
from finsam.typografi import uppraknat

Framsteg = Callable[[str, float], None]
FILTYPER = frozenset({".csv", ".xlsx", ".toml", ".md", ".se", ".si", ".sie"})


def las_in(
    filer: Iterable[Filkalla],
    anvandare: Any = None,
    torrkor: bool = False,
    framsteg: Framsteg = lambda fil, andel: None,
    vantat: str | None = None,
) -> Inlasningsrapport:
    """Reads the files and tells what they did; on a dry run what they would do.

    Stores everything or, when any file has a fault, nothing. A user (None: the command line, which
    may everything) reads only the parts of which the role has the right. `framsteg` is told the
    file at hand and the share (0-1) of all files that is done. With `vantat`, the mark of a dry
    run, nothing is stored unless it is just what the dry run said.
    """
    rapport = Inlasningsrapport()
    fordelade = _fordelade(list(filer), anvandare, rapport)
    antal = sum(map(len, fordelade.values())) or 1
    klara = 0
    oppnade: Oppnade = set()
    with transaction.atomic():
        for del_ in alla_delar():
            kallor = fordelade.get(del_.namn)
            if not kallor:
                continue

            def visa(andel: float, klara: int = klara, kallor: list[Filkalla] = kallor) -> None:
                framsteg(kallor[0].namn, (klara + andel * len(kallor)) / antal)

            visa(0)
            rapport.filer += del_.las_in(kallor, Tillfalle(anvandare, visa, oppnade))
            klara += len(kallor)
        som_vantat = vantat in (None, rapport.avtryck)
        rapport.sparad = not torrkor and not rapport.alla_fel and som_vantat
        if not rapport.sparad:
            transaction.set_rollback(True)
    return rapport


def _fordelade(
    filer: list[Filkalla], anvandare: Any, rapport: Inlasningsrapport
) -> dict[str, list[Filkalla]]:
    """The files by part; those without a part or beyond the user's role become faults."""
    fordelade: dict[str, list[Filkalla]] = {}
    if not filer:
        rapport.fel.append(Anmarkning(Plats("mappen"), "Här finns inga filer att läsa in."))
    for kalla in filer:
        del_ = del_for(kalla.namn)
        if fel := _hinder(kalla, del_, anvandare):
            rapport.fel.append(Anmarkning(Plats(kalla.namn), fel))
        elif del_:
            fordelade.setdefault(del_.namn, []).append(kalla)
    return fordelade


def _hinder(kalla: Filkalla, del_: Mappdel | None, anvandare: Any) -> str:
    andelse = PurePath(kalla.namn).suffix.lower()
    if del_ is None and andelse not in FILTYPER:
        return f"Filtypen {andelse or 'utan ändelse'} tillåts inte."
    if del_ is None:
        return "Filen känns inte igen. Den ska heta som i mallarna, till exempel medlemmar.csv."
    if anvandare is not None and not far(anvandare, del_.ratt):
        roller = rollerna(del_.ratt)
        vem = f"rollen {roller[0]}" if len(roller) == 1 else f"rollerna {uppraknat(roller)}"
        return f"Din roll får inte läsa in {del_.rubrik.lower()}. Det får {vem} göra."
    return ""
