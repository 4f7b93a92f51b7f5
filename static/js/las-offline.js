/* Keeps the opened pack on the device, says how far that has come, and when there is more to read.
   The keeping itself is done by las-arbetare.js, which goes on while pages are turned. */
"use strict";

(() => {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  const { mote, lasare, handlingar, offline, arbetare } = document.body.dataset;
  const FEM_MINUTER = 300_000;

  const ruta = document.getElementById("las-nat");
  const text = ruta.querySelector(".las-nat-text");
  const stapel = ruta.querySelector(".las-nat-framsteg");
  const klart = document.getElementById("las-nat-klart");
  const nytt = ruta.querySelector(".las-nat-nytt");
  const glom = ruta.querySelector(".las-nat-glom");

  const visaNat = (finns) => {
    document.documentElement.classList.toggle("utan-nat", !finns);
    for (const lank of document.querySelectorAll("[data-kraver-nat], .las-dokument td a, .las-dokument a.siffra")) {
      if (finns) lank.removeAttribute("aria-disabled");
      else lank.setAttribute("aria-disabled", "true");
    }
  };
  document.addEventListener("click", (handelse) => {
    if (handelse.target.closest("a[aria-disabled=true]")) handelse.preventDefault();
  });

  // --- progress -------------------------------------------------------------------------------------

  const LAGEN = {
    framsteg: ({ klara, antal }) => `Sparas för läsning utan nät: ${klara} av ${antal}`,
    klart: ({ antal, till }) => `Sparat för läsning utan nät till och med ${till}: ${antal} av ${antal}`,
    avbrutet: ({ klara, antal, till }) =>
      `Sparat för läsning utan nät till och med ${till}: ${klara} av ${antal}. Resten hämtas när det går.`,
    glomt: () => "Borttaget från den här enheten. Handlingarna sparas igen när du öppnar dem.",
    utloggad: () =>
      "Borttaget från den här enheten: inloggningen har gått ut. Logga in, så sparas handlingarna igen.",
    utgatt: ({ till }) =>
      `Borttaget från den här enheten: det fick läsas utan nät till och med ${till}. Öppna handlingarna med nät, så sparas de igen.`,
  };
  const visa = (data) => {
    ruta.hidden = false;
    const [fore, efter] = LAGEN[data.typ](data).split(data.till);
    const dag = Object.assign(document.createElement("span"), { className: "las-dag", textContent: data.till });
    text.replaceChildren(fore, ...(efter === undefined ? [] : [dag, efter]));
    stapel.hidden = data.typ !== "framsteg";
    stapel.max = data.antal || 1;
    stapel.value = data.klara || 0;
    glom.hidden = !["klart", "avbrutet"].includes(data.typ);
    if (data.typ === "klart") klart.textContent = "Handlingarna är sparade för läsning utan nät.";
  };
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data.mote !== mote || !LAGEN[data.typ]) return;
    visa(data);
    // What may not be read any more does not stay on the screen either.
    if (data.typ === "utgatt" && document.documentElement.matches(".utan-nat")) location.reload();
  });

  // --- asking the server what there is -----------------------------------------------------------------

  const tillArbetaren = async (data) => {
    const { active } = await navigator.serviceWorker.ready;
    active.postMessage({ mote, lasare, ...data });
  };
  const fraga = async () => {
    const svar = await fetch(offline, { headers: { Accept: "application/json" } });
    // A login that has ended leaves nothing to read behind; unsent words wait in las-eget.js.
    if (svar.redirected) return tillArbetaren({ typ: "utloggad" });
    if (!svar.ok) return;
    const lista = await svar.json();
    if (lista.lasare !== lasare) return;
    nytt.hidden = lista.handlingar === handlingar;
    if (!nytt.hidden) ruta.hidden = false;
    await tillArbetaren({ typ: "spara", version: lista.version, till: lista.till, adresser: lista.adresser });
  };
  const kolla = () => fraga().then(() => visaNat(true), () => {
    visaNat(false);
    return tillArbetaren({ typ: "lage" });
  });

  // A write was answered with the login: nothing is left to read for whoever holds the device.
  document.addEventListener("las:utloggad", () => tillArbetaren({ typ: "utloggad" }));
  glom.addEventListener("click", () => tillArbetaren({ typ: "glom" }));
  // A note has been saved: the kept pages that show it are fetched anew.
  const innehallet = document.querySelector(".las-fot nav a").pathname;
  // What goes together is fetched once.
  const gamla = new Set();
  let vila;
  const fornyaNu = () => {
    clearTimeout(vila);
    if (gamla.size) tillArbetaren({ typ: "fornya", adresser: [...gamla] });
    gamla.clear();
  };
  const fornya = (...adresser) => {
    adresser.forEach((ett) => gamla.add(ett));
    clearTimeout(vila);
    vila = setTimeout(fornyaNu, 400);
  };
  document.addEventListener("las:andrat", ({ detail }) => {
    const sidan = new URL(detail).pathname.replace(/anteckning\/$/, "");
    fornya(sidan, innehallet, `${innehallet}anteckningar/`);
  });
  // A page has been read: the contents, which tell of it, are.
  document.addEventListener("las:last", () => fornya(innehallet));
  window.addEventListener("pagehide", fornyaNu);
  window.addEventListener("online", kolla);
  window.addEventListener("offline", () => visaNat(false));
  document.addEventListener("visibilitychange", () => document.hidden || kolla());
  setInterval(() => document.hidden || kolla(), FEM_MINUTER);

  navigator.serviceWorker.register(arbetare).then(kolla, () => visaNat(navigator.onLine));
})();
