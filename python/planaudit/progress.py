"""The bar that ``audit`` shows, where tqdm is installed."""

from __future__ import annotations

import sys
import warnings
from typing import Any


class ProgressBar:
    """A bar that counts files; shows nothing without tqdm, or where standard error is neither terminal nor notebook."""

    def __init__(self) -> None:
        self._bar: Any = None
        self._tqdm: Any = None
        try:
            with warnings.catch_warnings():
                # Without ipywidgets tqdm warns, and draws a bar of letters all the same.
                warnings.simplefilter("ignore")
                from tqdm.auto import tqdm
        except ImportError:
            return
        self._tqdm = tqdm

    def __call__(self, done: int, total: int) -> None:
        """Shows how many files are done."""
        if self._tqdm is None:
            return
        if self._bar is None:
            # Left to itself, tqdm hides where standard error is no terminal; in a notebook it never is.
            disable = False if "ipykernel" in sys.modules else None
            self._bar = self._tqdm(total=total, unit="file", desc="audit", disable=disable)
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """Leaves the bar as it stands."""
        if self._bar is not None:
            self._bar.close()
