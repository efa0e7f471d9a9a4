"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const text = $("text"), marked = $("marked"), cards = $("cards"), tables = $("tables");
  const welcome = cards.innerHTML;
  const AGAIN = 2000; // milliseconds until a desk that did not answer is asked again
  const sizes = CSS.supports("field-sizing", "content"); // the style sheet lets the field grow
  const ticked = new Map(); // what was ticked off and noted, by figure
  let findings = [], at = -1, timer, running, isStale = false, name = "-";

  const say = (words) => { $("said").textContent = words; };
  const state = (words, alarm = false) => {
    $("state").textContent = words;
    $("state").classList.toggle("alarm", alarm);
  };

  async function ask(path, body, options = {}) {
    const sent = typeof body === "string" ? { "Content-Type": "application/json" } : { "Content-Type": "application/octet-stream" };
    const answer = await fetch(path, { method: "POST", body, ...options, headers: { ...sent, ...options.headers } }).catch((fault) => {
      if (fault.name === "AbortError") throw fault;
      throw Object.assign(new Error("the desk does not answer. Is it still running?"), { lost: true });
    });
    const value = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      const words = value.error ? value.error.message : answer.statusText || `status ${answer.status}`;
      throw Object.assign(new Error(words), { lost: answer.headers.has("Retry-After") });
    }
    return value;
  }

  // the draft

  function changed() {
    document.body.classList.add("stale");
    grow();
    clearTimeout(timer);
    timer = setTimeout(check);
  }

  function grow() {
    if (sizes) return;
    text.style.height = "auto";
    text.style.height = `${text.scrollHeight}px`;
  }

  // One draft at a time is under way, so that a fast hand asks no more than the desk can answer; what was typed meanwhile makes
  // its answer stale, and is sent as soon as it is in.
  async function check() {
    if (!text.value.trim()) {
      if (running) running.abort();
      return empty();
    }
    isStale = Boolean(running);
    if (running) return;
    const own = running = new AbortController();
    const asked = { text: text.value, id: name };
    for (const key of ["published", "home", "rate_day"]) asked[key] = $(key).value || null;
    try {
      const sheet = await ask("/desk/check", JSON.stringify(asked), { signal: own.signal });
      if (!isStale) show(sheet);
    } catch (fault) {
      if (fault.name !== "AbortError" && !isStale) unchecked(fault);
    } finally {
      running = undefined;
    }
    if (isStale) check();
  }

  function blank(instead, counts) {
    findings = [];
    keepTicks();
    marked.textContent = tables.textContent = $("found").textContent = "";
    cards.replaceChildren(instead);
    show.cards = tabulate.last = undefined;
    show.to = 0;
    document.body.classList.remove("stale", "lost");
    count(counts);
  }

  function empty() {
    blank(document.createRange().createContextualFragment(welcome), { hedge_count: 0, claim_count: 0 });
    state("");
  }

  // Nothing may look checked that is not: what is shown of an earlier state is dimmed or goes.
  function unchecked(fault) {
    state(`Not checked: ${fault.message}`, true);
    if (fault.lost) {
      document.body.classList.add("lost");
      clearTimeout(timer);
      timer = setTimeout(check, AGAIN);
      return;
    }
    const told = $("failed").content.cloneNode(true);
    told.querySelector(".reason").textContent = fault.message;
    blank(told);
    document.title = `Not checked · ${TITLE}`;
  }

  function show(sheet) {
    const focused = document.activeElement && document.activeElement.closest(".card");
    if (document.activeElement && document.activeElement.closest(".why")) return; // somebody gives a reason: the next check shows
    const kept = focused ? known(findings[number(focused)]) : null;
    findings = sheet.findings;
    marked.innerHTML = sheet.checked_to === null ? `${sheet.marked}\n` : `${sheet.marked}<span class="end"></span>`;
    show.to = sheet.checked_to;
    marksOf.known = new Map();
    for (const mark of marked.querySelectorAll("mark[data-cards]")) {
      for (const id of mark.dataset.cards.split(" ")) marksOf.known.set(id, [...(marksOf.known.get(id) || []), mark]);
    }
    if (show.cards !== sheet.cards) cards.innerHTML = show.cards = sheet.cards;
    $("found").textContent = $("published").value ? "" : sheet.published ? `found: ${sheet.published}` : "not in the draft";
    document.body.classList.remove("stale", "lost");
    for (const card of all()) dress(card);
    count(sheet.counts);
    const again = kept && all().find((card) => known(findings[number(card)]) === kept);
    if (again && again !== document.activeElement) again.focus({ preventScroll: true });
    const open = findings.filter(isOpen).length;
    const checked = `${sheet.checked_to === null ? "Checked" : "Checked in part"}${name === "-" ? "" : ` ${name}`}`;
    const none = findings.length ? "nothing left to decide" : sheet.held ? "no conflict found" : "no check applied";
    state(`${checked}: ${open ? `${open} to decide` : none}`);
    setTimeout(tabulate, 0, sheet.tables); // the marks first
  }

  function tabulate(written) {
    if (tabulate.last === written || !text.value.trim()) return;
    keepTicks();
    tables.innerHTML = tabulate.last = written;
    giveTicks();
    const table = tables.querySelector(".worksheet table");
    if (table) saveAsCsv(table);
  }

  const known = (finding) => finding && JSON.stringify([finding.rule, finding.places.map((place) => [place.label, place.quote])]);
  const marksOf = (card) => marksOf.known.get(card.id) || [];
  const all = () => [...cards.querySelectorAll(".card")];
  const number = (card) => Number(card.id.split("-f")[1]) - 1;
  const isSettled = (finding) => finding.decision && finding.decision.action !== "ask";
  const isOpen = (finding) => !isSettled(finding);

  const TITLE = document.title;
  const plural = (number, noun) => `${number === undefined ? "–" : number.toLocaleString("en")} ${number === 1 ? noun : `${noun.replace(/y$/, "ie")}s`}`;

  function count(counts) {
    const open = (error) => findings.filter((each) => (each.severity === "error") === error && isOpen(each)).length;
    const values = counts ? { conflict: open(true), query: open(false), hedge: counts.hedge_count, claim: counts.claim_count } : {};
    for (const kind of ["conflict", "query", "hedge", "claim"]) {
      const [number, noun] = plural(values[kind], { claim: "figure" }[kind] || kind).split(" ");
      $(`n-${kind}`).textContent = number;
      $(`n-${kind}`).nextElementSibling.textContent = noun;
      $(`n-${kind}`).parentElement.classList.toggle("nil", !values[kind]);
    }
    count.last = counts;
    const told = [values.conflict && plural(values.conflict, "conflict"), values.query && plural(values.query, "query")].filter(Boolean);
    document.title = [...told, TITLE].join(" · ");
  }

  // cards

  const LABELS = { fixed: "What was changed (can be left out)", "no problem": "Why is it no problem?", ask: "The question (can be left out)" };
  const TOLD = { fixed: "Fixed", "no problem": "Not a problem", ask: "Asked the reporter" };
  const STILL = "; this draft still has the old words";

  function dress(card) {
    const finding = findings[number(card)], decision = finding.decision;
    for (const old of card.querySelectorAll(".actions, .why, .decision")) old.remove();
    card.classList.toggle("settled", Boolean(isSettled(finding)));
    for (const mark of marksOf(card)) {
      mark.classList.toggle("settled", mark.dataset.cards.split(" ").every((id) => isSettled(findings[Number(id.split("-f")[1]) - 1])));
    }
    if (decision) card.append(told(card, decision));
    if (isSettled(finding)) return;
    card.append($("actions").content.cloneNode(true));
    card.querySelector(".actions").setAttribute("aria-label", `Decide: ${finding.message}`);
    const form = card.querySelector(".why");
    for (const button of card.querySelectorAll("[data-act]")) {
      button.addEventListener("click", () => (button.dataset.act === "fixed" ? decide(card, "fixed", "") : why(card, button.dataset.act)));
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      decide(card, form.dataset.act, form.querySelector("textarea").value);
    });
    form.querySelector(".cancel").addEventListener("click", () => leave(form));
    form.querySelector("textarea").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); form.requestSubmit(); }
    });
  }

  function told(card, decision) {
    const line = document.createElement("p");
    line.className = "decision";
    const words = [TOLD[decision.action], decision.action === "fixed" && STILL, decision.reason && `: ${decision.reason}`, ` (${[decision.who, decision.at.slice(0, 10)].filter(Boolean).join(", ")})`];
    line.append(words.filter(Boolean).join(""));
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "tool";
    undo.textContent = "Undo";
    undo.addEventListener("click", async () => {
      try {
        await ask("/desk/undo", JSON.stringify({ number: decision.number }));
        findings[number(card)].decision = null;
        settle(card, "Taken back");
      } catch (fault) {
        state(`Not taken back: ${fault.message}`, true);
      }
    });
    line.append(undo);
    return line;
  }

  function why(card, act) {
    const form = card.querySelector(".why");
    if (!form) return;
    form.dataset.act = act;
    form.querySelector("label span").textContent = LABELS[act];
    form.querySelector(".fault").textContent = "";
    form.hidden = false;
    form.querySelector("textarea").focus();
  }

  function leave(form) {
    form.hidden = true;
    form.closest(".card").focus();
    if (document.body.classList.contains("stale")) changed(); // what came while a reason was given was not shown
  }

  async function decide(card, action, reason) {
    const form = card.querySelector(".why");
    if (action === "no problem" && !reason.trim()) {
      form.querySelector(".fault").textContent = "Say why: the next editor will want to know.";
      form.querySelector("textarea").focus();
      return;
    }
    const finding = findings[number(card)];
    try {
      const { decision, ...sent } = finding;
      finding.decision = await ask("/desk/decide", JSON.stringify({ finding: sent, action, reason, who: $("who").value }));
      settle(card, TOLD[action]);
    } catch (fault) {
      why(card, action);
      form.querySelector(".fault").textContent = fault.message;
    }
  }

  function settle(card, words) {
    dress(card);
    count(count.last);
    say(words);
    const next = all().find((each, n) => n > number(card) && isOpen(findings[n]));
    (isSettled(findings[number(card)]) && next || card).focus();
    const open = findings.filter(isOpen).length;
    state(open ? `${open} to decide` : "Nothing left to decide");
    if (document.body.classList.contains("stale")) changed();
  }

  function lit(card) {
    for (const each of document.querySelectorAll(".here")) each.classList.remove("here");
    if (!card) return;
    card.classList.add("here");
    for (const mark of marksOf(card)) mark.classList.add("here");
  }

  function go(step) {
    const list = all();
    if (!list.length) return;
    at = Math.min(list.length - 1, Math.max(0, at + step));
    const card = list[at];
    lit(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
    reveal(marked.querySelector("mark.here"));
    say(`${at + 1} of ${list.length}`);
  }

  function reveal(mark) {
    if (!mark) return;
    const box = mark.getBoundingClientRect();
    if (box.top < 120 || box.bottom > innerHeight - 40) scrollBy({ top: box.top - innerHeight / 3 });
  }

  function toWords(card, place) {
    const words = findings[number(card)].places[place];
    lit(card);
    text.focus({ preventScroll: true });
    text.setSelectionRange(words.start, words.end);
    reveal(marked.querySelector(`[id="${card.id}-${place + 1}"]`) || marked.querySelector("mark.here"));
  }

  cards.addEventListener("click", (event) => {
    const link = event.target.closest(".quotes a");
    if (event.target.id === "example") return example();
    if (!link) return;
    event.preventDefault();
    const card = link.closest(".card");
    toWords(card, Number(link.getAttribute("href").split("-").pop()) - 1);
  });
  cards.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) { at = all().indexOf(card); lit(card); }
  });
  cards.addEventListener("mouseover", (event) => lit(event.target.closest(".card")));
  text.addEventListener("click", () => {
    const caret = text.selectionStart;
    const found = findings.findIndex((each) => each.places.some((place) => place.start <= caret && caret <= place.end));
    if (found < 0) return;
    at = found;
    lit(all()[found]);
    all()[found].scrollIntoView({ block: "nearest" });
  });

  // the worksheet

  function* rows() {
    const seen = new Map();
    for (const row of tables.querySelectorAll(".worksheet tbody tr")) {
      const figure = `${row.cells[1].innerText}|${row.cells[2].innerText}`;
      seen.set(figure, (seen.get(figure) || 0) + 1);
      yield [`${figure}|${seen.get(figure)}`, row.querySelector("[type=checkbox]"), row.querySelector(".note")];
    }
  }

  function keepTicks() {
    for (const [key, box, note] of rows()) if (box.checked || note.value) ticked.set(key, [box.checked, note.value]); else ticked.delete(key);
  }

  function giveTicks() {
    for (const [key, box, note] of rows()) if (ticked.has(key)) [box.checked, note.value] = ticked.get(key);
  }

  // files

  async function open(file) {
    if (!file) return;
    state(`Reading ${file.name}`);
    try {
      const read = await ask("/desk/open", file, { headers: { "X-File-Name": encodeURIComponent(file.name) } });
      name = file.name;
      text.value = read.text;
      $("published").value = read.published || "";
      changed();
    } catch (fault) {
      state(`${file.name} was not read: ${fault.message}`, true);
    }
  }

  $("open").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => { open($("file").files[0]); $("file").value = ""; });
  $("clear").addEventListener("click", () => {
    text.value = $("published").value = $("rate_day").value = "";
    name = "-";
    ticked.clear();
    changed();
    text.focus();
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      if (!event.dataTransfer || ![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      document.body.classList.toggle("dropping", kind === "dragover");
      if (kind === "drop") open(event.dataTransfer.files[0]);
    });
  }

  function example() {
    text.value = "Ferry strike strands passengers on the islands\n\nAbout 420 passengers were stranded on Friday, 2 May 2025, when crews walked out at five ports, "
      + "the ferry company said. Of the 14 boats, 16 stayed in harbour, it added.\n\nThe crossing is 30 miles (58 km) long. "
      + "The company may lose an estimated 2 million euros ($2.2 million) a day, according to its director.";
    $("published").value = "2025-05-03";
    changed();
  }

  // keys

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && typing && !$("help").open) {
      const form = event.target.closest(".why");
      if (form) leave(form); else { at -= at < 0 ? 0 : 1; go(1); if (!all().length) event.target.blur(); }
    }
    if (typing) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "d" && all()[at]) { event.preventDefault(); why(all()[at], "no problem"); }
    else if (event.key === "t") { event.preventDefault(); if (all()[at]) toWords(all()[at], 0); else text.focus(); }
    else if (event.key === "?") $("help").showModal();
  });
  $("help-open").addEventListener("click", () => $("help").showModal());
  text.addEventListener("input", changed);
  for (const key of ["published", "home", "rate_day"]) $(key).addEventListener("input", changed);
  $("facts").addEventListener("submit", (event) => event.preventDefault());
  addEventListener("resize", grow);
  const rest = document.createTextNode("");
  addEventListener("beforeprint", () => { // the field is not printed, and what lies under it ends where the check does
    rest.data = show.to === null ? "" : text.value.slice(show.to);
    marked.append(rest);
  });
  addEventListener("afterprint", () => rest.remove());
  $("known").open = !matchMedia("(max-width: 60rem)").matches;
  if (text.value) changed();
})();
