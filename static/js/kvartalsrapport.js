/* Writing a quarterly report: only what has changed is saved, Enter goes on to the next field
   and never sends, and what has not reached the server is kept here until it has. */
"use strict";

(() => {
  const form = document.querySelector("[data-kvartalsrapport]");
  if (!form) return;
  const plats = form.dataset.kvartalsrapport;
  const STYRFALT = new Set(["csrfmiddlewaretoken", "nr", "skribent", "olost", "behall", "ta"]);

  // --- what has changed -------------------------------------------------------------------------

  const nuvarande = () => new Map([...new FormData(form)].filter(([namn]) => !STYRFALT.has(namn)));
  const sparat = nuvarande();
  const andrat = () => new Map([...nuvarande()].filter(([namn, v]) => v !== sparat.get(namn)));
  const styr = (namn) => form.elements[namn]?.value ?? "";
  let skickat = new Map();
  // Fields that the server has refused: they hold somebody's number, and are not saved.
  const avvisade = (var_ = "not-") => {
    const noter = document.querySelectorAll(`.faltnot[id^="${var_}"]:has(.errorlist)`);
    return new Set([...noter].map((ett) => ett.id.replace(var_, "")));
  };
  // A page that was sent whole tells of them at its top.
  avvisade("topp-").forEach((namn) => sparat.delete(namn));

  const satt = (namn, varde) => {
    const falt = form.elements[namn];
    if (falt && !STYRFALT.has(namn)) falt.value = varde;
  };

  const minns = () => {
    // What was refused must not lie in the browser either.
    const nekade = avvisade();
    const varden = [...andrat()].filter(([namn]) => !nekade.has(namn));
    if (!varden.length) return localStorage.removeItem(plats);
    const rad = { nr: styr("nr"), skribent: styr("skribent"), varden };
    return localStorage.setItem(plats, JSON.stringify(rad));
  };

  const hamtaMinnet = () => {
    const rad = JSON.parse(localStorage.getItem(plats) ?? "null");
    const kvar = (rad?.varden ?? []).filter(([namn, v]) => form.elements[namn] && v !== sparat.get(namn));
    if (!kvar.length) return localStorage.removeItem(plats);
    kvar.forEach(([namn, v]) => satt(namn, v));
    // What another has saved since these were typed is told of, not written over.
    form.elements.nr.value = rad.nr;
    form.elements.skribent.value = rad.skribent;
    document.getElementById("aterstallt").hidden = false;
    return htmx.trigger(form, "spara");
  };

  // --- saving -----------------------------------------------------------------------------------

  form.addEventListener("input", minns);
  form.addEventListener("htmx:configRequest", (handelse) => {
    const { formData } = handelse.detail;
    skickat = andrat();
    // Asked about until it is mended, also when it is mended to what was saved before.
    avvisade().forEach((namn) => skickat.set(namn, nuvarande().get(namn)));
    for (const namn of new Set(formData.keys())) {
      if (!STYRFALT.has(namn) && !skickat.has(namn)) formData.delete(namn);
    }
  });
  form.addEventListener("htmx:afterRequest", (handelse) => {
    if (!handelse.detail.successful) return;
    const olosta = new FormData(form).getAll("olost");
    // Nothing refused and nothing new: what was refused is mended to what was saved before.
    if (handelse.detail.xhr.status === 204) {
      avvisade().forEach((namn) => document.getElementById(`not-${namn}`).replaceChildren());
    }
    const osparade = new Set([...olosta, ...avvisade()]);
    skickat.forEach((v, namn) => osparade.has(namn) || sparat.set(namn, v));
    antagAndras();
    minns();
  });
  const visaForbindelse = (bruten) => {
    const rad = document.querySelector("#panel .forbindelse");
    if (rad) rad.hidden = !bruten;
  };
  form.addEventListener("htmx:sendError", () => visaForbindelse(true));
  form.addEventListener("htmx:responseError", (handelse) => {
    // The login was renewed in another window: this page's key is old, what was typed is kept.
    if (handelse.detail.xhr.status === 403) window.location.reload();
  });

  // What is left lies open beside the form; on a phone it is opened by who wants to see it.
  const panel = document.getElementById("panel");
  let oppen = window.matchMedia("(min-width: 60rem)").matches;
  const visaPanel = () => {
    const mer = panel.querySelector("details");
    if (mer) mer.open = oppen;
  };
  panel.addEventListener("htmx:beforeSwap", () => {
    oppen = panel.querySelector("details")?.open ?? oppen;
  });
  panel.addEventListener("htmx:afterSwap", visaPanel);
  visaPanel();

  // --- another's changes ------------------------------------------------------------------------

  const los = (ruta, varde) => {
    const { falt } = ruta.dataset;
    if (varde !== undefined) {
      satt(falt, varde);
      sparat.set(falt, varde);
    }
    ruta.querySelectorAll("input, .annansval").forEach((ett) => ett.remove());
    minns();
  };

  // Where nothing has been typed there is nothing to choose: the other's words are taken, and told.
  function antagAndras() {
    for (const ruta of form.querySelectorAll(".annans:has([name=olost])")) {
      const { falt, varde } = ruta.dataset;
      const orord = nuvarande().get(falt) === sparat.get(falt);
      if (orord && document.activeElement?.name !== falt) los(ruta, varde);
    }
  }

  form.addEventListener("click", (handelse) => {
    const knapp = handelse.target.closest("[name=ta], [name=behall]");
    if (!knapp) return;
    handelse.preventDefault();
    const ruta = knapp.closest(".annans");
    const { falt, varde } = ruta.dataset;
    if (knapp.name === "ta") return los(ruta, varde);
    sparat.delete(falt);
    los(ruta);
    return htmx.trigger(form, "spara");
  });

  // --- keyboard ---------------------------------------------------------------------------------

  const SKRIVFALT = "input:not([type=hidden]), textarea, button[name=vidare]";
  // One stop per field: a group of radio buttons is one.
  const stopp = () => {
    const alla = [...form.querySelectorAll(SKRIVFALT)].filter((e) => e.offsetParent !== null);
    return alla.filter((e) => e.type !== "radio" || e === grupp(e)[0]);
  };
  const grupp = (radio) => [...form.querySelectorAll(`input[name="${CSS.escape(radio.name)}"]`)];
  const ga = (fran, steg) => {
    const alla = stopp();
    const har = alla.indexOf(fran.type === "radio" ? grupp(fran)[0] : fran);
    const mal = alla[har + steg];
    const vald = mal?.type === "radio" ? grupp(mal).find((e) => e.checked) : null;
    (vald ?? mal)?.focus();
    (vald ?? mal)?.select?.();
  };
  const svara = (radio, tecken) => {
    const val = grupp(radio).find((e) => e.labels[0].textContent.trim().toLowerCase().startsWith(tecken));
    if (!val) return false;
    val.checked = true;
    val.focus();
    val.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  };
  // Up and down in a table of counts, as in a spreadsheet.
  const lodratt = (ruta, steg) => {
    const kolumn = ruta.closest("td").cellIndex;
    const rader = [...ruta.closest("table").rows].filter((rad) => rad.cells[kolumn]?.querySelector("input"));
    const rad = rader[rader.indexOf(ruta.closest("tr")) + steg];
    const granne = rad?.cells[kolumn].querySelector("input");
    granne?.focus();
    granne?.select();
    return Boolean(granne);
  };

  // Past the rest of a table, or of what stands under one heading.
  const nastaDel = (fran) => {
    const del = (e) => e.closest("table") ?? e.closest("section");
    const alla = stopp();
    const har = alla.indexOf(fran.type === "radio" ? grupp(fran)[0] : fran);
    const mal = alla.slice(har).find((e) => del(e) !== del(fran));
    (mal?.type === "radio" ? (grupp(mal).find((e) => e.checked) ?? mal) : mal)?.focus();
    return Boolean(mal);
  };

  const tangent = (handelse) => {
    const { key, target, ctrlKey, metaKey, altKey, shiftKey } = handelse;
    if ((ctrlKey || metaKey) && key.toLowerCase() === "s") {
      htmx.trigger(form, "spara");
      return true;
    }
    if (!target.matches?.("input, textarea")) return false;
    if (key === "Enter" && (target.tagName !== "TEXTAREA" || ctrlKey)) {
      ga(target, shiftKey ? -1 : 1);
      return true;
    }
    if (altKey && key === "ArrowDown") return nastaDel(target);
    if (ctrlKey || metaKey || altKey) return false;
    if (target.type === "radio" && /^\p{L}$/u.test(key)) return svara(target, key.toLowerCase());
    const lod = { ArrowUp: -1, ArrowDown: 1 }[key];
    return Boolean(lod) && target.matches("td input") && lodratt(target, lod);
  };
  document.addEventListener("keydown", (handelse) => {
    if (tangent(handelse)) handelse.preventDefault();
  });

  // A link in the panel leads to the control itself, not to where it stands.
  panel.addEventListener("click", (handelse) => {
    const falt = handelse.target.closest("[data-till]")?.dataset.till;
    const kontroll = falt && form.querySelector(`[name="${CSS.escape(falt)}"]`);
    if (!kontroll) return;
    handelse.preventDefault();
    (grupp(kontroll).find((e) => e.checked) ?? kontroll).focus();
    kontroll.closest(".fraga")?.scrollIntoView({ block: "center" });
  });

  document.addEventListener("DOMContentLoaded", hamtaMinnet);
})();
