//! Every example and counter-example of the built-in rubric is a test of its own, named after question and example.

use libtest_mimic::{Arguments, Failed, Trial};
use planaudit::Rubric;
use planaudit::rubric::{Files, cases};

fn main() {
    let arguments = Arguments::from_args();
    let files = Files::hpig_2024();
    let cases = match cases(&files) {
        Ok(cases) => cases,
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            std::process::exit(1);
        }
    };
    let rubric: &'static Rubric = Box::leak(Box::new(Rubric::hpig_2024()));
    let trials = cases
        .into_iter()
        .map(|case| Trial::test(case.title(), move || case.run(rubric).map_err(Failed::from)))
        .collect();
    libtest_mimic::run(&arguments, trials).exit();
}
