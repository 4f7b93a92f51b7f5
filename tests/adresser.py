"""Every address of the product: who may open it, with which arguments, and what is answered.

A new address fails tests/test_roller.py until it stands here.
"""

from typing import Any

from finsam.choices import Roll
from tests.adress import (
    ADMIN,
    ALLA,
    CHEF,
    GRANSKAR,
    KANSLI,
    LASER,
    RAPPORTERAR,
    REKVIRERAR,
    TJANSTEMAN,
    Adress,
    Argument,
    fast,
    nyckel,
)
from tests.ekonomi.adresser import EKONOMI
from tests.uppfoljning.adresser import KVARTALSRAPPORTER, UPPFOLJNING


def rapport(**argument: Any) -> Argument:
    return fast(slag="arsredovisning", period="2024", **argument)


def pm(**argument: Any) -> Argument:
    return fast(slag="uppfoljnings-pm", period="2021-H1", **argument)


GOLVET = (
    Adress("finsam:start"),
    Adress("finsam:mitt_konto"),
    Adress("finsam:ordlista"),
    Adress("finsam:tillganglighet", oppen=True),
    Adress("finsam:tillganglighet_tack", oppen=True),
    Adress("finsam:brist_list", ADMIN),
    Adress("finsam:halsa", oppen=True),
    Adress("finsam:medlem_list", LASER),
    Adress("finsam:medlem_create", KANSLI),
    Adress("finsam:medlem_detail", LASER, nyckel("medlem")),
    Adress("finsam:medlem_update", KANSLI, nyckel("medlem")),
    Adress("finsam:folkmangd_list", LASER),
    Adress("finsam:folkmangd_create", KANSLI),
    Adress("finsam:folkmangd_dag", KANSLI),
    Adress("finsam:folkmangd_update", KANSLI, nyckel("folkmangd")),
    Adress("finsam:forbund_update", KANSLI),
    Adress("finsam:anvandare_list", ADMIN),
    Adress("finsam:anvandare_create", ADMIN),
    Adress("finsam:anvandare_update", ADMIN, nyckel("anvandare")),
    Adress("finsam:anvandare_losenord", ALLA, nyckel("anvandare"), kod=405),
    Adress("finsam:anvandare_tvasteg", ALLA, nyckel("anvandare"), kod=405),
    Adress("finsam:historik_list", GRANSKAR),
    Adress("finsam:inlasning", TJANSTEMAN),
    Adress("finsam:inlasning_detail", frozenset(), fast(token="finns-inte")),
    Adress("finsam:inlasning_forlopp", frozenset(), fast(token="finns-inte")),
    Adress("finsam:inlasning_avbryt", ALLA, fast(token="finns-inte"), kod=405),
    Adress("finsam:mallar", TJANSTEMAN),
    Adress("finsam:mall", TJANSTEMAN, fast(namn="medlemmar")),
    # Everything at once: the password is asked for again.
    Adress("finsam:export", TJANSTEMAN, kod=302),
)

SAMMANTRADE = (
    Adress("styrelse:sammantrade", GRANSKAR, nyckel("sittning")),
    Adress("styrelse:sammantrade_oppna", ALLA, nyckel("sittning"), kod=405),
    Adress("styrelse:sammantrade_tider", ALLA, nyckel("sittning"), kod=405),
    Adress("styrelse:narvaro", ALLA, nyckel("sittning"), kod=405),
    Adress("styrelse:narvaro_create", ALLA, nyckel("sittning"), kod=405),
    Adress("styrelse:motesroller", ALLA, nyckel("sittning"), kod=405),
    Adress("styrelse:sammantrade_punkt", ALLA, nyckel("sittning"), kod=405),
    Adress("styrelse:avsluta", KANSLI, nyckel("sittning")),
    Adress("styrelse:franvaro_create", KANSLI, nyckel("narvaro")),
    Adress("styrelse:franvaro_delete", ALLA, nyckel("franvaro"), kod=405),
    Adress("styrelse:punkt_detail", LASER, nyckel("sittningspunkt")),
    Adress(
        "styrelse:paragraf",
        LASER,
        lambda varld: {"organ": "fs", "ar": 2024, "nummer": varld["paragrafnummer"]},
        kod=302,
    ),
    Adress("styrelse:beslut_update", GRANSKAR, nyckel("sittningspunkt")),
    Adress("styrelse:beslut_utkast", ALLA, nyckel("sittningspunkt"), kod=405),
    Adress("styrelse:yttrande_create", ALLA, nyckel("sittningspunkt"), kod=405),
    Adress("styrelse:jav_create", ALLA, nyckel("sittningspunkt"), kod=405),
    Adress("styrelse:votering_create", ALLA, nyckel("sittningspunkt"), kod=405),
    Adress("styrelse:yttrande_delete", ALLA, nyckel("yttrande"), kod=405),
    Adress("styrelse:jav_delete", ALLA, nyckel("jav"), kod=405),
    Adress("styrelse:votering_rosta", ALLA, nyckel("votering"), kod=405),
    Adress("styrelse:votering_delete", ALLA, nyckel("votering"), kod=405),
    Adress("styrelse:beslut_underlag", ALLA, nyckel("motesbeslut"), kod=405),
    Adress("styrelse:verkstall", ALLA, nyckel("motesbeslut"), kod=405),
    Adress("rapporter:bilaga_da_nu", GRANSKAR, nyckel("dokumentbilaga")),
)

STYRELSE = (
    Adress("styrelse:mote_list", LASER),
    Adress("styrelse:mote_create", KANSLI),
    Adress("styrelse:mote_detail", LASER, nyckel("mote")),
    Adress("styrelse:mote_update", KANSLI, nyckel("mote")),
    Adress("styrelse:mote_delete", KANSLI, nyckel("mote")),
    Adress("styrelse:motesplan_create", KANSLI),
    Adress("styrelse:kalenderadress_list", TJANSTEMAN | {Roll.LEDAMOT}),
    Adress("styrelse:kalenderadress_aterkalla", ALLA, fast(pk=1), kod=405),
    # A guess is answered as an address that was revoked; its owner needs no login.
    Adress("styrelse:kalender_ics", frozenset(), fast(hemlighet="finns-inte"), oppen=True),
    Adress("styrelse:arsarende_list", GRANSKAR),
    Adress("styrelse:arsarende_create", KANSLI),
    Adress("styrelse:arsarende_lagstadgade", ALLA, kod=405),
    Adress("styrelse:arsarende_update", KANSLI, nyckel("arsarende")),
    Adress("styrelse:arsarende_delete", KANSLI, nyckel("arsarende")),
    Adress("styrelse:dagordningsmall_list", GRANSKAR),
    Adress("styrelse:dagordningsmall_create", KANSLI),
    Adress("styrelse:dagordningsmall_update", KANSLI, nyckel("dagordningsmall")),
    Adress("styrelse:dagordningsmall_delete", KANSLI, nyckel("dagordningsmall")),
    Adress("styrelse:arende_list", GRANSKAR),
    Adress("styrelse:arende_create", KANSLI),
    Adress("styrelse:arende_fran_amne", KANSLI),
    Adress("styrelse:arende_detail", GRANSKAR, nyckel("arende")),
    Adress("styrelse:arende_update", KANSLI, nyckel("arende")),
    Adress("styrelse:arende_avsluta", ALLA, nyckel("arende"), kod=405),
    Adress("styrelse:arende_delete", KANSLI, nyckel("arende")),
    Adress("styrelse:arendebilaga_create", KANSLI, nyckel("arende")),
    Adress("styrelse:arendebilaga_ersatt", KANSLI, nyckel("arendefil")),
    Adress("styrelse:arendebilaga_flytta", ALLA, nyckel("arendefil"), kod=405),
    Adress("styrelse:arendebilaga_delete", KANSLI, nyckel("arendefil")),
    # Nobody has been sent them: a ledamot sees them when they are.
    Adress("styrelse:arendebilaga_fil", GRANSKAR, nyckel("arendefil")),
    Adress("rapporter:arendebilaga_detail", GRANSKAR, nyckel("arendedokument")),
    Adress("rapporter:arendebilaga_pdf", GRANSKAR, nyckel("arendedokument"), kod=202),
    Adress("styrelse:dagordning", GRANSKAR, nyckel("mote")),
    Adress("styrelse:dagordning_ordna", ALLA, nyckel("mote"), kod=405),
    Adress("styrelse:dagordning_arende", ALLA, nyckel("mote"), kod=405),
    Adress("styrelse:dagordning_ovrig", ALLA, nyckel("mote"), kod=405),
    Adress("styrelse:dagordning_fasta", ALLA, nyckel("mote"), kod=405),
    Adress("styrelse:punkt_create", KANSLI, nyckel("mote")),
    Adress("styrelse:punkt_update", KANSLI, nyckel("fast_punkt")),
    Adress("styrelse:punkt_delete", ALLA, nyckel("fast_punkt"), kod=405),
    Adress("styrelse:punkt_aterta", ALLA, nyckel("fast_punkt"), kod=405),
    Adress("styrelse:punkt_ta_upp", ALLA, nyckel("fast_punkt"), kod=405),
    Adress("styrelse:delegationsbeslut_list", LASER),
    Adress("styrelse:delegationsbeslut_create", KANSLI),
    # Nobody has told the board of it: it is in the making.
    Adress("styrelse:delegationsbeslut_detail", GRANSKAR, nyckel("eget_delegationsbeslut")),
    Adress("styrelse:delegationsbeslut_update", KANSLI, nyckel("eget_delegationsbeslut")),
    Adress("styrelse:beslut_list", LASER),
    Adress("styrelse:atgard_list", LASER),
    Adress("styrelse:atgard_create", KANSLI, nyckel("beslut")),
    Adress("styrelse:atgard_update", KANSLI, nyckel("atgard")),
    Adress("styrelse:protokoll_detail", LASER, nyckel("justeratmote")),
    Adress("styrelse:undertecknare", KANSLI, nyckel("protokollsutkast")),
    Adress("styrelse:anslag", KANSLI, nyckel("justeratmote")),
    Adress("styrelse:anslagsbevis", LASER, nyckel("anslagetmote")),
    Adress("styrelse:protokollsutdrag", LASER, nyckel("justeradpunkt")),
    Adress("styrelse:protokollstext", KANSLI, nyckel("utkastpunkt")),
    Adress("styrelse:underskrift_tillbaka", ALLA, nyckel("underskrift"), kod=405),
    Adress("rapporter:protokoll_pdf", LASER, nyckel("justeratmote")),
    Adress("rapporter:protokollsutdrag_pdf", LASER, nyckel("justeradpunkt"), kod=202),
    Adress("rapporter:anslagsbevis_pdf", LASER, nyckel("anslagetmote"), kod=202),
    Adress("rapporter:justera", ALLA, nyckel("underskrift"), kod=405),
    Adress("styrelse:uppdrag_list", LASER),
    Adress("styrelse:uppdrag_create", KANSLI),
    Adress("styrelse:uppdrag_detail", LASER, nyckel("uppdrag")),
    Adress("styrelse:uppdrag_update", KANSLI, nyckel("uppdrag")),
    Adress("styrelse:uppdrag_overlamna", KANSLI, nyckel("uppdrag")),
    Adress("styrelse:styrelsen", LASER),
    Adress("styrelse:person_update", KANSLI, nyckel("person")),
    Adress("styrelse:arvodeskorning_list", GRANSKAR),
    Adress("styrelse:arvodeskorning_create", TJANSTEMAN),
    Adress("styrelse:arvodeskorning_detail", GRANSKAR, nyckel("arvodeskorning")),
    Adress("styrelse:arvodeskorning_rakna_om", ALLA, nyckel("arvodeskorning"), kod=405),
    Adress("styrelse:arvodeskorning_attest", ALLA, nyckel("arvodeskorning"), kod=405),
    Adress("styrelse:arvodeskorning_export", ALLA, nyckel("arvodeskorning"), kod=405),
    Adress("styrelse:arvodeskorning_delete", ALLA, nyckel("arvodeskorning"), kod=405),
    Adress("styrelse:arvodesreglemente_list", GRANSKAR),
    Adress("styrelse:arvodesreglemente_create", TJANSTEMAN),
    Adress("styrelse:arvodesreglemente_detail", GRANSKAR, nyckel("arvodesreglemente")),
    Adress("styrelse:arvodesreglemente_update", TJANSTEMAN, nyckel("arvodesreglemente")),
    Adress("styrelse:ersattningskrav_list", GRANSKAR),
    Adress("styrelse:ersattningskrav_create", TJANSTEMAN),
    Adress("styrelse:ersattningskrav_update", TJANSTEMAN, nyckel("ersattningskrav")),
    Adress("styrelse:ersattningskrav_delete", TJANSTEMAN, nyckel("ersattningskrav")),
    Adress("styrelse:ansvarsfrihet_list", LASER),
    Adress("styrelse:ansvarsfrihet_ar", LASER, fast(verksamhetsar=2020)),
    Adress("styrelse:ansvarsfrihet_create", KANSLI),
    Adress("styrelse:ansvarsfrihet_update", KANSLI, nyckel("ansvarsfrihet")),
    Adress("styrelse:kansliroll_list", LASER),
    Adress("styrelse:kansliroll_create", KANSLI),
    Adress("styrelse:kansliroll_update", KANSLI, nyckel("kansliroll")),
    Adress("styrelse:revisor_list", LASER),
    Adress("styrelse:revisor_create", KANSLI),
    Adress("styrelse:revisor_update", KANSLI, nyckel("revisor")),
)

INSATSER = (
    Adress("insatser:insats_list", LASER),
    Adress("insatser:insats_create", KANSLI),
    Adress("insatser:insats_detail", LASER | {Roll.INSATSANSVARIG}, nyckel("insats")),
    Adress("insatser:insats_update", KANSLI, nyckel("insats")),
    Adress("insatser:insatsmal_update", KANSLI, nyckel("insats")),
    # The world's final report is a draft: for those who write it, and the auditor.
    Adress("insatser:slutrapport_detail", RAPPORTERAR | {Roll.REVISOR}, nyckel("insats")),
    Adress("insatser:slutrapport_update", RAPPORTERAR, nyckel("insats")),
    Adress("insatser:slutrapport_steg", ALLA, nyckel("insats"), kod=405),
    Adress(
        "insatser:insatsbeslut_detail", LASER | {Roll.INSATSANSVARIG}, nyckel("delegationsbeslut")
    ),
    Adress("insatser:insatsbeslut_anmal", KANSLI, nyckel("delegationsbeslut")),
    Adress("insatser:ansokan_list", LASER),
    Adress("insatser:ansokan_create", KANSLI),
    Adress("insatser:ansokan_detail", LASER | {Roll.INSATSANSVARIG}, nyckel("ansokan")),
    Adress("insatser:ansokan_update", KANSLI, nyckel("ansokan")),
    Adress("insatser:ansokan_delete", KANSLI, nyckel("ansokningsutkast")),
    Adress("insatser:ansokan_budget", KANSLI, nyckel("ansokan")),
    Adress("insatser:ansokan_mal", KANSLI, nyckel("ansokan")),
    Adress("insatser:ansokan_steg", ALLA, nyckel("ansokan"), kod=405),
    Adress("insatser:ansokan_fornya", ALLA, nyckel("ansokan"), kod=405),
    Adress("insatser:ansokan_beslut", KANSLI, nyckel("ansokan")),
    Adress("insatser:ansokningsbilaga_create", ALLA, nyckel("ansokan"), kod=405),
    Adress("insatser:ansokningsbilaga", LASER | {Roll.INSATSANSVARIG}, nyckel("ansokningsbilaga")),
    Adress("insatser:ansokningsbilaga_delete", ALLA, nyckel("ansokningsbilaga"), kod=405),
    Adress("insatser:insatsbudget_create", KANSLI, nyckel("insats")),
    Adress("insatser:insatsbudget_update", KANSLI, nyckel("insatsbudget")),
)

REKVISITIONER = (
    Adress("insatser:rekvisition_list", REKVIRERAR),
    Adress("insatser:rekvisition_create", RAPPORTERAR),
    Adress("insatser:rekvisition_detail", REKVIRERAR, nyckel("rekvisition")),
    Adress("insatser:rekvisition_update", RAPPORTERAR, nyckel("rekvisition")),
    Adress("insatser:rekvisition_summa", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisition_lamna_in", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisition_attestera", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisition_ater", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisition_overskrid", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisition_delete", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisitionsbilaga_create", ALLA, nyckel("rekvisition"), kod=405),
    Adress("insatser:rekvisitionsbilaga", REKVIRERAR, nyckel("rekvisitionsbilaga")),
    Adress("insatser:rekvisitionsbilaga_delete", ALLA, nyckel("rekvisitionsbilaga"), kod=405),
    Adress("insatser:avvikelse_list", REKVIRERAR),
    Adress("insatser:avvikelse_create", RAPPORTERAR),
    Adress("insatser:avvikelse_detail", REKVIRERAR, nyckel("avvikelse")),
    Adress("insatser:avvikelse_update", RAPPORTERAR, nyckel("avvikelse")),
    Adress("insatser:avvikelse_beslut", KANSLI, nyckel("avvikelse")),
    Adress("insatser:externt_projekt_list", LASER),
    Adress("insatser:externt_projekt_create", KANSLI),
    Adress("insatser:externt_projekt_update", KANSLI, nyckel("externtprojekt")),
)

RAPPORTER = (
    Adress("rapporter:nyckeltal_senaste", GRANSKAR, kod=302),
    Adress("rapporter:nyckeltal", GRANSKAR, fast(period="2024")),
    Adress("rapporter:nyckeltal_pdf", GRANSKAR, fast(period="2024"), kod=202),
    Adress("rapporter:nyckeltal_xlsx", GRANSKAR, fast(period="2024")),
    Adress("rapporter:nyckeltal_csv", GRANSKAR, fast(period="2024")),
    Adress("rapporter:rapport_list", LASER),
    Adress("rapporter:rapport_detail", GRANSKAR, rapport()),
    Adress("rapporter:rapport_pdf", GRANSKAR, rapport(), kod=202),
    Adress("rapporter:rapport_xlsx", GRANSKAR, rapport()),
    Adress("rapporter:rapport_json", GRANSKAR, rapport()),
    Adress("rapporter:kontroll_list", GRANSKAR, rapport()),
    Adress("rapporter:kontroll_antal", GRANSKAR, rapport()),
    # A rule that is not red cannot be let pass: back to the list.
    Adress("rapporter:undantag_create", CHEF, rapport(), kod=302),
    Adress("rapporter:undantag_delete", CHEF, rapport(), kod=405),
    Adress("rapporter:text_update", TJANSTEMAN, rapport(avsnitt="ordforande")),
    Adress("rapporter:text_utkast", ALLA, rapport(avsnitt="ordforande"), kod=405),
    Adress("rapporter:text_kasta", ALLA, rapport(avsnitt="ordforande"), kod=405),
    Adress("rapporter:text_history", GRANSKAR, rapport(avsnitt="ordforande")),
    Adress("rapporter:underlag_detail", LASER, lambda varld: varld["underlag"]),
    Adress("rapporter:uppgift_list", LASER, rapport()),
    Adress("rapporter:faststall_create", CHEF, rapport()),
    Adress("rapporter:faststalld_detail", LASER, nyckel("faststalldrapport")),
    Adress("rapporter:faststalld_pdf", LASER, nyckel("faststalldrapport")),
    Adress("rapporter:scenario_pdf", LASER, nyckel("scenario"), kod=202),
    Adress("rapporter:scenario_xlsx", LASER, nyckel("scenario")),
    Adress("rapporter:scenario_json", LASER, nyckel("scenario")),
    Adress("rapporter:scenario_frys", TJANSTEMAN, nyckel("scenario")),
    Adress("rapporter:scenariobilaga_detail", LASER, nyckel("scenariobilaga")),
    Adress("rapporter:scenariobilaga_pdf", LASER, nyckel("scenariobilaga")),
    # The same pages of another kind of document, made of other rows.
    Adress("rapporter:rapport_detail", GRANSKAR, pm()),
    Adress("rapporter:rapport_pdf", GRANSKAR, pm(), kod=202),
    Adress("rapporter:rapport_xlsx", GRANSKAR, pm()),
    Adress("rapporter:rapport_json", GRANSKAR, pm()),
    Adress("rapporter:kontroll_list", GRANSKAR, pm()),
    Adress("rapporter:text_update", TJANSTEMAN, pm(avsnitt="reflektioner")),
    Adress("rapporter:faststall_create", CHEF, pm()),
)

AVGIFTSDOKUMENT = tuple(
    Adress(f"rapporter:{namn}", roller, fast(slag="medlemsavgifter", period="2024"), kod)
    for namn, roller, kod in (
        ("rapport_detail", GRANSKAR, 200),
        ("rapport_pdf", GRANSKAR, 202),
        ("rapport_xlsx", GRANSKAR, 200),
        ("rapport_json", GRANSKAR, 200),
        ("kontroll_list", GRANSKAR, 200),
        ("faststall_create", CHEF, 200),
    )
)


def las(**nycklar: str) -> Argument:
    """Pages of the reading view of the papers that have been sent."""
    return lambda varld: {
        "pk": varld["utskickat_mote"],
        **{namn: varld[nyckel] for namn, nyckel in nycklar.items()},
    }


LASVYN = (
    Adress("rapporter:las", LASER, las()),
    Adress("rapporter:las_punkt", LASER, las(punkt="laspunkt")),
    Adress("rapporter:las_bilaga", LASER, las(bilaga="lasdokument")),
    Adress("rapporter:las_bilaga", LASER, las(bilaga="laspdf")),
    Adress("rapporter:las_pdf", LASER, las(bilaga="laspdf")),
    Adress("rapporter:las_sida", LASER, lambda varld: {**las(bilaga="laspdf")(varld), "sida": 1}),
)

# One's own account: the same for every role.
BEKRAFTA = 302  # asks for the password first, or has nothing to show yet
KONTO = (
    Adress("account_login", kod=302, oppen=True),
    Adress("account_logout"),
    Adress("account_inactive", oppen=True),
    Adress("account_reauthenticate"),
    Adress("account_change_password"),
    Adress("account_set_password", kod=302),
    Adress("account_reset_password", oppen=True),
    Adress("account_reset_password_done", oppen=True),
    Adress("account_reset_password_from_key", argument=fast(uidb36="1", key="x"), oppen=True),
    Adress("account_reset_password_from_key_done", oppen=True),
    Adress("mfa_index"),
    Adress("mfa_authenticate", kod=302, oppen=True),
    Adress("mfa_reauthenticate", kod=BEKRAFTA),
    Adress("mfa_activate_totp", kod=BEKRAFTA),
    Adress("mfa_deactivate_totp", kod=404),
    Adress("mfa_view_recovery_codes", kod=404),
    Adress("mfa_generate_recovery_codes", kod=BEKRAFTA),
    Adress("mfa_download_recovery_codes", kod=404),
    Adress("mfa_list_webauthn"),
    Adress("mfa_add_webauthn", kod=BEKRAFTA),
    Adress("mfa_login_webauthn", kod=302, oppen=True),
    Adress("mfa_reauthenticate_webauthn", kod=BEKRAFTA),
    Adress("mfa_edit_webauthn", argument=fast(pk=1), kod=BEKRAFTA),
    Adress("mfa_remove_webauthn", argument=fast(pk=1), kod=BEKRAFTA),
    Adress("usersessions_list"),
)

PAKET = (
    Adress("rapporter:mote_paket", GRANSKAR, nyckel("kallatmote")),
    Adress("rapporter:mote_skicka", ALLA, nyckel("kallatmote"), kod=405),
    # No pack has been built in the world.
    Adress("rapporter:mote_paket_pdf", frozenset(), fast(pk=1, nyckel="0" * 64)),
    Adress("rapporter:motespaket_detail", LASER, nyckel("motespaket")),
    Adress("rapporter:motespaket_pdf", LASER, nyckel("motespaket")),
    Adress("rapporter:motespaket_posta", ALLA, nyckel("motespaket"), kod=405),
    Adress("rapporter:paketbilaga_pdf", LASER, nyckel("paketbilaga")),
)

ADRESSER = (
    *GOLVET,
    *STYRELSE,
    *PAKET,
    *SAMMANTRADE,
    *INSATSER,
    *REKVISITIONER,
    *EKONOMI,
    *KVARTALSRAPPORTER,
    *UPPFOLJNING,
    *RAPPORTER,
    *AVGIFTSDOKUMENT,
    *LASVYN,
    *KONTO,
)
