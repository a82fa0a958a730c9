//! Posts in the text whose holders stand in notes.

use planaudit::read::{Format, read_bytes};
use planaudit::{Analysis, LeadState, Rubric, leads};

fn names(text: &str, note: &str) -> Vec<(String, LeadState)> {
    let page = format!(
        "<main><p>{text}<a href='#fn1'><sup>1</sup></a></p><p>The plan is for all of us.</p>\
         <ol class='footnotes'><li id='fn1'>{note}</li></ol></main>"
    );
    let document = read_bytes(Format::Html, page.into_bytes()).expect("a page");
    let rubric = Rubric::hpig_2024();
    leads::find(&Analysis::of(&document, &rubric)).into_iter().map(|lead| (lead.name, lead.state)).collect()
}

#[test]
fn a_note_that_is_a_name_names_the_holder() {
    let found = names("The board has an executive lead for children.", "Priya Ashdown.");
    assert_eq!(found, [("Priya Ashdown".to_owned(), LeadState::Named)]);
}

#[test]
fn a_note_that_says_more_names_nobody() {
    for note in ["Seen by Priya Ashdown in 2022.", "Survey of families.", "See Annex C."] {
        let found = names("The board has an executive lead for children.", note);
        assert!(found.iter().all(|(name, _)| name != "Priya Ashdown"), "{note}: {found:?}");
    }
}

#[test]
fn a_note_to_two_posts_names_neither() {
    let found = names("The board has an executive lead for children and a clinical lead for asthma.", "Priya Ashdown.");
    assert!(found.iter().all(|(name, _)| name.is_empty()), "{found:?}");
}
