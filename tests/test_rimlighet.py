from decimal import Decimal

import pytest

from finsam.rimlighet import enhetsmisstanke


@pytest.mark.parametrize(
    ("belopp", "jamforelse", "mening"),
    [
        # 23 322 000 / 23 036 = 1 012,4 and 23 322 000 / 23 322 = 1 000.
        (23_322_000, 23_036, "Beloppet är 1\u00a0012 gånger större än 2023. Är det angivet i tkr?"),
        (23_322, 23_322_000, "Beloppet är 1\u00a0000 gånger mindre än 2023. Är det angivet i tkr?"),
        # Costs and incomes alike.
        (-500_000, 1_000, "Beloppet är 500 gånger större än 2023. Är det angivet i tkr?"),
        (499_999, 1_000, ""),
        (1_000, 1_000, ""),
        (0, 1_000, ""),
        (1_000, 0, ""),
    ],
)
def test_an_amount_a_thousand_times_off_is_asked_about(belopp, jamforelse, mening):
    assert enhetsmisstanke(Decimal(belopp), Decimal(jamforelse), "2023") == mening
