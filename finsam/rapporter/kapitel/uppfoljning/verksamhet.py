"""The association's own year: goals with outcome, activities, projects that others pay for."""

from decimal import Decimal

from finsam.periods import Period
from finsam.rapporter.dokument import Cell, Kalla, Lage, Rad, Tabell, Varde
from finsam.rapporter.uppfoljning.adresser import Antalsurval
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.raknat import Raknat, raknat
from uppfoljning.calculations import matt
from uppfoljning.calculations.aktiviteter import Aktivitetsrad, aktivitetsrader, summerad
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
        lage = Lage(mal.lage.text, FARGER.get(mal.lage.slag, ""), kalla)
        kommentar = mal.kommentar or None
        rader.append(
            Rad(mal.resultatmal, (mal.malvarde_text, _utfall(mal, material), lage, kommentar))
        )
    return Tabell(
        id="mal-och-utfall",
        titel=f"Mål och utfall år {period.ar}",
        enhet="text",
        kolumner=("Målvärde", "Utfall", "Läge", "Kommentar"),
        rader=tuple(rader),
        etikettrubrik="Resultatmål",
    )


def _utfall(mal: Malutfallsrad, material: Uppfoljningsmaterial) -> Cell:
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
    """The year's activities by kind, with how many took part."""
    rader = aktivitetsrader(material.aktiviteter)
    kalla = None
    if material.aktivitetsadress:
        adress = f"{material.aktivitetsadress}?ar={period.ar}"
        kalla = Kalla(adress, f"Aktiviteter {period.ar}")
    summa = (_rad(summerad("Summa", material.aktiviteter), kalla, "sum"),) if rader else ()
    oraknade = sum(rad.oraknade for rad in rader)
    return Tabell(
        id="aktiviteter",
        titel=f"Aktiviteter och nätverk år {period.ar}",
        enhet="antal",
        kolumner=("Antal", "Deltagare", "Kvinnor", "Män"),
        rader=(*(_rad(rad, kalla) for rad in rader), *summa),
        etikettrubrik="Aktivitet",
        anmarkningar=(f"Deltagarna är inte räknade vid {oraknade} tillfällen.",)
        if oraknade
        else (),
    )


def _rad(rad: Aktivitetsrad, kalla: Kalla | None, slag: str = "line") -> Rad:
    tal = (rad.antal, rad.deltagare, rad.kvinnor, rad.man)
    return Rad(rad.text, tuple(Varde(ett, "antal", kalla) for ett in tal), slag)


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
