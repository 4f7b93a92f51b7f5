"""A small association as files, other than any real one: what the tests of the folder read."""

FILER = {
    "forbund.toml": 'namn = "Samordningsförbundet Prov"\norgnr = "222000-1560"\nrytm = "tertial"\n'
    'rapportperioder = ["T1", "T2"]\nandel_stat = 0.5\n',
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
    "insatser.csv": "Nr;Fullständigt namn;Kort namn;Typ;Förrehabiliterande;Insatsägare;"
    "Ägare i tabeller;Parter;Start;Slut;Projektkod;Målgrupp;Syfte;Förväntat antal;Måluppfyllelse\n"
    "1;#jagmed, unga;#jagmed;individ;ja;Öst kommun;Öst & FK;FK, Region Mitt;2018-01-01;2019-12-31;"
    'P01;"Unga; 16–24 år";=Steg mot arbete;20;\n'
    "2;Samverkan;Samverkan;struktur;nej;Region Mitt;;;2019-01-01;2019-12-31;;;;;Ej bedömd\n",
    "insatsbudget.csv": "Insats;År;Belopp\n1;2019;600 000\nSamverkan;2019;125 000,50\n",
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
    "budget.csv": "År;Version;Status;Beslutad;Konto;Kostnadsblock;Insats;Belopp;Kommentar\n"
    "2019;1;Fastställd;2018-11-20;3000;;;2 000 000;\n"
    "2019;1;Fastställd;2018-11-20;4000;B2;1;-600 000;Hela året\n"
    "2019;1;Fastställd;2018-11-20;4000;B2;;-100 000;\n"
    "2019;2;Förslag;;3000;;;2 100 000;\n",
    "tilldelning.csv": "År;Belopp;Status;Folkmängd per\n2019;2000000;Fastställd;2018-11-01\n",
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
