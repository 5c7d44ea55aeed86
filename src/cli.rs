//! The verbs of the command line: what to run, what to print, which exit code. 0 = well, 1 = something is wrong, 2 = not understood.

use std::{io::Write, path::PathBuf, process::ExitCode};

mod bring;
mod carry;
mod outgoing;
mod print;
mod roster;
mod sheet;
mod words;

use crate::{
    app::{self, Options, Start},
    pack,
    platform::renderer::Renderer,
    store,
    text::cli as text,
};

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
    match words::parse(std::env::args_os().skip(1).collect()) {
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
