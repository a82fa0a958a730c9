//! Quantified targets, and what looks like them: invented passages, written before the code that reads them.

use std::sync::LazyLock;

use planaudit::{Analysis, Rubric, read, targets};

/// Targets as `direction to|by figure unit | baseline | date | measure | group`.
fn targets_of(text: &str) -> Vec<String> {
    static RUBRIC: LazyLock<Rubric> = LazyLock::new(Rubric::hpig_2024);
    let document = read::read_text(text);
    let analysis = Analysis::of(&document, &RUBRIC);
    targets::find(&analysis)
        .into_iter()
        .map(|target| {
            let direction = target.direction.as_str();
            let amount = target.amount.as_str();
            let [figure, unit, baseline, date, measure, group] =
                [&target.figure, &target.unit, &target.baseline, &target.date, &target.measure, &target.group];
            format!("{direction} {amount} {figure} {unit} | {baseline} | {date} | {measure} | {group}")
        })
        .collect()
}

/// A passage and the one target in it.
const TARGETS: &[(&str, &str)] = &[
    (
        "We will reduce the proportion of reception-age children living with obesity from 10.4 per cent to 8 per cent by March 2028.",
        "decrease to 8 per cent | 10.4 | March 2028 | the proportion of reception-age children living with obesity | children",
    ),
    (
        "By 2027, at least 95% of two-year-olds will have had both doses of the MMR vaccine.",
        "at least to 95 % |  | 2027 | two-year-olds will have had both doses of the MMR vaccine | two-year-olds",
    ),
    (
        "Our ambition is to halve the number of children waiting more than a year for an autism assessment by the end of 2026.",
        "decrease by half  |  | the end of 2026 | the number of children waiting more than a year for an autism assessment | children",
    ),
    (
        "Smoking at the time of delivery will fall to 6 per cent by 2025/26.",
        "decrease to 6 per cent |  | 2025/26 | Smoking at the time of delivery | ",
    ),
    (
        "We aim to increase breastfeeding at six to eight weeks by five percentage points over the next three years.",
        "increase by five percentage points |  | the next three years | breastfeeding at six to eight weeks | ",
    ),
    (
        "We will recruit 30 more school nurses by September 2025.",
        "increase by 30  |  | September 2025 | school nurses | school nurses",
    ),
    (
        "No child will wait longer than 18 weeks for a first community paediatric appointment by 2026.",
        "at most to 18 weeks |  | 2026 | No child will wait longer than 18 weeks for a first community paediatric appointment | child",
    ),
    (
        "We will:\n\n- close the gap in school readiness between children eligible for free school meals and their peers from 22 to 15 percentage points by 2028",
        "decrease to 15 percentage points | 22 | 2028 | the gap in school readiness between children eligible for free school meals and their peers | children",
    ),
    (
        "We want nine in ten care leavers to have a named GP by 2026.",
        "reach to nine in ten  |  | 2026 | care leavers to have a named GP | care leavers",
    ),
    (
        "Target: 85 per cent of initial health assessments completed within 20 working days by quarter 4.",
        "reach to 85 per cent |  | quarter 4 | initial health assessments completed within 20 working days | ",
    ),
    (
        "We have set a target of 92 per cent for MMR2 uptake at age five, up from 84 per cent in 2022.",
        "increase to 92 per cent | 84 |  | MMR2 uptake at age five | ",
    ),
    (
        "Emergency admissions for asthma among under-18s stood at 210 per 100,000 in 2022; we will bring this down to 150 per 100,000 by 2027.",
        "decrease to 150 per 100,000 | 210 | 2027 | Emergency admissions for asthma among under-18s | under-18s",
    ),
    (
        "| Measure | Baseline 2022/23 | Target | By when |\n|---|---|---|---|\n| Children with tooth decay at age five | 31% | 25% | March 2027 |",
        "decrease to 25 % | 31 | March 2027 | Children with tooth decay at age five | Children",
    ),
    (
        "| Indicator | 2021 baseline | 2026 ambition |\n|---|---|---|\n| Teenage conceptions per 1,000 | 15.2 | 12 |",
        "decrease to 12 per 1,000 | 15.2 | 2026 | Teenage conceptions per 1,000 | ",
    ),
    (
        "# What we will do\n\n- Double the number of mental health support teams in schools from 8 to 16 by April 2025.",
        "increase to 16  | 8 | April 2025 | the number of mental health support teams in schools | ",
    ),
    (
        "We will keep the share of 16- and 17-year-olds not in education, employment or training below 3 per cent.",
        "at most to 3 per cent |  |  | the share of 16- and 17-year-olds not in education, employment or training | 17-year-olds",
    ),
    (
        "The partnership intends to cut school absence due to ill health by a third by the end of the plan.",
        "decrease by a third  |  | the end of the plan | school absence due to ill health | ",
    ),
    (
        "We will offer a place on a parenting programme to 500 families each year.",
        "reach to 500  |  | each year | a place on a parenting programme | families",
    ),
    (
        "Stillbirths to be reduced to 2.6 per 1,000 births by 2025.",
        "decrease to 2.6 per 1,000 |  | 2025 | Stillbirths | ",
    ),
    (
        "Our goal is for 80 per cent of children to reach a good level of development by age five by 2030.",
        "reach to 80 per cent |  | 2030 | children to reach a good level of development by age five | children",
    ),
    (
        "# Targets\n\n- Waiting times for speech and language therapy: no more than 12 weeks by March 2026.",
        "at most to 12 weeks |  | March 2026 | Waiting times for speech and language therapy | ",
    ),
    (
        "Access to children's mental health services will increase to 12,500 young people in 2024/25 (from 10,900 in 2022/23).",
        "increase to 12,500  | 10,900 | 2024/25 | Access to children's mental health services | children's",
    ),
    (
        "We will eliminate out-of-area placements for young people by 2026.",
        "decrease to 0  |  | 2026 | out-of-area placements for young people | young people",
    ),
    (
        "By the end of year two, 60 practitioners will be trained in trauma-informed care.",
        "reach to 60  |  | the end of year two | practitioners will be trained in trauma-informed care | practitioners",
    ),
    (
        "Persistent absence among children with a social worker should be no higher than 20% by summer 2026.",
        "at most to 20 % |  | summer 2026 | Persistent absence among children with a social worker | children",
    ),
];

/// Passages with figures and no target.
const LOOK_ALIKES: &[&str] = &[
    "Obesity among reception children fell from 10.4 per cent to 9.1 per cent between 2019 and 2022.",
    "In 2022, 34 per cent of children in Year 6 were overweight.",
    "We have reduced waiting times from 40 weeks to 22 weeks since 2021.",
    "The council will invest £2.4 million in family hubs by 2026.",
    "This plan covers 2023 to 2028 and will be refreshed each year.",
    "Our 0–19 service will work with 45 primary schools.",
    "The first 1,001 days will be a priority by 2025.",
    "NHS England expects every system to reach 75 per cent access by 2024.",
    "Children aged 5 to 11 will be offered a dental check by 2026.",
    "Section 3 will be updated by 30 June 2025.",
    "A neighbouring ICS aims to cut admissions by 20 per cent.",
    "One in five children will experience a mental health problem.",
    "By 2030, one in four residents will be aged over 65.",
    "The number of children with complex needs is projected to rise by 12 per cent by 2030.",
    "If nothing changes, referrals will increase by 30 per cent by 2027.",
    "There is no target to reduce exclusions by 10 per cent.",
    "We will report on 12 measures every quarter.",
    "We will publish our plan by March 2025.",
    "Targeted support reached 1,200 families last year.",
    "Baseline: 31 per cent (2022).",
    "For help, call 0800 123 456; lines will be open 24 hours a day.",
    "The population of under-25s will grow to 310,000 by 2031.",
    "We missed our target of 90 per cent in 2022/23, reaching 86 per cent.",
    "| Measure | 2020/21 | 2021/22 |\n|---|---|---|\n| MMR2 at five | 86% | 84% |",
    "Health visitors see every family five times by the age of two and a half.",
    "Phase 2 will start in September 2024 with three pilot sites.",
    "The budget will rise to £1.2 billion by 2025.",
    "The government set a target to cut child poverty by half by 2010.",
    "# Contents\n\nTargets for 2025 to 2028 ........ 14",
    "Two of our three hospitals will continue to run paediatric wards.",
];

#[test]
fn targets_are_read_with_measure_group_baseline_figure_unit_direction_and_date() {
    let wrong: Vec<String> = TARGETS
        .iter()
        .map(|(text, wanted)| (text, wanted, targets_of(text)))
        .filter(|(_, wanted, found)| found != &[(**wanted).to_owned()])
        .map(|(text, wanted, found)| format!("{text}\n  wanted {wanted}\n  found  {}", found.join("\n         ")))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), TARGETS.len(), wrong.join("\n"));
}

#[test]
fn results_statistics_forecasts_and_the_targets_of_others_are_none() {
    let wrong: Vec<String> = LOOK_ALIKES
        .iter()
        .map(|text| (text, targets_of(text)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(text, found)| format!("{text}\n  found {}", found.join("\n        ")))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LOOK_ALIKES.len(), wrong.join("\n"));
}

#[test]
fn a_target_is_cut_from_the_text_it_names() {
    static RUBRIC: LazyLock<Rubric> = LazyLock::new(Rubric::hpig_2024);
    let text = "# Café\n\nBy 2027 we’ll cut waits from 20 weeks to 12 weeks.\n";
    let document = read::read_text(text);
    let analysis = Analysis::of(&document, &RUBRIC);
    let found = targets::find(&analysis);
    assert_eq!(&analysis.text.as_str()[found[0].bytes.clone()], "By 2027 we’ll cut waits from 20 weeks to 12 weeks.");
}
