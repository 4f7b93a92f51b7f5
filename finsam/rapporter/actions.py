"""Writes: a text that two may be writing, and the version that the board decided."""

import hashlib
from dataclasses import dataclass

from django.db import transaction

from finsam.models import Anvandare
from finsam.periods import Period
from finsam.rapporter.dokument import Rapport
from finsam.rapporter.models import FaststalldRapport, Textblock, Textutkast
from finsam.rapporter.render.json_ import som_data


class RodaKontroller(ValueError):
    """The report cannot be locked; the message says in Swedish how many rules are red."""


@dataclass
class Textkrock(Exception):
    """Somebody else has saved since; `nu` is what stands there now."""

    nu: Textblock


@transaction.atomic
def spara_text(
    slag: str, period: Period, avsnitt: str, innehall: str, version: int, anvandare: Anvandare
) -> Textblock:
    """The section's text saved as a new version; unchanged text is left as it is.

    The writer's draft has then served, and goes. `version` is the one the writer started from,
    0 when there was none. Raises Textkrock when it is no longer the newest.
    """
    block = (
        Textblock.objects.select_for_update()
        .filter(slag=slag, period=period.kod, avsnitt=avsnitt)
        .first()
    )
    if block is None:
        block = Textblock(slag=slag, period=period.kod, avsnitt=avsnitt, version=0)
    innehall = innehall.replace("\r\n", "\n")
    if block.innehall != innehall:
        if block.version != version:
            raise Textkrock(block)
        block.innehall, block.version, block.andrad_av = innehall, version + 1, anvandare
        block.save()
    kasta_utkast(slag, period, avsnitt, anvandare)
    return block


def spara_utkast(
    slag: str, period: Period, avsnitt: str, innehall: str, version: int, anvandare: Anvandare
) -> Textutkast:
    """What the user has typed so far, kept for them alone; the report is as it was."""
    utkast, _ = Textutkast.objects.update_or_create(
        slag=slag,
        period=period.kod,
        avsnitt=avsnitt,
        anvandare=anvandare,
        defaults={"innehall": innehall.replace("\r\n", "\n"), "grundversion": version},
    )
    return utkast


def kasta_utkast(slag: str, period: Period, avsnitt: str, anvandare: Anvandare) -> None:
    Textutkast.objects.filter(
        slag=slag, period=period.kod, avsnitt=avsnitt, anvandare=anvandare
    ).delete()


def antal_roda(antal: int) -> str:
    """The count in words: "1 kontroll är röd", "2 kontroller är röda"."""
    return "1 kontroll är röd" if antal == 1 else f"{antal} kontroller är röda"


def krav_gront(rapport: Rapport) -> None:
    """Raises RodaKontroller when a rule is red and has not been let pass."""
    if rapport.roda:
        raise RodaKontroller(f"Rapporten kan inte fastställas: {antal_roda(len(rapport.roda))}.")


@transaction.atomic
def faststall(
    rapport: Rapport, pdf: bytes, ny: FaststalldRapport, anvandare: Anvandare
) -> FaststalldRapport:
    """The report kept for good as the board's version; a later one replaces the one before.

    `ny` is not saved yet and holds the decision: its day, its paragraph and the reason to correct.
    Raises RodaKontroller when a rule is red and has not been let pass.
    """
    krav_gront(rapport)
    tidigare = (
        FaststalldRapport.objects.select_for_update()
        .filter(slag=rapport.slag, period=rapport.period.kod)
        .order_by("-version")
        .first()
    )
    ny.slag, ny.period = rapport.slag, rapport.period.kod
    ny.version, ny.ersatter = (tidigare.version + 1 if tidigare else 1), tidigare
    ny.innehall, ny.pdf = som_data(rapport), pdf
    ny.sha256, ny.faststalld_av = hashlib.sha256(pdf).hexdigest(), anvandare
    ny.full_clean()
    ny.save()
    return ny
