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

  // Outcomes: the first that begins with the letter; pressed again, the next one.
  const utfall = (radio, tecken) => {
    const traffar = grupp(radio).filter((ett) => {
      return ett.labels[0].textContent.trim().toLowerCase().startsWith(tecken);
    });
    const val = traffar[traffar.findIndex((ett) => ett.checked) + 1] ?? traffar[0];
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

  // Where the pressed button went with what was fetched anew, focus stays in its section.
  document.addEventListener("htmx:afterSettle", ({ detail }) => {
    if (document.activeElement !== document.body || !detail.target?.id) return;
    const del = document.getElementById(detail.target.id);
    del?.querySelector(".rostknapp, summary")?.focus();
  });

  document.addEventListener("keydown", (handelse) => {
    if (tangent(handelse)) handelse.preventDefault();
  });
})();
