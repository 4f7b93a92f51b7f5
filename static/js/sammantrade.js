/* The sitting by keyboard: letters answer, Ctrl+Enter goes on, Alt with arrows changes item. */
"use strict";

(() => {
  const grupp = (radio) => [...document.getElementsByName(radio.name)];
  const narvaro = { p: "plats", d: "distans", f: "" };

  // Attendance: the letter answers for one and goes on to the next.
  const anteckna = (radio, tecken) => {
    if (!(tecken in narvaro)) return false;
    const val = grupp(radio).find((ett) => ett.value === narvaro[tecken]);
    const rader = [...document.querySelectorAll(".narvarorad")];
    const nasta = rader[rader.indexOf(radio.closest(".narvarorad")) + 1];
    valj(val);
    (nasta?.querySelector("input:checked") ?? val).focus();
    return true;
  };

  // Outcomes: the first that begins with the letter, and again the next one.
  const utfall = (radio, tecken) => {
    const alla = grupp(radio);
    const har = alla.findIndex((ett) => ett.checked);
    const ordning = [...alla.slice(har + 1), ...alla.slice(0, har + 1)];
    const val = ordning.find((ett) => ett.labels[0].textContent.trim().toLowerCase().startsWith(tecken));
    if (!val) return false;
    valj(val);
    val.focus();
    return true;
  };

  const valj = (radio) => {
    if (radio.checked) return;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const ga = (vart) => {
    const lank = document.querySelector(`[data-${vart}]`);
    lank?.click();
    return Boolean(lank);
  };

  const vidare = () => {
    const knapp = document.querySelector("[data-vidare]") ?? document.querySelector("#behandling button");
    knapp?.click();
    return Boolean(knapp);
  };

  const bokstav = (radio, tecken) => {
    if (radio.closest(".narvarorad")) return anteckna(radio, tecken);
    return Boolean(radio.closest(".utfall")) && utfall(radio, tecken);
  };

  const tangent = ({ key, target, ctrlKey, metaKey, altKey }) => {
    if ((ctrlKey || metaKey) && key === "Enter") return vidare();
    if (altKey && key === "ArrowDown") return ga("nasta");
    if (altKey && key === "ArrowUp") return ga("forra");
    if (ctrlKey || metaKey || altKey) return false;
    const svarar = target.matches?.("input[type=radio]") && /^\p{L}$/u.test(key);
    return Boolean(svarar) && bokstav(target, key.toLowerCase());
  };

  document.addEventListener("keydown", (handelse) => {
    if (tangent(handelse)) handelse.preventDefault();
  });
})();
