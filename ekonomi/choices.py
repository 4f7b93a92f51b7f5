"""The ledger's closed lists."""

from django.db.models import TextChoices


class Kontotyp(TextChoices):
    """The four account types of SIE (#KTYP)."""

    TILLGANG = "T", "Tillgång"
    SKULD = "S", "Eget kapital och skuld"
    INTAKT = "I", "Intäkt"
    KOSTNAD = "K", "Kostnad"


class Radslag(TextChoices):
    """A row of a verifikation: booked, added afterwards (#RTRANS) or struck (#BTRANS).

    An added row is followed in the file by its booked twin, so only `trans` is summed.
    """

    TRANS = "trans", "Bokförd"
    RTRANS = "rtrans", "Tillagd i efterhand"
    BTRANS = "btrans", "Struken"


class Budgetstatus(TextChoices):
    FORSLAG = "forslag", "Förslag"
    FASTSTALLD = "faststalld", "Fastställd"
    REVIDERAD = "reviderad", "Reviderad"


class Budgetgrund(TextChoices):
    """What a new proposal is copied from; nothing stored."""

    FG_AR = "fg_ar", "Förra årets budget"
    SENASTE = "senaste", "Årets senaste version, annars förra årets budget"
    TOM = "tom", "Tom"


class Avgiftsstatus(TextChoices):
    PRELIMINAR = "preliminar", "Preliminär"
    FASTSTALLD = "faststalld", "Fastställd"


class Prognosstatus(TextChoices):
    UTKAST = "utkast", "Utkast"
    LAGD = "lagd", "Lagd"


class Malmatt(TextChoices):
    """What a financial goal measures; each is worked out from the accounts."""

    RESULTAT_BUDGET = "resultat_budget", "Resultatet mot budget"
    KAPITAL_TAK = "kapital_tak", "Eget kapital mot trappans tak"
    RAD = "rad", "En rad i uppställningen"
    RAD_BUDGET = "rad_budget", "En rad som andel av sin budget"
    ANDEL = "andel", "En rad som andel av en annan"


class Jamforelse(TextChoices):
    MINST = "minst", "När värdet är minst målvärdet"
    HOGST = "hogst", "När värdet är högst målvärdet"
