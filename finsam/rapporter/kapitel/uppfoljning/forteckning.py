"""The list of insatser with first and last day: those that go on, and those that ended."""

from finsam.periods import Period
from finsam.rapporter.dokument import Rad, Tabell
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import Namngivare, Post, grupperade, poster
from finsam.typografi import datum


def forteckning(material: Uppfoljningsmaterial, period: Period) -> Tabell:
    """By kind, those that ended in the period last."""
    namngivare = Namngivare(med_fotnot=True)
    alla = poster(material, period)
    rader: list[Rad] = []
    for rubrik, grupp in grupperade(tuple(post for post in alla if not post.avslutad)):
        rader.append(Rad(rubrik, (None, None), "heading", 0))
        rader += [_rad(post, namngivare) for post in grupp]
    if avslutade := [post for post in alla if post.avslutad]:
        rubrik = f"Avslutade insatser under {period.namn}"
        rader.append(Rad(rubrik, (None, None), "heading", 0))
        rader += [_rad(post, namngivare) for post in avslutade]
    return Tabell(
        id="insatser",
        titel="Insatser",
        enhet="text",
        kolumner=("Start", "Avslut"),
        rader=tuple(rader),
        etikettrubrik="Insats",
        anmarkningar=tuple(namngivare.fotnoter),
    )


def _rad(post: Post, namngivare: Namngivare) -> Rad:
    dagar = (datum(post.start), datum(post.slut))
    return Rad(namngivare.namn(post.insats), dagar, id=f"insats-{post.insats.nr}")
