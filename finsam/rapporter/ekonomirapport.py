"""One way to make every document with accounts: a year's, a half-year's, a tertial's.

What differs between them is data: the outline, and which periods they are made for.
"""

from dataclasses import dataclass, replace
from datetime import date

from finsam.periods import Period
from finsam.rapporter.choices import Rapportslag
from finsam.rapporter.disposition import Del, Material, sammanstall
from finsam.rapporter.dokument import Rapport, Varde
from finsam.rapporter.kapitel import insatser
from finsam.rapporter.kontroller import kontrollera
from finsam.rapporter.selectors import UnderlagSaknas, del_av_aret, material_for
from finsam.rapporter.undantagsavsnitt import med_undantag
from finsam.rapporter.uppfoljning.figurer import figurer


@dataclass(frozen=True)
class Ekonomirapport:
    """A kind of document with accounts.

    `delar` are the parts of a year it is made for, "" the whole; `fel` says so in Swedish, `{ar}`
    being the year asked for.
    """

    slag: Rapportslag
    disposition: tuple[Del[Material], ...]
    delar: frozenset[str]
    fel: str

    def bygg(self, period: Period, idag: date) -> Rapport:
        """The period's document with its kontroller. Raises UnderlagSaknas without a ledger."""
        if del_av_aret(period) not in self.delar:
            raise UnderlagSaknas(self.fel.format(ar=period.ar))
        return self.stall_upp(material_for(self.slag, period, idag))

    def stall_upp(self, material: Material) -> Rapport:
        """The document that the material makes; pure."""
        namngivna: dict[str, Varde] = {
            **material.ekonomi.figurer,
            **insatser.antal(material.register, material.period),
            **figurer(material.uppfoljning, material.period, material.summa),
            **material.texter.uppgifter,
        }
        rapport = Rapport(
            slag=self.slag,
            titel=f"{self.slag.label} {material.period.namn}",
            period=material.period,
            forbund=material.register.forbund,
            avsnitt=sammanstall(self.disposition, material, namngivna),
            figurer=namngivna,
        )
        rapport = replace(rapport, kontroller=kontrollera(rapport, material))
        return med_undantag(rapport)
