//! The columns of the tables, their order, and how cells are quoted.

mod sample;

fn written(fill: impl FnOnce(&mut Vec<u8>)) -> String {
    let mut bytes = Vec::new();
    fill(&mut bytes);
    String::from_utf8(bytes).expect("tables are UTF-8")
}

fn ratings() -> String {
    written(|output| planaudit_report::ratings_csv(&sample::assessment(), output).expect("memory can be written"))
}

fn evidence() -> String {
    written(|output| planaudit_report::evidence_csv(&sample::assessment(), output).expect("memory can be written"))
}

fn leads() -> String {
    written(|output| planaudit_report::leads_csv(&sample::assessment(), output).expect("memory can be written"))
}

fn targets() -> String {
    written(|output| planaudit_report::targets_csv(&sample::assessment(), output).expect("memory can be written"))
}

fn summary() -> String {
    written(|output| planaudit_report::summary_csv(&sample::summary(), output).expect("memory can be written"))
}

fn header(table: &str) -> &str {
    table.split("\r\n").next().expect("there is a header")
}

/// The rows as a reader of RFC 4180 gets them back, the header first.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().expect("the table follows RFC 4180")
}

#[test]
fn contracted_columns_come_first() {
    let contracts = [
        (
            ratings(),
            "document,ics,kind,edition,question,theme,verdict,options,people,status,fragile,readable,why,why_not",
        ),
        (
            evidence(),
            "document,ics,kind,edition,question,option,quote,page,page_label,section,population,polarity,commitment,\
             zone,attribution,rule,id",
        ),
        (leads(), "document,ics,kind,edition,role,name,organisation,contact,state,page,section,quote"),
        (
            targets(),
            "document,ics,kind,edition,measure,group,baseline,figure,unit,direction,amount,date,page,section,quote",
        ),
        (summary(), "question,theme,kind,category,n,count,percent"),
    ];
    for (table, columns) in contracts {
        assert!(header(&table).starts_with(columns), "{}", header(&table));
    }
}

#[test]
fn a_rating_has_its_lists_in_one_cell() {
    let rows = rows(&ratings());
    assert_eq!(
        rows[1],
        [
            "plans/QHG_strategy_2023.pdf",
            "QHG",
            "strategy",
            "2023",
            "ph.distinct_group",
            "population",
            "yes",
            "",
            "",
            "assist",
            "true",
            "0.5",
            "explicit: a section; detailed: two figures",
            "",
            ""
        ]
    );
    assert_eq!(rows[3][7], "mental health; SEND");
    assert_eq!(rows[4][8], "Priya Ashdown (Executive Lead)");
    assert_eq!(rows[4][14], "upper_age: 25");
}

#[test]
fn what_was_not_assessed_has_an_empty_verdict() {
    let rows = rows(&ratings());
    let row = rows.iter().find(|row| row[4] == "ld.reports").expect("the answer has a row");
    assert_eq!((row[6].as_str(), row[9].as_str()), ("", "manual"));
}

#[test]
fn quotes_with_quotation_marks_and_line_ends_survive() {
    let table = evidence();
    assert!(table.contains("\"Für children, we say \"\"yes\"\",\nand mean it.\""), "{table}");
    let rows = rows(&table);
    assert_eq!(rows[1][6], "Für children, we say \"yes\",\nand mean it.");
    assert_eq!((rows[1][7].as_str(), rows[1][8].as_str(), rows[1][9].as_str()), ("4", "2", "Start well; Leadership"));
    assert_eq!(rows.last().expect("there are rows")[6], sample::HOSTILE);
}

#[test]
fn leads_name_their_state() {
    let rows = rows(&leads());
    assert_eq!((rows[1][6].as_str(), rows[1][8].as_str(), rows[1][9].as_str()), ("NHS, Northmere", "named", "4"));
    assert_eq!((rows[2][5].as_str(), rows[2][8].as_str(), rows[2][9].as_str()), ("", "role only", ""));
}

#[test]
fn the_summary_leaves_unknown_figures_empty() {
    let rows = rows(&summary());
    assert_eq!(rows[1][6..], ["100", "41.94", "13", "31", "figure 1"]);
    assert_eq!(rows[4][4..], ["0", "0", "", "", "", "", ""]);
}

#[test]
fn targets_keep_their_figures_as_printed() {
    let rows = rows(&targets());
    assert_eq!(rows[1][4..12], ["decay at five", "children", "31", "25", "per cent", "decrease", "to", "March 2027"]);
}

#[test]
fn shared_passages_name_the_other_documents() {
    let rows = rows(&evidence());
    let column = rows[0].iter().position(|name| name == "shared_with").expect("the column is there");
    assert_eq!((rows[1][column].as_str(), column), ("plans/other.pdf; plans/third.pdf", rows[0].len() - 1));
}
