"""The guard against personal identity numbers: the product holds counts, never persons' numbers."""

import re
from datetime import date

PERSONUPPGIFTER = (
    "Innehållet ser ut att vara personuppgifter ({vad}). Endast antal får registreras."
)
# Century, date, mark, four digits. A month of 20 or more is an organisation, a day above 60 a
# samordningsnummer. Not within longer numbers or beside decimals.
PERSONNUMMER = re.compile(
    r"(?<!\d)(?<!\d[.,])"
    r"(?:(?:18|19|20)?(?P<kort>\d{6})[-+\u2010-\u2013\u2212 ]?"
    r"|(?:18|19|20)(?P<lang>\d\d-\d\d-\d\d)-)"
    r"(?P<slut>\d{4})"
    r"(?!\d)(?![.,]\d)"
)


def identitet(text: str) -> str:
    """ "personnummer" or "samordningsnummer" where the text holds one, else ""."""
    for traff in PERSONNUMMER.finditer(text):
        dag = traff["kort"] or traff["lang"].replace("-", "")
        samordning = dag[4] >= "6"
        fodd = dag[:4] + str(int(dag[4]) - 6 * samordning) + dag[5]
        if _dag_finns(fodd) and _luhn(dag + traff["slut"]):
            return "samordningsnummer" if samordning else "personnummer"
    return ""


def _dag_finns(dag: str) -> bool:
    try:
        # 2000 + year is a leap year whenever 1900 + year is.
        date.fromisoformat(f"20{dag[:2]}-{dag[2:4]}-{dag[4:]}")
    except ValueError:
        return False
    return True


def _luhn(siffror: str) -> bool:
    """The check digit of ten digits: every other doubled from the first, digit sums in tens."""
    dubblade = (int(s) * (2 - i % 2) for i, s in enumerate(siffror))
    return sum(tal // 10 + tal % 10 for tal in dubblade) % 10 == 0
