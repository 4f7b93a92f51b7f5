"""What has been signed stays signed when the minutes learn to say more."""

from dataclasses import replace

from styrelse.actions.protokoll import avtryck
from styrelse.calculations import frysning
from styrelse.calculations.protokoll import Namnrad, Underskrift, las

# As the minutes were when `underskrifter` of a § and `sekreterare` were not there.
PARAGRAF = {
    "paragraf": 1,
    "nummer": "1",
    "rubrik": "Budget",
    "slag": "arende",
    "bakgrund": "",
    "meningar": ["Anna föredrar."],
    "anteckning": "",
    "delegationsbeslut": [["Avslag", "2026-01-02"]],
    "jav": [],
    "yrkanden": [],
    "proposition": [],
    "voteringar": [],
    "beslut": [],
    "reservationer": [],
    "yttranden": [],
    "bilagor": [],
    "omedelbart": False,
    "rattar": "",
    "beslutande": ["Ada Alm"],
}
PROTOKOLL = {
    "forbund": "Provförbundet",
    "organ": "Styrelsen",
    "datum": "2026-03-19",
    "plats": "Salen",
    "distans": False,
    "tid": "9.00–12.00",
    "ledamoter": [
        {"namn": "Ada Alm", "vad": "ordförande", "for_": "", "paragrafer": "", "distans": False}
    ],
    "tjanstgorande": [],
    "ersattare": [],
    "ovriga": [],
    "rorelser": [],
    "paragrafer": [PARAGRAF],
    "underskrifter": [{"namn": "Ada Alm", "roll": "Ordförande", "dag": None}],
}


def test_en_underskrift_fran_fore_de_nya_falten_galler():
    assert avtryck(las(PROTOKOLL)) == frysning.avtryck(PROTOKOLL)


def test_det_som_de_nya_falten_sager_ar_en_annan_text():
    nu = las(PROTOKOLL)
    (paragraf,) = nu.paragrafer
    undertecknad = replace(paragraf, underskrifter=(Underskrift("Ada Alm", "Ordförande"),))
    andra = (
        replace(nu, sekreterare=(Namnrad("Bo Berg", "sekreterare"),)),
        replace(nu, paragrafer=(undertecknad,)),
    )
    assert len({avtryck(nu), *map(avtryck, andra)}) == 3


def test_det_som_sparas_har_alla_falt():
    sparat = frysning.som_data(las(PROTOKOLL))
    assert (sparat["sekreterare"], sparat["paragrafer"][0]["underskrifter"]) == ([], [])
