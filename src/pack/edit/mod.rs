//! Editing a session of the facilitator's own: its files become a draft, a draft becomes the same plain text again. Reading and writing
//! TOML is in [`form`], where a fault belongs in [`faults`].

mod faults;
mod form;
#[cfg(test)]
mod tests;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{
    Pack,
    import::{Named, named},
    table::FILE_LIMIT_KIB,
};
use crate::{
    disk,
    engine::{
        draft::{Draft, Shows},
        ids::SessionId,
    },
    text::edit as text,
};

pub use faults::{Fault, Inspector};
use form::Form;

/// What the version before the last visit of the editor is called.
pub const PREVIOUS: &str = "session.toml.sebelumnya";

/// Why a session cannot be edited or saved. `Display` is for logs; [`EditError::sentence`] is for people.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// Not one of the facilitator's own sessions.
    #[error("{0} is no own session")]
    NotOwn(SessionId),
    /// Written in a way the editor does not know (inline tables, ids missing or twice, no TOML).
    #[error("session.toml of {0} has another form")]
    Form(SessionId),
    /// Another program has changed the file since it was read.
    #[error("session.toml was changed by another program")]
    Changed,
    /// More text than is read back.
    #[error("the text is too long")]
    TooLong,
    /// The disk refused.
    #[error("{}: {cause}", path.display())]
    Disk {
        /// Which file.
        path: PathBuf,
        /// Why.
        cause: io::Error,
    },
}

impl EditError {
    /// What happened, what is safe, what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::NotOwn(_) => text::NOT_OWN.to_owned(),
            Self::Form(_) => text::OTHER_FORM.to_owned(),
            Self::Changed => text::CHANGED.to_owned(),
            Self::TooLong => text::TOO_LONG.to_owned(),
            Self::Disk { path, cause } => {
                text::disk(&path.file_name().unwrap_or_default().to_string_lossy(), &cause.to_string())
            }
        }
    }

    fn disk(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::Disk { path, cause }
    }
}

/// An own session's files while they are edited.
#[derive(Debug)]
pub struct SessionFiles {
    root: PathBuf,
    session: SessionId,
    form: Form,
    /// What was read or written last.
    text: String,
    /// Title and goal as they stand in the catalogue.
    named: (String, String),
    /// The version from before this visit is kept.
    kept: bool,
}

impl SessionFiles {
    /// Opens the files of `session`; `pack` is everything loaded now, `root` the facilitator's own folder.
    pub fn open(pack: &Pack, root: &Path, session: &SessionId) -> Result<(Self, Draft), EditError> {
        let known = pack.session(session).filter(|_| pack.is_own(session));
        let known = known.ok_or_else(|| EditError::NotOwn(session.clone()))?;
        let path = file(root, session);
        let text = fs::read_to_string(&path).map_err(EditError::disk(&path))?;
        let form = Form::read(&text, &pack.plan).ok_or_else(|| EditError::Form(session.clone()))?;
        let mut draft = form.draft().clone();
        draft.title.clone_from(&known.title);
        if !form.has_goal() {
            draft.goal.clone_from(&known.goal);
        }
        let named = (draft.title.clone(), draft.goal.clone());
        Ok((Self { root: root.to_owned(), session: session.clone(), form, text, named, kept: false }, draft))
    }

    /// Writes `draft`, whole or not at all, and onto the disk itself. What another program wrote meanwhile is left alone and reported,
    /// unless `anyway`; then it is kept as the previous version.
    pub fn save(&mut self, draft: &Draft, anyway: bool) -> Result<(), EditError> {
        let path = file(&self.root, &self.session);
        // As bytes: what another program wrote need not be text to be kept.
        let there = match fs::read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(EditError::disk(&path)(error)),
        };
        let text = self.form.write(draft);
        if text.len() as u64 > FILE_LIMIT_KIB * 1024 {
            return Err(EditError::TooLong);
        }
        let is = |known: &str| there.as_deref() == Some(known.as_bytes());
        let foreign = !is(&self.text) && !is(&text);
        if foreign && !anyway {
            return Err(EditError::Changed);
        }
        if !is(&text) {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder).map_err(EditError::disk(folder))?;
            }
            if let Some(there) = there.filter(|_| foreign || !self.kept) {
                let previous = path.with_file_name(PREVIOUS);
                disk::write(&previous, &there).map_err(EditError::disk(&previous))?;
            }
            self.kept = true;
            disk::write(&path, text.as_bytes()).map_err(EditError::disk(&path))?;
        }
        self.text = text;
        self.name(draft)
    }

    /// Title, and the goal where the session's own file has none, stand in the catalogue.
    fn name(&mut self, draft: &Draft) -> Result<(), EditError> {
        let goal = if self.form.has_goal() { self.named.1.clone() } else { draft.goal.clone() };
        // Without a title the catalogue would lose the session: the old one stays until there is a new one.
        let title = if draft.title.trim().is_empty() { &self.named.0 } else { &draft.title };
        let named = (title.clone(), goal);
        if named == self.named {
            return Ok(());
        }
        let path = self.root.join("catalogue.toml");
        let old = fs::read_to_string(&path).map_err(EditError::disk(&path))?;
        let new = form::renamed(&old, &self.session, &named.0, &named.1);
        let new = new.ok_or_else(|| EditError::Form(self.session.clone()))?;
        disk::write(&path, new.as_bytes()).map_err(EditError::disk(&path))?;
        self.named = named;
        Ok(())
    }

    /// Where each line of the text written last belongs.
    fn places(&self) -> Vec<form::Place> {
        form::places(&self.text)
    }
}

fn file(root: &Path, session: &SessionId) -> PathBuf {
    root.join("sessions").join(session.as_str()).join("session.toml")
}

/// Files of a session's folder that a new page can show, by name.
#[must_use]
pub fn usable_files(folder: &Path) -> Vec<Shows> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.flatten().filter_map(|entry| entry.file_name().to_str().map(str::to_owned)).collect();
    names.sort();
    names.into_iter().filter_map(shown).collect()
}

/// What a page of that file would show, by its ending.
fn shown(file: String) -> Option<Shows> {
    match named(Path::new(&file))? {
        Named::Photo => Some(Shows::Photo { file }),
        Named::Pdf => Some(Shows::Pdf { file, number: 1 }),
        Named::Sound => Some(Shows::Sound { file }),
        Named::Clip => Some(Shows::Clip { file }),
        Named::Folder | Named::Slides | Named::Packed | Named::Sheet | Named::Copy => None,
    }
}
