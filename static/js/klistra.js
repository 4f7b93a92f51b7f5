/* Cells copied in a spreadsheet and pasted into one box of a grid: each goes to its own box, down
   and to the right. What the text means is for the server to say; no amount is read here. */
"use strict";

(() => {
  const FALT = "input:not([type=hidden]), select, textarea";
  const rutor = (rad) => [...rad.querySelectorAll(FALT)];

  // A spreadsheet ends its last row with a line break, and quotes a cell that holds one.
  const celler = (text) =>
    text
      .replace(/\r\n?/g, "\n")
      .replace(/\n$/, "")
      .split("\n")
      .map((rad) => rad.split("\t").map((cell) => cell.trim()));

  const satt = (ruta, varde) => {
    if (ruta.tagName !== "SELECT") {
      ruta.value = varde;
      return true;
    }
    const ord = varde.toLowerCase();
    const val = [...ruta.options].find((ett) => ett.value.toLowerCase() === ord || ett.text.toLowerCase() === ord);
    if (val) ruta.value = val.value;
    return Boolean(val) || !varde;
  };

  const klistra = (handelse) => {
    const forsta = handelse.target.closest?.(FALT);
    const tabell = forsta?.closest("[data-klistra]");
    const text = handelse.clipboardData?.getData("text/plain") ?? "";
    if (!tabell || !/[\t\n]/.test(text.trim())) return;
    handelse.preventDefault();
    const rader = [...tabell.rows].filter((rad) => rutor(rad).length);
    const fran = rader.indexOf(forsta.closest("tr"));
    const kolumn = rutor(rader[fran]).indexOf(forsta);
    let utan = 0;
    let fyllda = 0;
    celler(text).forEach((rad, nr) =>
      rad.forEach((cell, steg) => {
        const ruta = rader[fran + nr] && rutor(rader[fran + nr])[kolumn + steg];
        if (ruta && satt(ruta, cell)) fyllda += 1;
        else if (cell) utan += 1;
      }),
    );
    forsta.dispatchEvent(new Event("input", { bubbles: true }));
    const besked = document.getElementById("klistrat");
    const rest = utan ? ` ${utan} celler fick inte plats eller kändes inte igen.` : "";
    besked.textContent = `Klistrade in ${fyllda} celler.${rest} Inget är sparat än.`;
  };

  // Up, down and Enter as in a spreadsheet: the box in the same column of another row.
  const flytta = (handelse) => {
    const steg = { ArrowUp: -1, ArrowDown: 1, Enter: handelse.shiftKey ? -1 : 1 }[handelse.key];
    const ruta = handelse.target;
    const tabell = ruta.closest?.("[data-klistra]");
    if (!steg || !tabell || ruta.tagName !== "INPUT" || handelse.ctrlKey || handelse.altKey) return;
    const rader = [...tabell.rows].filter((rad) => rutor(rad).length);
    const rad = rader[rader.indexOf(ruta.closest("tr")) + steg];
    const granne = rad && rutor(rad)[rutor(ruta.closest("tr")).indexOf(ruta)];
    handelse.preventDefault();
    granne?.focus();
    granne?.select?.();
  };

  document.addEventListener("paste", klistra);
  document.addEventListener("keydown", flytta);
})();
