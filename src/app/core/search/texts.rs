//! Every text that can be found: what the pack holds, and what the facilitator keeps in groups, settings and sheets. Never a number of the
//! vault: sealed ones are not looked at, and sixteen digits typed among notes are left out.

use std::{
    collections::HashSet,
    hash::{BuildHasher, RandomState},
};

use crate::{
    engine::{
        finding::{Lead, Note, Text, without_numbers},
        history::MeetingSummary,
        ids::MeetingId,
        learn::Learn,
        noted::Noted,
        reading::Leaf,
        roster::Group,
        session::{ScriptBlock, Session, Step},
        study::Study,
    },
    pack::Pack,
    text::{common, search as text, study},
};

/// What the pack holds. What several sessions share word for word (the guided plan) is found once, in the first of them.
pub(super) fn of_pack(pack: &Pack) -> Vec<Text> {
    let mut texts = Vec::new();
    for session in &pack.sessions {
        of_session(pack, session, &mut texts);
    }
    for game in &pack.games {
        let body = [&game.purpose].into_iter().chain(&game.how).map(String::as_str);
        texts.push(Text::new(Lead::Game(game.id.clone()), study::GAMES.to_owned(), &game.title, body));
    }
    for (index, guide) in pack.shelf.techniques.iter().enumerate() {
        let body = [&guide.when].into_iter().chain(&guide.how).chain(&guide.mistakes).map(String::as_str);
        texts.push(Text::new(Lead::Technique(index), study::TECHNIQUES.to_owned(), &guide.title, body));
    }
    for (index, term) in pack.shelf.glossary.iter().enumerate() {
        texts.push(Text::new(Lead::Term(index), study::GLOSSARY.to_owned(), &term.word, [term.meaning.as_str()]));
    }
    for problem in &pack.shelf.problems {
        let choices = problem.choices.iter().flat_map(|choice| [choice.text.as_str(), choice.why.as_str()]);
        let body = [problem.situation.as_str()].into_iter().chain(choices);
        let place = text::kind(crate::engine::finding::Kind::Problem).to_owned();
        texts.push(Text::new(Lead::Problem(problem.id.clone()), place, &problem.title, body));
    }
    let hasher = RandomState::new();
    let mut known = HashSet::new();
    texts.retain(|text| known.insert(hasher.hash_one((&text.title, &text.body))));
    texts
}

fn of_session(pack: &Pack, session: &Session, texts: &mut Vec<Text>) {
    let id = &session.id;
    let goal = [session.goal.as_str(), session.module_title.as_str()];
    texts.push(Text::new(Lead::Session(id.clone()), session.label.clone(), &session.title, goal));
    let mut said: Option<&Step> = None;
    for leaf in session.leaves() {
        match leaf {
            Leaf::Page(step, page) => {
                // A step's words stand on its first page that has none; on the others they would be found again.
                let again = page.script.is_empty() && said.is_some_and(|said| std::ptr::eq(said, step));
                if page.script.is_empty() {
                    said = Some(step);
                }
                let script = if again { &[][..] } else { leaf.script() };
                let pauses = page.clip.iter().flat_map(|clip| &clip.pauses).map(|pause| pause.ask.as_str());
                let body = pack.page_words(id, &page.id).into_iter().chain(script.iter().flat_map(spoken));
                let place = text::place(&session.label, &step.title);
                texts.push(Text::new(leaf.lead(session), place, &page.title, body.chain(pauses)));
            }
            Leaf::Step(step) => {
                let body = leaf.script().iter().flat_map(spoken);
                texts.push(Text::new(leaf.lead(session), session.label.clone(), &step.title, body));
            }
            Leaf::Check(check) => {
                let learn = session.learn.as_ref();
                let Some(check) = learn.and_then(|learn| learn.checks.get(usize::from(check))) else { continue };
                let words = check.choices.iter().map(|choice| choice.words.as_str());
                let body = [check.headline.as_str(), &check.because, &check.why].into_iter().chain(words);
                let place = text::place(&session.label, text::CHECKS);
                let body = body.chain(check.script.iter().flat_map(spoken));
                texts.push(Text::new(leaf.lead(session), place, &check.ask, body));
            }
        }
    }
    if let Some(learn) = &session.learn {
        of_learning(session, learn, texts);
    }
    for (index, (title, words)) in pack.handout_words(id).into_iter().enumerate() {
        texts.push(Text::new(Lead::Handout(id.clone(), index), session.label.clone(), title, words));
    }
}

fn spoken(block: &ScriptBlock) -> [&str; 2] {
    [&block.when, &block.text]
}

fn of_learning(session: &Session, learn: &Learn, texts: &mut Vec<Text>) {
    let id = &session.id;
    let place = || text::place(&session.label, study::TO_READ);
    for (index, paragraph) in learn.background.iter().enumerate() {
        let lead = Lead::Background(id.clone(), index);
        texts.push(Text::new(lead, place(), crate::text::learn::BACKGROUND, [paragraph.as_str()]));
    }
    for (index, paragraph) in learn.technique_note.iter().enumerate() {
        let lead = Lead::TechniqueNote(id.clone(), index);
        texts.push(Text::new(lead, place(), &crate::text::learn::technique(learn.technique), [paragraph.as_str()]));
    }
    for (index, faq) in learn.faq.iter().enumerate() {
        texts.push(Text::new(Lead::Faq(id.clone(), index), place(), &faq.ask, [faq.answer.as_str()]));
    }
}

/// Groups and their members by name, with what was noted about them.
pub(super) fn of_groups(groups: &[Group]) -> Vec<Text> {
    let mut texts = Vec::new();
    for group in groups {
        let body = [group.village.as_str(), &group.district, &group.place];
        texts.push(Text::new(Lead::Group(group.id), group.place.clone(), &group.name, body));
        for member in &group.members {
            let lead = Lead::Member(group.id, member.id);
            texts.push(Text::new(lead, group.name.clone(), &member.name, [without_numbers(&member.notes).as_str()]));
        }
    }
    texts
}

/// Yel-yel: whose (`None` = of all) and its lines.
pub(super) fn of_yells(yells: &[(Lead, String)], groups: &[Group]) -> Vec<Text> {
    let of = |(lead, lines): &(Lead, String)| {
        let group = groups.iter().find(|group| *lead == Lead::Yell(Some(group.id)));
        let whose = group.map_or(text::YELL_OF_ALL, |group| group.name.as_str());
        let title = lines.lines().next().unwrap_or_default();
        Text::new(lead.clone(), whose.to_owned(), title, lines.lines())
    };
    yells.iter().map(of).collect()
}

/// Remarks on observation sheets.
pub(super) fn of_sheets(study: &Study, pack: &Pack) -> Vec<Text> {
    let sheets = study.observed.iter().filter(|(_, sheet)| !sheet.remark.trim().is_empty());
    let of = |(wall, sheet): &(_, crate::engine::observe::Observation)| {
        let label = pack.session(&sheet.session).map_or("", |session| session.label.as_str());
        let place = text::place(label, &common::short_date(*wall));
        let words = without_numbers(&sheet.remark);
        Text::new(Lead::Sheet(sheet.meeting), place, text::SHEET, [words.as_str(), &sheet.observer])
    };
    sheets.map(of).collect()
}

/// What was written down about meetings that are still there, the newest first.
pub(super) fn of_notes(notes: &[(MeetingId, Noted)], meetings: &[MeetingSummary], groups: &[&Group]) -> Vec<Text> {
    let mut texts = Vec::new();
    for (id, noted) in notes.iter().rev() {
        let Some(meeting) = meetings.iter().find(|meeting| meeting.id == *id) else { continue };
        let group = groups.iter().find(|group| group.id == meeting.group).map_or("", |group| group.name.as_str());
        let title = text::of_meeting(group, meeting.began.unwrap_or(meeting.opened));
        for (what, words) in noted.texts() {
            let place = text::place(text::note(what), &meeting.title);
            texts.push(Text::new(Lead::Meeting(*id, what), place, &title, [without_numbers(words).as_str()]));
        }
    }
    texts
}

/// Which tab of a closed meeting shows it.
pub(super) const fn tab_of(note: Note) -> crate::ui::drafts::PastTab {
    use crate::{engine::evidence::Field, ui::drafts::PastTab};
    match note {
        Note::Field => PastTab::Summary,
        Note::Promise | Note::Told(Field::Questions | Field::Obstacles | Field::FollowUp) => PastTab::Evidence,
        Note::Told(Field::Narrative | Field::ActivityName | Field::ReportNumber) => PastTab::Report,
    }
}
