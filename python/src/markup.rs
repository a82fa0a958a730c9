//! HTML for notebooks: what comes from a document is always escaped.

/// A text as HTML shows it.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // Some notebooks typeset what stands between dollar signs.
            '$' => escaped.push_str("&#36;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A text cut to a length, with an ellipsis where something is left out.
pub(crate) fn shortened(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// A quote as HTML, the ranges of code points in bold.
pub(crate) fn marked(quote: &str, ranges: &[(usize, usize)]) -> String {
    let mut page = String::new();
    let mut plain = String::new();
    let mut inside = false;
    for (at, letter) in quote.chars().enumerate() {
        let wanted = ranges.iter().any(|(start, end)| (*start..*end).contains(&at));
        if wanted != inside {
            page.push_str(&escape(&std::mem::take(&mut plain)));
            page.push_str(if wanted { "<b>" } else { "</b>" });
            inside = wanted;
        }
        plain.push(letter);
    }
    page.push_str(&escape(&plain));
    if inside {
        page.push_str("</b>");
    }
    page
}
