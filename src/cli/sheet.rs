//! The verb `sheet`: every page of a session small on one picture.

use std::path::PathBuf;

use crate::{
    app::{self, printing::PrintError},
    engine::ids::SessionId,
    media::contact,
    store,
    text::cli as text,
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Of which session.
    pub(super) session: SessionId,
    /// Into which file; its ending says which kind.
    pub(super) out: PathBuf,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
    /// Content folder, when named.
    pub(super) pack: Option<PathBuf>,
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(sheet: &Sheet) -> Result<String, String> {
    let data = store::data_dir(sheet.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    let pack = app::load_pack(sheet.pack.as_deref(), &data);
    let drawn = contact::of_session(&pack, &sheet.session).map_err(|error| PrintError::from(error).sentence())?;
    let picture = drawn.ok_or_else(|| PrintError::NoSession(sheet.session.clone()).sentence())?;
    let name = sheet.out.display().to_string();
    picture.save(&sheet.out).map_err(|error| text::cannot_write(&name, &error.to_string()))?;
    Ok(format!("{}\n", text::sheet_done(&name)))
}
