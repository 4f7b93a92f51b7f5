"""The tables of the follow-up of internal control; each function is pure."""

from collections.abc import Iterable
from dataclasses import replace

from finsam.periods import Period
from finsam.rapporter.dokument import Cell, Kalla, Lage, Rad, Tabell, Varde
from finsam.rapporter.kapitel.internkontroll import FARGER, momentkalla
from finsam.rapporter.material import Systemutfall
from finsam.typografi import datum
from uppfoljning.calculations.internkontroll import Moment, Plan, Riskvarde, Utforande

# So many findings of one control are written out; the rest are told by number.
VISADE_FYND = 10


def plantabell(plan: Plan) -> Tabell:
    """The plan as decided: area, risk before and after, control, frequency and who."""
    rader: list[Rad] = []
    for omrade, alla in plan.per_omrade():
        rader.append(Rad(omrade, (None,) * 5, "heading", 0))
        for moment in alla:
            celler: tuple[Cell, ...] = (
                _risk(moment.fore, moment),
                _risk(moment.efter, moment),
                ". ".join(filter(None, (moment.kontroll.rstrip("."), moment.metod))),
                moment.frekvensord,
                moment.ansvarig or None,
            )
            rader.append(Rad(f"{moment.nr}. {moment.risk}", celler, id=f"risk-{moment.nr}"))
    return Tabell(
        id="internkontrollplan",
        titel=f"Internkontrollplan {plan.ar}",
        enhet="text",
        kolumner=("Före", "Efter", "Kontroll", "Hur ofta", "Ansvarig"),
        rader=tuple(rader),
        etikettrubrik="Risk",
        anmarkningar=(
            "Risken är sannolikhet gånger konsekvens, båda bedömda 1–4: 1–3 är låg, 4–8 medel och "
            "9–16 hög.",
        ),
    )


def _risk(risk: Riskvarde | None, moment: Moment) -> Cell:
    if risk is None:
        return None
    kalla = momentkalla(moment)
    return Lage(risk.ord, FARGER[risk.niva.slag], kalla)


def lagestabell(plan: Plan, period: Period) -> Tabell:
    """A row per area: controls that have fallen due, done, with deviations, actions left."""
    rader = [Rad(omrade, _lage(replace(plan, moment=m), period)) for omrade, m in plan.per_omrade()]
    rader.append(Rad("Totalt", _lage(plan, period), "total", 0))
    return Tabell(
        id="kontroller-per-omrade",
        titel=f"Kontroller {period.namn}",
        enhet="antal",
        kolumner=("Att göra", "Gjorda", "Med avvikelse", "Öppna åtgärder"),
        rader=tuple(rader),
        etikettrubrik="Område",
    )


def _lage(plan: Plan, period: Period) -> tuple[Varde, ...]:
    utforda = [utforande for _, utforande in plan.gjorda(period)]
    tal = (
        sum(len(plan.forfallna(ett, period)) for ett in plan.moment),
        len(utforda),
        sum(utforande.farg != "ok" for utforande in utforda),
        sum(bool(ett.atgard and not ett.atgardad) for ett in utforda),
    )
    return tuple(Varde(ett, "antal") for ett in tal)


def avvikelsetabell(plan: Plan, period: Period) -> Tabell:
    """Every deviation with what is done about it, by whom, by when, and whether it is done."""
    rader = [
        Rad(
            f"{moment.nr}. {moment.kontroll}",
            (
                utforande.period.namn,
                utforande.iakttagelse or utforande.resultatord,
                utforande.atgard or None,
                utforande.atgard_ansvarig or None,
                datum(utforande.atgard_senast) if utforande.atgard_senast else None,
                _klar(moment, utforande),
            ),
            id=f"avvikelse-{moment.nr}-{utforande.period.kod}",
        )
        for moment, utforande in plan.gjorda(period)
        if utforande.farg != "ok"
    ]
    return Tabell(
        id="avvikelser",
        titel=f"Avvikelser och åtgärder {period.namn}",
        enhet="text",
        kolumner=("Period", "Iakttagelse", "Åtgärd", "Ansvarig", "Senast", "Klar"),
        rader=tuple(rader),
        etikettrubrik="Kontroll",
    )


def _klar(moment: Moment, utforande: Utforande) -> Cell:
    kalla = momentkalla(moment)
    if utforande.atgardad:
        return Lage(datum(utforande.atgardad), "bra", kalla)
    return Lage("Nej" if utforande.atgard else "Ingen åtgärd", "halvbra", kalla)


def stickprovstabell(plan: Plan, period: Period) -> Tabell:
    """Every draw: out of how many, with which seed, and what the rows drawn showed."""
    dragna = [
        (moment, stickprov)
        for moment in plan.moment
        for stickprov in moment.stickprov
        if stickprov.period.slut in period
    ]
    rader = [
        Rad(
            f"{stickprov.population}, {stickprov.period.namn} (moment {moment.nr})",
            (
                Varde(stickprov.antal, "antal", Kalla(stickprov.adress, "Stickprovet")),
                Varde(stickprov.ram, "antal"),
                str(stickprov.fro),
                stickprov.ramsumma[:12],
                Varde(stickprov.ratt, "antal"),
                Varde(stickprov.fel, "antal"),
            ),
            id=f"stickprov-{moment.nr}-{stickprov.period.kod}-{stickprov.fro}",
        )
        for moment, stickprov in dragna
    ]
    fel = [f"Fel: {etikett}." for _, stickprov in dragna for etikett in stickprov.felaktiga]
    return Tabell(
        id="stickprov",
        titel=f"Stickprov {period.namn}",
        enhet="antal",
        kolumner=("Dragna", "Av", "Frö", "Ramsumma", "Rätt", "Fel"),
        rader=tuple(rader),
        etikettrubrik="Draget ur",
        anmarkningar=(
            "Varje post rangordnas efter SHA-256 av fröet, ett lodrätt streck och postens nyckel; "
            "de lägsta är dragna. Ramsumman är början av SHA-256 över alla nycklar.",
            *fel,
        ),
    )


def systemtabell(utfall: Iterable[Systemutfall], period: Period) -> Tabell:
    """What the system itself finds: a row per control with the number, then the findings."""
    rader: list[Rad] = []
    for ett in utfall:
        fynd = len(ett.fynd)
        kalla = Kalla(ett.adress, ett.rubrik)
        lage = Lage("Fynd", "halvbra", kalla) if fynd else Lage("Utan fynd", "bra", kalla)
        celler = (lage, Varde(fynd, "antal", kalla))
        rader.append(Rad(f"{ett.rubrik}. {ett.regel}", celler, id=f"system-{ett.id}"))
        rader += [Rad(text, (None, None), niva=2) for text in ett.fynd[:VISADE_FYND]]
        if fynd > VISADE_FYND:
            rader.append(Rad(f"… och {fynd - VISADE_FYND} till", (None, None), niva=2))
    return Tabell(
        id="systemkontroller",
        titel=f"Systemets egna kontroller {period.namn}",
        enhet="antal",
        kolumner=("Läge", "Antal"),
        rader=tuple(rader),
        etikettrubrik="Kontroll",
    )


def figurer(plan: Plan, period: Period) -> dict[str, Varde]:
    """The named figures of the document, for its texts."""
    att_gora, utforda, avvikelser, oppna = _lage(plan, period)
    dragna = [s for m in plan.moment for s in m.stickprov if s.period.slut in period]
    return {
        "kontroller_att_gora": att_gora,
        "kontroller_gjorda": utforda,
        "avvikelser": avvikelser,
        "oppna_atgarder": oppna,
        "kontrollmoment": Varde(len(plan.moment), "antal"),
        "stickprov_dragna": Varde(sum(s.antal for s in dragna), "antal"),
        "stickprov_fel": Varde(sum(s.fel for s in dragna), "antal"),
    }
