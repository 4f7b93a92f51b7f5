"""The association's own year: goals with outcome, activities, projects that others pay for."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from finsam.periods import Period
from finsam.rapporter.dokument import Cell, Kalla, Lage, Rad, Tabell, Undertryckt, Varde
from finsam.rapporter.uppfoljning.adresser import Antalsurval
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.raknat import Raknat, raknat
from uppfoljning.calculations import matt
from uppfoljning.calculations.aktiviteter import Aktivitetsrad, aktivitetsrader, summerad
from uppfoljning.calculations.aktivitetsskydd import OSKYDDAT, Aktivitetsskydd, skydda
from uppfoljning.calculations.mal import PROCENT, Malutfallsrad, visat_tal
from uppfoljning.calculations.smatal.rakning import Rakning
from uppfoljning.choices import Indikator

FARGER = {"ok": "bra", "varning": "halvbra", "fel": "dalig"}


def maltabell(material: Uppfoljningsmaterial, period: Period) -> Tabell:
    """Each goal with its targets: what was to be reached, what was, and the word for it."""
    rader: list[Rad] = []
    sedda: set[int] = set()
    for mal in material.verksamhetsmal:
        if mal.nr not in sedda:
            sedda.add(mal.nr)
            rader.append(Rad(f"Mål {mal.nr}. {mal.mal}", (None,) * 4, "heading", 0))
        kalla = Kalla(mal.adress, f"Mål {mal.nr} {period.ar}") if mal.adress else None
        utfall = _utfall(mal, material)
        rakning = utfall.rakning if utfall else None
        lage = Lage(mal.lage.text, FARGER.get(mal.lage.slag, ""), kalla, rakning)
        rader.append(Rad(mal.resultatmal, (mal.malvarde_text, utfall, lage, mal.kommentar or None)))
    return Tabell(
        id="mal-och-utfall",
        titel=f"Mål och utfall {period.i_text}",
        enhet="text",
        kolumner=("Målvärde", "Utfall", "Läge", "Kommentar"),
        rader=tuple(rader),
        etikettrubrik="Resultatmål",
    )


def _utfall(mal: Malutfallsrad, material: Uppfoljningsmaterial) -> Varde | None:
    """The outcome as it is printed, with the page behind it."""
    if mal.utfall is None:
        return None
    tal = visat_tal(mal.utfall.tal, mal)
    decimaler = max(0, -int(tal.normalize().as_tuple().exponent))
    enhet = "procent" if mal.enhet == PROCENT else "antal"
    bas = tal / 100 if mal.enhet == PROCENT else tal
    rakning, kalla = _underlag(mal, material)
    return Varde(bas, enhet, kalla, decimaler, rakning)


def _underlag(
    mal: Malutfallsrad, material: Uppfoljningsmaterial
) -> tuple[Rakning | None, Kalla | None]:
    """What an outcome counts, and where it stands: participants, or the page of the goal."""
    uppgifter = material.deltagare
    if uppgifter is None or mal.indikator not in DELTAGARINDIKATORER:
        adress = mal.kalla or mal.adress
        return None, Kalla(adress, mal.resultatmal) if adress else None
    ett, forrehab = DELTAGARINDIKATORER[mal.indikator]
    valda = tuple(
        i.nr
        for i in uppgifter.underlag.insatser
        if i.insatstyp == "individ" and i.forrehabiliterande in forrehab
    )
    kalla = material.adresser.antalskalla(
        uppgifter.period, mal.resultatmal, Antalsurval(ett, insatser=valda)
    )
    return _rakning(mal.indikator, raknat(uppgifter, [(nr,) for nr in valda])), kalla


# The measure that an indicator counts, and in which insatser: förrehabiliterande, others or both.
DELTAGARINDIKATORER: dict[str, tuple[str, tuple[bool, ...]]] = {
    Indikator.ANDEL_ARBETE_STUDIER: (matt.AVSLUTSORSAK, (True, False)),
    Indikator.ANDEL_ARBETE_EJ_FORREHAB: (matt.AVSLUTSORSAK, (False,)),
    Indikator.ANDEL_MED_PLAN: (matt.MED_PLAN, (True,)),
    Indikator.ANTAL_DELTAGARE: (matt.INSKRIVNA, (True, False)),
}


def _rakning(indikator: str, deras: Raknat) -> Rakning:
    if indikator == Indikator.ANTAL_DELTAGARE:
        return Rakning(deras.delar(matt.PAGAENDE_START) | deras.delar(matt.INSKRIVNA))
    if indikator == Indikator.ANDEL_MED_PLAN:
        return Rakning(deras.delar(matt.MED_PLAN), deras.avslutade["S:a"])
    return deras.andel_av_avslutade(matt.AVSLUTSORSAK, matt.ARBETE_STUDIER)[-1]


def aktivitetstabell(material: Uppfoljningsmaterial, period: Period) -> Tabell:
    """The year's activities by kind, with how many took part; small counts can be hidden."""
    egna = aktivitetsrader(material.aktiviteter)
    summa = summerad("Summa", material.aktiviteter)
    kalla = None
    if material.aktivitetsadress:
        adress = f"{material.aktivitetsadress}?ar={period.ar}"
        kalla = Kalla(adress, f"Aktiviteter {period.ar}")
    oraknade = f"Deltagarna är inte räknade vid {summa.oraknade} tillfällen."
    tabell = Tabell(
        id="aktiviteter",
        titel=f"Aktiviteter och nätverk år {period.ar}",
        enhet="antal",
        kolumner=("Antal", "Deltagare", "Kvinnor", "Män"),
        rader=_aktivitetsrader(egna, summa, kalla),
        etikettrubrik="Aktivitet",
        anmarkningar=(oraknade,) if summa.oraknade else (),
    )

    def skyddad(troskel: int) -> Tabell:
        rader = _aktivitetsrader(egna, summa, kalla, skydda(egna, summa, troskel))
        return replace(tabell, rader=rader, skyddad=None)

    return replace(tabell, skyddad=skyddad)


def _aktivitetsrader(
    rader: Sequence[Aktivitetsrad],
    summa: Aktivitetsrad,
    kalla: Kalla | None,
    skydd: Aktivitetsskydd = OSKYDDAT,
) -> tuple[Rad, ...]:
    """The kinds and, where there are any, what they are together."""
    egna = [(rad, "line") for rad in rader] + [(summa, "sum")] * bool(rader)
    return tuple(
        Rad(
            rad.text,
            (
                Varde(rad.antal, "antal", kalla),
                _personer(rad.deltagare, kalla, nr in skydd.antal),
                _personer(rad.kvinnor, kalla, nr in skydd.kon),
                _personer(rad.man, kalla, nr in skydd.kon),
            ),
            slag,
        )
        for nr, (rad, slag) in enumerate(egna)
    )


def _personer(antal: int | None, kalla: Kalla | None, dolt: bool) -> Cell:
    return Undertryckt() if dolt else Varde(antal, "antal", kalla)


def projekttabell(material: Uppfoljningsmaterial, period: Period) -> Tabell:
    """Projects with external money that ran in the year."""
    ungefarliga = [p.namn for p in material.projekt if p.ungefarligt]
    return Tabell(
        id="externa-projekt",
        titel=f"Pågående projekt under år {period.ar}",
        enhet="kr",
        kolumner=("Finansiär", "Belopp", "Deltagande aktörer"),
        rader=tuple(
            Rad(
                p.namn,
                (
                    p.finansiar,
                    Varde(Decimal(p.belopp), "kr", Kalla(p.adress, p.namn) if p.adress else None),
                    p.aktorer or None,
                ),
            )
            for p in material.projekt
        ),
        etikettrubrik="Projekt",
        anmarkningar=(f"Ungefärligt belopp: {'; '.join(ungefarliga)}.",) if ungefarliga else (),
    )
