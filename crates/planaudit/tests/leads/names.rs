//! Names of people, and what only looks like one.

use planaudit::leads::names;

#[track_caller]
fn assert_names(text: &str, expected: &[&str]) {
    let found: Vec<_> = names::find(text).into_iter().map(|name| &text[name.range]).collect();
    assert_eq!(found, expected);
}

#[test]
fn names_are_found_with_titles_initials_particles_and_honours() {
    assert_names(
        "We thank Dr Imogen Sark and Prof. Niamh O’Connell-Dube for their work.",
        &["Dr Imogen Sark", "Prof. Niamh O’Connell-Dube"],
    );
    assert_names("Marek T. Quillfeather, Chief Nurse, opened it.", &["Marek T. Quillfeather"]);
    assert_names("It was opened by Sofia van der Lindt OBE (she/her).", &["Sofia van der Lindt OBE (she/her)"]);
    assert_names("Chief Nurse: P. Quillfeather", &["P. Quillfeather"]);
    assert_names(
        "Cllr Ravi D’Almeida and Sir Desmond Orrick-Hale",
        &["Cllr Ravi D’Almeida", "Sir Desmond Orrick-Hale"],
    );
}

#[test]
fn bodies_places_posts_and_programmes_are_no_names() {
    for text in [
        "The Integrated Care Board meets in Garrick Haven with North Quillmoor Council.",
        "Princess Adelaide Children’s Hospital and St Brannock’s School are partners.",
        "Executive Director of Strategic Commissioning",
        "Start Well, Live Well and Age Well in January and March 2024",
        "Children and Young People’s Mental Health Transformation Plan",
        "Working Together to Safeguard Children",
        "the Ada Lovelace Centre on Victoria Road",
    ] {
        assert_names(text, &[]);
    }
}

#[test]
fn names_of_many_forms_are_found_beside_a_role() {
    for (text, name) in [
        ("Chief Nurse: Hye-jin Caldbeck", "Hye-jin Caldbeck"),
        ("Chief Nurse: Nour al-Rashid", "Nour al-Rashid"),
        ("Chief Nurse: Hassan ‘Haz’ Thornthwaite", "Hassan ‘Haz’ Thornthwaite"),
        ("Chief Nurse: Marguerite St John-Abara", "Marguerite St John-Abara"),
        ("Chief Nurse: T S Eldridge", "T S Eldridge"),
    ] {
        assert_names(text, &[name]);
    }
}
