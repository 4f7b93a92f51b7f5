/* The reader's own: notes and place. What is written is kept in the browser first, under the
   reader's key, and sent as soon as the server can be reached. */
"use strict";

(() => {
  const { lasare, mote, offline, plats, lasplats, punkt, bilaga } = document.body.dataset;
  const VILA = 800;
  const EGET = `las:${lasare}:`;

  const las = (plats_) => JSON.parse(localStorage.getItem(plats_) ?? "null");
  const skriv = (plats_, rad) => localStorage.setItem(plats_, JSON.stringify(rad));
  const egna = (slag) =>
    Object.keys(localStorage).filter((namn) => namn.startsWith(`${EGET}${slag}:`));

  class Utloggad extends Error {}
  class Avvisad extends Error {}
  class Utbytt extends Error {}

  // Another has logged in since this page was shown: nothing of it may be sent as theirs.
  let utbytt = false;
  const annan = () => {
    utbytt = true;
    window.location.reload();
    return new Utbytt();
  };

  const utloggad = () => {
    document.dispatchEvent(new CustomEvent("las:utloggad"));
    return new Utloggad();
  };

  // --- sending ------------------------------------------------------------------------------------

  let nyckel = document.querySelector("[name=csrfmiddlewaretoken]")?.value;
  const hamtaNyckel = async () => {
    const svar = await fetch(offline, { headers: { Accept: "application/json" } });
    if (svar.redirected) throw utloggad();
    if (!svar.ok) throw new Error(`${svar.status}`);
    const lista = await svar.json();
    if (lista.lasare !== lasare) throw annan();
    nyckel = lista.nyckel;
  };

  // A kept page may hold the key of an earlier login: then a new one is asked for, once.
  let gar = false;
  window.addEventListener("pagehide", () => (gar = true), { capture: true });
  window.addEventListener("pageshow", () => (gar = false));
  const sand = async (adress, data, igen = true) => {
    if (utbytt) throw new Utbytt();
    if (!nyckel) await hamtaNyckel();
    const kropp = new URLSearchParams({ ...data, lasare, csrfmiddlewaretoken: nyckel });
    const svar = await fetch(adress, {
      method: "POST",
      body: kropp,
      headers: { Accept: "application/json" },
      keepalive: gar,
    });
    if (svar.redirected) throw utloggad();
    if (svar.status === 403 && igen) {
      nyckel = undefined;
      return sand(adress, data, false);
    }
    if (svar.status === 409) throw annan();
    if (svar.status === 400) throw new Avvisad((await svar.json()).fel.join(" "));
    if (!svar.ok) throw new Error(`${svar.status}`);
    return svar.status === 204 ? null : svar.json();
  };

  // --- the note on this page -----------------------------------------------------------------------

  const form = document.querySelector("[data-anteckning]");
  const falt = form?.elements.text;
  const lage = form?.querySelector(".las-sparlage");
  const har = form && `${EGET}anteckning:${mote}:${form.dataset.anteckning}`;
  const sag = (text, namn = har) => {
    if (form && namn === har) lage.textContent = text;
  };
  const vax = () => {
    falt.style.height = "auto";
    falt.style.height = `${falt.scrollHeight + 4}px`;
  };
  const INTE_SKICKAD = "Sparad på den här enheten. Skickas när det finns nät.";
  const UTLOGGAD = "Sparad på den här enheten. Logga in, så skickas den.";

  // What comes back replaces what is in the field only if nothing has been typed meanwhile.
  const tagEmot = (namn, rad, svar) => {
    const nu = las(namn);
    const orord = nu.text === rad.text;
    const text = orord ? svar.text : nu.text;
    // Once sent it is the server's to keep: nothing of it lies readable on the device.
    if (orord) localStorage.removeItem(namn);
    else skriv(namn, { ...nu, text, bas: svar.version });
    if (namn !== har) return;
    form.elements.bas.value = svar.version;
    if (orord && falt.value !== svar.text) {
      falt.value = svar.text;
      vax();
    }
  };

  const pagar = new Set();
  const skicka = async (namn) => {
    const rad = las(namn);
    if (!rad?.skickas || pagar.has(namn)) return;
    pagar.add(namn);
    sag("Sparar …", namn);
    try {
      const svar = await sand(rad.adress, { text: rad.text, bas: rad.bas });
      tagEmot(namn, rad, svar);
      sag(svar.krock ? "Sparad. Du hade skrivit på en annan enhet också: båda texterna är kvar." : "Sparad", namn);
      document.dispatchEvent(new CustomEvent("las:andrat", { detail: rad.adress }));
    } catch (fel) {
      const text = fel instanceof Avvisad ? fel.message : fel instanceof Utloggad ? UTLOGGAD : INTE_SKICKAD;
      sag(text, namn);
      return;
    } finally {
      pagar.delete(namn);
    }
    if (las(namn)?.skickas) await skicka(namn);
  };

  if (form) {
    const bas = () => form.elements.bas.value;
    const minns = () => {
      const rad = { text: falt.value, bas: bas(), adress: form.action, skickas: true };
      skriv(har, { ...las(har), ...rad });
    };
    const kvar = las(har);
    // Words that have not been sent yet come before those of the page.
    if (kvar?.skickas) {
      falt.value = kvar.text;
      form.elements.bas.value = kvar.bas;
    }
    vax();
    let vila;
    falt.addEventListener("input", () => {
      minns();
      vax();
      sag("Skriver …");
      clearTimeout(vila);
      vila = setTimeout(() => skicka(har), VILA);
    });
    form.addEventListener("submit", (handelse) => {
      handelse.preventDefault();
      minns();
      skicka(har);
    });
    window.addEventListener("pagehide", () => navigator.onLine && skicka(har));
    form.classList.add("las-autospar");
  }

  // --- where the reader is ---------------------------------------------------------------------------

  const platsen = `${EGET}plats:${mote}`;
  let stalle = "";
  let sagt = false;
  const sparaPlats = async () => {
    const rad = las(platsen);
    if (!rad?.skickas) return;
    try {
      const lasta = { lasta: rad.lasta.join(","), bilagor: (rad.bilagor ?? []).join(",") };
      await sand(lasplats, { plats: rad.plats, ...lasta });
      if (las(platsen)?.plats === rad.plats) localStorage.removeItem(platsen);
      if (!sagt) document.dispatchEvent(new CustomEvent("las:last"));
      sagt = true;
    } catch {
      // It is kept, and goes with the next.
    }
  };
  const antecknaPlats = () => {
    const kvar = las(platsen);
    const lasta = new Set([...(kvar?.lasta ?? []), ...(bilaga ? [] : [punkt])]);
    const bilagor = new Set([...(kvar?.bilagor ?? []), ...(bilaga ? [bilaga] : [])]);
    skriv(platsen, {
      plats: stalle ? `${plats}/${stalle}` : plats,
      adress: `${location.pathname}${stalle ? `#${/^\d+$/.test(stalle) ? "sida-" : ""}${stalle}` : ""}`,
      text: document.querySelector("h1").textContent.trim().replace(/\s+/g, " "),
      lasta: [...lasta],
      bilagor: [...bilagor],
      skickas: true,
    });
    return sparaPlats();
  };
  if (plats) {
    let vila = setTimeout(antecknaPlats, 2 * VILA);
    document.addEventListener("las:stalle", (handelse) => {
      stalle = handelse.detail;
      clearTimeout(vila);
      vila = setTimeout(antecknaPlats, 2 * VILA);
    });
  }

  // --- what was written without net ---------------------------------------------------------------------

  const skickaAllt = async () => {
    for (const namn of egna("anteckning")) await skicka(namn);
    await sparaPlats();
  };
  window.addEventListener("online", skickaAllt);
  document.addEventListener("visibilitychange", () => document.hidden || skickaAllt());
  skickaAllt();
})();
