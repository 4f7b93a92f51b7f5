"""The committee's clauses as the board would decide them."""

import pytest

from styrelse.calculations.auforslag import till_styrelsen


@pytest.mark.parametrize(
    ("beslutat", "foreslaget"),
    [
        (("att föreslå styrelsen att fastställa budget",), ("att fastställa budget",)),
        (("att föreslå förbundsstyrelsen besluta att avslå",), ("att avslå",)),
        (("Att föreslå styrelsen att besluta att avslå",), ("att avslå",)),
        (("att föreslå styrelsen fastställa budget",), ("att fastställa budget",)),
        (("att rekommendera styrelsen att bevilja",), ("att bevilja",)),
        # Its own decisions are not the board's.
        (
            ("att föreslå styrelsen att avslå", "att kansliet svarar"),
            ("att avslå",),
        ),
        # A head of its own, and what it heads.
        (("att föreslå styrelsen besluta", "att anta", "att tacka"), ("att anta", "att tacka")),
        # Without such words the clauses are the proposal.
        (("att godkänna", "att föreslå bifall"), ("att godkänna", "att föreslå bifall")),
        ((), ()),
    ],
)
def test_utskottets_satser_som_styrelsens(beslutat, foreslaget):
    assert till_styrelsen(beslutat) == foreslaget
