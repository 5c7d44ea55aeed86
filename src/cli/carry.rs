//! The verbs `backup` (everything into one file, also while Lembar runs) and `restore` (back again, not while it runs).

use std::path::PathBuf;

use crate::{
    clock::Clock,
    engine::time::Wall,
    store::{
        self, DirLock,
        carry::{self, CarryError, Contents},
    },
    text::carry as text,
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Carry {
    /// There or back.
    pub(super) way: Way,
    /// The file.
    pub(super) file: PathBuf,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
}

/// There or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Into the file.
    Backup,
    /// Out of it.
    Restore,
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(wish: &Carry) -> Result<String, String> {
    let data = store::data_dir(wish.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    let wall = Clock::system().wall();
    let mut line = super::bring::Line::default();
    let mut told = |done, all| line.say(&text::progress(done, all));
    let mut report = || -> Result<String, CarryError> {
        match wish.way {
            Way::Backup => {
                let contents = carry::write(&data, &wish.file, wall, &mut told)?;
                Ok(text::backed_up(&wish.file.display().to_string(), &words(contents)))
            }
            Way::Restore => {
                let lock = DirLock::take(&data)?;
                let prepared = carry::prepare(&data, &wish.file, &mut told)?;
                let contents = prepared.contents();
                let aside = prepared.put_in_place(&lock, wall)?.paths();
                let aside: Vec<String> = aside.iter().map(|path| path.display().to_string()).collect();
                Ok(text::restored(&words(contents), contents.made.map(Wall), &aside))
            }
        }
    };
    let done = report();
    line.end();
    match done {
        Ok(sentence) => Ok(format!("{sentence}\n")),
        Err(error) => {
            log::warn!("{error}");
            Err(error.sentence())
        }
    }
}

fn words(contents: Contents) -> String {
    text::contents(contents.groups, contents.members, contents.meetings, contents.photos)
}
