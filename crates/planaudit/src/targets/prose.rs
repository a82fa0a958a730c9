//! Targets in sentences and list items.

use std::ops::Range;

use planaudit_read::BlockKind;

use super::FoundTarget;
use super::clause::{clauses, gap, word};
use super::cues::Cues;
use super::dates::{dates, printed};
use super::figures::{Figure, Sort, figures};
use super::measure::{Found, group, stated};
use crate::analysis::Analysis;
use crate::assessment::{Amount, Direction};
use crate::context::{Commitment, Time, negated};
use crate::lexicon::ConceptId;
use crate::matcher::Match;

/// What a figure is to its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Where the measure stands now.
    Baseline,
    /// The level to reach.
    Level,
    /// The amount of the change.
    Change,
    /// Something else.
    Other,
}

/// A figure with its role and what introduces it.
struct Placed {
    figure: Figure,
    role: Role,
    /// First token of what introduces it.
    opening: u32,
    bound: Option<Direction>,
}

/// Reads the targets of a passage.
pub(super) fn read(analysis: &Analysis<'_>, cues: &Cues, index: usize, found: &mut Vec<FoundTarget>) {
    let passage = &analysis.passages[index];
    if analysis.matches.any(cues.forecast, &passage.tokens) {
        return;
    }
    let clauses = clauses(analysis, &passage.tokens);
    for number in 0..clauses.len() {
        let reader =
            Reader { analysis, cues, index, clauses: &clauses, number, dates: dates(analysis, cues, &clauses[number]) };
        reader.read(found);
    }
}

/// One clause of a passage.
struct Reader<'a> {
    analysis: &'a Analysis<'a>,
    cues: &'a Cues,
    index: usize,
    clauses: &'a [Range<u32>],
    number: usize,
    dates: Vec<Range<u32>>,
}

impl Reader<'_> {
    fn clause(&self) -> &Range<u32> {
        &self.clauses[self.number]
    }

    fn any(&self, concept: ConceptId) -> bool {
        self.analysis.matches.any(concept, self.clause())
    }

    /// The last match of any of some concepts that begins before a token.
    fn last_before(&self, concepts: &[ConceptId], token: u32) -> Option<Match> {
        let matches = &self.analysis.matches;
        let doing = [self.cues.reach, self.cues.keep, self.cues.provide];
        concepts
            .iter()
            .flat_map(|concept| matches.of(*concept, self.clause()).map(|found| (doing.contains(concept), found)))
            .filter(|(doing, found)| found.start < token && (!doing || self.is_verbal(found)))
            .map(|(_, found)| found)
            .max_by_key(|found| (found.start, found.end))
    }

    fn read(&self, found: &mut Vec<FoundTarget>) {
        let figures = figures(self.analysis, self.clause());
        if !self.is_meant() {
            return;
        }
        let placed: Vec<Placed> = figures.into_iter().map(|figure| self.place(figure)).collect();
        let shared = placed
            .iter()
            .any(|one| matches!(one.role, Role::Level | Role::Change) && one.figure.sort != Sort::Duration);
        let before = found.len();
        for (at, one) in placed.iter().enumerate() {
            let wanted = matches!(one.role, Role::Level | Role::Change);
            // Beside a share or a number, a length of time is part of what is measured.
            if wanted && !(shared && one.figure.sort == Sort::Duration) {
                found.extend(self.target(&placed, at));
            }
        }
        if found.len() == before {
            found.extend(self.in_words());
        }
    }

    /// Whether the clause means something to be reached.
    fn is_meant(&self) -> bool {
        let (analysis, cues) = (self.analysis, self.cues);
        let past = self.any(cues.past) || self.any(analysis.rubric.cues.past);
        if self.any(cues.intent) {
            return true;
        }
        if past {
            return false;
        }
        if self.any(cues.target) {
            return true;
        }
        let context = &analysis.contexts[self.index];
        let passage = &analysis.passages[self.index];
        let item = matches!(
            analysis.text.blocks()[passage.block].kind,
            BlockKind::ListItem { .. } | BlockKind::TableRow { header: false, .. }
        );
        if self.any(analysis.rubric.cues.done) {
            return false;
        }
        let told = self.told_to_act();
        let dated = !self.dates.is_empty();
        let says = |concept, tokens: &Range<u32>| analysis.matches.any(concept, tokens);
        let announced = passage.above.iter().any(|tokens| says(cues.intent, tokens) || says(cues.target, tokens));
        let meant = context.commitment >= Commitment::Intention && context.time != Time::Done;
        let goes_on = self.number > 0 && says(cues.intent, &self.clauses[self.number - 1]);
        item && meant && (told || dated || announced) || told && (item || dated || goes_on) || self.asks()
    }

    /// Whether a word of change stands in the infinitive: "smoking to fall to 8 per cent".
    fn asks(&self) -> bool {
        let cues = self.cues;
        [cues.increase, cues.decrease, cues.halve, cues.reach, cues.provide].iter().any(|concept| {
            let mut found = self.analysis.matches.of(*concept, self.clause());
            found.any(|found| found.start > self.clause().start && word(self.analysis, found.start - 1) == "to")
        })
    }

    /// Whether a word that may be a noun or a plain statement is meant as something to be done.
    fn is_verbal(&self, found: &Match) -> bool {
        let analysis = self.analysis;
        if found.start == self.clause().start {
            return true;
        }
        let before = word(analysis, found.start - 1);
        let written = word(analysis, found.start);
        if written.ends_with("ed") || matches!(&*written, "seen" | "built") {
            return matches!(&*before, "be" | "been");
        }
        let gap = gap(analysis, found.start);
        let listed = gap.contains([',', '&', ':']) || gap.contains(" and ");
        listed
            || matches!(&*before, "will" | "to" | "shall" | "should" | "must" | "we'll" | "we’ll" | "we" | "have")
            || matches!(&*before, "also" | "each" | "all" | "further" | "jointly" | "then" | "now")
    }

    /// Whether the clause begins with a word of change, as an item of a list of aims does.
    fn told_to_act(&self) -> bool {
        let cues = self.cues;
        let first = self.clause().start;
        [cues.increase, cues.decrease, cues.halve, cues.double, cues.end, cues.reach, cues.keep, cues.provide]
            .iter()
            .any(|concept| {
                self.analysis.matches.of(*concept, self.clause()).next().is_some_and(|found| found.start == first)
            })
    }

    fn place(&self, figure: Figure) -> Placed {
        let (analysis, clause) = (self.analysis, self.clause());
        let mut at = figure.tokens.start;
        while at > clause.start && is_qualifier(&word(analysis, at - 1)) {
            at -= 1;
        }
        let bound = self.bound(&figure, at);
        if let Some((found, _)) = bound {
            at = at.min(found.start);
        }
        let lead = if at > clause.start { word(analysis, at - 1).into_owned() } else { String::new() };
        let opening = if matches!(&*lead, "to" | "by" | "from" | "at" | "of") { at - 1 } else { at };
        let direction = bound.map(|(_, direction)| direction);
        let aside = self.in_aside(figure.tokens.start);
        let parenthetic = lead == "at" && gap(analysis, opening).contains(',');
        let role = if self.is_baseline(at) || parenthetic || aside && figure.sort == Sort::Share {
            Role::Baseline
        } else if aside || self.is_told_of_another(at) {
            Role::Other
        } else {
            self.role(&figure, &lead, at, direction)
        };
        let opening = if role == Role::Baseline
            && opening > clause.start
            && matches!(&*word(analysis, opening - 1), "up" | "down")
        {
            opening - 1
        } else {
            opening
        };
        Placed { figure, role, opening, bound: direction.filter(|_| !cues_change(&lead)) }
    }

    /// Whether a figure stands in a relative clause that means nothing to be reached, or behind a change that was.
    fn is_told_of_another(&self, at: u32) -> bool {
        let (analysis, cues) = (self.analysis, self.cues);
        let relates = |token: &u32| matches!(&*word(analysis, *token), "which" | "who" | "where" | "whose" | "when");
        let relative = (self.clause().start..at).rev().find(relates);
        if relative.is_some_and(|relative| !analysis.matches.any(cues.intent, &(relative..at))) {
            return true;
        }
        let change = self.last_before(&[cues.increase, cues.decrease, cues.halve, cues.double], at);
        change.is_some_and(|change| analysis.matches.any(cues.past, &(change.start..change.end)))
    }

    /// The bound said of a figure: just before it, or just behind.
    fn bound(&self, figure: &Figure, at: u32) -> Option<(Match, Direction)> {
        let cues = self.cues;
        for (concept, direction) in [(cues.at_least, Direction::AtLeast), (cues.at_most, Direction::AtMost)] {
            let said = self.analysis.matches.of(concept, self.clause()).find(|found| {
                (found.end >= at && found.end <= figure.tokens.start)
                    || found.start == figure.end && word(self.analysis, found.start) == "or"
            });
            if let Some(found) = said {
                return Some((found, direction));
            }
        }
        None
    }

    fn is_baseline(&self, at: u32) -> bool {
        let analysis = self.analysis;
        analysis.matches.of(self.cues.baseline, self.clause()).any(|found| {
            let touches = found.end == at;
            let joined =
                found.end + 1 == at && matches!(&*word(analysis, found.end), "at" | "of" | "is" | "the" | "level");
            touches || joined
        })
    }

    /// Whether a token stands within brackets that this clause opens.
    fn in_aside(&self, token: u32) -> bool {
        let mut open = false;
        for at in self.clause().start + 1..=token {
            let gap = gap(self.analysis, at);
            if let Some(last) = gap.rfind(['(', ')']) {
                open = gap[last..].starts_with('(');
            }
        }
        open
    }

    fn role(&self, figure: &Figure, lead: &str, at: u32, bound: Option<Direction>) -> Role {
        let cues = self.cues;
        let moves = [cues.increase, cues.decrease];
        let aims = [cues.increase, cues.decrease, cues.reach, cues.keep, cues.target, cues.double];
        let moved = self.last_before(&moves, at).is_some();
        let aimed = self.last_before(&aims, at).is_some();
        let follows = |concept| self.analysis.matches.of(concept, self.clause()).any(|found| found.start == figure.end);
        let next = word(self.analysis, figure.end);
        if figure.sort == Sort::Share
            && (follows(cues.increase) || follows(cues.decrease) || matches!(&*next, "more" | "fewer"))
        {
            return Role::Change;
        }
        let provided = self.provides(figure, at);
        let dated = !self.dates.is_empty();
        let ok = match (lead, figure.sort) {
            ("by", _) => return if moved { Role::Change } else { Role::Other },
            ("to", _) => aimed || provided,
            (_, Sort::Share) if bound.is_some() => true,
            (_, Sort::Duration) => bound.is_some() && (aimed || dated || self.clause().start == at),
            (_, Sort::Share) => dated || aimed,
            (_, Sort::Count) if bound.is_some() => aimed || provided && dated,
            ("at" | "of", Sort::Count) => aimed,
            (_, Sort::Count) => provided,
        };
        if ok { Role::Level } else { Role::Other }
    }

    /// Whether a number counts what is to be provided: "recruit 30", "60 practitioners will be trained".
    fn provides(&self, figure: &Figure, at: u32) -> bool {
        let (analysis, cues) = (self.analysis, self.cues);
        let in_digits = figure.size(analysis).is_some();
        let added = is_added(&word(analysis, figure.end));
        let dated = !self.dates.is_empty();
        // "Sixty practitioners will be trained": the number opens the clause, but for a date.
        let opens = at == self.clause().start
            || self.dates.iter().any(|date| date.end == at && date.start <= self.clause().start + 1);
        let makes = |found: &Match| analysis.matches.of(cues.create, self.clause()).any(|other| other == *found);
        let mut provided = analysis.matches.of(cues.provide, self.clause());
        provided.any(|found| {
            let verbal = found.end <= at && self.is_verbal(&found);
            let before = verbal && at - found.end <= 2 && (in_digits || added || dated && makes(&found));
            let to = verbal && word(analysis, at - 1) == "to";
            let after = opens
                && dated
                && found.start > figure.end
                && found.start - figure.end <= 6
                && (figure.end..found.start).any(|token| word(analysis, token) == "will");
            before || to || verbal && added || after
        })
    }

    fn target(&self, placed: &[Placed], at: usize) -> Option<FoundTarget> {
        let (analysis, cues) = (self.analysis, self.cues);
        let one = &placed[at];
        let figure = &one.figure;
        let change = self.last_before(&[cues.increase, cues.decrease, cues.double, cues.halve], figure.tokens.start);
        let named = self.last_before(&[cues.target], figure.tokens.start);
        let other = self.last_before(&[cues.reach, cues.keep, cues.provide, cues.end], figure.tokens.start);
        let verb = change.or(other).or(named);
        if let Some(span) = verb.or(one.bound.map(|_| Match { start: one.opening, end: figure.tokens.start }))
            && negated(analysis, &analysis.passages[self.index], &[span])
        {
            return None;
        }
        let is_base = |other: &&Placed| other.role == Role::Baseline;
        let base = placed[..at]
            .iter()
            .rev()
            .take_while(|other| matches!(other.role, Role::Baseline | Role::Other))
            .find(is_base);
        let behind = placed[at + 1..]
            .iter()
            .take_while(|other| matches!(other.role, Role::Baseline | Role::Other))
            .find(is_base);
        let base = base.or(behind);
        let opening = base.map_or(one.opening, |base| base.opening.min(one.opening));
        let counts = |other: &&Placed| other.role != Role::Other && other.figure.sort != Sort::Duration;
        let next = placed[at + 1..].iter().find(counts).map_or(self.clause().end, |next| next.opening);
        let limit = base.map(|base| base.opening).filter(|opening| *opening > figure.end).unwrap_or(next).min(next);
        let dates = &self.dates;
        let whole = |verb: Match| Match { start: verb.start, end: self.verb_end(verb) };
        let active = |verb: &Match| !self.is_passive(verb);
        // "Train 45 health visitors and 30 more school nurses": the verb's object is the first of them.
        let between = |verb: &Match, other: &Placed| verb.end <= other.opening && other.opening < opening;
        let own = |verb: &Match| {
            let mut earlier = placed[..at].iter().filter(|other| matches!(other.role, Role::Level | Role::Change));
            !earlier.any(|other| between(verb, other))
        };
        let asks = Found {
            clause: self.clause(),
            verb: verb.filter(active).filter(own).map(whole),
            change: change.is_some(),
            named: change.is_none() && other.is_none() && named.is_some(),
            opening,
            end: figure.end,
            limit,
            subject_limit: opening,
            dates,
        };
        let mut measure = asks.measure(analysis);
        let mut baseline = base.map(|base| base.figure.clone());
        if measure.is_empty() {
            let (earlier, figure_then) = self.stated_before();
            measure = earlier;
            let alike = |then: &Figure| then.unit == figure.unit && then.sort == figure.sort;
            baseline = baseline.or(figure_then.filter(alike));
        }
        let date = self.date(one, base, placed);
        Some(self.found(measure, baseline.as_ref(), figure, date, self.direction(one, baseline.as_ref()), one.role))
    }

    /// Whether a verb is done to its subject: "should be halved".
    fn is_passive(&self, verb: &Match) -> bool {
        verb.start > 0 && matches!(&*word(self.analysis, verb.start - 1), "be" | "been")
    }

    /// Where a verb ends and its object begins: `double the number` and `close the gap` keep their nouns.
    fn verb_end(&self, verb: Match) -> u32 {
        let last = word(self.analysis, verb.end - 1);
        if verb.end - verb.start > 1 && matches!(&*last, "gap" | "the" | "our" | "its" | "their") {
            verb.start + u32::from(word(self.analysis, verb.start) == "to") + 1
        } else {
            verb.end
        }
    }

    /// The subject and the figure of the clause or sentence before, where a target only points back to it.
    fn stated_before(&self) -> (Range<u32>, Option<Figure>) {
        let analysis = self.analysis;
        let before = match self.number.checked_sub(1) {
            Some(number) => Some(self.clauses[number].clone()),
            None => self
                .index
                .checked_sub(1)
                .map(|index| &analysis.passages[index])
                .filter(|passage| passage.block == analysis.passages[self.index].block)
                .map(|passage| passage.tokens.clone()),
        };
        let Some(clause) = before else { return (0..0, None) };
        let figures = figures(analysis, &clause);
        let first = figures.first().map_or(clause.end, |figure| figure.tokens.start);
        (stated(analysis, self.cues, &clause, first), figures.into_iter().next_back())
    }

    fn direction(&self, one: &Placed, base: Option<&Figure>) -> Direction {
        let (analysis, cues) = (self.analysis, self.cues);
        if one.role == Role::Level
            && let Some(direction) = base.and_then(|base| compared(analysis, base, &one.figure))
        {
            return direction;
        }
        let near = |concept| analysis.matches.of(concept, self.clause()).any(|found| found.start == one.figure.end);
        let before = |concepts: &[ConceptId]| self.last_before(concepts, one.figure.tokens.start);
        let up = before(&[cues.increase, cues.double]);
        let down = before(&[cues.decrease, cues.halve, cues.end]);
        let next = word(analysis, one.figure.end);
        match (up, down) {
            (Some(up), Some(down)) => {
                return if up.start > down.start { Direction::Increase } else { Direction::Decrease };
            }
            (Some(_), None) => return Direction::Increase,
            (None, Some(_)) => return Direction::Decrease,
            (None, None) => {}
        }
        if near(cues.increase) || next == "more" || is_added(&next) {
            Direction::Increase
        } else if near(cues.decrease) || next == "fewer" {
            Direction::Decrease
        } else if let Some(bound) = one.bound {
            bound
        } else if before(&[cues.keep]).is_some() && before(&[cues.reach, cues.provide]).is_none() {
            Direction::Keep
        } else {
            Direction::Reach
        }
    }

    /// When: the first time behind the figure that is not the baseline's, or the last before it, or what stands above.
    fn date(&self, one: &Placed, base: Option<&Placed>, placed: &[Placed]) -> String {
        let analysis = self.analysis;
        let figure = &one.figure;
        let next =
            placed.iter().map(|other| other.opening).find(|opening| *opening > figure.end).unwrap_or(self.clause().end);
        let after = self.dates.iter().find(|date| date.start >= figure.end && date.start < next);
        let of_base = |date: &&Range<u32>| {
            base.is_some_and(|base| {
                date.start >= base.opening && (date.end <= one.opening || base.opening > figure.end)
            })
        };
        let elsewhere = self
            .dates
            .iter()
            .filter(|date| !of_base(date))
            .find(|date| date.end <= figure.tokens.start || date.start >= next);
        if let Some(date) = after.or(elsewhere) {
            return printed(analysis, date);
        }
        date_column(analysis, self.cues, self.index).unwrap_or_else(|| above(analysis, self.cues, self.index))
    }

    fn found(
        &self,
        measure: Range<u32>,
        baseline: Option<&Figure>,
        figure: &Figure,
        date: String,
        direction: Direction,
        role: Role,
    ) -> FoundTarget {
        let analysis = self.analysis;
        let added = role == Role::Level && direction == Direction::Increase && is_added(&word(analysis, figure.end));
        let amount = if role == Role::Change || added { Amount::Change } else { Amount::Level };
        let unit = if figure.unit.is_empty() { baseline.map_or("", |baseline| baseline.unit) } else { figure.unit };
        self.assembled(
            measure,
            baseline.map(|baseline| baseline.printed(analysis)).unwrap_or_default(),
            figure.printed(analysis),
            unit,
            date,
            direction,
            amount,
        )
    }

    /// A target without a figure: halving, doubling, ending.
    fn in_words(&self) -> Option<FoundTarget> {
        let (analysis, cues) = (self.analysis, self.cues);
        let all = [
            (cues.halve, "half", Direction::Decrease, Amount::Change),
            (cues.double, "double", Direction::Increase, Amount::Change),
            (cues.end, "0", Direction::Decrease, Amount::Level),
        ];
        let (verb, figure, direction, amount) = all.into_iter().find_map(|(concept, figure, direction, amount)| {
            Some((analysis.matches.of(concept, self.clause()).next()?, figure, direction, amount))
        })?;
        if negated(analysis, &analysis.passages[self.index], &[verb]) {
            return None;
        }
        let end = self.verb_end(verb);
        let asks = Found {
            clause: self.clause(),
            verb: None,
            named: false,
            change: true,
            opening: verb.start,
            end,
            limit: self.clause().end,
            subject_limit: verb.start,
            dates: &self.dates,
        };
        let object = if self.is_passive(&verb) {
            asks
        } else {
            Found { opening: self.clause().end, verb: Some(Match { start: verb.start, end }), ..asks }
        };
        let measure = object.measure(analysis);
        let date = self.dates.last().map_or_else(|| above(analysis, cues, self.index), |date| printed(analysis, date));
        // Without a time it is an aspiration, not a target.
        if date.is_empty() && !self.any(cues.target) {
            return None;
        }
        Some(self.assembled(measure, String::new(), figure.to_owned(), "", date, direction, amount))
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a target, each once")]
    fn assembled(
        &self,
        measure: Range<u32>,
        baseline: String,
        figure: String,
        unit: &str,
        date: String,
        direction: Direction,
        amount: Amount,
    ) -> FoundTarget {
        let analysis = self.analysis;
        let passage = &analysis.passages[self.index];
        let measure = if measure.is_empty() { self.clause().clone() } else { measure };
        let whom = group(analysis, self.cues, &measure).or_else(|| group(analysis, self.cues, self.clause()));
        FoundTarget {
            measure: analysis.text.as_str()[analysis.bytes(&measure)].to_owned(),
            group: whom.unwrap_or_default(),
            baseline,
            figure,
            unit: unit.to_owned(),
            direction,
            amount,
            date,
            passage: self.index,
            bytes: passage.range.clone(),
        }
    }
}

/// The time that the sentence or header above a passage gives: "By 2027 we will: …".
pub(super) fn above(analysis: &Analysis<'_>, cues: &Cues, index: usize) -> String {
    let above = &analysis.passages[index].above;
    above
        .iter()
        .find_map(|tokens| dates(analysis, cues, tokens).first().map(|date| printed(analysis, date)))
        .unwrap_or_default()
}

/// The date in a table row's own column for it.
fn date_column(analysis: &Analysis<'_>, cues: &Cues, index: usize) -> Option<String> {
    let passage = &analysis.passages[index];
    let top = &analysis.passages[passage.lead_in?];
    let cells = super::rows::cells(analysis, passage.block);
    let heads = super::rows::cells(analysis, top.block);
    let dated = heads.iter().zip(cells).filter(|(head, _)| analysis.matches.any(cues.column_date, head)).last()?;
    dates(analysis, cues, &dated.1).first().map(|date| printed(analysis, date))
}

/// Where a level lies from its baseline.
pub(super) fn compared(analysis: &Analysis<'_>, base: &Figure, level: &Figure) -> Option<Direction> {
    let (base, level) = (base.size(analysis)?, level.size(analysis)?);
    match level.partial_cmp(&base)? {
        std::cmp::Ordering::Less => Some(Direction::Decrease),
        std::cmp::Ordering::Greater => Some(Direction::Increase),
        std::cmp::Ordering::Equal => Some(Direction::Keep),
    }
}

/// Words that may stand between a preposition and its figure.
fn is_qualifier(word: &str) -> bool {
    matches!(
        word,
        "around"
            | "about"
            | "approximately"
            | "nearly"
            | "just"
            | "the"
            | "a"
            | "an"
            | "only"
            | "its"
            | "current"
            | "some"
            | "almost"
            | "over"
            | "roughly"
            | "further"
            | "another"
            | "additional"
            | "extra"
            | "up"
            | "more"
            | "than"
    )
}

/// Whether what a figure counts comes on top of what there is.
fn is_added(word: &str) -> bool {
    matches!(word, "more" | "additional" | "extra" | "new" | "further")
}

/// Whether a preposition makes a bound one of the change, not of the level.
fn cues_change(lead: &str) -> bool {
    lead == "by"
}
