"""No row, log, file or page ties an answer, or a link, to a person or to another answer."""

import logging
import random
from datetime import timedelta

import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from finsam.models import Forbund, Sigill
from tests.uppfoljning.exempelenkat import skapa_enkat, skapa_omgang, stang
from uppfoljning.actions.enkat import oppna_omgang
from uppfoljning.actions.enkatsvar import spara_svar
from uppfoljning.models import Enkatnyckel, Fritextsvar, Svarsrakning
from uppfoljning.selectors.enkat import enkatresultat, kontrollsumma

pytestmark = pytest.mark.django_db
ADRESSER = [f"person{nr}@kommun.example" for nr in range(6)]


@pytest.fixture
def enkat():
    return skapa_enkat()


@pytest.fixture
def omgang(enkat):
    return skapa_omgang(enkat)


def fragor(enkat):
    return list(enkat.fragor.order_by("ordning"))


def sida(hemlighet):
    return reverse("uppfoljning:enkat_svara", args=[hemlighet])


def allt_sparat() -> str:
    """Every value of every table, the history and the log included."""
    text = []
    with connection.cursor() as cursor:
        for tabell in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{tabell}"')
            text += [str(varde) for rad in cursor.fetchall() for varde in rad]
    return "\n".join(text)


def test_addresses_and_secrets_are_nowhere_in_the_database(
    omgang, kansli_klient, utloggad, settings, caplog
):
    settings.SKICKAR_EPOST = True
    caplog.set_level(logging.DEBUG)
    svar = kansli_klient.post(
        reverse("uppfoljning:enkatomgang_skicka", args=[omgang.pk]),
        {"adresser": "\n".join(ADRESSER), "amne": "Enkät", "brev": "Svara gärna."},
    )
    assert svar.status_code == 302 and len(mail.outbox) == 6
    assert sorted(brev.to[0] for brev in mail.outbox) == ADRESSER
    hemligheter = [brev.body.split("/svara/")[1].split("/")[0] for brev in mail.outbox]
    assert len(set(hemligheter)) == 6 and min(map(len, hemligheter)) >= 43  # 256 bits
    fraga = fragor(omgang.enkat)[0]
    for hemlighet in hemligheter[:5]:
        utloggad.post(sida(hemlighet), {f"fraga_{fraga.pk}": "4"})
    sparat = allt_sparat()
    for avslojande in (*ADRESSER, "kommun.example", *hemligheter):
        assert avslojande not in sparat
        assert avslojande not in caplog.text
    # What is kept is the sum of each secret, and which sums have been used.
    assert {kontrollsumma(h) for h in hemligheter} == set(
        Enkatnyckel.objects.values_list("nyckel", flat=True)
    )


def test_what_is_kept_has_no_way_back(omgang):
    spar = ("TimeField", "DateField", "IPAddress", "User", "Anvandare")
    for modell in (Enkatnyckel, Svarsrakning, Fritextsvar):
        falt = modell._meta.get_fields()
        assert not [f.name for f in falt if any(ord_ in type(f).__name__ for ord_ in spar)]
        pekar = {f.related_model.__name__ for f in falt if f.is_relation}
        assert pekar <= {"Enkatomgang", "Enkatfraga"}
        assert not hasattr(modell, "history")


def test_an_answer_leaves_no_event_in_the_log(omgang, utloggad, kansli):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    fore = Sigill.objects.count()
    rader = {m: m._default_manager.count() for m in apps.get_models()}
    text = fragor(omgang.enkat)[2]
    svar = utloggad.post(sida(hemlighet), {f"fraga_{text.pk}": "Fler möten."})
    assert svar["Location"] == reverse("uppfoljning:enkat_tack")
    assert Sigill.objects.count() == fore
    # One row is new in the whole database: the text.
    nya = {m.__name__: m._default_manager.count() - n for m, n in rader.items()}
    assert {namn: n for namn, n in nya.items() if n} == {"Fritextsvar": 1}


def test_no_cookie_no_referrer_no_search_engine_no_cache(omgang, utloggad, kansli):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    fraga = fragor(omgang.enkat)[0]
    for svar in (
        utloggad.get(sida(hemlighet)),
        utloggad.post(sida(hemlighet), {f"fraga_{fraga.pk}": "1"}),
        utloggad.get(reverse("uppfoljning:enkat_tack")),
    ):
        assert svar.cookies == {}
        assert svar["Referrer-Policy"] == "no-referrer"
        assert "noindex" in svar["X-Robots-Tag"]
    assert "no-store" in utloggad.get(sida(hemlighet))["Cache-Control"]
    assert utloggad.cookies == {}


def test_the_page_is_closed_to_nobody_and_names_nobody(omgang, kansli_klient, kansli):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    # Someone of the office who answers is not told who they are, nor led into the office.
    text = kansli_klient.get(sida(hemlighet)).content.decode()
    assert str(kansli) not in text and "Logga ut" not in text and "Huvudmeny" not in text


def test_answers_that_belong_together_cannot_be_put_together(omgang, utloggad, kansli):
    hemligheter = oppna_omgang(omgang, 5, kansli)
    en, tva, text = fragor(omgang.enkat)
    for nr, hemlighet in enumerate(hemligheter):
        data = {
            f"fraga_{en.pk}": nr + 1,
            f"fraga_{tva.pk}": nr % 4 + 1,
            f"fraga_{text.pk}": f"T{nr}",
        }
        fore = set(Fritextsvar.objects.values_list("pk", flat=True))
        utloggad.post(sida(hemlighet), data)
        # Every text has a new key after every answer: none of them is "the latest".
        assert not fore & set(Fritextsvar.objects.values_list("pk", flat=True))
    antal = {(r.fraga_id, r.steg): r.antal for r in Svarsrakning.objects.all()}
    assert [antal[en.pk, steg] for steg in range(6)] == [0, 1, 1, 1, 1, 1]
    assert [antal[tva.pk, steg] for steg in range(5)] == [0, 2, 1, 1, 1]
    assert (antal[text.pk, 0], antal[text.pk, 1]) == (0, 5)


def test_the_databases_own_bookkeeping_is_the_same_for_all(omgang, kansli):
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL shows which transaction wrote a row")
    en, _, text = fragor(omgang.enkat)
    for hemlighet in oppna_omgang(omgang, 6, kansli)[:4]:
        spara_svar(hemlighet, {en.pk: 3, text.pk: "Mer tid."}, timezone.localdate())
    with connection.cursor() as cursor:
        for modell in (Enkatnyckel, Svarsrakning, Fritextsvar):
            cursor.execute(f"SELECT DISTINCT xmin::text, cmin::text FROM {modell._meta.db_table}")
            assert len(cursor.fetchall()) == 1, modell


def test_who_gets_which_link_does_not_follow_the_order_of_the_keys(omgang, kansli, monkeypatch):
    blandat = []
    monkeypatch.setattr(random.SystemRandom, "shuffle", lambda self, lista: blandat.append(lista))
    hemligheter = oppna_omgang(omgang, 5, kansli)
    assert blandat == [hemligheter]


def test_one_link_one_answer(omgang, utloggad, kansli):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    fraga = fragor(omgang.enkat)[0]
    for _ in range(2):
        utloggad.post(sida(hemlighet), {f"fraga_{fraga.pk}": "5"})
    assert Svarsrakning.objects.get(fraga=fraga, steg=5).antal == 1
    assert "Länken är redan använd" in utloggad.get(sida(hemlighet)).content.decode()


def test_an_answer_is_counted_whole_or_not_at_all(omgang, utloggad, kansli, monkeypatch):
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    text = fragor(omgang.enkat)[2]

    def bryts(*args, **kwargs):
        raise RuntimeError("strömavbrott")

    monkeypatch.setattr(type(Fritextsvar.objects), "bulk_create", bryts, raising=False)
    with pytest.raises(RuntimeError):
        spara_svar(hemlighet, {text.pk: "Mer tid."}, timezone.localdate())
    assert not Enkatnyckel.objects.filter(anvand=True).exists()
    assert not Svarsrakning.objects.filter(antal__gt=0).exists()


def test_nothing_is_shown_while_the_round_is_open(omgang, utloggad, kansli, kansli_klient):
    en, _, text = fragor(omgang.enkat)
    for hemlighet in oppna_omgang(omgang, 6, kansli):
        spara_svar(hemlighet, {en.pk: 5, text.pk: "Hemligt ord."}, timezone.localdate())
    resultat = reverse("uppfoljning:enkat_resultat", args=[omgang.enkat_id])
    for adress in (resultat, f"{resultat}?export=csv"):
        assert "Hemligt ord" not in (innehall := kansli_klient.get(adress).getvalue().decode())
        assert "hösten 2024" not in innehall
    stang(omgang)
    assert "Hemligt ord" in kansli_klient.get(resultat).content.decode()
    # And closed it stays: else one could look before and after an answer.
    svar = kansli_klient.post(
        reverse("uppfoljning:enkatomgang_update", args=[omgang.pk]),
        {
            **{"enkat": omgang.enkat_id, "namn": omgang.namn, "oppnar": "2024-01-01"},
            **{"stanger": "2099-12-31", "sammanfattning": "Bra."},
        },
    )
    omgang.refresh_from_db()
    assert svar.status_code == 302 and omgang.stanger < timezone.localdate()
    assert omgang.sammanfattning == "Bra."


@pytest.mark.parametrize(("svar", "syns"), [(4, False), (5, True)])
def test_four_answers_are_hidden_in_page_and_file(omgang, kansli, ledamot_klient, svar, syns):
    Forbund.objects.create(namn="Förbundet", minsta_antal=1)
    en, _, text = fragor(omgang.enkat)
    for hemlighet in oppna_omgang(omgang, 8, kansli)[:svar]:
        spara_svar(hemlighet, {en.pk: 4, text.pk: "Mer tid."}, timezone.localdate())
    stang(omgang)
    resultat = reverse("uppfoljning:enkat_resultat", args=[omgang.enkat_id])
    innehall = ledamot_klient.get(resultat).content.decode()
    assert ("100\u00a0%" in innehall or "100&nbsp;%" in innehall) is syns
    assert ("för få har svarat" in innehall) is not syns
    assert "Mer tid." not in innehall  # the board reads the office's summary
    fil = ledamot_klient.get(resultat, {"export": "csv"}).getvalue().decode()
    assert ("Instämmer i hög grad;5;100" in fil) is syns


def test_no_sum_over_rounds_gives_a_hidden_round_away(enkat, kansli):
    (en, *_), idag = fragor(enkat), timezone.localdate()
    for namn, antal, igar in (("våren", 6, 30), ("hösten", 4, 1)):
        omgang = skapa_omgang(enkat, namn)
        for hemlighet in oppna_omgang(omgang, 7, kansli)[:antal]:
            spara_svar(hemlighet, {en.pk: 2}, idag)
        stang(omgang, idag - timedelta(days=igar))
    hosten, varen = enkatresultat(enkat, idag).omgangar
    assert (hosten.visas, hosten.fragor) == (False, {})
    assert varen.fragor[en.pk].besvarade == 6


def test_guesses_are_limited_and_those_who_have_a_link_are_not(omgang, utloggad, kansli):
    cache.clear()
    hemlighet, *_ = oppna_omgang(omgang, 5, kansli)
    for _ in range(40):
        assert "Skicka svaren" in utloggad.get(sida(hemlighet)).content.decode()
    svaren = [utloggad.get(sida(f"gissning{nr}")).content.decode() for nr in range(31)]
    assert "Länken känns inte igen" in svaren[29]
    assert "För många försök" in svaren[30]
    assert "Skicka svaren" in utloggad.get(sida(hemlighet)).content.decode()
    cache.clear()
