//! `Table`: columns that cross to pandas, polars and Arrow.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{Float64Type, Int32Type, Int64Type};
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchIterator};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList, PyString};

use crate::error::{PlanauditError, QueryError};
use crate::views::{self, Column};

/// Rows that a notebook and a terminal show.
const SHOWN: usize = 10;

/// A table: named columns of equal length.
///
/// It crosses to other libraries through the Arrow PyCapsule interface, without copying: ``polars.DataFrame(table)``,
/// ``pyarrow.table(table)``, ``duckdb.from_arrow(table)``; or by the methods below.
///
/// Examples
/// --------
/// >>> table = planaudit.Document.from_text("One sentence. And another.").passages
/// >>> len(table), table.column("quote")
/// (2, ['One sentence.', 'And another.'])
/// >>> table.to_pandas()["start"].tolist()
/// [0, 14]
#[pyclass(frozen, module = "planaudit")]
pub(crate) struct Table {
    name: &'static str,
    batch: RecordBatch,
    display: Display,
}

/// How a notebook shows a table.
enum Display {
    /// Its first rows.
    Rows,
    /// Its first rows, below some markup.
    Below(String),
    /// A page made for it.
    Own(String),
}

impl Table {
    /// A table of columns.
    pub(crate) fn new(name: &'static str, columns: Vec<(&'static str, ArrayRef)>) -> PyResult<Self> {
        let field = |(name, array): &(&str, ArrayRef)| Field::new(*name, array.data_type().clone(), true);
        let schema = Schema::new(columns.iter().map(field).collect::<Vec<_>>());
        let arrays = columns.into_iter().map(|(_, array)| array).collect();
        let batch = RecordBatch::try_new(Arc::new(schema), arrays)
            .map_err(|error: ArrowError| PlanauditError::new_err(format!("table {name}: {error}; please report it")))?;
        Ok(Self { name, batch, display: Display::Rows })
    }

    /// The table, shown below some markup.
    pub(crate) fn beside(self, markup: String) -> Self {
        Self { display: Display::Below(markup), ..self }
    }

    /// The table, shown by a page made for it.
    pub(crate) fn shown_as(self, page: String) -> Self {
        Self { display: Display::Own(page), ..self }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.batch.schema_ref().fields().iter().map(|field| field.name().as_str())
    }

    fn values<'py>(py: Python<'py>, array: &ArrayRef) -> PyResult<Bound<'py, PyList>> {
        let list = PyList::empty(py);
        for row in 0..array.len() {
            list.append(value(py, array, row)?)?;
        }
        Ok(list)
    }
}

#[pymethods]
impl Table {
    /// Names of the columns, in order.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.names().map(str::to_owned).collect()
    }

    /// The values of a column.
    ///
    /// Raises
    /// ------
    /// QueryError
    ///     There is no column of that name.
    fn column<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyList>> {
        match self.batch.column_by_name(name) {
            Some(array) => Self::values(py, array),
            None => Err(QueryError::new_err(format!(
                "no column `{name}` in {}; it has {}",
                self.name,
                self.names().collect::<Vec<_>>().join(", ")
            ))),
        }
    }

    /// One dict for each row.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let names: Vec<_> = self.names().map(|name| PyString::intern(py, name)).collect();
        let rows = PyList::empty(py);
        for row in 0..self.batch.num_rows() {
            let dict = PyDict::new(py);
            for (name, array) in names.iter().zip(self.batch.columns()) {
                dict.set_item(name, value(py, array, row)?)?;
            }
            rows.append(dict)?;
        }
        Ok(rows)
    }

    /// As a pandas DataFrame: categories, nullable integers, floats and flags, text; lists as objects.
    fn to_pandas<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let pandas = py.import("pandas")?;
        let columns = PyDict::new(py);
        for (name, array) in self.names().zip(self.batch.columns()) {
            columns.set_item(name, series(&pandas, array)?)?;
        }
        pandas.getattr("DataFrame")?.call1((columns,))
    }

    /// As a polars DataFrame, without copying.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.getattr("DataFrame")?.call1((slf,))
    }

    /// As a pyarrow Table, without copying.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.getattr("table")?.call1((slf,))
    }

    /// The table as an Arrow C stream.
    ///
    /// A requested schema is not followed, as the interface allows.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let reader = RecordBatchIterator::new([Ok(self.batch.clone())], self.batch.schema());
        PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), c"arrow_array_stream")
    }

    fn __len__(&self) -> usize {
        self.batch.num_rows()
    }

    fn __repr__(&self) -> String {
        let names = self.names().collect::<Vec<_>>().join(", ");
        format!("Table({}: {} rows; {names})", self.name, self.batch.num_rows())
    }

    fn _repr_html_(&self) -> String {
        let before = match &self.display {
            Display::Own(page) => return page.clone(),
            Display::Below(markup) => markup.as_str(),
            Display::Rows => "",
        };
        let rows = self.batch.num_rows();
        let column = |(name, array): (&str, &ArrayRef)| Column {
            name: name.to_owned(),
            number: matches!(array.data_type(), DataType::Int64 | DataType::Float64),
            cells: (0..rows.min(SHOWN)).map(|row| written(array, row)).collect(),
        };
        let columns: Vec<Column> = self.names().zip(self.batch.columns()).map(column).collect();
        views::table(self.name, &columns, rows, before)
    }
}

/// One cell as Python's own.
fn value<'py>(py: Python<'py>, array: &ArrayRef, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if array.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match array.data_type() {
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Float64 => array.as_primitive::<Float64Type>().value(row).into_pyobject(py)?.into_any(),
        DataType::Boolean => array.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any(),
        DataType::LargeList(_) => PyList::new(py, items(array, row))?.into_any(),
        _ => written(array, row).into_pyobject(py)?.into_any(),
    })
}

/// One cell as text; empty where there is nothing.
fn written(array: &ArrayRef, row: usize) -> String {
    if array.is_null(row) {
        return String::new();
    }
    match array.data_type() {
        DataType::LargeUtf8 => array.as_string::<i64>().value(row).to_owned(),
        DataType::Dictionary(..) => {
            let dictionary = array.as_dictionary::<Int32Type>();
            dictionary
                .key(row)
                .map(|key| dictionary.values().as_string::<i32>().value(key).to_owned())
                .unwrap_or_default()
        }
        DataType::Int64 => array.as_primitive::<Int64Type>().value(row).to_string(),
        DataType::Float64 => match array.as_primitive::<Float64Type>().value(row) {
            share if share.abs() <= 1.0 => format!("{share:.3}"),
            percentage => format!("{percentage:.1}"),
        },
        DataType::Boolean => array.as_boolean().value(row).to_string(),
        DataType::LargeList(_) => items(array, row).join("; "),
        other => format!("({other})"),
    }
}

/// The items of a list cell.
fn items(array: &ArrayRef, row: usize) -> Vec<String> {
    let cell = array.as_list::<i64>().value(row);
    cell.as_string::<i64>().iter().map(|item| item.unwrap_or_default().to_owned()).collect()
}

/// A column as pandas keeps it, whatever is installed beside pandas.
fn series<'py>(pandas: &Bound<'py, PyModule>, array: &ArrayRef) -> PyResult<Bound<'py, PyAny>> {
    let py = pandas.py();
    let options = PyDict::new(py);
    let dtype = match array.data_type() {
        DataType::Dictionary(..) => {
            let dictionary = array.as_dictionary::<Int32Type>();
            let codes = PyList::new(py, dictionary.keys().iter().map(|key| key.unwrap_or(-1)))?;
            let categories = PyList::new(py, dictionary.values().as_string::<i32>().iter())?;
            let index = PyDict::new(py);
            index.set_item("dtype", "object")?;
            options.set_item("categories", pandas.getattr("Index")?.call((categories,), Some(&index))?)?;
            return pandas.getattr("Categorical")?.call_method("from_codes", (codes,), Some(&options));
        }
        DataType::Int64 => "Int64",
        DataType::Float64 => "Float64",
        DataType::Boolean => "boolean",
        DataType::LargeUtf8 => "string",
        _ => "object",
    };
    options.set_item("dtype", dtype)?;
    pandas.getattr("Series")?.call((Table::values(py, array)?,), Some(&options))
}
