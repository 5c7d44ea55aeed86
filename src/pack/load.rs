//! Loading a pack: every file it consists of, each for itself, so that one broken file takes no other down.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use super::{
    Demo, GameDesign, Pack, PageDesign, art,
    diagnostic::{Log, nearest},
    handout_file, learn_file,
    scene_file::{self, file_stems},
    session_file::{self, Known, SessionFile},
    shelf_file, sounds, steps,
    table::{Source, Table},
};
use crate::{
    engine::{
        draft::TOTAL_MINUTES,
        ids::{GameId, PageId, SessionId, StepId},
        session::{Game, GameKind, Module, Page, Role, Session, Step},
    },
    text::check,
    typeset::page::Layout,
};

/// Most sessions in a catalogue.
const SESSIONS: usize = 200;
/// Id of the page a guided plan opens with.
const COVER: &str = "sampul";

const GAME_KINDS: [(&str, GameKind); 5] = [
    ("opening", GameKind::Opening),
    ("energiser", GameKind::Energiser),
    ("calming", GameKind::Calming),
    ("grouping", GameKind::Grouping),
    ("topic", GameKind::Topic),
];

const MODULES: [(&str, Module); 7] = [
    ("m1", Module::M1),
    ("m2", Module::M2),
    ("m3", Module::M3),
    ("m4", Module::M4),
    ("m5", Module::M5),
    ("m6", Module::M6),
    ("adaptif", Module::Adaptive),
];

/// Loads the pack in `dir` as far as it goes; what is wrong is in [`Pack::diagnostics`].
#[must_use]
pub fn load(dir: &Path) -> Pack {
    let mut log = Log::default();
    let mut pack = Pack { root: dir.to_path_buf(), ..Pack::default() };
    if !dir.is_dir() {
        log.error(&dir.display().to_string(), 0, check::missing_folder());
        pack.diagnostics = log.diagnostics;
        return pack;
    }
    let head = head(dir, &mut log);
    let entries = catalogue(dir, &head.modules, &mut log);
    let own = head.own;
    (pack.id, pack.title, pack.version) = (head.id, head.title, head.version);
    pack.plan = if own && !dir.join("plan.toml").exists() { vec![only_step()] } else { plan(dir, &mut log) };
    pack.sources = sources(dir, &mut log);
    pack.demo = demo(dir, &mut log);
    pack.art.parts = art::PartLibrary::load(&dir.join("parts"));
    pack.art.scenes = scene_file::read_all(dir, "scenes", &mut log).into_iter().collect();
    pack.sounds = sounds::list(dir);
    pack.shelf = shelf_file::read(dir, &mut log);
    for (game, design) in games(dir, &pack.sounds, &mut log) {
        pack.art.games.insert(game.id.clone(), design);
        pack.games.push(game);
    }
    for entry in entries {
        load_session(&mut pack, dir, entry, own, &mut log);
    }
    stray_folders(dir, &pack, &mut log);
    pack.diagnostics = log.diagnostics;
    pack
}

/// Adds the sessions of the facilitator's own folder `dir` to `pack`; nothing in it can take away what is there already.
pub(super) fn add_own(pack: &mut Pack, dir: &Path) {
    if !dir.join("catalogue.toml").exists() {
        return;
    }
    let mut log = Log::default();
    let head = head(dir, &mut log);
    let shipped = pack.sessions.len();
    pack.own.root = dir.to_path_buf();
    for entry in catalogue(dir, &head.modules, &mut log) {
        if pack.session(&entry.id).is_some() {
            log.error("catalogue.toml", entry.line, check::duplicate("id", entry.id.as_str(), 0));
            continue;
        }
        pack.own.sessions.insert(entry.id.clone());
        load_session(pack, dir, entry, true, &mut log);
    }
    log::debug!("{} own sessions", pack.sessions.len() - shipped);
    stray_folders(dir, pack, &mut log);
    let folder = dir.file_name().unwrap_or_default().to_string_lossy();
    for mut fault in log.diagnostics {
        fault.file = format!("{folder}/{}", fault.file);
        pack.diagnostics.push(fault);
    }
}

/// What `pack.toml` says.
#[derive(Default)]
struct Head {
    id: String,
    title: String,
    version: String,
    own: bool,
    modules: Vec<ModuleTitle>,
}

/// A module as `pack.toml` names it.
struct ModuleTitle {
    module: Module,
    title: String,
}

/// An entry of the catalogue.
struct Entry {
    id: SessionId,
    module: Module,
    module_title: String,
    label: String,
    title: String,
    goal: String,
    line: u32,
}

fn head(root: &Path, log: &mut Log) -> Head {
    let Some(source) = Source::read(root, "pack.toml", true, log) else { return Head::default() };
    let read = source.table(log, |table, log| {
        let head = Head {
            id: table.required_slug("id", log).map(|text| text.value).unwrap_or_default(),
            title: table.required_text("title", log).map(|text| text.value).unwrap_or_default(),
            version: table.required_text("version", log).map(|text| text.value).unwrap_or_default(),
            own: table.boolean("own", log).unwrap_or_default(),
            modules: Vec::new(),
        };
        table.required_text("language", log);
        let modules = table.each("module", log, |table, log| {
            let module = table.required_choice("id", &MODULES, log);
            let title = table.required_text("title", log);
            Some(ModuleTitle { module: module?, title: title?.value })
        });
        Head { modules, ..head }
    });
    read.unwrap_or_default()
}

fn catalogue(dir: &Path, modules: &[ModuleTitle], log: &mut Log) -> Vec<Entry> {
    let Some(source) = Source::read(dir, "catalogue.toml", true, log) else { return Vec::new() };
    let entries = source.table(log, |table, log| table.each("session", log, |table, log| entry(table, modules, log)));
    let mut kept: Vec<Entry> = Vec::new();
    for entry in entries.unwrap_or_default() {
        match kept.iter().find(|other| other.id == entry.id) {
            Some(first) => log.error(&source.file, entry.line, check::duplicate("id", entry.id.as_str(), first.line)),
            None => kept.push(entry),
        }
    }
    if kept.len() > SESSIONS {
        log.error(&source.file, 0, check::too_many("Sesi", kept.len(), SESSIONS));
        kept.truncate(SESSIONS);
    }
    kept
}

fn entry(table: &mut Table, modules: &[ModuleTitle], log: &mut Log) -> Option<Entry> {
    let id = table.required_slug("id", log);
    let module = table.required_choice("module", &MODULES, log);
    let label = table.required_text("label", log);
    let title = table.required_text("title", log);
    let goal = table.required_text("goal", log);
    let (id, module, title) = (id?, module?, title?.value);
    let module_title = modules.iter().find(|entry| entry.module == module).map(|entry| entry.title.clone());
    Some(Entry {
        label: label.map_or_else(|| id.value.to_uppercase(), |text| text.value),
        goal: goal.map(|text| text.value).unwrap_or_default(),
        module_title: module_title.unwrap_or_default(),
        id: SessionId(id.value),
        module,
        title,
        line: table.line(),
    })
}

/// The plan of `plan.toml`, or a single step so that every session still runs.
fn plan(dir: &Path, log: &mut Log) -> Vec<Step> {
    let source = Source::read(dir, "plan.toml", true, log);
    let read = source.and_then(|source| {
        source.table(log, |table, log| {
            let read = table.each("step", log, |table, log| Some((steps::step(table, None, log)?, table.line())));
            let steps = steps::sound(table.file(), table.line_of("step"), read, log);
            for (step, line) in &steps {
                if step.script.is_empty() {
                    log.error(table.file(), *line, check::missing_script());
                }
            }
            steps.into_iter().map(|(step, _)| step).collect::<Vec<_>>()
        })
    });
    read.filter(|steps| !steps.is_empty()).unwrap_or_else(|| {
        log.error("plan.toml", 0, check::plan_replaced());
        vec![only_step()]
    })
}

/// The whole meeting as one step, where there is no plan.
pub(super) fn only_step() -> Step {
    Step {
        id: StepId::from("pertemuan"),
        title: check::ONLY_STEP.to_owned(),
        minutes: TOTAL_MINUTES as u16,
        weight: 1,
        must: true,
        min_minutes: 1,
        role: Role::Opening,
        check: None,
        script: Vec::new(),
        pages: Vec::new(),
    }
}

fn sources(dir: &Path, log: &mut Log) -> Vec<String> {
    let Some(source) = Source::read(dir, "sources.toml", false, log) else { return Vec::new() };
    let read = source.table(log, |table, log| {
        table.each("source", log, |table, log| {
            let id = table.required_slug("id", log);
            table.required_text("title", log);
            table.required_text("publisher", log);
            table.integer("year", 1945, 2100, log);
            table.required_text("says", log);
            id.map(|text| text.value)
        })
    });
    read.unwrap_or_default()
}

fn demo(dir: &Path, log: &mut Log) -> Demo {
    let Some(source) = Source::read(dir, "demo.toml", false, log) else { return Demo::default() };
    let read = source.table(log, |table, log| Demo {
        group: table.required_text("group", log).map(|text| text.value).unwrap_or_default(),
        place: table.text("place", log).map(|text| text.value).unwrap_or_default(),
        names: table.texts("names", log).into_iter().map(|text| text.value).collect(),
    });
    read.unwrap_or_default()
}

fn games(dir: &Path, sounds: &BTreeMap<String, PathBuf>, log: &mut Log) -> Vec<(Game, GameDesign)> {
    let names = file_stems(dir, "games", "toml", log);
    let read = |name: &String, log: &mut Log| {
        let source = Source::read(dir, &format!("games/{name}.toml"), true, log)?;
        source.table(log, |table, log| game(table, name, sounds, log))?
    };
    names.iter().filter_map(|name| read(name, log)).collect()
}

fn game(table: &mut Table, id: &str, sounds: &BTreeMap<String, PathBuf>, log: &mut Log) -> Option<(Game, GameDesign)> {
    const HOW: usize = 4;
    const GAME_WORDS: usize = 6;
    let title = table.required_text("title", log);
    let kind = table.required_choice("kind", &GAME_KINDS, log);
    let purpose = table.required_text("purpose", log).map(|text| text.value).unwrap_or_default();
    let how: Vec<String> = table.texts("how", log).into_iter().map(|text| text.value).collect();
    let seconds = table.integer("seconds", 10, 1800, log).unwrap_or(300) as u32;
    let scene = table.required_slug("scene", log).map(|text| text.value).unwrap_or_default();
    let words: Vec<String> = table.text_or_texts("words", log).into_iter().map(|text| text.value).collect();
    if how.is_empty() || how.len() > HOW {
        log.error(table.file(), table.line_of("how"), check::wrong_count("baris (how)", "game", how.len(), 1, HOW));
    }
    let count = words.iter().map(|text| session_file::count_words(text)).sum::<usize>();
    if count > GAME_WORDS {
        log.error(table.file(), table.line_of("words"), check::too_many_words(count, GAME_WORDS));
    }
    let sound = table.text("sound", log).map(|text| text.value);
    let sound = sound.filter(|name| {
        let known = sounds.contains_key(name);
        if !known {
            let near = nearest(name, sounds.keys().map(String::as_str));
            log.error(table.file(), table.line_of("sound"), check::missing_sound(name, near));
        }
        known
    });
    let line = table.line_of("scene");
    let game = Game { id: GameId(id.to_owned()), title: title?.value, kind: kind?, purpose, how, seconds, sound };
    Some((game, GameDesign { scene, words, line }))
}

fn load_session(pack: &mut Pack, root: &Path, entry: Entry, own: bool, log: &mut Log) {
    let folder = format!("sessions/{}", entry.id);
    for (name, scene) in scene_file::read_all(root, &format!("{folder}/scenes"), log) {
        pack.art.own_scenes.insert((entry.id.clone(), name), scene);
    }
    let games: Vec<&GameId> = pack.games.iter().map(|game| &game.id).collect();
    let known = Known { plan: &pack.plan, sources: &pack.sources, games: &games, own };
    let read = session_file::read(root, &entry.id, &known, log);
    if read.is_none() && root.join(&folder).is_dir() {
        log.warning(&format!("{folder}/session.toml"), 0, check::falls_back(&entry.label));
    }
    let learn = learn_file::read(root, &entry.id, &pack.sources, &pack.scene_names(&entry.id), log);
    let outline_only = read.is_none();
    let file = read.unwrap_or_else(|| guided(&entry, &pack.plan));
    let mut steps = file.steps;
    for step in &mut steps {
        steps::with_title(&mut step.script, &entry.title);
        for page in &mut step.pages {
            steps::with_title(&mut page.script, &entry.title);
        }
    }
    let owner = handout_file::Owner { id: &entry.id, module: entry.module, label: &entry.label, title: &entry.title };
    let scenes = pack.scene_names(&entry.id);
    let known = handout_file::Known { sources: &pack.sources, scenes: &scenes, pages: &file.designs };
    let handouts = handout_file::read_all(root, &owner, &known, log);
    let titles = handouts.iter().map(|handout| handout.title.clone()).collect();
    pack.art.handouts.insert(entry.id.clone(), handouts);
    pack.art.pages.insert(entry.id.clone(), file.designs);
    pack.sessions.push(Session {
        id: entry.id,
        module: entry.module,
        module_title: entry.module_title,
        label: entry.label,
        title: entry.title,
        goal: file.goal.unwrap_or(entry.goal),
        outline_only,
        materials: file.materials,
        before: file.before,
        home_practice: file.home_practice,
        home_question: file.home_question,
        handouts: titles,
        learn,
        steps,
    });
}

/// The guided plan of a session that is not written yet: the plan's steps and a cover on the opening one.
fn guided(entry: &Entry, plan: &[Step]) -> SessionFile {
    let mut steps = if plan.is_empty() { vec![only_step()] } else { plan.to_vec() };
    let cover = Page {
        id: PageId::from(COVER),
        title: check::COVER_PAGE.to_owned(),
        countdown_s: None,
        clip: None,
        script: Vec::new(),
    };
    let opening = steps.iter().position(|step| step.role == Role::Opening).unwrap_or_default();
    if let Some(step) = steps.get_mut(opening) {
        step.pages.push(cover);
    }
    let module = MODULES.iter().find(|(_, module)| *module == entry.module).map_or("", |(name, _)| name);
    let design = PageDesign {
        id: PageId::from(COVER),
        layout: Layout::Cover,
        headline: entry.title.clone(),
        words: Vec::new(),
        rows: Vec::new(),
        scenes: vec![vec![format!("sampul-{module}"), super::pages::CALM.to_owned()]],
        borrowed: None,
        game: None,
        clip: None,
        line: 0,
    };
    SessionFile {
        goal: None,
        materials: Vec::new(),
        before: Vec::new(),
        home_practice: String::new(),
        home_question: String::new(),
        steps,
        designs: vec![design],
    }
}

/// Notes folders in `sessions/` that no catalogue entry names.
fn stray_folders(root: &Path, pack: &Pack, log: &mut Log) {
    let Ok(folders) = std::fs::read_dir(root.join("sessions")) else { return };
    let mut names: Vec<String> = folders
        .flatten()
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    for name in names {
        if pack.session(&SessionId(name.clone())).is_none() {
            let meant = nearest(&name, pack.sessions.iter().map(|session| session.id.as_str()));
            log.error(&format!("sessions/{name}"), 0, check::not_in_catalogue(&name, meant));
        }
    }
}
