//! Checking a pack: everything loading finds, and what only shows when pages are drawn.

use std::{collections::BTreeSet, path::Path};

use super::{
    Pack, PageDesign, SceneEntry,
    art::{self, ArtFault, ArtFaultKind},
    borrowed,
    diagnostic::{Diagnostic, Log, nearest},
    handout_file, load, session_file,
};
use crate::{
    engine::{
        hands::CheckTime,
        ids::SessionId,
        scene::Base,
        session::{Module, Session},
        time::DayMinute,
    },
    text::check,
    typeset::{font::Fonts, page::Content},
};

/// Pages must be readable at these: an old projector and the usual laptop.
const SIZES: [(u32, u32); 2] = [(1024, 768), (1366, 768)];

/// Every fault of the pack in `dir`.
#[must_use]
pub fn check(dir: &Path) -> Vec<Diagnostic> {
    let pack = load(dir);
    let mut log = Log { diagnostics: pack.diagnostics.clone() };
    for entry in pack.art.scenes.values().chain(pack.art.own_scenes.values()) {
        check_scene(&pack, entry, &mut log);
    }
    let fonts = Fonts::new();
    let mut files = borrowed::Looked::default();
    for session in &pack.sessions {
        let file = format!("sessions/{}/session.toml", session.id);
        pages(&pack, (&fonts, &mut files), session, &file, &mut log);
        handout_file::check_paper(&pack, &fonts, session, &mut log);
    }
    for session in &pack.sessions {
        check_hands(&pack, &fonts, session, &mut log);
    }
    for game in &pack.games {
        let file = format!("games/{}.toml", game.id);
        let Some(design) = pack.art.games.get(&game.id) else { continue };
        if !design.scene.is_empty() && pack.scene(None, &design.scene).is_none() {
            log.error(&file, design.line, missing_scene(&pack, None, &design.scene));
        }
        check_fit(&pack, &fonts, &Base::Game(game.id.clone()), Module::M1, (&file, 0), &mut log);
    }
    log.diagnostics
}

/// Checks the pages of one session, which stands in `file`.
pub(super) fn pages(
    pack: &Pack,
    (fonts, files): (&Fonts, &mut borrowed::Looked),
    session: &Session,
    file: &str,
    log: &mut Log,
) {
    for design in pack.art.pages.get(&session.id).into_iter().flatten() {
        check_page(pack, (fonts, files), session, design, file, log);
    }
}

fn check_page(
    pack: &Pack,
    (fonts, files): (&Fonts, &mut borrowed::Looked),
    session: &Session,
    design: &PageDesign,
    file: &str,
    log: &mut Log,
) {
    if let Some(source) = &design.borrowed {
        if let Err(fault) = files.look(&pack.folder(&session.id), source) {
            log.error(file, design.line, check::borrowed(&fault.sentence(source.file().unwrap_or_default())));
        }
        return;
    }
    if design.line == 0 || design.game.is_some() {
        // A guided plan's cover: its title comes from the catalogue and is set smaller if it must be. A game is checked by itself.
        return;
    }
    for name in design.scenes.iter().flatten() {
        if pack.scene(Some(&session.id), name).is_none() {
            log.error(file, design.line, missing_scene(pack, Some(&session.id), name));
        }
    }
    let base = Base::Page(session.id.clone(), design.id.clone());
    check_letters(fonts, &pack.content(&base), (file, design.line), log);
    check_fit(pack, fonts, &base, session.module, (file, design.line), log);
}

/// The pages of a session's checks by show of hands, and whether its plan has room for them.
fn check_hands(pack: &Pack, fonts: &Fonts, session: &Session, log: &mut Log) {
    let checks = session.learn.as_ref().map_or(&[][..], |learn| &learn.checks);
    if checks.is_empty() || session.outline_only {
        return;
    }
    let file = format!("sessions/{}/learn.toml", session.id);
    for (when, name) in [(CheckTime::Start, "start"), (CheckTime::End, "end")] {
        if !session.steps.iter().any(|step| step.check == Some(when)) {
            log.warning(&file, 0, check::nowhere_asked(name));
        }
    }
    for (check, answer) in (0..).zip(checks).flat_map(|(index, _)| [(index, false), (index, true)]) {
        let base = Base::Check { session: session.id.clone(), check, answer };
        check_letters(fonts, &pack.content(&base), (&file, 0), log);
        check_fit(pack, fonts, &base, session.module, (&file, 0), log);
    }
}

/// Notes letters the stage's type does not have.
fn check_letters(fonts: &Fonts, content: &Content, (file, line): (&str, u32), log: &mut Log) {
    let texts = content.words.iter().chain(content.rows.iter().flatten()).chain([&content.headline]);
    let letters: BTreeSet<char> = texts.flat_map(|text| text.chars()).collect();
    for letter in letters.into_iter().filter(|letter| !letter.is_whitespace() && !fonts.has(*letter)) {
        log.error(file, line, check::missing_letter(letter));
    }
}

/// Notes texts that are too small at the usual sizes; a page too full for a whole layout is named once.
fn check_fit(pack: &Pack, fonts: &Fonts, base: &Base, module: Module, (file, line): (&str, u32), log: &mut Log) {
    let mut named: BTreeSet<String> = BTreeSet::new();
    for size in SIZES {
        for misfit in pack.typeset(fonts, base, module, size).misfits {
            if !named.insert(misfit.text.clone()) {
                continue;
            }
            if misfit.readable {
                log.warning(file, line, check::small_headline(&misfit.text, size));
            } else {
                log.error(file, line, check::misfit(&misfit.text, size));
            }
        }
    }
}

fn missing_scene(pack: &Pack, session: Option<&SessionId>, name: &str) -> check::Words {
    let known = match session {
        Some(session) => pack.scene_names(session),
        None => pack.art.scenes.keys().map(String::as_str).collect(),
    };
    let elsewhere = session.and_then(|here| Some((here, pack.session_with_scene(name)?)));
    if let Some((here, other)) = elsewhere {
        return check::scene_elsewhere(name, other.as_str(), here.as_str());
    }
    check::missing_scene(name, nearest(name, known))
}

fn check_scene(pack: &Pack, entry: &SceneEntry, log: &mut Log) {
    let drawn = art::scene_svg(&pack.art.parts, &entry.scene, "s-");
    for fault in &drawn.faults {
        let part = fault.part.and_then(|index| entry.scene.parts.get(index));
        let line = part.map_or(entry.scene.ground_line, |part| part.line);
        log.error(&entry.file, line, art_words(fault));
    }
    let document = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="16" height="10">{}</svg>"#, drawn.svg);
    if let Err(error) = resvg::usvg::roxmltree::Document::parse(&document) {
        log.error(&entry.file, 0, check::undecodable(&error.to_string()));
    }
}

fn art_words(fault: &ArtFault) -> check::Words {
    match &fault.kind {
        ArtFaultKind::MissingPart { name, nearest } => check::missing_part(name, nearest.as_deref()),
        ArtFaultKind::BadPart { name, why } => check::bad_part(name, why),
        ArtFaultKind::UnknownChoice { name, key, value, known } => {
            let meant = nearest(value, known.iter().map(String::as_str)).map(ToOwned::to_owned);
            check::unknown_choice(&format!("{key} dari {name}"), value, known, meant.as_deref())
        }
        ArtFaultKind::BadColour { value } => check::bad_colour(value),
        ArtFaultKind::TooManyShapes { count, limit } => check::too_many_shapes(*count, *limit),
    }
}

impl Pack {
    /// Every page that can be shown, each with a name for contact sheets: `session/page-layout`, games, the program's own.
    #[must_use]
    pub fn gallery(&self) -> Vec<(String, Base, Module)> {
        let mut out = Vec::new();
        for session in &self.sessions {
            for page in session.steps.iter().flat_map(|step| &step.pages) {
                let design = self.art.pages.get(&session.id).into_iter().flatten().find(|design| design.id == page.id);
                let layout = design.map_or("", session_file::layout_name);
                let base = Base::Page(session.id.clone(), page.id.clone());
                out.push((format!("{}/{}-{layout}", session.id, page.id), base, session.module));
            }
            let checks = session.learn.as_ref().map_or(0, |learn| learn.checks.len());
            for (check, answer) in (0..).take(checks).flat_map(|check| [(check, false), (check, true)]) {
                let base = Base::Check { session: session.id.clone(), check, answer };
                let name = if answer { "jawaban" } else { "cek" };
                out.push((format!("{}/{name}-{}", session.id, check + 1), base, session.module));
            }
        }
        out.extend(
            self.games.iter().map(|game| (format!("game/{}", game.id), Base::Game(game.id.clone()), Module::M1)),
        );
        let first = self.sessions.first();
        let title = first.map(|session| session.title.clone()).unwrap_or_default();
        let question = first.map(|session| session.home_question.clone()).unwrap_or_default();
        let start = Some(DayMinute(9 * 60));
        out.extend([
            ("stage/calm".to_owned(), Base::Calm, Module::M1),
            ("stage/waiting".to_owned(), Base::Waiting { title: title.clone(), start }, Module::M1),
            ("stage/recall".to_owned(), Base::Recall { title, question }, Module::M2),
            ("stage/introductions".to_owned(), Base::Introductions, Module::M1),
            ("stage/farewell".to_owned(), Base::Farewell, Module::M3),
        ]);
        out
    }
}
