"""A small ledger as SIE, and the means to break it one row at a time."""

HUVUD = """\
#FLAGGA 0
#PROGRAM "Bokföring" 1.0
#FORMAT PC8
#GEN 20250131 "EK"
#SIETYP 4
#ORGNR 222000-0000
#FNAMN "Samordningsförbundet Exempel"
#RAR 0 20240101 20241231
#RAR -1 20230101 20231231
#KPTYP BAS2024
#KONTO 1930 "Bank"
#KTYP 1930 T
#KONTO 2010 "Eget kapital"
#KTYP 2010 S
#KONTO 3010 "Medlemsavgifter"
#KTYP 3010 I
#KONTO 4010 "Insatser"
#KTYP 4010 K
#DIM 1 "Kostnadsblock"
#DIM 6 "Projekt"
#OBJEKT 1 20 "Individinriktat"
#OBJEKT 6 P004 "Återstart \\"steg 1\\""
"""
# Opening 1 000.00; fees 500.00 in March, 200.25 spent in April, 0.25 struck and added again.
SALDON = """\
#IB 0 1930 1000.00
#IB 0 2010 -1000.00
#UB -1 1930 1000.00
#UB -1 2010 -1000.00
#UB 0 1930 1299.75
#UB 0 2010 -1000.00
#RES 0 3010 -500.00
#RES 0 4010 200.25
"""
VERIFIKATIONER = """\
#VER A 1 20240315 "Avgift" 20240316 "EK"
{
   #TRANS 1930 {} 500.00 20240315 "In"
   #TRANS 3010 {} -500.00
}
#VER A 2 20240410 "Rekvisition"
{
   #TRANS 1930 {} -200.25
   #TRANS 4010 {1 20 6 P004} 200.00 20240410 "Mars" 12 "EK"
   #BTRANS 4010 {1 20} 0.50 20240410 "Fel"
   #RTRANS 4010 {1 20} 0.25 20240411 "Rätt"
   #TRANS 4010 {1 20} 0.25 20240411 "Rätt"
}
"""
FILEN = HUVUD + SALDON + VERIFIKATIONER
KONTOPLAN = {"1930": "T", "2010": "S", "3010": "I", "4010": "K"}


def bytes_av(text: str, kodning: str = "cp437") -> bytes:
    """The file as it comes: CRLF, PC8 unless told otherwise."""
    return text.replace("\n", "\r\n").encode(kodning)


def rad_med(text: str, borjan: str) -> int:
    """The number of the first row that begins so."""
    return next(nr for nr, rad in enumerate(text.splitlines(), 1) if rad.strip().startswith(borjan))
