"""Claims and runs of allowances leave with the folder and come back; what is attested is locked."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from finsam.mapp.filer import filer_i
from finsam.mapp.inlasning import las_in
from finsam.mapp.utskrift import exporterade, skriv_mapp
from styrelse.actions import arvode as steg
from styrelse.models import Arvodeskorning, Arvodesrad, Ersattningskrav
from styrelse.selectors.arvode import poster_att_betala
from tests.styrelse.arvodesexempel import hallet, krav, reglemente, sitter

pytestmark = pytest.mark.django_db
MARS = date(2025, 3, 1), date(2025, 3, 31)
VARVINTERN = date(2025, 2, 1), date(2025, 3, 31)


@pytest.fixture
def mapp(kansli, ekonom, tmp_path):
    """March paid and attested, then a claim changed and a draft that also takes February."""
    ada = sitter("Ada Alm", "ordforande")
    reglemente()
    ett = krav(hallet(date(2025, 3, 20), ada), ada)
    krav(ett.mote, ada, "utlagg", antal=1, a_pris=80, underlag="Buss")
    forsta = steg.skapa_korning(*MARS, kansli)
    # A second run in the same second would have the same name.
    forsta.skapad_at = forsta.skapad_at.replace(year=2025)
    forsta.save()
    steg.attestera(forsta, ekonom)
    ett.antal = 4
    ett.save()
    steg.skapa_korning(*VARVINTERN, kansli)
    return tmp_path / "ut"


def filerna():
    return list(exporterade())


def las(mapp, filer):
    skriv_mapp(mapp, filer)
    return las_in(filer_i(mapp))


def bilden():
    return [
        list(Ersattningskrav.objects.order_by("slag").values_list("slag", "antal", "a_pris")),
        list(
            Arvodeskorning.objects.order_by("skapad_at").values_list(
                "fran", "tom", "status", "skapad_at", "skapad_namn", "attesterad_namn"
            )
        ),
        list(
            Arvodesrad.objects.order_by("korning__skapad_at", "slag", "post").values_list(
                "korning__fran", "slag", "post", "text", "antal", "belopp", "krav__slag",
                "rattar__belopp", "mote__datum", "uppdrag__roll",
            )
        ),
    ]  # fmt: skip


def tom():
    for modell in (Arvodesrad, Arvodeskorning, Ersattningskrav):
        for rad in modell.objects.order_by("-pk"):
            rad.delete()


def test_fram_och_tillbaka(mapp, kansli, ekonom):
    filer, fore = filerna(), bilden()
    # The claim was 10 km of 2,50 and is 4: 15 kr are taken back, and February is 2 800.
    assert [str(rad[5]) for rad in fore[2] if rad[0] == date(2025, 2, 1)] == ["2800.00", "-15.00"]
    tom()
    svar = las(mapp, filer)
    assert svar.sparad, [str(fel) for fel in svar.alla_fel]
    assert bilden() == fore and filerna() == filer
    igen = las_in(filer_i(mapp))
    assert igen.sparad and (igen.antal_nya, igen.antal_andrade) == (0, 0)
    # Nobody is paid anew, and who made the draft still cannot attest it.
    assert [p.belopp for p in poster_att_betala(*MARS)] == [-15]
    utkast = Arvodeskorning.objects.get(status="utkast")
    with pytest.raises(ValidationError, match="kan inte attestera"):
        steg.attestera(utkast, kansli)
    steg.attestera(utkast, ekonom)
    assert poster_att_betala(*VARVINTERN) == ()


@pytest.mark.parametrize(
    ("namn", "fran", "till", "mening"),
    [
        ("arvodesrader.csv", "3100", "9100", "Körningen är attesterad och ändras inte."),
        (
            "arvodeskorningar.csv",
            "2025-03-31;Attesterad",
            "2025-03-31;Utkast",
            "Körningen är attesterad",
        ),
        ("arvodeskorningar.csv", ";Utkast;", ";Exporterad;", "säger vem som attesterade och när"),
    ],
)
def test_ingen_fil_andrar_det_attesterade(mapp, namn, fran, till, mening):
    def andrad(fil):
        if fil.namn != namn:
            return fil
        assert fran.encode() in fil.innehall
        return type(fil)(namn, fil.innehall.replace(fran.encode(), till.encode(), 1))

    svar = las(mapp, [andrad(fil) for fil in filerna()])
    assert not svar.sparad and mening in str(svar.alla_fel[0]), svar.alla_fel


def test_ingen_fil_attesterar_ett_utkast(mapp):
    korning = Arvodeskorning.objects.get(status="utkast")
    with transaction.atomic():
        korning.status, korning.attesterad_namn = "attesterad", "Någon Annan"
        korning.attesterad_at = korning.skapad_at
        korning.save()
        filer = filerna()
        transaction.set_rollback(True)
    svar = las(mapp, filer)
    assert "Körningen finns redan: attestera den på dess sida." in str(svar.alla_fel[0])
