"""The names of what is counted, as plain words: calculations know nothing of Django's choices.

The same values as in uppfoljning/choices.py; a test holds the two together.
"""

PAGAENDE_START = "pagaende_start"
INSKRIVNA = "inskrivna"
AVSLUTADE = "avslutade"
PAGAENDE_SLUT = "pagaende_slut"
ANONYMA = "anonyma"
AVSLUTADE_TIDIGARE = "avslutade_tidigare"
MED_PLAN = "med_plan"
DAGAR = "dagar"
AVSLUTSORSAK = "avslutsorsak"
OMFATTNING = "omfattning"
ALDER = "alder"
UTBILDNING = "utbildning"
FORSORJNINGSTID = "forsorjningstid"
FORSORJNINGSFORM = "forsorjningsform"

# Reported together: where one of them stands, a missing one is 0.
FLODE = (PAGAENDE_START, INSKRIVNA, AVSLUTADE, PAGAENDE_SLUT)
# Divided over those who came in (F37).
BAKGRUND = (ALDER, UTBILDNING, FORSORJNINGSTID, FORSORJNINGSFORM)

SUBVENTIONERAT = "subventionerat"
EJ_SUBVENTIONERAT = "ej_subventionerat"
EGET_FORETAG = "eget_foretag"
STUDERANDE = "studerande"
ARBETSSOKANDE = "arbetssokande"
ARBETE = (SUBVENTIONERAT, EJ_SUBVENTIONERAT, EGET_FORETAG)
ARBETE_STUDIER = (*ARBETE, STUDERANDE)

KVINNOR = "K"
MAN = "M"
OKANT = "okant"

UTAN_DELTAGARE = "inga"
BARA_ANONYMA = "anonyma"
