"""What of the insatser no file changes: claims, deviations, applications and final reports."""

from finsam.mapp.las import Las
from insatser.actions.rekvisition import ANDRINGSBARA
from insatser.choices import Ansokningsstatus, Avvikelsestatus, Slutrapportstatus
from insatser.models import Ansokan, Avvikelse, Insatsbeslut, Rekvisition, Slutrapport


def rekvisitionens_las(rekvisition: Rekvisition) -> str:
    if rekvisition.status in ANDRINGSBARA:
        return ""
    lage = rekvisition.get_status_display().lower()
    return f"Rekvisitionen är {lage}: ändra den på dess sida."


def rekvisitionens_steg(rekvisition: Rekvisition) -> str:
    return "Rekvisitionen finns redan: lämna in och attestera den på dess sida."


def avvikelsens_las(avvikelse: Avvikelse) -> str:
    if avvikelse.status == Avvikelsestatus.OPPEN:
        return ""
    return f"Avvikelsen är {avvikelse.get_status_display().lower()}: beslutet ändras inte."


def avvikelsens_steg(avvikelse: Avvikelse) -> str:
    return "Avvikelsen finns redan: fatta beslutet på dess sida."


def ansokans_las(ansokan: Ansokan) -> str:
    return "Ansökan är beslutad och ändras inte." * (ansokan.status == Ansokningsstatus.BESLUTAD)


def ansokans_steg(ansokan: Ansokan) -> str:
    return "Ansökan finns redan: registrera beslutet på dess sida."


def beslutets_las(rad: Ansokan | Insatsbeslut) -> str:
    return "Beslut ändras inte i efterhand: registrera ett nytt på ansökans sida."


def beslutade_arens_las(beslut: Insatsbeslut) -> str:
    """A decision from before its years were kept may be given them, once."""
    return "Beslutets belopp per år finns redan och ändras inte." * beslut.aren.exists()


def slutrapportens_las(rapport: Slutrapport) -> str:
    if rapport.status == Slutrapportstatus.UTKAST:
        return ""
    return f"Slutrapporten är {rapport.get_status_display().lower()}: ändra den på dess sida."


def slutrapportens_steg(rapport: Slutrapport) -> str:
    return "Slutrapporten finns redan: lämna in den på dess sida."


REKVISITION = Las(rekvisitionens_las, steg=rekvisitionens_steg)
REKVISITIONSPOST = Las(rekvisitionens_las, agare="rekvisition")
AVVIKELSE = Las(avvikelsens_las, steg=avvikelsens_steg)
ANSOKAN = Las(ansokans_las, steg=ansokans_steg)
ANSOKANS_DEL = Las(ansokans_las, agare="ansokan")
BESLUT = Las(beslutets_las, agare="ansokan", fria=("anmalt", "anmalt_vid"))
BESLUTADE_AR = Las(beslutade_arens_las, agare="beslut")
SLUTRAPPORT = Las(slutrapportens_las, steg=slutrapportens_steg)
