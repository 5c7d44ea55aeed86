//! What a facilitator wrote down about a meeting, out of the few records that say so: a search over years of meetings must not fold every
//! one of them. What stands here is what the fold has ([`super::state::State::notes`], [`super::evidence::Evidence`]).

use std::collections::BTreeMap;

use super::{
    event::Event,
    evidence::{Fact, Field},
    finding::Note,
};

/// What was written about one meeting so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// Field notes in order of adding; `None` = taken back.
    field: Vec<Option<String>>,
    promise: String,
    told: BTreeMap<Field, String>,
}

impl Noted {
    /// Folds an event in, in order; those that write nothing down may be left out.
    pub fn apply(&mut self, event: Event) {
        match event {
            Event::NoteAdded { text, .. } => self.field.push(Some(text)),
            Event::NoteRemoved { note } => {
                if let Some(note) = self.field.get_mut(usize::from(note)) {
                    *note = None;
                }
            }
            Event::Evidence { fact: Fact::Promised { text } } => self.promise = text,
            Event::Evidence { fact: Fact::Told { field, text } } => {
                self.told.insert(field, text);
            }
            _ => {}
        }
    }

    /// What stands, without what is empty.
    pub fn texts(&self) -> impl Iterator<Item = (Note, &str)> {
        let field = self.field.iter().flatten().map(|text| (Note::Field, text.as_str()));
        let told = self.told.iter().map(|(field, text)| (Note::Told(*field), text.as_str()));
        let all = field.chain([(Note::Promise, self.promise.as_str())]).chain(told);
        all.filter(|(_, text)| !text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_back_or_written_anew_does_not_stand() {
        let told = |field, text: &str| Event::Evidence { fact: Fact::Told { field, text: text.into() } };
        let note = |text: &str| Event::NoteAdded { step: 0, text: text.into() };
        let mut noted = Noted::default();
        for event in [
            note("hujan"),
            note("listrik padam"),
            Event::NoteRemoved { note: 0 },
            Event::NoteRemoved { note: 9 },
            told(Field::Obstacles, "jalan rusak"),
            told(Field::Obstacles, ""),
            told(Field::Questions, "kapan cair?"),
            Event::Evidence { fact: Fact::Promised { text: "mencuci tangan".into() } },
            Event::Closed,
        ] {
            noted.apply(event);
        }
        assert_eq!(
            noted.texts().collect::<Vec<_>>(),
            [
                (Note::Field, "listrik padam"),
                (Note::Promise, "mencuci tangan"),
                (Note::Told(Field::Questions), "kapan cair?")
            ]
        );
    }
}
