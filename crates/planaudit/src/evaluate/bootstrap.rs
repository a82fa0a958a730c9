//! Intervals by resampling documents.
//!
//! Answers of one document hang together, so whole documents are drawn, with replacement, and a statistic is computed
//! anew from each draw; its 2.5th and 97.5th percentiles bound the interval (B. Efron and R. J. Tibshirani, An
//! Introduction to the Bootstrap, 1993, chapter 13; for clustered data C. A. Field and A. H. Welsh, Bootstrapping
//! clustered data, Journal of the Royal Statistical Society B 69, 2007). With fewer than about ten documents such
//! intervals are too narrow: read them as a floor of the uncertainty.

use super::agreement::Undefined;

/// How many times documents are drawn.
pub const REPLICATES: usize = 2000;

/// Where the generator starts, so that a run gives the same intervals again.
pub const SEED: u64 = 2024;

/// The `SplitMix64` generator (G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014): the same numbers from the same seed, everywhere.
///
/// ```
/// let mut generator = planaudit::evaluate::bootstrap::SplitMix64::new(1234567);
/// assert_eq!(generator.draw(), 6_457_827_717_110_365_317);
/// ```
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Starting at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, by the high half of a product: its bias, `bound` in 2⁶⁴, is of no account here.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.draw()) * bound as u128) >> 64) as usize
    }
}

/// Draws of as many documents as there are, as indices: the same for the same number of documents.
pub fn draws(documents: usize) -> impl Iterator<Item = Vec<usize>> {
    let mut generator = SplitMix64::new(SEED);
    (0..REPLICATES).map(move |_| (0..documents).map(|_| generator.below(documents)).collect())
}

/// The interval that holds 95 % of a statistic's values over the draws; `values` are those defined.
pub fn interval(mut values: Vec<f64>, documents: usize) -> Result<(f64, f64), Undefined> {
    if documents < 2 {
        return Err(Undefined::OneDocument);
    }
    if values.len() * 10 < REPLICATES * 9 {
        return Err(Undefined::RarelyDefined);
    }
    values.sort_by(f64::total_cmp);
    Ok((percentile(&values, 0.025), percentile(&values, 0.975)))
}

/// Between the two nearest of sorted values, in proportion (type 7 of R. J. Hyndman and Y. Fan, The American
/// Statistician 50, 1996).
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() - 1) as f64 * share;
    let below = place.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - below as f64)
}
