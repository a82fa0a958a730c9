//! Audits a text in memory and prints why each verdict was given.
//!
//!     cargo run -p planaudit-examples --example audit_text

use planaudit::corpus::Kind;
use planaudit::{Rubric, assess_text};

const DRAFT: &str = "\
# Our integrated care strategy 2026 to 2031

## Start well

Forty-one per cent of five-year-olds on the coast are not ready for school, against 27 per cent inland. By March 2028 we \
will halve that gap. Six family hubs, run jointly by the council and the community trust, will open in 2026; the pilot in \
Marlhaven has seen 640 families.

Young people aged 11 to 18 took part in nine workshops. Because they told us that travel was the main worry, we added \
free buses to evening clinics.

## Living well

Adults with diabetes will have an annual review.
";

fn main() {
    // Compiling the rubric takes some milliseconds: do it once, and audit as many texts as you like.
    let rubric = Rubric::hpig_2024();

    let document = assess_text(DRAFT, Kind::Strategy, &rubric);

    for answer in &document.answers {
        let Some(verdict) = &answer.verdict else { continue };
        println!("{:28} {}", answer.question, verdict.as_str());
        // Reasons for the verdict, and against a better one.
        for reason in &answer.why {
            println!("    + {reason}");
        }
        for reason in &answer.why_not {
            println!("    - {reason}");
        }
        // The best passage, exactly as it stands in the text.
        if let Some(evidence) = answer.evidence.first() {
            println!("    “{}” ({}, rule {})", evidence.quote, evidence.section.join(" › "), evidence.rule);
        }
    }
}
