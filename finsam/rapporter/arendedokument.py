"""What other rooms' subjects bring to a meeting as a document, frozen with the matter."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from ekonomi.arendeamnen import BUDGET, INGEN_TILLDELNING, INGET_FORSLAG, TILLDELNING
from ekonomi.calculations.budgetposter import Grupp, Post, Summor, summera
from ekonomi.models import Budget
from ekonomi.motesunderlag import POSTTABELL, RESULTAT
from ekonomi.selectors.budget import Budgetbild, budgetbild
from finsam.models import Forbund
from finsam.periods import Period
from finsam.rapporter.avgiftsmaterial import avgiftsmaterial
from finsam.rapporter.dokument import Avsnitt, Block, Cell, Kalla, Rad, Rapport, Tabell, Varde
from finsam.rapporter.kapitel.kontrolltabeller import plantabell
from finsam.rapporter.medlemsavgifter import SLAG as AVGIFTSSLAG
from finsam.rapporter.medlemsavgifter import stall_upp
from finsam.rapporter.render.json_ import som_data
from finsam.rapporter.selectors import UnderlagSaknas
from finsam.typografi import datum
from styrelse.amnen import Fryst
from styrelse.choices import Bilageslag
from uppfoljning.arendeamnen import KOD as INTERNKONTROLLPLAN
from uppfoljning.selectors.internkontroll import planunderlag

INGEN_PLAN = "Det finns ingen internkontrollplan med moment för {ar}."


def bygg_budget(nyckel: str, internt: bool = False) -> Fryst:
    """The year's open budget: every post beside last year's budget, summed by block, in kr.

    Raises ValidationError in Swedish where there is none.
    """
    versioner = Budget.objects.filter(verksamhetsar=nyckel) if nyckel.isdecimal() else None
    budget = versioner.order_by("version").last() if versioner is not None else None
    if budget is None or not budget.poster.exists():
        raise ValidationError(INGET_FORSLAG.format(ar=nyckel))
    return _fryst(
        BUDGET, budget.verksamhetsar, f"Budget {nyckel}", budgettabell(budgetbild(budget))
    )


def bygg_avgifter(nyckel: str, internt: bool = False) -> Fryst:
    """The paper on which the board lays down the year's fees. Raises ValidationError in Swedish."""
    if len(nyckel) != 4 or not nyckel.isdecimal():
        raise ValidationError(INGEN_TILLDELNING.format(ar=nyckel))
    try:
        material = avgiftsmaterial(AVGIFTSSLAG, Period(int(nyckel)), foreslas=True)
    except UnderlagSaknas as fel:
        raise ValidationError(str(fel)) from fel
    rapport = stall_upp(material)
    kalla = f"{TILLDELNING} {nyckel}"
    return Fryst(som_data(rapport), rapport.titel, kalla, Bilageslag.RAPPORT)


def bygg_internkontrollplan(nyckel: str, internt: bool = False) -> Fryst:
    """The year's plan: risks, and how each is checked. Raises ValidationError in Swedish."""
    plan = planunderlag(int(nyckel), timezone.localdate()) if nyckel.isdecimal() else None
    if plan is None or not plan.moment:
        raise ValidationError(INGEN_PLAN.format(ar=nyckel))
    return _fryst(INTERNKONTROLLPLAN, plan.ar, f"Internkontrollplan {nyckel}", plantabell(plan))


def _fryst(slag: str, ar: int, titel: str, block: Block) -> Fryst:
    forbund = Forbund.objects.first()
    rapport = Rapport(
        slag=slag,
        titel=titel,
        period=Period(ar),
        forbund=forbund.namn if forbund else "",
        avsnitt=(Avsnitt(slag, titel, 1, (block,)),),
    )
    return Fryst(som_data(rapport), titel, f"{slag} {ar}", Bilageslag.RAPPORT)


def budgettabell(bild: Budgetbild) -> Tabell:
    """The version's posts by block, in kr; a column for last year's budget where there is one."""
    med = [p for p in bild.poster if p.belopp is not None or p.fg_budget is not None]
    kalla = Kalla(bild.budget.get_absolute_url(), str(bild.budget))

    def celler(tal: Post | Summor) -> tuple[Cell, ...]:
        alla = (tal.belopp, tal.fg_budget)[: 1 if bild.jamford is None else 2]
        return tuple(None if ett is None else Varde(ett, "kr", kalla) for ett in alla)

    def grupp(en: Grupp) -> tuple[Rad, ...]:
        poster = tuple(Rad(p.etikett, celler(p), id=p.nyckel.kod) for p in en.poster)
        rubrik = Rad(en.namn, (None,) * len(celler(en.summor)), "heading", 0)
        summa = celler(en.summor)
        if all(p.belopp is None for p in en.poster):
            summa = (None, *summa[1:])
        return (rubrik, *poster, Rad(f"Summa {en.namn}", summa, "sum", 0))

    resultat = Rad(RESULTAT.namn, celler(summera(med)), "total", 0, id=RESULTAT.kod)
    ar = bild.budget.verksamhetsar
    return Tabell(
        id=POSTTABELL,
        titel=f"Budget {ar}",
        enhet="kr",
        kolumner=(str(ar), f"Budget {ar - 1}")[: 1 if bild.jamford is None else 2],
        rader=(*(rad for en in bild.grupper(med) for rad in grupp(en)), resultat),
        etikettrubrik="Post",
        anmarkningar=(_version(bild.budget),),
    )


def _version(budget: Budget) -> str:
    upprattad = f", upprättad {datum(budget.upprattad)}" if budget.upprattad else ""
    return f"Version {budget.version}{upprattad}. Intäkter är plus och kostnader minus."


DOKUMENT = {
    BUDGET: bygg_budget,
    TILLDELNING: bygg_avgifter,
    INTERNKONTROLLPLAN: bygg_internkontrollplan,
}
