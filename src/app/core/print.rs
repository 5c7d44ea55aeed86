//! Printing: one worker makes the file and has it shown; a notice says where it lies.

use std::{collections::VecDeque, path::PathBuf, sync::Arc};

use super::{
    Core,
    errand::{Ended, Errand},
};
use crate::{
    app::{
        office,
        printing::{self, PrintError},
    },
    engine::{
        ids::SessionId,
        print::Printout,
        roster::Group,
        sheet::{self, Sheet, SheetLayout},
        time::Wall,
    },
    pack::Pack,
    report::observation::Observed,
    text::print as text,
    ui::{intent::SheetOf, view::Level},
};

/// Most files that may wait for the one being made.
const WAITING: usize = 8;

/// What to tell of it, or why there is none.
type Made = Result<(Level, String), String>;

/// The file being made, if one is, and those to be made after it.
#[derive(Default)]
pub(super) struct Press {
    worker: Option<(Arc<Order>, Errand<Made>)>,
    waiting: VecDeque<Arc<Order>>,
}

/// What is to be made.
#[derive(PartialEq)]
enum Order {
    /// Something of a session.
    Session(SessionId, Printout),
    /// An attendance sheet, with the file of the letterhead's picture.
    Sheet(Box<Sheet>, SheetLayout, Option<PathBuf>),
    /// The observation sheet of a run of a session.
    Observation(SessionId, Box<Observed>),
}

impl Press {
    /// Takes an order in, once; false when too many wait.
    fn take(&mut self, order: Order) -> bool {
        let known = self.worker.iter().map(|(order, _)| order).chain(&self.waiting).any(|known| **known == order);
        let room = self.waiting.len() < WAITING;
        if room && !known {
            self.waiting.push_back(Arc::new(order));
        }
        known || room
    }
}

impl Core {
    /// Makes a file of something of a session.
    pub(super) fn print(&mut self, session: SessionId, what: Printout) {
        self.order(Order::Session(session, what));
    }

    /// The attendance sheet of a group's next meeting, or of a meeting, filled in as its roll stands. NIK and no. KK stay empty.
    pub(super) fn print_sheet(&mut self, of: SheetOf, layout: SheetLayout) {
        let of_office = self.office();
        let sheet = match of {
            SheetOf::Next(group, session) => {
                let (Some(group), Some(session)) = (self.group(group), self.session(&session)) else { return };
                let session = (session.module, format!("{} {}", session.label, session.title));
                sheet::before(group, of_office, session)
            }
            SheetOf::Meeting(id) => {
                let Some(state) = self.past.as_ref().filter(|past| past.id == id).and_then(|past| past.state.as_ref())
                else {
                    return;
                };
                let gone = Group { id: state.setup.group, ..Group::default() };
                let group = self.group_ever(state.setup.group).unwrap_or(&gone);
                sheet::after(state, group, of_office)
            }
        };
        if sheet.rows.is_empty() {
            self.notice(Level::Warning, crate::text::sheet::nobody(&sheet.group));
            return;
        }
        let logo = office::logo(self.lock.dir(), of_office);
        self.order(Order::Sheet(Box::new(sheet), layout, logo));
    }

    /// The observation sheet of the run looked at, as it was filled in last; an empty one when it was not.
    pub(super) fn print_observation(&mut self) {
        let Some(review) = self.review_view() else { return };
        let Some(session) = self.session(review.session) else { return };
        let run = self.meetings.iter().find(|meeting| meeting.id == review.meeting);
        let group = run.and_then(|run| self.group_ever(run.group)).map(|group| group.name.clone());
        let of = Observed {
            module: session.module,
            session: format!("{} {}", session.label, session.title),
            facilitator: self.office().facilitator.clone(),
            group: group.unwrap_or_else(|| crate::text::study::REHEARSE.to_owned()),
            held: review.this.began,
            filled: review.filled.cloned(),
            history: review.observed.clone(),
        };
        self.order(Order::Observation(review.session.clone(), Box::new(of)));
    }

    /// Files are made one after the other. What is being made or waits already is not made twice.
    fn order(&mut self, order: Order) {
        if !self.press.take(order) {
            self.notice(Level::Warning, text::too_many(WAITING));
            return;
        }
        self.next_order();
        if self.press.worker.is_some() {
            self.notice(Level::Info, text::MAKING);
        }
    }

    /// Begins the next file when none is being made.
    fn next_order(&mut self) {
        if self.press.worker.is_some() {
            return;
        }
        let Some(order) = self.press.waiting.pop_front() else { return };
        let (pack, making) = (Arc::clone(&self.pack), Arc::clone(&order));
        let work = move |_: &dyn Fn() -> bool| {
            make_and_show(&pack, &making).map_err(|error| {
                log::warn!("print: {error}");
                error.sentence()
            })
        };
        match Errand::start("print", Arc::clone(&self.wake), work) {
            Ok(worker) => self.press.worker = Some((order, worker)),
            Err(error) => {
                log::error!("print: {error}");
                self.press.waiting.clear();
                self.notice(Level::Warning, text::WORKER_ENDED);
            }
        }
    }

    /// Takes in what the worker has told. True when something changed.
    pub(super) fn print_news(&mut self) -> bool {
        let Some(ended) = self.press.worker.as_ref().and_then(|(_, worker)| worker.ended()) else { return false };
        let told = match ended {
            Ended::Told(told) => told,
            Ended::Died => Err(text::WORKER_ENDED.to_owned()),
        };
        self.press.worker = None;
        let (level, words) = told.unwrap_or_else(|words| (Level::Warning, words));
        self.notice(level, words);
        self.next_order();
        true
    }
}

/// Returns what to tell, and how loudly.
fn make_and_show(pack: &Pack, order: &Order) -> Result<(Level, String), PrintError> {
    let written = match order {
        Order::Session(session, what) => printing::write(pack, session, *what, &printing::usual_path(session, *what)?)?,
        Order::Sheet(sheet, layout, logo) => {
            let name = crate::text::sheet::file_name(&sheet.group, sheet.date, *layout);
            printing::write_sheet(sheet, *layout, logo.as_deref(), &printing::usual_folder()?.join(name))?
        }
        Order::Observation(session, of) => {
            let date = of.held.map(Wall::date).unwrap_or_default();
            let name = crate::text::observe::file_name(session.as_str(), date);
            printing::write_observation(pack, of, &printing::usual_folder()?.join(name))?
        }
    };
    let level = if written.left_out.is_empty() { Level::Info } else { Level::Warning };
    let saved = |name: &str| text::saved(name, written.leaves);
    let said = printing::shown(&written.path, saved, text::saved_not_opened);
    Ok((level, text::with_left_out(said, &written.left_out)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_wait_for_each_other_and_none_is_made_twice() {
        let order = |number: usize| Order::Session(format!("m1-s{number}").as_str().into(), Printout::Guide);
        let mut press = Press::default();
        assert!((0..WAITING).all(|number| press.take(order(number))));
        assert!(press.take(order(0)), "it waits already");
        assert!(!press.take(order(WAITING)), "too many");
        assert_eq!(press.waiting.len(), WAITING);
        let first = press.waiting.pop_front().unwrap();
        let made = Errand::start("made", Arc::new(|| ()), |_| Ok((Level::Info, String::new()))).unwrap();
        press.worker = Some((first, made));
        assert!(press.take(order(0)), "it is being made");
        assert_eq!(press.waiting.len(), WAITING - 1);
        assert!(press.take(order(WAITING)));
    }
}
