//! Streams packed so tightly that unpacking them would take all memory. The library unpacks whatever it meets, so they
//! are looked for before it sees the file.

use std::io::Read;

use flate2::read::ZlibDecoder;
use memchr::memmem;

use crate::error::ReadError;

/// Bytes that all large streams may have together, unpacked.
const LARGEST_UNPACKED: u64 = 512 << 20;
/// No stream shorter than this unpacks to much by one filter: Deflate packs a thousand times at best.
const SHORT: usize = 128 << 10;
/// Pictures are unpacked only to be recognised; shorter ones are let pass.
const SHORT_PICTURE: usize = 2 << 20;
/// Longest stream packed by LZW, whose size is not measured.
const LONGEST_LZW: usize = 512 << 10;
/// How far before its data a stream's dictionary is looked for.
const LONGEST_DICTIONARY: usize = 1024;

/// Refuses a file that holds a bomb.
pub(super) fn refuse(file: &[u8]) -> Result<(), ReadError> {
    let mut left = LARGEST_UNPACKED;
    let end_mark = memmem::Finder::new(b"endstream");
    let mut at = 0;
    while let Some(found) = memmem::find(&file[at..], b"stream") {
        let start = at + found + b"stream".len();
        let dictionary = &file[at.max(start.saturating_sub(LONGEST_DICTIONARY))..start - b"stream".len()];
        if !matches!(file.get(start), Some(b'\r' | b'\n')) {
            at = start;
            continue;
        }
        let data = &file[start..];
        let data = &data[..end_mark.find(data).unwrap_or(data.len())];
        at = start + data.len() + if start + data.len() < file.len() { b"endstream".len() } else { 0 };
        let unpacked = unpacked(dictionary, data.trim_ascii_start(), left);
        if unpacked >= left {
            return Err(ReadError::TooLarge { what: "bytes unpacked", found: unpacked, limit: LARGEST_UNPACKED });
        }
        left -= unpacked;
    }
    Ok(())
}

/// How many bytes a stream unpacks to, counted up to a limit; 0 where it cannot be many.
fn unpacked(dictionary: &[u8], data: &[u8], limit: u64) -> u64 {
    // What stands before belongs to other objects.
    let dictionary = &dictionary[memmem::rfind(dictionary, b"obj").unwrap_or(0)..];
    let count = |name: &[u8]| memmem::find_iter(dictionary, name).count();
    let (flate, lzw) = (count(b"FlateDecode"), count(b"LZWDecode"));
    let short = match flate + lzw {
        0 => return 0,
        1 if memmem::find(dictionary, b"/Image").is_some() => SHORT_PICTURE,
        1 => SHORT,
        // Packed again, what is short may be packed a million times.
        _ => 0,
    };
    if data.len() <= short {
        return 0;
    }
    if lzw > 0 {
        return if flate > 0 || lzw > 1 || data.len() > LONGEST_LZW { limit } else { 0 };
    }
    let mut reader: Box<dyn Read + '_> = Box::new(data);
    for _ in 0..flate.min(8) {
        reader = Box::new(ZlibDecoder::new(reader));
    }
    // What cannot be unpacked here is damaged or encrypted, and what came of it until there is counted.
    let mut counted = 0;
    let mut buffer = [0; 1 << 14];
    while counted < limit
        && let Ok(read @ 1..) = reader.read(&mut buffer)
    {
        counted += read as u64;
    }
    counted
}
