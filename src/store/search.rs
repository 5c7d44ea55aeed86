//! Search over what the program holds, as one types: a full-text index in memory, built anew at each start. What the texts are and where a
//! hit leads is the caller's; nothing of it is written to disk.

use rusqlite::{Connection, params};

use super::StoreError;

/// Longest query that is looked at, words.
const MOST_WORDS: usize = 8;
/// Words of a hit's excerpt.
const EXCERPT: u8 = 14;

/// A text to be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// What it is called; a word found here counts ten times.
    pub title: String,
    /// Its words.
    pub body: String,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Which: the place in the order in which the texts were given, from 0.
    pub doc: usize,
    /// A piece of its body around what was found; `[` and `]` stand around the words that match.
    pub excerpt: String,
}

/// The index.
pub struct Index {
    conn: Connection,
}

impl Index {
    /// An index over these texts.
    pub fn build<'a>(docs: impl IntoIterator<Item = &'a Doc>) -> Result<Self, StoreError> {
        let mut conn = Connection::open_in_memory()?;
        conn.execute_batch(
            "CREATE VIRTUAL TABLE doc USING fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');",
        )?;
        let tx = conn.transaction()?;
        {
            let mut insert = tx.prepare("INSERT INTO doc (rowid, title, body) VALUES (?, ?, ?)")?;
            for (row, doc) in (0_i64..).zip(docs) {
                insert.execute(params![row, doc.title, doc.body])?;
            }
        }
        tx.commit()?;
        Ok(Self { conn })
    }

    /// The best `most` texts that hold every word typed, the last word also as the beginning of one. Empty for nothing typed.
    pub fn find(&self, typed: &str, most: usize) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query(typed) else { return Ok(Vec::new()) };
        let sql = format!(
            "SELECT rowid, snippet(doc, 1, '[', ']', '…', {EXCERPT}) FROM doc WHERE doc MATCH ?
             ORDER BY bm25(doc, 10.0, 1.0), rowid LIMIT ?"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let hits = statement.query_map(params![query, most as i64], |row| {
            Ok(Hit { doc: row.get::<_, i64>(0)?.unsigned_abs() as usize, excerpt: row.get(1)? })
        })?;
        Ok(hits.collect::<Result<_, _>>()?)
    }
}

/// The words typed as a query of FTS5: each quoted, so that nothing typed is an operator; all of them prefixes, since Indonesian hangs
/// its endings on ("cuci" finds "cucilah").
fn query(typed: &str) -> Option<String> {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let query: Vec<String> = words.take(MOST_WORDS).map(|word| format!("\"{word}\"*")).collect();
    (!query.is_empty()).then(|| query.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doc(title: &str, body: &str) -> Doc {
        Doc { title: title.to_owned(), body: body.to_owned() }
    }

    fn found(index: &Index, typed: &str) -> Vec<usize> {
        index.find(typed, 10).unwrap().iter().map(|hit| hit.doc).collect()
    }

    #[test]
    fn every_word_must_be_there_titles_come_first_and_what_is_typed_is_never_an_operator() {
        let docs = [
            doc("Diare", "Anak yang mencret diberi oralit, lalu cucilah tangan."),
            doc("Cuci tangan", "Pakai sabun, dua puluh detik."),
            doc("Menabung", "Sisihkan dulu, baru belanja."),
        ];
        let index = Index::build(&docs).unwrap();
        assert_eq!(found(&index, "cuci"), [1, 0], "the title counts more; endings hang on");
        assert_eq!(found(&index, "CUCI sab"), [1], "while typing");
        assert_eq!(found(&index, "cuci belanja"), Vec::<usize>::new());
        for odd in ["", "   ", "\"", "NOT", "a* OR (", "tangan -sabun", "title:x", "é́"] {
            drop(index.find(odd, 10).unwrap());
        }
        let hit = &index.find("oralit", 1).unwrap()[0];
        assert!(hit.excerpt.contains("[oralit]"), "{}", hit.excerpt);
    }
}
