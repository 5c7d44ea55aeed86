//! The verbs of the command line: what to run, what to print, which exit code. 0 = well, 1 = something is wrong, 2 = not understood.

use std::{ffi::OsString, io::Write, path::PathBuf, process::ExitCode};

use lexopt::{Arg, Parser, ValueExt};

mod bring;
mod carry;
mod outgoing;
mod print;
mod roster;
mod sheet;

use crate::{
    app::{self, Options, Start},
    engine::{ids::SessionId, print::Printout},
    pack::{self, import::Into},
    platform::renderer::Renderer,
    store,
    text::cli as text,
};

/// The renderer that Lembar chooses by itself.
const AUTO: &str = "auto";

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verb {
    Open(Options),
    Check { dir: Option<PathBuf>, json: bool },
    Doctor { data: Option<PathBuf>, json: bool, renderer: Option<Renderer> },
    Bring(bring::Bring),
    Carry(carry::Carry),
    Outgoing(outgoing::Outgoing),
    Print(print::Print),
    Roster(roster::Roster),
    Sheet(sheet::Sheet),
    Help,
    Version,
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    match parse(std::env::args_os().skip(1).collect()) {
        Ok(verb) => run(verb),
        Err(sentence) => {
            complain(&sentence);
            ExitCode::from(2)
        }
    }
}

fn run(verb: Verb) -> ExitCode {
    match verb {
        Verb::Open(options) => match app::run(&options) {
            Ok(()) => {
                if let Start::Tour { out } = &options.start {
                    print(&format!("{}\n", text::tour_done(app::pictures_in(out), &out.display().to_string())));
                }
                ExitCode::SUCCESS
            }
            Err(error) => {
                log::error!("{error}");
                complain(&error.sentence());
                ExitCode::FAILURE
            }
        },
        Verb::Check { dir, json } => {
            if let Some(dir) = dir.or_else(store::content_dir) {
                let form = if json { pack::Form::Json } else { pack::Form::Human };
                let (report, code) = pack::report(&pack::check(&dir), form);
                print(&report);
                ExitCode::from(code)
            } else {
                complain(text::NO_CONTENT_DIR);
                ExitCode::FAILURE
            }
        }
        Verb::Doctor { data, json, renderer } => {
            let (report, well) = app::doctor::examine(data.as_deref(), json, renderer);
            print(&report);
            if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Verb::Bring(bring) => told(bring::run(&bring)),
        Verb::Carry(wish) => told(carry::run(&wish)),
        Verb::Outgoing(wish) => told(outgoing::run(&wish)),
        Verb::Roster(wish) => told(roster::run(&wish)),
        Verb::Print(wish) => told(print::run(&wish)),
        Verb::Sheet(wish) => told(sheet::run(&wish)),
        Verb::Help => {
            print(text::HELP);
            ExitCode::SUCCESS
        }
        Verb::Version => {
            print(concat!("lembar ", env!("CARGO_PKG_VERSION"), "\n"));
            ExitCode::SUCCESS
        }
    }
}

/// Prints what was done, or says why it was not.
fn told(outcome: Result<String, String>) -> ExitCode {
    match outcome {
        Ok(report) => {
            print(&report);
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            complain(&sentence);
            ExitCode::FAILURE
        }
    }
}

/// Output for people and tools. A closed pipe is not worth a panic.
fn print(words: &str) {
    if let Err(error) = std::io::stdout().write_all(words.as_bytes()) {
        log::warn!("stdout: {error}");
    }
}

fn complain(sentence: &str) {
    if let Err(error) = writeln!(std::io::stderr(), "lembar: {sentence}") {
        log::warn!("stderr: {error}");
    }
}

/// Everything an option may set.
#[derive(Default)]
struct Given {
    words: Vec<OsString>,
    data: Option<PathBuf>,
    pack: Option<PathBuf>,
    out: Option<PathBuf>,
    group: Option<String>,
    session: Option<String>,
    new: Option<String>,
    what: Option<String>,
    json: bool,
    dry_run: bool,
    renderer: Option<Renderer>,
    meeting: Option<String>,
    month: Option<String>,
    format: Option<String>,
    all: bool,
    used: Vec<&'static str>,
}

impl Given {
    fn only(&self, allowed: &[&str]) -> Result<(), String> {
        match self.used.iter().find(|option| !allowed.contains(option)) {
            Some(option) => Err(text::unexpected(option)),
            None => Ok(()),
        }
    }

    fn options(self, start: Start) -> Options {
        Options { start, data: self.data, pack: self.pack, renderer: self.renderer }
    }

    /// The only word after the verb: a session's name.
    fn session_word(&mut self) -> Result<SessionId, String> {
        let word = (!self.words.is_empty()).then(|| self.words.remove(0));
        self.no_words()?;
        word.map(|word| SessionId(word.to_string_lossy().into_owned())).ok_or_else(|| text::missing("SESI"))
    }

    fn no_words(&self) -> Result<(), String> {
        self.words.first().map_or(Ok(()), |word| Err(text::unexpected(&word.to_string_lossy())))
    }
}

fn parse(arguments: Vec<OsString>) -> Result<Verb, String> {
    let mut given = Given::default();
    let mut verb = None;
    let mut parser = Parser::from_args(arguments);
    while let Some(arg) = parser.next().map_err(|error| text::unexpected(&error.to_string()))? {
        let used = match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Verb::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Verb::Version),
            Arg::Long("json") => {
                given.json = true;
                "--json"
            }
            Arg::Long("dry-run") => {
                given.dry_run = true;
                "--dry-run"
            }
            Arg::Long("all") => {
                given.all = true;
                "--all"
            }
            Arg::Long("data") => path(&mut parser, &mut given.data, "--data")?,
            Arg::Long("pack") => path(&mut parser, &mut given.pack, "--pack")?,
            Arg::Long("out") => path(&mut parser, &mut given.out, "--out")?,
            Arg::Long("meeting") => string(&mut parser, &mut given.meeting, "--meeting")?,
            Arg::Long("month") => string(&mut parser, &mut given.month, "--month")?,
            Arg::Long("format") => string(&mut parser, &mut given.format, "--format")?,
            Arg::Long("group") => string(&mut parser, &mut given.group, "--group")?,
            Arg::Long("session") => string(&mut parser, &mut given.session, "--session")?,
            Arg::Long("new") => string(&mut parser, &mut given.new, "--new")?,
            Arg::Long("what") => string(&mut parser, &mut given.what, "--what")?,
            Arg::Long("renderer") => {
                let mut name = None;
                string(&mut parser, &mut name, "--renderer")?;
                given.renderer = renderer(&name.unwrap_or_default())?;
                "--renderer"
            }
            Arg::Value(word) => {
                if verb.is_none() {
                    verb = Some(word);
                } else {
                    given.words.push(word);
                }
                continue;
            }
            other => return Err(text::unexpected(&other.unexpected().to_string())),
        };
        given.used.push(used);
    }
    let Some(verb) = verb else {
        given.only(&["--data", "--pack", "--renderer"])?;
        return Ok(Verb::Open(given.options(Start::Kiosk)));
    };
    verb_of(&verb.to_string_lossy(), given)
}

fn verb_of(verb: &str, mut given: Given) -> Result<Verb, String> {
    match verb {
        "deliver" => {
            given.only(&["--data", "--pack", "--renderer", "--group", "--session"])?;
            given.no_words()?;
            let group = given.group.take().ok_or_else(|| text::missing("--group"))?;
            let session = given.session.take().ok_or_else(|| text::missing("--session"))?;
            Ok(Verb::Open(given.options(Start::Deliver { group, session })))
        }
        "rehearse" => {
            given.only(&["--data", "--pack", "--renderer"])?;
            let session = given.session_word()?;
            Ok(Verb::Open(given.options(Start::Rehearse { session })))
        }
        "tour" => {
            given.only(&["--data", "--pack", "--renderer", "--out"])?;
            given.no_words()?;
            let out = given.out.take().ok_or_else(|| text::missing("--out"))?;
            Ok(Verb::Open(given.options(Start::Tour { out })))
        }
        "import" => {
            given.only(&["--data", "--pack", "--session", "--new"])?;
            if given.words.is_empty() {
                return Err(text::missing("BERKAS"));
            }
            let into = match (given.session, given.new) {
                (Some(_), Some(_)) => return Err(text::unexpected("--new")),
                (Some(session), None) => Some(Into::Session(SessionId(session))),
                (None, title) => title.map(Into::New),
            };
            let files = given.words.into_iter().map(PathBuf::from).collect();
            let what = bring::What::Import { files, into };
            Ok(Verb::Bring(bring::Bring { what, data: given.data, pack: given.pack }))
        }
        "import-roster" => {
            given.only(&["--data", "--group", "--dry-run"])?;
            let word = (!given.words.is_empty()).then(|| given.words.remove(0));
            given.no_words()?;
            let file = word.ok_or_else(|| text::missing("BERKAS"))?.into();
            Ok(Verb::Roster(roster::Roster { file, group: given.group, dry_run: given.dry_run, data: given.data }))
        }
        "pack" | "open-pack" => {
            let word = (given.words.len() == 1).then(|| given.words.remove(0));
            given.no_words()?;
            let what = if verb == "pack" {
                given.only(&["--data", "--pack", "--out"])?;
                let session = SessionId(word.ok_or_else(|| text::missing("SESI"))?.to_string_lossy().into_owned());
                bring::What::Pack { session, out: given.out.take().ok_or_else(|| text::missing("--out"))? }
            } else {
                given.only(&["--data", "--pack"])?;
                bring::What::Open { file: word.ok_or_else(|| text::missing("BERKAS"))?.into() }
            };
            Ok(Verb::Bring(bring::Bring { what, data: given.data, pack: given.pack }))
        }
        "sheet" => {
            given.only(&["--data", "--pack", "--out"])?;
            let session = given.session_word()?;
            let out = given.out.take().ok_or_else(|| text::missing("--out"))?;
            Ok(Verb::Sheet(sheet::Sheet { session, out, data: given.data, pack: given.pack }))
        }
        "print" => {
            given.only(&["--data", "--pack", "--out", "--what", "--group"])?;
            let session = given.session_word()?;
            let what = given.what.as_deref().map_or(Ok(print::What::Session(Printout::Handouts)), print::what)?;
            let out = given.out.take().ok_or_else(|| text::missing("--out"))?;
            Ok(Verb::Print(print::Print { session, what, group: given.group, out, data: given.data, pack: given.pack }))
        }
        "report" | "export" => {
            given.no_words()?;
            let what = if verb == "report" {
                given.only(&["--meeting", "--month", "--format", "--out", "--data", "--pack"])?;
                outgoing::what(given.meeting.as_deref(), given.month.as_deref(), given.format.as_deref())?
            } else {
                given.only(&["--all", "--out", "--data", "--pack"])?;
                given
                    .all
                    .then_some(outgoing::What::All)
                    .ok_or_else(|| crate::text::outgoing::EXPORT_WANTS.to_owned())?
            };
            let out = given.out.take().ok_or_else(|| text::missing("--out"))?;
            Ok(Verb::Outgoing(outgoing::Outgoing { what, out, data: given.data, pack: given.pack }))
        }
        "backup" => {
            given.only(&["--out", "--data"])?;
            given.no_words()?;
            let file = given.out.take().ok_or_else(|| text::missing("--out"))?;
            Ok(Verb::Carry(carry::Carry { way: carry::Way::Backup, file, data: given.data }))
        }
        "restore" => {
            given.only(&["--data"])?;
            let word = (!given.words.is_empty()).then(|| given.words.remove(0));
            given.no_words()?;
            let file = word.ok_or_else(|| text::missing("BERKAS"))?.into();
            Ok(Verb::Carry(carry::Carry { way: carry::Way::Restore, file, data: given.data }))
        }
        "check" => {
            given.only(&["--json"])?;
            let dir = (!given.words.is_empty()).then(|| PathBuf::from(given.words.remove(0)));
            given.no_words()?;
            Ok(Verb::Check { dir, json: given.json })
        }
        "doctor" => {
            given.only(&["--json", "--data", "--renderer"])?;
            given.no_words()?;
            Ok(Verb::Doctor { data: given.data, json: given.json, renderer: given.renderer })
        }
        other => Err(text::unknown_verb(other)),
    }
}

fn path(parser: &mut Parser, to: &mut Option<PathBuf>, name: &'static str) -> Result<&'static str, String> {
    *to = Some(PathBuf::from(parser.value().map_err(|error| text::unexpected(&error.to_string()))?));
    Ok(name)
}

/// `None` = auto.
fn renderer(name: &str) -> Result<Option<Renderer>, String> {
    if name == AUTO {
        return Ok(None);
    }
    let known = || std::iter::once(AUTO).chain(Renderer::all().map(Renderer::name));
    let found = Renderer::all().find(|renderer| renderer.name() == name);
    found.map(Some).ok_or_else(|| text::unknown_renderer(name, &known().collect::<Vec<_>>()))
}

fn string(parser: &mut Parser, to: &mut Option<String>, name: &'static str) -> Result<&'static str, String> {
    let value = parser.value().map_err(|error| text::unexpected(&error.to_string()))?;
    *to = Some(value.string().map_err(|error| text::unexpected(&error.to_string()))?);
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &[&str]) -> Result<Verb, String> {
        parse(words.iter().map(OsString::from).collect())
    }

    #[test]
    fn verbs_are_understood() {
        let open = |start| Options { start, data: None, pack: None, renderer: None };
        assert_eq!(parsed(&[]), Ok(Verb::Open(open(Start::Kiosk))));
        let deliver = Start::Deliver { group: "Kelompok Melati".into(), session: "m1-s1".into() };
        assert_eq!(
            parsed(&["deliver", "--group", "Kelompok Melati", "--session=m1-s1"]),
            Ok(Verb::Open(open(deliver)))
        );
        let rehearse = Start::Rehearse { session: "m1-s1".into() };
        assert_eq!(parsed(&["rehearse", "m1-s1"]), Ok(Verb::Open(open(rehearse))));
        assert_eq!(parsed(&["rehearse"]), Err(text::missing("SESI")));
        assert_eq!(parsed(&["check", "isi", "--json"]), Ok(Verb::Check { dir: Some("isi".into()), json: true }));
        assert_eq!(parsed(&["doctor", "--json"]), Ok(Verb::Doctor { data: None, json: true, renderer: None }));
        let gl = Options { renderer: Some(Renderer::Gl), ..open(Start::Kiosk) };
        assert_eq!(parsed(&["--renderer", "gl"]), Ok(Verb::Open(gl)));
        assert_eq!(parsed(&["--renderer=auto"]), Ok(Verb::Open(open(Start::Kiosk))));
        let roster = roster::Roster { file: "a.xlsx".into(), group: None, dry_run: true, data: None };
        assert_eq!(parsed(&["import-roster", "a.xlsx", "--dry-run"]), Ok(Verb::Roster(roster)));
        assert_eq!(parsed(&["tour", "-h"]), Ok(Verb::Help));
        assert_eq!(parsed(&["--version"]), Ok(Verb::Version));
    }

    #[test]
    fn what_is_not_understood_is_said() {
        for words in [
            &["dance"][..],
            &["deliver", "--group", "A"],
            &["tour"],
            &["tour", "extra", "--out", "x"],
            &["check", "a", "b"],
            &["check", "--group", "A"],
            &["import-roster"],
            &["import-roster", "a", "b"],
            &["--nope"],
            &["--data"],
            &["--renderer", "magic"],
            &["--renderer"],
            &["check", "--renderer", "gl"],
        ] {
            let sentence = parsed(words).expect_err("must not be understood");
            assert!(sentence.contains("lembar --help"), "{sentence}");
        }
    }
}
