"""Participants per insats: in, out, ongoing, to work or studies, anonymous (F33-F36, F39)."""

from collections.abc import Callable
from dataclasses import dataclass

from finsam.periods import Period
from finsam.rapporter.dokument import Cell, Kalla, Rad, Tabell, Varde
from finsam.rapporter.kapitel.uppfoljning.celler import (
    andelsceller,
    antalsceller,
    konsandelar,
    konsceller,
    okant_kon,
    procentcell,
)
from finsam.rapporter.uppfoljning.adresser import HELA_TIDEN, Antalsurval
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.poster import Namngivare, poster
from finsam.rapporter.uppfoljning.raknat import KON, KONEN, Raknat, raknat
from finsam.typografi import MANADER
from uppfoljning.calculations import deltagare, matt
from uppfoljning.calculations.antal import Konsantal, rakna
from uppfoljning.calculations.smatal.rakning import Delar, Rakning

SUMMA = "Summa"
MED_PLAN = "Andel med handlingsplan"
FORDELNING = "Fördelning kvinnor/män"
INGEN_AVSLUTAD = "”–”: ingen avslutad i perioden."
UTAN_RAPPORT = "Antal saknas för: {namn}."


@dataclass(frozen=True)
class Deltagarrad:
    """An insats with participants, with what renews it; no `nummer` for all of them."""

    id: str
    namn: str
    raknat: Raknat
    nummer: tuple[int, ...] = ()


@dataclass(frozen=True)
class Deltagartal:
    """The rows of a table of participants, their sum, and remarks on names and gaps."""

    material: Uppfoljningsmaterial
    period: Period
    rader: tuple[Deltagarrad, ...]
    summa: Deltagarrad
    anmarkningar: tuple[str, ...] = ()

    @property
    def finns(self) -> bool:
        return any(rad.raknat.antal for rad in self.rader)

    def kalla(self, rad: Deltagarrad, ett: str, kategori: str = "") -> Kalla | None:
        """The list of the counts behind a cell."""
        return self.kallor(rad, ett, kategori)[-1]

    def kallor(self, rad: Deltagarrad, ett: str, kategori: str = "") -> tuple[Kalla | None, ...]:
        """The same for K, M and S:a."""
        urval = Antalsurval(ett, kategori, rad.nummer)
        return self.material.adresser.konskallor(self.period, f"{rad.namn}, antal", urval)


Cellrad = Callable[[Deltagarrad], tuple[Cell, ...]]


def deltagartal(
    material: Uppfoljningsmaterial, period: Period, slag: tuple[str, ...] = ("antal",)
) -> Deltagartal:
    """The insatser that count their participants; renewals together with what they renew."""
    uppgifter = material.deltagare
    if uppgifter is None:
        raise ValueError("Materialet har inga deltagaruppgifter.")
    namngivare = Namngivare()
    rader: list[Deltagarrad] = []
    grupper = []
    for post in poster(material, period):
        if post.insats.uppfoljningsslag in slag:
            namn, id_ = namngivare.namn(post.insats), f"insats-{post.insats.nr}"
            rader.append(Deltagarrad(id_, namn, raknat(uppgifter, [post.nummer]), post.nummer))
            grupper.append(post.nummer)
    saknas = [rad.namn for rad in rader if not rad.raknat.antal]
    text = (UTAN_RAPPORT.format(namn="; ".join(saknas)),) if saknas else ()
    summa = Deltagarrad("summa", SUMMA, raknat(uppgifter, grupper))
    return Deltagartal(material, period, tuple(rader), summa, text)


def utfallstabell(tal: Deltagartal) -> Tabell:
    """In, ended in the period and in all, ongoing."""
    spann = manadsspann(tal.period)
    sista = f"{MANADER[tal.period.sista_manad - 1]} {tal.period.ar}"
    rubriker = (
        f"Inregistrerade {spann}",
        f"Avslutade {spann}",
        f"Avslutade under hela insatsperioden t.o.m. {sista}",
        f"Pågående i slutet av {sista}",
    )

    def celler(rad: Deltagarrad) -> tuple[Cell, ...]:
        return tuple(
            cell
            for ett, antal, delar in _utfall(rad.raknat)
            for cell in konsceller(antal, delar, tal.kallor(rad, ett))
        )

    delade = _utfall(tal.summa.raknat)
    fordelade = tuple(
        cell for _, antal, delar in delade for cell in konsandelar(antal, (delar[0], delar[1]))
    )
    return Tabell(
        id="utfall-deltagare",
        titel="Utfall för deltagare",
        enhet="antal",
        kolumner=tuple(f"{rubrik} {kon}" for rubrik in rubriker for kon in KONEN),
        kolumngrupper=tuple((rubrik, len(KONEN)) for rubrik in rubriker),
        rader=_med_summa(tal, celler, fordelade),
        etikettrubrik="Insats",
        anmarkningar=(*tal.anmarkningar, *okant_kon(*(antal for _, antal, _ in delade))),
    )


def _utfall(raknat_: Raknat) -> tuple[tuple[str, Konsantal | None, tuple[Delar, ...]], ...]:
    """In, ended, ended in all and ongoing: the measure, its counts, its base counts by column."""
    antal = raknat_.antal

    def flode(ett: str) -> tuple[str, Konsantal | None, tuple[Delar, ...]]:
        return ett, rakna(antal, ett), tuple(raknat_.delar(ett, kon) for kon in KON.values())

    hela = deltagare.avslutade_hela_tiden(antal, raknat_.tidigare)
    hela_delar = tuple(raknat_.hela_tiden(kon) for kon in KON.values())
    return (
        flode(matt.INSKRIVNA),
        flode(matt.AVSLUTADE),
        (HELA_TIDEN, hela, hela_delar),
        flode(matt.PAGAENDE_SLUT),
    )


def arbetstabell(tal: Deltagartal) -> Tabell:
    """To work or studies, in count and share; ended with a plan."""
    spann, till = manadsspann(tal.period), matt.ARBETE_STUDIER

    def celler(rad: Deltagarrad) -> tuple[Cell, ...]:
        r, kallor = rad.raknat, tal.kallor(rad, matt.AVSLUTSORSAK, "arbete_studier")
        plan = deltagare.strikt_procent(deltagare.andel_med_plan(r.antal).alla)
        andelar = r.andel_av_avslutade(matt.AVSLUTSORSAK, till)
        med_plan = Rakning(r.delar(matt.MED_PLAN), r.avslutade["S:a"])
        antal = deltagare.till_arbete_studier(r.antal)
        return (
            *antalsceller(antal, r, matt.AVSLUTSORSAK, kallor, till),
            *andelsceller(deltagare.andel_arbete_studier(r.antal), andelar, kallor),
            procentcell(plan, med_plan, tal.kalla(rad, matt.MED_PLAN)),
        )

    r = tal.summa.raknat
    antal = deltagare.till_arbete_studier(r.antal)
    k, m = (r.delar(matt.AVSLUTSORSAK, (kon,), till) for kon in ("K", "M"))
    rader = _med_summa(tal, celler, (*konsandelar(antal, (k, m)), *(None,) * 4))
    rubriker = (f"Till arbete eller studier {spann}", "Andel till arbete eller studier")
    return Tabell(
        id="arbete-studier",
        titel="Utfall för deltagare, arbete och studier",
        enhet="antal",
        kolumner=(
            *(f"{rubrik} {kon}" for rubrik in rubriker for kon in KONEN),
            MED_PLAN,
        ),
        kolumngrupper=(*((rubrik, len(KONEN)) for rubrik in rubriker), (MED_PLAN, 1)),
        rader=rader,
        etikettrubrik="Insats",
        anmarkningar=(*tal.anmarkningar, *_ingen_avslutad(rader), *okant_kon(antal)),
    )


def _ingen_avslutad(rader: tuple[Rad, ...]) -> tuple[str, ...]:
    """A remark where a share has nobody to be a share of."""
    celler = [cell for rad in rader for cell in rad.varden if isinstance(cell, Varde)]
    return (INGEN_AVSLUTAD,) if any(c.tal is None and c.enhet == "procent" for c in celler) else ()


def anonymtabell(tal: Deltagartal) -> Tabell:
    """Those who are counted without being registered."""

    def celler(rad: Deltagarrad) -> tuple[Cell, ...]:
        antal = rakna(rad.raknat.antal, matt.ANONYMA)
        # Nobody anonymous is seldom written down: a report with a flow says none.
        inga = 0 if rakna(rad.raknat.antal, matt.INSKRIVNA) else None
        rakning = Rakning(rad.raknat.delar(matt.ANONYMA))
        varde = antal.summa if antal else inga
        return (Varde(varde, "antal", tal.kalla(rad, matt.ANONYMA), rakning=rakning),)

    spann = manadsspann(tal.period)
    return Tabell(
        id="anonyma-individer",
        titel=f"Antal anonyma individer registrerade i insatserna {spann}",
        enhet="antal",
        kolumner=("Anonymt registrerade",),
        rader=_med_summa(tal, celler, ()),
        etikettrubrik="Insats",
        anmarkningar=tal.anmarkningar,
    )


def manadsspann(period: Period) -> str:
    """The months of a period: "januari–juni 2021", "2024" for a whole year."""
    if not period.slag:
        return str(period.ar)
    forsta, sista = MANADER[period.forsta_manad - 1], MANADER[period.sista_manad - 1]
    return f"{forsta}–{sista} {period.ar}"


def _med_summa(tal: Deltagartal, celler: Cellrad, fordelade: tuple[Cell, ...]) -> tuple[Rad, ...]:
    """A row each, their sum and how it divides by sex; none where nobody is counted."""
    if not tal.finns:
        return ()
    fordelning = (Rad(FORDELNING, fordelade, "line", 1, id="fordelning"),) if fordelade else ()
    return (
        *(Rad(rad.namn, celler(rad), id=rad.id) for rad in tal.rader),
        Rad(SUMMA, celler(tal.summa), "sum", 0, id="summa"),
        *fordelning,
    )
