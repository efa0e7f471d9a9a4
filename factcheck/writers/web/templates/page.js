"use strict";
(() => {
  const cards = () => [...document.querySelectorAll(".card")];
  const say = (words) => { document.getElementById("said").textContent = words; };
  let at = -1;

  function lit(card) {
    for (const each of document.querySelectorAll(".here")) each.classList.remove("here");
    if (!card) return;
    card.classList.add("here");
    for (const mark of document.querySelectorAll("mark[data-cards]")) {
      if (mark.dataset.cards.split(" ").includes(card.id)) mark.classList.add("here");
    }
  }

  function go(step) {
    const all = cards();
    if (!all.length) return;
    at = Math.min(all.length - 1, Math.max(0, at + step));
    lit(all[at]);
    all[at].focus({ preventScroll: true });
    (document.querySelector("mark.here") || all[at]).scrollIntoView({ block: "center" });
    say(`${at + 1} of ${all.length}`);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
  });
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark[data-cards]");
    const card = mark ? document.getElementById(mark.dataset.cards.split(" ")[0]) : event.target.closest(".card");
    if (card) lit(card);
  });

  for (const table of document.querySelectorAll(".worksheet table")) saveAsCsv(table);
})();
