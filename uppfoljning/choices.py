"""Closed lists of the follow-up."""

from django.db.models import TextChoices


class Rapportstatus(TextChoices):
    EJ_PABORJAD = "ej_paborjad", "Ej påbörjad"
    UTKAST = "utkast", "Utkast"
    INLAMNAD = "inlamnad", "Inlämnad"
    ATER = "ater", "Åter för komplettering"
    GRANSKAD = "granskad", "Granskad"


class Svar(TextChoices):
    """Answers to the questions of a quarterly report; "ej besvarad" is an answer of its own."""

    EJ_BESVARAD = "ej_besvarad", "Ej besvarad"
    JA = "ja", "Ja"
    DELVIS = "delvis", "Delvis"
    NEJ = "nej", "Nej"
    OK = "ok", "Ok"
    EJ_AKTUELL = "ej_aktuell", "Ej aktuell"


class Kon(TextChoices):
    K = "K", "Kvinnor"
    M = "M", "Män"
    OKANT = "okant", "Okänt"


class Matt(TextChoices):
    """What is counted. Those from AVSLUTSORSAK on are divided into categories."""

    PAGAENDE_START = "pagaende_start", "Pågående vid start"
    INSKRIVNA = "inskrivna", "Inskrivna"
    AVSLUTADE = "avslutade", "Avslutade"
    PAGAENDE_SLUT = "pagaende_slut", "Pågående vid slut"
    ANONYMA = "anonyma", "Anonymt registrerade"
    # Ended before the first report kept here, so that "the whole time" can be told.
    AVSLUTADE_TIDIGARE = "avslutade_tidigare", "Avslutade före första rapporten"
    MED_PLAN = "med_plan", "Avslutade med plan"
    # The sum of days over those who ended: a mean cannot be added, a sum can.
    DAGAR = "dagar", "Dagar i insatsen för avslutade, summa"
    AVSLUTSORSAK = "avslutsorsak", "Avslutningsanledning"
    OMFATTNING = "omfattning", "Omfattning av arbete"
    ALDER = "alder", "Ålder"
    UTBILDNING = "utbildning", "Utbildning"
    FORSORJNINGSTID = "forsorjningstid", "Tid i offentlig försörjning"
    FORSORJNINGSFORM = "forsorjningsform", "Försörjning före insatsen"


class Avslutsorsak(TextChoices):
    SUBVENTIONERAT = "subventionerat", "Subventionerat arbete"
    EJ_SUBVENTIONERAT = "ej_subventionerat", "Ej subventionerat arbete"
    EGET_FORETAG = "eget_foretag", "Eget företag"
    STUDERANDE = "studerande", "Studerande"
    ARBETSSOKANDE = "arbetssokande", "Aktivt arbetssökande"
    FORTSATT_REHAB = "fortsatt_rehab", "Fortsatt rehabilitering"
    SJUKDOM = "sjukdom", "Sjukdom"
    FORALDRALEDIGHET = "foraldraledighet", "Föräldraledighet"
    FLYTT = "flytt", "Flytt"
    OVRIGT = "ovrigt", "Övrigt"


class Omfattning(TextChoices):
    """How much those work who ended to work, per cent of full time."""

    P25 = "25", "Arbetar 25 %"
    P40 = "40", "Arbetar 40 %"
    P50 = "50", "Arbetar 50 %"
    P70 = "70", "Arbetar 70 %"
    P75 = "75", "Arbetar 75 %"
    P100 = "100", "Arbetar 100 %"


class Aldersintervall(TextChoices):
    A15 = "15-29", "15–29 år"
    A30 = "30-44", "30–44 år"
    A45 = "45-59", "45–59 år"
    A60 = "60-74", "60–74 år"
    OKAND = "okand", "Okänd"


class Utbildning(TextChoices):
    GRUNDSKOLA = "grundskola", "Grundskola"
    GYMNASIUM = "gymnasium", "Gymnasium"
    EFTERGYMNASIAL = "eftergymnasial", "Annan eftergymnasial utbildning"
    HOGSKOLA_KORT = "hogskola_kort", "Högskola < 1 år"
    HOGSKOLA_LANG = "hogskola_lang", "Högskola > 1 år"
    SAKNAS = "saknas", "Saknas eller okänd"


class Forsorjningstid(TextChoices):
    UNDER_1 = "under_1", "< 1 år"
    AR_1_3 = "1-3", "1–3 år"
    AR_4_6 = "4-6", "4–6 år"
    AR_7_9 = "7-9", "7–9 år"
    OVER_9 = "over_9", "> 9 år"
    EJ_TILLAMPLIGT = "ej_tillampligt", "Ej tillämpligt"


class Forsorjningsform(TextChoices):
    FORSORJNINGSSTOD = "forsorjningsstod", "Försörjningsstöd"
    SJUKPENNING = "sjukpenning", "Sjuk- eller rehabiliteringspenning"
    AKTIVITETSERSATTNING = "aktivitetsersattning", "Aktivitets- eller sjukersättning"
    AKTIVITETSSTOD = "aktivitetsstod", "Aktivitetsstöd"
    ANNAN = "annan", "Annan offentlig försörjning"
    INGEN = "ingen", "Ingen offentlig försörjning"
    OKAND = "okand", "Okänd"


# The categories of each count that is divided; the others have the empty category.
KATEGORIER: dict[str, type[TextChoices]] = {
    Matt.AVSLUTSORSAK: Avslutsorsak,
    Matt.OMFATTNING: Omfattning,
    Matt.ALDER: Aldersintervall,
    Matt.UTBILDNING: Utbildning,
    Matt.FORSORJNINGSTID: Forsorjningstid,
    Matt.FORSORJNINGSFORM: Forsorjningsform,
}


class Indikator(TextChoices):
    """What an association's goal is measured by: a figure of the system, or its own."""

    ANDEL_ARBETE_STUDIER = "andel_arbete_studier", "Andel till arbete eller studier"
    ANDEL_ARBETE_EJ_FORREHAB = (
        "andel_arbete_ej_forrehab",
        "Andel till arbete eller studier utom förrehabilitering",
    )
    ANDEL_MED_PLAN = "andel_med_plan", "Andel med plan i förrehabiliterande insatser"
    ANDEL_STRUKTURMAL = "andel_strukturmal", "Andel nådda mål i strukturinsatser"
    ANTAL_AKTIVITETER = "antal_aktiviteter", "Antal kompetenshöjande aktiviteter"
    ANTAL_DELTAGARE = "antal_deltagare", "Antal deltagare i individinsatser"
    EGEN = "egen", "Anges för hand"


ANDELAR = (
    Indikator.ANDEL_ARBETE_STUDIER,
    Indikator.ANDEL_ARBETE_EJ_FORREHAB,
    Indikator.ANDEL_MED_PLAN,
    Indikator.ANDEL_STRUKTURMAL,
)


class Malenhet(TextChoices):
    PROCENT = "procent", "procent"
    ANTAL = "antal", "antal"


class Riktning(TextChoices):
    MINST = "minst", "Minst"
    HOGST = "hogst", "Högst"


class Aktivitetsform(TextChoices):
    WEBBINARIUM = "webbinarium", "Webbinarium"
    UTBILDNING = "utbildning", "Utbildning"
    KONFERENS = "konferens", "Konferens"
    SEMINARIUM = "seminarium", "Seminarium"
    NATVERK = "natverk", "Nätverksmöte"


class Skala(TextChoices):
    """The scales of the evaluation, and free text."""

    INSTAMMER = "instammer", "Instämmer, fem steg"
    JA_NEJ = "ja_nej", "Ja eller nej, fyra steg"
    FRITEXT = "fritext", "Fritext"


class Internkontrollomrade(TextChoices):
    """What internal control looks at."""

    EKONOMI = "ekonomi", "Ekonomi och budget"
    UPPHANDLING = "upphandling", "Upphandling och avtal"
    BESLUT = "beslut", "Beslut, delegation och attest"
    VERKSAMHETSMAL = "verksamhetsmal", "Verksamhetsmål"
    INSATSER = "insatser", "Finansierade insatser"
    PERSONAL = "personal", "Medarbetare inom kansliet"
    INFORMATION = "information", "Information och dataskydd"


class Kontrollfrekvens(TextChoices):
    """How often a control is done; the value says which parts of a year it falls on."""

    AR = "ar", "En gång om året"
    HALVAR = "halvar", "Varje halvår"
    TERTIAL = "tertial", "Varje tertial"
    KVARTAL = "kvartal", "Varje kvartal"


class Kontrollresultat(TextChoices):
    UTAN_AVVIKELSE = "utan_avvikelse", "Utan avvikelse"
    MINDRE_AVVIKELSE = "mindre_avvikelse", "Mindre avvikelse"
    AVVIKELSE = "avvikelse", "Avvikelse"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"utan_avvikelse": "ok", "mindre_avvikelse": "varning", "avvikelse": "fel"}[
            self.value
        ]


class Planstatus(TextChoices):
    UTKAST = "utkast", "Utkast"
    BESLUTAD = "beslutad", "Beslutad"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"utkast": "", "beslutad": "ok"}[self.value]


class Stickprovsutfall(TextChoices):
    EJ_GRANSKAD = "ej_granskad", "Ej granskad"
    RATT = "ratt", "Rätt"
    FEL = "fel", "Fel"

    @property
    def farg(self) -> str:
        """The colour that goes with the word (components/status.html)."""
        return {"ej_granskad": "", "ratt": "ok", "fel": "fel"}[self.value]
