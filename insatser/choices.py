"""Closed lists of the insatser."""

from django.db.models import TextChoices


class Insatstyp(TextChoices):
    """What an insats works on. Förrehabiliterande is a flag: the documents use it as both."""

    INDIVID = "individ", "Individinsats"
    STRUKTUR = "struktur", "Strukturinsats"
    FORSTUDIE = "forstudie", "Förstudie"
    KOMPETENSHOJANDE = "kompetenshojande", "Kompetenshöjande insats"


class Maluppfyllelse(TextChoices):
    """How far an ended insats reached its goals, by its steering group's judgement."""

    EJ_BEDOMD = "ej_bedomd", "Ej bedömd"
    GOD = "god", "God"
    DELVIS = "delvis", "Delvis"
    LAG = "lag", "Låg"


class Insatslage(TextChoices):
    """Where an insats stands on a day; worked out, never stored."""

    KOMMANDE = "kommande", "Kommande"
    PAGAR = "pagar", "Pågår"
    AVSLUTAD = "avslutad", "Avslutad"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"kommande": "info", "pagar": "ok", "avslutad": ""}[self.value]


class Uppfoljningsslag(TextChoices):
    """How the participants of an insats are followed."""

    ANTAL = "antal", "Deltagare som antal"
    ANONYMA = "anonyma", "Bara anonyma antal"
    INGA = "inga", "Inga deltagare"


class Maltyp(TextChoices):
    OVERGRIPANDE = "overgripande", "Övergripande mål"
    EFFEKT = "effekt", "Effektmål"
    INSATS = "insats", "Insatsmål"


class Malstatus(TextChoices):
    EJ_BEDOMT = "ej_bedomt", "Ej bedömt"
    UPPNATT = "uppnatt", "Uppnått"
    DELVIS = "delvis", "Delvis uppnått"
    EJ_UPPNATT = "ej_uppnatt", "Ej uppnått"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"ej_bedomt": "", "uppnatt": "ok", "delvis": "varning", "ej_uppnatt": "fel"}[
            self.value
        ]


class Ansokningsslag(TextChoices):
    NY = "ny", "Ny insats"
    TILLAGG = "tillagg", "Tilläggsansökan"
    FORLANGNING = "forlangning", "Förlängning"
    FORSTUDIE = "forstudie", "Förstudie"


class Ansokningsstatus(TextChoices):
    UTKAST = "utkast", "Utkast"
    INKOMMEN = "inkommen", "Inkommen"
    KOMPLETTERING = "komplettering", "Åter för komplettering"
    BEREDS = "bereds", "Bereds"
    BESLUTAD = "beslutad", "Beslutad"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"utkast": "", "komplettering": "varning", "beslutad": "ok"}.get(self.value, "info")


class Beslutsutfall(TextChoices):
    BIFALL = "bifall", "Bifall"
    AVSLAG = "avslag", "Avslag"
    ATERREMISS = "aterremiss", "Återremiss"


class Beslutsinstans(TextChoices):
    STYRELSE = "styrelse", "Styrelsen"
    DELEGATION = "delegation", "Delegation"


class Kostnadsslag(TextChoices):
    """What the money of an application or a claim pays for."""

    PERSONAL = "personal", "Personal"
    LOKAL = "lokal", "Lokaler"
    TJANSTER = "tjanster", "Köpta tjänster"
    MATERIAL = "material", "Material och utrustning"
    RESOR = "resor", "Resor"
    OVRIGT = "ovrigt", "Övrigt"


class Finansiering(TextChoices):
    SOF = "sof", "SOF-medel"
    EGEN = "egen", "Egenfinansierad resurs"


class Rekvisitionsstatus(TextChoices):
    UTKAST = "utkast", "Utkast"
    INLAMNAD = "inlamnad", "Inlämnad"
    ATER = "ater", "Åter för komplettering"
    GRANSKAD = "granskad", "Attesterad av en"
    ATTESTERAD = "attesterad", "Attesterad"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"inlamnad": "info", "granskad": "info", "ater": "varning", "attesterad": "ok"}.get(
            self.value, ""
        )


class Avvikelseslag(TextChoices):
    BUDGET = "budget", "Budget"
    MAL = "mal", "Mål"
    MALGRUPP = "malgrupp", "Målgrupp"
    METOD = "metod", "Metod"
    OVERFORING = "overforing", "Överföring av medel till nästa år"


class Avvikelsestatus(TextChoices):
    OPPEN = "oppen", "Öppen"
    GODKAND = "godkand", "Godkänd"
    AVSLAGEN = "avslagen", "Avslagen"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"oppen": "info", "godkand": "ok", "avslagen": "varning"}[self.value]


class Slutrapportstatus(TextChoices):
    UTKAST = "utkast", "Utkast"
    INLAMNAD = "inlamnad", "Inlämnad"
    GODKAND = "godkand", "Godkänd"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"utkast": "", "inlamnad": "info", "godkand": "ok"}[self.value]
