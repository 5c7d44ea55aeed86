//! Printing: one worker makes the file and has it shown; a notice says where it lies.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
};

use super::{Core, Wake};
use crate::{
    app::printing::{self, PrintError},
    engine::{
        ids::SessionId,
        office::Office,
        print::Printout,
        roster::Group,
        sheet::{self, Sheet, SheetLayout},
        time::Wall,
    },
    pack::Pack,
    platform::viewer,
    text::print as text,
    ui::{intent::SheetOf, view::Level},
};

/// The file being made, if one is.
#[derive(Default)]
pub(super) struct Press {
    worker: Option<Worker>,
}

/// Setting that keeps the office's data.
const OFFICE: &str = "office";

/// What is to be made.
enum Order {
    /// Something of a session.
    Session(SessionId, Printout),
    /// An attendance sheet, with the file of the letterhead's picture.
    Sheet(Box<Sheet>, SheetLayout, Option<PathBuf>),
}

/// The thread that makes it; joined on drop, which waits for the page it is at.
struct Worker {
    news: Receiver<Result<String, String>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Worker {
    fn drop(&mut self) {
        if self.thread.take().is_some_and(|thread| thread.join().is_err()) {
            log::error!("the print worker had stopped");
        }
    }
}

impl Core {
    /// Begins to make a file; one at a time.
    pub(super) fn print(&mut self, session: SessionId, what: Printout) {
        self.order(Order::Session(session, what));
    }

    /// The attendance sheet of a group's next meeting, or of a meeting, filled in as its roll stands. NIK and no. KK stay empty.
    pub(super) fn print_sheet(&mut self, of: SheetOf, layout: SheetLayout) {
        let office: Office =
            self.settings.get(OFFICE).and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default();
        let numbers = BTreeMap::new();
        let sheet = match of {
            SheetOf::Next(group, session) => {
                let (Some(group), Some(session)) = (self.group(group), self.session(&session)) else { return };
                let session = (session.module, format!("{} {}", session.label, session.title));
                sheet::before(group, &office, session, &numbers)
            }
            SheetOf::Meeting(id) => {
                let Some(state) = self.past.as_ref().filter(|past| past.id == id).and_then(|past| past.state.as_ref())
                else {
                    return;
                };
                let gone = Group { id: state.setup.group, ..Group::default() };
                let group = self.group(state.setup.group).unwrap_or(&gone);
                sheet::after(state, group, &office, &numbers)
            }
        };
        if sheet.rows.is_empty() {
            self.notice(Level::Warning, crate::text::sheet::nobody(&sheet.group));
            return;
        }
        let logo = (!office.logo.is_empty()).then(|| self.lock.dir().join(&office.logo));
        self.order(Order::Sheet(Box::new(sheet), layout, logo));
    }

    fn order(&mut self, order: Order) {
        if self.press.worker.is_none() {
            match Worker::start(Arc::clone(&self.pack), order, Arc::clone(&self.wake)) {
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
        let Some(worker) = &self.press.worker else { return false };
        let told = match worker.news.try_recv() {
            Err(TryRecvError::Empty) => return false,
            Ok(told) => told,
            Err(TryRecvError::Disconnected) => Err(text::WORKER_ENDED.to_owned()),
        };
        self.press.worker = None;
        match told {
            Ok(words) => self.notice(Level::Info, words),
            Err(words) => self.notice(Level::Warning, words),
        };
        true
    }
}

impl Worker {
    fn start(pack: Arc<Pack>, order: Order, wake: Wake) -> std::io::Result<Self> {
        let (tell, news) = sync_channel(1);
        let work = move || {
            let told = make_and_show(&pack, &order).map_err(|error| {
                log::warn!("print: {error}");
                error.sentence()
            });
            if tell.send(told).is_err() {
                log::debug!("nobody waits for the file any more");
            }
            wake();
        };
        let thread = std::thread::Builder::new().name("print".to_owned()).spawn(work)?;
        Ok(Self { news, thread: Some(thread) })
    }
}

/// Returns what to tell.
fn make_and_show(pack: &Pack, order: &Order) -> Result<String, PrintError> {
    let written = match order {
        Order::Session(session, what) => printing::write(pack, session, *what, &printing::usual_path(session, *what)?)?,
        Order::Sheet(sheet, layout, logo) => {
            let name = crate::text::sheet::file_name(&sheet.group, sheet.date.map(Wall::date), *layout);
            printing::write_sheet(sheet, *layout, logo.as_deref(), &printing::usual_folder()?.join(name))?
        }
    };
    Ok(shown(&written.path, written.leaves))
}

fn shown(path: &Path, leaves: usize) -> String {
    let name = path.display().to_string();
    match viewer::show(path) {
        Ok(()) => text::saved(&name, leaves),
        Err(error) => {
            log::warn!("viewer: {error}");
            text::saved_not_opened(&name)
        }
    }
}
