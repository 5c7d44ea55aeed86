//! The verbs around the facilitator's own sessions: import, pack, open-pack. Prints what was done; progress goes to stderr.

use std::{
    io::{IsTerminal, Write},
    path::PathBuf,
};

use crate::{
    app,
    engine::ids::SessionId,
    pack::{
        Pack,
        archive::{self, Opened},
        import::{self, Into, Progress},
    },
    store::{self, DirLock},
    text::{archive as archive_text, import as text},
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bring {
    /// The verb.
    pub(super) what: What,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
    /// Content folder, when named.
    pub(super) pack: Option<PathBuf>,
}

/// The verbs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Files into a session; `None` = a new one called like the first file.
    Import { files: Vec<PathBuf>, into: Option<Into> },
    /// A session into a file.
    Pack { session: SessionId, out: PathBuf },
    /// A file into a session.
    Open { file: PathBuf },
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(bring: &Bring) -> Result<String, String> {
    let data = store::data_dir(bring.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    // A running Lembar would not see what changes under it.
    let _lock = DirLock::take(&data).map_err(|error| error.sentence().to_owned())?;
    let load = || app::load_pack(bring.pack.as_deref(), &data);
    let root = app::own_dir(&data);
    let pack = load();
    let mut line = Line::default();
    let report = match &bring.what {
        What::Import { files, into } => {
            let listing = import::look(files, &root, &mut |progress| line.show(progress)).map_err(|e| e.sentence())?;
            line.end();
            for problem in &listing.problems {
                super::complain(problem);
            }
            let into = into.clone().unwrap_or_else(|| Into::New(listing.title.clone()));
            let saved = import::save(&pack, &root, &listing, &into, &mut |progress| line.show(progress));
            let id = saved.map_err(|error| error.sentence())?;
            text::imported(&title(&load(), &id), id.as_str(), listing.pages())
        }
        What::Pack { session, out } => {
            let written = archive::write(&pack, session, out, &mut |progress| line.show(progress));
            written.map_err(|error| error.sentence())?;
            archive_text::packed(&title(&pack, session), &out.display().to_string())
        }
        What::Open { file } => {
            let opened = archive::open(&pack, &root, file, &mut |progress| line.show(progress));
            match opened.map_err(|error| error.sentence())? {
                Opened::New(id) => archive_text::opened(&title(&load(), &id), id.as_str()),
                Opened::Same(id) => archive_text::same(&title(&pack, &id)),
            }
        }
    };
    line.end();
    Ok(format!("{report}\n"))
}

fn title(pack: &Pack, id: &SessionId) -> String {
    pack.session(id).map_or_else(|| id.to_string(), |session| session.title.clone())
}

/// One line on the terminal that is written over again; nothing where nobody looks.
#[derive(Default)]
pub(super) struct Line {
    last: String,
}

impl Line {
    fn show(&mut self, progress: &Progress) -> bool {
        self.say(&progress.sentence())
    }

    pub(super) fn say(&mut self, words: &str) -> bool {
        if words != self.last && std::io::stderr().is_terminal() {
            Self::write(&format!("\r\u{1b}[K{words}"));
        }
        words.clone_into(&mut self.last);
        true
    }

    pub(super) fn end(&mut self) {
        if !std::mem::take(&mut self.last).is_empty() && std::io::stderr().is_terminal() {
            Self::write("\r\u{1b}[K");
        }
    }

    fn write(words: &str) {
        if let Err(error) = write!(std::io::stderr(), "{words}") {
            log::debug!("stderr: {error}");
        }
    }
}
