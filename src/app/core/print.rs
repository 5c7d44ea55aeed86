//! Printing: one worker makes the file and has it shown; a notice says where it lies.

use std::{path::PathBuf, sync::Arc};

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

/// The file being made, if one is.
#[derive(Default)]
pub(super) struct Press {
    worker: Option<Errand<Result<String, String>>>,
}

/// What is to be made.
enum Order {
    /// Something of a session.
    Session(SessionId, Printout),
    /// An attendance sheet, with the file of the letterhead's picture.
    Sheet(Box<Sheet>, SheetLayout, Option<PathBuf>),
    /// The observation sheet of a run of a session.
    Observation(SessionId, Box<Observed>),
}

impl Core {
    /// Begins to make a file; one at a time.
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
        let group = run.and_then(|run| self.group(run.group)).map(|group| group.name.clone());
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

    fn order(&mut self, order: Order) {
        if self.press.worker.is_none() {
            let pack = Arc::clone(&self.pack);
            let work = move |_: &dyn Fn() -> bool| {
                make_and_show(&pack, &order).map_err(|error| {
                    log::warn!("print: {error}");
                    error.sentence()
                })
            };
            match Errand::start("print", Arc::clone(&self.wake), work) {
                Ok(worker) => self.press.worker = Some(worker),
                Err(error) => {
                    log::error!("print: {error}");
                    self.notice(Level::Warning, text::WORKER_ENDED);
                    return;
                }
            }
        }
        self.notice(Level::Info, text::MAKING);
    }

    /// Takes in what the worker has told. True when something changed.
    pub(super) fn print_news(&mut self) -> bool {
        let Some(ended) = self.press.worker.as_ref().and_then(Errand::ended) else { return false };
        let told = match ended {
            Ended::Told(told) => told,
            Ended::Died => Err(text::WORKER_ENDED.to_owned()),
        };
        self.press.worker = None;
        match told {
            Ok(words) => self.notice(Level::Info, words),
            Err(words) => self.notice(Level::Warning, words),
        };
        true
    }
}

/// Returns what to tell.
fn make_and_show(pack: &Pack, order: &Order) -> Result<String, PrintError> {
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
    Ok(printing::shown(&written.path, |name| text::saved(name, written.leaves), text::saved_not_opened))
}
