/* Writing a section: search among the figures, and put the chosen one where the cursor stands.
   Without this the names are copied by hand. */
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

  sok.addEventListener("input", () => {
    const ord = sok.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const rad of lista.rows) {
      const text = rad.textContent.toLowerCase();
      rad.hidden = !ord.every((ett) => text.includes(ett));
    }
  });
})();
