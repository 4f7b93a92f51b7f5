"""Rules that somebody let pass are printed in the document."""

from dataclasses import replace

from finsam.rapporter.dokument import Avsnitt, Lista, Rapport

ID = "undantag"


def med_undantag(rapport: Rapport) -> Rapport:
    """The document with a section of its waivers, last or before the page of signatures."""
    undantag = [k for k in rapport.kontroller if not k.ok and k.undantag]
    if not undantag:
        return rapport
    # What tells of participants is not written out: the document may be published.
    poster = tuple(
        (f"{k.rubrik}: {k.var}", k.undantag if k.personer else f"{k.text} {k.undantag}")
        for k in undantag
    )
    nytt = Avsnitt(ID, "Undantag från kontroller", 1, (Lista(ID, poster),))
    ovriga = tuple(avsnitt for avsnitt in rapport.avsnitt if avsnitt.id != ID)
    plats = len(ovriga) - _undertecknas(ovriga)
    return replace(rapport, avsnitt=(*ovriga[:plats], nytt, *ovriga[plats:]))


def _undertecknas(avsnitt: tuple[Avsnitt, ...]) -> bool:
    block = avsnitt[-1].block if avsnitt else ()
    return any(isinstance(b, Lista) and b.slag == "underskrifter" for b in block)
