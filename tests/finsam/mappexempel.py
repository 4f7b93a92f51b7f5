"""A small association as files, other than any real one: what the tests of the folder read."""

FILER = {
    "forbund.toml": 'namn = "Samordningsförbundet Prov"\norgnr = "222000-1560"\nrytm = "tertial"\n'
    'rapportperioder = ["T1", "T2"]\nandel_stat = 0.5\nbilagenumrering = "lopande"\n'
    'kallelsedagar = 10\ndistans_fran = 2022-03-24\ndistansbeslut = "§ 9"\n',
    "medlemmar.csv": "Namn;Kort namn;Typ;Från;Till och med\n"
    "Öst kommun;Öst;kommun;2015-01-01;\n"
    "Väst kommun;Väst;Kommun;2015-01-01;2020-12-31\n"
    "Region Mitt;Region Mitt;region;2015-01-01;\n"
    "Försäkringskassan;FK;fk;2015-01-01;\n",
    "folkmangd.csv": "Kommun;Datum;Antal;Källa\n"
    "Öst kommun;2018-11-01;12 000;SCB\n"
    "väst;2018-11-01;8000;SCB\n",
    "uppdrag.csv": "Namn;Utsedd av;Roll;Parti;Från;Till och med\n"
    "Ada Alm;Öst kommun;ordförande;S;2019-01-01;2022-12-31\n"
    "Bo Berg;Region Mitt;vice_ordforande_1;M;2019-01-01;\n"
    "Ada Alm;Öst kommun;ledamot;S;2015-01-01;2018-12-31\n",
    "revisorer.csv": "Namn;Byrå;Utsedd av;Från;Till och med\n"
    "Cia Cedergren;;Kommuner och region;2019-01-01;\n"
    ";Byrån AB;stat;2019-01-01;\n",
    "dagordningsmallar.csv": "Organ;Plats;Ordning;Slag;Rubrik;Text\n"
    "Förbundsstyrelsen;forst;1;Mötets öppnande;Öppnande;\nfs;sist;1;formalia;Utcheckning;Laget\n",
    "arsarenden.csv": "Kod;Rubrik;Organ;Tidigast månad;Senast månad;Senast dag;Via AU;Till beslut;"
    "Förslag;Efter samråd;Ämne;Nyckel;Grund\n"
    "budget;Budget {ar+1};fs;10;11;30;ja;ja;att fastställa budgeten;ja;budget;{ar+1};23 §\n",
    "moten.csv": "Organ;Datum;Börjar;Slutar;Plats;På distans;Medlem;Status;Kallelsedatum;Öppnades;"
    "Avslutades;Inledning;Anteckningar\n"
    "fs;2022-06-02;9:00;12.00;Salen;ja;;Kallat;2022-05-25;;;Välkomna;\n"
    "Medlemsdialog;2022-06-02;13.00;;Rådhuset;;Öst;Hållet;;;;;Vi talades vid.\n",
    "insatser.csv": "Nr;Fullständigt namn;Kort namn;Typ;Förrehabiliterande;Insatsägare;"
    "Ägare i tabeller;Parter;Start;Slut;Projektkod;Målgrupp;Syfte;Förväntat antal;Måluppfyllelse;"
    "Uppföljning;Behovsgrupp;Metod;Förlänger;Implementering\n"
    "1;#jagmed, unga;#jagmed;individ;ja;Öst kommun;Öst & FK;FK, Region Mitt;2018-01-01;2019-12-31;"
    'P01;"Unga; 16–24 år";=Steg mot arbete;20;;Deltagare som antal;;;Fortsättningen;\n'
    "2;Samverkan;Samverkan;struktur;nej;Region Mitt;;;2019-01-01;2019-12-31;;;;;Ej bedömd;;"
    "Alla;Möten;;Tas över\n"
    "3;Fortsättningen;#jagmed;individ;ja;Öst kommun;;;2019-12-01;2020-12-31;;;;;;;;;;\n",
    "insatsbudget.csv": "Insats;År;Belopp;Plan kvartal 1;Plan kvartal 2;Plan kvartal 3;"
    "Plan kvartal 4\n1;2019;600 000;100 000;200 000;300 000;0\nSamverkan;2019;125 000,50;;;;\n",
    "insatsmal.csv": "Insats;Ordning;Typ;Mål;Indikator;Målvärde;Status;Utfall\n"
    "1;1;Insatsmål;Till arbete;Andel;35 %;Uppnått;38 %\n",
    "ansokningar.csv": "Diarienummer;Slag;Status;Insats;Föregående ansökan;Fullständigt namn;"
    "Kort namn;Typ;Förrehabiliterande;Uppföljning;Insatsägare;Parter;Start;Slut;Syfte;Målgrupp;"
    "Behovsgrupp;Metod;Implementering;Förväntat antal;Bedömning;Inkom\n"
    "2018-1;Förlängning;Bereds;1;2017-4;Tredje;#jagmed;individ;ja;;Öst kommun;FK;2020-01-01;"
    "2020-12-31;Arbete;Unga;;;;20;;2018-09-01\n"
    "2017-4;Ny insats;Beslutad;1;;#jagmed, unga;#jagmed;individ;ja;;Öst kommun;;2018-01-01;"
    "2019-12-31;;;;;;;Bra;2017-09-01\n",
    "ansokningsposter.csv": "Ansökan;År;Kostnadsslag;Finansiering;Belopp\n"
    "2018-1;2020;Personal;SOF-medel;500 000\n",
    "ansokningsmal.csv": "Ansökan;Ordning;Typ;Mål;Indikator;Målvärde\n2018-1;1;;Till arbete;;\n",
    "insatsbeslut.csv": "Ansökan;Insats;Beslut;Beslutsdatum;Instans;Paragraf;Belopp;Från;"
    "Till och med;Villkor;Motivering\n"
    "2017-4;1;Bifall;2017-11-23;Styrelsen;§ 40;600 000;2018-01-01;2019-12-31;;\n"
    ";2;Bifall;2018-12-01;Delegation;;125 000,50;2019-01-01;2019-12-31;Medlemmarnas medel;\n",
    "beslutade_ar.csv": "Ansökan;Insats;Beslutsdatum;Paragraf;År;Belopp\n"
    "2017-4;1;2017-11-23;§ 40;2018;250 000\n2017-4;1;2017-11-23;§ 40;2019;350 000\n",
    "slutrapporter.csv": "Insats;Status;Sammanfattning;Resultat;Lärdomar;Implementering;Inlämnad;"
    "Godkänd\n2;Inlämnad;Gick bra;;;;2020-02-01;\n",
    "avvikelser.csv": "Insats;Period;Avser;Anmäld;Beskrivning;Åtgärd;Belopp;Status;Beslutsdatum;"
    "Beslut\n"
    "1;2019-T3;Överföring av medel till nästa år;2019-12-01;Vakans;;50 000;Godkänd;2019-12-15;Ja\n"
    "1;2019-T3;Metod;2019-12-01;Ny metod;Byte;;;;\n",
    "rekvisitioner.csv": "Insats;Period;Nr;Status;Kommentar;Inlämnad;Inlämnad av;Första attest;"
    "Första attest av;Andra attest;Andra attest av;Överskridande godkänt av;"
    "Tillåtet överskridande;Skäl till överskridande\n"
    "1;2019-T1;1;Attesterad;;2019-05-10 09:30;Ada Alm;2019-05-11;Bo Berg;2019-05-12;Cia Ceder;;;\n"
    "1;2019-T2;1;;Mer än planerat;;;;;;;Dan Dal;500;Beslut § 4\n",
    "rekvisitionsposter.csv": "Insats;Period;Nr;Kostnadsslag;Belopp\n"
    "1;2019-T1;1;Personal;180 000\n1;2019-T1;1;Lokaler;20 000,50\n",
    "externa_projekt.csv": "Namn;Finansiär;Belopp;Ungefärligt;Aktörer;Från;Till och med;Insats\n"
    "Vidare;ESF;4 500 000;ja;Öst kommun;2019-01-01;;1\n",
    "kontoplan.csv": "Konto;Namn;Typ\n1930;Bank;T\n3000;Avgifter;Intäkt\n4000;Insatser;K\n",
    "kostnadsblock.csv": "Kod;Namn\nA1;Kansli\nB2;Insatser\n",
    "uppstallning.toml": """giltig_fran = 2019
[[tabell]]
id = "resultatrakning"
slag = "resultatrakning"
titel = "Resultaträkning"
enhet = "kr"
tecken = -1
kolumner = [{slag = "utfall", ar = 0, rubrik = "{ar}"}]
  [[tabell.rad]]
  id = "avgifter"
  etikett = "Avgifter"
  konton = ["3000-3999"]
""",
    "budget.csv": "År;Version;Status;Beslutad;Paragraf;Samråd;Kommentar till budgeten;Konto;"
    "Kostnadsblock;Insats;Belopp;Kommentar\n"
    "2019;1;Fastställd;2018-11-20;§ 4;2018-11-01;Ram;3000;;;2 000 000;\n"
    "2019;1;Fastställd;2018-11-20;§ 4;2018-11-01;Ram;4000;B2;1;-600 000;Hela året\n"
    "2019;1;Fastställd;2018-11-20;§ 4;2018-11-01;Ram;4000;B2;;-100 000;\n"
    "2019;2;Förslag;;;;;3000;;;2 100 000;\n",
    "prognoser.csv": "År;Version;Status;Upprättad;Utfall till och med;Kommentar till prognosen;"
    "Konto;Kostnadsblock;Insats;Belopp;Kommentar\n"
    "2019;1;Lagd;2019-05-20;2019-04-30;Efter första tertialet;3000;;;2 000 000;\n"
    "2019;1;Lagd;2019-05-20;2019-04-30;Efter första tertialet;4000;B2;1;-550 000;Sen start\n"
    "2019;2;Utkast;2019-09-10;;;3000;;;2 000 000;\n",
    "tilldelning.csv": "År;Version;Belopp;Status;Folkmängd per\n"
    "2019;1;2000000;Fastställd;2018-11-01\n",
    "avgiftsrater.csv": "Part;Månad;Dag;Andel\nStaten;1;31;0,5\nstat;7;31;0,5\nRegionen;4;30;1\n",
    "avgiftskonton.csv": "Medlem;Konto\nRegion Mitt;3000\nFK;3000\n",
    "avgiftsfakturor.csv": "År;Version;Medlem;Förfaller;Belopp;Fakturerad;Betald\n"
    "2019;1;FK;2019-01-31;500 000;2019-01-03;2019-01-20\n"
    "2019;1;Region Mitt;2019-04-30;500 000;2019-04-02;\n",
    "personal.csv": "År;Heltidstjänster;Slutat;Bytt tjänst\n2019;2,5;1;\n",
    "uppgifter.csv": "Period;Namn;Värde;Enhet;Beskrivning;Källa\n"
    "2019;arbetsloshet;6,4;procent;Arbetslöshet;AF\n",
    "texter/arsredovisning/2019/ordforande.md": "# Ordföranden har ordet\n\nEtt gott år.\n",
}


def skriv(mapp, andrade=None, bara=None):
    """The folder on disk; `andrade` replaces files, None leaves one out; `bara` names a few."""
    filer = {**FILER, **(andrade or {})}
    for namn, innehall in filer.items():
        if innehall is None or (bara is not None and namn not in bara):
            continue
        sokvag = mapp / namn
        sokvag.parent.mkdir(parents=True, exist_ok=True)
        sokvag.write_bytes(innehall if isinstance(innehall, bytes) else innehall.encode())
    return mapp
