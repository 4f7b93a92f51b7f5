"""How it goes for an insats, in the few columns of the annual report."""

from finsam.rapporter.dokument import Cell
from finsam.rapporter.kapitel.uppfoljning.kolumner import PER_FALT
from finsam.rapporter.kapitel.uppfoljning.lage import farg, statuscell, svar_av
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import Post
from uppfoljning.fragor import Fraga

# A column and its questions; of several the worst answer stands there.
KOLUMNER = (
    ("Insatsen ligger i fas gällande uppsatta mål", ("i_fas",)),
    ("Styrgruppsmöten enligt avtal", ("styrgruppsmoten",)),
    ("Avvikelser", ("avvikelse_budget", "avvikelse_mal_malgrupp")),
    ("Vakanser", ("vakanser_sof", "vakanser_egna")),
    ("Implementering", ("implementering",)),
)
STATUSKOLUMNER = tuple(rubrik for rubrik, _ in KOLUMNER)
SAMST_FORST = ("dalig", "halvbra", "bra", "")


def arsstatus(post: Post, material: Uppfoljningsmaterial) -> tuple[Cell, ...]:
    """A status per column, nothing where the question was not answered."""
    return tuple(
        _samsta(post, material, tuple(PER_FALT[falt] for falt in falten)) for _, falten in KOLUMNER
    )


def _samsta(post: Post, material: Uppfoljningsmaterial, fragor: tuple[Fraga, ...]) -> Cell:
    svarade = [
        (SAMST_FORST.index(farg(fraga, svar.svar)), cell)
        for fraga, svar in zip(fragor, svar_av(post, material, fragor), strict=True)
        if svar is not None and (cell := statuscell(fraga, svar, post.insats.kortnamn)) is not None
    ]
    return min(svarade, key=lambda par: par[0])[1] if svarade else None
