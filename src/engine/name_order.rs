//! The order in which names are listed: as people count, “Mawar 3” before “Mawar 13”.

/// Where a name stands among others. Numbers in it count as numbers; capital letters do not matter.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameOrder(Vec<Piece>, String);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    /// How many digits without leading zeros, and these: any length compares rightly.
    Number(usize, String),
    Letters(String),
}

impl NameOrder {
    /// Of this name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let name = name.to_lowercase();
        let mut pieces = Vec::new();
        let mut rest = name.as_str();
        while let Some(first) = rest.chars().next() {
            let digits = first.is_ascii_digit();
            let end = rest.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            rest = after;
            let number = piece.trim_start_matches('0');
            pieces.push(if digits {
                Piece::Number(number.len(), number.to_owned())
            } else {
                Piece::Letters(piece.to_owned())
            });
        }
        Self(pieces, name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_listed_as_people_count() {
        let mut names =
            ["Mawar 13", "mawar 3", "Mawar 03", "Anggrek", "Mawar", "Mawar 3 B", "10", "9", "RT 2/RW 11", "RT 2/RW 9"];
        names.sort_by_cached_key(|name| NameOrder::of(name));
        let right =
            ["9", "10", "Anggrek", "Mawar", "Mawar 03", "mawar 3", "Mawar 3 B", "Mawar 13", "RT 2/RW 9", "RT 2/RW 11"];
        assert_eq!(names, right);
        assert!(NameOrder::of("Kelompok 100000000000000000000001") > NameOrder::of("Kelompok 99999999999999999999"));
    }
}
