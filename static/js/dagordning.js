/* Dragging an agenda's items. A drop is the same form as the buttons': the server gives the order
   and the numbers, and says what it did. */
"use strict";

(() => {
  const grupp = (punkt) =>
    [...punkt.parentElement.children].filter(
      (ett) =>
        ("fast" in punkt.dataset || ett.dataset.plats === punkt.dataset.plats) &&
        ett.querySelector(".flytt"),
    );

  const rensa = (rot) => {
    rot.querySelectorAll(".mal-fore, .mal-efter").forEach((ett) => {
      ett.classList.remove("mal-fore", "mal-efter");
    });
  };

  // The item under the pointer, of those that the dragged one may change places with.
  const under = (punkt, y) =>
    grupp(punkt).find((ett) => {
      const ruta = ett.getBoundingClientRect();
      return y >= ruta.top && y <= ruta.bottom;
    });

  const dra = (start, punkt, handtag) => {
    let mal = null;
    handtag.setPointerCapture(start.pointerId);
    punkt.classList.add("dras");
    const ror = (handelse) => {
      rensa(punkt.parentElement);
      mal = under(punkt, handelse.clientY);
      if (!mal || mal === punkt) return;
      const ned = Number(mal.dataset.nummer) > Number(punkt.dataset.nummer);
      mal.classList.add(ned ? "mal-efter" : "mal-fore");
    };
    const slut = (handelse) => {
      handtag.removeEventListener("pointermove", ror);
      handtag.removeEventListener("pointerup", slut);
      handtag.removeEventListener("pointercancel", slut);
      punkt.classList.remove("dras");
      rensa(punkt.parentElement);
      if (handelse.type === "pointercancel" || !mal || mal === punkt) return;
      const form = punkt.querySelector(".flytt");
      form.elements.till.value = mal.dataset.nummer;
      form.requestSubmit(form.querySelector("button:not([name])"));
    };
    handtag.addEventListener("pointermove", ror);
    handtag.addEventListener("pointerup", slut);
    handtag.addEventListener("pointercancel", slut);
  };

  // The handle is for the pointer alone: by keyboard there are the buttons.
  const gorDragbara = () => {
    document.querySelectorAll(".dagordning .punkt:not(.dragbar)").forEach((punkt) => {
      if (!punkt.querySelector(".flytt")) return;
      const handtag = document.createElement("span");
      handtag.className = "handtag";
      handtag.setAttribute("aria-hidden", "true");
      handtag.textContent = "⠿";
      handtag.addEventListener("pointerdown", (handelse) => dra(handelse, punkt, handtag));
      punkt.prepend(handtag);
      punkt.classList.add("dragbar");
    });
  };

  // A clash (409) brings the order that holds, and is shown like any answer.
  document.addEventListener("htmx:beforeSwap", (handelse) => {
    if (handelse.detail.xhr.status === 409) handelse.detail.shouldSwap = true;
  });
  document.addEventListener("htmx:afterSettle", gorDragbara);
  document.addEventListener("DOMContentLoaded", gorDragbara);
})();
