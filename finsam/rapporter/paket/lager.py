"""Layers of a taken-over file: what was hidden in it stays hidden in the pack."""

import pikepdf
from pikepdf import Array, Dictionary, Name


def for_over(kalla: pikepdf.Pdf, ut: pikepdf.Pdf) -> None:
    """Adds the file's optional content to the pack's. The pages have been taken over before."""
    egenskaper = kalla.Root.get("/OCProperties")
    if not isinstance(egenskaper, Dictionary):
        return
    kopia = ut.copy_foreign(kalla.make_indirect(egenskaper))
    if "/OCProperties" not in ut.Root:
        ut.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary(BaseState=Name.ON))
    samlade = ut.Root.OCProperties
    standard = kopia.get("/D", Dictionary())
    samlade.OCGs.extend(kopia.get("/OCGs", Array()))
    slackta = list(standard.get("/OFF", ()))
    if standard.get("/BaseState") == Name.OFF:
        tanda = {lager.objgen for lager in standard.get("/ON", ())}
        slackta += [lager for lager in kopia.get("/OCGs", ()) if lager.objgen not in tanda]
    _utoka(samlade.D, "/OFF", slackta)
    for namn in ("/Order", "/RBGroups", "/Locked", "/AS"):
        _utoka(samlade.D, namn, list(standard.get(namn, ())))


def _utoka(ordbok: pikepdf.Object, namn: str, nya: list[pikepdf.Object]) -> None:
    if nya:
        ordbok[namn] = Array([*ordbok.get(namn, ()), *nya])
