//! Small files that unpack to large ones.

use std::io::Write as _;

use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress};
use planaudit_read::Format;

use crate::pdf::File;
use crate::{Case, Outcome, case, office};

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory")
}

/// So many mebibytes of blanks, deflated. The same bytes stand for each of them, but the first.
fn deflated_blanks(mebibytes: usize) -> Vec<u8> {
    let mut deflate = Compress::new(Compression::best(), true);
    let blanks = vec![b' '; 1 << 20];
    let mut next = || {
        let mut packed = Vec::with_capacity(1 << 16);
        deflate.compress_vec(&blanks, &mut packed, FlushCompress::Full).expect("memory");
        packed
    };
    let first = next();
    let other = next();
    first.into_iter().chain(std::iter::repeat_n(other, mebibytes - 1).flatten()).collect()
}

pub(super) fn cases() -> Vec<Case> {
    use Outcome::{Either, Reads, Refused};
    let pdf = |name, file: File, outcome| case(name, Format::Pdf, file.bytes(), outcome);
    let words = b"BT /F 11 Tf 60 700 Td (Words of a plan.) Tj ET";
    let content = |filter: &str, data: &[u8]| File::of("").set_stream(4, filter, data);
    let body = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(40 << 20));
    vec![
        pdf("sound", content("/Filter /FlateDecode", &deflated(words)), Reads("Words of a plan.")),
        pdf(
            "packed twice",
            content("/Filter [/FlateDecode /FlateDecode]", &deflated(&deflated(words))),
            Reads("Words of a plan."),
        ),
        pdf("a bomb", content("/Filter /FlateDecode", &deflated_blanks(520)), Refused("bytes unpacked")),
        pdf(
            "a bomb in a bomb",
            content("/Filter [/FlateDecode /FlateDecode]", &deflated(&deflated_blanks(520))),
            Refused("bytes unpacked"),
        ),
        pdf(
            "an unknown bomb",
            content("/Filter [/LZWDecode /FlateDecode]", &deflated(words)),
            Refused("bytes unpacked"),
        ),
        pdf("noise", content("/Filter /FlateDecode", &[0xA5; 300_000]), Either),
        case("a bomb of a document", Format::Docx, office::docx(&body), Refused("times packed")),
    ]
}
