//! Search over what the program holds, as one types: a full-text index in memory, built anew at each start. What the texts are and where a
//! hit leads is the caller's; nothing of it is written to disk.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::StoreError;
use crate::engine::finding;

/// Most texts that are ranked. What stands in more of them (a first letter) ranks none above another, and would take long to weigh: they
/// stay in the order in which they were added.
const RANKED: usize = 1500;

/// The index. It keeps words, not texts: those are the caller's.
pub struct Index {
    conn: Connection,
    /// How many texts it has.
    texts: usize,
}

impl Index {
    /// An index over nothing.
    pub fn new() -> Result<Self, StoreError> {
        let conn = Connection::open_in_memory()?;
        conn.execute_batch(
            "CREATE VIRTUAL TABLE doc USING fts5 (
                title, body, content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
            );",
        )?;
        Ok(Self { conn, texts: 0 })
    }

    /// Adds texts, title and words each; they are numbered in this order, on from those before. Stops when `go_on` says no: the index is
    /// then good for nothing but to be let go.
    pub fn add<'a>(
        &mut self,
        texts: impl IntoIterator<Item = (&'a str, &'a str)>,
        go_on: impl Fn() -> bool,
    ) -> Result<(), StoreError> {
        let tx = self.conn.transaction()?;
        {
            let mut insert = tx.prepare("INSERT INTO doc (rowid, title, body) VALUES (?, ?, ?)")?;
            for (title, body) in texts {
                if !go_on() {
                    return Ok(());
                }
                insert.execute(params![self.texts as i64, title, body])?;
                self.texts += 1;
            }
        }
        tx.commit()?;
        Ok(())
    }

    /// Numbers of all texts that hold every word typed, each also as the beginning of a longer one: first those whose title holds them all,
    /// then the others, the best first each time. Empty for nothing typed.
    pub fn find(&self, typed: &str) -> Result<Vec<usize>, StoreError> {
        let Some(query) = query(typed) else { return Ok(Vec::new()) };
        let titled: BTreeSet<usize> = self.matching(&format!("{{title}} : ({query})"), "rowid")?.into_iter().collect();
        let mut all = self.matching(&query, "rowid")?;
        if all.len() <= RANKED {
            all = self.matching(&query, "bm25(doc, 10.0, 1.0), rowid")?;
        }
        let (mut first, rest): (Vec<usize>, Vec<usize>) = all.into_iter().partition(|text| titled.contains(text));
        first.extend(rest);
        Ok(first)
    }

    fn matching(&self, query: &str, order: &str) -> Result<Vec<usize>, StoreError> {
        let sql = format!("SELECT rowid FROM doc WHERE doc MATCH ? ORDER BY {order}");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let hits = statement.query_map([query], |row| Ok(row.get::<_, i64>(0)?.unsigned_abs() as usize))?;
        Ok(hits.collect::<Result<_, _>>()?)
    }
}

/// The words typed as a query of FTS5: each quoted, so that nothing typed is an operator; all of them prefixes, since Indonesian hangs
/// its endings on ("cuci" finds "cucilah").
fn query(typed: &str) -> Option<String> {
    let words = finding::words(typed);
    let query: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    (!query.is_empty()).then(|| query.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [(&str, &str); 4] = [
        ("Diare", "Anak yang mencret diberi oralit, lalu cucilah tangan."),
        ("Cuci tangan", "Pakai sabun, dua puluh detik."),
        ("Menabung", "Sisihkan dulu, baru belanja."),
        ("Kebersihan di rumah, di kebun dan di kandang", "Cuci, cuci, cuci tangan, tangan, tangan: cuci tangan."),
    ];

    #[test]
    fn every_word_must_be_there_titles_come_first_and_what_is_typed_is_never_an_operator() {
        let mut index = Index::new().unwrap();
        index.add(TEXTS[..2].iter().copied(), || true).unwrap();
        index.add(TEXTS[2..].iter().copied(), || true).unwrap();
        let found = |index: &Index, typed: &str| index.find(typed).unwrap();
        assert_eq!(found(&index, "cuci"), [1, 3, 0], "a title before any number of mentions; endings hang on");
        assert_eq!(found(&index, "CUCI sab"), [1], "while typing");
        assert_eq!(found(&index, "oralít"), [0], "accents do not matter");
        assert_eq!(found(&index, "cuci belanja"), Vec::<usize>::new());
        let many: Vec<(String, String)> = (0..RANKED).map(|n| (format!("lain {n}"), "cuci".to_owned())).collect();
        index.add(many.iter().map(|(title, body)| (title.as_str(), body.as_str())), || true).unwrap();
        let all = index.find("cuci").unwrap();
        assert_eq!((all[0], all.len()), (1, RANKED + 3), "a title comes first where nothing else is weighed, too");
        for odd in ["", "   ", "\"", "NOT", "a* OR (", "tangan -sabun", "title:x", "é́", "{title}", "ﬁ", "١٢"] {
            drop(index.find(odd).unwrap());
        }
    }

    #[test]
    fn who_lets_go_of_it_need_not_wait() {
        let mut index = Index::new().unwrap();
        index.add(TEXTS, || false).unwrap();
        assert!(index.find("cuci").unwrap().is_empty());
    }
}
