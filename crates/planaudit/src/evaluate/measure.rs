//! The measures of an evaluation, each with its name and how it follows from the counts.

use super::agreement::{Scale, Undefined};
use super::tally::{Share, Tally};
use crate::rubric::AnswerKind;

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Share of answers equal to the key; of a `choice`, of its options taken one by one.
    Exact(AnswerKind),
    /// Weighted kappa, quadratic; Cohen's kappa for answers without order.
    Kappa(AnswerKind),
    /// Gwet's AC2, quadratic; AC1 for answers without order.
    Ac2(AnswerKind),
    /// Krippendorff's alpha, ordinal; nominal for answers without order.
    Alpha(AnswerKind),
    /// Share of ratings that are *Yes* for *No* or *No* for *Yes*.
    Swaps,
    /// Share of answers *No* and *absent* (of a `choice`: of options not reported) that the key confirms.
    NegativePredictiveValue(Option<AnswerKind>),
    /// Share of what was reported that the key holds.
    Precision(Of),
    /// Share of what the key holds that was reported.
    Recall(Of),
    /// Their harmonic mean.
    F1(Of),
    /// Share of labelled quotes that the evidence overlaps.
    EvidenceRecall,
    /// Share of labelled distractors that the evidence holds.
    DistractorRate,
    /// Share of labelled quotes among the first fifteen passages.
    ShortlistQuotes,
    /// Share of questions with a labelled quote that have one among the first fifteen passages.
    ShortlistQuestions,
}

/// What is found or missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Flags answered *Yes*.
    Flags,
    /// Options of all `choice` questions.
    Options,
    /// People by name.
    Names,
}

use Measure::{
    Ac2, Alpha, DistractorRate, EvidenceRecall, Exact, F1, Kappa, NegativePredictiveValue, Precision, Recall,
    ShortlistQuestions, ShortlistQuotes, Swaps,
};

impl Measure {
    /// Those of all questions together.
    pub(super) const OVERALL: [Self; 21] = [
        Exact(AnswerKind::Rag),
        Kappa(AnswerKind::Rag),
        Ac2(AnswerKind::Rag),
        Alpha(AnswerKind::Rag),
        Swaps,
        NegativePredictiveValue(None),
        Exact(AnswerKind::Flag),
        F1(Of::Flags),
        Exact(AnswerKind::One),
        Precision(Of::Options),
        Recall(Of::Options),
        F1(Of::Options),
        NegativePredictiveValue(Some(AnswerKind::Choice)),
        Exact(AnswerKind::Person),
        Precision(Of::Names),
        Recall(Of::Names),
        F1(Of::Names),
        EvidenceRecall,
        DistractorRate,
        ShortlistQuotes,
        ShortlistQuestions,
    ];

    /// Those of one question.
    pub(super) fn of_question(kind: AnswerKind) -> Vec<Self> {
        let mut measures = vec![Exact(kind), Kappa(kind), Ac2(kind), Alpha(kind)];
        match kind {
            AnswerKind::Rag => measures.extend([Swaps, NegativePredictiveValue(None)]),
            AnswerKind::Flag => measures.extend([NegativePredictiveValue(None), F1(Of::Flags)]),
            AnswerKind::One => {}
            AnswerKind::Choice => measures.extend([
                NegativePredictiveValue(Some(kind)),
                Precision(Of::Options),
                Recall(Of::Options),
                F1(Of::Options),
            ]),
            AnswerKind::Person => {
                measures.extend([
                    NegativePredictiveValue(None),
                    Precision(Of::Names),
                    Recall(Of::Names),
                    F1(Of::Names),
                ]);
            }
        }
        measures.extend([EvidenceRecall, DistractorRate, ShortlistQuotes, ShortlistQuestions]);
        measures
    }

    /// What it is measured on.
    pub fn group(self) -> &'static str {
        match self {
            Exact(kind) | Kappa(kind) | Ac2(kind) | Alpha(kind) | NegativePredictiveValue(Some(kind)) => match kind {
                AnswerKind::Rag => "ratings",
                AnswerKind::Flag => "flags",
                AnswerKind::One => "one of several",
                AnswerKind::Choice => "options",
                AnswerKind::Person => "people",
            },
            Swaps => "ratings",
            NegativePredictiveValue(None) => "answers of absence",
            Precision(of) | Recall(of) | F1(of) => match of {
                Of::Flags => "flags",
                Of::Options => "options",
                Of::Names => "names",
            },
            EvidenceRecall | DistractorRate => "evidence",
            ShortlistQuotes | ShortlistQuestions => "first 15 passages",
        }
    }

    /// Its name, within the group.
    pub fn name(self) -> &'static str {
        match self {
            Exact(_) => "exact agreement",
            Kappa(AnswerKind::Rag) => "weighted kappa",
            Kappa(_) => "kappa",
            Ac2(AnswerKind::Rag) => "Gwet's AC2",
            Ac2(_) => "Gwet's AC1",
            Alpha(AnswerKind::Rag) => "ordinal alpha",
            Alpha(_) => "nominal alpha",
            Swaps => "yes-no swaps",
            NegativePredictiveValue(_) => "negative predictive value",
            Precision(_) => "precision",
            Recall(_) | EvidenceRecall => "recall",
            F1(_) => "F1",
            DistractorRate => "distractor rate",
            ShortlistQuotes => "labelled quotes reached",
            ShortlistQuestions => "questions reached",
        }
    }

    /// Of how many, and its value.
    pub(super) fn of(self, tally: &Tally) -> (u32, Result<f64, Undefined>) {
        match self {
            Exact(kind) => (tally.table(kind).n(), tally.table(kind).exact()),
            Kappa(kind) => (tally.table(kind).n(), tally.table(kind).kappa(scale(kind))),
            Ac2(kind) => (tally.table(kind).n(), tally.table(kind).ac2(scale(kind))),
            Alpha(kind) => (tally.table(kind).n(), tally.table(kind).alpha(scale(kind))),
            Swaps => (tally.rag.n(), tally.rag.swaps()),
            NegativePredictiveValue(None) => ratio(tally.absence, Undefined::NoneGiven),
            NegativePredictiveValue(Some(kind)) => {
                let table = tally.table(kind);
                let confirmed = table.count(0, 0);
                ratio(Share { part: confirmed, whole: confirmed + table.count(1, 0) }, Undefined::NoneGiven)
            }
            Precision(of) => {
                let [hits, extra, _] = of.counts(tally);
                ratio(Share { part: hits, whole: hits + extra }, Undefined::NoneGiven)
            }
            Recall(of) => {
                let [hits, _, missed] = of.counts(tally);
                ratio(Share { part: hits, whole: hits + missed }, Undefined::NoneInKey)
            }
            F1(of) => {
                let [hits, extra, missed] = of.counts(tally);
                let (n, value) = ratio(Share { part: 2 * hits, whole: 2 * hits + extra + missed }, Undefined::Nothing);
                (n - hits, value)
            }
            EvidenceRecall => ratio(tally.evidence, Undefined::NoneInKey),
            DistractorRate => ratio(tally.distractors, Undefined::NoneInKey),
            ShortlistQuotes => ratio(tally.listed, Undefined::NoneInKey),
            ShortlistQuestions => ratio(tally.reached, Undefined::NoneInKey),
        }
    }
}

impl Of {
    /// Found, found wrongly, missed.
    fn counts(self, tally: &Tally) -> [u32; 3] {
        let table = match self {
            Self::Flags => &tally.flag,
            Self::Options => &tally.choice,
            Self::Names => return tally.names,
        };
        [table.count(1, 1), table.count(0, 1), table.count(1, 0)]
    }
}

/// Only ratings have an order.
fn scale(kind: AnswerKind) -> Scale {
    if kind == AnswerKind::Rag { Scale::Ordinal } else { Scale::Nominal }
}

fn ratio(share: Share, without: Undefined) -> (u32, Result<f64, Undefined>) {
    let value = if share.whole == 0 { Err(without) } else { Ok(f64::from(share.part) / f64::from(share.whole)) };
    (share.whole, value)
}
