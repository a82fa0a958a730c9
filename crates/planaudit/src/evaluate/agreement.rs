//! How far two coders agree beyond chance, from the table of what each answered.

use serde::Serialize;

/// Why a statistic has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undefined {
    /// There is nothing to compare.
    Nothing,
    /// Every answer and every key is the same, so that chance alone would agree as well.
    NoVariation,
    /// No such answer was given.
    NoneGiven,
    /// The keys hold none.
    NoneInKey,
    /// One document: nothing to resample.
    OneDocument,
    /// Defined in too few of the resamples.
    RarelyDefined,
}

impl Undefined {
    /// In words.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Nothing => "nothing to compare",
            Self::NoVariation => "no variation: every answer and every key is the same",
            Self::NoneGiven => "no such answer was given",
            Self::NoneInKey => "the keys hold none",
            Self::OneDocument => "one document: no interval",
            Self::RarelyDefined => "no interval: undefined in more than a tenth of the resamples",
        }
    }
}

/// What a disagreement between two levels costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Levels in order: the further apart, the worse.
    Ordinal,
    /// Levels without order: all disagreements are alike.
    Nominal,
}

impl Scale {
    /// Disagreement of two of `levels` levels: quadratic weights (Cohen 1968), or 0 and 1.
    fn disagreement(self, one: usize, other: usize, levels: usize) -> f64 {
        match self {
            Self::Ordinal => (one.abs_diff(other) as f64 / (levels.max(2) - 1) as f64).powi(2),
            Self::Nominal => f64::from(u8::from(one != other)),
        }
    }
}

/// How often each level of the key met each level of the answers.
///
/// ```
/// use planaudit::evaluate::agreement::{Scale, Table};
///
/// let mut table = Table::new(3);
/// for (key, answer) in [(0, 0), (1, 1), (2, 1), (2, 2)] {
///     table.add(key, answer);
/// }
/// assert_eq!(table.exact(), Ok(0.75));
/// assert_eq!(table.kappa(Scale::Ordinal), Ok(0.8));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    levels: usize,
    cells: Vec<u32>,
}

impl Table {
    /// An empty table of so many levels.
    pub fn new(levels: usize) -> Self {
        Self { levels, cells: vec![0; levels * levels] }
    }

    /// Counts one pair; a level beyond the table's widens it.
    pub fn add(&mut self, key: usize, answer: usize) {
        self.put(key, answer, 1);
    }

    /// Counts another table's pairs too.
    pub fn merge(&mut self, other: &Self) {
        if other.levels > self.levels {
            self.widen(other.levels);
        }
        for key in 0..other.levels {
            for answer in 0..other.levels {
                self.cells[key * self.levels + answer] += other.cells[key * other.levels + answer];
            }
        }
    }

    /// How often the key said one level and the answer the other.
    pub fn count(&self, key: usize, answer: usize) -> u32 {
        if key.max(answer) < self.levels { self.cells[key * self.levels + answer] } else { 0 }
    }

    /// Pairs in all.
    pub fn n(&self) -> u32 {
        self.cells.iter().sum()
    }

    /// Share of pairs that are equal.
    pub fn exact(&self) -> Result<f64, Undefined> {
        let equal: u32 = (0..self.levels).map(|level| self.count(level, level)).sum();
        self.share(f64::from(equal))
    }

    /// Share of pairs from one end of the scale to the other.
    pub fn swaps(&self) -> Result<f64, Undefined> {
        let last = self.levels.saturating_sub(1);
        self.share(f64::from(self.count(0, last) + self.count(last, 0)))
    }

    /// Weighted kappa: one less the disagreement observed over that expected of independent coders with the same
    /// marginals (J. Cohen, Weighted kappa, Psychological Bulletin 70, 1968); on a nominal scale, Cohen's kappa.
    pub fn kappa(&self, scale: Scale) -> Result<f64, Undefined> {
        let observed = self.observed(scale)?;
        let n = f64::from(self.n());
        let expected: f64 = self
            .pairs()
            .map(|(key, answer)| {
                scale.disagreement(key, answer, self.levels) * self.of_key(key) * self.of_answer(answer)
            })
            .sum();
        if expected == 0.0 { Err(Undefined::NoVariation) } else { Ok(1.0 - observed / (expected / (n * n))) }
    }

    /// Gwet's AC2, which stays stable where one level prevails (K. L. Gwet, Handbook of Inter-Rater Reliability,
    /// 4th edition, 2014, chapter 5); on a nominal scale, his AC1.
    pub fn ac2(&self, scale: Scale) -> Result<f64, Undefined> {
        let agreed = 1.0 - self.observed(scale)?;
        if self.levels < 2 {
            return Err(Undefined::NoVariation);
        }
        let levels = self.levels as f64;
        let weights: f64 = self.pairs().map(|(key, answer)| 1.0 - scale.disagreement(key, answer, self.levels)).sum();
        let spread: f64 = (0..self.levels)
            .map(|level| self.of_both(level) / (2.0 * f64::from(self.n())))
            .map(|share| share * (1.0 - share))
            .sum();
        let chance = weights / (levels * (levels - 1.0)) * spread;
        if chance < 1.0 { Ok((agreed - chance) / (1.0 - chance)) } else { Err(Undefined::NoVariation) }
    }

    /// Krippendorff's alpha for two coders without gaps (K. Krippendorff, Computing Krippendorff's Alpha-Reliability,
    /// 2011, section on ordinal and nominal metrics).
    pub fn alpha(&self, scale: Scale) -> Result<f64, Undefined> {
        if self.n() == 0 {
            return Err(Undefined::Nothing);
        }
        let (mut observed, mut expected) = (0.0, 0.0);
        for (one, other) in self.pairs().filter(|(one, other)| one < other) {
            let (first, last) = (self.of_both(one), self.of_both(other));
            let distance = match scale {
                Scale::Ordinal => {
                    let between: f64 = (one..=other).map(|level| self.of_both(level)).sum();
                    (between - f64::midpoint(first, last)).powi(2)
                }
                Scale::Nominal => 1.0,
            };
            observed += f64::from(self.count(one, other) + self.count(other, one)) * distance;
            expected += first * last * distance;
        }
        let values = 2.0 * f64::from(self.n());
        if expected == 0.0 { Err(Undefined::NoVariation) } else { Ok(1.0 - (values - 1.0) * observed / expected) }
    }

    /// Mean disagreement of the pairs.
    fn observed(&self, scale: Scale) -> Result<f64, Undefined> {
        let cost = |(key, answer): (usize, usize)| {
            scale.disagreement(key, answer, self.levels) * f64::from(self.count(key, answer))
        };
        self.share(self.pairs().map(cost).sum())
    }

    fn share(&self, part: f64) -> Result<f64, Undefined> {
        if self.n() == 0 { Err(Undefined::Nothing) } else { Ok(part / f64::from(self.n())) }
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let levels = self.levels;
        (0..levels).flat_map(move |key| (0..levels).map(move |answer| (key, answer)))
    }

    fn of_key(&self, level: usize) -> f64 {
        f64::from((0..self.levels).map(|answer| self.count(level, answer)).sum::<u32>())
    }

    fn of_answer(&self, level: usize) -> f64 {
        f64::from((0..self.levels).map(|key| self.count(key, level)).sum::<u32>())
    }

    fn of_both(&self, level: usize) -> f64 {
        self.of_key(level) + self.of_answer(level)
    }

    fn put(&mut self, key: usize, answer: usize, count: u32) {
        let levels = key.max(answer) + 1;
        if levels > self.levels {
            self.widen(levels);
        }
        self.cells[key * self.levels + answer] += count;
    }

    fn widen(&mut self, levels: usize) {
        let mut wider = Self::new(levels);
        for (key, answer) in self.pairs() {
            wider.cells[key * levels + answer] = self.count(key, answer);
        }
        *self = wider;
    }
}
