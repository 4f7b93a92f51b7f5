"""What most associations have, kept as data: yearly matters, and items of each agenda."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from finsam.choices import Rytm
from finsam.models import Forbund
from styrelse.choices import Organ, Punktplats, Punktslag
from styrelse.models import Arsarende, Dagordningsmall

FIL = Path(__file__).parent / "arsarenden.toml"
PUNKTFIL = Path(__file__).parent / "dagordningsmallar.toml"


@cache
def _rader() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(FIL.read_text(encoding="utf-8"))["arende"])


def lagstadgade(forbund: Forbund | None) -> list[Arsarende]:
    """Those of the association's rhythm and reports, none of them stored."""
    rytm = forbund.rytm if forbund else Rytm.KVARTAL
    perioder = forbund.rapportperioder if forbund else []
    return [
        _arsarende(rad)
        for rad in _rader()
        if rad.get("rytm", rytm) == rytm and ("period" not in rad or rad["period"] in perioder)
    ]


def _arsarende(rad: dict[str, Any]) -> Arsarende:
    manad, dag = (int(del_) for del_ in rad["senast"].split("-"))
    return Arsarende(
        kod=rad["kod"],
        rubrik=rad["rubrik"],
        organ=rad.get("organ", Organ.FS),
        tidigast_manad=rad["tidigast"],
        senast_manad=manad,
        senast_dag=dag,
        via_au=rad.get("via_au", True),
        efter_samrad=rad.get("efter_samrad", False),
        till_beslut=rad.get("beslut", True),
        forslag=rad.get("forslag", ""),
        amnesslag=rad.get("amne", ""),
        nyckel=rad.get("nyckel", ""),
        grund=rad["grund"],
    )


def vanliga_punkter() -> list[Dagordningsmall]:
    """The fixed items that meetings usually have, by organ and in order, none of them stored."""
    punkter = []
    for organ, rader in tomllib.loads(PUNKTFIL.read_text(encoding="utf-8")).items():
        for ordning, rad in enumerate(rader, start=1):
            punkter.append(
                Dagordningsmall(
                    organ=organ,
                    plats=rad.get("plats", Punktplats.FORST),
                    ordning=ordning,
                    slag=rad.get("slag", Punktslag.FORMALIA),
                    rubrik=rad["rubrik"],
                    text=rad.get("text", ""),
                )
            )
    return punkter
