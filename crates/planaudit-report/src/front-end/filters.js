// Filters: which questions, documents and answers are shown. They hold for every view.

const form = document.querySelector(".filters");
const shown = document.querySelector(".shown");

/** The words a text filter is matched against, lower case. */
const questionWords = data.questions.map((question) => `${question.asks} ${question.id} ${question.status}`.toLowerCase());
const documentWords = data.documents.map((entry) => `${entry.name} ${entry.label} ${entry.title} ${entry.path} ${entry.edition}`.toLowerCase());

function value(name) {
  return form.elements[name]?.value.trim().toLowerCase() ?? "";
}

/** Whether each word of a filter stands in the text. */
function holds(text, filter) {
  return filter.split(/\s+/).every((word) => text.includes(word));
}

function questionPasses(index) {
  const theme = form.elements.theme.value;
  return holds(questionWords[index], value("question")) && (!theme || data.questions[index].theme === theme);
}

function documentPasses(index) {
  const kind = value("kind");
  return holds(documentWords[index], value("document")) && (!kind || data.documents[index].kind === kind);
}

function answerPasses(answer) {
  const verdict = form.elements.verdict.value;
  if (!verdict) return true;
  if (verdict === "fragile") return Boolean(answer.fragile);
  if (verdict.startsWith("status:")) return answer.status === verdict.slice(7);
  return answer.state === verdict;
}

/** Offers only the answers that occur. */
function offerVerdicts() {
  const words = {
    yes: "Yes", some: "To some extent", no: "No", found: "Options found", option: "One option", named: "Person named",
    role: "Role without a name", vacant: "Vacant", absent: "No such role", unassessed: "Not assessed",
  };
  const given = data.documents.flatMap((entry) => entry.answers);
  const states = new Set(given.map((answer) => answer.state));
  const select = form.elements.verdict;
  for (const [state, name] of Object.entries(words)) {
    if (states.has(state)) select.append(make("option", { value: state }, name));
  }
  if (given.some((answer) => answer.fragile)) select.append(make("option", { value: "fragile" }, "Fragile"));
  for (const status of ["automatic", "assist", "manual"]) {
    if (given.some((answer) => answer.status === status)) select.append(make("option", { value: `status:${status}` }, `Status: ${status}`));
  }
}

/** The questions and documents that pass, by position. */
const passing = (list, test) => list.map((_, index) => index).filter((index) => test(index));

function filterMatrix() {
  const table = document.querySelector(".matrix");
  const order = [...table.querySelectorAll(".names th")];
  const columns = order.map((head) => Number(head.querySelector("a").hash.slice(2)));
  const any = !form.elements.verdict.value;
  const rows = [];
  const columnHits = columns.map(() => any);
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      if (row.classList.contains("theme")) continue;
      const question = Number(row.cells[0].querySelector("a").hash.slice(2));
      const hits = columns.map((index) => answerPasses(answerOf(data.documents[index], question)));
      const wanted = questionPasses(question);
      const kept = columns.map((index, place) => documentPasses(index) && (any || hits[place]));
      const show = wanted && (any ? columnsAsked(columns, question) : kept.some(Boolean));
      if (show && !any) kept.forEach((hit, place) => { columnHits[place] ||= hit; });
      rows.push({ row, hits, show });
    }
  }
  const visible = columns.map((index, place) => documentPasses(index) && columnHits[place]);
  for (const { row, hits, show } of rows) {
    row.hidden = !show;
    columns.forEach((_, place) => {
      const cell = row.cells[place + 1];
      cell.hidden = !visible[place];
      cell.classList.toggle("dim", !any && !hits[place]);
    });
  }
  order.forEach((head, place) => { head.hidden = !visible[place]; });
  for (const body of table.tBodies) body.hidden = ![...body.rows].some((row) => !row.hidden && !row.classList.contains("theme"));
  for (const group of table.querySelectorAll(".kinds th[data-kind]")) {
    const width = columns.filter((index, place) => visible[place] && data.documents[index].kind === group.dataset.kind).length;
    group.hidden = width === 0;
    group.colSpan = Math.max(width, 1);
  }
  tell(rows.filter(({ show }) => show).length, visible.filter(Boolean).length);
}

/** A question asked of none of the documents in view says nothing. With no kind chosen every question is shown. */
function columnsAsked(columns, question) {
  return !value("kind") || columns.some((index) => documentPasses(index) && answerOf(data.documents[index], question).state !== "unasked");
}

function tell(questions, documents) {
  const parts = [];
  if (questions !== null) parts.push(`${questions} of ${counted(data.questions.length, "question")}`);
  if (documents !== null) parts.push(`${documents} of ${counted(data.documents.length, "document")}`);
  shown.textContent = parts.join(", ");
}

function filterLeads() {
  let count = 0;
  const rows = document.querySelectorAll("#leads tbody tr");
  for (const row of rows) {
    row.hidden = !documentPasses(Number(row.dataset.document)) || !holds(row.textContent.toLowerCase(), value("lead"));
    if (!row.hidden) count += 1;
  }
  shown.textContent = `${count} of ${counted(rows.length, "lead")}`;
}

function filterTargets() {
  let count = 0;
  const rows = document.querySelectorAll("#targets tbody tr");
  for (const row of rows) {
    row.hidden = !documentPasses(Number(row.dataset.document)) || !holds(row.textContent.toLowerCase(), value("target"));
    if (!row.hidden) count += 1;
  }
  shown.textContent = `${count} of ${counted(rows.length, "target")}`;
}

function filterFiles() {
  for (const row of document.querySelectorAll("#files tbody tr")) row.hidden = !documentPasses(Number(row.dataset.document));
  tell(null, passing(data.documents, documentPasses).length);
}

function filterNational() {
  let count = 0;
  for (const article of document.querySelectorAll("#national .tallied")) {
    const tables = [...article.querySelectorAll("table")];
    for (const table of tables) table.hidden = Boolean(value("kind")) && table.dataset.kind !== value("kind");
    article.hidden = !questionPasses(Number(article.id.slice(1))) || tables.every((table) => table.hidden);
    if (!article.hidden) count += 1;
  }
  for (const theme of document.querySelectorAll("#national > section")) theme.hidden = !theme.querySelector(".tallied:not([hidden])");
  tell(count, null);
}
