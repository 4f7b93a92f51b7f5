"""The finishing step of a PDF: what WeasyPrint 70 leaves out of the tag tree, and PDF/UA's mark.

Runs on the objects just before they are written. Each fault that is mended here has its own
function; the tests look for the result in the finished file.
"""

from collections.abc import Callable
from xml.etree.ElementTree import Element

import pydyf
from weasyprint.document import Document

from finsam.rapporter.render.artefakter import gor_artefakter
from finsam.rapporter.render.tabelltaggar import foga_ihop_tabeller
from finsam.rapporter.render.taggar import barn, lankar, objektet, peka_om

PUNKT_PER_PIXEL = 0.75
RUBRIKER = ("h1", "h2", "h3", "h4", "caption")

# PDF/UA's own identifier, and the schema that PDF/A wants for identifiers that are not its own.
PDFUA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed\
</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def efterarbete(html: Element) -> Callable[[Document, pydyf.PDF], None]:
    """A WeasyPrint finisher for the document that was drawn from the parsed `html`."""
    rubriker = _rubriker(html)

    def gor_klart(dokument: Document, pdf: pydyf.PDF) -> None:
        foga_ihop_tabeller(dokument, pdf)
        for objekt in pdf.objects:
            if not isinstance(objekt, dict):
                continue
            if objekt.get("S") == "/TH":
                _ange_rackvidd(objekt, pdf)
            elif objekt.get("S") == "/Figure":
                _ratta_bildruta(objekt, pdf)
            elif objekt.get("S") == "/L":
                _tagga_innehall(objekt, pdf)
            elif objekt.get("Subtype") == "/Link" and "Dest" in objekt:
                malet = objekt["Dest"].string
                objekt["Contents"] = pydyf.String(rubriker.get(malet, malet))
        gor_artefakter(pdf)
        _mark_pdfua(pdf)

    return gor_klart


def _rubriker(html: Element) -> dict[str, str]:
    """Anchor → the heading or caption that it leads to, for every element with an id."""
    rubriker = {}
    for element in html.iter():
        if id_ := element.get("id"):
            rubrik = next((e for e in element.iter() if e.tag in RUBRIKER), None)
            if rubrik is not None:
                rubriker[id_] = " ".join("".join(rubrik.itertext()).split())
    return rubriker


def _ange_rackvidd(cell: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """Says whether a header cell heads its column (it stands in THead) or its row."""
    rad = objektet(pdf, cell["P"])
    grupp = objektet(pdf, rad["P"])
    cell["A"]["Scope"] = "/Column" if grupp["S"] == "/THead" else "/Row"


def _ratta_bildruta(figur: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """A figure's box in points from the foot of the page; it was in pixels from the top."""
    sidhojd = objektet(pdf, figur["Pg"])["MediaBox"][3]
    x1, y1, x2, y2 = (matt * PUNKT_PER_PIXEL for matt in figur["A"]["BBox"])
    figur["A"]["BBox"] = pydyf.Array([x1, sidhojd - y2, x2, sidhojd - y1])


def _mark_pdfua(pdf: pydyf.PDF) -> None:
    """Puts PDF/UA-1 beside PDF/A-3a in the metadata that readers ask."""
    strom = objektet(pdf, pdf.catalog["Metadata"])
    strom.stream = [del_.replace(b"</rdf:RDF>", PDFUA) for del_ in strom.stream]


def _tagga_innehall(lista: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """A list of nothing but links within the document is a contents list: TOC, TOCI, Reference."""
    punkter = [barn_ for barn_ in barn(lista, pdf) if barn_["S"] == "/LI"]
    kroppar = [kropp for punkt in punkter for kropp in barn(punkt, pdf)]
    if not kroppar or not all(_ar_hanvisning(kropp, pdf) for kropp in kroppar):
        return
    lista["S"] = "/TOC"
    for punkt in punkter:
        punkt["S"] = "/TOCI"
    for kropp in kroppar:
        kropp["S"] = "/Reference"
        for lank in barn(kropp, pdf):
            _slata_ut(lank, pdf)


def _slata_ut(lank: pydyf.Dictionary, pdf: pydyf.PDF) -> None:
    """One Link of heading and page number: the number was a link of its own within the other."""
    for inre in [del_ for del_ in barn(lank, pdf) if del_["S"] == "/Link"]:
        plats = lank["K"].index(inre.reference)
        lank["K"][plats : plats + 1] = inre["K"]
        peka_om(inre, lank, pdf)


def _ar_hanvisning(kropp: pydyf.Dictionary, pdf: pydyf.PDF) -> bool:
    """Whether all that a list item holds is a link to a place in the same document."""
    delar = barn(kropp, pdf)
    return bool(delar) and all(
        del_["S"] == "/Link" and any("Dest" in annotering for annotering in lankar(del_, pdf))
        for del_ in delar
    )
