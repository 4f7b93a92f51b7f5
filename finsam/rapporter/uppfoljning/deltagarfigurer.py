"""Named figures of participants over a period: counts by sex, and shares, each with its källa."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from finsam.rapporter.dokument import Varde
from finsam.rapporter.uppfoljning.adresser import Adresser, Antalsurval
from finsam.rapporter.uppfoljning.material import Deltagaruppgifter
from finsam.rapporter.uppfoljning.raknat import KON, UTAN_KATEGORI, Raknat, raknat
from uppfoljning.calculations import deltagare, matt
from uppfoljning.calculations.antal import Konsandel, Konsantal, andelar, rakna
from uppfoljning.calculations.smatal.rakning import ALLA_KON, Delar, Rakning
from uppfoljning.choices import KATEGORIER, Avslutsorsak

Namngiven = tuple[str, Varde]
ANDELSER = ("_k", "_m", "")
# Categories told together in the texts: the figure's name, the measure, the categories.
SAMMANSLAGNA = (
    ("under_30", matt.ALDER, ("15-29",)),
    ("forsorjning_over_3", matt.FORSORJNINGSTID, ("4-6", "7-9", "over_9")),
    ("eftergymnasial", matt.UTBILDNING, ("eftergymnasial", "hogskola_kort", "hogskola_lang")),
)
AVSLUT = {
    "arbete": matt.ARBETE,
    "arbete_studier": matt.ARBETE_STUDIER,
    "arbete_studier_sokande": (*matt.ARBETE_STUDIER, matt.ARBETSSOKANDE),
    "ovriga_avslut": tuple(
        val for val in Avslutsorsak.values if val not in (*matt.ARBETE_STUDIER, matt.ARBETSSOKANDE)
    ),
    **{f"avslut_{val}": (val,) for val in Avslutsorsak.values},
}
# Shares: the figure's name, the measure, its categories, and those they are a share of.
ANDELAR = (
    *((f"andel_{val}", matt.AVSLUTSORSAK, (val,), matt.ARBETE) for val in matt.ARBETE),
    ("andel_studerande", matt.AVSLUTSORSAK, (matt.STUDERANDE,), matt.ARBETE_STUDIER),
    ("andel_deltid", matt.OMFATTNING, ("25", "40", "50", "70", "75"), None),
    ("andel_heltid", matt.OMFATTNING, ("100",), None),
)


def deltagarfigurer(
    uppgifter: Deltagaruppgifter, summa: Raknat, adresser: Adresser
) -> Iterator[Namngiven]:
    """Every figure by name. `summa` are all insatser that count their participants."""
    yield from nyckelfigurer(uppgifter, summa, adresser)
    alla = _Figurer(summa, uppgifter, adresser)
    yield from alla.andelar()
    yield from alla.bakgrund()
    raknade = uppgifter.raknade("antal")
    insatser = uppgifter.underlag.insatser
    forrehab = [(i.nr,) for i in insatser if i.forrehabiliterande and i.nr in raknade]
    deras = raknat(uppgifter, forrehab)
    yield from _Figurer(deras, uppgifter, adresser).plan("andel_med_plan_forrehab")


def nyckelfigurer(
    uppgifter: Deltagaruppgifter, summa: Raknat, adresser: Adresser
) -> Iterator[Namngiven]:
    """The flow, where those who ended went, and their shares."""
    alla = _Figurer(summa, uppgifter, adresser)
    yield from alla.floden()
    yield from alla.avslut()


def var_for_sig(uppgifter: Deltagaruppgifter) -> Raknat:
    """All insatser that count their participants, none of them joined with another."""
    return raknat(uppgifter, [(nr,) for nr in uppgifter.raknade("antal")])


@dataclass(frozen=True)
class _Figurer:
    raknat: Raknat
    uppgifter: Deltagaruppgifter
    adresser: Adresser

    def varde(self, tal: Decimal | int | None, enhet: str, ett: str, rakning: Rakning) -> Varde:
        period = self.uppgifter.period
        kalla = self.adresser.antalskalla(period, f"Antal, {period.namn}", Antalsurval(ett))
        return Varde(tal, enhet, kalla, rakning=rakning)

    def konsvis(
        self, namn: str, antal: Konsantal | None, ett: str, delar: tuple[Delar, ...]
    ) -> Iterator[Namngiven]:
        """The count, by sex too, and the shares of women and men (F35)."""
        if antal is None:
            return
        tal = zip(ANDELSER, (antal.k, antal.m, antal.summa), delar, strict=True)
        for andelse, varde, del_ in tal:
            yield f"{namn}{andelse}", self.varde(varde, "antal", ett, Rakning(del_))
        k, m, _ = delar
        procent = deltagare.konsfordelning(antal)
        for andelse, varde, del_ in zip(("k", "m"), procent or (), (k, m), strict=bool(procent)):
            andel = Decimal(varde) / 100
            yield f"{namn}_andel_{andelse}", self.varde(andel, "procent", ett, Rakning(del_, k | m))

    def antal(
        self, namn: str, ett: str, kategorier: tuple[str, ...] = UTAN_KATEGORI
    ) -> Iterator[Namngiven]:
        delar = tuple(self.raknat.delar(ett, kon, kategorier) for kon in KON.values())
        tal = rakna(self.raknat.antal, ett, kategorier)
        return self.konsvis(namn, tal, ett, delar)

    def kvot(
        self, namn: str, kvot: Konsandel, ett: str, rakningar: tuple[Rakning, ...]
    ) -> Iterator[Namngiven]:
        tal = zip(ANDELSER, (kvot.k, kvot.m, kvot.alla), rakningar, strict=True)
        for andelse, varde, rakning in tal:
            yield f"{namn}{andelse}", self.varde(varde, "procent", ett, rakning)

    def floden(self) -> Iterator[Namngiven]:
        """The flow (F36), those with a plan, the anonymous."""
        if flode := deltagare.flode(self.raknat.antal):
            delar = tuple(
                self.raknat.delar(matt.PAGAENDE_START, kon) | self.raknat.delar(matt.INSKRIVNA, kon)
                for kon in KON.values()
            )
            yield from self.konsvis("deltagare", flode.deltagare, matt.INSKRIVNA, delar)
        for ett in (*matt.FLODE, matt.MED_PLAN, matt.ANONYMA):
            yield from self.antal(ett, ett)

    def avslut(self) -> Iterator[Namngiven]:
        """Who went where, and the shares of those who ended (F33, F34)."""
        avslutade = rakna(self.raknat.antal, matt.AVSLUTADE)
        for namn, kategorier in AVSLUT.items():
            yield from self.antal(namn, matt.AVSLUTSORSAK, kategorier)
            till = rakna(self.raknat.antal, matt.AVSLUTSORSAK, kategorier)
            rakningar = self.raknat.andel_av_avslutade(matt.AVSLUTSORSAK, kategorier)
            kvot = andelar(till, avslutade)
            yield from self.kvot(f"andel_{namn}", kvot, matt.AVSLUTSORSAK, rakningar)
        yield from self.plan("andel_med_plan")

    def plan(self, namn: str) -> Iterator[Namngiven]:
        """The share with a plan, where less than all is never 100 % (F39)."""
        procent = deltagare.strikt_procent(deltagare.andel_med_plan(self.raknat.antal).alla)
        andel = None if procent is None else Decimal(procent) / 100
        rakning = Rakning(self.raknat.delar(matt.MED_PLAN), self.raknat.avslutade["S:a"])
        yield namn, self.varde(andel, "procent", matt.MED_PLAN, rakning)

    def andelar(self) -> Iterator[Namngiven]:
        """Shares of those who went to work or studies, by kind and extent."""
        for namn, ett, kategorier, helhet in ANDELAR:
            av = helhet or tuple(KATEGORIER[ett].values)
            rakningar = tuple(
                Rakning(self.raknat.delar(ett, kon, kategorier), self.raknat.delar(ett, kon, av))
                for kon in KON.values()
            )
            antal = self.raknat.antal
            kvot = andelar(rakna(antal, ett, kategorier), rakna(antal, ett, av))
            yield from self.kvot(namn, kvot, ett, rakningar)

    def bakgrund(self) -> Iterator[Namngiven]:
        """Each category's share of those who came in, as the charts show it (F37)."""
        for ett in matt.BAKGRUND:
            kategorier = tuple(KATEGORIER[ett].values)
            delad = deltagare.fordelning(self.raknat.antal, ett, kategorier)
            grupper = [(rad.kategori, (rad.kategori,)) for rad in delad.rader] if delad else []
            ihop = [(namn, val) for namn, mattet, val in SAMMANSLAGNA if delad and mattet == ett]
            procent = {rad.kategori: rad.procent for rad in delad.rader} if delad else {}
            alla = self.raknat.delar(ett, ALLA_KON, kategorier)
            for namn, valda in [*((f"{ett}_{k}", v) for k, v in grupper), *ihop]:
                namn = namn.replace("-", "_")
                andel = Decimal(sum(procent[val] for val in valda)) / 100
                rakning = Rakning(self.raknat.delar(ett, ALLA_KON, valda), alla)
                yield f"andel_{namn}", self.varde(andel, "procent", ett, rakning)
                yield from self.antal(namn, ett, valda)
