"""A small print document of the same build as the real ones, for the tests of the PDF."""

from html import escape

AVSNITT = [
    ("ordforanden", "Ordföranden har ordet", 1),
    ("forvaltning", "Förvaltningsberättelse", 1),
    ("medlemmar", "Förbundets medlemmar", 2),
    ("ekonomi", "Ekonomisk redogörelse", 1),
    ("resultat", "Resultaträkning", 2),
    ("intakter", "Verksamhetens intäkter", 3),
    ("driften", "Driftredovisning", 2),
    ("underskrift", "Underskrifter", 1),
]
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 60" role="img">'
    "<title>Kostnaderna ökade till 26,5 mkr</title><desc>2023: 25,2 mkr; 2024: 26,5 mkr</desc>"
    '<rect x="0" y="10" width="400" height="30" fill="#0b4f6c"/>'
    '<text x="410" y="30" font-family="Source Sans 3" font-size="13">26,5</text></svg>'
)
TEXT = (
    "Förbundet ska främja samverkan och underlätta en effektiv resursanvändning inom "
    "rehabiliteringsområdet mellan försäkringskassa, arbetsförmedling, region och kommuner. "
)


def tabell(titel: str, rader: int) -> str:
    """A table of two figure columns: a heading, `rader` lines, a sum and a total."""
    kropp = ['<tr class="heading niva0"><th scope="row">Kostnader</th><td></td><td></td></tr>']
    for nr in range(1, rader + 1):
        kropp.append(
            f'<tr class="line niva1"><th scope="row">Konto {nr}</th>'
            f"<td>{nr}\u00a0250\u00a0000</td><td>−{nr}\u00a0000</td></tr>"
        )
    kropp.append('<tr class="sum niva1"><th scope="row">Summa</th><td>1</td><td>2</td></tr>')
    kropp.append('<tr class="total niva0"><th scope="row">Resultat</th><td>1</td><td>2</td></tr>')
    return (
        f'<table class="tabell" data-kolumner="2"><caption>{escape(titel)}</caption>'
        '<thead><tr><th scope="col">Post</th><th scope="col">Utfall 2024</th>'
        f'<th scope="col">Utfall 2023</th></tr></thead><tbody>{"".join(kropp)}</tbody></table>'
    )


def exempel(rader: int = 12) -> str:
    """A cover, a contents list, eight sections, two tables, a chart and a signature page."""
    innehall, avsnitt = [], []
    for id_, rubrik, niva in AVSNITT:
        innehall.append(f'<li class="niva{niva}"><a href="#a-{id_}">{rubrik}</a></li>')
        block = f"<p>{TEXT * 5}</p>"
        if id_ == "resultat":
            block += tabell("Resultaträkning, kr", rader)
        if id_ == "driften":
            block += (
                f'<figure class="diagram">{SVG}<figcaption>Kostnader, mkr</figcaption></figure>'
            )
            block += tabell("Driftredovisning, kr", 6)
        if id_ == "underskrift":
            block += '<ul class="underskrifter"><li>Anna Alm<br>Ordförande, Regionen</li></ul>'
        avsnitt.append(
            f'<section id="a-{id_}" class="niva{niva}"><h{niva}>{rubrik}</h{niva}>{block}</section>'
        )
    return (
        '<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8">'
        "<title>Årsredovisning 2024 – Samordningsförbundet Exempel</title>"
        '<meta name="author" content="Samordningsförbundet Exempel">'
        '<meta name="dcterms.created" content="2024-12-31"></head><body><article class="rapport">'
        '<section class="omslag"><p class="forbund">Samordningsförbundet Exempel</p>'
        '<p class="dokument">Årsredovisning</p><p class="period">2024</p></section>'
        f'<nav class="innehall"><h1>Innehåll</h1><ol>{"".join(innehall)}</ol></nav>'
        f"<main>{''.join(avsnitt)}</main></article></body></html>"
    )
