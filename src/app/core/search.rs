//! The search over everything the program holds: when its index is thrown away, what was found, what of it is open. The index is on a
//! thread (`worker`), the texts are gathered in `texts`, what is open is shown by `opened`.

mod opened;
mod texts;
mod worker;

use std::sync::Arc;

use egui::Key;

use self::worker::Search;
use super::{Core, Focus, Press, Wake};
use crate::{
    engine::{
        finding::{Found, Lead},
        ids::MeetingId,
        noted::Noted,
    },
    pack::Pack,
    store::Request,
    ui::{
        drafts::{FieldFocus, GroupForm, GroupPart},
        intent::{GroupEdit, RehearseKey, Screen, SearchKey, StudyTab},
        keymap::{self, Context},
        view::{FoundGroup, SearchView},
    },
};

/// Everything about searching.
#[derive(Default)]
pub(super) struct Finder {
    search: Option<(Search, Stamp)>,
    /// Readings of notes under way; only the newest belongs to the index there is.
    notes_due: u32,
    /// What is looked for.
    typed: String,
    /// What was typed for `groups`.
    answered: Option<String>,
    groups: Vec<FoundGroup>,
    /// The hit that is chosen, counted through all groups.
    at: usize,
    pub(super) opened: Option<Lead>,
    /// Wakes the console at once: an answer must not wait as long as other news may.
    wake: Option<Wake>,
}

/// What an index was built from. Another one is built as soon as any of it is different.
struct Stamp {
    pack: Arc<Pack>,
    groups: u64,
    meetings: u64,
    sheets: usize,
    yells: Vec<(Lead, String)>,
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        let kept = |stamp: &Self| (stamp.groups, stamp.meetings, stamp.sheets);
        Arc::ptr_eq(&self.pack, &other.pack) && kept(self) == kept(other) && self.yells == other.yells
    }
}

impl Finder {
    fn hit(&self, number: usize) -> Option<&Found> {
        self.groups.iter().flat_map(|group| &group.hits).nth(number)
    }
}

impl Core {
    /// Answers of the search wake the windows by this, sooner than other news.
    pub fn wake_for_answers(&mut self, wake: Wake) {
        self.finder.wake = Some(wake);
    }

    /// Carries out one wish.
    pub(super) fn search(&mut self, key: SearchKey) {
        match key {
            SearchKey::Focus => {
                self.finder.opened = None;
                if self.screen != Screen::Learn {
                    self.go(Screen::Learn);
                }
                self.drafts.study.focus = FieldFocus::All;
            }
            SearchKey::Find(typed) => {
                self.finder.at = 0;
                self.finder.typed = typed;
                if self.finder.typed.trim().is_empty() {
                    self.finder.answered = None;
                    self.finder.groups.clear();
                }
                self.ready_search();
                self.ask();
            }
            SearchKey::Move(by) => {
                let hits: usize = self.finder.groups.iter().map(|group| group.hits.len()).sum();
                let at = self.finder.at.saturating_add_signed(isize::from(by));
                self.finder.at = at.min(hits.saturating_sub(1));
                self.drafts.study.reveal = true;
            }
            SearchKey::Open => self.show_found(self.finder.at),
            SearchKey::Show(number) => self.show_found(number),
            SearchKey::Turn(by) => self.turn(by),
            SearchKey::Back => {
                if self.finder.opened.take().is_none() {
                    self.leave_search();
                }
                self.drafts.study.focus = FieldFocus::On;
                self.drafts.study.reveal = true;
            }
            SearchKey::Leave => self.leave_search(),
        }
    }

    /// Nothing is looked for and nothing found is open.
    pub(super) fn leave_search(&mut self) {
        let finder = &mut self.finder;
        (finder.opened, finder.answered, finder.at) = (None, None, 0);
        finder.groups.clear();
        finder.typed.clear();
        self.drafts.study.find.clear();
        self.drafts.study.asked.clear();
    }

    /// Lets the index go; the next search builds another one. Joins its thread, which stops at the text it is at.
    pub(super) fn drop_search(&mut self) {
        self.finder.search = None;
    }

    fn stamp(&self) -> Stamp {
        Stamp {
            pack: Arc::clone(&self.pack),
            groups: self.groups.revision(),
            meetings: self.meetings.revision(),
            sheets: self.desk.study.observed.len(),
            yells: self.yells_kept(),
        }
    }

    /// Sees to it that the index is of what there is now, and asks it anew what is looked for when it is another one.
    pub(super) fn ready_search(&mut self) {
        let stamp = self.stamp();
        if self.finder.search.as_ref().is_some_and(|(_, built)| *built == stamp) {
            return;
        }
        self.finder.search = None;
        let mut others = texts::of_groups(&self.groups);
        others.extend(texts::of_yells(&stamp.yells, &self.groups));
        others.extend(texts::of_sheets(&self.desk.study, &self.pack));
        let wake = self.finder.wake.as_ref().unwrap_or(&self.wake);
        match Search::start(Arc::clone(&self.pack), others, Arc::clone(wake)) {
            Ok(search) => self.finder.search = Some((search, stamp)),
            Err(error) => return log::error!("search: {error}"),
        }
        // The writer reads them: whatever was written just now is among them.
        if self.store.is_some() {
            self.finder.notes_due += 1;
            self.send(Request::ReadNotes);
        }
        self.ask();
    }

    fn ask(&self) {
        if let Some((search, _)) = self.finder.search.as_ref().filter(|_| !self.finder.typed.trim().is_empty()) {
            search.ask(&self.finder.typed);
        }
    }

    /// What was written down about meetings; `None` = it could not be read, and is not found.
    pub(super) fn take_notes(&mut self, notes: Option<&[(MeetingId, Noted)]>) {
        self.finder.notes_due = self.finder.notes_due.saturating_sub(1);
        let Some((search, _)) = self.finder.search.as_ref().filter(|_| self.finder.notes_due == 0) else { return };
        let groups: Vec<_> = self.groups.iter().chain(&self.archived).collect();
        let texts = texts::of_notes(notes.unwrap_or_default(), &self.meetings, &groups);
        if !texts.is_empty() {
            search.add(texts);
            self.ask();
        }
    }

    /// The store was opened anew: nothing that was asked of the one before is answered.
    pub(super) fn forget_search(&mut self) {
        self.drop_search();
        self.finder.notes_due = 0;
    }

    /// Takes in what was found. True when something changed.
    pub(super) fn search_news(&mut self) -> bool {
        let Some((search, _)) = &self.finder.search else { return false };
        let Some(answer) = search.answer().filter(|answer| answer.typed == self.finder.typed) else { return false };
        let hits: usize = answer.groups.iter().map(|group| group.hits.len()).sum();
        self.finder.groups = answer.groups;
        self.finder.answered = Some(answer.typed);
        self.finder.at = self.finder.at.min(hits.saturating_sub(1));
        self.drafts.study.reveal = true;
        true
    }

    /// Opens a hit where it stands.
    fn show_found(&mut self, number: usize) {
        let Some(lead) = self.finder.hit(number).map(|hit| hit.lead.clone()) else { return };
        self.finder.at = number;
        let there = match lead {
            Lead::Meeting(id, note) => {
                let there = self.meetings.iter().any(|meeting| meeting.id == id);
                if there {
                    self.go(Screen::Past(id));
                    self.drafts.past.tab = texts::tab_of(note);
                }
                there
            }
            Lead::Sheet(id) => {
                self.rehearse(RehearseKey::Review(id));
                true
            }
            Lead::Group(id) => self.show_group(id, GroupPart::Facts),
            Lead::Member(id, who) => self.show_group(id, GroupPart::Member(who)),
            lead => return self.open_lead(lead),
        };
        // The way back leads to what was found.
        self.drafts.study.outside = there;
    }

    fn show_group(&mut self, id: crate::engine::ids::GroupId, selected: GroupPart) -> bool {
        let Some(edit) = self.group(id).map(GroupEdit::of) else { return false };
        self.go(Screen::Group(Some(id)));
        self.drafts.group = Some(GroupForm { edit, selected, reveal: true, inactive: true, ..GroupForm::default() });
        true
    }

    fn open_lead(&mut self, lead: Lead) {
        if let Lead::Session(id) | Lead::Background(id, _) | Lead::TechniqueNote(id, _) | Lead::Faq(id, _) = &lead {
            self.choose_to_learn(id.clone());
        }
        self.drafts.study.tab = match &lead {
            Lead::Technique(_) => StudyTab::Techniques,
            Lead::Term(_) => StudyTab::Glossary,
            Lead::Game(_) => StudyTab::Games,
            _ => StudyTab::Session,
        };
        self.drafts.study.reveal = true;
        self.finder.opened = Some(lead);
    }

    /// What keys mean while nothing is delivered; `None` = they belong to the screen.
    fn learning_context(&self) -> Option<Context> {
        if self.resume_offered() || self.restoring() {
            return None;
        }
        match &self.screen {
            Screen::Home => Some(Context::Home),
            Screen::Learn if self.quizzing() => None,
            Screen::Learn if self.finder.opened.is_some() => Some(Context::Reading),
            Screen::Learn if self.drafts.study.find.trim().is_empty() => Some(Context::Home),
            Screen::Learn => Some(Context::Found),
            _ => None,
        }
    }

    /// A key on Home and where something is looked for, read from the same table. False = pass it on.
    pub(super) fn learning_key(&mut self, press: Press, focus: Focus, strayed: bool) -> bool {
        let Some(context) = self.learning_context() else { return false };
        let Some(row) = keymap::lookup(context, press.chord) else { return false };
        // A button reached by Tab has its Enter.
        if focus == Focus::Control && press.chord.key == Key::Enter {
            return false;
        }
        if !strayed && !self.bounced(press, row) {
            self.carry_out(row);
        }
        true
    }

    pub(super) fn search_view(&self) -> SearchView<'_> {
        SearchView {
            answered: self.finder.answered.as_deref(),
            groups: &self.finder.groups,
            at: self.finder.at,
            opened: self.opened_view(),
        }
    }
}
