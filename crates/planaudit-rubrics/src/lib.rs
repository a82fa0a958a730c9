//! The data `planaudit` works from: rubrics, their lexicons and published figures, and the register of England's
//! integrated care systems. Nothing here is compiled or checked; the engine does that.
//!
//! A file put into `rubrics/` or `registry/` is part of the crate at the next build.
//!
//! ```
//! let (path, contents) = planaudit_rubrics::HPIG_2024.iter().find(|(path, _)| *path == "rubric.toml").unwrap();
//! assert_eq!(*path, "rubric.toml");
//! assert!(contents.contains("id = \"hpig-2024\""));
//!
//! assert!(planaudit_rubrics::ICS_REGISTRY.contains("NHS Frimley Integrated Care Board"));
//! ```

mod tables {
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// The HPIG survey of 2023, published in January 2024: the path of each file inside the rubric's folder, with forward
/// slashes and in order, and its contents.
///
/// ```
/// let questions = planaudit_rubrics::HPIG_2024.iter().filter(|(path, _)| path.starts_with("questions/"));
/// assert!(questions.clone().count() > 0);
/// assert!(questions.clone().all(|(path, _)| path.ends_with(".toml")));
/// ```
pub const HPIG_2024: &[(&str, &str)] = tables::HPIG_2024;

/// England's integrated care systems: names, codes, councils, websites, the days between which each exists, who
/// followed whom, and the titles by which a strategy or a joint forward plan goes. TOML; its head explains the fields.
///
/// ```
/// let systems = planaudit_rubrics::ICS_REGISTRY.matches("[[system]]").count();
/// assert_eq!(systems, 48, "the 42 of July 2022 and the 6 that came in April 2026");
/// ```
pub const ICS_REGISTRY: &str = tables::ICS_REGISTRY;

#[cfg(test)]
mod tests {
    use super::{HPIG_2024, ICS_REGISTRY};

    #[test]
    fn files_are_in_order_and_none_is_empty() {
        assert!(HPIG_2024.is_sorted_by_key(|(path, _)| *path));
        assert!(HPIG_2024.iter().all(|(_, contents)| !contents.trim().is_empty()));
    }

    #[test]
    fn rubric_lexicons_and_baseline_are_there() {
        let has = |wanted: &str| HPIG_2024.iter().any(|(path, _)| path.starts_with(wanted));
        assert!(has("rubric.toml") && has("baseline.toml") && has("lexicons/"));
    }

    #[test]
    fn succession_names_bodies_of_the_register() {
        let value = |line: &'static str, field: &str| {
            line.strip_prefix(field)?.strip_prefix(" = ").map(|code| code.trim_matches('"'))
        };
        let codes: Vec<_> = ICS_REGISTRY.lines().filter_map(|line| value(line, "ods_code")).collect();
        let named = ICS_REGISTRY.lines().filter_map(|l| value(l, "predecessor").or_else(|| value(l, "successor")));
        for code in named {
            assert!(codes.contains(&code), "{code} is in the table of succession but not in the register");
        }
    }
}
