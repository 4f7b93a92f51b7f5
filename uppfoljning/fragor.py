"""The questions of a quarterly report: what is asked, which answers there are, where they print.

Pure data: form, tables of the memo, annual report and files all read this list.
"""

from dataclasses import dataclass

from uppfoljning.choices import Svar

JA_NEJ = (Svar.JA, Svar.NEJ)
JA_DELVIS_NEJ = (Svar.JA, Svar.DELVIS, Svar.NEJ)
OK_NEJ = (Svar.OK, Svar.NEJ)


@dataclass(frozen=True)
class Fraga:
    """A question: the field's name, the words asked, and the answers besides "ej besvarad".

    `bra` are the answers that are green, `halvbra` yellow; any other given answer is red.
    `bara_ny`: asked in the first reports of a new insats only. `bestar`: asks for an arrangement
    that lasts, not for what happened, so the last report's answer stands until it is changed.
    """

    falt: str
    text: str
    alternativ: tuple[Svar, ...]
    bra: tuple[Svar, ...]
    halvbra: tuple[Svar, ...] = ()
    bara_ny: bool = False
    bestar: bool = False


@dataclass(frozen=True)
class Grupp:
    """Questions that stand together in the form and in one table of the memo."""

    id: str
    rubrik: str
    fragor: tuple[Fraga, ...]


MAL = Grupp(
    "mal",
    "Nuläge mål",
    (
        Fraga(
            "i_fas",
            "Ligger insatsen i fas med uppsatta mål?",
            JA_DELVIS_NEJ,
            (Svar.JA,),
            (Svar.DELVIS,),
        ),
        Fraga(
            "prognos_maluppfyllelse",
            "Styrgruppens prognos: nås målen?",
            JA_DELVIS_NEJ,
            (Svar.JA,),
            (Svar.DELVIS,),
        ),
    ),
)
FORUTSATTNINGAR = Grupp(
    "forutsattningar",
    "Förutsättningar för utfall",
    (
        Fraga("start_i_tid", "Startade insatsen i tid?", JA_NEJ, (Svar.JA,), bara_ny=True),
        Fraga("vakanser_sof", "Finns vakanser som finansieras av SOF-medel?", JA_NEJ, (Svar.NEJ,)),
        Fraga("vakanser_egna", "Finns vakanser i egenfinansierade resurser?", JA_NEJ, (Svar.NEJ,)),
        Fraga("avvikelse_budget", "Finns avvikelser gällande budget?", JA_NEJ, (Svar.NEJ,)),
    ),
)
KVALITET = Grupp(
    "kvalitet",
    "Kvalitetssäkring",
    (
        Fraga("styrgruppsmoten", "Har styrgruppen träffats enligt avtal?", JA_NEJ, (Svar.JA,)),
        Fraga(
            "ordinarie_representanter",
            "Har alla ordinarie representanter i styrgruppen deltagit?",
            JA_NEJ,
            (Svar.JA,),
        ),
        Fraga(
            "uppfoljning_enligt_avtal",
            "Görs uppföljning enligt avtal?",
            JA_NEJ,
            (Svar.JA,),
            bestar=True,
        ),
        Fraga("kontroll_metod", "Är metoden kontrollerad?", JA_NEJ, (Svar.JA,), bestar=True),
        Fraga("kontroll_malgrupp", "Är målgruppen kontrollerad?", JA_NEJ, (Svar.JA,), bestar=True),
        Fraga("jamlikhet", "Är insatsen jämlik?", OK_NEJ, (Svar.OK,), bestar=True),
        Fraga("jamstalldhet", "Är insatsen jämställd?", OK_NEJ, (Svar.OK,), bestar=True),
        Fraga(
            "avvikelse_mal_malgrupp",
            "Finns avvikelser gällande mål eller målgrupp?",
            JA_NEJ,
            (Svar.NEJ,),
        ),
        Fraga(
            "valdsfragor",
            "Ställs frågor om våld?",
            (Svar.JA, Svar.NEJ, Svar.EJ_AKTUELL),
            (Svar.JA, Svar.EJ_AKTUELL),
            bestar=True,
        ),
        Fraga(
            "implementering",
            "Pågår implementering i ordinarie verksamhet?",
            JA_DELVIS_NEJ,
            (Svar.JA,),
            (Svar.DELVIS,),
            bestar=True,
        ),
    ),
)
GRUPPER = (MAL, FORUTSATTNINGAR, KVALITET)
FRAGOR = tuple(fraga for grupp in GRUPPER for fraga in grupp.fragor)
# What the steering group says in its own words, by field, in the order of the form.
TEXTFALT = (
    "i_fas_kommentar",
    "kommentar_forutsattningar",
    "kommentar_kvalitet",
    "handelser",
    "analys",
)
