//! From the words of the command line to what was asked: options first, then a verb and what it may have.

use std::{ffi::OsString, path::PathBuf};

use lexopt::{Arg, Parser, ValueExt};

use super::{Verb, bring, carry, outgoing, print, roster, sheet};
use crate::{
    app::{Options, Start},
    engine::{ids::SessionId, print::Printout},
    pack::import::Into,
    platform::renderer::Renderer,
    text::cli as text,
};

/// The renderer that Lembar chooses by itself.
const AUTO: &str = "auto";

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

    /// The only word after the verb, if there is one.
    fn word(&mut self) -> Result<Option<OsString>, String> {
        let word = (!self.words.is_empty()).then(|| self.words.remove(0));
        self.no_words()?;
        Ok(word)
    }

    /// The only word after the verb: a file.
    fn file(&mut self) -> Result<PathBuf, String> {
        self.word()?.map(PathBuf::from).ok_or_else(|| text::missing("BERKAS"))
    }

    /// The only word after the verb: a session's name.
    fn session(&mut self) -> Result<SessionId, String> {
        let word = self.word()?.ok_or_else(|| text::missing("SESI"))?;
        Ok(SessionId(word.to_string_lossy().into_owned()))
    }

    fn out(&mut self) -> Result<PathBuf, String> {
        self.out.take().ok_or_else(|| text::missing("--out"))
    }

    fn no_words(&self) -> Result<(), String> {
        self.words.first().map_or(Ok(()), |word| Err(text::unexpected(&word.to_string_lossy())))
    }
}

/// What was asked, or the sentence that says what is not understood.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Verb, String> {
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

fn verb_of(verb: &str, given: Given) -> Result<Verb, String> {
    match verb {
        "deliver" => deliver(given),
        "rehearse" => rehearse(given),
        "tour" => tour(given),
        "import" => import(given),
        "pack" => pack(given),
        "open-pack" => open_pack(given),
        "import-roster" => import_roster(given),
        "sheet" => contact_sheet(given),
        "print" => printed(given),
        "report" => report(given),
        "export" => export(given),
        "backup" => backup(given),
        "restore" => restore(given),
        "check" => check(given),
        "doctor" => doctor(given),
        other => Err(text::unknown_verb(other)),
    }
}

fn deliver(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack", "--renderer", "--group", "--session"])?;
    given.no_words()?;
    let group = given.group.take().ok_or_else(|| text::missing("--group"))?;
    let session = given.session.take().ok_or_else(|| text::missing("--session"))?;
    Ok(Verb::Open(given.options(Start::Deliver { group, session })))
}

fn rehearse(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack", "--renderer"])?;
    let session = given.session()?;
    Ok(Verb::Open(given.options(Start::Rehearse { session })))
}

fn tour(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack", "--renderer", "--out"])?;
    given.no_words()?;
    let out = given.out()?;
    Ok(Verb::Open(given.options(Start::Tour { out })))
}

fn import(given: Given) -> Result<Verb, String> {
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

fn pack(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack", "--out"])?;
    let what = bring::What::Pack { session: given.session()?, out: given.out()? };
    Ok(Verb::Bring(bring::Bring { what, data: given.data, pack: given.pack }))
}

fn open_pack(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack"])?;
    let what = bring::What::Open { file: given.file()? };
    Ok(Verb::Bring(bring::Bring { what, data: given.data, pack: given.pack }))
}

fn import_roster(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--group", "--dry-run"])?;
    let file = given.file()?;
    Ok(Verb::Roster(roster::Roster { file, group: given.group, dry_run: given.dry_run, data: given.data }))
}

fn contact_sheet(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack", "--out"])?;
    let (session, out) = (given.session()?, given.out()?);
    Ok(Verb::Sheet(sheet::Sheet { session, out, data: given.data, pack: given.pack }))
}

fn printed(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data", "--pack", "--out", "--what", "--group"])?;
    let session = given.session()?;
    let what = given.what.as_deref().map_or(Ok(print::What::Session(Printout::Handouts)), print::what)?;
    let out = given.out()?;
    Ok(Verb::Print(print::Print { session, what, group: given.group, out, data: given.data, pack: given.pack }))
}

fn report(mut given: Given) -> Result<Verb, String> {
    given.no_words()?;
    given.only(&["--meeting", "--month", "--format", "--out", "--data", "--pack"])?;
    let what = outgoing::what(given.meeting.as_deref(), given.month.as_deref(), given.format.as_deref())?;
    let out = given.out()?;
    Ok(Verb::Outgoing(outgoing::Outgoing { what, out, data: given.data, pack: given.pack }))
}

fn export(mut given: Given) -> Result<Verb, String> {
    given.no_words()?;
    given.only(&["--all", "--out", "--data", "--pack"])?;
    if !given.all {
        return Err(crate::text::outgoing::EXPORT_WANTS.to_owned());
    }
    let out = given.out()?;
    Ok(Verb::Outgoing(outgoing::Outgoing { what: outgoing::What::All, out, data: given.data, pack: given.pack }))
}

fn backup(mut given: Given) -> Result<Verb, String> {
    given.only(&["--out", "--data"])?;
    given.no_words()?;
    let file = given.out()?;
    Ok(Verb::Carry(carry::Carry { way: carry::Way::Backup, file, data: given.data }))
}

fn restore(mut given: Given) -> Result<Verb, String> {
    given.only(&["--data"])?;
    let file = given.file()?;
    Ok(Verb::Carry(carry::Carry { way: carry::Way::Restore, file, data: given.data }))
}

fn check(mut given: Given) -> Result<Verb, String> {
    given.only(&["--json"])?;
    Ok(Verb::Check { dir: given.word()?.map(PathBuf::from), json: given.json })
}

fn doctor(given: Given) -> Result<Verb, String> {
    given.only(&["--json", "--data", "--renderer"])?;
    given.no_words()?;
    Ok(Verb::Doctor { data: given.data, json: given.json, renderer: given.renderer })
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
