//! The audio thread: keeps device, sounds and what plays in step with the plan.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, PoisonError, Weak,
        atomic::Ordering,
        mpsc::{Receiver, RecvTimeoutError, SyncSender},
    },
    time::Duration,
};

use rodio::MixerDeviceSink;

use super::{
    Cue, Plan, Request, Told,
    device::Devices,
    load::Loader,
    sound::{Control, Sound, TEST, Voice, bell},
};
use crate::{
    engine::loudspeaker::{Outputs, Pick},
    media::video::track::{Track, TrackSound},
};

/// How often a lost device is looked for while something wants it, and how soon after each other loudspeakers are listed when a cable
/// was plugged: the system takes a moment to find out.
const LOOK: Duration = Duration::from_secs(2);
/// How often they are listed then.
const LOOKS: u8 = 3;
/// How often a lost device is looked for when nothing is to be heard.
const GLANCE: Duration = Duration::from_secs(15);
/// Nothing is to be done.
const NOTHING: Duration = Duration::from_hours(1);
/// An open device wants silence forty times a second, also when nothing is to be heard: it is closed this long after the last signal.
const LINGER: Duration = Duration::from_secs(4);
/// How long music takes to come and go.
const FADE: Duration = Duration::from_secs(1);
/// How long a song takes to stop.
const STOP: Duration = Duration::from_millis(60);

/// Something with a beginning and an end that outlives the device.
struct Playing {
    control: Arc<Control>,
    sound: Sound,
    looped: bool,
}

impl Playing {
    fn new(sound: &Sound, loudness: f32, looped: bool) -> Self {
        let control = Arc::new(Control::default());
        control.fade_to(loudness);
        Self { control, sound: Arc::clone(sound), looped }
    }

    fn on(&self, device: &MixerDeviceSink) {
        let fade = if self.looped { FADE } else { STOP };
        device.mixer().add(Voice::new(Arc::clone(&self.sound), Arc::clone(&self.control), self.looped, fade));
    }
}

/// What the audio thread owns.
pub(super) struct Speaker {
    told: Arc<Told>,
    requests: SyncSender<Request>,
    loader: Loader,
    devices: Devices,
    device: Option<MixerDeviceSink>,
    outputs: Outputs,
    plan: Plan,
    /// `None` = it could not be read; asked for and not there yet is in `asked`.
    sounds: HashMap<PathBuf, Option<Sound>>,
    asked: Vec<PathBuf>,
    /// Which playing was begun last.
    begun: u32,
    song: Option<Playing>,
    music: Option<Playing>,
    tracks: Vec<Weak<Track>>,
    looks: u8,
}

impl Speaker {
    /// Nothing is open yet.
    pub(super) fn new(told: Arc<Told>, requests: SyncSender<Request>) -> Self {
        let when_read = requests.clone();
        let loader = Loader::spawn(None, move || {
            // A full channel wakes the thread anyway.
            if when_read.try_send(Request::Loaded).is_err() {
                log::debug!("the audio thread is busy");
            }
        });
        Self {
            told,
            requests,
            loader,
            devices: Devices::default(),
            device: None,
            outputs: Outputs::default(),
            plan: Plan::default(),
            sounds: HashMap::new(),
            asked: Vec::new(),
            begun: 0,
            song: None,
            music: None,
            tracks: Vec::new(),
            looks: 0,
        }
    }

    /// Until the app has enough.
    pub(super) fn run(mut self, inbox: &Receiver<Request>) {
        // Opened at the start to know whether there is one; whatever is wrong with it is logged before it is needed.
        self.list();
        self.open();
        loop {
            match inbox.recv_timeout(self.patience()) {
                Ok(Request::End) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Request::Cue(cue)) => self.cue(cue),
                Ok(Request::Test) => self.ring(&bell(TEST)),
                Ok(Request::Clip(track)) => self.clip(track),
                Ok(Request::Plan(plan)) => self.take(*plan),
                Ok(Request::Look) => {
                    self.looks = LOOKS;
                    self.look();
                }
                // A dead device calls without end: it is closed at once.
                Ok(Request::Lost) => self.lost(),
                Ok(Request::Loaded) => {}
                Err(RecvTimeoutError::Timeout) => self.pause(),
            }
            self.match_plan();
        }
    }

    /// How long nothing happens by itself.
    fn patience(&self) -> Duration {
        let there = self.told.there.load(Ordering::Relaxed);
        match (self.device.is_some(), self.wanted()) {
            _ if self.looks > 0 => LOOK,
            (_, true) => LOOK,
            (true, false) => LINGER,
            (false, false) if !there => GLANCE,
            (false, false) => NOTHING,
        }
    }

    /// Nobody asked for anything for a while.
    fn pause(&mut self) {
        if self.looks > 0 {
            self.look();
        } else if !self.wanted() && self.device.is_some() {
            self.device = None;
        } else if self.device.is_none() && !self.told.there.load(Ordering::Relaxed) {
            self.list();
            self.open();
        }
    }

    /// Something sounds or may be asked to sound.
    fn wanted(&self) -> bool {
        let plays = |playing: &Option<Playing>| playing.as_ref().is_some_and(|playing| !playing.control.over());
        self.plan.ready
            || plays(&self.song)
            || plays(&self.music)
            || self.tracks.iter().any(|track| track.strong_count() > 0)
    }

    fn cue(&mut self, cue: Cue) {
        let file = self.plan.cues.get(cue as usize).and_then(Option::as_ref);
        let sound = file.and_then(|file| self.sounds.get(file)).and_then(Option::as_ref).map(Arc::clone);
        self.ring(&sound.unwrap_or_else(|| bell(cue.notes())));
    }

    fn ring(&mut self, sound: &Sound) {
        self.ensure_open();
        if let Some(device) = &self.device {
            Playing::new(sound, 1.0, false).on(device);
        }
    }

    fn clip(&mut self, track: Weak<Track>) {
        self.tracks.retain(|track| track.strong_count() > 0);
        self.ensure_open();
        if let (Some(device), Some(track)) = (&self.device, track.upgrade()) {
            add_clip(device, &track);
        }
        self.tracks.push(track);
    }

    fn take(&mut self, plan: Plan) {
        let elsewhere = plan.pick != self.plan.pick;
        if plan.singing != self.plan.singing
            && let Some(song) = self.song.take()
        {
            song.control.leave();
        }
        self.plan = plan;
        if elsewhere {
            self.device = None;
            self.ensure_open();
        }
    }

    /// Sounds are read and begun, loudness follows the plan, a device is there when it is wanted.
    fn match_plan(&mut self) {
        for (file, sound) in self.loader.done() {
            self.asked.retain(|other| *other != file);
            self.sounds.insert(file, sound);
        }
        self.read_wanted();
        if self.wanted() && self.device.is_none() && self.told.there.load(Ordering::Relaxed) {
            self.open();
        }
        if self.plan.singing > 0 && self.plan.singing != self.begun {
            self.begin_song();
        }
        if self.song.as_ref().is_some_and(|song| song.control.over()) {
            self.song = None;
            self.told.sung.store(self.begun, Ordering::Relaxed);
        }
        self.follow_music();
    }

    fn read_wanted(&mut self) {
        let wanted: Vec<&PathBuf> =
            self.plan.cues.iter().chain([&self.plan.song, &self.plan.music]).filter_map(Option::as_ref).collect();
        self.sounds.retain(|file, _| wanted.contains(&file));
        for file in wanted {
            if !self.sounds.contains_key(file) && !self.asked.contains(file) && self.loader.ask(file) {
                self.asked.push(file.clone());
            }
        }
    }

    fn sound(&self, file: Option<&PathBuf>) -> Option<&Option<Sound>> {
        self.sounds.get(file?)
    }

    fn begin_song(&mut self) {
        match self.sound(self.plan.song.as_ref()) {
            Some(Some(sound)) => {
                let song = Playing::new(sound, 1.0, false);
                self.begun = self.plan.singing;
                self.ensure_open();
                if let Some(device) = &self.device {
                    song.on(device);
                }
                self.song = Some(song);
            }
            Some(None) => {
                self.begun = self.plan.singing;
                self.told.sung.store(self.begun, Ordering::Relaxed);
            }
            None => {}
        }
    }

    fn follow_music(&mut self) {
        if self.plan.music.is_none() {
            if let Some(music) = self.music.take() {
                music.control.leave();
            }
            return;
        }
        if self.music.is_none()
            && let Some(Some(sound)) = self.sound(self.plan.music.as_ref())
        {
            let music = Playing::new(sound, 0.0, true);
            self.ensure_open();
            if let Some(device) = &self.device {
                music.on(device);
            }
            self.music = Some(music);
        }
        if let Some(music) = &self.music {
            let loudness = f32::from(self.plan.music_volume.min(100)) / 100.0;
            music.control.fade_to(if self.plan.hushed { 0.0 } else { loudness });
        }
    }

    fn look(&mut self) {
        self.looks = self.looks.saturating_sub(1);
        let before = self.outputs.default.clone();
        self.list();
        let moved = self.plan.pick == Pick::Default && before != self.outputs.default;
        if moved || !self.told.there.load(Ordering::Relaxed) {
            self.device = None;
            self.open();
        }
    }

    fn list(&mut self) {
        let mut outputs = self.devices.outputs();
        if outputs.names.is_empty() {
            self.devices.forget();
            outputs = self.devices.outputs();
        }
        self.outputs = outputs.clone();
        *self.told.outputs.lock().unwrap_or_else(PoisonError::into_inner) = Some(outputs);
    }

    fn lost(&mut self) {
        self.device = None;
        self.devices.forget();
        self.list();
        if self.wanted() {
            self.open();
        }
    }

    fn ensure_open(&mut self) {
        if self.device.is_none() || !self.told.there.load(Ordering::Relaxed) {
            self.device = None;
            self.open();
        }
    }

    /// Opens the device and gives it everything that plays.
    fn open(&mut self) {
        let opened = self.try_open().or_else(|_| {
            self.devices.forget();
            self.try_open()
        });
        match opened {
            Ok(device) => {
                self.told.there.store(true, Ordering::Relaxed);
                for playing in self.song.iter().chain(&self.music).filter(|playing| !playing.control.over()) {
                    playing.on(&device);
                }
                for track in self.tracks.iter().filter_map(Weak::upgrade) {
                    add_clip(&device, &track);
                }
                self.device = Some(device);
            }
            // Looked for again and again, it is missed once.
            Err(error) if self.told.there.swap(false, Ordering::Relaxed) => log::warn!("no loudspeaker: {error}"),
            Err(error) => log::debug!("still no loudspeaker: {error}"),
        }
    }

    fn try_open(&mut self) -> Result<MixerDeviceSink, String> {
        let (told, requests) = (Arc::clone(&self.told), self.requests.clone());
        self.devices.open(&self.plan.pick, move |error| {
            if told.there.swap(false, Ordering::Relaxed) {
                log::warn!("the loudspeaker is gone: {error}");
                if requests.try_send(Request::Lost).is_err() {
                    log::debug!("the audio thread will see for itself");
                }
            }
        })
    }
}

fn add_clip(device: &MixerDeviceSink, track: &Arc<Track>) {
    let config = device.config();
    let frames = match config.buffer_size() {
        rodio::cpal::BufferSize::Fixed(frames) => *frames,
        rodio::cpal::BufferSize::Default => config.sample_rate().get() / 10,
    };
    track.set_lead(Duration::from_secs_f64(f64::from(frames) / f64::from(config.sample_rate().get())));
    device.mixer().add(TrackSound::new(Arc::clone(track)));
}
