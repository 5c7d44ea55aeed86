//! What is being typed and not yet asked for: the text fields' contents. Lives in the app, lent to the screens as `&mut`.
//! A field whose wish may be refused is emptied by the app once that was done, so that nothing is lost; others empty themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::{
    event::{Place, Presenter},
    evidence::{Ground, Level},
    hands::CheckTime,
    identity::{Number, Secret},
    ids::{GroupId, MeetingId, PageId, ParticipantId, SessionId, StepId},
    prompter::{PACE, Shown},
    session::GameKind,
    time::Ms,
};

mod study;

pub use study::{FieldFocus, StudyForm};

use super::{
    intent::{GroupEdit, MeetingPlan},
    told::{Slot, Typed},
};

/// Contents of all forms.
#[expect(clippy::struct_excessive_bools, reason = "each belongs to a form of its own")]
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// Home: what is open, found, narrowed to.
    pub home: HomeForm,
    /// Group editor; reset when the screen is opened.
    pub group: Option<GroupForm>,
    /// Passphrase being typed.
    pub vault: VaultForm,
    /// Prepare; reset when another group is chosen.
    pub plan: Option<MeetingPlan>,
    /// Hours as typed on Prepare; the screen keeps them true to `plan`.
    pub hours: HoursForm,
    /// Prepare: the recap that was chosen last time is left out; reset with `plan`.
    pub without_recap: bool,
    /// A meeting held without the program.
    pub paper: Option<PaperForm>,
    /// Prepare: what to read the evening before is seen instead of the meeting.
    pub learning: bool,
    /// Learning: what is open and what is looked for.
    pub study: StudyForm,
    /// Catalogue search.
    pub find_session: String,
    /// Title of the session to be made of own material.
    pub import_title: String,
    /// A file or folder to be added, as typed or pasted.
    pub import_path: String,
    /// Name of the group a spreadsheet does not name.
    pub roster_group: String,
    /// Preview of a spreadsheet: rows that change nothing are listed too.
    pub roster_all: bool,
    /// Editing an own session: what is selected.
    pub edit: EditForm,
    /// Presenters being changed on Close; `None` = as the meeting has them.
    pub presenters: Option<Vec<Presenter>>,
    /// Field note.
    pub note: String,
    /// Go to page.
    pub go_to: String,
    /// A closed meeting.
    pub past: PastForm,
    /// Observation sheet.
    pub observe: ObserveForm,
    /// The prompter.
    pub prompter: PrompterForm,
    /// Data laporan.
    pub office: OfficeForm,
    /// Games, wheel, teams, yel-yel.
    pub play: PlayForm,
    /// Head count.
    pub heads: String,
    /// Hands counted for a check.
    pub hands: Option<HandsForm>,
    /// Who did what was promised last time; `None` = as it stands.
    pub recall: Option<RecallForm>,
    /// Attendance search.
    pub search: String,
    /// Walk-in name.
    pub walk_in: String,
    /// Who came in somebody's stead.
    pub by: String,
    /// How many guests, and who they were.
    pub guests: (String, String),
    /// Cut list: which options are ticked (step, new span in ms); `None` = as proposed.
    pub cuts: Option<Vec<(u16, u64)>>,
    /// Countdown minutes typed.
    pub countdown: String,
    /// Closing was asked once.
    pub closing: bool,
    /// Run sheet: the step chosen by a first press, before "Mulai langkah ini" moves timers.
    pub step: Option<u16>,
    /// Waiting screen: materials ticked off, by index.
    pub ready: Vec<usize>,
    /// Script: points still to scroll, added by the app for [`super::intent::Intent::ScrollScript`] and taken by the script panel.
    pub script_scroll: f32,
}

/// The tabs of a closed meeting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PastTab {
    /// What it was.
    #[default]
    Summary,
    /// Who came.
    Roll,
    /// What there is to show for it.
    Evidence,
    /// What the office asks for.
    Report,
}

impl PastTab {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Summary, Self::Roll, Self::Evidence, Self::Report];
}

/// A closed meeting being looked at; reset when another one is.
#[derive(Clone, Debug, Default)]
pub struct PastForm {
    /// What is open.
    pub tab: PastTab,
    /// Texts of the evidence as typed; a field that was not drawn yet is not here.
    pub texts: BTreeMap<Slot, Typed>,
    /// Days of photos as typed, by their number; one that was not touched is not here.
    pub days: BTreeMap<u16, String>,
    /// Marks: the row the keyboard is at.
    pub row: usize,
    /// It moved and is to be shown.
    pub moved: bool,
    /// "Isi semua yang hadir dengan …" is open: what was chosen so far.
    pub all: Option<(Option<Level>, Option<Ground>)>,
    /// Last time's promise.
    pub recall: Option<RecallForm>,
    /// The helper for the office's own form.
    pub siks: SiksForm,
}

/// Who did what was promised last time, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecallForm {
    /// How many: digits only.
    pub done: String,
    /// Who.
    pub who: BTreeSet<ParticipantId>,
}

/// The office's form as typed.
#[derive(Clone, Debug, Default)]
pub struct OfficeForm {
    /// Lines of the letterhead as typed.
    pub letterhead: Option<String>,
    /// Address of a logo as typed.
    pub logo: String,
}

/// The helper for the office's own form.
#[derive(Clone, Debug, Default)]
pub struct SiksForm {
    /// The field copied last.
    pub copied: Option<String>,
}

/// What of Home is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HomeTab {
    /// The groups this month.
    #[default]
    Month,
    /// Groups × sessions.
    Coverage,
    /// Who is to be visited.
    Visits,
    /// All meetings.
    History,
}

/// Where somebody is on Home.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HomeForm {
    /// What is open.
    pub tab: HomeTab,
    /// Group searched for.
    pub find: String,
    /// History of this group alone.
    pub group: Option<GroupId>,
}

/// An observation sheet being filled in.
#[derive(Clone, Debug, Default)]
pub struct ObserveForm {
    /// Of this run.
    pub meeting: Option<MeetingId>,
    /// It is open.
    pub open: bool,
    /// Level by item.
    pub levels: BTreeMap<String, u8>,
    /// What to keep and what to try.
    pub remark: String,
    /// Who observed, when it was somebody else.
    pub observer: String,
}

/// The prompter, for as long as the meeting lasts.
#[derive(Clone, Copy, Debug)]
pub struct PrompterForm {
    /// It stands in place of the script.
    pub open: bool,
    /// How much of the words is shown.
    pub shown: Shown,
    /// Words a minute.
    pub pace: u16,
    /// Meeting time since which it moves by itself; `None` = it stands.
    pub since: Option<Ms>,
    /// How long it had moved before.
    pub spent: Ms,
    /// It stands because the meeting is paused, and goes on with it.
    pub held: bool,
    /// The page it is about.
    pub place: Option<Place>,
    /// The line that was brought into view last.
    pub at: Option<usize>,
}

impl Default for PrompterForm {
    fn default() -> Self {
        Self {
            open: false,
            shown: Shown::Full,
            pace: PACE,
            since: None,
            held: false,
            spent: Ms::ZERO,
            place: None,
            at: None,
        }
    }
}

/// What of the games' panel is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlayTab {
    /// The shelf.
    #[default]
    Games,
    /// The wheel.
    Wheel,
    /// Teams.
    Teams,
    /// Yel-yel.
    Yell,
}

/// The games' panel; remembered for the meeting.
#[derive(Clone, Debug)]
pub struct PlayForm {
    /// What is open.
    pub tab: PlayTab,
    /// What the shelf is narrowed to.
    pub kind: Option<GameKind>,
    /// Seats as typed; `None` = as usual.
    pub seats: Option<String>,
    /// Seats drawn from at this group's last meeting.
    pub seats_before: Option<u16>,
    /// First names instead of seats: only ever switched on by hand.
    pub names: bool,
    /// Teams by their size instead of their number.
    pub by_members: bool,
    /// How many teams.
    pub teams: u16,
    /// How many in each.
    pub members: u16,
    /// The yel-yel for all groups is open, not this group's; `None` = whichever there is.
    pub yell_all: Option<bool>,
    /// Lines being changed; `None` = as kept.
    pub yell_for_all: Option<String>,
    /// Lines being changed; `None` = as kept.
    pub yell_of_group: Option<String>,
}

impl Default for PlayForm {
    fn default() -> Self {
        Self {
            tab: PlayTab::default(),
            kind: None,
            seats: None,
            seats_before: None,
            names: false,
            by_members: false,
            teams: 4,
            members: 5,
            yell_all: None,
            yell_for_all: None,
            yell_of_group: None,
        }
    }
}

/// The group editor's form.
#[derive(Clone, Debug, Default)]
pub struct GroupForm {
    /// The group as edited.
    pub edit: GroupEdit,
    /// Text pasted or typed, one name per line.
    pub paste: String,
    /// Earlier states for undo, oldest first.
    pub undo: Vec<GroupEdit>,
    /// Leaving with changes was asked once.
    pub leaving: bool,
    /// What is open beside the list.
    pub selected: GroupPart,
    /// Members ticked to be moved together.
    pub ticked: BTreeSet<ParticipantId>,
    /// The list scrolls to who is selected.
    pub reveal: bool,
    /// Those who left the programme are unfolded.
    pub inactive: bool,
    /// The usual hour as typed; `None` = as in `edit`.
    pub hour: Option<String>,
    /// A number being typed.
    pub typing: Option<TypedNumber>,
    /// Another group that was picked to come into this one, not confirmed yet.
    pub merge: Option<GroupId>,
}

impl GroupForm {
    /// Who is open beside the list.
    #[must_use]
    pub fn member(&self) -> Option<ParticipantId> {
        match self.selected {
            GroupPart::Member(id) => Some(id),
            _ => None,
        }
    }

    /// Keeps the group as it is for undo.
    pub fn remember(&mut self) {
        if self.undo.last() != Some(&self.edit) {
            self.undo.push(self.edit.clone());
        }
    }

    /// A member of the form's own got an id of the database.
    pub fn rename_member(&mut self, old: ParticipantId, new: ParticipantId) {
        let rename = |id: &mut ParticipantId| {
            if *id == old {
                *id = new;
            }
        };
        for edit in std::iter::once(&mut self.edit).chain(&mut self.undo) {
            edit.members.iter_mut().for_each(|member| rename(&mut member.id));
            edit.leader.as_mut().into_iter().for_each(rename);
        }
        if let GroupPart::Member(id) = &mut self.selected {
            rename(id);
        }
        if self.ticked.remove(&old) {
            self.ticked.insert(new);
        }
    }
}

/// What of the group editor is open beside the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupPart {
    /// The group's own facts.
    #[default]
    Facts,
    /// New names.
    Names,
    /// A member.
    Member(ParticipantId),
}

/// A number being typed, for eyes only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedNumber {
    /// Whose.
    pub who: ParticipantId,
    /// Which.
    pub number: Number,
    /// So far.
    pub text: Secret,
}

/// A passphrase being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VaultForm {
    /// What it is typed for; `None` = nothing is asked.
    pub asked: Option<VaultAsk>,
    /// The one so far.
    pub old: Secret,
    /// A new one.
    pub new: Secret,
    /// The new one once more.
    pub again: Secret,
    /// What clearing the numbers means was read.
    pub understood: bool,
}

/// What a passphrase is typed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VaultAsk {
    /// The first one.
    Create,
    /// Unlocking.
    Unlock,
    /// Another one.
    Change,
    /// It is forgotten.
    Forget,
}

/// Hands as typed: digits only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandsForm {
    /// Which check.
    pub check: u16,
    /// At the start or at the end.
    pub when: CheckTime,
    /// How many took part.
    pub present: String,
    /// How many chose each choice.
    pub chosen: Vec<String>,
}

/// A meeting held without the program, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperForm {
    /// Group.
    pub group: GroupId,
    /// Session.
    pub session: SessionId,
    /// Date.
    pub date: String,
    /// When it began.
    pub begin: String,
    /// When it ended.
    pub end: String,
    /// Place.
    pub place: String,
    /// Up to three.
    pub presenters: Vec<Presenter>,
}

/// Hours as typed: a half-typed time is not yet a time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoursForm {
    /// Start.
    pub start: String,
    /// End.
    pub end: String,
    /// The end was typed and no longer follows start and length.
    pub own_end: bool,
}

/// Where somebody is in a session being edited; its fields write into the draft itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditForm {
    /// What is selected.
    pub selected: Selected,
    /// A new page is being chosen.
    pub adding: bool,
    /// The list scrolls to what is selected.
    pub reveal: bool,
}

/// What is selected in a session being edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selected {
    /// Title and goal.
    #[default]
    Session,
    /// A step.
    Step(StepId),
    /// A page.
    Page(PageId),
}

impl EditForm {
    /// Selects something and shows it in the list.
    pub fn select(&mut self, selected: Selected) {
        *self = Self { selected, adding: false, reveal: true };
    }
}
