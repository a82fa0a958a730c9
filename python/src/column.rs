//! Columns as Arrow holds them, from what the engine gives.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    Array as _, ArrayRef, BooleanArray, DictionaryArray, Float64Array, Int64Array, LargeListArray, LargeStringArray,
};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{DataType, Field};

/// Free text; null where there is none.
pub(crate) fn text<'a>(values: impl Iterator<Item = Option<&'a str>>) -> ArrayRef {
    Arc::new(values.collect::<LargeStringArray>())
}

/// Text that takes few different values.
pub(crate) fn category<'a>(values: impl Iterator<Item = Option<&'a str>>) -> ArrayRef {
    Arc::new(values.collect::<DictionaryArray<Int32Type>>())
}

/// Whole numbers.
pub(crate) fn whole(values: impl Iterator<Item = Option<usize>>) -> ArrayRef {
    Arc::new(values.map(|value| value.and_then(|value| i64::try_from(value).ok())).collect::<Int64Array>())
}

/// Shares and percentages.
pub(crate) fn share(values: impl Iterator<Item = Option<f64>>) -> ArrayRef {
    Arc::new(values.collect::<Float64Array>())
}

/// Yes or no.
pub(crate) fn flag(values: impl Iterator<Item = bool>) -> ArrayRef {
    Arc::new(values.map(Some).collect::<BooleanArray>())
}

/// Lists of texts.
pub(crate) fn list<'a>(values: impl Iterator<Item = Vec<&'a str>>) -> ArrayRef {
    let rows: Vec<Vec<&str>> = values.collect();
    let offsets = OffsetBuffer::<i64>::from_lengths(rows.iter().map(Vec::len));
    let items: LargeStringArray = rows.iter().flatten().copied().map(Some).collect();
    let field = Field::new_list_field(items.data_type().clone(), true);
    debug_assert_eq!(field.data_type(), &DataType::LargeUtf8);
    Arc::new(LargeListArray::new(Arc::new(field), offsets, Arc::new(items), None))
}
