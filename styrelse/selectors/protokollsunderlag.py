"""What a meeting's minutes are made of: the sitting, and the papers that it had before it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from finsam.models import Forbund
from finsam.typografi import datum_i_ord, klockslag
from styrelse.calculations.handlingar import Punktrad
from styrelse.calculations.protokoll import las
from styrelse.calculations.protokollsunderlag import (
    Beslutat,
    Borta,
    Delegerat,
    Deltagare,
    Protokollsunderlag,
    Punktunderlag,
    Rostning,
    Tjanstgor,
    Undertecknare,
    Yttrat,
)
from styrelse.calculations.stycke import forsta_stycket
from styrelse.calculations.tjanstgoring import PRESIDIUM
from styrelse.choices import Bilageslag, Organ, Punktslag, Yttrandeslag
from styrelse.models import Arendebilaga, Beslut, Mote, Narvaro, Punkt
from styrelse.selectors.delegation import vid_punkten
from styrelse.selectors.forslag import underlaget as papperen
from styrelse.selectors.sammantrade import Punktbild, Sammantrade, sammantradet


def underlaget(mote: Mote) -> Protokollsunderlag:
    """The meeting as it has been noted so far. A fixed number of queries.

    Backgrounds and annex numbers are those of what was sent; of what was not, as it is now.
    """
    bild = sammantradet(mote)
    papper = papperen(mote)
    nummer = _nummer(bild)
    delegerat = _delegerat(bild)
    till_styrelsen = _till_styrelsen(mote)
    forbund = Forbund.objects.first()
    return Protokollsunderlag(
        forbund=forbund.namn if forbund else "",
        organ=mote.organ,
        datum=mote.datum,
        plats=mote.plats,
        distans=mote.distans,
        oppnades=klockslag(mote.oppnades),
        avslutades=klockslag(mote.avslutades),
        deltagare=tuple(_deltagare(n, nummer) for n in sorted(bild.narvaro, key=_ordning)),
        punkter=tuple(
            _punkt(ett, bild, papper.get(ett.punkt.pk), delegerat, till_styrelsen)
            for ett in bild.punkter
        ),
        undertecknare=tuple(Undertecknare(j.person.namn, j.roll, j.dag) for j in bild.justeringar),
        foregaende=_gas_igenom(papper.values()),
    )


def _gas_igenom(papper: Iterable[Punktrad]) -> str:
    """The minutes that lay with the item on the previous ones: "Protokollet från mötet den …".

    Empty where none did. One query where there are any.
    """
    punkter = (rad for rad in papper if rad.slag == Punktslag.FOREGAENDE_PROTOKOLL)
    bilagor = [bilaga for rad in punkter for bilaga in rad.bilagor]
    if not bilagor:
        return ""
    protokoll = next((b for b in bilagor if b.slag == Bilageslag.PROTOKOLL), None)
    if protokoll is None:
        return bilagor[0].titel
    rader = Arendebilaga.objects.filter(pk=protokoll.bilaga)
    dag = rader.values_list("innehall__datum", flat=True).first()
    if not dag:
        return protokoll.titel
    return f"Protokollet från mötet den {datum_i_ord(date.fromisoformat(dag))}"


def _nummer(bild: Sammantrade) -> dict[int, int]:
    """Each item's § number; an item that has none goes by the next one's."""
    svar, nasta = {}, 0
    for ett in reversed(bild.punkter):
        nasta = ett.paragraf.nummer if ett.paragraf else nasta
        svar[ett.punkt.pk] = nasta
    return svar


def _ordning(narvaro: Narvaro) -> tuple[int, str, str]:
    uppdrag = narvaro.uppdrag
    if uppdrag is None:
        return len(PRESIDIUM), "", narvaro.person.namn
    roll = PRESIDIUM.index(uppdrag.roll) if uppdrag.roll in PRESIDIUM else len(PRESIDIUM)
    return roll, uppdrag.medlem.namn, narvaro.person.namn


def _deltagare(narvaro: Narvaro, nummer: Mapping[int, int]) -> Deltagare:
    uppdrag = narvaro.uppdrag
    return Deltagare(
        person=narvaro.person_id,
        namn=narvaro.person.namn,
        roll=narvaro.roll,
        vad=uppdrag.get_roll_display() if uppdrag else narvaro.titel,
        medlem=uppdrag.medlem.namn if uppdrag else "",
        parti=uppdrag.parti if uppdrag else "",
        distans=narvaro.form == "distans",
        borta=tuple(
            Borta(nummer[f.fran_id], nummer[f.till_id] if f.till_id else None, klockslag(f.tid))
            for f in narvaro.franvaro.all()
        ),
    )


def _delegerat(bild: Sammantrade) -> dict[int, tuple[Delegerat, ...]]:
    """What each item for it tells of, from every room, as the agenda lists it."""
    punkter = [ett.punkt for ett in bild.punkter if ett.punkt.slag == Punktslag.DELEGATIONSBESLUT]
    return {
        punkt.pk: tuple(
            Delegerat(d.namn, d.datum, d.rubrik, d.beslut, d.delegat) for d in vid_punkten(punkt)
        )
        for punkt in punkter
    }


def _till_styrelsen(mote: Mote) -> frozenset[int]:
    """Matters on which the committee only proposes: those that the board takes up, too."""
    if mote.organ != Organ.AU:
        return frozenset()
    egna = mote.punkter.filter(arende__isnull=False).values("arende")
    vidare = Punkt.objects.filter(arende__in=egna, mote__organ=Organ.FS)
    return frozenset(vidare.values_list("arende", flat=True))


def _punkt(
    ett: Punktbild,
    bild: Sammantrade,
    papper: Punktrad | None,
    delegerat: Mapping[int, tuple[Delegerat, ...]],
    till_styrelsen: frozenset[int],
) -> Punktunderlag:
    punkt, arende = ett.punkt, ett.punkt.arende
    yttrat = {
        slag: tuple(Yttrat(y.person.namn, y.text) for y in ett.yttranden if y.slag == slag)
        for slag in Yttrandeslag
    }
    return Punktunderlag(
        paragraf=ett.paragraf.nummer if ett.paragraf else 0,
        nummer=str(punkt.nummer or ""),
        rubrik=punkt.titel,
        slag=punkt.slag,
        typer=arende.typer if arende else (),
        foredragande=arende.foredragande if arende else "",
        anteckning=punkt.protokollstext.strip(),
        beslut=tuple(_beslut(b) for b in ett.beslut),
        odelat=_odelat(ett),
        yrkanden=yttrat[Yttrandeslag.YRKANDE],
        propositionsordning=_rader(punkt.propositionsordning),
        rostningar=tuple(_rostning(v, bild.namn) for v in ett.voteringar),
        reservationer=yttrat[Yttrandeslag.RESERVATION],
        yttranden=yttrat[Yttrandeslag.SARSKILT_YTTRANDE],
        jav=tuple(Yttrat(j.person.namn, j.skal) for j in ett.jav),
        tjanst=_tjanst(ett),
        ordforande=bild.namn.get(ett.tjanst.ordforande or 0, ""),
        delegerat=delegerat.get(punkt.pk, ()),
        till_styrelsen=punkt.arende_id in till_styrelsen,
        rattar=punkt.rattar.fullt if punkt.rattar else "",
        utgar=punkt.utgar,
        justerad=las(ett.justering.innehall).paragrafer[0] if ett.justering else None,
        **_ur_papperen(papper),
    )


def _tjanst(ett: Punktbild) -> tuple[Tjanstgor, ...]:
    return tuple(
        Tjanstgor(t.person, t.stol.namn if t.ersatter else "")
        for t in ett.tjanst.tjanster
        if t.person is not None
    )


def _ur_papperen(papper: Punktrad | None) -> dict[str, Any]:
    """Background in short and annexes, as they were sent."""
    if papper is None:
        return {}
    text = papper.skrivelse.arendet if papper.skrivelse else papper.text
    skrivelse = papper.skrivelse.nummer if papper.skrivelse else ""
    egen = ((skrivelse, "Tjänsteskrivelse"),) if skrivelse else ()
    andra = tuple((b.nummer, b.titel) for b in papper.ordnade_bilagor)
    bakgrund = forsta_stycket(text) if papper.slag == Punktslag.ARENDE else ""
    return {"bakgrund": bakgrund, "bilagor": (*egen, *andra)}


def _beslut(beslut: Beslut) -> Beslutat:
    return Beslutat(
        utfall=beslut.utfall,
        text=beslut.att_satser,
        forslag=_rader(beslut.forslag),
        motivering=beslut.motivering.strip(),
        omedelbart=beslut.omedelbart,
        rubrik=str(beslut.delarende) if beslut.delarende else "",
    )


def _odelat(ett: Punktbild) -> tuple[str, ...]:
    """Parts that propose something and have no decision, where the others were decided apart."""
    avgjorda = {b.delarende_id for b in ett.beslut}
    if not ett.beslut or None in avgjorda:
        return ()
    return tuple(str(d) for d in ett.delar if d.forslag.strip() and d.pk not in avgjorda)


def _rostning(vote: Any, namn: Mapping[int, str]) -> Rostning:
    votering = vote.votering
    return Rostning(
        ja=votering.ja,
        nej=votering.nej,
        roster=tuple((r.person.namn, r.val) for r in votering.roster.all()),
        resultat=vote.mening,
        del_=str(votering.delarende) if votering.delarende else "",
    )


def _rader(text: str) -> tuple[str, ...]:
    return tuple(rad.strip() for rad in text.splitlines() if rad.strip())
