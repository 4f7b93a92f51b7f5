/* The contents, kept since before: what has been read since is told from what waits to be sent. */
"use strict";

(() => {
  const { lasare, mote } = document.body.dataset;
  const rad = JSON.parse(localStorage.getItem(`las:${lasare}:plats:${mote}`) ?? "null");
  if (!rad?.skickas) return;

  const borja = document.querySelector(".las-borja a");
  if (borja) {
    borja.href = rad.adress;
    borja.querySelector(".las-riktning").textContent = "Fortsätt där du var";
    borja.querySelector(".las-mal").textContent = rad.text;
  }

  const marke = (text) => {
    const className = text === "Läst" ? "las-last" : "las-paborjad";
    return Object.assign(document.createElement("span"), { className, textContent: text });
  };
  for (const nyckel of rad.lasta) {
    document.getElementById(`punkt-${nyckel}`)?.setAttribute("data-oppnad", "");
  }
  for (const nyckel of rad.bilagor ?? []) {
    const bilaga = document.getElementById(`bilaga-${nyckel}`);
    if (bilaga && !bilaga.querySelector(".las-last")) bilaga.append(" ", marke("Läst"));
  }
  // An item is read when it and all its annexes are opened: as styrelse/calculations/lasframsteg.py.
  let lasta = 0;
  for (const punkt of document.querySelectorAll(".las-rad")) {
    const bilagor = [...punkt.querySelectorAll(".las-bilagor li")];
    const sidor = ["oppnad" in punkt.dataset, ...bilagor.map((ett) => Boolean(ett.querySelector(".las-last")))];
    const om = punkt.querySelector(".las-om");
    om.querySelector(".las-last, .las-paborjad")?.remove();
    if (sidor.some(Boolean)) om.append(marke(sidor.every(Boolean) ? "Läst" : "Påbörjad"));
    if (sidor.every(Boolean)) lasta += 1;
  }
  document.getElementById("las-lasta").textContent = lasta;
})();
