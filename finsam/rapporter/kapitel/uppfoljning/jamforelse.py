"""The period beside the same part of the year before."""

from finsam.rapporter.dokument import Rad, Tabell
from finsam.rapporter.uppfoljning.deltagarfigurer import deltagarfigurer
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial

RADER = (
    ("deltagare", "Deltagare"),
    ("inskrivna", "Inskrivna"),
    ("avslutade", "Avslutade"),
    ("pagaende_slut", "Pågående i slutet av perioden"),
    ("arbete_studier", "Till arbete eller studier"),
    ("andel_arbete_studier", "Andel till arbete eller studier"),
    ("andel_arbete_studier_sokande", "Andel till arbete, studier eller arbetssökande"),
    ("andel_med_plan", "Andel med handlingsplan"),
)


def jamforelsetabell(material: Uppfoljningsmaterial) -> Tabell:
    """Participants then and now; no rows where one of the periods has no counts."""
    perioder = [ett for ett in (material.deltagare, material.fore) if ett and ett.antal]
    figurer = [dict(deltagarfigurer(ett, None, material.adresser)) for ett in perioder]
    rader = tuple(
        Rad(etikett, tuple(ett.get(namn) for ett in figurer), id=namn)
        for namn, etikett in RADER
        if len(figurer) == 2 and any(namn in ett for ett in figurer)
    )
    return Tabell(
        id="jamforelse-deltagare",
        titel="Deltagare jämfört med samma period året innan",
        enhet="antal",
        kolumner=tuple(ett.period.namn for ett in perioder),
        rader=rader,
        etikettrubrik="Deltagare",
    )
