//! `planaudit search`.

use std::process::ExitCode;

use crate::args::Search;

pub(super) fn run(args: &Search) -> anyhow::Result<ExitCode> {
    anyhow::bail!("{}: search is not built in", args.corpus.display())
}
