"""Roles of rows: what rules, goals and charts ask a layout for, without knowing its row ids.

A role is the sum of one or more rows (a minus takes one away), written under [roller] in the
layout. What a layout does not say is not asked: the rule that needs it stays silent.
"""

from collections.abc import Mapping
from decimal import Decimal

from ekonomi.uppstallning.berakna import UTFALL, Berakning
from ekonomi.uppstallning.mall import Term, Uppstallningsmall
from ekonomi.uppstallning.tomlfalt import Falt
from finsam.money import summa
from finsam.periods import Period

# What each role is, as it is told to the one who writes a layout.
ROLLER: Mapping[str, str] = {
    "medlemsavgifter": "årets avgifter från medlemmarna",
    "summa_intakter": "verksamhetens intäkter",
    "summa_kostnader": "verksamhetens kostnader, före finansiella poster",
    "verksamhetens_resultat": "intäkter och kostnader, före finansiella poster",
    "finansnetto": "finansiella intäkter och kostnader",
    "arets_resultat": "resultaträkningens sista rad",
    "oversikt_kostnader": "kostnaderna i översikten över flera år",
    "oversikt_resultat": "resultatet i översikten över flera år",
    "egna_kostnader": "kostnader som inte är rekvisitioner från insatser",
    "fortroendevalda": "driftredovisningens förtroendevalda",
    "forvaltning_brutto": "förvaltningen före finansnetto",
    "forvaltning_netto": "förvaltningen efter finansnetto",
    "externa_projekt": "egna kostnader som andra finansierar",
    "ovriga_insatser": "egna kostnader för övriga samverkansinsatser",
    "insatser_totalt": "alla samverkansinsatser",
    "kompetens": "kompetenshöjande insatser",
    "summa_tillgangar": "balansräkningens tillgångar",
    "omsattningstillgangar": "balansräkningens omsättningstillgångar",
    "kortfristiga_skulder": "balansräkningens kortfristiga skulder",
    "eget_kapital": "balansräkningens eget kapital",
    "reservfond": "den bundna reservfonden",
    "tidigare_overskott": "balanserat resultat från tidigare år",
    "resultat_fg_ar": "fjolårets resultat, där det har en egen rad",
    "periodens_resultat": "balansräkningens resultat för perioden",
    "soliditet": "eget kapital som andel av tillgångarna",
    "kassalikviditet": "omsättningstillgångar som andel av kortfristiga skulder",
    "anskaffning": "inventariernas anskaffningsvärde",
    "ackumulerade_avskrivningar": "inventariernas avskrivningar hittills, minus",
    "inventarier": "inventariernas bokförda värde",
    "avskrivningar": "periodens avskrivningar, en kostnad",
    "periodiserade_avgifter": "medlemsavgifter som är betalda men inte intjänade",
    "semesterskuld": "upplupna semesterlöner",
    "semesteravgifter": "sociala avgifter på de upplupna semesterlönerna",
    "semesterkostnad": "kostnaden för förändrad semesterlöneskuld",
    "realisationsvinster": "vinster av sålda placeringar och inventarier",
    "realisationsforluster": "förluster som balanskravet inte räknar med",
    "orealiserade_vinster": "värdeökning av placeringar som inte är sålda",
    "orealiserade_forluster": "värdeminskning av placeringar som inte är sålda",
    "balanskravsresultat": "balanskravsutredningens sista rad",
}


def las_roller(falt: Falt) -> Mapping[str, tuple[Term, ...]]:
    """The layout's [roller]: a row id, or a list of them, per role."""
    falt.kanda(ROLLER)
    # One id is written as it is, several as a list.
    rader = {n: v if isinstance(v, list) else [v] for n, v in falt.post.items() if n in ROLLER}
    lista = Falt(rader, falt.plats, falt.fel)
    return {namn: lista.termer(namn) for namn in rader}


def rollrad(mall: Uppstallningsmall, roll: str) -> str | None:
    """The id of the row that has the role; None when there is none, or when several share it."""
    termer = mall.radroller.get(roll, ())
    return termer[0].rad if len(termer) == 1 and termer[0].tecken > 0 else None


def rollvarde(
    berakning: Berakning, roll: str, period: Period, slag: str = UTFALL, matt: str = ""
) -> Decimal | None:
    """The role's figure in base unit; None when the layout has no such role, or no figure."""
    termer = berakning.mall.radroller.get(roll, ())
    tal = [(t.tecken, berakning.varde(t.rad, slag, period, matt)) for t in termer]
    kanda = [tecken * belopp for tecken, belopp in tal if belopp is not None]
    if not termer or len(kanda) < len(tal):
        return None
    return kanda[0] if len(kanda) == 1 else summa(kanda)
