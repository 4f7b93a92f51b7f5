"""Named figures and coverage on the invented association's year."""

from dataclasses import replace
from decimal import Decimal

from ekonomi.uppstallning import Berakning, Saldorad, Underlag
from ekonomi.uppstallning.figurer import figurer
from ekonomi.uppstallning.tackning import tackningsfel
from finsam.periods import Period
from tests.ekonomi.exempel import D, exempelmall, exempelunderlag

MALL = exempelmall()
AR = Period(2019)


def med_rader(*rader: Saldorad) -> Underlag:
    underlag = exempelunderlag()
    return replace(underlag, saldon={**underlag.saldon, 2019: underlag.saldon[2019] + rader})


def satser(underlag: Underlag) -> list[str]:
    return [fel.fel.replace("\u00a0", " ") for fel in tackningsfel(MALL, underlag, AR)]


def test_figurer_ar_tabellernas_egna_tal() -> None:
    alla = figurer(Berakning(MALL, exempelunderlag(), AR))
    assert [alla[namn].tal for namn in ("resultat", "resultat.fg", "resultat.budget")] == [
        260,
        400,
        340,
    ]
    assert alla["resultat.diff"].tal == -80
    # 1000 − 350 − 330 of the forecast
    assert (alla["resultat.prognos"].tal, alla["resultat.prognos"].enhet) == (320, "kr")
    assert alla["bank.prognos"].tal is None
    assert (alla["resultat"].enhet, alla["resultat"].tabell, alla["resultat"].kolumn) == (
        "kr",
        "resultat",
        0,
    )
    assert (alla["o_soliditet"].tal, alla["o_soliditet"].enhet) == (D(1160) / 1470, "procent")
    assert alla["o_soliditet.fg"].tal == D("0.9")
    assert (alla["individ"].tal, alla["individ-1.budget"].tal) == (-300, -240)
    assert alla["individ.fg"].tal == 0
    assert (alla["bank.fg"].tal, alla["bank.budget"].tal) == (900, None)
    assert alla["kf_borjan"].kolumn == 0 and alla["kf_borjan.fg"].kolumn is None


def test_varje_saldo_star_pa_en_rad() -> None:
    assert tackningsfel(MALL, exempelunderlag(), AR) == ()


def test_konto_utan_rad_namns_med_belopp() -> None:
    underlag = med_rader(Saldorad("1200", 2, D(25)), Saldorad("7010", 4, D(1500), "B"))
    underlag = replace(
        underlag,
        konton=(*underlag.konton, replace(underlag.konton[0], nummer="1200", namn="Inventarier")),
    )
    assert satser(underlag) == [
        "Kontot 1200 Inventarier har 25 kr 2019 men finns inte på någon rad i balansräkningen.",
        # An account that the plan does not know: nothing is known but its number.
        "Kontot 7010, block B har 1 500 kr 2019 men finns inte på någon rad i balansräkningen.",
    ]


def test_ingaende_saldo_utan_rad_namns_ocksa() -> None:
    underlag = med_rader(Saldorad("1200", 0, D(25)))
    konto = replace(underlag.konton[0], nummer="1200", namn="Inventarier")
    assert satser(replace(underlag, konton=(*underlag.konton, konto))) == [
        "Kontot 1200 Inventarier har 25 kr 2019 men finns inte på någon rad i balansräkningen."
    ]


def test_konto_pa_tva_rader_namns_med_raderna() -> None:
    tabell = MALL.tabell("resultat")
    kontor = next(rad for rad in tabell.rader if rad.id == "kontor")
    dubbel = replace(tabell, rader=(*tabell.rader, replace(kontor, id="kontor_igen")))
    fel = tackningsfel(
        replace(MALL, tabeller=(dubbel, MALL.tabell("balans"))), exempelunderlag(), AR
    )
    assert {(post.ar, post.konto, post.rader) for post in fel} == {
        (2019, "6110", ("kontor", "kontor_igen")),
        (2018, "6110", ("kontor", "kontor_igen")),
    }
    assert "står på flera rader i resultaträkningen: kontor, kontor_igen." in fel[0].fel


def test_konto_som_ar_undantaget_eller_utan_saldo_namns_inte() -> None:
    assert satser(med_rader(Saldorad("8999", 12, D(260)), Saldorad("2081", 12, D(-260)))) == []
    assert satser(med_rader(Saldorad("7010", 3, D(5)), Saldorad("7010", 9, D(-5)))) == []


def test_projekt_som_inte_ar_en_insats_namns() -> None:
    assert satser(med_rader(Saldorad("4310", 5, D(70), None, "999"))) == [
        "Projektet 999 har 70 kr 2019 på kontot 4310 men hör inte till någon insats. "
        "Ange projektkoden på insatsen."
    ]


def test_tackningen_galler_aven_for_en_del_av_aret() -> None:
    underlag = med_rader(Saldorad("8400", 9, Decimal(5)))
    underlag = replace(
        underlag,
        konton=(*underlag.konton, replace(underlag.konton[-1], nummer="8400", namn="Avgifter")),
    )
    assert tackningsfel(MALL, underlag, Period(2019, "H", 1)) == ()
    assert [fel.konto for fel in tackningsfel(MALL, underlag, Period(2019, "H", 2))] == ["8400"]
