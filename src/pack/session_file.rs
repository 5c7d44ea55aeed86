//! Reading `sessions/<id>/session.toml`: a session's own steps and pages.

use std::path::Path;

use super::{
    PageDesign,
    borrowed::Source as Borrowed,
    diagnostic::{Log, nearest},
    steps,
    table::{Source, Table, Text},
};
use crate::{
    engine::{
        clip::{Clip, PausePoint},
        draft,
        ids::{GameId, PageId, SessionId},
        session::{Page, Step},
        time::Ms,
    },
    text::check,
    typeset::page::Layout,
};

/// Most words on the wall.
pub(super) const WORDS: usize = 12;
/// Most words in a table.
const TABLE_WORDS: usize = 24;
/// Most pages in a session.
const PAGES: usize = 60;
/// Most pages in a session of the facilitator's own.
pub(super) const OWN_PAGES: usize = draft::PAGES;

/// What a session's file adds to its catalogue entry.
pub(super) struct SessionFile {
    pub(super) goal: Option<String>,
    pub(super) materials: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) home_practice: String,
    pub(super) home_question: String,
    pub(super) steps: Vec<Step>,
    pub(super) designs: Vec<PageDesign>,
}

/// A kind of page an author can choose, with what it takes.
struct Kind {
    name: &'static str,
    layout: Layout,
    words: (usize, usize),
    scenes: (usize, usize),
    headline: bool,
    shows: Shows,
}

/// What fills a kind of page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shows {
    /// Words and scenes.
    Drawing,
    /// A photo.
    Photo,
    /// A page of a PDF file.
    Pdf,
    /// Its clip.
    Clip,
    /// Its title on the calm picture, while its clip, a sound, is heard.
    Sound,
    /// An ice-breaker.
    Game,
}

const fn kind(
    name: &'static str,
    layout: Layout,
    words: (usize, usize),
    scenes: (usize, usize),
    headline: bool,
) -> Kind {
    Kind { name, layout, words, scenes, headline, shows: Shows::Drawing }
}

const fn borrowed(name: &'static str, shows: Shows) -> Kind {
    Kind { shows, ..kind(name, Layout::Picture, (0, 0), (0, 0), false) }
}

/// Longest clip, seconds.
const CLIP_SECONDS: f32 = 4.0 * 3600.0;

const KINDS: [Kind; 16] = [
    kind("cover", Layout::Cover, (0, 2), (1, 1), false),
    kind("message", Layout::Message, (0, 2), (1, 1), true),
    kind("compare", Layout::Compare, (2, 2), (2, 2), false),
    kind("steps", Layout::Steps, (2, 5), (1, 1), false),
    kind("question", Layout::Question, (0, 2), (1, 1), true),
    kind("picture", Layout::Picture, (0, 1), (1, 1), false),
    kind("story", Layout::Story, (3, 4), (3, 4), false),
    kind("activity", Layout::Activity, (0, 2), (1, 1), true),
    kind("table", Layout::Table, (0, 0), (0, 0), true),
    kind("summary", Layout::Summary, (2, 4), (1, 1), false),
    kind("practice", Layout::Practice, (0, 2), (1, 1), true),
    borrowed("photo", Shows::Photo),
    borrowed("pdf", Shows::Pdf),
    borrowed("clip", Shows::Clip),
    borrowed("sound", Shows::Sound),
    borrowed("game", Shows::Game),
];

/// What the file may refer to.
pub(super) struct Known<'a> {
    pub(super) plan: &'a [Step],
    pub(super) sources: &'a [String],
    /// Ice-breakers a page can show.
    pub(super) games: &'a [&'a GameId],
    /// The session is the facilitator's own: scripts may be missing, pages may be many.
    pub(super) own: bool,
}

/// Reads the file of `id` if there is one. `None`: there is none, or nothing of it can be used.
pub(super) fn read(root: &Path, id: &SessionId, known: &Known, log: &mut Log) -> Option<SessionFile> {
    let file = format!("sessions/{id}/session.toml");
    let folder = root.join("sessions").join(id.as_str());
    let source = Source::read(root, &file, folder.is_dir(), log)?;
    source.table(log, |table, log| session(table, known, &folder, log))?
}

fn session(table: &mut Table, known: &Known, folder: &Path, log: &mut Log) -> Option<SessionFile> {
    let values = |texts: Vec<Text>| texts.into_iter().map(|text| text.value).collect::<Vec<_>>();
    let goal = table.text("goal", log).map(|text| text.value);
    let materials = values(table.texts("materials", log));
    let before = values(table.texts("before", log));
    let (home_practice, home_question) = match table.table("home_practice", log) {
        Some(mut home) => {
            let text = home.required_text("text", log).map(|text| text.value).unwrap_or_default();
            let question = home.required_text("question", log).map(|text| text.value).unwrap_or_default();
            home.finish(log);
            (text, question)
        }
        None => (String::new(), String::new()),
    };
    let mut pages: Vec<(PageDesign, u32)> = Vec::new();
    let read = table.each("step", log, |table, log| {
        let line = table.line();
        let mut step = steps::step(table, Some(known.plan), log);
        sources(table, "source", known.sources, log);
        let own = table.each("page", log, |table, log| page(table, known, folder, log));
        let step_pages = own.into_iter().filter_map(|(page, design)| {
            if let Some((_, first)) = pages.iter().find(|(other, _)| other.id == design.id) {
                log.error(table.file(), design.line, check::duplicate("id", design.id.as_str(), *first));
                return None;
            }
            pages.push((design.clone(), design.line));
            page
        });
        let step_pages: Vec<Page> = step_pages.collect();
        if let Some(step) = &mut step {
            step.pages = step_pages;
            if !known.own && step.script.is_empty() && step.pages.iter().all(|page| page.script.is_empty()) {
                log.error(table.file(), line, check::missing_script());
            }
        }
        step.map(|step| (step, line))
    });
    let line = table.line_of("step");
    let mut steps = steps::sound(table.file(), line, read, log);
    steps::in_order(table.file(), &steps, known.plan, log);
    let count = steps.iter().map(|(step, _)| step.pages.len()).sum::<usize>();
    let most = if known.own { OWN_PAGES } else { PAGES };
    if count > most {
        log.error(table.file(), line, check::too_many("Halaman", count, most));
        let mut left = most;
        for (step, _) in &mut steps {
            step.pages.truncate(left);
            left -= step.pages.len();
        }
    }
    if steps.is_empty() {
        return None;
    }
    Some(SessionFile {
        goal,
        materials,
        before,
        home_practice,
        home_question,
        steps: steps.into_iter().map(|(step, _)| step).collect(),
        designs: pages.into_iter().map(|(design, _)| design).collect(),
    })
}

/// A page and what it shows; a hidden one is drawn for its author only, so it is no page of a meeting.
fn page(table: &mut Table, known: &Known, folder: &Path, log: &mut Log) -> Option<(Option<Page>, PageDesign)> {
    let id = table.required_slug("id", log);
    let kind = table.required_choice("layout", &KINDS.each_ref().map(|kind| (kind.name, kind)), log);
    let title = table.required_text("title", log);
    let hidden = table.boolean("hidden", log).unwrap_or_default();
    let headline = table.text("headline", log).map(|text| text.value);
    let words: Vec<String> = table.texts("words", log).into_iter().map(|text| text.value).collect();
    let rows = table.rows("rows", log);
    let scenes = scenes(table, log);
    let countdown_s = table.integer("countdown", 5, 3600, log).map(|value| value as u32);
    let clip = clip(table, folder, log);
    let borrowed = kind.and_then(|kind| shown_file(table, kind, folder, log));
    let game = kind.filter(|kind| kind.shows == Shows::Game).and_then(|_| game(table, known, log));
    sources(table, "source", known.sources, log);
    let script = steps::script(table, log);
    let line = table.line();
    if !known.own && script.is_none() && !table.has("script") {
        log.error(table.file(), line, check::missing_script());
    }
    let (id, kind) = (id?, kind?);
    let title = title.map_or_else(|| id.value.clone(), |text| text.value);
    let headline = match headline {
        Some(headline) => headline,
        None if kind.layout == Layout::Cover => title.clone(),
        // A file's name may be longer than a wall has room for.
        None if kind.shows == Shows::Sound && count_words(&title) <= WORDS => title.clone(),
        None => String::new(),
    };
    let design = PageDesign {
        id: PageId(id.value.clone()),
        layout: kind.layout,
        headline,
        words,
        rows,
        scenes: scenes.into_iter().map(|name| vec![name]).collect(),
        borrowed,
        game,
        clip: clip.as_ref().map(|clip| clip.file.clone()),
        line,
    };
    if matches!(kind.shows, Shows::Clip | Shows::Sound) && clip.is_none() && !table.has("clip") {
        log.error(table.file(), line, check::missing_key("clip"));
    }
    shape(table, kind, &design, known.own, log);
    let page = Page { id: PageId(id.value), title, countdown_s, clip, script: script.unwrap_or_default() };
    Some(((!hidden).then_some(page), design))
}

/// `clip`, a file beside the session's file, with `[[step.page.pause]]`.
fn clip(table: &mut Table, folder: &Path, log: &mut Log) -> Option<Clip> {
    let file = table.text("clip", log);
    let mut pauses = table.each("pause", log, |table, log| {
        let at = table.number("at", log).filter(|at| (0.0..=CLIP_SECONDS).contains(at));
        let ask = table.required_text("ask", log);
        if at.is_none() {
            log.error(table.file(), table.line_of("at"), check::clip_time(CLIP_SECONDS as u32));
        }
        Some(PausePoint { at: Ms((f64::from(at?) * 1000.0).round() as u64), ask: ask?.value })
    });
    let Some(file) = file else {
        if !pauses.is_empty() {
            log.error(table.file(), table.line_of("pause"), check::missing_key("clip"));
        }
        return None;
    };
    let file = file_beside(table, "clip", file, folder, log)?;
    pauses.sort_by_key(|pause| pause.at);
    Some(Clip { file, pauses })
}

/// The name of a file in the session's folder; one that is not there is said and kept.
fn file_beside(table: &Table, key: &str, file: Text, folder: &Path, log: &mut Log) -> Option<String> {
    let plain = Path::new(&file.value).components().count() == 1 && !file.value.starts_with('.');
    if !plain || file.value.contains(['/', '\\', ':']) {
        log.error(table.file(), file.line, check::not_a_file_name(key, &file.value));
        return None;
    }
    if !folder.join(&file.value).is_file() {
        log.error(table.file(), file.line, check::clip_missing(&file.value));
    }
    Some(file.value)
}

/// `file`, and `number` for a page of a PDF.
fn shown_file(table: &mut Table, kind: &Kind, folder: &Path, log: &mut Log) -> Option<Borrowed> {
    match kind.shows {
        Shows::Drawing | Shows::Game => return None,
        Shows::Clip => return Some(Borrowed::Clip),
        Shows::Sound => return Some(Borrowed::Sound),
        Shows::Photo | Shows::Pdf => {}
    }
    let file = table.required_text("file", log);
    let number = if kind.shows == Shows::Pdf {
        if !table.has("number") {
            log.error(table.file(), table.line(), check::missing_key("number"));
        }
        Some(table.integer("number", 1, super::borrowed::PDF_PAGES as i64, log).unwrap_or(1) as u32)
    } else {
        None
    };
    let file = file_beside(table, "file", file?, folder, log)?;
    Some(match number {
        Some(number) => Borrowed::Pdf { file, number },
        None => Borrowed::Photo { file },
    })
}

/// `game`, one of the pack's; the facilitator's own folder checked alone knows none.
fn game(table: &mut Table, known: &Known, log: &mut Log) -> Option<GameId> {
    let text = table.required_text("game", log)?;
    if !known.games.is_empty() && !known.games.iter().any(|game| game.as_str() == text.value) {
        let names: Vec<String> = known.games.iter().map(|game| game.0.clone()).collect();
        let meant = nearest(&text.value, known.games.iter().map(|game| game.as_str()));
        log.error(table.file(), text.line, check::unknown_choice("game", &text.value, &names, meant));
    }
    Some(GameId(text.value))
}

/// `scene` or `scenes`, each a slug.
fn scenes(table: &mut Table, log: &mut Log) -> Vec<String> {
    let one = table.text("scene", log);
    let many = table.texts("scenes", log);
    let mut names = Vec::new();
    for text in one.into_iter().chain(many) {
        if super::table::is_slug(&text.value) {
            names.push(text.value);
        } else {
            log.error(table.file(), text.line, check::not_a_slug("scene", &text.value));
        }
    }
    names
}

/// The sources under `key`, each listed in `sources.toml`, whose ids are `known`.
pub(super) fn sources(table: &mut Table, key: &'static str, known: &[String], log: &mut Log) {
    for text in table.text_or_texts(key, log) {
        if !known.contains(&text.value) {
            let meant = nearest(&text.value, known.iter().map(String::as_str));
            log.error(table.file(), text.line, check::missing_source(&text.value, meant));
        }
    }
}

/// Whether a page has what its kind of page takes. A page of the facilitator's `own` may leave its one scene out: the calm one stands in.
fn shape(table: &Table, kind: &Kind, design: &PageDesign, own: bool, log: &mut Log) {
    let (file, line) = (table.file(), design.line);
    let count = |what: &str, key: &str, count: usize, (low, high): (usize, usize), log: &mut Log| {
        if !(low..=high).contains(&count) {
            log.error(file, table.line_of(key).max(line), check::wrong_count(what, kind.name, count, low, high));
        }
    };
    count("kalimat (words)", "words", design.words.len(), kind.words, log);
    let is_table = kind.layout == Layout::Table;
    count("baris (rows)", "rows", design.rows.len(), if is_table { (2, 7) } else { (0, 0) }, log);
    if is_table {
        let widest = design.rows.iter().map(Vec::len).max().unwrap_or_default();
        count("kolom", "rows", widest, (2, 4), log);
    }
    let scenes = if own && kind.scenes == (1, 1) { (0, 1) } else { kind.scenes };
    if design.scenes.is_empty() && scenes.0 > 0 && !table.has("scene") && !table.has("scenes") {
        log.error(file, line, check::no_scene(kind.name));
    } else {
        count("gambar (scene)", "scenes", design.scenes.len(), scenes, log);
    }
    if kind.layout == Layout::Story && design.scenes.len() != design.words.len() {
        let wanted = design.scenes.len();
        count("kalimat (words)", "words", design.words.len(), (wanted, wanted), log);
    }
    if kind.headline && design.headline.trim().is_empty() {
        log.error(file, line, check::missing_key("headline"));
    }
    let on_wall = count_words(&design.headline) + design.words.iter().map(|text| count_words(text)).sum::<usize>();
    if on_wall > WORDS {
        log.error(file, table.line_of("headline").max(line), check::too_many_words(on_wall, WORDS));
    }
    let in_cells = design.rows.iter().flatten().map(|text| count_words(text)).sum::<usize>();
    if in_cells > TABLE_WORDS {
        log.error(file, table.line_of("rows"), check::too_many_words(in_cells, TABLE_WORDS));
    }
}

/// Words as people count them: what has a letter or digit.
pub(super) fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// The name authors use for a page's kind.
pub(super) fn layout_name(design: &PageDesign) -> &'static str {
    let shows = match design.borrowed {
        Some(Borrowed::Photo { .. }) => Shows::Photo,
        Some(Borrowed::Pdf { .. }) => Shows::Pdf,
        Some(Borrowed::Clip) => Shows::Clip,
        Some(Borrowed::Sound) => Shows::Sound,
        None if design.game.is_some() => Shows::Game,
        None => Shows::Drawing,
    };
    KINDS.iter().find(|kind| kind.shows == shows && kind.layout == design.layout).map_or("", |kind| kind.name)
}
