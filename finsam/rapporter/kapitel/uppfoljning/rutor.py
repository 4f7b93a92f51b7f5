"""A box per insats that ended: who, when, what came of it, and its goals with their outcomes."""

from finsam.rapporter.dokument import Block, Lage, Rad, Tabell
from finsam.rapporter.uppfoljning.material import Malutfall, Slutord, Uppfoljningsmaterial

FARGER = {"uppnatt": "bra", "delvis": "halvbra", "ej_uppnatt": "dalig"}


def malblock(insats: int, material: Uppfoljningsmaterial) -> tuple[Block, ...]:
    """The goals of an insats by type, each with its status in words and its outcome."""
    malen = material.mal.get(insats, ())
    if not malen:
        return ()
    rader: list[Rad] = []
    for maltyp in dict.fromkeys(mal.maltyp for mal in malen):
        rader.append(Rad(maltyp, (None, None), "heading", 0))
        rader += [_rad(mal) for mal in malen if mal.maltyp == maltyp]
    return (
        Tabell(
            id=f"mal-insats-{insats}",
            titel="Mål och utfall",
            enhet="text",
            kolumner=("Status", "Utfall"),
            rader=tuple(rader),
            etikettrubrik="Mål",
        ),
    )


def _rad(mal: Malutfall) -> Rad:
    return Rad(mal.text, (Lage(mal.statusord, FARGER.get(mal.status, "")), mal.utfall or None))


def slutposter(insats: int, material: Uppfoljningsmaterial) -> tuple[tuple[str, str], ...]:
    """What the final report says, by heading; what it leaves empty is left out."""
    slutord = material.slutord.get(insats, Slutord())
    poster = (
        ("Sammanfattning", slutord.sammanfattning),
        ("Resultat", slutord.resultat),
        ("Lärdomar", slutord.lardomar),
    )
    return tuple((rubrik, text) for rubrik, text in poster if text.strip())
