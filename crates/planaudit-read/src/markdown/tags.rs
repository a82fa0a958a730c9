//! HTML inside Markdown, reduced to its text.

/// The text between tags, line for line. Comments, scripts and styles go.
pub(super) fn without_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        rest = &rest[open..];
        let end = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if let Some(name) = ["script", "style"].into_iter().find(|name| has_name(rest, name)) {
            let close = rest.to_ascii_lowercase().find(&format!("</{name}"));
            close.and_then(|at| rest[at..].find('>').map(|end| at + end + 1))
        } else if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!') {
            rest.find('>').map(|at| at + 1)
        } else {
            text.push('<');
            rest = &rest[1..];
            continue;
        };
        let end = end.unwrap_or(rest.len());
        text.push(' ');
        text.extend(rest[..end].chars().filter(|letter| *letter == '\n'));
        rest = &rest[end..];
    }
    text.push_str(rest);
    text
}

fn has_name(tag: &str, name: &str) -> bool {
    tag.get(1..=name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name))
}
