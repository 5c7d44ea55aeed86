//! The decoder: a process of its own, started by Lembar, so that a file which crashes or hangs it cannot touch the meeting.
//! `lembar-decode FILE` speaks [`lembar::media::video::wire`] over its standard input and output, and ends when its input is closed.

mod clip;
mod picture;
mod sound;

use std::{
    collections::VecDeque,
    io::{self, BufWriter, Write},
    path::PathBuf,
    process::ExitCode,
    sync::mpsc::{Receiver, TryRecvError, sync_channel},
};

use clip::Clip;
use lembar::{
    media::video::wire::{Ask, Tell},
    platform::pipe,
};

/// Wishes that may wait; the program waits for us beyond that.
const WISHES: usize = 64;

fn main() -> ExitCode {
    let Some(path) = std::env::args_os().nth(1).map(PathBuf::from) else { return ExitCode::from(2) };
    pipe::widen_stdout();
    // Rows of a picture are gathered into large writes.
    let mut out = BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    let wishes = listen();
    let told = match Clip::open(&path) {
        Ok(clip) => {
            let info = clip.info();
            Tell::Opened(info).write(&mut out).and_then(|()| Desk::new(clip, wishes).work(&mut out))
        }
        Err(fault) => Tell::Failed(fault).write(&mut out),
    };
    // A closed pipe is how the program says that it is enough.
    if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Reads wishes on a thread of its own: decoding must not keep one waiting.
fn listen() -> Receiver<Ask> {
    let (sender, wishes) = sync_channel(WISHES);
    let read = move || {
        let mut input = io::stdin().lock();
        while let Ok(ask) = Ask::read(&mut input) {
            if sender.send(ask).is_err() {
                break;
            }
        }
    };
    if let Err(error) = std::thread::Builder::new().name("wishes".to_owned()).spawn(read) {
        eprintln!("lembar-decode: {error}");
    }
    wishes
}

/// What was asked for and is still owed.
struct Desk {
    clip: Clip,
    wishes: Receiver<Ask>,
    generation: u32,
    frames: u32,
    samples: u32,
    ended: VecDeque<Tell>,
    frames_over: bool,
    sound_over: bool,
}

impl Desk {
    fn new(clip: Clip, wishes: Receiver<Ask>) -> Self {
        let sound_over = !clip.info().sound;
        Self {
            clip,
            wishes,
            generation: 0,
            frames: 0,
            samples: 0,
            ended: VecDeque::new(),
            frames_over: false,
            sound_over,
        }
    }

    /// Sound goes first: a late picture is a picture late, late sound is a click.
    fn work(&mut self, out: &mut impl Write) -> io::Result<()> {
        while self.listen() {
            if let Some(end) = self.ended.pop_front() {
                end.write(out)?;
            } else if self.samples > 0 && !self.sound_over {
                self.sound(out)?;
            } else if self.frames > 0 && !self.frames_over {
                self.frame(out)?;
            }
        }
        Ok(())
    }

    /// Takes wishes in; waits for one when nothing is owed. False = the program has closed its end.
    fn listen(&mut self) -> bool {
        loop {
            let owed = !self.ended.is_empty()
                || (self.samples > 0 && !self.sound_over)
                || (self.frames > 0 && !self.frames_over);
            let ask = if owed {
                match self.wishes.try_recv() {
                    Ok(ask) => ask,
                    Err(TryRecvError::Empty) => return true,
                    Err(TryRecvError::Disconnected) => return false,
                }
            } else {
                match self.wishes.recv() {
                    Ok(ask) => ask,
                    Err(_) => return false,
                }
            };
            self.take(ask);
        }
    }

    fn take(&mut self, ask: Ask) {
        match ask {
            Ask::Fit { width, height } => self.clip.fit(width, height),
            Ask::Credit { frames, samples } => {
                self.frames = self.frames.saturating_add(frames);
                self.samples = self.samples.saturating_add(samples);
            }
            Ask::Seek { generation, at } => {
                self.generation = generation;
                (self.frames, self.samples) = (0, 0);
                self.ended.clear();
                self.frames_over = false;
                self.sound_over = !self.clip.info().sound;
                self.clip.seek(at);
            }
        }
    }

    fn sound(&mut self, out: &mut impl Write) -> io::Result<()> {
        if let Some((at, samples)) = self.clip.next_sound() {
            self.samples = self.samples.saturating_sub((samples.len() / 2) as u32);
            Tell::Sound { generation: self.generation, at, samples }.write(out)
        } else {
            self.sound_over = true;
            self.ended.push_back(Tell::LastSound(self.generation));
            Ok(())
        }
    }

    fn frame(&mut self, out: &mut impl Write) -> io::Result<()> {
        match self.clip.next_frame() {
            Ok(Some(frame)) => {
                self.frames -= 1;
                frame.write(self.generation, out)
            }
            Ok(None) => {
                self.frames_over = true;
                self.ended.push_back(Tell::LastFrame(self.generation));
                Ok(())
            }
            Err(fault) => {
                Tell::Failed(fault).write(out)?;
                Err(io::Error::other(format!("{fault:?}")))
            }
        }
    }
}
