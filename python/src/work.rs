//! Work away from the interpreter: the lock released, signals watched, panics caught.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;

use crate::error::PlanauditError;

/// How often signals and progress are looked at.
const TICK: Duration = Duration::from_millis(50);

/// Damaged files can nest deeply; this is the stack that readers are tested with.
const STACK: usize = 16 << 20;

/// Does a piece of work in a thread of its own and waits for it.
///
/// Ctrl-C ends the wait at once. The work is then left to itself: it owns all it uses and its result is dropped.
pub(crate) fn run<T, W>(py: Python<'_>, work: W) -> PyResult<T>
where
    T: Send + 'static,
    W: FnOnce() -> T + Send + 'static,
{
    watched(py, work, |_| Ok(()))
}

/// As [`run`], calling `tick` again and again while it waits; an error of `tick` ends the wait.
pub(crate) fn watched<T, W>(py: Python<'_>, work: W, mut tick: impl FnMut(Python<'_>) -> PyResult<()>) -> PyResult<T>
where
    T: Send + 'static,
    W: FnOnce() -> T + Send + 'static,
{
    let (sender, mut receiver) = sync_channel(1);
    let work = move || {
        // Nobody listens any more when the wait was ended.
        let _ = sender.send(catch_unwind(AssertUnwindSafe(work)));
    };
    thread::Builder::new()
        .name("planaudit".to_owned())
        .stack_size(STACK)
        .spawn(work)
        .map_err(|error| PlanauditError::new_err(format!("no thread can be started ({error}); end other programs")))?;
    loop {
        let outcome;
        (outcome, receiver) = py.detach(move || (receiver.recv_timeout(TICK), receiver));
        match outcome {
            Ok(Ok(value)) => return Ok(value),
            Ok(Err(panic)) => return Err(fault(panic.as_ref())),
            Err(RecvTimeoutError::Timeout) => {
                py.check_signals()?;
                tick(py)?;
            }
            Err(RecvTimeoutError::Disconnected) => return Err(fault(&"the work ended without a result")),
        }
    }
}

/// A fault of ours, as an exception like any other.
fn fault(panic: &(dyn Any + Send)) -> PyErr {
    let said = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let said = said.unwrap_or("no message");
    PlanauditError::new_err(format!("a fault inside planaudit ({said}); please report it with the file that led to it"))
}
