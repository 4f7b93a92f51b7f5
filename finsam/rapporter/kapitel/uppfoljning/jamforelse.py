"""The period beside the same part of the year before."""

from finsam.rapporter.dokument import Rad, Tabell
from finsam.rapporter.uppfoljning.deltagarfigurer import nyckelfigurer, var_for_sig
from finsam.rapporter.uppfoljning.material import Uppfoljningsmaterial
from finsam.rapporter.uppfoljning.raknat import Raknat

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


def jamforelsetabell(material: Uppfoljningsmaterial, summa: Raknat | None) -> Tabell:
    """Participants now and then; no rows where one of the periods has no counts."""
    nu, fore = material.deltagare, material.fore
    rader: tuple[Rad, ...] = ()
    if nu and fore and summa and summa.antal and fore.antal:
        bada = ((nu, summa), (fore, var_for_sig(fore)))
        figurer = [dict(nyckelfigurer(ett, raknat, material.adresser)) for ett, raknat in bada]
        rader = tuple(
            Rad(etikett, tuple(ett.get(namn) for ett in figurer), id=namn)
            for namn, etikett in RADER
            if any(namn in ett for ett in figurer)
        )
    return Tabell(
        id="jamforelse-deltagare",
        titel="Deltagare jämfört med samma period året innan",
        enhet="antal",
        kolumner=tuple(ett.period.namn for ett in (nu, fore) if ett),
        rader=rader,
        etikettrubrik="Deltagare",
    )
