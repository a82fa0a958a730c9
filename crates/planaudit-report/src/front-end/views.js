// The two views the script composes: all answers of a document, all documents on a question.

/** A list to choose from, with a step back and a step on. */
function picker(name, label, options, chosen, go) {
  const position = options.findIndex(([index]) => index === chosen);
  const select = make("select", { id: `pick-${name}`, change: () => go(Number(select.value)) },
    options.map(([index, text]) => make("option", { value: index, selected: index === chosen }, text)));
  const step = (by, text) => make("button", {
    type: "button", disabled: options[position + by] === undefined, click: () => go(options[position + by][0]),
  }, text);
  return make("div", { class: "picker" }, make("label", { for: `pick-${name}` }, label), select, step(-1, "‹ Previous"), step(1, "Next ›"));
}

/** The options a picker offers: those that pass the filters, and the one chosen. */
function offered(list, test, chosen, name) {
  return passing(list, (index) => index === chosen || test(index)).map((index) => [index, name(list[index])]);
}

function tallyOf(answers) {
  const counts = new Map();
  for (const answer of answers) {
    if (answer.state === "unasked") continue;
    const known = counts.get(answer.state) ?? { answer: { ...answer, fragile: false }, count: 0 };
    known.count += 1;
    counts.set(answer.state, known);
  }
  const words = { found: ["#", "Options found"], option: ["Ab", "One option"] };
  return make("ul", { class: "counts" }, [...counts.values()].sort((one, other) => other.count - one.count).map(({ answer, count }) => {
    const [letter, name] = words[answer.state] ?? [answer.letter, answer.words];
    return make("li", {}, tile({ ...answer, letter, words: name }), `${name}: ${count}`);
  }));
}

/** All answers of one document. */
function showDocument(view, chosen, go) {
  const entry = data.documents[chosen];
  if (!entry) return view.replaceChildren(make("p", { class: "empty" }, "No documents were read."));
  const about = [entry.kind_words, entry.edition, entry.pages ? counted(entry.pages, "page") : entry.format, counted(entry.words, "word"), entry.pages ? `${entry.readable} % readable` : null];
  const head = make("div", { class: "about" },
    make("h2", {}, entry.name), entry.title && entry.title !== entry.name && make("p", {}, entry.title),
    make("p", { class: "path" }, entry.path), make("p", {}, about.filter(Boolean).join(" · ")),
    entry.unreadable && make("p", { class: "warning" }, `Not readable: pages ${entry.unreadable}`), tallyOf(entry.answers));
  const sheet = make("div", { class: "sheet" });
  let count = 0;
  for (const theme of themesInOrder()) {
    const questions = theme.questions.filter((index) => {
      const answer = answerOf(entry, index);
      return answer.state !== "unasked" && questionPasses(index) && answerPasses(answer);
    });
    if (!questions.length) continue;
    count += questions.length;
    sheet.append(make("h3", {}, theme.title), ...questions.map((index) => foldedAnswer(entry, index)));
  }
  if (!count) sheet.append(make("p", { class: "empty" }, "No answer passes the filters."));
  const openAll = make("button", { type: "button", click: () => { for (const box of sheet.querySelectorAll(".answer")) box.open = true; } }, "Open all");
  const pick = picker("document", "Document", offered(data.documents, documentPasses, chosen, (each) => each.name), chosen, go);
  pick.append(openAll);
  view.replaceChildren(pick, head, sheet);
  tell(count, null);
}

/** An answer that unfolds; what is inside is composed when it does. */
function foldedAnswer(entry, index) {
  const answer = answerOf(entry, index);
  const question = data.questions[index];
  const box = make("details", { class: "answer" },
    make("summary", {}, tile(answer), make("span", { class: "asks" }, question.asks), make("span", { class: "in-words" }, answer.words)));
  box.addEventListener("toggle", () => {
    if (!box.open || box.children.length > 1) return;
    box.append(...[verdictOf(answer), guideOf(question), bodyOf(entry, answer), make("p", { class: "more" }, citeLink(entry, index))].filter(Boolean));
  });
  return box;
}

/** A link that cites one answer. */
function citeLink(entry, index) {
  return make("a", { href: answerAddress(entry, index) }, "Link to this answer");
}

/** All documents on one question. */
function showQuestion(view, chosen, go) {
  const question = data.questions[chosen];
  if (!question) return view.replaceChildren(make("p", { class: "empty" }, "The rubric has no questions."));
  const asked = passing(data.documents, (index) => {
    const answer = answerOf(data.documents[index], chosen);
    return answer.state !== "unasked" && documentPasses(index) && answerPasses(answer);
  });
  const answers = asked.map((index) => answerOf(data.documents[index], chosen));
  const theme = data.themes.find((each) => each.id === question.theme)?.title;
  const head = make("div", { class: "about" }, make("h2", {}, question.asks),
    make("p", {}, [theme, question.id, STATUS_WORDS[question.status]].filter(Boolean).join(" · ")), guideOf(question), tallyOf(answers));
  const blocks = document.querySelector(`#s${chosen} .blocks`)?.cloneNode(true);
  for (const table of blocks?.querySelectorAll("table") ?? []) table.hidden = false;
  const national = blocks && make("details", { class: "guide" }, make("summary", {}, "Counts beside the published figures"), blocks);
  const table = make("table", { class: "list side" },
    make("thead", {}, make("tr", {}, ["Document", "Answer", "Best passage"].map((name) => make("th", { scope: "col" }, name)))),
    make("tbody", {}, asked.map((index) => sideRow(data.documents[index], chosen))));
  const list = asked.length ? make("div", { class: "scroll" }, table) : make("p", { class: "empty" }, "No document passes the filters.");
  const pick = picker("question", "Question", offered(data.questions, questionPasses, chosen, (each) => each.asks), chosen, go);
  view.replaceChildren(...[pick, head, national, list].filter(Boolean));
  tell(null, asked.length);
}

function sideRow(entry, index) {
  const answer = answerOf(entry, index);
  const best = answer.evidence?.[0];
  const miss = answer.near?.[0];
  const found = answer.people?.map((person) => [person.name, person.role].filter(Boolean).join(", ")) ?? answer.options ?? [];
  const more = (answer.evidence?.length ?? 0) - 1;
  return make("tr", {},
    make("th", { scope: "row" }, entry.label, make("small", {}, `${entry.kind_words} ${entry.edition}`)),
    make("td", {}, make("a", { class: "line", href: answerAddress(entry, index), "data-stay": true }, tile(answer), answer.words),
      found.length > 0 && make("small", {}, found.join("; "))),
    make("td", {}, best ? evidenceOf(entry, best) : miss ? nearOf(entry, miss) : make("span", { class: "empty" }, "Searched and not found."),
      more > 0 && make("small", {}, make("a", { href: answerAddress(entry, index), "data-stay": true }, `and ${more} more`))));
}

/** Themes with the positions of their questions, in report order. */
function themesInOrder() {
  const groups = data.themes.map((theme) => ({ ...theme, questions: [] }));
  data.questions.forEach((question, index) => {
    let group = groups.find((each) => each.id === question.theme);
    if (!group) groups.push(group = { id: question.theme, title: question.theme || "Other questions", questions: [] });
    group.questions.push(index);
  });
  return groups;
}
