"""The rooms' hindrances are gathered without the rooms being known."""

from typing import Any

from finsam.periods import Period
from finsam.rummen import rummens
from insatser import rekvisitionshinder
from insatser.rekvisitionshinder import Hinder, hinder
from tests.insatser.exempel import insats


def test_rummens_hinder_samlas_i_ordning(db: None, monkeypatch: Any) -> None:
    saknas = Hinder("Kvartalsrapport 2024-K1 saknas.", stoppar=True)
    sen = Hinder("Slutrapporten är sen.", stoppar=False)
    monkeypatch.setattr(
        rekvisitionshinder,
        "rummens",
        lambda *namn, utom: [lambda i, p: [saknas], lambda i, p: iter([sen])],
    )
    assert hinder(insats(), Period(2024, "K", 1)) == [saknas, sen]


def test_det_egna_rummet_fragas_inte() -> None:
    # It would ask itself without end.
    modul = rekvisitionshinder.__name__
    assert hinder in rummens("rekvisitionshinder", "hinder")
    assert hinder not in rummens("rekvisitionshinder", "hinder", utom=modul)
