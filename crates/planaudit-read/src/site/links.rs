//! Links between the pages of a folder, and the order they give.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};

/// The pages a page links to, in order, those that are in the folder.
pub(super) struct Links(std::vec::IntoIter<String>);

impl Links {
    /// The links of the page `from`; `names` are the pages there are.
    pub(super) fn of(bytes: &[u8], from: &str, names: &[String]) -> Self {
        let known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
        let found = crate::html::source_of(bytes).ok().map(|source| hrefs(&source)).unwrap_or_default();
        let targets: Vec<String> = found.iter().filter_map(|href| target(href, from, &known)).collect();
        Self(targets.into_iter())
    }
}

impl Iterator for Links {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.0.next()
    }
}

fn hrefs(source: &str) -> Vec<String> {
    let Ok(links) = Selector::parse("a[href], area[href]") else { return Vec::new() };
    let page = Html::parse_document(source);
    page.select(&links).filter_map(|link| link.attr("href")).map(str::to_owned).collect()
}

/// The page of the folder that a link leads to.
fn target(href: &str, from: &str, known: &BTreeSet<&str>) -> Option<String> {
    let path = href.split(['#', '?']).next().unwrap_or_default().trim();
    if path.is_empty() || path.contains("//") || path.contains(':') {
        return None;
    }
    let folder = if path.starts_with('/') { "" } else { from.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut steps: Vec<String> = folder.split('/').filter(|step| !step.is_empty()).map(str::to_owned).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(decoded(step)),
        }
    }
    let path = steps.join("/");
    let slash = if path.is_empty() { "" } else { "/" };
    [
        path.clone(),
        format!("{path}.html"),
        format!("{path}.htm"),
        format!("{path}{slash}index.html"),
        format!("{path}{slash}index.htm"),
    ]
    .into_iter()
    .find(|name| known.contains(name.as_str()))
}

/// A step of a link with its `%20` and the like undone.
fn decoded(step: &str) -> String {
    let mut bytes = Vec::with_capacity(step.len());
    let mut rest = step.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).filter(|_| *first == b'%').and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The names in the order of links from the index, then those that nothing links to.
pub(super) fn order<'b>(names: &[String], bytes: impl Fn(&str) -> &'b [u8]) -> Vec<String> {
    let index = names.iter().find(|name| matches!(name.as_str(), "index.html" | "index.htm"));
    let mut children: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut found: BTreeSet<String> = index.cloned().into_iter().collect();
    // Nearest first, so that a page belongs to the one by which it is reached in the fewest steps.
    let mut waiting: std::collections::VecDeque<String> = index.cloned().into_iter().collect();
    while let Some(page) = waiting.pop_front() {
        for link in Links::of(bytes(&page), &page, names) {
            if found.insert(link.clone()) {
                children.entry(page.clone()).or_default().push(link.clone());
                waiting.push_back(link);
            }
        }
    }
    let mut order = Vec::with_capacity(names.len());
    let mut open: Vec<String> = index.cloned().into_iter().collect();
    while let Some(page) = open.pop() {
        open.extend(children.remove(&page).into_iter().flatten().rev());
        order.push(page);
    }
    order.extend(names.iter().filter(|name| !found.contains(*name)).cloned());
    order
}

/// A key that puts numbers in names in order of their value.
pub(super) fn natural(name: &str) -> Vec<(u64, String)> {
    let mut parts: Vec<(u64, String)> = Vec::new();
    let mut rest = name;
    while !rest.is_empty() {
        let text = rest.find(|letter: char| letter.is_ascii_digit()).unwrap_or(rest.len());
        let digits = rest[text..].find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len() - text);
        let number = rest[text..text + digits].parse().unwrap_or(u64::MAX);
        parts.push((0, rest[..text].to_owned()));
        if digits > 0 {
            parts.push((number, String::new()));
        }
        rest = &rest[text + digits..];
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_of_the_folder() {
        let known = BTreeSet::from(["index.html", "a/index.html", "a/b c.html", "d.html"]);
        let to = |href, from| target(href, from, &known);
        assert_eq!(to("b%20c.html#top", "a/index.html").as_deref(), Some("a/b c.html"));
        assert_eq!(to("../d", "a/index.html").as_deref(), Some("d.html"));
        assert_eq!(to("/a/", "d.html").as_deref(), Some("a/index.html"));
        assert_eq!(to("./", "d.html").as_deref(), Some("index.html"));
        assert_eq!(to("../../../d.html", "a/index.html").as_deref(), Some("d.html"));
        for elsewhere in ["https://example.org/d.html", "//d.html", "mailto:d.html", "#d.html", "e.html", "%"] {
            assert_eq!(to(elsewhere, "d.html"), None, "{elsewhere}");
        }
    }

    #[test]
    fn numbers_count() {
        let mut names = ["page-10.html", "page-2.html", "about.html", "page.html"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["about.html", "page-2.html", "page-10.html", "page.html"]);
    }
}
