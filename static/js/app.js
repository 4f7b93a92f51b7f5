/* What a page cannot do without script. No amount is ever computed here. */
(() => {
  "use strict";

  // A form in error tells so first: the summary takes focus, and the reader hears it.
  const visaFel = (rot) => rot.querySelector(".felruta")?.focus();

  // Enter in a grid goes to the cell below; only the button sends the whole report.
  const nedat = (handelse) => {
    const falt = handelse.target;
    if (handelse.key !== "Enter" || !falt.matches("[data-rutnat] input")) return;
    handelse.preventDefault();
    const kolumn = falt.closest("td, th").cellIndex;
    let rad = falt.closest("tr");
    while ((rad = rad.nextElementSibling)) {
      const nasta = rad.cells[kolumn]?.querySelector("input:not([type=hidden])");
      if (nasta) return nasta.select();
    }
  };

  // The session ended while the page stood open: what was typed stays, and this is said.
  const utloggad = () => {
    const besked = document.getElementById("sessionsbesked");
    const lank = document.createElement("a");
    lank.href = besked.dataset.inloggning;
    lank.target = "_blank";
    lank.textContent = "Öppna inloggningen i en ny flik";
    besked.replaceChildren("Du har loggats ut. ", lank, ", sedan fortsätter du här.");
  };

  document.addEventListener("DOMContentLoaded", () => visaFel(document));
  document.addEventListener("htmx:afterSwap", (handelse) => visaFel(handelse.target));
  document.addEventListener("keydown", nedat);
  document.addEventListener("utloggad", utloggad);
})();
