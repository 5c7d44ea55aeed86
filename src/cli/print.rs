//! The verb `print`: handouts, guide or flipchart of a session into a file.

use std::path::PathBuf;

use crate::{
    app::{self, printing},
    engine::{ids::SessionId, print::Printout},
    store,
    text::{cli, print as text},
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Print {
    /// Of which session.
    pub(super) session: SessionId,
    /// What.
    pub(super) what: Printout,
    /// Into which file.
    pub(super) out: PathBuf,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
    /// Content folder, when named.
    pub(super) pack: Option<PathBuf>,
}

/// Words of `--what`.
const WHAT: [(&str, Printout); 3] =
    [("handouts", Printout::Handouts), ("guide", Printout::Guide), ("flipchart", Printout::Flipchart)];

/// What a word of `--what` means.
pub(super) fn what(word: &str) -> Result<Printout, String> {
    let found = WHAT.iter().find(|(name, _)| *name == word).map(|(_, what)| *what);
    found.ok_or_else(|| cli::unknown_printout(word, &WHAT.map(|(name, _)| name)))
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(print: &Print) -> Result<String, String> {
    let data = store::data_dir(print.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    let pack = app::load_pack(print.pack.as_deref(), &data);
    let written = printing::write(&pack, &print.session, print.what, &print.out).map_err(|error| error.sentence())?;
    Ok(format!("{}\n", text::saved(&written.path.display().to_string(), written.leaves)))
}
