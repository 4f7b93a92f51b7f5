"""What of the follow-up no file changes: reports handed in, sent surveys, decided plans."""

from finsam.mapp.las import Las
from uppfoljning.choices import Rapportstatus
from uppfoljning.models import (
    Enkatfraga,
    Enkatomgang,
    Internkontrollplan,
    Kontrollmoment,
    Kvartalsrapport,
    Stickprov,
)


def rapportens_las(rapport: Kvartalsrapport) -> str:
    if rapport.ar_oppen:
        return ""
    lage = rapport.get_status_display().lower()
    return f"Rapporten är {lage}: rätta den som en ny version med ett skäl."


def rapportens_steg(rapport: Kvartalsrapport) -> str:
    """A report that only waits to be written may come by file; one that is begun has a draft."""
    if rapport.status == Rapportstatus.EJ_PABORJAD:
        return ""
    return "Rapporten är påbörjad: lämna in den på dess sida."


def omgangens_las(omgang: Enkatomgang) -> str:
    """A round that can be answered, or has been, says what it said to those who were asked."""
    slag = (omgang.nycklar, omgang.rakningar, omgang.texter)
    if not any(ett.exists() for ett in slag):
        return ""
    return "Omgången är skickad eller har svar: ändra den på dess sida."


def svarens_las(omgang: Enkatomgang) -> str:
    return "Omgångens svar är räknade och ändras inte." if omgangens_las(omgang) else ""


def fragans_las(fraga: Enkatfraga) -> str:
    return "Frågan är ställd i en omgång och ändras inte." if fraga.rakningar.exists() else ""


def planens_las(plan: Internkontrollplan) -> str:
    return "Planen är beslutad och ändras inte." if plan.last else ""


def planens_steg(plan: Internkontrollplan) -> str:
    return "Planen finns redan: registrera styrelsens beslut på dess sida."


def utforandets_las(moment: Kontrollmoment) -> str:
    return "" if moment.plan.last else "Planen är inte beslutad: det finns inget att följa upp."


def dragningens_las(stickprov: Stickprov) -> str:
    return "Stickprovet är draget och ändras inte."


RAPPORT = Las(rapportens_las, steg=rapportens_steg)
RAPPORTENS_DEL = Las(rapportens_las, agare="rapport")
OMGANG = Las(omgangens_las, fria=("sammanfattning",))
SVAR = Las(svarens_las, agare="omgang")
FRAGA = Las(fragans_las)
PLAN = Las(planens_las, steg=planens_steg)
PLANENS_DEL = Las(planens_las, agare="plan")
UTFORANDE = Las(utforandets_las, agare="moment")
DRAGNING = Las(dragningens_las)
DRAGNINGENS_DEL = Las(dragningens_las, agare="stickprov", fria=("utfall", "anteckning"))
