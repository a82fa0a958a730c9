//! Encrypted files.

use md5::{Digest as _, Md5};
use planaudit_read::Format;

use crate::pdf::File;
use crate::{Case, Outcome, case};

/// What passwords are filled up with, by the standard.
const PAD: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E, 0x00,
    0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// The first bytes of Microsoft's older container, and a stream's name as it stands there.
pub(super) fn compound(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].into_iter().chain([0; 504]).chain(name).collect()
}

fn rc4(key: &[u8], data: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let mut j = 0_usize;
    for i in 0..256 {
        j = (j + usize::from(state[i]) + usize::from(key[i % key.len()])) % 256;
        state.swap(i, j);
    }
    let (mut i, mut j) = (0_usize, 0_usize);
    data.iter()
        .map(|byte| {
            i = (i + 1) % 256;
            j = (j + usize::from(state[i])) % 256;
            state.swap(i, j);
            byte ^ state[(usize::from(state[i]) + usize::from(state[j])) % 256]
        })
        .collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().concat()
}

/// A file encrypted with forty bits, for a user's password.
fn encrypted(password: &str, filter: &str) -> Vec<u8> {
    let pad = |password: &str| -> Vec<u8> { password.bytes().chain(PAD).take(32).collect() };
    let id = [7_u8; 16];
    let permissions = -44_i32;
    let owner = rc4(&Md5::digest(pad("owner"))[..5], &pad(password));
    let key = Md5::digest([pad(password), owner.clone(), permissions.to_le_bytes().to_vec(), id.to_vec()].concat());
    let key = &key[..5];
    let user = rc4(key, &PAD);
    // The key of object 4, the content.
    let of_object = Md5::digest([key, &[4, 0, 0, 0, 0]].concat());
    let content = rc4(&of_object[..10], b"BT /F 11 Tf 60 700 Td (Words of a plan.) Tj ET");
    let mut file = File::of("").set_stream(4, "", &content);
    let number = file.add(&format!(
        "<< /Filter /{filter} /V 1 /R 2 /P {permissions} /O <{}> /U <{}> >>",
        hex(&owner),
        hex(&user)
    ));
    let id = hex(&id);
    file.with_trailer(&format!("/Encrypt {number} 0 R /ID [<{id}> <{id}>]")).bytes()
}

pub(super) fn cases() -> Vec<Case> {
    use Outcome::{Either, Reads, Refused};
    let pdf = |name, bytes, outcome| case(name, Format::Pdf, bytes, outcome);
    vec![
        pdf("anybody may open it", encrypted("", "Standard"), Reads("Words of a plan.")),
        pdf("it asks for a password", encrypted("secret", "Standard"), Refused("encrypted with a password")),
        pdf("another way of encrypting", encrypted("", "Homemade"), Either),
        pdf("an unfinished dictionary", File::of("").with_trailer("/Encrypt << /Filter /Standard >>").bytes(), Either),
    ]
}
