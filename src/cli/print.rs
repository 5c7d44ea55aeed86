//! The verb `print`: handouts, guide or flipchart of a session into a file, or the attendance sheet of a group for it.

use std::path::{Path, PathBuf};

use crate::{
    app::{
        self,
        printing::{self, Written},
    },
    engine::{
        ids::SessionId,
        print::Printout,
        sheet::{self, SheetLayout},
    },
    pack::Pack,
    store::{self, Snapshot},
    text::{cli, outgoing, print as text, sheet as sheet_text},
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Print {
    /// Of which session.
    pub(super) session: SessionId,
    /// What.
    pub(super) what: What,
    /// Of which group, for an attendance sheet.
    pub(super) group: Option<String>,
    /// Into which file.
    pub(super) out: PathBuf,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
    /// Content folder, when named.
    pub(super) pack: Option<PathBuf>,
}

/// What can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Something of a session.
    Session(Printout),
    /// An empty attendance sheet.
    Sheet(SheetLayout),
}

/// Words of `--what`.
const WHAT: [(&str, What); 6] = [
    ("handouts", What::Session(Printout::Handouts)),
    ("guide", What::Session(Printout::Guide)),
    ("flipchart", What::Session(Printout::Flipchart)),
    ("observation", What::Session(Printout::Observation)),
    ("roster", What::Sheet(SheetLayout::Portrait)),
    ("roster-wide", What::Sheet(SheetLayout::Landscape)),
];

/// What a word of `--what` means.
pub(super) fn what(word: &str) -> Result<What, String> {
    let found = WHAT.iter().find(|(name, _)| *name == word).map(|(_, what)| *what);
    found.ok_or_else(|| cli::unknown_printout(word, &WHAT.map(|(name, _)| name)))
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(print: &Print) -> Result<String, String> {
    let data = store::data_dir(print.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    let pack = app::load_pack(print.pack.as_deref(), &data);
    let written = match print.what {
        What::Session(what) => {
            printing::write(&pack, &print.session, what, &print.out).map_err(|error| error.sentence())?
        }
        What::Sheet(layout) => sheet(print, &pack, &data, layout)?,
    };
    let saved = text::saved(&written.path.display().to_string(), written.leaves);
    Ok(format!("{}\n", text::with_left_out(saved, &written.left_out)))
}

/// The empty attendance sheet of a group for a session; NIK and no. KK stay empty.
fn sheet(print: &Print, pack: &Pack, data: &Path, layout: SheetLayout) -> Result<Written, String> {
    let session = pack.session(&print.session).ok_or_else(|| text::no_session(print.session.as_str()))?;
    let name = print.group.as_deref().ok_or_else(|| cli::missing("--group"))?;
    // Only read, so that it works while Lembar runs.
    let snapshot = Snapshot::take(data).map_err(|error| error.sentence().to_owned())?;
    let snapshot = snapshot.ok_or_else(|| outgoing::NO_DATA.to_owned())?;
    let library = snapshot.library();
    let office = app::office::kept(&library.settings);
    let group = library.groups.iter().find(|group| group.name.eq_ignore_ascii_case(name.trim()));
    let group = group.ok_or_else(|| sheet_text::no_group(name))?;
    let title = (session.module, format!("{} {}", session.label, session.title));
    let sheet = sheet::before(group, &office, title);
    if sheet.rows.is_empty() {
        return Err(sheet_text::nobody(&group.name));
    }
    let logo = app::office::logo(data, &office);
    printing::write_sheet(&sheet, layout, logo.as_deref(), &print.out).map_err(|error| error.sentence())
}
