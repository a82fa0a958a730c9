// Where the reader is: the address after # names the view, the document, the question; everything follows from it.

const views = ["matrix", "document", "question", "leads", "targets", "national", "files"];
const panel = document.getElementById("panel");
const here = { view: "matrix", document: 0, question: 0, open: null };

const documentAt = new Map(data.documents.map((entry, index) => [entry.path, index]));
const questionAt = new Map(data.questions.map((question, index) => [question.id, index]));

/** Reads the address. A document and a question together cite one answer, shown beside the view. */
function read() {
  const place = new URLSearchParams(location.hash.slice(1).replaceAll("+", "%2B"));
  const entry = documentAt.get(place.get("document"));
  const question = questionAt.get(place.get("question"));
  const both = entry !== undefined && question !== undefined;
  here.open = both ? { entry, question } : null;
  if (views.includes(place.get("view"))) here.view = place.get("view");
  else if (!both && entry !== undefined) here.view = "document";
  else if (!both && question !== undefined) here.view = "question";
  else if (!both) here.view = "matrix";
  if (entry !== undefined) here.document = entry;
  if (question !== undefined) here.question = question;
}

/** The address of the view without the panel. */
function viewAddress() {
  if (here.view === "document" && data.documents[here.document]) return address({ document: data.documents[here.document].path });
  if (here.view === "question" && data.questions[here.question]) return address({ question: data.questions[here.question].id });
  return address({ view: here.view });
}

function show() {
  for (const name of views) document.getElementById(name).hidden = name !== here.view;
  for (const link of document.querySelectorAll(".views a")) {
    if (link.dataset.view === here.view) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const label of form.querySelectorAll("label")) label.hidden = !label.dataset.for.split(" ").includes(here.view);
  refresh();
  showPanel();
}

/** Composes the view anew: after a filter, or when the address says so. */
function refresh() {
  const view = document.getElementById(here.view);
  if (here.view === "matrix") filterMatrix();
  if (here.view === "document") showDocument(view, here.document, (index) => { location.hash = address({ document: data.documents[index].path }); });
  if (here.view === "question") showQuestion(view, here.question, (index) => { location.hash = address({ question: data.questions[index].id }); });
  if (here.view === "leads") filterLeads();
  if (here.view === "targets") filterTargets();
  if (here.view === "national") filterNational();
  if (here.view === "files") filterFiles();
}

function showPanel() {
  const { open } = here;
  document.body.classList.toggle("reading", Boolean(open));
  for (const cell of document.querySelectorAll(".tile[aria-current]")) cell.removeAttribute("aria-current");
  panel.hidden = !open;
  if (!open) return;
  const entry = data.documents[open.entry];
  const question = data.questions[open.question];
  const answer = answerOf(entry, open.question);
  const cell = matrixCell(open.entry, open.question);
  cell?.setAttribute("aria-current", "true");
  if (here.view === "matrix") cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
  panel.replaceChildren(
    make("header", {}, pair("question"), pair("document"),
      make("button", { type: "button", class: "close", click: closePanel, "aria-label": "Close the answer" }, "Close")),
    make("p", { class: "whose" }, make("a", { href: address({ document: entry.path }) }, entry.name)),
    make("h2", {}, question.asks),
    make("p", { class: "whose" }, make("a", { href: address({ question: question.id }) }, "All documents on this question")),
    ...[guideOf(question), verdictOf(answer), bodyOf(entry, answer)].filter(Boolean));
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
}

/** A step back and a step on. */
function pair(what) {
  return make("span", { class: "pair" }, what[0].toUpperCase() + what.slice(1), step(what, -1, "‹", `Previous ${what}`), step(what, 1, "›", `Next ${what}`));
}

/** A button to the next answer of the same document, or of the same question. Passes over what is not asked or filtered out. */
function step(what, by, text, label) {
  const { entry, question } = here.open;
  const list = what === "question" ? themesInOrder().flatMap((theme) => theme.questions) : columnOrder();
  const test = (index) => what === "question"
    ? questionPasses(index) && answerOf(data.documents[entry], index).state !== "unasked"
    : documentPasses(index) && answerOf(data.documents[index], question).state !== "unasked";
  let at = list.indexOf(what === "question" ? question : entry) + by;
  while (at >= 0 && at < list.length && !test(list[at])) at += by;
  const target = list[at];
  return make("button", {
    type: "button", disabled: target === undefined, "aria-label": label, title: label,
    click: () => {
      const [nextEntry, nextQuestion] = what === "question" ? [entry, target] : [target, question];
      location.hash = place(nextEntry, nextQuestion);
    },
  }, text);
}

/** The address of an answer, the view staying as it is. */
function place(entry, question) {
  const cited = { document: data.documents[entry].path, question: data.questions[question].id };
  return address(here.view === "matrix" ? cited : { ...cited, view: here.view });
}

function columnOrder() {
  return [...document.querySelectorAll(".matrix .names th a")].map((link) => Number(link.hash.slice(2)));
}

function matrixCell(entry, question) {
  return document.querySelector(`.matrix a[href="#a${entry}-${question}"]`);
}

function closePanel() {
  const { entry, question } = here.open;
  location.hash = viewAddress();
  if (here.view === "matrix") matrixCell(entry, question)?.focus();
}

/** Links of the plain page lead to places the script shows better. */
function follow(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const [, kind, first, second] = /^#([ads])(\d+)(?:-(\d+))?$/.exec(link.hash) ?? [];
  let target = null;
  if (link.dataset.view) {
    here.view = link.dataset.view;
    target = viewAddress();
  } else if (kind === "a") target = place(Number(first), Number(second));
  else if (kind === "d") target = address({ document: data.documents[Number(first)].path });
  else if (kind === "s") target = address({ question: data.questions[Number(first)].id });
  else if (link.dataset.stay !== undefined) target = `${link.hash}&view=${here.view}`;
  if (!target) return;
  event.preventDefault();
  if (kind !== "a" && target === location.hash) show();
  location.hash = target;
}

/** Arrow keys walk the matrix; one cell is in the tab order. */
function walk(event) {
  const cell = event.target.closest?.(".matrix td .tile");
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  if (!cell || !steps[event.key]) return;
  const [down, across] = steps[event.key];
  const rows = [...document.querySelectorAll(".matrix tbody tr:not(.theme)")].filter((row) => !row.hidden && !row.parentElement.hidden);
  let y = rows.indexOf(cell.closest("tr"));
  let x = cell.closest("td").cellIndex;
  for (;;) {
    y += down;
    x += across;
    const next = rows[y]?.cells[x];
    if (!next || x < 1) return;
    const link = !next.hidden && next.querySelector("a.tile");
    if (!link) continue;
    event.preventDefault();
    tabStop(link);
    link.focus();
    link.scrollIntoView({ block: "nearest", inline: "nearest" });
    return;
  }
}

let stop = null;
function tabStop(link) {
  if (stop) stop.tabIndex = -1;
  stop = link;
  if (stop) stop.tabIndex = 0;
}

function nameCell(event) {
  const link = event.target.closest?.(".matrix a.tile");
  if (!link) return;
  tabStop(link);
  const [, entry, question] = /^#a(\d+)-(\d+)$/.exec(link.getAttribute("href"));
  link.setAttribute("aria-label", `${link.title}. ${data.documents[entry].name}. ${data.questions[question].asks}`);
}

function begin() {
  document.documentElement.classList.add("scripting");
  document.getElementById("answers").remove();
  for (const element of document.querySelectorAll(".scripted:not(.view)")) element.hidden = false;
  document.querySelector(".views a").dataset.view = "matrix";
  document.querySelector(".views a[href='#leads']").dataset.view = "leads";
  document.querySelector(".views a[href='#targets']").dataset.view = "targets";
  document.querySelector(".views a[href='#files']").dataset.view = "files";
  for (const link of document.querySelectorAll(".matrix a.tile")) link.tabIndex = -1;
  tabStop(document.querySelector(".matrix a.tile"));
  offerVerdicts();
  document.addEventListener("click", follow);
  document.addEventListener("keydown", walk);
  document.addEventListener("focusin", nameCell);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && here.open) closePanel(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", refresh);
  form.addEventListener("reset", () => setTimeout(refresh));
  addEventListener("hashchange", () => { read(); show(); });
  new ResizeObserver(measure).observe(document.querySelector(".bar"));
  measure();
  read();
  show();
  if (location.hash) document.querySelector(".bar").scrollIntoView();
}

/** What sticks to the top must know how high the bar is. */
function measure() {
  const bar = document.querySelector(".bar");
  const high = getComputedStyle(bar).position === "sticky" ? bar.offsetHeight : 0;
  document.documentElement.style.setProperty("--bar", `${high}px`);
}

begin();
