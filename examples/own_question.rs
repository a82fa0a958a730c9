//! Asks a question of one's own beside the built-in ones.
//!
//!     cargo run -p planaudit-examples --example own_question

use planaudit::corpus::Kind;
use planaudit::rubric::{Check, Files};
use planaudit::{Rubric, assess_text};

/// One question is one file; `docs/rubric.md` describes its fields.
const QUESTION: &str = r#"
id = "own.breastfeeding"
theme = "population_health"
kinds = ["strategy", "jfp"]
answer = "rag"
asks = "Does the document say how mothers will be helped to breastfeed?"

[guide]
yes = "a service or programme, committed to, with a figure, a place or a date"
some = "an aim without saying how"
no = "nothing, or the word in a list"

[[rule]]
name = "help with feeding"
find = 'near(10, any("breastfeeding", "infant feeding"), any("support", "help", "peer supporters", "clinic"))'

[[example]]
name = "peer supporters"
text = "From April 2027 breastfeeding peer supporters will work in all four maternity units, as the 30 in Marlhaven do now."

[[example]]
name = "a team"
text = "The infant feeding team will support 2,000 mothers a year."

[[example]]
name = "an aim"
text = "We would like to see more support with breastfeeding."
verdict = "some"

[[counter_example]]
name = "a statistic"
text = "At six weeks 44% of babies are breastfed."

[[counter_example]]
name = "another sort of feeding"
text = "Tube feeding at home is supported by the community nurses."

[[counter_example]]
name = "a word in a list"
text = "Topics raised were parking, breastfeeding and bus fares."
"#;

fn main() -> anyhow::Result<()> {
    // The folder of a rubric, in memory: the built-in one with a file more.
    let mut files = Files::hpig_2024();
    files.files.push(("questions/own.breastfeeding.toml".to_owned(), QUESTION.to_owned()));
    files.files.sort();

    // The examples in the file are its tests.
    let check = Check::of(&files);
    for finding in check.findings.iter().filter(|finding| finding.text.contains("own.breastfeeding")) {
        println!("{}", finding.text);
    }

    let rubric = Rubric::compile(&files).map_err(|mut faults| faults.swap_remove(0))?;
    let text = "# Plan\n\nThe infant feeding team will support 2,000 mothers a year. Peer supporters ran 12 clinics in 2025.\n";
    let document = assess_text(text, Kind::Jfp, &rubric);
    if let Some(answer) = document.answer("own.breastfeeding") {
        let verdict = answer.verdict.as_ref().map_or("not assessed", |verdict| verdict.as_str());
        println!("{}: {verdict}; {}", answer.question, answer.why.join("; "));
    }
    Ok(())
}
