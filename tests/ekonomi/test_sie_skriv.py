import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ekonomi.sie.falt import FARLIGT_SNEDSTRECK, belopp, citat, falten, lista_av, ore
from ekonomi.sie.kontrollsumma import Summerare
from ekonomi.sie.las import las_fil
from ekonomi.sie.poster import (
    Arspost,
    Dimensionspost,
    Huvudpost,
    Kontopost,
    Objektpost,
    Saldopost,
    Siefil,
    Transrad,
    Verifikation,
)
from ekonomi.sie.skriv import i_pc8, skriv_fil
from tests.ekonomi.siefiler import FILEN, bytes_av

# The letters of PC8; its line graphics share their bytes with the letters of Windows-1252.
PC8 = string.printable[:-5] + bytes(range(0x80, 0xB0)).decode("cp437")
text = st.text(PC8, max_size=12).map(lambda ett: FARLIGT_SNEDSTRECK.sub(r"\1/", ett))
ord_ = st.text(string.ascii_letters + string.digits + "åäö_-", min_size=1, max_size=8)
konto = st.from_regex(r"[1-8][0-9]{3}", fullmatch=True)
oren = st.integers(-(10**14) + 1, 10**14 - 1)
dagar = st.dates(date(1900, 1, 1), date(2100, 12, 31))
objekt = st.lists(st.tuples(st.integers(1, 99), text.filter(bool)), max_size=3).map(lista_av)
kvantitet = st.sampled_from(["", "1", "2.50"])
perioder = dagar.map(lambda dag: f"{dag:%Y%m}")
uppgifter = st.one_of(
    st.builds(Huvudpost, st.sampled_from(["PROGRAM", "PROSA", "FNAMN"]), st.lists(text).map(tuple)),
    st.builds(Arspost, st.integers(-3, 0), dagar, dagar),
    st.builds(Kontopost, st.sampled_from(["KONTO", "KTYP", "ENHET", "SRU"]), konto, text),
    st.builds(Dimensionspost, st.integers(1, 99), text, st.none() | st.integers(1, 99)),
    st.builds(Objektpost, st.integers(1, 99), text, text),
    st.builds(
        Saldopost,
        st.sampled_from(["IB", "UB", "RES"]),
        st.integers(-1, 0),
        konto,
        oren,
        kvantitet=kvantitet,
    ),
    st.builds(
        Saldopost,
        st.sampled_from(["OIB", "OUB"]),
        st.integers(-1, 0),
        konto,
        oren,
        objekt,
        kvantitet=kvantitet,
    ),
    st.builds(
        Saldopost,
        st.sampled_from(["PSALDO", "PBUDGET"]),
        st.integers(-1, 0),
        konto,
        oren,
        objekt,
        perioder,
        kvantitet,
    ),
)
slag = st.sampled_from(["trans", "rtrans", "btrans"])
rader = st.builds(
    Transrad, slag, konto, objekt, oren, st.none() | dagar, text, kvantitet, st.just("") | ord_
)
verifikationer = st.builds(
    Verifikation, text, text, dagar, text, st.none() | dagar, text, st.lists(rader, max_size=4)
)
filer = st.builds(Siefil, st.lists(uppgifter, max_size=6), st.lists(verifikationer, max_size=3))


@given(filer)
@settings(max_examples=60)
def test_what_is_written_reads_back_the_same(filen):
    last = las_fil(skriv_fil(filen))
    assert last.uppgifter == [Huvudpost("FLAGGA", ("0",)), *filen.uppgifter]
    assert last.verifikationer == filen.verifikationer


@given(filer)
@settings(max_examples=60)
def test_writing_is_stable(filen):
    skriven = skriv_fil(filen)
    assert skriv_fil(las_fil(skriven)) == skriven


def test_a_file_from_elsewhere_keeps_its_meaning():
    last = las_fil(bytes_av(FILEN))
    assert las_fil(skriv_fil(last)) == last


def test_the_bytes_are_pc8_with_crlf_flag_first_and_checksum_last():
    rader = skriv_fil(las_fil(bytes_av(FILEN))).split(b"\r\n")
    assert rader[:2] == [b"#FLAGGA 0", b"#KSUMMA"]
    assert rader[-1] == b""
    assert rader[-2].startswith(b"#KSUMMA ")
    # å ä ö are 86 84 94 in PC8
    assert b'#OBJEKT 6 P004 "\x8fterstart \\"steg 1\\""' in rader
    assert not any(b"\n" in rad for rad in rader)


@given(oren)
def test_an_amount_reads_back(varde):
    assert ore(belopp(varde)) == varde


@pytest.mark.parametrize(
    ("skrivet", "oren"),
    [("-12.5", -1250), ("+7", 700), ("0.05", 5), ("-0.50", -50), ("1.5000", 150), ("3.", 300)],
)
def test_amounts_as_programs_write_them(skrivet, oren):
    assert ore(skrivet) == oren


@pytest.mark.parametrize(
    ("rad", "summa"),
    [
        ('#KONTO 1915 "Kassa \\"special\\""', 1921122205),
        ('#TRANS 7010 {1 "456"} 13200.00', 3174400141),
    ],
)
def test_the_checksum_of_known_records(rad, summa):
    summerare = Summerare()
    summerare.ta(falten(rad))
    assert summerare.varde == summa


def test_signs_that_pc8_lacks_are_replaced():
    rad = citat("15 § – 3 € ”så” … 漢")
    assert i_pc8(rad) == '"15 par. - 3 EUR \\"så\\" ... ?"'
    assert falten(i_pc8(rad)) == ['15 par. - 3 EUR "så" ... ?']


def test_a_backslash_that_would_hide_the_quote_is_written_as_a_slash():
    assert falten(citat("C:\\mapp\\") + " 5") == ["C:\\mapp/", "5"]
