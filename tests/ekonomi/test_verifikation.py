from decimal import Decimal as D

from ekonomi.calculations.verifikation import debet_och_kredit


def test_both_sides_are_positive_and_equal_when_it_balances():
    # 1 200,00 + 300,50 in debit against 1 500,50 in credit
    sidor = debet_och_kredit([D("1200.00"), D("-1500.50"), D("300.50")])
    assert (sidor.debet, sidor.kredit) == (D("1500.50"), D("1500.50"))


def test_an_empty_voucher_is_zero_on_both_sides():
    assert debet_och_kredit([]).debet == debet_och_kredit([]).kredit == D("0.00")
