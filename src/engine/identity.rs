//! Identity numbers (NIK) and numbers of family cards (no. KK) as text: checked, masked. How they are kept sealed is the store's business.

use std::fmt;

use zeroize::Zeroizing;

/// Digits of both numbers, by law.
pub const DIGITS: usize = 16;
/// Digits of a masked number that are shown at each end.
const SHOWN: usize = 4;
/// Stands for a hidden digit.
const HIDDEN: char = '•';

/// Which number of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Number {
    /// Nomor induk kependudukan.
    Nik,
    /// Nomor kartu keluarga.
    Kk,
}

impl Number {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Nik, Self::Kk];
}

/// What is wrong with a number somebody wrote down. Never carries the number itself, so that it can stand in any sentence and log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdentityFault {
    /// Nothing was written.
    #[error("no number")]
    Empty,
    /// A spreadsheet rounded it (`3.20E+15`): its last digits are lost.
    #[error("a spreadsheet has rounded the number")]
    Rounded,
    /// It has letters or signs inside.
    #[error("the number has letters or signs in it")]
    NotDigits,
    /// So many digits instead of [`DIGITS`].
    #[error("{0} digits instead of 16")]
    Length(usize),
}

/// The sixteen digits of a number as people and spreadsheets write it: blanks, dots and hyphens between them and an apostrophe in front are
/// no part of it.
pub fn checked(text: &str) -> Result<String, IdentityFault> {
    let inner = text.trim().trim_start_matches(['\'', '’', '‘', '`']);
    let digits: String = inner.chars().filter(|c| !is_separator(*c)).collect();
    let digits = Zeroizing::new(digits);
    if digits.is_empty() {
        Err(IdentityFault::Empty)
    } else if is_rounded(&digits) {
        Err(IdentityFault::Rounded)
    } else if !digits.chars().all(|c| c.is_ascii_digit()) {
        Err(IdentityFault::NotDigits)
    } else if digits.len() == DIGITS {
        Ok(digits.to_string())
    } else {
        Err(IdentityFault::Length(digits.len()))
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '-' | '–' | '/' | '_' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// `3.20E+15`, `3,20E15`: what a spreadsheet makes of a long number. The separators are gone already.
fn is_rounded(text: &str) -> bool {
    let Some((front, exponent)) = text.split_once(['e', 'E']) else { return false };
    let number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || c == ',');
    number(front) && number(exponent.trim_start_matches('+'))
}

/// `3201••••••••0001`: enough to know it again, not enough to use it. Anything but sixteen characters is hidden whole.
#[must_use]
pub fn masked(number: &str) -> String {
    let count = number.chars().count();
    let open = |at: usize| count == DIGITS && !(SHOWN..DIGITS - SHOWN).contains(&at);
    number.chars().enumerate().map(|(at, c)| if open(at) { c } else { HIDDEN }).collect()
}

/// Least length of a passphrase, in characters.
pub const MIN_PASSPHRASE: usize = 8;

/// How hard a passphrase is to guess, roughly: a hint while it is typed, no promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Below [`MIN_PASSPHRASE`]: not taken.
    TooShort,
    /// Digits alone (a birthday, a phone number), or few different characters.
    Weak,
    /// All right.
    Fair,
    /// Several words, or long and mixed.
    Strong,
}

/// Length counts most; a date or one key held down is weak at any length a person would type.
#[must_use]
pub fn strength(passphrase: &str) -> Strength {
    let count = passphrase.chars().count();
    let mut different: Vec<char> = passphrase.chars().collect();
    different.sort_unstable();
    different.dedup();
    if count < MIN_PASSPHRASE {
        return Strength::TooShort;
    }
    if different.len() < 5 || passphrase.chars().all(|c| c.is_ascii_digit()) {
        return Strength::Weak;
    }
    let words = passphrase.split_whitespace().count();
    if count >= 16 || count >= 12 && words > 1 { Strength::Strong } else { Strength::Fair }
}

/// Something secret while it is being typed or shown: wiped when it is let go, and no debug print has it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// To be read, for sealing and for eyes.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// To be typed into.
    pub fn edit(&mut self) -> &mut String {
        &mut self.0
    }
}

impl From<Zeroizing<String>> for Secret {
    fn from(text: Zeroizing<String>) -> Self {
        Self(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NIK: &str = "3201014506780001";

    #[test]
    fn sixteen_digits_are_found_however_they_are_written() {
        let written = [
            NIK,
            " 3201014506780001 ",
            "'3201014506780001",
            "3201 0145 0678 0001",
            "320101.450678.0001",
            "3201-0145-0678-0001\u{a0}",
        ];
        for text in written {
            assert_eq!(checked(text).as_deref(), Ok(NIK), "{text:?}");
        }
    }

    #[test]
    fn what_is_no_number_says_why_without_repeating_it() {
        let expected = [
            ("", IdentityFault::Empty),
            (" ' ", IdentityFault::Empty),
            ("-", IdentityFault::Empty),
            ("3.20E+15", IdentityFault::Rounded),
            ("3,20101E+15", IdentityFault::Rounded),
            ("3e15", IdentityFault::Rounded),
            ("belum punya", IdentityFault::NotDigits),
            ("320101450678000O", IdentityFault::NotDigits),
            ("٣٢٠١٠١٤٥٠٦٧٨٠٠٠١", IdentityFault::NotDigits),
            ("320101450678000", IdentityFault::Length(15)),
            ("32010145067800012", IdentityFault::Length(17)),
        ];
        for (text, fault) in expected {
            assert_eq!(checked(text), Err(fault), "{text:?}");
            assert!(text.trim().is_empty() || !fault.to_string().contains(text), "{fault}");
        }
    }

    #[test]
    fn a_mask_shows_both_ends_of_a_whole_number_and_nothing_of_any_other() {
        assert_eq!(masked(NIK), "3201••••••••0001");
        assert_eq!(masked("320101450678000"), "•".repeat(15));
        assert_eq!(masked(""), "");
    }

    #[test]
    fn strength_counts_length_and_knows_dates() {
        let expected = [
            ("", Strength::TooShort),
            ("melati7", Strength::TooShort),
            ("17081945", Strength::Weak),
            ("aaaaaaaaaaaaaaaaaaaa", Strength::Weak),
            ("melati77", Strength::Fair),
            ("ayam jago merah", Strength::Strong),
            ("pertemuanbulanan", Strength::Strong),
        ];
        for (passphrase, expected) in expected {
            assert_eq!(strength(passphrase), expected, "{passphrase:?}");
        }
    }

    #[test]
    fn a_secret_is_not_in_its_debug_print() {
        assert_eq!(format!("{:?}", Secret::from(NIK.to_owned())), "Secret(…)");
    }
}
