"""The main menu: one flat table of places, each behind a right.

The ground floor knows the rooms by URL name only.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from finsam.models import Forbund
from finsam.permissions import Ratt, far

PRODUKT = "Finsam"


@dataclass(frozen=True)
class Plats:
    """An entry: the word, the page, who may see it and what lies under it.

    `aven` are addresses that lie elsewhere, whose pages belong here all the same.
    """

    text: str
    namn: str
    ratt: Ratt | None = None
    under: tuple["Plats", ...] = ()
    aven: tuple[str, ...] = ()


@dataclass(frozen=True)
class Menypunkt:
    """An entry as shown: `aktuell` is "page" on the page itself, "true" within it, else empty.

    `langd` is how far into the page's address the entry, or one under it, leads.
    """

    text: str
    adress: str
    aktuell: str
    under: tuple["Menypunkt", ...] = ()
    langd: int = 0


# Where the roof shows what belongs to a meeting: its papers, as sent and to read, and its minutes.
MOTETS = (
    "/rapporter/moten/",
    "/rapporter/handlingar/",
    "/rapporter/underskrifter/",
)

PLATSER = (
    Plats("Start", "finsam:start"),
    Plats("Mina insatser", "uppfoljning:lage", Ratt.EGNA_INSATSER),
    Plats("Rapporter", "rapporter:rapport_list", Ratt.RAPPORT_LASA),
    Plats(
        "Ekonomi",
        "ekonomi:rakenskapsar_list",
        Ratt.UNDERLAG_LASA,
        under=(
            Plats("Räkenskapsår", "ekonomi:rakenskapsar_list", Ratt.UNDERLAG_LASA),
            Plats("Verifikationer", "ekonomi:verifikation_list", Ratt.UNDERLAG_LASA),
            Plats("Konteringar", "ekonomi:kontering_list", Ratt.UNDERLAG_LASA),
            Plats("Konton", "ekonomi:konto_list", Ratt.UNDERLAG_LASA),
            Plats("Budget", "ekonomi:budget_list", Ratt.UNDERLAG_LASA),
            Plats("Prognoser", "ekonomi:prognos_list", Ratt.UNDERLAG_LASA),
            Plats("Budgetuppföljning", "ekonomi:budgetuppfoljning", Ratt.EKONOMI_LASA),
            Plats("Beslutsutrymme", "ekonomi:utrymme_nu", Ratt.UTRYMME_LASA),
            Plats("Medlemsavgifter", "ekonomi:tilldelning_list", Ratt.UNDERLAG_LASA),
            Plats("Finansiella mål", "ekonomi:finansielltmal_list", Ratt.UNDERLAG_LASA),
            Plats("Förbrukning per insats", "ekonomi:forbrukning_list", Ratt.EKONOMI_LASA),
            Plats("Avstämning", "ekonomi:rekvisitionsavstamning", Ratt.EKONOMI_LASA),
            Plats("Inläsningar", "ekonomi:inlasning_list", Ratt.EKONOMI_LASA),
        ),
    ),
    Plats(
        "Insatser",
        "insatser:insats_list",
        Ratt.INSATSER_LASA,
        under=(
            Plats("Insatser", "insatser:insats_list", Ratt.INSATSER_LASA),
            Plats("Ansökningar", "insatser:ansokan_list", Ratt.INSATSER_LASA),
            Plats("Rekvisitioner", "insatser:rekvisition_list", Ratt.REKVISITION_LASA),
            Plats("Avvikelser", "insatser:avvikelse_list", Ratt.REKVISITION_LASA),
            Plats("Externa projekt", "insatser:externt_projekt_list", Ratt.INSATSER_LASA),
        ),
    ),
    Plats(
        "Uppföljning",
        "uppfoljning:lage",
        Ratt.UPPFOLJNING_LASA,
        under=(
            Plats("Rapporteringsläge", "uppfoljning:lage", Ratt.UPPFOLJNING_LASA),
            Plats("Deltagare", "uppfoljning:antal_list", Ratt.UPPFOLJNING_LASA),
            Plats("Mål", "uppfoljning:verksamhetsmal_list", Ratt.UPPFOLJNING_LASA),
            Plats("Aktiviteter", "uppfoljning:aktivitet_list", Ratt.UPPFOLJNING_LASA),
            Plats("Enkäter", "uppfoljning:enkat_list", Ratt.ENKAT_LASA),
            Plats(
                "Internkontroll",
                "uppfoljning:internkontrollplan_list",
                Ratt.INTERNKONTROLL_LASA,
            ),
            Plats("Nyckeltal", "rapporter:nyckeltal_senaste", Ratt.UPPFOLJNING_LASA),
        ),
    ),
    Plats(
        "Styrelse",
        "styrelse:mote_list",
        Ratt.STYRELSE_LASA,
        under=(
            Plats("Möten", "styrelse:mote_list", Ratt.MOTE_LASA, aven=MOTETS),
            Plats("Beslut", "styrelse:beslut_list", Ratt.MOTE_LASA),
            Plats("Åtgärder", "styrelse:atgard_list", Ratt.MOTE_LASA),
            Plats("Årliga ärenden", "styrelse:arsarende_list", Ratt.MOTE_BEREDA),
            Plats(
                "Ärenden",
                "styrelse:arende_list",
                Ratt.MOTE_BEREDA,
                aven=("/rapporter/arendebilaga/",),
            ),
            Plats("Styrelsen", "styrelse:styrelsen", Ratt.STYRELSE_LASA),
            Plats("Delegationsbeslut", "styrelse:delegationsbeslut_list", Ratt.MOTE_LASA),
            Plats("Uppdrag", "styrelse:uppdrag_list", Ratt.STYRELSE_LASA),
            Plats("Kansliet", "styrelse:kansliroll_list", Ratt.STYRELSE_LASA),
            Plats("Revisorer", "styrelse:revisor_list", Ratt.STYRELSE_LASA),
            Plats("Ansvarsfrihet", "styrelse:ansvarsfrihet_list", Ratt.STYRELSE_LASA),
            Plats("Arvoden", "styrelse:arvodeskorning_list", Ratt.ARVODE_LASA),
            Plats("Ersättningskrav", "styrelse:ersattningskrav_list", Ratt.ARVODE_LASA),
            Plats("Arvodessatser", "styrelse:arvodesreglemente_list", Ratt.ARVODE_LASA),
        ),
    ),
    Plats(
        "Medlemmar",
        "finsam:medlem_list",
        Ratt.FORBUND_LASA,
        under=(
            Plats("Medlemmar", "finsam:medlem_list", Ratt.FORBUND_LASA),
            Plats("Folkmängd", "finsam:folkmangd_list", Ratt.FORBUND_LASA),
            Plats("Förbundets uppgifter", "finsam:forbund_update", Ratt.FORBUND_ANDRA),
        ),
    ),
    Plats("Inläsning", "finsam:inlasning", Ratt.INLASNING),
    Plats("Historik", "finsam:historik_list", Ratt.HISTORIK_LASA),
    Plats(
        "Användare",
        "finsam:anvandare_list",
        Ratt.ANVANDARE,
        under=(
            Plats("Användare", "finsam:anvandare_list", Ratt.ANVANDARE),
            Plats("Anmälda brister", "finsam:brist_list", Ratt.ANVANDARE),
        ),
    ),
)


def menypunkter(user: Any, adress: str) -> list[Menypunkt]:
    """The entries that the user's role opens, with the one that holds the page at `adress`."""
    if not user.is_authenticated:
        return []
    return list(_narmast([p for plats in PLATSER if (p := _punkt(plats, user, adress))]))


def _punkt(plats: Plats, user: Any, adress: str) -> Menypunkt | None:
    under = _narmast([p for del_ in plats.under if (p := _punkt(del_, user, adress))])
    egen = reverse(plats.namn)
    if plats.ratt and not far(user, plats.ratt):
        # Whom the place itself is closed to goes straight to the first of what lies under it.
        if not under:
            return None
        egen = under[0].adress
    rotter = [rot for rot in (egen, *plats.aven) if rot != "/" and adress.startswith(rot)]
    langd = max([len(rot) for rot in rotter] + [p.langd for p in under if p.aktuell], default=0)
    aktuell = "page" if egen == adress else "true" if langd else ""
    return Menypunkt(plats.text, egen, aktuell, under, langd)


def _narmast(punkter: list[Menypunkt]) -> tuple[Menypunkt, ...]:
    """Of entries whose addresses lie within each other, only the innermost holds the page."""
    langst = max((p.langd for p in punkter if p.aktuell), default=0)
    return tuple(replace(p, aktuell="") if p.langd < langst else p for p in punkter)


def skal(request: HttpRequest) -> dict[str, Any]:
    """Context processor: what base.html shows around every page."""
    forbund = SimpleLazyObject(lambda: Forbund.objects.first() or PRODUKT)
    user = getattr(request, "user", None)
    return {
        "skal": {
            "forbund": forbund,
            "skickar_epost": settings.SKICKAR_EPOST,
            "meny": SimpleLazyObject(lambda: menypunkter(user, request.path) if user else []),
        }
    }
