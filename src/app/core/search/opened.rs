//! A text that was opened, as the screen draws it; and turning the pages of what is read.

use std::borrow::Cow;

use super::super::Core;
use crate::{
    engine::{
        finding::Lead,
        learn::Check,
        print::Printout,
        problem::Problem,
        reading::Leaf,
        session::{ScriptBlock, ScriptKind, Session},
    },
    text::{search as text, study},
    ui::{
        intent::Intent,
        view::{CardTexts, Opened, PageView},
    },
};

impl Core {
    /// The next page of what is read, or the one before; stays at the ends.
    pub(super) fn turn(&mut self, by: i8) {
        let Some((session, at, _)) = self.read() else { return };
        let to = at.checked_add_signed(isize::from(by)).and_then(|to| session.leaves().nth(to));
        let lead = to.map(|leaf| leaf.lead(session));
        if let Some(lead) = lead {
            self.finder.opened = Some(lead);
        }
    }

    /// The session whose page is open, the page's place among all there is to read of it, and the page.
    fn read(&self) -> Option<(&Session, usize, Leaf<'_>)> {
        let lead = self.finder.opened.as_ref()?;
        let (Lead::Page(id, _) | Lead::Step(id, _) | Lead::Check(id, _)) = lead else { return None };
        let session = self.session(id)?;
        let (at, leaf) = session.leaves().enumerate().find(|(_, leaf)| leaf.lead(session) == *lead)?;
        Some((session, at, leaf))
    }

    /// What is open; `None` also when it is no longer there.
    pub(super) fn opened_view(&self) -> Option<Opened<'_>> {
        let lead = self.finder.opened.as_ref()?;
        match lead {
            Lead::Page(..) | Lead::Step(..) | Lead::Check(..) => self.page_view().map(Opened::Page),
            Lead::Problem(id) => {
                let problem = self.pack.shelf.problems.iter().find(|problem| problem.id == *id)?;
                Some(Opened::Card(problem_card(problem)))
            }
            Lead::Handout(id, index) => {
                let session = self.session(id)?;
                let (title, words) = self.pack.handout_words(id).into_iter().nth(*index)?;
                Some(Opened::Card(CardTexts {
                    place: text::place(&session.label, text::kind(lead.kind())),
                    title,
                    lead: "",
                    parts: vec![(text::WRITTEN, words.into_iter().map(Cow::Borrowed).collect())],
                    action: Some((text::PRINT, Intent::Print(id.clone(), Printout::Handouts))),
                }))
            }
            Lead::Yell(group) => {
                let whose = group.and_then(|id| self.group(id)).map_or(text::YELL_OF_ALL, |group| group.name.as_str());
                Some(Opened::Card(CardTexts {
                    place: text::kind(lead.kind()).to_owned(),
                    title: whose,
                    lead: text::YELL_HOW,
                    parts: vec![("", self.yell_kept(*group)?.lines().map(Cow::Borrowed).collect())],
                    action: None,
                }))
            }
            _ => Some(Opened::There(lead)),
        }
    }

    fn page_view(&self) -> Option<PageView<'_>> {
        let (session, at, leaf) = self.read()?;
        let check = |index: u16| session.learn.as_ref()?.checks.get(usize::from(index));
        let (inner, title) = match leaf {
            Leaf::Page(step, page) => (step.title.as_str(), page.title.as_str()),
            Leaf::Step(step) => (step.title.as_str(), step.title.as_str()),
            Leaf::Check(index) => (text::CHECKS, check(index)?.ask.as_str()),
        };
        let script = match leaf {
            Leaf::Check(index) => Cow::Owned(check_script(check(index)?)),
            leaf => Cow::Borrowed(leaf.script()),
        };
        Some(PageView {
            session: &session.id,
            module: session.module,
            place: text::place(&text::place(&session.label, &session.title), inner),
            title,
            number: (at + 1, session.leaves().count()),
            base: leaf.base(session),
            script,
        })
    }
}

/// A check as one reads it beforehand: question, choices, the right one, why.
fn check_script(check: &Check) -> Vec<ScriptBlock> {
    let block = |kind, text: String| ScriptBlock { kind, text, when: String::new() };
    let choices = (1..).zip(&check.choices);
    let choices = choices.map(|(number, choice)| text::choice(number, &choice.words, number == check.answer + 1));
    let shown = [
        block(ScriptKind::Ask, check.ask.clone()),
        block(ScriptKind::Expect, choices.collect::<Vec<_>>().join("\n")),
        block(ScriptKind::Say, check.why.clone()),
    ];
    shown.into_iter().chain(check.script.iter().cloned()).collect()
}

fn problem_card(problem: &Problem) -> CardTexts<'_> {
    let those = |good: bool| {
        let choices = problem.choices.iter().filter(move |choice| choice.good == good);
        choices.map(|choice| Cow::Owned(study::with_reason(&choice.text, &choice.why))).collect()
    };
    CardTexts {
        place: text::kind(crate::engine::finding::Kind::Problem).to_owned(),
        title: &problem.title,
        lead: &problem.situation,
        parts: vec![(text::GOOD, those(true)), (text::BETTER_NOT, those(false))],
        action: None,
    }
}
