//! Reading TOML key by key with the place of every fault: no fault hides another. Knows no particular file of a pack.

use std::{ops::Range, path::Path};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::diagnostic::{Log, nearest};
use crate::text::check::{self, Kind};

/// Largest text file read.
pub(super) const FILE_LIMIT_KIB: u64 = 1024;
/// Longest slug.
const SLUG_LIMIT: usize = 40;

/// A file's text with its name, for naming places in it.
pub(super) struct Source {
    /// Relative to the pack's folder.
    pub(super) file: String,
    text: String,
    line_starts: Vec<usize>,
}

/// A text and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Text {
    /// The value.
    pub(super) value: String,
    /// Line of the value.
    pub(super) line: u32,
    /// Line on which the first line of the value's text stands (differs for `"""` strings).
    pub(super) first_line: u32,
}

/// Whether `text` is usable as an id and as part of a file name.
pub(super) fn is_slug(text: &str) -> bool {
    (1..=SLUG_LIMIT).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

impl Source {
    /// Reads `root`/`file`; `None` with a fault when it cannot be used, silently when it is absent and not `required`.
    pub(super) fn read(root: &Path, file: &str, required: bool, log: &mut Log) -> Option<Self> {
        let path = root.join(file);
        let meta = match std::fs::metadata(&path) {
            Ok(meta) => meta,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if required {
                    log.error(file, 0, check::missing_file());
                }
                return None;
            }
            Err(error) => {
                log.error(file, 0, check::unreadable(&error.to_string()));
                return None;
            }
        };
        if meta.len() > FILE_LIMIT_KIB * 1024 {
            log.error(file, 0, check::too_large(FILE_LIMIT_KIB));
            return None;
        }
        match std::fs::read(&path) {
            Ok(bytes) => Self::from_bytes(file, bytes, log),
            Err(error) => {
                log.error(file, 0, check::unreadable(&error.to_string()));
                None
            }
        }
    }

    /// Takes the bytes of a file.
    pub(super) fn from_bytes(file: &str, bytes: Vec<u8>, log: &mut Log) -> Option<Self> {
        let Ok(text) = String::from_utf8(bytes) else {
            log.error(file, 0, check::not_text());
            return None;
        };
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Some(Self { file: file.to_owned(), text, line_starts })
    }

    /// Reads the file as TOML and hands its top table to `read`. `None` when it is not TOML; all its faults are noted.
    pub(super) fn table<T>(&self, log: &mut Log, read: impl FnOnce(&mut Table, &mut Log) -> T) -> Option<T> {
        let (table, errors) = DeTable::parse_recoverable(&self.text);
        if errors.is_empty() {
            let span = table.span();
            let mut top = Table {
                source: self,
                keys: table.get_ref(),
                span: span.start..span.start,
                known: Vec::new(),
                forgiven: false,
            };
            let value = read(&mut top, log);
            top.finish(log);
            return Some(value);
        }
        let mut last_line = 0;
        for error in errors.iter().take(20) {
            let line = error.span().map_or(0, |span| self.line(span.start));
            // One slip makes the reader complain several times about the same line.
            if line != last_line || line == 0 {
                log.error(&self.file, line, check::not_toml(error.message()));
            }
            last_line = line;
        }
        None
    }

    fn line(&self, offset: usize) -> u32 {
        self.line_starts.partition_point(|start| *start <= offset) as u32
    }

    fn text_at(&self, value: &str, span: &Range<usize>) -> Text {
        let line = self.line(span.start);
        let raw = self.text.get(span.clone()).unwrap_or_default();
        let opened = raw.strip_prefix("\"\"\"").or_else(|| raw.strip_prefix("'''")).unwrap_or_default();
        let below = opened.starts_with('\n') || opened.starts_with("\r\n");
        Text { value: value.to_owned(), line, first_line: line + u32::from(below) }
    }
}

/// One table of a file being read; remembers which keys were asked for.
pub(super) struct Table<'a> {
    source: &'a Source,
    keys: &'a DeTable<'a>,
    span: Range<usize>,
    known: Vec<&'static str>,
    forgiven: bool,
}

impl<'a> Table<'a> {
    /// File the table stands in.
    pub(super) fn file(&self) -> &'a str {
        &self.source.file
    }

    /// Line of the table's head.
    pub(super) fn line(&self) -> u32 {
        self.source.line(self.span.start)
    }

    /// Line of `key`, or of the table when it is not there.
    pub(super) fn line_of(&self, key: &str) -> u32 {
        self.keys.get_key_value(key).map_or_else(|| self.line(), |(key, _)| self.source.line(key.span().start))
    }

    /// Whether `key` is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.keys.contains_key(key)
    }

    fn get(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.keys.get(key)
    }

    fn wrong(&self, log: &mut Log, key: &str, expected: Kind) {
        log.error(self.file(), self.line_of(key), check::wrong_type(key, expected));
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str, log: &mut Log) -> Option<Text> {
        let value = self.get(key)?;
        if let DeValue::String(text) = value.get_ref() {
            Some(self.source.text_at(text, &value.span()))
        } else {
            self.wrong(log, key, Kind::Text);
            None
        }
    }

    /// A text that must be there and not be empty.
    pub(super) fn required_text(&mut self, key: &'static str, log: &mut Log) -> Option<Text> {
        if !self.has(key) {
            self.known.push(key);
            log.error(self.file(), self.line(), check::missing_key(key));
            return None;
        }
        let text = self.text(key, log)?;
        if text.value.trim().is_empty() {
            log.error(self.file(), text.line, check::empty_key(key));
            return None;
        }
        Some(text)
    }

    /// A slug that must be there.
    pub(super) fn required_slug(&mut self, key: &'static str, log: &mut Log) -> Option<Text> {
        let text = self.required_text(key, log)?;
        self.slug(key, text, log)
    }

    /// `text` if it is a slug.
    fn slug(&self, key: &str, text: Text, log: &mut Log) -> Option<Text> {
        if is_slug(&text.value) {
            return Some(text);
        }
        log.error(self.file(), text.line, check::not_a_slug(key, &text.value));
        None
    }

    /// What the word under `key` stands for; `None` without the key, or with a word that stands for nothing.
    pub(super) fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)], log: &mut Log) -> Option<T> {
        let text = self.text(key, log)?;
        self.meaning(key, &text, words, log)
    }

    /// The same where the key must be there.
    pub(super) fn required_choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
        log: &mut Log,
    ) -> Option<T> {
        let text = self.required_text(key, log)?;
        self.meaning(key, &text, words, log)
    }

    fn meaning<T: Copy>(&self, key: &str, text: &Text, words: &[(&str, T)], log: &mut Log) -> Option<T> {
        let found = words.iter().find(|(name, _)| *name == text.value).map(|(_, meaning)| *meaning);
        if found.is_none() {
            let known: Vec<String> = words.iter().map(|(name, _)| (*name).to_owned()).collect();
            let meant = nearest(&text.value, words.iter().map(|(name, _)| *name));
            log.error(self.file(), text.line, check::unknown_choice(key, &text.value, &known, meant));
        }
        found
    }

    /// A whole number inside `low..=high`.
    pub(super) fn integer(&mut self, key: &'static str, low: i64, high: i64, log: &mut Log) -> Option<i64> {
        let value = self.get(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong(log, key, Kind::Integer);
            return None;
        };
        match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) if (low..=high).contains(&number) => Some(number),
            Ok(number) => {
                log.error(
                    self.file(),
                    self.source.line(value.span().start),
                    check::out_of_range(key, number, low, high),
                );
                None
            }
            Err(_) => {
                self.wrong(log, key, Kind::Integer);
                None
            }
        }
    }

    /// true or false.
    pub(super) fn boolean(&mut self, key: &'static str, log: &mut Log) -> Option<bool> {
        if let DeValue::Boolean(value) = self.get(key)?.get_ref() {
            Some(*value)
        } else {
            self.wrong(log, key, Kind::Boolean);
            None
        }
    }

    /// A finite number.
    pub(super) fn number(&mut self, key: &'static str, log: &mut Log) -> Option<f32> {
        let number = number(self.get(key)?.get_ref());
        if number.is_none() {
            self.wrong(log, key, Kind::Number);
        }
        number
    }

    /// Two finite numbers.
    pub(super) fn point(&mut self, key: &'static str, log: &mut Log) -> Option<(f32, f32)> {
        let point = match self.get(key)?.get_ref() {
            DeValue::Array(items) => {
                match items.iter().map(|item| number(item.get_ref())).collect::<Vec<_>>().as_slice() {
                    [Some(x), Some(y)] => Some((*x, *y)),
                    _ => None,
                }
            }
            _ => None,
        };
        if point.is_none() {
            self.wrong(log, key, Kind::Point);
        }
        point
    }

    /// A list of texts; empty when absent.
    pub(super) fn texts(&mut self, key: &'static str, log: &mut Log) -> Vec<Text> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let texts = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| self.item_text(item)).collect::<Option<Vec<_>>>(),
            _ => None,
        };
        texts.unwrap_or_else(|| {
            self.wrong(log, key, Kind::Texts);
            Vec::new()
        })
    }

    /// A list of texts, or a single text as a list of one; empty when absent.
    pub(super) fn text_or_texts(&mut self, key: &'static str, log: &mut Log) -> Vec<Text> {
        match self.keys.get(key).map(Spanned::get_ref) {
            Some(DeValue::String(_)) => self.text(key, log).into_iter().collect(),
            _ => self.texts(key, log),
        }
    }

    /// A list of lists of texts; empty when absent.
    pub(super) fn rows(&mut self, key: &'static str, log: &mut Log) -> Vec<Vec<String>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let row = |item: &Spanned<DeValue>| match item.get_ref() {
            DeValue::Array(cells) => {
                cells.iter().map(|cell| Some(self.item_text(cell)?.value)).collect::<Option<Vec<_>>>()
            }
            _ => None,
        };
        let rows = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(row).collect::<Option<Vec<_>>>(),
            _ => None,
        };
        rows.unwrap_or_else(|| {
            self.wrong(log, key, Kind::Rows);
            Vec::new()
        })
    }

    fn item_text(&self, item: &Spanned<DeValue>) -> Option<Text> {
        match item.get_ref() {
            DeValue::String(text) => Some(self.source.text_at(text, &item.span())),
            _ => None,
        }
    }

    /// A table; its unknown keys are noted by [`Table::finish`], which the caller calls.
    pub(super) fn table(&mut self, key: &'static str, log: &mut Log) -> Option<Self> {
        let value = self.get(key)?;
        if let DeValue::Table(table) = value.get_ref() {
            Some(Table { source: self.source, keys: table, span: value.span(), known: Vec::new(), forgiven: false })
        } else {
            self.wrong(log, key, Kind::Table);
            None
        }
    }

    /// Every key and text of a table whose keys are free; empty when absent.
    pub(super) fn free_texts(&mut self, key: &'static str, log: &mut Log) -> Vec<(String, String)> {
        let Some(table) = self.table(key, log) else { return Vec::new() };
        let mut texts = Vec::new();
        for (name, value) in table.keys {
            match value.get_ref() {
                DeValue::String(text) => texts.push((name.get_ref().to_string(), text.to_string())),
                _ => table.wrong(log, name.get_ref(), Kind::Text),
            }
        }
        texts
    }

    /// Reads each table of a list with `read` and notes its unknown keys; what `read` refuses is left out.
    pub(super) fn each<T>(
        &mut self,
        key: &'static str,
        log: &mut Log,
        mut read: impl FnMut(&mut Self, &mut Log) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(log, key, Kind::Tables);
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items {
            let DeValue::Table(table) = item.get_ref() else {
                self.wrong(log, key, Kind::Tables);
                continue;
            };
            let mut table =
                Table { source: self.source, keys: table, span: item.span(), known: Vec::new(), forgiven: false };
            out.extend(read(&mut table, log));
            table.finish(log);
        }
        out
    }

    /// Takes every key as known: the table as a whole was refused already.
    pub(super) fn forgive(&mut self) {
        self.forgiven = true;
    }

    /// Notes every key nobody asked for.
    pub(super) fn finish(&self, log: &mut Log) {
        for key in self.keys.keys() {
            let name = key.get_ref().as_ref();
            if !self.forgiven && !self.known.contains(&name) {
                let meant = nearest(name, self.known.iter().copied());
                log.error(self.file(), self.source.line(key.span().start), check::unknown_key(name, meant));
            }
        }
    }
}

fn number(value: &DeValue) -> Option<f32> {
    let number = match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok()? as f32,
        DeValue::Float(number) => number.as_str().parse().ok()?,
        _ => return None,
    };
    number.is_finite().then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T>(text: &str, read: impl FnOnce(&mut Table, &mut Log) -> T) -> (Option<T>, Vec<(u32, String)>) {
        let mut log = Log::default();
        let source = Source::from_bytes("x.toml", text.as_bytes().to_vec(), &mut log).unwrap();
        let value = source.table(&mut log, read);
        (value, log.diagnostics.into_iter().map(|d| (d.line.unwrap_or(0), d.hint)).collect())
    }

    #[test]
    fn every_fault_is_found_with_its_line() {
        let text = "titel = \"a\"\nminutes = \"ten\"\n\n[[step]]\nid = \"A b\"\nweight = 11\n";
        let (_, faults) = read(text, |table, log| {
            table.text("title", log);
            table.integer("minutes", 1, 150, log);
            table.each("step", log, |step, log| {
                step.integer("weight", 0, 10, log);
                step.required_slug("id", log)
            });
        });
        let lines: Vec<u32> = faults.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 6, 5, 1]);
        assert!(faults.iter().any(|(_, hint)| hint.contains("“title”")));
    }

    #[test]
    fn text_of_long_strings_knows_its_first_line() {
        let (value, _) = read("a = 1\nb = \"\"\"\nKatakan: x\n\"\"\"\nc = \"y\"", |table, log| {
            table.integer("a", 0, 9, log);
            (table.text("b", log).unwrap(), table.text("c", log).unwrap())
        });
        let (b, c) = value.unwrap();
        assert_eq!((b.line, b.first_line), (2, 3));
        assert_eq!((c.line, c.first_line), (5, 5));
    }

    #[test]
    fn broken_toml_names_the_line() {
        let (value, faults) = read("a = 1\nb = \nc = 3\n", |_, _| ());
        assert!(value.is_none());
        assert_eq!(faults.first().map(|(line, _)| *line), Some(2));
    }

    #[test]
    fn slugs_cannot_leave_the_folder() {
        for bad in ["", "..", "a/b", "A", "a b", "a.b", "é", &"x".repeat(41)] {
            assert!(!is_slug(bad), "{bad}");
        }
        assert!(is_slug("m1-s1"));
    }
}
