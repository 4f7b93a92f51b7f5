"""What the preview tells of another ledger for a year that has one."""

from decimal import Decimal as D

from ekonomi.calculations.ersattning import ersattning


def test_vouchers_and_accounts_that_differ():
    skillnad = ersattning(
        {"1920 Bank": D("100.00"), "4010 Köp": D("-100.00"), "5010 Hyra": D("7.00")},
        {"1920 Bank": D("90.00"), "4010 Köp": D("-100.00"), "6010 Porto": D("3.00")},
        {"A1": 1, "A2": 2, "A3": 3},
        {"A1": 1, "A2": 9, "A4": 4},
    )
    assert (skillnad.nya, skillnad.andrade, skillnad.borttagna) == (("A4",), ("A2",), ("A3",))
    assert skillnad.konton == (
        ("1920 Bank", D("100.00"), D("90.00")),
        ("5010 Hyra", D("7.00"), D("0.00")),
        ("6010 Porto", D("0.00"), D("3.00")),
    )


def test_the_same_ledger_changes_nothing():
    skillnad = ersattning({"1920": D(1)}, {"1920": D(1)}, {"A1": 1}, {"A1": 1})
    assert not any((skillnad.nya, skillnad.andrade, skillnad.borttagna, skillnad.konton))
