"""What is looked for on a page in a real browser: axe's findings, focus, reflow and contrast."""

import re
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

# EN 301 549 asks for WCAG 2.1 AA; 2.2 and best practice are the house's own bar.
REGLER = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = (Path(axe_playwright_python.__path__[0]) / "axe.min.js").read_text("utf-8")

_AXE_FYND = """regler => axe.run(document, {runOnly: regler, resultTypes: ["violations"]})
    .then(r => r.violations.map(v => ({id: v.id, impact: v.impact, help: v.help,
        nodes: v.nodes.map(n => n.target.join(" "))})))"""

# The look of the focused element, and its look without focus; seen elements are marked once.
_FOKUS = """() => {
    const e = document.activeElement;
    if (!e || e === document.body) return null;
    const drag = ["outlineStyle", "outlineWidth", "outlineColor", "boxShadow",
                  "borderTopColor", "backgroundColor"];
    const utseende = () => drag.map(k => getComputedStyle(e)[k]).join("|");
    const med = utseende();
    e.blur(); const utan = utseende(); e.focus({preventScroll: true});
    const namn = (e.getAttribute("aria-label") || e.innerText || e.name || e.id || e.tagName);
    const sedd = e.dataset.sedd === "1";
    e.dataset.sedd = "1";
    return {namn: namn.trim().slice(0, 40), syns: med !== utan, sedd};
}"""

_OVERFLOD = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_STIL = """css => { const s = new CSSStyleSheet(); s.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, s]; }"""


def granska(page: Page, regler: list[str] = REGLER) -> list[str]:
    """One readable line per violation of axe; empty when the page is clean.

    Script is evaluated over the debugging protocol, so the page's strict CSP needs no hole.
    """
    page.evaluate(AXE + ";0")
    return [
        f"{fynd['id']} ({fynd['impact']}): {fynd['help']} – {', '.join(fynd['nodes'][:5])}"
        for fynd in page.evaluate(_AXE_FYND, regler)
    ]


def fokus_syns(page: Page, steg: int = 60) -> tuple[list[str], list[str]]:
    """Tab through the page: (the stops in order, those of them where focus cannot be seen)."""
    ordning: list[str] = []
    osynliga: list[str] = []
    page.evaluate("document.activeElement && document.activeElement.blur()")
    for _ in range(steg):
        page.keyboard.press("Tab")
        stopp = page.evaluate(_FOKUS)
        if stopp is None or stopp["sedd"]:
            break
        if not stopp["syns"]:  # on a slow machine the look may come a frame after the focus
            page.wait_for_timeout(100)
            stopp["syns"] = page.evaluate(_FOKUS)["syns"]
        ordning.append(stopp["namn"])
        if not stopp["syns"]:
            osynliga.append(stopp["namn"])
    return ordning, osynliga


def overflod(page: Page, bredd: int, css: str = "") -> int:
    """Pixels that the page is wider than a window of `bredd`, with extra CSS; 0 is right."""
    page.set_viewport_size({"width": bredd, "height": 900})
    if css:
        page.evaluate(_STIL, css)
    return int(page.evaluate(_OVERFLOD))


def kontrast(farg: str, bakgrund: str) -> float:
    """WCAG contrast of two computed colours, "rgb(…)"; 1 to 21."""

    def ljushet(text: str) -> float:
        delar = [float(del_) / 255 for del_ in re.findall(r"[\d.]+", text)[:3]]
        r, g, b = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delar)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    hog, lag = sorted((ljushet(farg), ljushet(bakgrund)), reverse=True)
    return (hog + 0.05) / (lag + 0.05)
