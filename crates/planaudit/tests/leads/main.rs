//! Leads read from every form a plan gives them, with invented people.

mod bank;
mod names;

use std::sync::LazyLock;

use planaudit::leads::{self, FoundLead};
use planaudit::{Analysis, LeadState, Rubric, read};

static RUBRIC: LazyLock<Rubric> = LazyLock::new(Rubric::hpig_2024);

fn leads_of(text: &str) -> Vec<FoundLead> {
    let document = read::read_text(text);
    leads::find(&Analysis::of(&document, &RUBRIC))
}

/// Role, name and state of each lead.
fn table(text: &str) -> Vec<(String, String, LeadState)> {
    leads_of(text).into_iter().map(|lead| (lead.role, lead.name, lead.state)).collect()
}

#[track_caller]
fn assert_bound(text: &str, name: &str, role: &str) {
    let found = table(text);
    assert!(
        found.iter().any(|lead| lead.1 == name
            && lead.0.contains(role)
            && matches!(lead.2, LeadState::Named | LeadState::Interim)),
        "{name} as {role} not in {found:?}"
    );
}

#[track_caller]
fn assert_unbound(text: &str, name: &str, role: &str) {
    let found = table(text);
    assert!(
        !found.iter().any(|lead| lead.1.contains(name)
            && lead.0.contains(role)
            && matches!(lead.2, LeadState::Named | LeadState::Interim)),
        "{name} as {role} in {found:?}"
    );
}

#[test]
fn prose_binds_in_either_order() {
    assert_bound(
        "Tamsin Orrick is our executive lead for children and young people.",
        "Tamsin Orrick",
        "executive lead for children and young people",
    );
    assert_bound(
        "The executive lead for children, Tamsin Orrick, sits on the board.",
        "Tamsin Orrick",
        "executive lead for children",
    );
    assert_bound(
        "The work is led by Tamsin Orrick, Chief Nurse and executive lead for safeguarding, quality and children.",
        "Tamsin Orrick",
        "executive lead for safeguarding, quality and children",
    );
    assert_bound("Tamsin Orrick (Chief Nurse) will report.", "Tamsin Orrick", "Chief Nurse");
    assert_bound("Executive Lead for SEND: Tamsin Orrick", "Tamsin Orrick", "Executive Lead for SEND");
    assert_bound("Executive Lead for SEND – Tamsin Orrick", "Tamsin Orrick", "Executive Lead for SEND");
    assert_bound("Exec. Lead – C&YP: T. Orrick (CNO)", "T. Orrick", "C&YP");
    assert_bound(
        "The Cluster Chief Nurse, Tamsin Orrick, is executive lead for children across three ICBs.",
        "Tamsin Orrick",
        "executive lead for children",
    );
    assert_bound(
        "Tamsin Orrick is the Board's lead for all-age safeguarding.",
        "Tamsin Orrick",
        "lead for all-age safeguarding",
    );
    assert_bound(
        "Our Senior Responsible Officer for children is Tamsin Orrick.",
        "Tamsin Orrick",
        "Senior Responsible Officer for children",
    );
}

#[test]
fn line_breaks_do_not_part_role_and_name() {
    assert_bound(
        "Executive Lead for Children and Young\nPeople\nTamsin\nOrrick\n",
        "Tamsin Orrick",
        "Executive Lead for Children and Young People",
    );
}

#[test]
fn a_vacancy_never_passes_the_next_name_on() {
    let text = "Executive lead (children): TBC. Executive lead (mental health): Owen Harcastle.";
    assert_unbound(text, "Harcastle", "children");
    assert_bound(text, "Owen Harcastle", "mental health");
    assert!(table(text).iter().any(|lead| lead.2 == LeadState::Vacant && lead.0.contains("children")));
    let table_text = "| Role | Name |\n|---|---|\n| Executive lead for children | To be confirmed |\n| Executive lead for stroke | Owen Harcastle |\n";
    assert_unbound(table_text, "Harcastle", "children");
    assert!(table(table_text).iter().any(|lead| lead.2 == LeadState::Vacant && lead.0.contains("children")));
}

#[test]
fn former_holders_are_former() {
    for text in [
        "Until March 2024 the Executive Lead for Children was Ada Quill, who has since left the ICB.",
        "We thank Ada Quill, who retired in May after four years as Chief Nurse and our executive for children.",
        "Ada Quill, formerly the executive lead for children, now chairs a charity.",
        "Ada Quill, who led for safeguarding in the former CCG until her retirement in June 2022, wrote it.",
        "Until her retirement in 2022 the children’s portfolio at the predecessor CCG was held by Ada Quill.",
    ] {
        let found = table(text);
        assert!(
            found
                .iter()
                .all(|lead| lead.1 != "Ada Quill" || lead.2 == LeadState::Former || lead.0.starts_with("chairs")),
            "{found:?}"
        );
        assert!(found.iter().any(|lead| lead.1 == "Ada Quill" && lead.2 == LeadState::Former), "{text}: {found:?}");
    }
}

#[test]
fn two_columns_read_across_do_not_bind() {
    let text = "Left column: Executive Lead for Children    Right column: Stroke lead Leon Birkett";
    assert_unbound(text, "Birkett", "Children");
    assert_bound(text, "Leon Birkett", "Stroke lead");
}

#[test]
fn a_row_joins_header_area_and_post() {
    let text = "| Area | Executive lead | Contact |\n|---|---|---|\n| Children and young people | Dr Tamsin Orrick, Chief Medical Officer | t.orrick@example.nhs.uk, 01632 960 471 |\n";
    let found = leads_of(text);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].role, "Executive lead: Children and young people; Chief Medical Officer");
    assert_eq!(found[0].name, "Dr Tamsin Orrick");
    assert_eq!(found[0].contact, "t.orrick@example.nhs.uk, 01632 960 471");
}

#[test]
fn columns_stand_in_any_order() {
    let text = "| Name | Area | Post |\n|---|---|---|\n| Tamsin Orrick | Safeguarding (all ages) | Chief Nurse, NHS Quillmoor ICB |\n";
    assert_bound(text, "Tamsin Orrick", "Safeguarding (all ages)");
    assert_bound(text, "Tamsin Orrick", "Chief Nurse");
}

#[test]
fn a_note_names_the_holder_of_a_title() {
    let text = "| Area | Lead |\n|---|---|\n| SEND¹ | Executive Director of Joint Commissioning |\n\nMore follows here.\n\n1. The present Executive Director of Joint Commissioning is Marek T. Quill-Shah.\n";
    assert_bound(text, "Marek T. Quill-Shah", "Lead: SEND; Executive Director of Joint Commissioning");
}

#[test]
fn a_post_named_in_the_next_sentence() {
    let text = "Duties in respect of safeguarding, both of adults and of children, are discharged for the ICB by its Chief Nursing Officer. Gwendolen P. Asher took up that post in May.";
    assert_bound(text, "Gwendolen P. Asher", "safeguarding");
}

#[test]
fn pronouns_carry_the_name_on() {
    let text = "Tamsin Orrick joined us in May. She is executive lead for children, and you can write to her at t.orrick@example.nhs.uk.";
    assert_bound(text, "Tamsin Orrick", "executive lead for children");
}

#[test]
fn signatures_and_cards() {
    assert_bound(
        "Thank you for reading.\n\nTamsin Orrick\n\nChief Executive, NHS Quillmoor Integrated Care Board\n",
        "Tamsin Orrick",
        "Chief Executive",
    );
    assert_bound("**Jorvane Wyndale-Adu**\\\nChief Executive\n", "Jorvane Wyndale-Adu", "Chief Executive");
    assert_bound("Jorvane Quillfeather, Chief Executive, NHS Quillmoor\n", "Jorvane Quillfeather", "Chief Executive");
}

#[test]
fn people_side_by_side_belong_to_the_bodies_above_them() {
    let text = "| Local authority | Integrated care board |\n|---|---|\n| Quillmoor Borough Council | NHS Fenland and Quillmoor ICB |\n| Ada Quill, Director of Children’s Services | Tamsin Orrick, Chief Executive Officer |\n| www.quillmoor.gov.uk | www.example.nhs.uk |\n";
    let found = leads_of(text);
    let of = |name: &str| found.iter().find(|lead| lead.name == name).unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(of("Ada Quill").role, "Director of Children’s Services");
    assert!(of("Ada Quill").organisation.starts_with("Quillmoor Borough Council"));
    assert_eq!(of("Tamsin Orrick").role, "Chief Executive Officer");
    assert!(of("Tamsin Orrick").organisation.contains("ICB"));
}

#[test]
fn several_people_in_one_line() {
    let text = "Ada Quill, HMI, Lead inspector Owen Harcastle, HMI Leon Birkett, Ofsted Inspector";
    assert_bound(text, "Ada Quill", "Lead inspector");
    assert_bound(text, "Leon Birkett", "Inspector");
    assert_unbound(text, "Harcastle", "Lead inspector");
}

#[test]
fn a_list_takes_its_role_from_its_lead_in() {
    let text = "Our executive leads are:\n\n- Children and young people: Tamsin Orrick\n- Digital: Owen Harcastle\n";
    assert_bound(text, "Tamsin Orrick", "Executive lead: Children and young people");
    assert_unbound(text, "Harcastle", "Children");
}

#[test]
fn a_school_post_is_no_lead() {
    assert!(table("Each school's SENCO is the named lead for pupils with additional needs.").is_empty());
}

#[test]
fn a_list_in_a_sentence_gives_each_their_own() {
    let text = "The ICB's executive leads are Fiona Garrick-Hume (children and young people), Ade Oyelaran (SEND) and Sam Tully (safeguarding).";
    assert_bound(text, "Fiona Garrick-Hume", "Executive lead: children and young people");
    assert_bound(text, "Sam Tully", "Executive lead: safeguarding");
    assert_unbound(text, "Oyelaran", "children");
}

#[test]
fn successors_and_shared_posts() {
    let text = "Sam Tully succeeded Ada Quill as executive lead for children in April.";
    assert_bound(text, "Sam Tully", "executive lead for children");
    assert_unbound(text, "Ada Quill", "executive lead");
    let text = "Sam Tully and Ade Oyelaran are joint executive leads for children.";
    assert_bound(text, "Sam Tully", "joint executive leads for children");
    assert_bound(text, "Ade Oyelaran", "joint executive leads for children");
}

#[test]
fn headings_say_the_role_or_its_subject() {
    let text =
        "## Executive lead for children\n\nSam Tully, Chief Nurse\n\n## Executive lead for SEND\n\nTo be confirmed\n";
    assert_bound(text, "Sam Tully", "Executive lead for children");
    assert!(table(text).iter().any(|lead| lead.2 == LeadState::Vacant && lead.0.contains("SEND")));
    let text = "## Start well: children and young people\n\nExecutive sponsor: Sam Tully, Chief Nurse\n";
    assert_bound(text, "Sam Tully", "Executive sponsor: Start well: children and young people");
}

#[test]
fn people_of_other_bodies_keep_them() {
    for (text, body) in [
        ("In the neighbouring ICS, Dana Flint is executive lead for children.", "neighbouring"),
        (
            "Lead Member for Children's Services at Quillmoor County Council, Councillor Dana Flint, co-chairs it.",
            "Quillmoor County Council",
        ),
        (
            "Dana Flint, Director of Children's Services at Quillmoor County Council, is senior responsible officer for children.",
            "Quillmoor County Council",
        ),
    ] {
        let found = leads_of(text);
        assert!(!found.is_empty() && found.iter().all(|lead| lead.organisation.contains(body)), "{found:?}");
    }
}

#[test]
fn responsibility_said_by_a_verb() {
    assert_bound(
        "Dr Hal Orrick, Chief Medical Officer, has executive responsibility for children.",
        "Dr Hal Orrick",
        "executive responsibility for children",
    );
    assert_bound(
        "Executive responsibility for children rests with the Chief Medical Officer, Dr Hal Orrick.",
        "Dr Hal Orrick",
        "Executive responsibility for children",
    );
    assert_bound(
        "The lead for SEND was Ada Quill until May 2023; the post is now held by Sam Tully, Deputy Chief Nurse.",
        "Sam Tully",
        "lead for SEND",
    );
}

proptest::proptest! {
    #[test]
    fn names_and_leads_never_panic_and_quote_the_text(text in "[A-Za-zÀ-ž’'.,:;()|&¹ \n–-]{0,160}") {
        for name in planaudit::leads::names::find(&text) {
            proptest::prop_assert!(text.get(name.range).is_some());
        }
        let _ = leads_of(&text);
    }
}
