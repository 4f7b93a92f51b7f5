/* A button that copies what a field holds, and says so. Without it one copies by hand. */
"use strict";

(() => {
  for (const knapp of document.querySelectorAll("[data-kopiera]")) {
    const falt = document.getElementById(knapp.dataset.kopiera);
    const besked = document.querySelector("[data-kopierad]");
    knapp.hidden = false;
    knapp.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(falt.value);
        besked.textContent = "Adressen är kopierad.";
      } catch {
        falt.select();
        besked.textContent = "Adressen är markerad: kopiera den.";
      }
    });
  }
})();
