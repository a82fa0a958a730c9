// One answer in full: verdict, reasons, what was missing, passages, near misses.

const SHOWN_AT_FIRST = 6;
const STATUS_WORDS = {
  automatic: "automatic: as good as a careful reader",
  assist: "a person should confirm",
  manual: "a person must answer; the passages are a help",
};
const POPULATION_FROM = {
  sentence: "", nothing: "", run_in: "by its run-in title", lead_in: "by its lead-in", paragraph: "by its paragraph", heading: "by its heading",
};
let guideOpen = false;

/** The decision guide of a question. */
function guideOf(question) {
  const { guide, answer } = question;
  const rows = [
    [answer === "rag" || answer === "flag" ? "Yes" : "What counts", guide.yes],
    ["To some extent", guide.some],
    [answer === "rag" || answer === "flag" ? "No" : "What does not count", guide.no],
  ].filter(([, text]) => text);
  const notes = guide.notes ?? [];
  if (!rows.length && !notes.length) return null;
  const box = make("details", { class: "guide", open: guideOpen },
    make("summary", {}, "How this question is decided"),
    make("dl", {}, rows.map(([term, text]) => [make("dt", {}, term), make("dd", {}, text)]),
      notes.length > 0 && [make("dt", {}, "Where coders hesitate"), notes.map((note) => make("dd", {}, note))]));
  box.addEventListener("toggle", () => { guideOpen = box.open; });
  return box;
}

/** The verdict, its status, and whether it is fragile. */
function verdictOf(answer) {
  return make("p", { class: "verdict" }, tile(answer), make("b", {}, answer.words),
    answer.status && make("span", { class: `note ${answer.status}` }, STATUS_WORDS[answer.status]),
    answer.fragile && make("span", { class: "note fragile" }, "fragile: rests on one passage"));
}

/** Everything below the verdict. */
function bodyOf(entry, answer) {
  const question = data.questions[answer.question];
  const body = make("div", { class: "answer-body" });
  if (!question) {
    body.append(make("p", { class: "searched" }, answer.words + "."));
    return body;
  }
  const section = (title, ...content) => body.append(make("h3", {}, title), ...content);
  const evidence = answer.evidence ?? [];
  const passages = make("div");
  const showPassages = (option) => {
    const wanted = evidence.filter((item) => option === null || item.option === option);
    passages.replaceChildren(...atFirst(wanted, (item, index) => evidenceOf(entry, item, index)));
  };
  if (question.answer === "choice" && question.options.length) section("Options", optionsOf(question, answer, showPassages));
  if (answer.people) section("People", peopleOf(entry, answer));
  if (answer.also) section("Further points", plainList(answer.also));
  if (answer.why) section("Why", plainList(answer.why));
  if (answer.why_not) section("What was missing", plainList(answer.why_not));
  if (evidence.length) {
    showPassages(null);
    section(evidence.length === 1 ? "The passage" : `${counted(evidence.length, "passage")}, best first`, passages);
  } else {
    section("Passages", make("p", { class: "empty" }, "Searched and not found."));
  }
  const near = answer.near ?? [];
  if (near.length) {
    const box = make("details", { class: "guide", open: evidence.length === 0 },
      make("summary", {}, `What came close (${near.length})`));
    const fill = () => { if (box.open && box.children.length === 1) box.append(...atFirst(near, (miss) => nearOf(entry, miss))); };
    box.addEventListener("toggle", fill);
    fill();
    body.append(make("h3", {}, "Near misses"), box);
  }
  body.append(searchedOf(entry));
  if (answer.coders) section(answer.coders.length === 1 ? "Another coder" : "Other coders", ...answer.coders.map((other) => coderOf(answer, other)));
  return body;
}

/** What another coder answered, beside what the rules did. */
function coderOf(answer, other) {
  const people = (other.people ?? []).map((person) => [person.name, person.role].filter(Boolean).join(", "));
  const found = [...(other.options ?? []), ...people];
  const box = make("div", { class: "coder" },
    make("p", { class: "verdict" }, make("b", {}, other.coder), other.words,
      make("span", { class: other.agrees ? "note automatic" : "note manual" }, other.agrees ? "agrees with the rules" : `the rules: ${answer.words}`)));
  if (found.length) box.append(plainList(found));
  if (other.why) box.append(make("p", {}, other.why));
  box.append(...(other.quotes ?? []).map((quote) => make("figure", { class: "passage" },
    make("blockquote", {}, quote.quote),
    make("figcaption", {}, make("p", { class: "where" }, quote.at && make("b", {}, quote.at), quote.at && quote.section && " · ", quote.section)))));
  return box;
}

function plainList(items) {
  return make("ul", { class: "reasons" }, items.map((item) => make("li", {}, item)));
}

/** All options; one that passages support is a button that shows only its own. */
function optionsOf(question, answer, showPassages) {
  const found = answer.options ?? [];
  const all = [...question.options, ...found.filter((option) => !question.options.includes(option))];
  const list = make("ul", { class: "options" });
  const choose = (button, option) => {
    const chosen = button.getAttribute("aria-pressed") === "false";
    for (const other of list.querySelectorAll("button")) other.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-pressed", String(chosen));
    showPassages(chosen ? option : null);
  };
  list.append(...all.map((option) => {
    const met = found.includes(option);
    const passages = (answer.evidence ?? []).filter((item) => item.option === option).length;
    if (!passages) return make("li", { class: met ? "met" : "unmet" }, option, !met && make("span", { class: "unseen" }, " not found"));
    const button = make("button", { type: "button", "aria-pressed": "false", title: `Show only ${counted(passages, "passage")} on this option` },
      option, make("span", {}, String(passages)), !met && make("span", { class: "unseen" }, " not enough"));
    button.addEventListener("click", () => choose(button, option));
    return make("li", { class: met ? "met" : "unmet" }, button);
  }));
  return list;
}

function peopleOf(entry, answer) {
  const heads = ["Person and role", "Organisation and contact", "Where"];
  return make("table", { class: "people" },
    make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, answer.people.map((person) => {
      const item = answer.evidence?.[person.evidence];
      return make("tr", {},
        make("th", { scope: "row" }, person.name || "Nobody named", make("small", {}, person.role)),
        make("td", {}, person.organisation || "–", make("small", {}, person.contact)),
        make("td", {}, item ? entry.passages[item.passage].at || "passage" : ""));
    })));
}

/** The first few of a long row, and a button for the others. */
function atFirst(items, show) {
  const shown = items.slice(0, SHOWN_AT_FIRST).map(show);
  const rest = items.length - shown.length;
  if (rest <= 0) return shown;
  const button = make("button", {
    type: "button", class: "more",
    click: () => {
      const others = items.slice(SHOWN_AT_FIRST).map((item, index) => show(item, index + SHOWN_AT_FIRST));
      button.replaceWith(...others);
      others[0].tabIndex = -1;
      others[0].focus();
    },
  }, `Show ${rest} more`);
  return [...shown, button];
}

/** A quote with the matched words marked. Offsets count code points. */
function markedQuote(text, matched) {
  const characters = Array.from(text);
  const inside = new Array(characters.length).fill(false);
  for (const [start, end] of matched ?? []) inside.fill(true, start, end);
  const quote = make("blockquote");
  for (let from = 0; from < characters.length;) {
    let to = from + 1;
    while (to < characters.length && inside[to] === inside[from]) to += 1;
    const piece = characters.slice(from, to).join("");
    quote.append(inside[from] ? make("mark", {}, piece) : piece);
    from = to;
  }
  return quote;
}

function whereOf(entry, passage, ...after) {
  const path = entry.sections[passage.section] ?? [];
  return make("p", { class: "where" }, passage.at && make("b", {}, passage.at), passage.at && path.length > 0 && " · ", path.join(" › "), ...after);
}

function chipsOf(item) {
  const context = data.contexts[item.context];
  const from = POPULATION_FROM[context.population_from];
  const chips = [
    item.option && ["supports", `supports: ${item.option}`],
    ["", context.population === "unspecified" ? "population not stated" : spoken(context.population) + (from ? `, ${from}` : "")],
    ["", context.commitment === "dated_or_owned_action" ? "action with date or owner" : context.commitment],
    context.hedged && ["caution", "hedged"],
    context.polarity === "negated" && ["caution", "negated"],
    context.time !== "now" && ["", context.time],
    context.zone !== "body" && ["", spoken(context.zone)],
    context.attribution === "other" && ["caution", "another body's"],
    context.attribution === "national" && ["caution", "national policy"],
    !item.solid && ["caution", "loose"],
    item.shared && ["caution", `word for word in ${counted(item.shared.length, "other document")}`],
    ["rule", item.rule],
  ];
  return make("ul", { class: "chips" }, chips.filter(Boolean).map(([kind, words]) =>
    make("li", { class: kind || null, title: kind === "rule" ? "the rule that found it" : words.startsWith("word for word") ? item.shared.join("\n") : null }, words)));
}

function evidenceOf(entry, item, index) {
  const passage = entry.passages[item.passage];
  return make("figure", { class: item.solid ? "passage" : "passage loose", title: index === undefined ? null : `passage ${index + 1}, ${item.id}` },
    markedQuote(passage.quote, item.matched), make("figcaption", {}, whereOf(entry, passage), chipsOf(item)));
}

function nearOf(entry, miss) {
  const passage = entry.passages[miss.passage];
  return make("figure", { class: "passage near" }, markedQuote(passage.quote),
    make("figcaption", {}, whereOf(entry, passage),
      make("p", {}, make("span", { class: "failed" }, miss.rule ? `failed: ${miss.failed}` : miss.failed), miss.rule && ` (rule ${miss.rule})`)));
}

function searchedOf(entry) {
  const extent = entry.pages ? `${counted(entry.pages, "page")}, ${entry.readable} % of them readable` : counted(entry.words, "word");
  const gaps = entry.unreadable ? ` Not readable: ${entry.unreadable}.` : "";
  return make("p", { class: "searched" }, `Searched: ${extent}.${gaps}`);
}
