//! The program driving itself: prepare, every step, a game, attendance, close; numbered pictures of both windows and a `tour.json`.

use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
    sync::{
        Arc,
        mpsc::{Receiver, sync_channel},
    },
};

use egui::{ColorImage, Context, ScreenshotCallback, ViewportCommand, ViewportId};
use serde::Serialize;

use super::{
    AppError,
    shared::{Shared, stage_id},
};
use crate::{engine::command::Command, ui::intent::Intent};
use acts::{Act, acts};

mod acts;

pub use acts::walk;

/// The whole tour must be done by then, ms.
const LIMIT: u64 = 40_000;
/// One picture, or one wait for the disk, must be there by then, ms.
const STEP_LIMIT: u64 = 5_000;
/// How soon the next look is, ms.
const SOON: u64 = 10;
/// A page settles this long before its picture is taken, ms: both windows have painted what was asked.
const SETTLE: u64 = 140;

#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    seconds: f64,
    pictures: &'a [String],
    error: Option<&'a str>,
    version: &'static str,
}

/// A tour under way.
pub(super) struct Tour {
    out: PathBuf,
    acts: VecDeque<Act>,
    pictures: Vec<String>,
    began: Option<u64>,
    act_since: u64,
    asked: Option<Asked>,
    done: Option<Result<(), String>>,
}

/// Pictures asked for and not there yet.
struct Asked {
    receiver: Receiver<(String, Arc<ColorImage>)>,
    missing: usize,
}

impl Tour {
    /// A tour whose pictures go to `out`.
    pub(super) fn new(out: &Path) -> Result<Self, AppError> {
        std::fs::create_dir_all(out)
            .map_err(|error| AppError::Write { path: out.to_owned(), cause: error.to_string() })?;
        Ok(Self {
            out: out.to_owned(),
            acts: acts(),
            pictures: Vec::new(),
            began: None,
            act_since: 0,
            asked: None,
            done: None,
        })
    }

    /// How it went, after the windows are closed.
    pub(super) fn result(self) -> Result<(), AppError> {
        match self.done {
            Some(Ok(())) => Ok(()),
            Some(Err(cause)) => Err(AppError::Tour(cause)),
            None => Err(AppError::Tour("the window was closed before the end".to_owned())),
        }
    }

    /// One look: does what can be done now. Returns when to look again, ms.
    pub(super) fn step(&mut self, shared: &mut Shared, ctx: &Context) -> u64 {
        if self.done.is_some() {
            return LIMIT;
        }
        let mono = shared.core.clock.mono();
        let began = *self.began.get_or_insert(mono);
        if self.act_since == 0 {
            self.act_since = mono;
        }
        let outcome = if mono - began > LIMIT {
            Err(format!("longer than {} s", LIMIT / 1000))
        } else {
            self.act(shared, ctx, mono)
        };
        match outcome {
            Ok(()) if self.acts.is_empty() => self.finish(Ok(()), mono - began, ctx),
            Ok(()) => {}
            Err(cause) => self.finish(Err(cause), mono - began, ctx),
        }
        SOON
    }

    fn act(&mut self, shared: &mut Shared, ctx: &Context, mono: u64) -> Result<(), String> {
        let waited = mono.saturating_sub(self.act_since);
        let done = match self.acts.front() {
            None => return Ok(()),
            Some(Act::Do(wishes)) => {
                let intents = wishes(&shared.core);
                shared.apply(ctx, intents);
                true
            }
            Some(Act::Durable) => shared.core.live().is_none_or(|live| live.durable >= live.state.seq),
            Some(Act::Wait(_, holds)) => holds(&shared.core),
            Some(Act::Check(what, holds)) => {
                if !holds(&shared.core) {
                    return Err((*what).to_owned());
                }
                true
            }
            Some(Act::Walk(step)) => {
                let there = shared.core.live().is_some_and(|live| live.state.step >= *step);
                if !there {
                    shared.apply(ctx, [Intent::Meeting(Command::Next)]);
                }
                there
            }
            Some(Act::Shot(name)) => {
                if waited < SETTLE || !shared.settled() && self.asked.is_none() {
                    false
                } else {
                    let name = name.clone();
                    self.shot(&name, shared, ctx)?
                }
            }
        };
        if done {
            self.acts.pop_front();
            self.act_since = mono;
        } else if waited > STEP_LIMIT {
            return Err(format!("nothing came of \"{}\" in {} s", self.what(), STEP_LIMIT / 1000));
        }
        Ok(())
    }

    fn what(&self) -> &str {
        match self.acts.front() {
            Some(Act::Shot(name)) => name,
            Some(Act::Wait(what, _)) => what,
            Some(Act::Durable) => "writing to disk",
            Some(Act::Walk(_)) => "walking through the pages",
            Some(Act::Do(_) | Act::Check(..)) | None => "",
        }
    }

    /// Asks for the pictures, then collects and keeps them; true when all are kept.
    fn shot(&mut self, name: &str, shared: &Shared, ctx: &Context) -> Result<bool, String> {
        let number = self.pictures.len();
        let Some(asked) = &mut self.asked else {
            let (sender, receiver) = sync_channel(2);
            let mut windows = vec![(ViewportId::ROOT, "konsol")];
            if shared.stage_shown() {
                windows.push((stage_id(), "panggung"));
            }
            let missing = windows.len();
            for (n, (viewport, window)) in windows.into_iter().enumerate() {
                let file = format!("{:02}-{name}-{window}.png", number + n + 1);
                let sender = sender.clone();
                let callback = ScreenshotCallback::new(move |image| {
                    if sender.try_send((file, image)).is_err() {
                        log::debug!("a picture came after its time");
                    }
                });
                ctx.send_viewport_cmd_to(viewport, ViewportCommand::Screenshot(callback));
            }
            self.asked = Some(Asked { receiver, missing });
            return Ok(false);
        };
        while let Ok((file, image)) = asked.receiver.try_recv() {
            save(&self.out.join(&file), &image)?;
            self.pictures.push(file);
            asked.missing = asked.missing.saturating_sub(1);
        }
        let done = asked.missing == 0;
        if done {
            self.asked = None;
            self.pictures.sort();
        }
        Ok(done)
    }

    fn finish(&mut self, outcome: Result<(), String>, took: u64, ctx: &Context) {
        let error = outcome.as_ref().err().map(String::as_str);
        let report = Report {
            ok: outcome.is_ok(),
            seconds: took as f64 / 1000.0,
            pictures: &self.pictures,
            error,
            version: env!("CARGO_PKG_VERSION"),
        };
        let path = self.out.join("tour.json");
        let written = serde_json::to_vec_pretty(&report)
            .map_err(|error| error.to_string())
            .and_then(|json| std::fs::write(&path, json).map_err(|error| error.to_string()));
        self.done = Some(outcome.and(written));
        ctx.send_viewport_cmd_to(ViewportId::ROOT, ViewportCommand::Close);
    }
}

fn save(path: &Path, image: &ColorImage) -> Result<(), String> {
    let [width, height] = image.size;
    let bytes: Vec<u8> = image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    image::save_buffer(path, &bytes, width as u32, height as u32, image::ColorType::Rgb8)
        .map_err(|error| format!("{}: {error}", path.display()))
}
