"""Which rows of a layout play which part in the decision space: an association's own choice.

[beslutsutrymme]
intakter = ["drift_medlemsavgifter"]    the allocation first, then other income
fortroendevalda = ["drift_fortroendevalda"]
forvaltning = ["drift_kansli"]
insatser = ["drift_individ"]            rows with per = "insats"
ovriga = ["drift_ekonom"]               the association's own samverkansinsatser, a line each
"""

from collections.abc import Iterator

from ekonomi.uppstallning.mall import Konton, Uppstallningsmall, Utrymmesrader
from ekonomi.uppstallning.tomlfalt import Falt

AVSNITT = "beslutsutrymme"


def las_utrymmesrader(rot: Falt) -> Utrymmesrader | None:
    """The rows that the file names; None for a file without them."""
    if AVSNITT not in rot.post:
        return None
    falt = rot.under(rot.post[AVSNITT], AVSNITT)
    falt.kanda(Utrymmesrader.__dataclass_fields__)
    return Utrymmesrader(
        intakter=_lista(falt, "intakter"),
        fortroendevalda=_lista(falt, "fortroendevalda"),
        forvaltning=_lista(falt, "forvaltning"),
        insatser=_lista(falt, "insatser"),
        ovriga=falt.texter("ovriga"),
    )


def _lista(falt: Falt, namn: str) -> tuple[str, ...]:
    rader = falt.texter(namn)
    if not rader:
        falt.anmark(namn, "listan är tom. Ange minst ett rad-id.")
    return rader


def fel_i_utrymmesrader(mall: Uppstallningsmall) -> Iterator[str]:
    """Rows that are not there, and a row of insatser that is not one per insats."""
    if mall.utrymmesrader is None:
        return
    for namn in Utrymmesrader.__dataclass_fields__:
        for id_ in getattr(mall.utrymmesrader, namn):
            if id_ not in mall.rader:
                yield f"{AVSNITT}, nyckel ”{namn}”: raden ”{id_}” finns inte i uppställningen."
            elif namn == "insatser" and not _per_insats(mall, id_):
                yield f'{AVSNITT}, nyckel ”{namn}”: raden ”{id_}” ska ha per = "insats".'


def _per_insats(mall: Uppstallningsmall, id_: str) -> bool:
    innehall = mall.rader[id_][1].innehall
    return isinstance(innehall, Konton) and innehall.per == "insats"
