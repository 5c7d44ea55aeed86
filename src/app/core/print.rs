//! Printing: one worker makes the file and has it shown; a notice says where it lies.

use std::{
    path::Path,
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, sync_channel},
    },
    thread::JoinHandle,
};

use super::{Core, Wake};
use crate::{
    app::printing::{self, PrintError},
    engine::{ids::SessionId, print::Printout},
    pack::Pack,
    platform::viewer,
    text::print as text,
    ui::view::Level,
};

/// The file being made, if one is.
#[derive(Default)]
pub(super) struct Press {
    worker: Option<Worker>,
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
        if self.press.worker.is_none() {
            match Worker::start(Arc::clone(&self.pack), session, what, Arc::clone(&self.wake)) {
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
    fn start(pack: Arc<Pack>, session: SessionId, what: Printout, wake: Wake) -> std::io::Result<Self> {
        let (tell, news) = sync_channel(1);
        let work = move || {
            let told = make_and_show(&pack, &session, what).map_err(|error| {
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
fn make_and_show(pack: &Pack, session: &SessionId, what: Printout) -> Result<String, PrintError> {
    let path = printing::usual_path(session, what)?;
    let written = printing::write(pack, session, what, &path)?;
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
