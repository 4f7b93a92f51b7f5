"""Page headers, page numbers and repeated table heads: printed on the page, no part of the text.

WeasyPrint marks them as any other text and leaves them out of the tag tree; here they become
artifacts, which a screen reader passes over.
"""

from collections.abc import Iterator

import pydyf

from finsam.rapporter.render.taggar import barn, objektet


def gor_artefakter(pdf: pydyf.PDF) -> None:
    """Marks every piece of content that the tag tree does not reach as an artifact."""
    rot = objektet(pdf, pdf.catalog["StructTreeRoot"])
    lasta: dict[bytes, set[int]] = {referens: set() for referens in pdf.page_references}
    for sida, nummer in _innehall(rot, pdf):
        lasta[sida].add(nummer)
    nummertrad = objektet(pdf, rot["ParentTree"])["Nums"]
    for referens, lasta_har in lasta.items():
        sida = objektet(pdf, referens)
        # The tree is a flat row of page number, parents, page number, parents …
        foraldrar = nummertrad[2 * sida["StructParents"] + 1]
        for olast in set(range(len(foraldrar))) - lasta_har:
            foraldrar[olast] = "null"
        _mark_om(objektet(pdf, sida["Contents"]), lasta_har)


def _innehall(tagg: pydyf.Dictionary, pdf: pydyf.PDF) -> Iterator[tuple[bytes, int]]:
    """(page, number) of every piece of content under a tag."""
    for del_ in tagg["K"]:
        if isinstance(del_, int):
            yield tagg["Pg"], del_
    for under in barn(tagg, pdf):
        yield from _innehall(under, pdf)


def _mark_om(strom: pydyf.Stream, lasta: set[int]) -> None:
    """Pieces stand in the stream as tag, properties, BDC; those not in `lasta` change the first."""
    for plats, del_ in enumerate(strom.stream):
        if isinstance(del_, pydyf.Dictionary) and "MCID" in del_ and del_["MCID"] not in lasta:
            strom.stream[plats - 1] = "/Artifact"
            strom.stream[plats] = pydyf.Dictionary({"Type": "/Pagination"})
