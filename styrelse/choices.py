"""The boardroom's closed lists."""

from django.db.models import TextChoices


class Uppdragsroll(TextChoices):
    """Seats of the board, in the order in which they are listed."""

    ORDFORANDE = "ordforande", "ordförande"
    VICE_ORDFORANDE_1 = "vice_ordforande_1", "1:e vice ordförande"
    VICE_ORDFORANDE_2 = "vice_ordforande_2", "2:e vice ordförande"
    LEDAMOT = "ledamot", "ledamot"
    ERSATTARE = "ersattare", "ersättare"


class Uppdragsorgan(TextChoices):
    """Where an office is held."""

    STYRELSEN = "styrelsen", "Styrelsen"
    AU = "au", "Arbetsutskottet"
    VALBEREDNING = "valberedning", "Valberedningen"


class UtseddAv(TextChoices):
    KOMMUN_REGION = "kommun_region", "Kommuner och region"
    STAT = "stat", "Staten"


class Ansvarsfrihetsutfall(TextChoices):
    """What a member has decided on discharge for a year (26 §)."""

    BEVILJAD = "beviljad", "Beviljad"
    BEVILJAD_MED_ANMARKNING = "beviljad_anmarkning", "Beviljad med anmärkning"
    VAGRAD = "vagrad", "Vägrad"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"beviljad": "ok", "beviljad_anmarkning": "varning", "vagrad": "fel"}[self.value]


class Organ(TextChoices):
    """Who meets."""

    FS = "fs", "Förbundsstyrelsen"
    AU = "au", "Arbetsutskottet"
    SAMRAD = "samrad", "Medlemssamråd"
    DIALOG = "dialog", "Medlemsdialog"
    NATVERK = "natverk", "Nätverksmöte"

    @property
    def kort(self) -> str:
        """As in the meeting plan: "FS möte"."""
        return {"fs": "FS", "au": "AU"}.get(self.value, str(self.label))

    @property
    def beslutar(self) -> bool:
        """Whether it keeps minutes with numbered paragraphs; a consultation keeps notes."""
        return self.value in ("fs", "au")


# What each organ is called, for calculations that know it by its value only.
ORGANNAMN = {organ.value: str(organ.label) for organ in Organ}


class Motesstatus(TextChoices):
    """How far a meeting has come."""

    PLANERAT = "planerat", "Planerat"
    KALLAT = "kallat", "Kallat"
    PAGAR = "pagar", "Pågår"
    HALLET = "hallet", "Hållet"
    JUSTERAT = "justerat", "Justerat"
    ANSLAGET = "anslaget", "Anslaget"
    INSTALLT = "installt", "Inställt"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"kallat": "info", "pagar": "varning", "justerat": "ok", "anslaget": "ok"}.get(
            self.value, ""
        )


# Those without minutes: a letter invites to them, and notes say what was said.
SAMRADEN = (Organ.SAMRAD, Organ.DIALOG)

# A meeting to come or going on; one written in; one that is over; one whose minutes are approved.
OPPNA = (Motesstatus.PLANERAT, Motesstatus.KALLAT, Motesstatus.PAGAR)
SKRIVS = (Motesstatus.PAGAR, Motesstatus.HALLET)
HALLNA = (Motesstatus.HALLET, Motesstatus.JUSTERAT, Motesstatus.ANSLAGET)
LASTA = (Motesstatus.JUSTERAT, Motesstatus.ANSLAGET)


class Punktslag(TextChoices):
    """What an item of the agenda is: a matter, or one of those that every meeting has."""

    ARENDE = "arende", "Ärende"
    OPPNANDE = "oppnande", "Mötets öppnande"
    JUSTERARE = "justerare", "Val av justerare"
    FOREGAENDE_PROTOKOLL = "foregaende_protokoll", "Föregående protokoll"
    DELEGATIONSBESLUT = "delegationsbeslut", "Anmälan av delegationsbeslut"
    FORMALIA = "formalia", "Annan fast punkt"
    AVSLUTANDE = "avslutande", "Mötets avslutande"


class Punktplats(TextChoices):
    """Where a fixed item stands in the agenda."""

    FORST = "forst", "Före ärendena"
    SIST = "sist", "Efter ärendena"


class Bilageslag(TextChoices):
    """What an annex is made of."""

    UPPLADDAD = "uppladdad", "Uppladdad fil"
    RAPPORT = "rapport", "Dokument härifrån"
    SCENARIO = "scenario", "Scenario"
    PROTOKOLL = "protokoll", "Protokoll"


class Beslutstyp(TextChoices):
    """What the meeting made of a proposal."""

    BIFALL = "bifall", "Bifall"
    ANDRAT = "andrat", "Bifall med ändring"
    AVSLAG = "avslag", "Avslag"
    ATERREMISS = "aterremiss", "Återremiss"
    BORDLAGGNING = "bordlaggning", "Bordläggning"
    LAGD_TILL_HANDLINGARNA = "handlingarna", "Lagd till handlingarna"

    @property
    def avgor(self) -> bool:
        """Whether the matter is over with it; otherwise it comes back."""
        return self.value not in ("aterremiss", "bordlaggning")

    @property
    def avslar(self) -> bool:
        """Whether what was proposed is not to be."""
        return self.value == "avslag"

    @property
    def antar(self) -> bool:
        """Whether what was proposed is to be, as it was or changed."""
        return self.value in ("bifall", "andrat")


class Narvaroroll(TextChoices):
    """In which capacity somebody takes part."""

    LEDAMOT = "ledamot", "Ledamot"
    ERSATTARE = "ersattare", "Ersättare"
    TJANSTEPERSON = "tjansteperson", "Tjänsteperson"
    ADJUNGERAD = "adjungerad", "Adjungerad"


class Samradsroll(TextChoices):
    """For whom somebody takes part in a consultation or a dialog."""

    MEDLEM = "medlem", "Företräder en medlem"
    FORBUND = "forbund", "Från förbundet"
    GAST = "gast", "Gäst"


class Narvaroform(TextChoices):
    PLATS = "plats", "På plats"
    DISTANS = "distans", "På distans"


class Yttrandeslag(TextChoices):
    """What somebody has put to the minutes."""

    YRKANDE = "yrkande", "Yrkande"
    RESERVATION = "reservation", "Reservation"
    SARSKILT_YTTRANDE = "sarskilt_yttrande", "Särskilt yttrande"


class Rostval(TextChoices):
    JA = "ja", "Ja"
    NEJ = "nej", "Nej"
    AVSTAR = "avstar", "Avstår"


class Justeringsroll(TextChoices):
    ORDFORANDE = "ordforande", "Ordförande"
    JUSTERARE = "justerare", "Justerare"
    SEKRETERARE = "sekreterare", "Sekreterare"


class Arvodesslag(TextChoices):
    """What an allowance is paid for, and by what it is counted."""

    ARSARVODE = "arsarvode", "Fast årsarvode"
    SAMMANTRADE = "sammantrade", "Sammanträdesarvode"
    TIMARVODE = "timarvode", "Timarvode"
    FORLORAD_INKOMST = "forlorad_inkomst", "Förlorad arbetsförtjänst"
    RESA = "resa", "Resersättning, km"
    UTLAGG = "utlagg", "Utlägg"


class Korningsstatus(TextChoices):
    UTKAST = "utkast", "Utkast"
    ATTESTERAD = "attesterad", "Attesterad"
    EXPORTERAD = "exporterad", "Exporterad"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"utkast": "info", "attesterad": "ok", "exporterad": "ok"}[self.value]
