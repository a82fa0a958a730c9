// Elements are built, never parsed: what a document says can become text and nothing else.

const data = JSON.parse(document.getElementById("data").textContent);

/** An element with attributes and children; `false`, `null` and `undefined` children are left out. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== false && child != null));
  return element;
}

/** The tile of an answer. */
function tile(answer, tag = "span", attributes = {}) {
  const fragile = answer.fragile ? " fragile" : "";
  return make(tag, { class: `tile ${answer.state}${fragile}`, title: answer.words, ...attributes }, answer.letter);
}

/** `3 passages`, `1 passage`. */
function counted(count, one, several = `${one}s`) {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : several}`;
}

/** A snake-case name in words. */
const spoken = (name) => name.replaceAll("_", " ");

const unassessed = { state: "unassessed", letter: "?", words: "Not assessed" };
const unasked = { state: "unasked", letter: "", words: "Not asked of this kind of document" };

for (const entry of data.documents) {
  entry.byQuestion = new Map(entry.answers.map((answer) => [answer.question, answer]));
}

/** The answer of a document to a question: given, missing, or not asked. */
function answerOf(entry, question) {
  const given = entry.byQuestion.get(question);
  if (given) return given;
  return data.questions[question].kinds.includes(entry.kind) ? unassessed : unasked;
}

/** The part of the address that cites a place in the report. */
function address(place) {
  const parts = Object.entries(place).filter(([, value]) => value != null);
  return "#" + parts.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2F", "/")}`).join("&");
}

/** The address of one answer. */
function answerAddress(entry, question) {
  return address({ document: entry.path, question: data.questions[question].id });
}
