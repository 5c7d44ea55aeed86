//! Names: the order people expect of numbered files, ids and file names that every system can hold, titles from file names.

use std::cmp::Ordering;

/// Longest id made here; a number may be added.
const SLUG: usize = 32;
/// Longest title made here, letters.
const TITLE: usize = 80;

/// The order people expect: `foto 2` before `foto 10`, capitals no different from small letters.
pub(super) fn natural(one: &str, other: &str) -> Ordering {
    let (left, right) = (one.to_lowercase(), other.to_lowercase());
    let (mut left, mut right) = (left.as_str(), right.as_str());
    loop {
        let order = if let (Some((n, left_rest)), Some((m, right_rest))) = (digits(left), digits(right)) {
            (left, right) = (left_rest, right_rest);
            n.len().cmp(&m.len()).then(n.cmp(m))
        } else {
            let (mut rest, mut other_rest) = (left.chars(), right.chars());
            let letters = (rest.next(), other_rest.next());
            (left, right) = (rest.as_str(), other_rest.as_str());
            match letters {
                (None, None) => return one.cmp(other),
                (letter, other_letter) => letter.cmp(&other_letter),
            }
        };
        if order != Ordering::Equal {
            return order;
        }
    }
}

/// The number `text` begins with, without leading zeros, and what follows.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (!number.is_empty()).then(|| (number.trim_start_matches('0'), rest))
}

/// `text` as an id: small letters, digits and hyphens; `otherwise` when nothing is left.
pub(in crate::pack) fn slug(text: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        if slug.len() >= SLUG {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { otherwise.to_owned() } else { slug.to_owned() }
}

/// `name`, or with the first number at its end that makes it free.
pub(in crate::pack) fn free(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{name}-{number}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// A file's stem as a title: spaces for underscores, nothing that cannot be seen, not too long.
pub(in crate::pack) fn title(stem: &str) -> String {
    let plain: String = stem.chars().map(|c| if c == '_' || c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join(" ").chars().take(TITLE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_files_stand_in_the_order_people_expect() {
        let mut names = ["Foto 10.jpg", "foto 2.jpg", "foto 02.jpg", "foto.jpg", "Bahan.pdf", "foto 1b.jpg"];
        names.sort_by(|a, b| natural(a, b));
        assert_eq!(names, ["Bahan.pdf", "foto 1b.jpg", "foto 02.jpg", "foto 2.jpg", "Foto 10.jpg", "foto.jpg"]);
    }

    #[test]
    fn names_become_ids() {
        assert_eq!(slug("Gizi Ibu & Anak (2)", "x"), "gizi-ibu-anak-2");
        assert_eq!(slug("  ★ ", "bahan"), "bahan");
        assert!(slug(&"a ".repeat(100), "x").len() <= SLUG);
        assert_eq!(free("a", |name| ["a", "a-2"].contains(&name)), "a-3");
        assert_eq!(title("IMG_2024\u{7}_01"), "IMG 2024 01");
    }
}
