/* On the page where one logs in: what the reading view kept here of a login that has ended goes.
   Words that were never sent stay, under their writer's key, until their writer is back. */
"use strict";

(() => {
  const vantar = (namn) => {
    try {
      return JSON.parse(localStorage.getItem(namn))?.skickas === true;
    } catch {
      return false;
    }
  };
  for (const namn of Object.keys(localStorage)) {
    if (/^las:[0-9a-f]{16}:/.test(namn) && !vantar(namn)) localStorage.removeItem(namn);
  }
  if (!("caches" in window)) return;
  caches.keys().then((alla) => {
    alla.filter((namn) => namn.startsWith("las")).forEach((namn) => caches.delete(namn));
  });
})();
