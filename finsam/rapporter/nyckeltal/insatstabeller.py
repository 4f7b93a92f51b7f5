"""The tables with a row per insats: participants, cost per participant (F42), 60-30-10 (F41)."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from finsam.money import andel, summa
from finsam.rapporter.dokument import Cell, Kalla, Rad, Tabell, Varde
from finsam.rapporter.nyckeltal.celler import Antalsceller, budgetkalla, kostnad
from finsam.rapporter.nyckeltal.material import Insatsmaterial, Nyckeltalsmaterial
from insatser.calculations.nyckeltal import Kostnadsgrupp, fordelning, sammanlagd
from insatser.choices import Insatstyp, Uppfoljningsslag
from uppfoljning.calculations import matt as m
from uppfoljning.calculations.deltagare import flode
from uppfoljning.calculations.underlag import Antal

DELTAGARKOLUMNER = (
    "Deltagare i perioden",
    "In",
    "Ut",
    "Pågående vid slut",
    "Till arbete/ studier",
    "Andel till arbete/ studier",
    "Andel med plan",
    "Snittid, dagar",
    "Kostnad, tkr",
    "Budget, tkr",
    "Förbruknings\u00adkvot",
)
KOSTNADSKOLUMNER = (
    "Årets budget, tkr",
    "Förväntat antal per år",
    "Förväntad kostnad per deltagare, tkr",
    "Periodens kostnad, tkr",
    "Deltagare i perioden",
    "Faktisk kostnad per deltagare, tkr",
)
Summor = Mapping[int, Antal]


def foljda(material: Nyckeltalsmaterial) -> tuple[Insatsmaterial, ...]:
    """The insatser whose participants are counted."""
    return tuple(
        ett for ett in material.insatser if ett.fakta.uppfoljningsslag != Uppfoljningsslag.INGA
    )


def deltagartabell(material: Nyckeltalsmaterial, summor: Summor) -> Tabell:
    """A row per insats that counts participants, and all together; then the others' money."""
    raknade = foljda(material)
    ovriga = tuple(ett for ett in material.insatser if ett not in raknade)
    rader = [_deltagarrad(ett, material, summor) for ett in raknade]
    if raknade:
        rader.append(_summarad("Alla med deltagare", raknade, material, summor))
    if ovriga:
        rader.append(Rad("Utan deltagare", (None,) * len(DELTAGARKOLUMNER), "heading", 0))
        rader += [_deltagarrad(ett, material, summor) for ett in ovriga]
    rader.append(_summarad("Alla insatser", material.insatser, material, summor, "total"))
    return Tabell(
        id="nyckeltal-insatser",
        titel=f"Insatserna {material.period.namn}",
        enhet="antal",
        kolumner=DELTAGARKOLUMNER,
        rader=tuple(rader),
        etikettrubrik="Insats",
    )


def _deltagarrad(ett: Insatsmaterial, material: Nyckeltalsmaterial, summor: Summor) -> Rad:
    period = material.period
    celler = Antalsceller.i_period(_egna([ett], summor), [ett.fakta.nr], period)
    utfall = _utfall(ett, material)
    budget = ett.budget_till(period, period.sista_manad)
    return Rad(
        etikett(ett),
        (
            *_antal(celler),
            kostnad(ett, utfall, period, period.sista_manad),
            Varde(budget, "tkr", budgetkalla(ett)),
            _kvot(utfall, budget),
        ),
        id=f"insats-{ett.fakta.nr}",
    )


def _summarad(
    namn: str,
    insatser: Iterable[Insatsmaterial],
    material: Nyckeltalsmaterial,
    summor: Summor,
    slag: str = "sum",
) -> Rad:
    alla = list(insatser)
    utfall = _summa(_utfall(ett, material) for ett in alla)
    budget = _summa(ett.budget_till(material.period, material.period.sista_manad) for ett in alla)
    # No numbers: the list of all, which is short to write in an address.
    celler = Antalsceller.i_period(_egna(alla, summor), [], material.period)
    pengar = (Varde(utfall, "tkr"), Varde(budget, "tkr"), _kvot(utfall, budget))
    return Rad(namn, (*_antal(celler), *pengar), slag, 0)


def _egna(insatser: Iterable[Insatsmaterial], summor: Summor) -> Iterator[Antal]:
    return (summor[ett.fakta.nr] for ett in insatser if ett.fakta.nr in summor)


def _antal(celler: Antalsceller) -> tuple[Cell, ...]:
    return (
        celler.deltagare(),
        celler.rakning(m.INSKRIVNA, "Inskrivna"),
        celler.rakning(m.AVSLUTADE, "Avslutade"),
        celler.rakning(m.PAGAENDE_SLUT, "Pågående vid slut"),
        *celler.arbete_studier(),
        celler.med_plan(),
        celler.snittid(),
    )


def kostnadstabell(material: Nyckeltalsmaterial, summor: Summor) -> Tabell:
    """Cost per participant, expected and actual, by insats and group (F42)."""
    individuella = [ett for ett in foljda(material) if ett.fakta.insatstyp == Insatstyp.INDIVID]
    grupper = {ett.fakta.nr: _grupp(ett, material, summor) for ett in individuella}
    rader: list[Rad] = []
    for namn, forrehab in (("Förrehabiliterande insatser", True), ("Arbetsnära insatser", False)):
        egna = [ett for ett in individuella if ett.fakta.forrehabiliterande == forrehab]
        if egna:
            rader += [_kostnadsrad(ett, grupper[ett.fakta.nr], material, summor) for ett in egna]
            rader.append(_grupprad(namn, sammanlagd([grupper[e.fakta.nr] for e in egna]), "sum"))
    alla = sammanlagd(list(grupper.values()))
    return Tabell(
        id="nyckeltal-kostnad-per-deltagare",
        titel="Kostnad per deltagare",
        enhet="antal",
        kolumner=KOSTNADSKOLUMNER,
        rader=(*rader, _grupprad("Alla individinsatser", alla, "total")),
        etikettrubrik="Insats",
        anmarkningar=(
            "Förväntad kostnad är årets budget delad med förväntat antal deltagare per år. "
            "Faktisk kostnad är periodens kostnad delad med alla som deltog någon del av perioden. "
            "För en del av ett år jämförs de alltså inte rakt av.",
        ),
    )


def _grupp(ett: Insatsmaterial, material: Nyckeltalsmaterial, summor: Summor) -> Kostnadsgrupp:
    floden = flode(summor.get(ett.fakta.nr, {}))
    return Kostnadsgrupp(
        budget=ett.budget,
        forvantat=ett.fakta.forvantat_antal,
        utfall=_utfall(ett, material),
        deltagare=floden.deltagare.summa if floden else None,
    )


def _kostnadsrad(
    ett: Insatsmaterial, grupp: Kostnadsgrupp, material: Nyckeltalsmaterial, summor: Summor
) -> Rad:
    """The group of one insats, its figures led on to what they are made of."""
    period, nr = material.period, ett.fakta.nr
    celler = (
        Varde(grupp.budget, "tkr", budgetkalla(ett)),
        Varde(grupp.forvantat, "antal", Kalla(ett.adress, "Förväntat antal")),
        Varde(grupp.forvantad_kostnad, "tkr"),
        kostnad(ett, grupp.utfall, period, period.sista_manad),
        Antalsceller.i_period(_egna([ett], summor), [nr], period).deltagare(),
        Varde(grupp.faktisk_kostnad, "tkr"),
    )
    return Rad(etikett(ett), celler)


def _grupprad(namn: str, grupp: Kostnadsgrupp, slag: str) -> Rad:
    celler = (
        Varde(grupp.budget, "tkr"),
        Varde(grupp.forvantat, "antal"),
        Varde(grupp.forvantad_kostnad, "tkr"),
        Varde(grupp.utfall, "tkr"),
        Varde(grupp.deltagare, "antal"),
        Varde(grupp.faktisk_kostnad, "tkr"),
    )
    return Rad(namn, celler, slag, 0)


def fordelningstabell(material: Nyckeltalsmaterial) -> Tabell | None:
    """How the money is shared between kinds of insatser (F41); None without a ledger."""
    if not material.bokford_manad:
        return None
    per_typ = {typ: _summa_typ(material, typ) for typ in Insatstyp}
    overgripande = summa((per_typ[Insatstyp.STRUKTUR], per_typ[Insatstyp.FORSTUDIE]))
    kompetens = per_typ[Insatstyp.KOMPETENSHOJANDE] + (material.kompetens or Decimal(0))
    kanda = summa((per_typ[Insatstyp.INDIVID], overgripande, kompetens))
    totalt = material.totalt if material.totalt is not None else kanda
    delar = fordelning(per_typ[Insatstyp.INDIVID], overgripande, kompetens, totalt)
    namn = ("Individinriktade", "Övergripande", "Kompetenshöjande", "Övrigt")
    rader = [
        Rad(
            ett,
            (
                Varde(del_.belopp, "tkr"),
                # A share under one per cent would print as none at all.
                Varde(
                    del_.andel, "procent", decimaler=int(0 < (del_.andel or 0) < Decimal("0.01"))
                ),
                Varde(None if del_.mal is None else Decimal(del_.mal) / 100, "procent"),
            ),
        )
        for ett, del_ in zip(namn, delar, strict=True)
        if del_.belopp or del_.mal is not None
    ]
    alla = (Varde(totalt, "tkr"), Varde(andel(totalt, totalt), "procent"), None)
    return Tabell(
        id="nyckeltal-fordelning",
        titel="Fördelning 60-30-10",
        enhet="antal",
        kolumner=("Kostnad, tkr", "Andel", "Riktmärke"),
        rader=(*rader, Rad("Samverkansinsatser totalt", alla, "total", 0)),
        etikettrubrik="Inriktning",
        anmarkningar=(
            "Övergripande är strukturinsatser och förstudier. Övrigt är kostnader som ingen av "
            "inriktningarna har, till exempel förbundets egna verksamhetsutvecklare.",
        ),
    )


def etikett(ett: Insatsmaterial) -> str:
    return f"{ett.fakta.agare}, {ett.fakta.kortnamn}"


def _utfall(ett: Insatsmaterial, material: Nyckeltalsmaterial) -> Decimal | None:
    return ett.kostnad_till(material.period, material.period.sista_manad)


def _kvot(utfall: Decimal | None, budget: Decimal | None) -> Varde:
    kvot = None if utfall is None or budget is None else andel(utfall, budget)
    return Varde(kvot, "procent")


def _summa(belopp: Iterable[Decimal | None]) -> Decimal | None:
    kanda = [ett for ett in belopp if ett is not None]
    return summa(kanda) if kanda else None


def _summa_typ(material: Nyckeltalsmaterial, typ: str) -> Decimal:
    egna = (ett for ett in material.insatser if ett.fakta.insatstyp == typ)
    return _summa(_utfall(ett, material) for ett in egna) or Decimal(0)
