//! How far a run has come: told by the run, shown by the thread that waits for it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use pyo3::prelude::*;

use crate::work;

/// Whether to show a bar, or what to call.
#[derive(FromPyObject)]
pub(crate) enum ProgressArgument<'py> {
    Flag(bool),
    Callable(Bound<'py, PyAny>),
}

/// How far a run has come.
#[derive(Default)]
pub(crate) struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// Says how many files are done.
    pub(crate) fn tell(&self, done: usize, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        self.done.fetch_max(done, Ordering::Relaxed);
    }

    /// Whether nobody waits any more.
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }

    /// Runs `work` away from the interpreter and shows how far it has come.
    ///
    /// A fault in what shows it, or Ctrl-C, ends the wait; the run then stops after the files it is at.
    pub(crate) fn shown<T: Send + 'static>(
        py: Python<'_>,
        argument: ProgressArgument<'_>,
        work: impl FnOnce(&Self) -> T + Send + 'static,
    ) -> PyResult<T> {
        let callback = callback(py, argument)?;
        let state = Arc::new(Self::default());
        let seen = Arc::clone(&state);
        let mut last = 0;
        let mut show = |py: Python<'_>| {
            let (done, total) = (state.done.load(Ordering::Relaxed), state.total.load(Ordering::Relaxed));
            match &callback {
                Some(callback) if done > last => {
                    last = done;
                    callback.bind(py).call1((done, total)).map(|_| ())
                }
                _ => Ok(()),
            }
        };
        let result = work::watched(py, move || work(&seen), &mut show).and_then(|result| show(py).map(|()| result));
        state.stopped.store(true, Ordering::Relaxed);
        if let Some(callback) = &callback
            && let Ok(close) = callback.bind(py).getattr("close")
        {
            close.call0()?;
        }
        result
    }
}

/// What is called as a run goes on: the bar, the user's own, or nothing.
fn callback(py: Python<'_>, progress: ProgressArgument<'_>) -> PyResult<Option<Py<PyAny>>> {
    match progress {
        ProgressArgument::Flag(false) => Ok(None),
        ProgressArgument::Flag(true) => {
            Ok(Some(py.import("planaudit.progress")?.getattr("ProgressBar")?.call0()?.unbind()))
        }
        ProgressArgument::Callable(callable) => Ok(Some(callable.unbind())),
    }
}
