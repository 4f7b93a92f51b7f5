/* Reading by keyboard, and what shows how much there is to the side and below. The pages are all
   there without it. */
"use strict";

(() => {
  const { body } = document;
  const PA = "las:tangenter";

  // --- keys -------------------------------------------------------------------------------------

  const hjalp = document.getElementById("las-tangenter");
  const val = document.getElementById("las-tangenter-pa");
  hjalp.hidden = false;
  val.checked = localStorage.getItem(PA) !== "av";
  val.addEventListener("change", () => localStorage.setItem(PA, val.checked ? "pa" : "av"));

  const lank = (urval) => document.querySelector(urval)?.href;
  const ga = (adress) => adress && location.assign(adress);
  const visaHjalp = () => {
    hjalp.open = !hjalp.open;
    if (hjalp.open) hjalp.querySelector("summary").focus();
  };
  const antecknar = () => document.querySelector("[data-anteckning] textarea")?.focus();

  const PILAR = {
    ArrowRight: () => ga(lank("a[rel=next]")),
    ArrowLeft: () => ga(lank("a[rel=prev]")),
  };
  const TECKEN = {
    j: PILAR.ArrowRight,
    k: PILAR.ArrowLeft,
    n: () => ga(body.dataset.nastaPunkt),
    p: () => ga(body.dataset.forraPunkt),
    i: () => ga(lank(".las-till-innehall")),
    a: antecknar,
    "?": visaHjalp,
  };

  // Where one types, and where the arrows already scroll what is wider than the screen.
  const skrivs = (mal) => mal.closest("input:not([type=checkbox]), textarea, select");
  const rullar = (mal) => mal.closest("[role=region][tabindex]");

  document.addEventListener("keydown", (handelse) => {
    const { key, target } = handelse;
    if (handelse.ctrlKey || handelse.metaKey || handelse.altKey || skrivs(target)) return;
    // With shift the arrows mark text; some keyboards need it for the question mark.
    const pil = handelse.shiftKey ? undefined : PILAR[key];
    const gor = rullar(target) ? undefined : pil ?? (val.checked ? TECKEN[key] : undefined);
    if (!gor) return;
    handelse.preventDefault();
    gor();
  });

  // --- the list of a long annex, which covers what one goes to -------------------------------------

  document.querySelector(".las-innehall")?.addEventListener("click", (handelse) => {
    if (handelse.target.closest("a")) handelse.currentTarget.open = false;
  });

  // --- tables wider than the screen ---------------------------------------------------------------

  const markBreda = () => {
    for (const ram of document.querySelectorAll(".tabellram")) {
      ram.classList.toggle("bred", ram.scrollWidth > ram.clientWidth + 1);
    }
  };
  markBreda();
  window.addEventListener("resize", markBreda);

  // --- the page of a long annex -------------------------------------------------------------------

  const sidnr = document.getElementById("las-sidnr");
  const stallen = document.querySelectorAll("[data-stalle], .las-dokument > section[id]");
  const synliga = new Set();
  const visa = (stalle) => {
    if (sidnr && stalle.dataset.stalle) {
      sidnr.textContent = `, sida ${stalle.dataset.stalle} av ${sidnr.dataset.antal}`;
    }
    const namn = stalle.dataset.stalle ?? stalle.id;
    document.dispatchEvent(new CustomEvent("las:stalle", { detail: namn }));
  };
  // What crosses a line a third of the way down is what is read.
  const oga = new IntersectionObserver(
    (poster) => {
      poster.forEach((post) => synliga[post.isIntersecting ? "add" : "delete"](post.target));
      const [forst] = [...stallen].filter((ett) => synliga.has(ett));
      if (forst) visa(forst);
    },
    { rootMargin: "-33% 0px -66% 0px" },
  );
  stallen.forEach((ett) => oga.observe(ett));
})();
