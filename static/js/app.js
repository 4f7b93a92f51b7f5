/* What a page cannot do without script. No amount is ever computed here. */
(() => {
  "use strict";

  // A form in error tells so first: the summary takes focus, and the reader hears it.
  const visaFel = (rot) => rot.querySelector(".felruta")?.focus();

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
  document.addEventListener("utloggad", utloggad);
})();
