"""The balances of a year against its vouchers and against the year before. Amounts in öre."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ekonomi.sie.fynd import Fynd, fel, varning
from ekonomi.sie.poster import Saldopost
from finsam import typografi

BALANSTYPER = frozenset("TS")
Ore = Mapping[str, int]


def kronor(ore: int) -> str:
    """Öre in a sentence: "1 234,50 kr"."""
    return f"{typografi.kr(Decimal(ore) / 100, 2)}{typografi.HARDBLANK}kr"


@dataclass(frozen=True, slots=True)
class ForegaendeAr:
    """What is stored for the year before: closing balances, and the result not yet moved."""

    ar: int
    utgaende: Ore
    resultat: int


@dataclass(slots=True)
class Saldon:
    """The #IB, #UB and #RES of the file: (label, year number) → account → record."""

    per_etikett: dict[tuple[str, int], dict[str, Saldopost]] = field(default_factory=dict)

    def ta(self, post: Saldopost) -> Fynd | None:
        """Keep the record; a fault when the account already has one of the kind."""
        samling = self.per_etikett.setdefault((post.etikett, post.arsnr), {})
        forra = samling.setdefault(post.konto, post)
        if forra is post:
            return None
        return fel(
            f"Konto {post.konto} har två #{post.etikett} {post.arsnr}.",
            post.rad,
            ratt=f"Den första står på rad {forra.rad}.",
        )

    def belopp(self, etikett: str, arsnr: int = 0) -> dict[str, int]:
        """Account → öre; empty when the file has no such record."""
        poster = self.per_etikett.get((etikett, arsnr), {})
        return {konto: post.belopp for konto, post in poster.items()}

    def rad(self, etikett: str, konto: str, arsnr: int = 0) -> int | None:
        post = self.per_etikett.get((etikett, arsnr), {}).get(konto)
        return post.rad if post else None

    @property
    def finns(self) -> bool:
        """False for 4I, which has vouchers only."""
        return bool(self.per_etikett)


def stammer(saldon: Saldon, rorelse: Ore, typer: Mapping[str, str]) -> Iterator[Fynd]:
    """IB + movement = UB for every balance account, movement = RES for every other.

    An account that the file leaves out counts as zero, as the format allows.
    """
    ib, ub, res = (saldon.belopp(etikett) for etikett in ("IB", "UB", "RES"))
    for konto in sorted(ib.keys() | ub.keys() | res.keys() | rorelse.keys()):
        andring = rorelse.get(konto, 0)
        if typer.get(konto) in BALANSTYPER:
            vantat = ib.get(konto, 0) + andring
            if vantat != ub.get(konto, 0):
                yield fel(
                    f"Konto {konto}: #UB stämmer inte med #IB och verifikationerna.",
                    saldon.rad("UB", konto) or saldon.rad("IB", konto),
                    kronor(ub.get(konto, 0)),
                    f"Ingående {kronor(ib.get(konto, 0))} och årets {kronor(andring)}"
                    f" ger {kronor(vantat)}.",
                )
        elif andring != res.get(konto, 0):
            yield fel(
                f"Konto {konto}: #RES stämmer inte med verifikationerna.",
                saldon.rad("RES", konto),
                kronor(res.get(konto, 0)),
                f"Årets verifikationer ger {kronor(andring)}.",
            )


def fel_slag(saldon: Saldon, typer: Mapping[str, str]) -> Iterator[Fynd]:
    """#IB and #UB belong to balance accounts, #RES to the others."""
    for (etikett, _), poster in saldon.per_etikett.items():
        for konto, post in poster.items():
            ar_balans = typer.get(konto) in BALANSTYPER
            if post.belopp and konto in typer and ar_balans == (etikett == "RES"):
                yield fel(
                    f"#{etikett} får inte avse ett {'balans' if ar_balans else 'resultat'}konto.",
                    post.rad,
                    konto,
                    "#IB och #UB avser balanskonton, #RES resultatkonton.",
                )


def overgang_i_filen(saldon: Saldon, typer: Mapping[str, str]) -> Iterator[Fynd]:
    """#IB(0) = #UB(−1), where the file has any #UB of the year before."""
    utgaende = saldon.belopp("UB", -1)
    if utgaende:
        resultat = sum(saldon.belopp("RES", -1).values())
        foregaende = ForegaendeAr(0, utgaende, resultat)
        yield from _overgang(saldon, foregaende, typer, "föregående års #UB")


def overgang_fran_lagrat(
    saldon: Saldon, foregaende: ForegaendeAr | None, typer: Mapping[str, str]
) -> Iterator[Fynd]:
    """#IB(0) = the closing balances that are stored for the year before."""
    if foregaende and saldon.finns:
        vad = f"den utgående balans som är inläst för {foregaende.ar}"
        yield from _overgang(saldon, foregaende, typer, vad)


def _overgang(
    saldon: Saldon, foregaende: ForegaendeAr, typer: Mapping[str, str], vad: str
) -> Iterator[Fynd]:
    """Differences per account; none when only the result has been moved to equity between years."""
    ib = saldon.belopp("IB")
    avvikelser = {
        konto: ib.get(konto, 0) - foregaende.utgaende.get(konto, 0)
        for konto in sorted(ib.keys() | foregaende.utgaende.keys())
        if ib.get(konto, 0) != foregaende.utgaende.get(konto, 0)
    }
    if not avvikelser:
        return
    pa_skuldsidan = all(typer.get(konto) == "S" for konto in avvikelser)
    if foregaende.resultat and pa_skuldsidan and sum(avvikelser.values()) == foregaende.resultat:
        konton = ", ".join(avvikelser)
        yield varning(
            f"Resultatet {kronor(-foregaende.resultat)} har förts till eget kapital"
            f" mellan åren (konto {konton})."
        )
        return
    for konto in avvikelser:
        yield fel(
            f"Konto {konto}: #IB stämmer inte med {vad}.",
            saldon.rad("IB", konto),
            kronor(ib.get(konto, 0)),
            f"Det ska vara {kronor(foregaende.utgaende.get(konto, 0))}.",
        )


def ingaende_balanserar(saldon: Saldon) -> Iterator[Fynd]:
    skillnad = sum(saldon.belopp("IB").values())
    if skillnad:
        yield varning(
            f"De ingående balanserna summerar till {kronor(skillnad)}, inte till noll."
            " Föregående års resultat kan saknas i eget kapital."
        )
