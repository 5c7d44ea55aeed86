//! The groups' yel-yel: its lines and its sound, kept among the settings, one for each group and one for all, with undo. Sounds are copied
//! into the data folder. Showing the lines is a command to the meeting; playing the sound is `sound`.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, TryRecvError, sync_channel},
    },
};

use super::{
    Core,
    choosing::{Choosing, Taken, Wish},
};
use crate::{
    disk,
    engine::{finding::Lead, ids::GroupId},
    pack::import,
    store::dirs,
    text::{import as import_text, lots as text},
    ui::{
        intent::{ImportKey, YellKey},
        view::{Level, YellView},
    },
};

/// Of groups without one of their own.
const ALL: &str = "yell.all";
const SOUND_OF_ALL: &str = "yell.sound.all";
/// Largest sound that is copied, bytes: hours of a compressed one.
const LARGEST: u64 = 100_000_000;
/// Longest name of a copy, letters without its ending.
const NAME: usize = 40;

fn of_group(group: GroupId) -> String {
    format!("yell.group.{}", group.0)
}

fn sound_of(group: GroupId, all: bool) -> String {
    if all { SOUND_OF_ALL.to_owned() } else { format!("yell.sound.group.{}", group.0) }
}

/// What is under way around the yel-yel.
#[derive(Default)]
pub(super) struct Yells {
    /// Settings as they were before each change, newest last.
    before: Vec<(String, String)>,
    /// A sound is being chosen for this setting.
    choosing: Option<(String, Choosing)>,
    /// A sound is being copied for this setting: its name in the folder, or why not.
    copying: Option<(String, Receiver<Result<String, String>>)>,
}

impl Core {
    pub(super) fn yell(&mut self, key: YellKey) {
        let Some(group) = self.live.as_ref().map(|live| live.state.setup.group) else { return };
        match key {
            YellKey::Keep { all, text } => {
                self.keep_yell(&if all { ALL.to_owned() } else { of_group(group) }, text);
                self.show_kept_yells();
            }
            YellKey::Undo => {
                if let Some((setting, before)) = self.yells.before.pop() {
                    self.keep(&setting, before);
                }
                self.show_kept_yells();
            }
            YellKey::ChooseSound { all } => {
                let choosing = Choosing::new(Wish::Sound, String::new(), Arc::clone(&self.wake));
                self.yells.choosing = Some((sound_of(group, all), choosing));
            }
            YellKey::NoSound { all } => self.keep_yell(&sound_of(group, all), String::new()),
            YellKey::Choosing(ImportKey::LeaveChoosing) => self.leave_yell_choosing(),
            YellKey::Choosing(key) => {
                let Some((setting, choosing)) = &mut self.yells.choosing else { return };
                if let Some(Taken::Files(files)) = choosing.key(&key) {
                    let setting = std::mem::take(setting);
                    self.leave_yell_choosing();
                    if let Some(file) = files.into_iter().next() {
                        self.copy_yell_sound(setting, file);
                    }
                }
            }
        }
    }

    fn keep_yell(&mut self, setting: &str, value: String) {
        let before = self.settings.get(setting).cloned().unwrap_or_default();
        if before != value {
            self.yells.before.push((setting.to_owned(), before));
            self.keep(setting, value);
        }
    }

    /// Every yel-yel that is kept, with what leads to it; those of groups that are put away are not asked for.
    pub(super) fn yells_kept(&self) -> Vec<(Lead, String)> {
        let groups = self.groups.iter().map(|group| Some(group.id));
        let kept = |group| Some((Lead::Yell(group), self.yell_kept(group)?.to_owned()));
        std::iter::once(None).chain(groups).filter_map(kept).collect()
    }

    /// The lines kept for a group, or for all.
    pub(super) fn yell_kept(&self, group: Option<GroupId>) -> Option<&str> {
        let setting = group.map_or_else(|| ALL.to_owned(), of_group);
        self.settings.get(&setting).map(String::as_str).filter(|lines| !lines.trim().is_empty())
    }

    /// Another meeting: its undo knows nothing of what was changed in the one before.
    pub(super) fn forget_yells(&mut self) {
        self.yells.before.clear();
        self.yells.choosing = None;
    }

    /// The fields show what is kept again.
    fn show_kept_yells(&mut self) {
        self.drafts.play.yell_for_all = None;
        self.drafts.play.yell_of_group = None;
    }

    pub(super) fn leave_yell_choosing(&mut self) {
        self.yells.choosing = None;
    }

    fn yell_folder(&self) -> PathBuf {
        self.lock.dir().join(dirs::YELLS)
    }

    fn copy_yell_sound(&mut self, setting: String, file: PathBuf) {
        let (tell, news) = sync_channel(1);
        let (folder, wake) = (self.yell_folder(), Arc::clone(&self.wake));
        let copy = move || {
            if tell.send(copied(&file, &folder)).is_ok() {
                wake();
            }
        };
        // Not joined: a stick pulled out can keep it for minutes, and a copy that is not whole yet has no name of its own.
        match std::thread::Builder::new().name("yell-sound".to_owned()).spawn(copy) {
            Ok(_) => self.yells.copying = Some((setting, news)),
            Err(error) => {
                self.notice(Level::Warning, text::sound_not_copied(&import_text::why(&error)));
            }
        }
    }

    /// Takes in what was read or copied. True when something changed.
    pub(super) fn yell_news(&mut self) -> bool {
        let read = self.yells.choosing.as_mut().is_some_and(|(_, choosing)| choosing.news());
        let Some((setting, news)) = &self.yells.copying else { return read };
        let copied = match news.try_recv() {
            Err(TryRecvError::Empty) => return read,
            Err(TryRecvError::Disconnected) => Err(text::sound_not_copied(import_text::WORKER_ENDED)),
            Ok(copied) => copied,
        };
        let setting = setting.clone();
        self.yells.copying = None;
        match copied {
            // Of the meeting before: kept, but not for this one to undo.
            Ok(name) if !self.yell_settings().contains(&setting) => self.keep(&setting, name),
            Ok(name) => self.keep_yell(&setting, name),
            Err(sentence) => {
                self.notice(Level::Warning, sentence);
            }
        }
        true
    }

    /// Where the running meeting's sounds are kept.
    fn yell_settings(&self) -> Vec<String> {
        let group = self.live.as_ref().map(|live| live.state.setup.group);
        group.map(|group| [true, false].map(|all| sound_of(group, all)).to_vec()).unwrap_or_default()
    }

    fn kept_yell(&self, setting: &str) -> &str {
        self.settings.get(setting).map_or("", String::as_str)
    }

    /// The sound kept beside these lines, where it should be; whether it still is there is not asked of the disk.
    pub(super) fn yell_sound(&self, lines: &str) -> Option<PathBuf> {
        let group = self.live.as_ref()?.state.setup.group;
        let is = |setting: &str| {
            let kept = self.kept_yell(setting).lines().map(str::trim).filter(|line| !line.is_empty());
            kept.eq(lines.lines().map(str::trim))
        };
        let all = is(ALL) && !is(&of_group(group));
        let name = self.kept_yell(&sound_of(group, all));
        (!name.is_empty()).then(|| self.yell_folder().join(name))
    }

    /// What is kept for the running meeting's group.
    pub(super) fn yell_view(&self, group: GroupId) -> YellView<'_> {
        YellView {
            group: self.kept_yell(&of_group(group)),
            all: self.kept_yell(ALL),
            saving: self.unsaved_setting(&of_group(group)) || self.unsaved_setting(ALL),
            group_sound: self.kept_yell(&sound_of(group, false)),
            all_sound: self.kept_yell(SOUND_OF_ALL),
            copying: self.yells.copying.is_some(),
            choosing: self.yells.choosing.as_ref().map(|(_, choosing)| choosing.view()),
            can_undo: !self.yells.before.is_empty(),
        }
    }
}

/// Copies a sound into `folder` under a name of its own and gives that name, or the sentence that says why not. What is there stays there:
/// undo may ask for it.
fn copied(file: &Path, folder: &Path) -> Result<String, String> {
    let told = |error: io::Error| {
        log::warn!("sound of a yel-yel: {error}");
        text::sound_not_copied(&import_text::why(&error))
    };
    if !import::is_sound(file).map_err(told)? {
        return Err(text::NO_SOUND_FILE.to_owned());
    }
    if fs::metadata(file).map_err(told)?.len() > LARGEST {
        return Err(text::SOUND_TOO_LARGE.to_owned());
    }
    fs::create_dir_all(folder).map_err(told)?;
    let name = free_name(file, folder);
    let mut from = File::open(file).map_err(told)?;
    disk::write_with(&folder.join(&name), |to| io::copy(&mut from, to).map(drop)).map_err(told)?;
    Ok(name)
}

/// The file's own name, of letters every disk can hold, with a number when it is taken.
fn free_name(file: &Path, folder: &Path) -> String {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let ending = part(file.extension()).to_lowercase();
    let fits = |letter: &char| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_');
    let stem: String = part(file.file_stem()).chars().filter(fits).take(NAME).collect();
    let stem = if stem.trim().is_empty() { dirs::YELLS } else { stem.trim() };
    let mut name = format!("{stem}.{ending}");
    let mut number = 2;
    while folder.join(&name).exists() {
        name = format!("{stem} {number}.{ending}");
        number += 1;
    }
    name
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, time::Duration};

    use super::*;
    use crate::{
        app::core::Opened,
        clock::Clock,
        engine::{command::Command, ids::SessionId, time::Wall},
        pack,
        store::{self, DirLock, OpenOutcome},
        ui::intent::{ClipKey, GroupEdit, Intent, MeetingPlan},
    };

    #[test]
    fn a_sound_is_copied_under_a_free_name_and_nothing_else_is() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join(dirs::YELLS);
        let song = dir.path().join("Yel: Melati?.OGG");
        fs::write(&song, b"OggS\0\x02 and the rest").unwrap();
        assert_eq!(copied(&song, &folder).unwrap(), "Yel Melati.ogg");
        assert_eq!(copied(&song, &folder).unwrap(), "Yel Melati 2.ogg", "the first may be wanted back");
        assert_eq!(fs::read(folder.join("Yel Melati.ogg")).unwrap(), fs::read(&song).unwrap());
        let text = dir.path().join("catatan.mp3");
        fs::write(&text, "%PDF-1.4").unwrap();
        assert_eq!(copied(&text, &folder).unwrap_err(), text::NO_SOUND_FILE);
        assert!(copied(&dir.path().join("hilang.ogg"), &folder).is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2, "no half copies");
    }

    /// A meeting that is open.
    fn meeting(dir: &Path) -> Core {
        let content = pack::sample::pack();
        let lock = DirLock::take(dir).unwrap();
        let OpenOutcome::Ready(database) = store::open::open(&lock, Wall(0)).unwrap() else { panic!("damaged") };
        let clock = Clock::Manual { mono: 10_000, wall: Wall(0) };
        let pack = Arc::new(pack::load(content.path()));
        let mut core = Core::new(clock, pack, lock, Opened::Ready(database), Arc::new(|| ())).unwrap();
        core.apply(Intent::SaveGroup(GroupEdit::named("Melati", "", ["Aminah"])));
        let group = core.groups()[0].id;
        core.apply(Intent::OpenMeeting(MeetingPlan {
            group,
            session: SessionId::from("m1-s1"),
            length: 120,
            start: None,
            end: None,
            place: String::new(),
            presenters: Vec::new(),
        }));
        core
    }

    fn choose(core: &mut Core, file: &Path) {
        let group = core.live().unwrap().state.setup.group;
        core.copy_yell_sound(sound_of(group, false), file.to_owned());
        for _ in 0..2000 {
            if core.yell_news() {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        panic!("the copy did not come");
    }

    fn kept(core: &Core) -> String {
        core.view(None).meeting.unwrap().yell.group_sound.to_owned()
    }

    fn song(core: &Core) -> Option<bool> {
        core.view(None).meeting.unwrap().song
    }

    #[test]
    fn k_plays_the_yel_yels_own_sound_while_it_is_up_and_a_missing_file_is_one_sentence() {
        let dir = tempfile::tempdir().unwrap();
        let mut core = meeting(dir.path());
        let play = Intent::Clip(ClipKey::Toggle);
        let recording = dir.path().join("melati.ogg");
        fs::write(&recording, b"OggS\0\x02 and the rest").unwrap();
        choose(&mut core, &recording);
        fs::remove_file(&recording).unwrap();
        assert_eq!((kept(&core), song(&core)), ("melati.ogg".to_owned(), None), "it is not on the wall");
        core.apply(Intent::Yell(YellKey::Keep { all: false, text: " Melati!\n\nHarum! ".into() }));
        core.apply(Intent::Meeting(Command::ShowYell(" Melati!\n\nHarum! ".into())));
        assert_eq!(song(&core), Some(false));
        core.apply(play.clone());
        let plan = core.sound_plan();
        assert_eq!(
            (song(&core), plan.singing, plan.song),
            (Some(true), 1, Some(dir.path().join("yel-yel/melati.ogg")))
        );
        core.apply(Intent::Meeting(Command::EndGame));
        assert_eq!((song(&core), core.sound_plan().singing), (None, 0), "it ends with the yel-yel");

        core.apply(Intent::Yell(YellKey::NoSound { all: false }));
        assert_eq!(kept(&core), "");
        core.apply(Intent::Yell(YellKey::Undo));
        assert_eq!(kept(&core), "melati.ogg", "the copy was kept for undo");

        fs::remove_file(dir.path().join("yel-yel/melati.ogg")).unwrap();
        core.apply(Intent::Meeting(Command::ShowYell("Melati!\nHarum!".into())));
        core.apply(play);
        assert_eq!(core.sound_plan().singing, 0);
        let said: Vec<String> = core.view(None).notices.iter().map(|notice| notice.text.clone()).collect();
        assert_eq!(said, [text::sound_missing("melati.ogg")]);
    }

    #[test]
    fn the_sound_for_all_groups_belongs_to_the_lines_for_all() {
        let dir = tempfile::tempdir().unwrap();
        let mut core = meeting(dir.path());
        core.keep(SOUND_OF_ALL, "semua.ogg".into());
        core.yell(YellKey::Keep { all: true, text: "Ibu hebat!".into() });
        core.yell(YellKey::Keep { all: false, text: "Melati!".into() });
        assert_eq!(core.yell_sound("Ibu hebat!"), Some(dir.path().join("yel-yel/semua.ogg")));
        assert_eq!(core.yell_sound("Melati!"), None);
    }
}
