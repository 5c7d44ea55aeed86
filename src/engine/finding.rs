//! What can be found: texts, where each leads, and what of it is shown beside a hit. Which texts hold a word is the store's business
//! (a full-text index), which texts there are is the app's.

use std::ops::Range;

use super::{
    evidence::Field,
    ids::{GameId, GroupId, MeetingId, PageId, ParticipantId, SessionId, StepId},
};

/// Most words looked for at once.
pub const MOST_WORDS: usize = 8;
/// Words of an excerpt.
const EXCERPT: usize = 18;
/// Hits in a text that are compared for the best place.
const LOOKED_AT: usize = 50;
/// Words of it before the first that matches.
const BEFORE: usize = 4;

/// What kind of text it is; results stand together by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Pages with their script, steps without pages, checks by show of hands.
    Page,
    /// A session as a whole, its background, its technique, what families ask.
    Learn,
    /// Ways of leading a group.
    Technique,
    /// Words of the programme.
    Term,
    /// Games.
    Game,
    /// Problem cards.
    Problem,
    /// Printed for the families.
    Handout,
    /// Yel-yel.
    Yell,
    /// What the facilitator wrote down about meetings and rehearsals.
    Note,
    /// Groups and members.
    Roster,
}

/// Where a text that is found leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// A page of a session.
    Page(SessionId, PageId),
    /// The script of a step that no page shows.
    Step(SessionId, StepId),
    /// A check by show of hands, by index.
    Check(SessionId, u16),
    /// A session as a whole.
    Session(SessionId),
    /// A paragraph of its background, by index.
    Background(SessionId, usize),
    /// A paragraph on its technique, by index.
    TechniqueNote(SessionId, usize),
    /// A question of families, by index.
    Faq(SessionId, usize),
    /// A technique on the shelf, by index.
    Technique(usize),
    /// A word of the glossary, by index.
    Term(usize),
    /// A game.
    Game(GameId),
    /// A problem card, by its id.
    Problem(String),
    /// A handout of a session, by index.
    Handout(SessionId, usize),
    /// The yel-yel of a group; `None` = of all.
    Yell(Option<GroupId>),
    /// Something written about a meeting.
    Meeting(MeetingId, Note),
    /// The remark of an observation sheet.
    Sheet(MeetingId),
    /// A group.
    Group(GroupId),
    /// A member.
    Member(GroupId, ParticipantId),
}

/// What was written about a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Note {
    /// A field note.
    Field,
    /// What the group promised to do at home.
    Promise,
    /// An answer in words.
    Told(Field),
}

impl Lead {
    /// What kind of text it leads to.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Page(..) | Self::Step(..) | Self::Check(..) => Kind::Page,
            Self::Session(_) | Self::Background(..) | Self::TechniqueNote(..) | Self::Faq(..) => Kind::Learn,
            Self::Technique(_) => Kind::Technique,
            Self::Term(_) => Kind::Term,
            Self::Game(_) => Kind::Game,
            Self::Problem(_) => Kind::Problem,
            Self::Handout(..) => Kind::Handout,
            Self::Yell(_) => Kind::Yell,
            Self::Meeting(..) | Self::Sheet(_) => Kind::Note,
            Self::Group(_) | Self::Member(..) => Kind::Roster,
        }
    }
}

/// A text that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Where it leads.
    pub lead: Lead,
    /// Where it stands, in words; is not searched.
    pub place: String,
    /// What it is called.
    pub title: String,
    /// Its words, on one line.
    pub body: String,
}

impl Text {
    /// A text of these pieces; every run of blanks and line ends becomes one space.
    pub fn new<'a>(lead: Lead, place: String, title: &str, body: impl IntoIterator<Item = &'a str>) -> Self {
        let mut words = String::new();
        for word in body.into_iter().flat_map(str::split_whitespace) {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
        Self { lead, place, title: title.to_owned(), body: words }
    }
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it leads.
    pub lead: Lead,
    /// Where it stands, in words.
    pub place: String,
    /// What it is called.
    pub title: Marked,
    /// A piece of it around what matches.
    pub excerpt: Marked,
}

impl Found {
    /// What is shown of `text`, which holds these words.
    #[must_use]
    pub fn of(text: &Text, words: &[String]) -> Self {
        Self {
            lead: text.lead.clone(),
            place: text.place.clone(),
            title: mark(&text.title, words),
            excerpt: excerpt(&text.body, words),
        }
    }
}

/// Words with those marked that match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The words.
    pub text: String,
    /// Where words that match begin and end, bytes; in order, apart from each other.
    pub marks: Vec<Range<usize>>,
}

/// The words of what was typed, in small letters: runs of letters and digits, [`MOST_WORDS`] at most.
#[must_use]
pub fn words(typed: &str) -> Vec<String> {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(MOST_WORDS).map(str::to_lowercase).collect()
}

/// Marks every word of `text` that begins with one of `words`.
#[must_use]
pub fn mark(text: &str, words: &[String]) -> Marked {
    let marks = spans(text).filter(|span| matched(text, span, words).is_some()).collect();
    Marked { text: text.to_owned(), marks }
}

/// The piece of `text` in which most of `words` stand close together, marked; its beginning when none does.
#[must_use]
pub fn excerpt(text: &str, words: &[String]) -> Marked {
    let spans: Vec<Range<usize>> = spans(text).collect();
    let hits: Vec<(usize, usize)> =
        spans.iter().enumerate().filter_map(|(at, span)| Some((at, matched(text, span, words)?))).collect();
    // How many different words stand from a hit on as far as an excerpt goes.
    let different = |begin: usize| {
        let near = hits.iter().filter(|(at, _)| (begin..begin + EXCERPT - BEFORE).contains(at));
        near.fold(0_u32, |all, (_, word)| all | 1 << word).count_ones()
    };
    // The earliest of the best; a long text that is full of them is not worth more than a look at its beginning.
    let begins = hits.iter().take(LOOKED_AT).map(|(at, _)| *at);
    let first = begins.rev().max_by_key(|begin| different(*begin)).map_or(0, |begin| begin.saturating_sub(BEFORE));
    let last = (first + EXCERPT).min(spans.len());
    let (Some(begin), Some(end)) = (spans.get(first), spans.get(last.wrapping_sub(1))) else {
        return Marked::default();
    };
    // Signs before the first and after the last word of the text belong to it.
    let begin = if first == 0 { 0 } else { begin.start };
    let end = if last == spans.len() { text.len() } else { end.end };
    let lead = if begin == 0 { "" } else { "… " };
    let rest = if end == text.len() { "" } else { " …" };
    let Some(piece) = text.get(begin..end) else { return Marked::default() };
    let moved = |span: &Range<usize>| span.start - begin + lead.len()..span.end - begin + lead.len();
    let marks = hits.iter().filter(|(at, _)| (first..last).contains(at)).filter_map(|(at, _)| spans.get(*at));
    Marked { text: format!("{lead}{piece}{rest}"), marks: marks.map(moved).collect() }
}

/// Where the words of `text` begin and end.
fn spans(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let begin = rest + text.get(rest..)?.find(char::is_alphanumeric)?;
        let after = text.get(begin..)?;
        let end = begin + after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
        rest = end;
        Some(begin..end)
    })
}

/// Which of `words` the word at `span` begins with.
fn matched(text: &str, span: &Range<usize>, words: &[String]) -> Option<usize> {
    let word = text.get(span.clone())?;
    words.iter().position(|wanted| {
        let mut letters = word.chars().flat_map(char::to_lowercase);
        wanted.chars().all(|letter| letters.next() == Some(letter))
    })
}

/// `text` without numbers of sixteen digits, however people group them: a NIK that somebody typed among notes is not to be found.
#[must_use]
pub fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let mut keep = |run: &mut String| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        if digits < super::identity::DIGITS {
            out.push_str(run);
        } else {
            out.push(' ');
        }
        run.clear();
    };
    for letter in text.chars() {
        let joins = letter.is_ascii_digit() || matches!(letter, ' ' | '.' | '-' | '/') && !run.is_empty();
        if !joins {
            keep(&mut run);
        }
        run.push(letter);
        if !joins {
            keep(&mut run);
        }
    }
    keep(&mut run);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(marked: &Marked) -> String {
        let mut out = marked.text.clone();
        for mark in marked.marks.iter().rev() {
            out.insert(mark.end, ']');
            out.insert(mark.start, '[');
        }
        out
    }

    #[test]
    fn what_matches_is_marked_from_its_first_letter_whatever_its_size() {
        let typed = words("CUCI  tang-an");
        assert_eq!(typed, ["cuci", "tang", "an"]);
        assert_eq!(shown(&mark("Cucilah tangan Anak, mencuci", &typed)), "[Cucilah] [tangan] [Anak], mencuci");
        assert_eq!(shown(&mark("Ångström dan 10.42", &words("ång 10"))), "[Ångström] dan [10].42");
        assert!(mark("", &typed).marks.is_empty());
    }

    #[test]
    fn an_excerpt_shows_where_the_words_stand_together() {
        let far: String = (0..60).map(|n| format!("kata{n} ")).collect();
        let text = format!("Tangan. {far}Cuci tangan pakai sabun. {far}");
        let shown = shown(&excerpt(&text, &words("cuci tangan")));
        assert!(shown.contains("[Cuci] [tangan] pakai sabun") && shown.starts_with("… kata56"), "{shown}");
        assert!(shown.ends_with(" …"), "{shown}");
        assert_eq!(excerpt("Pakai sabun (wangi).", &words("lain")).text, "Pakai sabun (wangi).");
        assert_eq!(excerpt("", &words("lain")), Marked::default());
        assert_eq!(excerpt("…", &[]), Marked::default());
    }

    #[test]
    fn sixteen_digits_are_never_among_what_is_found() {
        let noted = "Bu Ami, NIK 3201 0123-4567.0001, HP 0812-3456-7890, tahun 2026.";
        let kept = without_numbers(noted);
        assert!(!kept.contains("3201") && !kept.contains("0001"), "{kept}");
        assert!(
            kept.contains("0812-3456-7890") && kept.contains("2026.") && kept.starts_with("Bu Ami, NIK "),
            "{kept}"
        );
        assert_eq!(without_numbers("3201012345670001").trim(), "");
    }
}
