/* The service worker of the reading view: keeps each reader's packs in a store of their own, and
   gives a page from there when the net does not. Nobody is given what another has read. */
"use strict";

const VEM = "las-vem";
const VERSION = "/las-version";
// The last day that what is kept may be given without the server having been met again.
const TILL = "/las-till";
const OM_LAGRET = new Set([VERSION, TILL]);
const SIDA = /\/moten\/(\d+)\/las\//;
// Named by their content, or never changed once sent: what is kept is right for good.
const EVIG = /\.webp$|\.[0-9a-f]{12}\.\w+$/;
const TALAMOD = 5000;
const SAMTIDIGA = 3;
const FORSOK = 5;
// The pack's version when the page was kept, and what says to the server that nobody looks.
const AV = "X-Las-Version";
const BAKGRUND = { "X-Bakgrund": "1" };
const HITTA = { ignoreSearch: true, ignoreVary: true };

const lager = (lasare, mote) => `las:${lasare}:${mote}`;
const ord = async (cache, namn) => (await cache.match(namn))?.text();
const idag = () => {
  const nu = new Date();
  return new Date(nu - nu.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};
const utgangen = (till) => !till || idag() > till;

// --- whose the device is ------------------------------------------------------------------------

const vem = async () => {
  const rad = await (await caches.open(VEM)).match("/vem");
  return rad ? rad.text() : "";
};

// Another reader has come: what the one before had kept goes.
const ar = async (lasare) => {
  if (lasare === (await vem())) return;
  for (const namn of await caches.keys()) {
    if (namn.startsWith("las:") && !namn.startsWith(`las:${lasare}:`)) await caches.delete(namn);
  }
  await (await caches.open(VEM)).put("/vem", new Response(lasare));
};

// What the server has not been asked about for so long that it may not be read any more goes.
const glomUtgangna = async () => {
  for (const namn of await caches.keys()) {
    if (!namn.startsWith("las:")) continue;
    const cache = await caches.open(namn);
    const till = await ord(cache, TILL);
    // One that is just being begun has its day first of all.
    if (!utgangen(till) || !(await cache.keys()).length) continue;
    await caches.delete(namn);
    const [, , mote] = namn.split(":");
    if (till) await beratta({ typ: "utgatt", mote, till });
  }
};

const sparad = async (adress) => {
  const lasare = await vem();
  if (!lasare) return undefined;
  await glomUtgangna();
  for (const namn of await caches.keys()) {
    if (!namn.startsWith(`las:${lasare}:`)) continue;
    const svar = await (await caches.open(namn)).match(adress, HITTA);
    if (svar) return svar;
  }
  return undefined;
};

const glom = (lasare, mote) => caches.delete(lager(lasare, mote));

// The login has ended: pages that show the reader's notes do not lie open to whoever comes next.
const glomAllt = async () => {
  for (const namn of await caches.keys()) if (namn.startsWith("las")) await caches.delete(namn);
};
const tillInloggning = (svar) => svar.redirected || svar.type === "opaqueredirect";

// --- answering ------------------------------------------------------------------------------------

// Never a redirect (to the login), never a fault: only the reader's own page.
const minns = async (adress, svar, mote) => {
  const lasare = svar.headers.get("X-Lasare");
  if (!svar.ok || svar.redirected || !lasare) return;
  await ar(lasare);
  const cache = await caches.open(lager(lasare, mote));
  await cache.put(TILL, new Response(svar.headers.get("X-Las-Till")));
  await cache.put(adress, svar);
};

const fran_natet = async (request, mote) => {
  const svar = await fetch(request);
  if (tillInloggning(svar)) await glomAllt();
  if (svar.status === 404 || svar.status === 403) {
    const cache = await caches.open(lager(await vem(), mote));
    await cache.delete(request.url, HITTA);
  }
  return svar;
};

const saknas = () =>
  new Response(
    `<!doctype html><html lang="sv"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Utan nät</title>
<h1>Sidan är inte sparad på den här enheten</h1>
<p>Det finns inget nät just nu. Gå tillbaka, eller försök igen när nätet är där.</p>
<p>Det som har sparats för läsning utan nät tas bort när enheten inte har haft kontakt med servern
på länge, när den når servern sedan inloggningen har gått ut, och när du loggar ut. Det sparas igen när
du öppnar handlingarna med nät.</p></html>`,
    { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } },
  );

const sida = async (handelse, url, mote) => {
  const pa_natet = fran_natet(handelse.request, mote);
  const sparas = pa_natet.then((svar) => minns(url.pathname, svar.clone(), mote));
  handelse.waitUntil(sparas.catch(() => undefined));
  const kvar = await sparad(url.pathname);
  if (!kvar) return pa_natet.catch(saknas);
  const vanta = new Promise((klar) => setTimeout(klar, TALAMOD, kvar));
  const basta = pa_natet.then((svar) => (svar.status >= 500 ? kvar : svar), () => kvar);
  return Promise.race([basta, vanta]);
};

const del = async (request) => {
  const evig = EVIG.test(new URL(request.url).pathname);
  const kvar = evig ? await sparad(request.url) : undefined;
  if (kvar) return kvar;
  try {
    return await fetch(request);
  } catch (fel) {
    const reserv = await sparad(request.url);
    if (reserv) return reserv;
    throw fel;
  }
};

self.addEventListener("fetch", (handelse) => {
  const { request } = handelse;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  const [, mote] = SIDA.exec(url.pathname) ?? [];
  if (request.mode === "navigate") {
    if (mote && !url.pathname.endsWith(".pdf")) handelse.respondWith(sida(handelse, url, mote));
  } else if (!url.pathname.endsWith(".json")) {
    handelse.respondWith(del(request));
  }
});

// --- keeping a pack ---------------------------------------------------------------------------------

const beratta = async (data) => {
  const fonster = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  fonster.forEach((ett) => ett.postMessage(data));
};

const markt = (svar, version) => {
  const headers = new Headers(svar.headers);
  headers.set(AV, version);
  return new Response(svar.body, { status: svar.status, headers });
};

// A picture that is being drawn for somebody else is asked for again when the server says.
const fran_servern = async (adress, forsok = FORSOK) => {
  const svar = await fetch(adress, { credentials: "same-origin", headers: BAKGRUND });
  const vanta = Number(svar.headers.get("Retry-After"));
  if (svar.status !== 503 || !vanta || forsok === 1) return svar;
  await new Promise((klar) => setTimeout(klar, vanta * 1000));
  return fran_servern(adress, forsok - 1);
};

const hamta = async (cache, adress, lasare, version) => {
  const svar = await fran_servern(adress);
  if (tillInloggning(svar)) await glomAllt();
  const annans = (svar.headers.get("X-Lasare") ?? lasare) !== lasare;
  if (!svar.ok || svar.redirected || annans) throw new Error(`${adress}: ${svar.status}`);
  await cache.put(adress, markt(svar, version));
};

const gallra = async (cache, adresser) => {
  const kvar = new Set([...adresser, ...OM_LAGRET]);
  for (const request of await cache.keys()) {
    if (!kvar.has(new URL(request.url).pathname)) await cache.delete(request);
  }
};

const pagar = new Map();

const spara = async ({ lasare, mote, version, till, adresser }) => {
  await ar(lasare);
  const cache = await caches.open(lager(lasare, mote));
  await cache.put(TILL, new Response(till));
  const tidigare = await cache.match(VERSION);
  const samma = tidigare && (await tidigare.text()) === version;
  const ko = [...adresser];
  const antal = ko.length;
  let klara = 0;
  const arbeta = async () => {
    for (let adress = ko.shift(); adress; adress = ko.shift()) {
      const kvar = await cache.match(adress, HITTA);
      // What came the last time, when something else did not, is not fetched again.
      const finns = kvar && (samma || EVIG.test(adress) || kvar.headers.get(AV) === version);
      const hamtas = () => hamta(cache, adress, lasare, version).then(() => true, () => false);
      const gick = finns || (await hamtas());
      if (gick) klara += 1;
      if (!finns) await beratta({ typ: "framsteg", mote, klara, antal });
    }
  };
  await Promise.all(Array.from({ length: SAMTIDIGA }, arbeta));
  if (klara === antal) {
    await gallra(cache, adresser);
    await cache.put(VERSION, new Response(version));
  }
  await beratta({ typ: klara === antal ? "klart" : "avbrutet", mote, till, klara, antal });
};

// A page that asks while the pack is being fetched hears of that, and starts nothing of its own.
const spara_en_gang = (data) => {
  const namn = `${lager(data.lasare, data.mote)}:${data.version}`;
  if (!pagar.has(namn)) pagar.set(namn, spara(data).finally(() => pagar.delete(namn)));
  return pagar.get(namn);
};

const lage = async ({ lasare, mote }) => {
  await glomUtgangna();
  if (!(await caches.has(lager(lasare, mote)))) return;
  const cache = await caches.open(lager(lasare, mote));
  if (!(await cache.match(VERSION))) return;
  const antal = (await cache.keys()).length - OM_LAGRET.size;
  await beratta({ typ: "klart", mote, till: await ord(cache, TILL), klara: antal, antal });
};

// What the reader has taken away is not begun anew.
const fornya = async ({ lasare, mote, adresser }) => {
  if (!(await caches.has(lager(lasare, mote)))) return;
  const cache = await caches.open(lager(lasare, mote));
  const version = await ord(cache, VERSION);
  await Promise.allSettled(
    adresser.map((adress) => hamta(cache, adress, lasare, version ?? "")),
  );
};

const UPPDRAG = {
  spara: spara_en_gang,
  lage,
  fornya,
  glom: async ({ lasare, mote }) => {
    await glom(lasare, mote);
    await beratta({ typ: "glomt", mote });
  },
  utloggad: async ({ mote }) => {
    await glomAllt();
    await beratta({ typ: "utloggad", mote });
  },
};

self.addEventListener("message", (handelse) => {
  const uppdrag = UPPDRAG[handelse.data.typ];
  if (uppdrag) handelse.waitUntil(uppdrag(handelse.data).then(glomUtgangna));
});
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (handelse) => handelse.waitUntil(self.clients.claim()));
