//! How far answers to a question may be trusted, from measured agreement.

use crate::rubric::Status;

/// No question is proposed as automatic on fewer documents.
pub const AUTOMATIC_DOCUMENTS: usize = 12;
/// Nor below this exact agreement: the best published machines reach 0.79 on such surveys.
pub const AUTOMATIC_EXACT: f64 = 0.80;
/// Nor below this kappa, at which experts agree with each other.
pub const AUTOMATIC_KAPPA: f64 = 0.70;
/// Nor where more than one *No* in twenty is wrong.
pub const AUTOMATIC_ABSENCE: f64 = 0.95;
/// No question is proposed as manual on fewer documents: caution asks for less proof than trust does.
pub const MANUAL_DOCUMENTS: usize = 4;
/// Manual below this exact agreement, if kappa is low too.
pub const MANUAL_EXACT: f64 = 0.60;
/// Manual below this kappa, if exact agreement is low too. Kappa alone says little where nearly all keys are alike.
pub const MANUAL_KAPPA: f64 = 0.40;

/// The status that agreement on `documents` documents speaks for.
///
/// *Automatic* needs every threshold met and every statistic defined: a question whose keys never vary, or that was
/// never answered *No*, has not shown that it can tell a *No*. *Manual* needs enough documents, low exact agreement and a
/// kappa that is low or undefined. Everything else is *assist*.
///
/// ```
/// use planaudit::evaluate::proposed_status;
/// use planaudit::rubric::Status;
///
/// assert_eq!(proposed_status(20, 0.90, Some(0.80), Some(1.0)), Status::Automatic);
/// assert_eq!(proposed_status(8, 1.00, Some(1.00), Some(1.0)), Status::Assist);
/// assert_eq!(proposed_status(8, 0.38, Some(0.10), Some(0.4)), Status::Manual);
/// ```
pub fn proposed_status(documents: usize, exact: f64, kappa: Option<f64>, absence: Option<f64>) -> Status {
    let reaches = |value: Option<f64>, least: f64| value.is_some_and(|value| value >= least);
    if documents >= AUTOMATIC_DOCUMENTS
        && exact >= AUTOMATIC_EXACT
        && reaches(kappa, AUTOMATIC_KAPPA)
        && reaches(absence, AUTOMATIC_ABSENCE)
    {
        Status::Automatic
    } else if documents >= MANUAL_DOCUMENTS && exact < MANUAL_EXACT && !reaches(kappa, MANUAL_KAPPA) {
        Status::Manual
    } else {
        Status::Assist
    }
}
