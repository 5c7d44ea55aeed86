//! Makes new cases of old ones: bits flipped, numbers overwritten, pieces cut out, doubled, swapped for a piece of another file.

use crate::dice::Dice;

/// No case grows beyond this, bytes.
const LARGEST: usize = 256 * 1024;
/// Numbers that length and count fields are tripped up by.
const TELLING: [u32; 9] = [0, 1, 2, 0x7F, 0xFF, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];

/// One of `files` changed in one place or in many.
pub(crate) fn mutated(files: &[Vec<u8>], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = dice.one_of(files).clone();
    for _ in 0..1 << dice.below(6) {
        change(&mut bytes, files, dice);
    }
    bytes.truncate(LARGEST);
    bytes
}

fn change(bytes: &mut Vec<u8>, files: &[Vec<u8>], dice: &mut Dice) {
    if bytes.is_empty() {
        bytes.push(dice.below(256) as u8);
    }
    // Headers lie at the beginning and, in an MP4 or a zip, at the end.
    let length = bytes.len() as u64;
    let at = match dice.below(4) {
        0 => dice.below(length.min(256)),
        1 => length - 1 - dice.below(length.min(2048)),
        _ => dice.below(length),
    } as usize;
    match dice.below(8) {
        0 | 1 => bytes[at] ^= 1 << dice.below(8),
        2 => bytes[at] = dice.below(256) as u8,
        3 => {
            let number = *dice.one_of(&TELLING);
            let number = if dice.below(2) == 0 { number.to_be_bytes() } else { number.to_le_bytes() };
            let end = (at + 4).min(bytes.len());
            bytes[at..end].copy_from_slice(&number[..end - at]);
        }
        4 => _ = bytes.drain(at..piece(at, bytes.len(), dice)),
        5 => {
            let copy = bytes[at..piece(at, bytes.len(), dice)].to_vec();
            let to = dice.below(length) as usize;
            bytes.splice(to..to, copy);
        }
        6 => bytes.truncate(at + 1),
        _ => {
            let other = dice.one_of(files);
            if !other.is_empty() {
                let from = dice.below(other.len() as u64) as usize;
                let copy = other[from..piece(from, other.len(), dice)].to_vec();
                let end = (at + copy.len()).min(bytes.len());
                bytes.splice(at..end, copy);
            }
        }
    }
}

/// The end of a piece that begins at `from`, mostly short.
fn piece(from: usize, length: usize, dice: &mut Dice) -> usize {
    let most = 1 << (1 + dice.below(12));
    (from + 1 + dice.below(most) as usize).min(length)
}
