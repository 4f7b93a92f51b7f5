"""The words of a survey's letters, as proposals that the office may change."""

from finsam import typografi
from uppfoljning.models import Enkatomgang

INBJUDAN = """Hej!

Vi ber dig svara på enkäten ”{titel}”. Det tar några minuter, och det går bra i mobilen.

Dina svar är anonyma. Länken nedan är bara till för att ingen ska svara två gånger; vem som har
fått vilken länk sparas inte. Skicka den därför inte vidare."""
PAMINNELSE = """Hej!

Har du redan svarat på enkäten ”{titel}”? Tack! Då behöver du inte göra något mer.

Annars hinner du till och med {stanger}. Använd länken i det brev som du fick när enkäten öppnade.
Eftersom ingen kan se vem som har svarat får alla den här påminnelsen."""
LANK = """

Din länk, som gäller en gång och till och med {stanger}:
{lank}
"""


def inbjudan(omgang: Enkatomgang) -> tuple[str, str]:
    """Subject and letter, without the link."""
    return str(omgang.enkat), _pa_rad(INBJUDAN.format(titel=omgang.enkat))


def paminnelse(omgang: Enkatomgang) -> tuple[str, str]:
    """Subject and letter of a reminder; it has no link, for nobody knows whose is whose."""
    stanger = typografi.datum_i_ord(omgang.stanger)
    text = PAMINNELSE.format(titel=omgang.enkat, stanger=stanger)
    return f"Påminnelse: {omgang.enkat}", _pa_rad(text)


def med_lank(brev: str, lank: str, omgang: Enkatomgang) -> str:
    """The letter with the personal link under it."""
    return brev.rstrip() + LANK.format(lank=lank, stanger=typografi.datum_i_ord(omgang.stanger))


def _pa_rad(text: str) -> str:
    """Each paragraph as one line, however the text above is broken."""
    return "\n\n".join(" ".join(stycke.split()) for stycke in text.split("\n\n"))
