//! The command as a user calls it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn planaudit(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_planaudit")).args(arguments).output().expect("the command runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

struct Folder(tempfile::TempDir);

impl Folder {
    fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes).expect("a file");
        }
        Self(folder)
    }

    fn path(&self) -> &str {
        self.0.path().to_str().expect("UTF-8")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

const PLAN: &[u8] =
    b"# Joint Forward Plan 2025\n\n## Start well\n\nBy 2027 we will open six family hubs for children.\n";

#[test]
fn a_missing_folder_is_named() {
    let output = planaudit(&["audit", "no/such/folder"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no/such/folder: no such file or folder"), "{}", said(&output));
}

#[test]
fn an_empty_folder_and_a_folder_of_cats_hold_nothing_to_read() {
    for files in [&[][..], &[("cat.jpeg", b"\xFF\xD8\xFF".as_slice())]] {
        let folder = Folder::with(files);
        let output = planaudit(&["audit", folder.path()]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains("no PDF, DOCX, PPTX, ODT, HTML, Markdown or text file"), "{}", said(&output));
    }
}

#[test]
fn a_file_given_by_name_that_nothing_reads_says_so() {
    let folder = Folder::with(&[("cat.jpeg", b"\xFF\xD8\xFF")]);
    let output = planaudit(&["audit", text(&folder.file("cat.jpeg"))]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("not read: cat.jpeg: no reader for this kind of file"), "{}", said(&output));
}

#[test]
fn bad_files_cost_the_others_nothing() {
    let folder = Folder::with(&[
        ("a-broken.pdf", b"%PDF-1.7\nnot one"),
        ("b-plan.md", PLAN),
        ("c-empty.docx", b""),
        ("d-not-a-zip.docx", b"words"),
    ]);
    let json = folder.file("out.json");
    let output = planaudit(&["audit", folder.path(), "--json", text(&json), "--quiet"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for name in ["a-broken.pdf", "c-empty.docx", "d-not-a-zip.docx"] {
        assert!(said(&output).contains(&format!("not read: {name}: ")), "{}", said(&output));
    }
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).expect("it is there")).expect("JSON");
    assert_eq!(written["documents"].as_array().map(Vec::len), Some(1));
    assert_eq!(written["unread"].as_array().map(Vec::len), Some(3));
    assert_eq!(written["documents"][0]["kind"], "jfp");
}

#[test]
fn no_json_is_left_when_nothing_is_done() {
    let folder = Folder::with(&[]);
    let json = folder.file("out.json");
    planaudit(&["audit", folder.path(), "--json", text(&json)]);
    assert!(!json.exists());
}

#[test]
fn a_wrong_kind_lists_the_right_ones() {
    let output = planaudit(&["audit", ".", "--kind", "novel"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("write strategy, jfp or other"), "{}", said(&output));
}

#[test]
fn a_wrong_rubric_is_pointed_at() {
    let folder = Folder::with(&[("plan.md", PLAN)]);
    let output = planaudit(&["audit", folder.path(), "--rubric", folder.path()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no rubric.toml in it"), "{}", said(&output));

    std::fs::write(folder.file("rubric.toml"), "id = \"mine\"\nversion = 3\n").expect("a file");
    let output = planaudit(&["audit", folder.path(), "--rubric", folder.path()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("rubric.toml:2:11: "), "{}", said(&output));
}

#[test]
fn a_faulty_manifest_is_pointed_at() {
    let folder =
        Folder::with(&[("plan.md", PLAN), ("corpus.toml", b"[[document]]\npath = \"plan.md\"\nkind = \"novel\"\n")]);
    let output = planaudit(&["audit", folder.path()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("corpus.toml:3:8: "), "{}", said(&output));
}

#[test]
fn the_user_has_the_last_word_on_what_a_file_is() {
    let folder = Folder::with(&[("plan.md", PLAN)]);
    let json = folder.file("out.json");
    let arguments = ["--kind", "strategy", "--ics", "BLMK", "--edition", "2031", "--json", text(&json), "--quiet"];
    let output = planaudit(&[&["audit", folder.path()], &arguments[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).expect("it is there")).expect("JSON");
    let document = &written["documents"][0];
    assert_eq!((document["kind"].as_str(), document["edition"].as_str()), (Some("strategy"), Some("2031")));
    assert_eq!(document["ics"], "QHG");
}

#[test]
fn report_tables_and_texts_are_written() {
    let folder = Folder::with(&[("plan.md", PLAN)]);
    let (out, texts) = (folder.file("report"), folder.file("texts"));
    let output = planaudit(&["audit", folder.path(), "--out", text(&out), "--text", text(&texts)]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let header =
        |name: &str| std::fs::read_to_string(out.join(name)).expect(name).lines().next().unwrap_or_default().to_owned();
    assert!(header("ratings.csv").starts_with(
        "document,ics,kind,edition,question,theme,verdict,options,people,status,fragile,readable,why,why_not"
    ));
    assert!(header("evidence.csv").starts_with(
        "document,ics,kind,edition,question,option,quote,page,page_label,section,population,polarity,commitment,zone,attribution,rule,id"
    ));
    assert!(
        header("leads.csv")
            .starts_with("document,ics,kind,edition,role,name,organisation,contact,state,page,section,quote")
    );
    assert!(out.join("index.html").is_file() && out.join("summary.csv").is_file());
    let written = std::fs::read_to_string(texts.join("plan.md.txt")).expect("the text");
    assert!(written.contains("By 2027 we will open six family hubs for children."));
}

#[test]
fn text_shows_sections_and_check_passes_on_the_built_in_rubric() {
    let folder = Folder::with(&[("plan.md", PLAN)]);
    let output = planaudit(&["text", text(&folder.file("plan.md"))]);
    assert!(said(&output).contains("## Start well"), "{}", said(&output));
    assert_eq!(planaudit(&["rubric", "check"]).status.code(), Some(0));
}

#[test]
fn pages_are_listed_as_a_table_and_as_in_the_assessment() {
    let folder = Folder::with(&[("plan.txt", b"One two three.\n\x0c\n\x0cLast.\n"), ("plan.md", PLAN)]);
    let output = planaudit(&["pages", text(&folder.file("plan.txt"))]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let lines: Vec<Vec<String>> =
        said(&output).lines().map(|line| line.split_whitespace().map(str::to_owned).collect()).collect();
    assert_eq!(lines[1..4], [vec!["1", "3", "text"], vec!["2", "0", "blank"], vec!["3", "1", "text"]]);
    let output = planaudit(&["pages", "--json", text(&folder.file("plan.txt"))]);
    let pages: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((pages[1]["kind"].as_str(), pages[2]["words"].as_u64()), (Some("blank"), Some(1)));
    assert!(said(&planaudit(&["pages", text(&folder.file("plan.md"))])).starts_with("no pages in Markdown"));
}

#[test]
fn a_folder_of_web_pages_is_one_document_and_an_old_file_is_told() {
    let folder = Folder::with(&[("old plan.doc", b"\xD0\xCF\x11\xE0"), ("plan.md", PLAN)]);
    for site in ["auto", "listed"] {
        std::fs::create_dir(folder.file(site)).expect("a folder");
        let index = if site == "auto" { "index.html" } else { "first.html" };
        let first = "<main><h1>Joint Forward Plan 2024</h1><p>Hubs open.</p><a href='two.html'>Next</a></main>";
        std::fs::write(folder.file(site).join(index), first).expect("a page");
        std::fs::write(folder.file(site).join("two.html"), "<main><p>Second page.</p></main>").expect("a page");
    }
    let manifest = "[[document]]\npath = \"listed/\"\nkind = \"strategy\"\nedition = \"2030\"\n";
    std::fs::write(folder.file("corpus.toml"), manifest).expect("a manifest");
    let (json, texts) = (folder.file("out.json"), folder.file("texts"));
    let output = planaudit(&["audit", folder.path(), "--json", text(&json), "--text", text(&texts), "--quiet"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("not read: old plan.doc: an old Word document (.doc) is not read;"));
    assert!(said(&output).contains("soffice --headless --convert-to docx"), "{}", said(&output));
    let written: serde_json::Value = serde_json::from_slice(&std::fs::read(&json).expect("it is there")).expect("JSON");
    let documents = written["documents"].as_array().expect("a list");
    let paths: Vec<_> = documents.iter().map(|document| document["path"].as_str().unwrap_or_default()).collect();
    assert_eq!(paths, ["auto", "listed", "plan.md"]);
    assert_eq!((documents[0]["pages"].as_u64(), documents[0]["kind"].as_str()), (Some(2), Some("jfp")));
    assert_eq!((documents[1]["kind"].as_str(), documents[1]["edition"].as_str()), (Some("strategy"), Some("2030")));
    assert_eq!(documents[0]["page_ledger"][1]["label"], "two.html");
    assert!(texts.join("auto.txt").is_file());
    let output = planaudit(&["text", text(&folder.file("auto"))]);
    assert!(said(&output).contains("── page 2 (printed two.html) ──\nSecond page."), "{}", said(&output));
}
