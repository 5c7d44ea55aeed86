//! Keeps the screen lit and the machine from sleeping, by every way the system offers. When that is wanted is decided in `app`.

use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    thread::{self, JoinHandle},
    time::Duration,
};

/// Wishes that may wait. More are not taken and asked again.
const WAITING: usize = 4;
/// A desktop service that answers no sooner is left to itself, so that the program can end.
const PATIENCE: Duration = Duration::from_secs(2);

/// What a way gives while it works; dropping it lets go.
type Held = Box<dyn Any>;

/// One way to keep the machine awake. It may block, so it is only called on threads of its own.
struct Way {
    name: &'static str,
    /// Keeps the screen lit, and not only the machine awake.
    screen: bool,
    take: Box<dyn Fn() -> Result<Held, String> + Send>,
}

/// What became of one way when it was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// For reports: `x-server`, `screen-saver`, `login1-idle`, `login1-sleep`, `system`.
    pub name: &'static str,
    /// True when it keeps the screen lit; the others keep only the machine from sleeping.
    pub screen: bool,
    /// Why it does not work here, in the system's words.
    pub fault: Option<String>,
}

/// Tries every way for a moment; `reason` is what a desktop may show. Takes a few seconds at most, even when nobody answers.
#[must_use]
pub fn probe(reason: &str) -> Vec<Tried> {
    ways(reason)
        .into_iter()
        .map(|way| {
            let (name, screen) = (way.name, way.screen);
            let (tell, told) = sync_channel(1);
            let thread = thread::Builder::new().name("awake-probe".to_owned()).spawn(move || {
                let fault = (way.take)().map(release).err();
                // Nobody listens any more when it took too long.
                drop(tell.send(fault));
            });
            let fault = match (thread, told.recv_timeout(PATIENCE)) {
                (Ok(_), Ok(fault)) => fault,
                (Ok(_), Err(error)) => Some(error.to_string()),
                (Err(error), _) => Some(error.to_string()),
            };
            Tried { name, screen, fault }
        })
        .collect()
}

/// Keeps the machine awake while it is asked to. Everything it took is given back when dropped.
pub struct Awake {
    wishes: Option<SyncSender<bool>>,
    asked: bool,
    /// Closed by the thread when it ends.
    ended: Receiver<()>,
    thread: Option<JoinHandle<()>>,
}

impl Awake {
    /// Starts the thread; nothing is held yet. `reason` is what a desktop may show to its user.
    #[must_use]
    pub fn spawn(reason: &str) -> Self {
        let reason = reason.to_owned();
        Self::over(move || ways(&reason))
    }

    fn over(ways: impl FnOnce() -> Vec<Way> + Send + 'static) -> Self {
        let (wishes, inbox) = sync_channel(WAITING);
        let (end, ended) = sync_channel::<()>(1);
        let thread = thread::Builder::new().name("awake".to_owned()).spawn(move || {
            run(&inbox, &ways());
            drop(end);
        });
        if let Err(error) = &thread {
            log::warn!("no thread to keep the screen awake: {error}");
        }
        Self { wishes: Some(wishes), asked: false, ended, thread: thread.ok() }
    }

    /// Asks to be kept awake, or no longer. Never blocks; call it again and again with what is wanted now.
    pub fn keep(&mut self, on: bool) {
        if self.asked != on
            && let Some(wishes) = &self.wishes
            && wishes.try_send(on).is_ok()
        {
            self.asked = on;
        }
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        self.wishes = None;
        // The thread may wait for a service that never answers; what it holds ends with the process.
        if self.ended.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            log::warn!("the desktop's service does not answer; not waited for");
        } else if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the thread that keeps the screen awake died");
        }
    }
}

fn run(inbox: &Receiver<bool>, ways: &[Way]) {
    let mut held = Vec::new();
    while let Ok(wish) = inbox.recv() {
        let on = inbox.try_iter().last().unwrap_or(wish);
        held.drain(..).for_each(release);
        if on {
            held = take_all(ways);
        }
    }
    held.into_iter().for_each(release);
}

/// Every way that works; one line in the log says which did not.
fn take_all(ways: &[Way]) -> Vec<Held> {
    let (mut held, mut faults, mut lit) = (Vec::new(), Vec::new(), false);
    for way in ways {
        match (way.take)() {
            Ok(kept) => {
                held.push(kept);
                lit |= way.screen;
            }
            Err(fault) => faults.push(format!("{}: {fault}", way.name)),
        }
    }
    // Most desktops have only some of the ways: no reason to worry while one keeps the screen lit.
    let level = if lit { log::Level::Info } else { log::Level::Warn };
    if !faults.is_empty() {
        log::log!(level, "kept awake by {} of {} ways; {}", held.len(), ways.len(), faults.join("; "));
    }
    held
}

/// Lets go. `keepawake` panics when the desktop's service has gone in the meantime; then there is nothing left to give back.
fn release(held: Held) {
    if catch_unwind(AssertUnwindSafe(|| drop(held))).is_err() {
        log::info!("the desktop's service was gone before it was told that the meeting is over");
    }
}

/// The ways of Linux, each by itself, so that one that is missing costs only itself. The X server first: it answers at once.
#[cfg(all(unix, not(target_os = "macos")))]
fn ways(reason: &str) -> Vec<Way> {
    vec![
        Way { name: "x-server", screen: true, take: Box::new(x_server) },
        desktop("screen-saver", true, reason, |ask| ask.display(true)),
        desktop("login1-idle", false, reason, |ask| ask.idle(true)),
        desktop("login1-sleep", false, reason, |ask| ask.sleep(true)),
    ]
}

/// Windows remembers one wish per thread, so display and machine have to be asked for together. Not `sleep`: its "away mode" turns the display off.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn ways(reason: &str) -> Vec<Way> {
    vec![desktop("system", true, reason, |ask| ask.display(true).idle(true))]
}

fn desktop(
    name: &'static str,
    screen: bool,
    reason: &str,
    wish: fn(&mut keepawake::Builder) -> &mut keepawake::Builder,
) -> Way {
    let mut ask = keepawake::Builder::default();
    ask.reason(reason).app_name("Lembar").app_reverse_domain("lembar");
    wish(&mut ask);
    let take = move || match ask.create() {
        Ok(kept) => Ok(Box::new(kept) as Held),
        Err(error) => Err(error.to_string()),
    };
    Way { name, screen, take: Box::new(take) }
}

/// The X server's own timer for blanking and for the monitor's power stands still as long as this connection lives.
#[cfg(all(unix, not(target_os = "macos")))]
fn x_server() -> Result<Held, String> {
    use x11rb::protocol::screensaver::ConnectionExt as _;
    if super::on_wayland() {
        return Err("Wayland".to_owned());
    }
    let (server, _) = x11rb::connect(None).map_err(|error| error.to_string())?;
    let asked = server.screensaver_query_version(1, 1).map_err(|error| error.to_string())?;
    asked.reply().map_err(|error| error.to_string())?;
    let asked = server.screensaver_suspend(1).map_err(|error| error.to_string())?;
    asked.check().map_err(|error| error.to_string())?;
    Ok(Box::new(server))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;

    /// Tells when it is let go.
    struct Fake(Sender<&'static str>, bool);

    impl Drop for Fake {
        fn drop(&mut self) {
            self.0.send("let go").unwrap();
            assert!(!self.1, "a service that is gone");
        }
    }

    fn way(tell: &Sender<&'static str>, gone: bool) -> Way {
        let tell = tell.clone();
        let take = move || {
            tell.send("taken").unwrap();
            Ok(Box::new(Fake(tell.clone(), gone)) as Held)
        };
        Way { name: "fake", screen: true, take: Box::new(take) }
    }

    fn missing() -> Way {
        Way { name: "missing", screen: true, take: Box::new(|| Err("not here".to_owned())) }
    }

    #[test]
    fn held_while_wanted_and_given_back_at_the_end() {
        let (tell, told) = channel();
        let next = || told.recv_timeout(PATIENCE);
        let mut awake = Awake::over(move || vec![missing(), way(&tell, false)]);
        for _ in 0..2 {
            awake.keep(true);
            awake.keep(true);
            assert_eq!(next(), Ok("taken"));
            awake.keep(false);
            assert_eq!(next(), Ok("let go"));
        }
        awake.keep(true);
        assert_eq!(next(), Ok("taken"));
        drop(awake);
        assert_eq!(told.try_iter().collect::<Vec<_>>(), ["let go"]);
    }

    #[test]
    fn a_panic_while_letting_go_costs_nothing() {
        let (tell, told) = channel();
        let next = || told.recv_timeout(PATIENCE);
        let mut awake = Awake::over(move || vec![way(&tell, true)]);
        for _ in 0..2 {
            awake.keep(true);
            assert_eq!(next(), Ok("taken"));
            awake.keep(false);
            assert_eq!(next(), Ok("let go"));
        }
    }

    #[test]
    fn a_service_that_never_answers_does_not_keep_the_program_from_ending() {
        let (answer, never) = channel::<()>();
        let (tell, told) = channel();
        let mut awake = Awake::over(move || {
            let take = move || {
                tell.send("asked").unwrap();
                Err(never.recv().map_or_else(|_| "gone", |()| "answered").to_owned())
            };
            vec![Way { name: "silent", screen: true, take: Box::new(take) }]
        });
        awake.keep(true);
        assert_eq!(told.recv_timeout(PATIENCE), Ok("asked"));
        drop(awake);
        // Only now does it answer: dropping did not wait for it.
        drop(answer);
    }
}
