//! Reads whole sounds into memory, by the decoder child, on a thread of its own. What is longer than five minutes is cut there.

use std::{
    io::{BufReader, BufWriter},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread::JoinHandle,
};

use super::sound::Sound;
use crate::media::video::{
    player,
    wire::{Ask, RATE, Tell},
};

/// Most samples of a sound.
const MOST: usize = RATE as usize * 300;
/// Files that may wait.
const WAITING: usize = 16;

/// The thread, which is joined on drop.
pub(super) struct Loader {
    wishes: Option<SyncSender<PathBuf>>,
    desk: Arc<Desk>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Desk {
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    done: Vec<(PathBuf, Option<Sound>)>,
    child: Option<Child>,
    closing: bool,
}

impl Desk {
    /// Plain data, whole between statements: a poisoned lock is as good as another.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Loader {
    /// `told` is called from the thread when a sound is there, or is not to be had.
    pub(super) fn spawn(decoder: Option<PathBuf>, told: impl Fn() + Send + 'static) -> Self {
        let (wishes, inbox) = sync_channel(WAITING);
        let desk = Arc::<Desk>::default();
        let working = Arc::clone(&desk);
        let work = move || work(&inbox, &working, decoder.as_deref(), &told);
        let thread = std::thread::Builder::new().name("sounds".to_owned()).spawn(work);
        if let Err(error) = &thread {
            log::warn!("no thread to read sounds: {error}");
        }
        Self { wishes: Some(wishes), desk, thread: thread.ok() }
    }

    /// Asks for a file; false = too many wait, ask again.
    pub(super) fn ask(&self, file: &Path) -> bool {
        self.wishes.as_ref().is_some_and(|wishes| wishes.try_send(file.to_owned()).is_ok())
    }

    /// What was read since the last call.
    pub(super) fn done(&self) -> Vec<(PathBuf, Option<Sound>)> {
        std::mem::take(&mut self.desk.lock().done)
    }
}

impl Drop for Loader {
    fn drop(&mut self) {
        self.wishes = None;
        let mut desk = self.desk.lock();
        desk.closing = true;
        // A decoder that hangs would keep the thread.
        if let Some(child) = &mut desk.child
            && let Err(error) = child.kill()
        {
            log::debug!("the decoder was gone already: {error}");
        }
        drop(desk);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the thread that reads sounds died");
        }
    }
}

fn work(inbox: &Receiver<PathBuf>, desk: &Desk, decoder: Option<&Path>, told: &impl Fn()) {
    while let Ok(file) = inbox.recv() {
        let sound = decode(&file, desk, decoder);
        let mut inner = desk.lock();
        if inner.closing {
            return;
        }
        let child = inner.child.take();
        inner.done.push((file, sound));
        drop(inner);
        if let Some(mut child) = child
            && let Err(error) = child.kill().and_then(|()| child.wait())
        {
            log::debug!("the decoder was gone already: {error}");
        }
        told();
    }
}

/// Both channels together; `None` when the file holds no sound that can be played.
fn decode(file: &Path, desk: &Desk, decoder: Option<&Path>) -> Option<Sound> {
    let decoder = decoder.map_or_else(player::decoder_beside_program, |path| Ok(path.to_owned()));
    let started = decoder.and_then(|program| {
        Command::new(program).arg(file).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
    });
    let mut child = match started {
        Ok(child) => child,
        Err(error) => {
            log::warn!("{}: the decoder could not be started: {error}", file.display());
            return None;
        }
    };
    let pipes = child.stdin.take().zip(child.stdout.take());
    desk.lock().child = Some(child);
    let (stdin, stdout) = pipes?;
    // Kept open until all is read: the child ends when it is closed.
    let mut asked = BufWriter::new(stdin);
    Ask::Credit { frames: 0, samples: MOST as u32 }.write(&mut asked).ok()?;
    let mut heard = BufReader::new(stdout);
    let mut samples: Vec<i16> = Vec::new();
    while samples.len() < MOST {
        match Tell::read(&mut heard) {
            Ok(Tell::Sound { samples: stretch, .. }) => {
                samples.extend(stretch.as_chunks::<2>().0.iter().map(|pair| one_channel(*pair)));
            }
            Ok(Tell::Opened(info)) if info.sound => {}
            Ok(Tell::Frame { .. } | Tell::LastFrame(_)) => {}
            Ok(Tell::LastSound(_)) => break,
            Ok(Tell::Opened(_) | Tell::Failed(_)) | Err(_) => {
                log::warn!("{}: no sound that can be played", file.display());
                return None;
            }
        }
    }
    (!samples.is_empty()).then(|| samples.into())
}

fn one_channel([left, right]: [f32; 2]) -> i16 {
    (f32::midpoint(left, right).clamp(-1.0, 1.0) * 32767.0) as i16
}
