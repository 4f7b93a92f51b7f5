/* Writing a section: search among the figures (a zero is found only so), and put the
   chosen one where the cursor stands. Without this the names are copied by hand. */
"use strict";

(() => {
  const ruta = document.querySelector("[data-texteditor] textarea");
  const lista = document.querySelector("[data-figurer]");
  const sok = document.querySelector("[data-figursok]");
  if (!ruta || !lista || !sok) return;

  for (const kod of lista.querySelectorAll("code")) {
    const knapp = document.createElement("button");
    knapp.type = "button";
    knapp.className = "knapp-sekundar";
    knapp.textContent = kod.textContent;
    knapp.setAttribute("aria-label", `Skriv in ${kod.textContent}`);
    knapp.addEventListener("click", () => {
      ruta.setRangeText(kod.textContent, ruta.selectionStart, ruta.selectionEnd, "end");
      ruta.focus();
      ruta.dispatchEvent(new Event("input", { bubbles: true }));
    });
    kod.replaceWith(knapp);
  }

  const visa = () => {
    const ord = sok.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const rad of lista.rows) {
      const text = rad.textContent.toLowerCase();
      const tyst = !ord.length && "noll" in rad.dataset;
      rad.hidden = tyst || !ord.every((ett) => text.includes(ett));
    }
  };
  sok.addEventListener("input", visa);
  visa();
})();
