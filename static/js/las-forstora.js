/* A page of an annex or a chart over the whole screen, to be enlarged and moved about in both
   directions by finger or keys. Without it the page's picture is a link to itself. */
"use strict";

(() => {
  const NIVAER = [1, 1.5, 2, 3, 4];
  const SMAL = 600;

  const element = (namn, egenskaper, ...barn) => {
    const nytt = Object.assign(document.createElement(namn), egenskaper);
    nytt.append(...barn);
    return nytt;
  };
  const knapp = (text, gor) => {
    const ny = element("button", { type: "button", className: "knapp knapp-sekundar", textContent: text });
    ny.addEventListener("click", gor);
    return ny;
  };

  const grad = element("span", { className: "las-stor-grad" });
  grad.setAttribute("role", "status");
  const yta = element("div", { className: "las-stor-yta", tabIndex: 0 });
  yta.setAttribute("role", "region");
  yta.setAttribute("aria-label", "Förstorad bild, rulla med fingret eller piltangenterna");
  let niva = 0;
  const visa = () => {
    const bild = yta.firstElementChild;
    const { scrollLeft, scrollTop, clientWidth, clientHeight, scrollWidth, scrollHeight } = yta;
    const mitt = [(scrollLeft + clientWidth / 2) / scrollWidth, (scrollTop + clientHeight / 2) / scrollHeight];
    bild.style.width = `${NIVAER[niva] * 100}%`;
    // What stood in the middle stays there.
    yta.scrollTo(mitt[0] * yta.scrollWidth - clientWidth / 2, mitt[1] * yta.scrollHeight - clientHeight / 2);
    grad.textContent = `${NIVAER[niva] * 100}\u00a0%`;
    mindre.disabled = niva === 0;
    storre.disabled = niva === NIVAER.length - 1;
  };
  const andra = (steg) => {
    niva = Math.min(Math.max(niva + steg, 0), NIVAER.length - 1);
    visa();
  };
  const mindre = knapp("Mindre", () => andra(-1));
  const storre = knapp("Större", () => andra(1));
  const stang = knapp("Stäng", () => ruta.close());
  const rad = element("div", { className: "las-stor-rad" }, mindre, storre, grad, stang);
  const ruta = element("dialog", { className: "las-stor" }, rad, yta);
  document.body.append(ruta);

  const TANGENTER = { "+": 1, "=": 1, "-": -1 };
  ruta.addEventListener("keydown", (handelse) => {
    // The keys that turn pages do not reach past what covers them.
    handelse.stopPropagation();
    const steg = TANGENTER[handelse.key];
    if (!steg || handelse.ctrlKey || handelse.metaKey) return;
    handelse.preventDefault();
    andra(steg);
  });
  ruta.addEventListener("close", () => yta.replaceChildren());

  const oppna = (bild, namn) => {
    ruta.setAttribute("aria-label", namn);
    yta.replaceChildren(bild);
    ruta.showModal();
    niva = NIVAER.indexOf(yta.clientWidth < SMAL ? 2 : 1.5);
    visa();
    yta.scrollTo(0, 0);
    yta.focus();
  };

  for (const lank of document.querySelectorAll(".las-pdfbild")) {
    const bild = lank.querySelector("img");
    lank.addEventListener("click", (handelse) => {
      if (handelse.ctrlKey || handelse.metaKey || handelse.shiftKey) return;
      handelse.preventDefault();
      oppna(element("img", { src: bild.src, alt: bild.alt, width: bild.width, height: bild.height }), bild.alt);
    });
  }
  for (const figur of document.querySelectorAll(".las-dokument .diagram")) {
    const svg = figur.querySelector("svg");
    if (!svg) continue;
    const titel = figur.querySelector("figcaption strong")?.textContent ?? "Diagram";
    const forstora = knapp("Förstora diagrammet", () => {
      // Its names would otherwise stand twice in the page.
      const kopia = svg.cloneNode(true);
      for (const ett of [kopia, ...kopia.querySelectorAll("[id]")]) ett.removeAttribute("id");
      kopia.removeAttribute("aria-labelledby");
      kopia.setAttribute("role", "img");
      kopia.setAttribute("aria-label", titel);
      oppna(kopia, titel);
    });
    forstora.setAttribute("aria-label", `Förstora diagrammet ${titel}`);
    forstora.className = "knapp-lank las-forstora";
    svg.after(forstora);
  }
})();
