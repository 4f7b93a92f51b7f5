"""Small steps in the tag tree of a PDF that is about to be written (pydyf's objects)."""

import pydyf


def objektet(pdf: pydyf.PDF, referens: bytes) -> pydyf.Dictionary:
    """The object that a reference such as b"12 0 R" points at."""
    return pdf.objects[int(referens.split()[0])]


def _delar(tagg: pydyf.Dictionary, pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    # What is no reference is the number of a piece of the page's own content.
    return [objektet(pdf, del_) for del_ in tagg["K"] if isinstance(del_, bytes)]


def barn(tagg: pydyf.Dictionary, pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    """The tags directly under a tag, in reading order."""
    return [del_ for del_ in _delar(tagg, pdf) if "S" in del_]


def lankar(tagg: pydyf.Dictionary, pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    """The link annotations that a Link tag holds."""
    return [objektet(pdf, del_["Obj"]) for del_ in _delar(tagg, pdf) if "Obj" in del_]


def peka_om(fran: pydyf.Dictionary, till: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Tells content and annotations of one tag that they now belong to another."""
    foraldratrad = objektet(pdf, objektet(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])
    nummertrad = foraldratrad["Nums"]
    sida = objektet(pdf, fran["Pg"])
    sidans = nummertrad[2 * sida["StructParents"] + 1]
    for del_ in fran["K"]:
        if isinstance(del_, int):
            sidans[del_] = till.reference
    for annotering in lankar(fran, pdf):
        nummertrad[2 * annotering["StructParent"] + 1] = till.reference
