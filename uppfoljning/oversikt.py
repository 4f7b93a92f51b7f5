"""What the follow-up says on the start page: the reports of each period, and one's own."""

from collections import defaultdict
from datetime import date

from django.urls import reverse

from finsam.arshjul import Lage, Plikt, tillstand
from finsam.periods import Period
from finsam.permissions import Ratt
from finsam.typografi import antal
from uppfoljning.choices import Rapportstatus
from uppfoljning.kontrollplikter import internkontrollens_lage, internkontrollens_plikter
from uppfoljning.selectors.internkontroll import aktuella_planer
from uppfoljning.selectors.lage import Rapportlage, ansvariga, oppna, rapportlagen


def plikter(idag: date) -> list[Plikt]:
    """The year's periods for those who follow up, and each open report for those who write it."""
    lagen = rapportlagen(None, idag)
    kontroller = internkontrollens_plikter(aktuella_planer(idag), idag)
    return [*_perioder(lagen, idag), *_egna(oppna(lagen), idag), *kontroller]


def _perioder(lagen: list[Rapportlage], idag: date) -> list[Plikt]:
    per_period: dict[Period, list[Rapportlage]] = defaultdict(list)
    for ett in lagen:
        if ett.forfaller.year == idag.year:
            per_period[ett.period].append(ett)
    ut = []
    for period, egna in per_period.items():
        lamnade = sum(ett.lamnad for ett in egna)
        dag = max(ett.forfaller for ett in egna)
        ut.append(
            Plikt(
                dag,
                f"Kvartalsrapporter {period.namn}",
                tillstand(dag, idag, klar=lamnade == len(egna)),
                Ratt.UPPFOLJNING_LASA,
                f"{reverse('uppfoljning:lage')}?ar={period.ar}",
                f"{antal(lamnade)} av {antal(len(egna))} är inlämnade.",
            )
        )
    return ut


def _egna(lagen: list[Rapportlage], idag: date) -> list[Plikt]:
    vilka = ansvariga(lagen)
    return [
        Plikt(
            ett.forfaller,
            f"Kvartalsrapport {ett.insats}, {ett.period.namn}",
            tillstand(ett.forfaller, idag, klar=False),
            Ratt.EGNA_INSATSER,
            reverse("uppfoljning:lage"),
            anvandare=frozenset(user.pk for user in vilka[ett.insats.pk]),
        )
        for ett in lagen
    ]


def lage(idag: date) -> list[Lage]:
    """How many reports are late, and how many wait for review."""
    lagen = rapportlagen(None, idag)
    sena = sum(bool(ett.dagar_sen) for ett in lagen)
    vantar = sum(ett.status == Rapportstatus.INLAMNAD for ett in lagen)
    text = f"{antal(sena)} försenade, {antal(vantar)} att granska"
    adress = reverse("uppfoljning:lage")
    return [
        Lage("Kvartalsrapporter", text, Ratt.UPPFOLJNING_LASA, adress),
        Lage(
            "Internkontroll",
            internkontrollens_lage(aktuella_planer(idag), idag),
            Ratt.INTERNKONTROLL_LASA,
            reverse("uppfoljning:internkontrollplan_list"),
        ),
        Lage("Mina insatser", "Rapporter att skriva och läsa", Ratt.EGNA_INSATSER, adress),
    ]
