//! Loudspeakers: which there are and opening one. On Linux the sound server is asked (`PulseAudio`'s protocol, which `PipeWire` speaks too);
//! without one, ALSA.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use rodio::{
    DeviceSinkBuilder, MixerDeviceSink,
    cpal::{
        self, Device, ErrorKind,
        traits::{DeviceTrait, HostTrait},
    },
};

use super::sound::Heart;
use crate::engine::loudspeaker::{Outputs, Pick};

/// The connection to the system's sound.
#[derive(Default)]
pub(super) struct Devices {
    host: Option<cpal::Host>,
}

impl Devices {
    fn host(&mut self) -> &cpal::Host {
        self.host.get_or_insert_with(cpal::default_host)
    }

    /// The server may have been started anew: a dead connection is not asked twice.
    pub(super) fn forget(&mut self) {
        self.host = None;
    }

    /// What there is now.
    pub(super) fn outputs(&mut self) -> Outputs {
        let mut names: Vec<String> = Vec::new();
        for (name, _) in named(self.host()) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let default = self.host().default_output_device().and_then(|device| name(&device));
        Outputs { default: default.filter(|name| names.contains(name)), names }
    }

    /// Opens one. `lost` is called from another thread when it takes no more sound.
    pub(super) fn open(
        &mut self,
        pick: &Pick,
        lost: impl Fn(&cpal::Error) + Send + 'static,
    ) -> Result<MixerDeviceSink, String> {
        let chosen = match pick {
            Pick::Named(wanted) => {
                named(self.host()).into_iter().find(|(name, _)| name == wanted).map(|(_, device)| device)
            }
            Pick::Default | Pick::Instead(_) => None,
        };
        let device = chosen.or_else(|| self.host().default_output_device()).ok_or("no device")?;
        let beats = Arc::new(AtomicU64::new(0));
        let mut alive = Alive { beats: Arc::clone(&beats), last: None };
        // Its buffer is 50 ms: with half of it a busy laptop was heard to stutter.
        let mut device = DeviceSinkBuilder::from_device(device)
            .and_then(|builder| {
                builder
                    .with_error_callback(move |error| {
                        if alive.after(error.kind()) {
                            log::debug!("sound: {error}");
                        } else {
                            lost(&error);
                        }
                    })
                    .open_stream()
            })
            .map_err(|error| error.to_string())?;
        device.log_on_drop(false);
        device.mixer().add(Heart(beats));
        Ok(device)
    }
}

/// Whether a device lives on after an error.
struct Alive {
    beats: Arc<AtomicU64>,
    last: Option<u64>,
}

impl Alive {
    fn after(&mut self, error: ErrorKind) -> bool {
        match error {
            // A gap in the sound, or another device in its place, is no loss.
            ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied => true,
            ErrorKind::DeviceNotAvailable | ErrorKind::StreamInvalidated => false,
            // ALSA over PulseAudio complains at every block of a stream that plays well.
            _ => {
                let now = self.beats.load(Ordering::Relaxed);
                self.last.replace(now) != Some(now)
            }
        }
    }
}

/// Devices that play, by name. Of ALSA's many names for one card those that fit a person's wish: the card itself, and its picture cable.
fn named(host: &cpal::Host) -> Vec<(String, Device)> {
    let devices = host.output_devices().into_iter().flatten();
    let fit = devices.filter(|device| {
        let Ok(id) = device.id() else { return true };
        let id = id.to_string();
        id.strip_prefix("alsa:").is_none_or(|id| id.starts_with("sysdefault:") || id.starts_with("hdmi:"))
    });
    fit.filter_map(|device| Some((name(&device)?, device))).collect()
}

fn name(device: &Device) -> Option<String> {
    device.description().ok().map(|description| description.name().to_owned())
}

/// Opens the loudspeaker for a moment: how it is set up, or why there is none.
pub fn probe() -> Result<String, String> {
    let device = Devices::default().open(&Pick::Default, |error| log::debug!("sound: {error}"))?;
    let config = device.config();
    Ok(format!("{} Hz, {} kanal", config.sample_rate(), config.channel_count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_that_complains_but_plays_is_no_loss() {
        let beats = Arc::new(AtomicU64::new(0));
        let mut alive = Alive { beats: Arc::clone(&beats), last: None };
        for _ in 0..3 {
            assert!(alive.after(ErrorKind::BackendError));
            beats.fetch_add(2048, Ordering::Relaxed);
        }
        assert!(alive.after(ErrorKind::BackendError) && !alive.after(ErrorKind::BackendError), "it plays no more");
        assert!(alive.after(ErrorKind::Xrun) && !alive.after(ErrorKind::StreamInvalidated));
    }
}
