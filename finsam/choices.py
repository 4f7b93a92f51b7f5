"""The ground floor's closed lists: stored value an ASCII noun, label in Swedish."""

from django.db.models import TextChoices


class Medlemstyp(TextChoices):
    """The four kinds of member that law 2003:1210, 3 §, names."""

    KOMMUN = "kommun", "Kommun"
    REGION = "region", "Region"
    FORSAKRINGSKASSAN = "fk", "Försäkringskassan"
    ARBETSFORMEDLINGEN = "af", "Arbetsförmedlingen"


class Part(TextChoices):
    """Who pays which share of the fee (5 §): the state half, the others a quarter each."""

    STAT = "stat", "Staten"
    REGION = "region", "Regionen"
    KOMMUN = "kommun", "Kommunerna"


class Rytm(TextChoices):
    """How often the association reports."""

    KVARTAL = "kvartal", "Kvartal"
    TERTIAL = "tertial", "Tertial"


class Bilagenumrering(TextChoices):
    """How the annexes of a meeting are numbered: by their matter, or through the whole meeting."""

    PUNKT = "punkt", "Per ärende: 3.1, 3.2"
    LOPANDE = "lopande", "Löpande: 1, 2, 3"


class Roll(TextChoices):
    KANSLI = "kansli", "Kansli"
    EKONOM = "ekonom", "Ekonom"
    FORBUNDSCHEF = "forbundschef", "Förbundschef"
    LEDAMOT = "ledamot", "Ledamot"
    REVISOR = "revisor", "Revisor"
    INSATSANSVARIG = "insatsansvarig", "Insatsansvarig"
    ADMINISTRATOR = "administrator", "Administratör"


class Handelseslag(TextChoices):
    """What happened to a row; the values are simple-history's."""

    SKAPAD = "+", "Skapad"
    ANDRAD = "~", "Ändrad"
    BORTTAGEN = "-", "Borttagen"


class Handelsevag(TextChoices):
    """Whether somebody did it in the browser or a command did it."""

    WEBB = "webb", "Webben"
    KOMMANDO = "kommando", "Kommando"
