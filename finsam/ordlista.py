"""The field's words, as the law and the documents use them; shown on the help page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Uppslag:
    """A word, what it means, and where that is said (empty where it is common usage)."""

    ord: str
    betydelse: str
    kalla: str = ""


LAG = "lag (2003:1210) om finansiell samordning"
LKBR = "lag (2018:597) om kommunal bokföring och redovisning"

UPPSLAG = (
    Uppslag(
        "Ansvarsfrihet",
        "Medlemmarnas beslut, vart och ett för sig, om att styrelsen har skött sitt uppdrag.",
        f"26 §, {LAG}",
    ),
    Uppslag(
        "Balanskravsresultat",
        "Årets resultat sedan poster som inte hör till verksamheten har tagits bort.",
        LKBR,
    ),
    Uppslag(
        "Beslutsutrymme",
        "Pengar som förbundet har eller väntar sig och som ännu inte är lovade till någon insats.",
    ),
    Uppslag(
        "Driftredovisning",
        "Året fördelat på kostnadsblock och insatser, med budget och utfall bredvid varandra.",
        LKBR,
    ),
    Uppslag(
        "Fastställd rapport",
        "Det styrelsen beslutade om. Det sparas för gott; en rättelse blir en ny version.",
    ),
    Uppslag(
        "Finansiell samordning (Finsam)",
        "Försäkringskassan, Arbetsförmedlingen, region och kommun lägger pengar i en gemensam "
        "påse för människor som behöver stöd från flera av dem för att kunna arbeta.",
        f"1–2 §§, {LAG}",
    ),
    Uppslag(
        "Förbrukningskvot",
        "Hur stor del av en insats beviljade medel för året som är förbrukad, i procent.",
    ),
    Uppslag(
        "Förbundsordning",
        "Förbundets stadgar, beslutade av varje medlems högsta organ.",
        f"9 §, {LAG}",
    ),
    Uppslag(
        "Insats",
        "Det som förbundet finansierar och en medlem driver: för enskilda (individinsats) eller "
        "för att medlemmarna ska arbeta bättre tillsammans (strukturinsats).",
        f"7 §, {LAG}",
    ),
    Uppslag(
        "Insatsägare",
        "Den medlem som driver insatsen, anställer personalen och begär pengarna av förbundet.",
    ),
    Uppslag(
        "Kontering",
        "En rad i en verifikation: konto, belopp och, när det behövs, kostnadsblock och projekt.",
    ),
    Uppslag(
        "Kostnadsblock",
        "Den grova indelningen av kostnader, till exempel förtroendevalda, förvaltning och "
        "samverkansinsatser. Dimension 1 i bokföringen.",
    ),
    Uppslag(
        "Kontroll",
        "En regel som rapporten prövas mot: att balansräkningen går ihop, att en not är lika med "
        "raden den förklarar. En röd kontroll stoppar fastställandet.",
    ),
    Uppslag(
        "Medlem",
        "Försäkringskassan, Arbetsförmedlingen, varje region och varje kommun för sig.",
        f"3–4 §§, {LAG}",
    ),
    Uppslag(
        "Medlemsavgift",
        "Vad medlemmarna betalar ett år: staten hälften, regionerna tillsammans en fjärdedel och "
        "kommunerna tillsammans en fjärdedel, fördelad efter folkmängd.",
        f"5 §, {LAG}",
    ),
    Uppslag(
        "Projekt",
        "En insats i bokföringen. Dimension 6; koden knyter konteringen till insatsen.",
    ),
    Uppslag(
        "SIE-fil",
        "Filen som ekonomisystem lämnar till varandra: kontoplan, saldon och verifikationer.",
        "sie.se, SIE typ 4",
    ),
    Uppslag(
        "Sigill",
        "Ett tal räknat på en händelse i historiken och på sigillet före den. Ändras en gammal "
        "händelse stämmer inget sigill efter den.",
    ),
    Uppslag(
        "Soliditet", "Eget kapital som andel av alla tillgångar, i procent.", "Balansräkningen"
    ),
    Uppslag(
        "Uppställning",
        "Beskrivningen av resultaträkning, balansräkning och noter: vilka rader som finns och "
        "vilka konton som hör till dem.",
    ),
    Uppslag(
        "Verifikation",
        "En affärshändelse i bokföringen, med nummer, dag och konteringar som tar ut varandra.",
        LKBR,
    ),
)
