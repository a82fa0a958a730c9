//! Values of the assessment file as Python's own, and Python's own as TOML.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use serde_json::Value;

use crate::error::RubricError;

/// A value as None, bool, int, float, str, list or dict.
pub(crate) fn to_python<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Null => py.None().into_bound(py),
        Value::Bool(flag) => flag.into_pyobject(py)?.to_owned().into_any(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into_pyobject(py)?.into_any(),
            None => number.as_f64().into_pyobject(py)?.into_any(),
        },
        Value::String(text) => text.into_pyobject(py)?.into_any(),
        Value::Array(items) => {
            let list = PyList::empty(py);
            for item in items {
                list.append(to_python(py, item)?)?;
            }
            list.into_any()
        }
        Value::Object(fields) => {
            let dict = PyDict::new(py);
            for (name, field) in fields {
                dict.set_item(name, to_python(py, field)?)?;
            }
            dict.into_any()
        }
    })
}

/// A dict as the TOML a rubric is written in.
pub(crate) fn to_toml(fields: &Bound<'_, PyAny>) -> PyResult<String> {
    let written: String = fields.py().import("json")?.call_method1("dumps", (fields,))?.extract()?;
    let fault = |error: &dyn std::fmt::Display| {
        RubricError::new_err(format!(
            "not what a rubric's file can hold ({error}); use dicts, lists, texts and numbers"
        ))
    };
    let value: Value = serde_json::from_str(&written).map_err(|error| fault(&error))?;
    toml::to_string(&value).map_err(|error| fault(&error))
}
