//! Rules written once for several options: `$topic` stands for each option's topic in turn.

use toml::Spanned;

use super::source::{Each, QuestionSource, RuleSource};

/// What stands for an option's topic.
const TOPIC: &str = "$topic";

/// Puts a rule for each option in the place of every rule written for several; answers the faults, each with its byte.
pub(super) fn expand(question: &mut QuestionSource) -> Vec<(usize, String)> {
    let mut faults = Vec::new();
    for rule in std::mem::take(&mut question.rules) {
        let place = rule.find.span().start;
        let uses_topic = rule.find.get_ref().contains(TOPIC);
        let options: Vec<String> = match &rule.each {
            None | Some(Each::All(false)) => {
                if uses_topic {
                    faults.push((place, "`$topic` needs `each = true`, or a list of options".to_owned()));
                }
                question.rules.push(rule);
                continue;
            }
            Some(Each::All(true)) => {
                question.options.iter().filter(|option| question.topics.contains_key(*option)).cloned().collect()
            }
            Some(Each::Of(options)) => options.clone(),
        };
        if !uses_topic || rule.option.is_some() {
            let message = "a rule with `each` has `$topic` in `find` and no `option`; each option gets its own";
            faults.push((place, message.to_owned()));
        }
        for option in options {
            match question.topics.get(&option) {
                Some(topic) => question.rules.push(of_option(&rule, &option, topic.get_ref())),
                None => faults.push((place, format!("[topics] has no `{option}`; add it or leave it out of `each`"))),
            }
        }
    }
    faults
}

/// The rule for one of its options, at the place of the one that is written.
fn of_option(rule: &RuleSource, option: &str, topic: &str) -> RuleSource {
    let at = |written: &Spanned<String>, words: String| Spanned::new(written.span(), words);
    RuleSource {
        name: at(&rule.name, format!("{option}: {}", rule.name.get_ref())),
        find: at(&rule.find, rule.find.get_ref().replace(TOPIC, topic)),
        option: Some(at(&rule.name, option.to_owned())),
        each: None,
        ..rule.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(rules: &str) -> QuestionSource {
        let text = format!(
            "id = \"q\"\ntheme = \"t\"\nkinds = [\"jfp\"]\nanswer = \"choice\"\nasks = \"?\"\n\
             options = [\"asthma\", \"teeth\", \"other\"]\nguide = {{ yes = \"\" }}\n\
             [topics]\nasthma = \"@asthma\"\nteeth = \"any(@teeth, @gums)\"\n{rules}"
        );
        toml::from_str(&text).unwrap()
    }

    #[test]
    fn a_rule_for_each_option_stands_in_the_place_of_one() {
        let mut question = question("[[rule]]\nname = \"aim\"\neach = true\nfind = \"near(8, $topic, @aim)\"\n");
        assert_eq!(expand(&mut question), []);
        let rules: Vec<_> =
            question.rules.iter().map(|rule| (rule.name.get_ref().as_str(), rule.find.get_ref().as_str())).collect();
        assert_eq!(
            rules,
            [("asthma: aim", "near(8, @asthma, @aim)"), ("teeth: aim", "near(8, any(@teeth, @gums), @aim)")]
        );
    }

    #[test]
    fn an_option_without_a_topic_is_a_fault() {
        let mut question = question("[[rule]]\nname = \"aim\"\neach = [\"other\"]\nfind = \"$topic\"\n");
        assert!(expand(&mut question)[0].1.contains("has no `other`"));
    }

    #[test]
    fn a_topic_without_each_is_a_fault() {
        let mut question = question("[[rule]]\nname = \"aim\"\nfind = \"$topic\"\n");
        assert!(expand(&mut question)[0].1.contains("needs `each"));
    }
}
