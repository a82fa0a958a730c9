//! The page bears hostile documents, loads nothing, and is the same each time.

mod sample;

fn page() -> String {
    planaudit_report::html(&sample::assessment(), &sample::summary()).expect("the page is composed")
}

/// The embedded JSON as it stands in the page.
fn embedded(page: &str) -> &str {
    let (_, rest) = page.split_once("<script type=\"application/json\" id=\"data\">").expect("the data is embedded");
    rest.split_once("</script>").expect("the data ends").0
}

#[test]
fn nothing_from_a_document_becomes_markup() {
    let page = page();
    assert!(!page.contains("<img"), "an element came out of a document");
    assert_eq!(page.matches("</script").count(), 2, "a script was ended by a document");
    assert!(!embedded(&page).contains('<'));
    // Attributes: a quotation mark of a path must not end a title.
    assert!(!page.contains("onerror=alert(1)>\""));
}

#[test]
fn what_is_embedded_comes_back_unchanged() {
    let page = page();
    let data: serde_json::Value = serde_json::from_str(embedded(&page)).expect("the data is JSON");
    let hostile = &data["documents"][1];
    assert_eq!(hostile["path"], sample::HOSTILE);
    assert_eq!(hostile["passages"][0]["quote"], sample::HOSTILE);
    assert_eq!(hostile["answers"][0]["near"][0]["failed"], sample::HOSTILE);
    assert_eq!(data["questions"][5]["id"], "zz.unknown");
}

#[test]
fn nothing_is_loaded() {
    let page = page();
    let markup = page.replace(embedded(&page), "");
    for opening in ["http://", "https://", "src=\"", "@import", "url(", "<link", "<iframe", "<object", "<base"] {
        assert!(!markup.contains(opening), "the page refers to something with {opening}");
    }
    assert!(page.contains("default-src &#x27;none&#x27;; style-src &#x27;sha256-"));
}

#[test]
fn no_inline_style_or_handler_that_the_policy_would_refuse() {
    let page = page();
    let body = page.split_once("<body>").expect("there is a body").1.split_once("<script").expect("there is data").0;
    for refused in [" style=\"", " onclick=", " onload="] {
        assert!(!body.contains(refused), "{refused}");
    }
}

#[test]
fn the_plain_page_has_every_answer_and_its_best_passage() {
    let page = page();
    for needle in [
        "id=\"a0-0\"",
        "id=\"a1-5\"",
        "<mark>Für</mark> children",
        "page 4 (printed 2)",
        "Not assessed",
        "Not asked of this kind of document",
        "2–3 scanned",
        "41.9 %",
        "1 file was not read",
    ] {
        assert!(page.contains(needle), "missing: {needle}");
    }
}

#[test]
fn bytes_are_the_same_each_time() {
    assert_eq!(page(), page());
}

#[test]
fn an_empty_assessment_still_makes_a_page() {
    let mut assessment = sample::assessment();
    assessment.documents.clear();
    assessment.rubric.questions.clear();
    let page = planaudit_report::html(&assessment, &planaudit::Summary { rows: Vec::new() });
    assert!(page.expect("the page is composed").contains("Nothing was counted"));
}

#[test]
fn a_folder_has_whole_files_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("new/report");
    for _ in 0..2 {
        planaudit_report::write_folder(&sample::assessment(), &sample::summary(), &path)
            .expect("the folder is written");
    }
    let mut names: Vec<_> = std::fs::read_dir(&path)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    names.sort();
    assert_eq!(names, ["evidence.csv", "index.html", "leads.csv", "ratings.csv", "summary.csv", "targets.csv"]);
    assert_eq!(std::fs::read_to_string(path.join("index.html")).expect("the page is there"), page());
}

#[test]
fn a_folder_that_cannot_be_made_is_named_with_a_remedy() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("a file for the test");
    let error = planaudit_report::write_folder(&sample::assessment(), &sample::summary(), &file);
    let message = error.expect_err("a file is no folder").to_string();
    assert!(message.contains("file") && message.contains("check that the folder exists"), "{message}");
}

#[test]
fn targets_and_other_coders_stand_in_the_page() {
    let page = page();
    assert!(page.contains("down to 25 per cent") && page.contains("31 per cent"), "a target reads as a sentence");
    assert!(page.contains("\"coder\":\"reader\"") && page.contains("\"agrees\":false"), "the coder is embedded");
}
