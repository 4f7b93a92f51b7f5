"""What may be done with an agenda, by how far its meeting has come. Pure."""

from enum import StrEnum

from styrelse.choices import Motesstatus

FAST_ORDNING = "Kallelsen är skickad: punkterna behåller sina nummer och kan inte flyttas."
FAST_TEXT = "Kallelsen är skickad: punkten kan inte ändras, bara markeras som utgår."
LAST = "Mötet är hållet eller inställt. Dagordningen ändras inte längre."


class Dagordningslage(StrEnum):
    """FRI until the notice is sent; then the agenda only grows, until the meeting is over."""

    FRI = "fri"
    VAXER = "vaxer"
    LAST = "last"


def dagordningslage(status: str) -> Dagordningslage:
    """How a meeting with that status lets its agenda be changed."""
    if status == Motesstatus.PLANERAT:
        return Dagordningslage.FRI
    if status in (Motesstatus.KALLAT, Motesstatus.PAGAR):
        return Dagordningslage.VAXER
    return Dagordningslage.LAST


def hinder_flytta(status: str) -> str:
    """Why items may not change places; empty when they may."""
    lage = dagordningslage(status)
    return {Dagordningslage.FRI: "", Dagordningslage.VAXER: FAST_ORDNING}.get(lage, LAST)


def hinder_vaxa(status: str) -> str:
    """Why nothing may be added or taken off; empty when it may."""
    return LAST if dagordningslage(status) == Dagordningslage.LAST else ""


def hinder_skriva(status: str) -> str:
    """Why a fixed item's words may not change; empty when they may."""
    lage = dagordningslage(status)
    return {Dagordningslage.FRI: "", Dagordningslage.VAXER: FAST_TEXT}.get(lage, LAST)
