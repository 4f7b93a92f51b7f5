"""Rules that somebody let pass are printed in the document."""

from dataclasses import replace

from finsam.rapporter.dokument import Avsnitt, Lista, Rapport


def med_undantag(rapport: Rapport, fore_sista: bool = False) -> Rapport:
    """The document with a section of its waivers, last or before its last section (signatures)."""
    undantag = [k for k in rapport.kontroller if not k.ok and k.undantag]
    if not undantag:
        return rapport
    # What tells of participants is not written out: the document may be published.
    poster = tuple(
        (f"{k.rubrik}: {k.var}", k.undantag if k.personer else f"{k.text} {k.undantag}")
        for k in undantag
    )
    avsnitt = Avsnitt("undantag", "Undantag från kontroller", 1, (Lista("undantag", poster),))
    plats = len(rapport.avsnitt) - fore_sista
    return replace(rapport, avsnitt=(*rapport.avsnitt[:plats], avsnitt, *rapport.avsnitt[plats:]))
