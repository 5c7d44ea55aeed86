//! What is fed with rubbish: one function for each way by which bytes from elsewhere come in. Called by the fuzz targets and, over the
//! corpus, by `tests/fuzz`. Each returns when the bytes were dealt with and panics when something came out that must never come out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    unreachable_pub,
    reason = "a panic is how a finding is told"
)]

use std::{
    cell::OnceCell,
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use lembar::{
    engine::time::Ms,
    media::video::{
        subtitles,
        wire::{Ask, Tell},
    },
    pack::{self, Pack, archive as lembar_file, borrowed},
};
use tempfile::TempDir;
use zip::{ZipWriter, write::SimpleFileOptions};

// The decoder's own files: it is a program, not a library.
#[path = "../../src/bin/lembar-decode/clip.rs"]
#[allow(dead_code, reason = "not all of it is tried here")]
mod decoder;
#[path = "../../src/bin/lembar-decode/picture.rs"]
#[allow(dead_code, reason = "not all of it is tried here")]
mod picture;
#[path = "../../src/bin/lembar-decode/sound.rs"]
mod sound;

/// A target's name, which is that of its corpus, and what it does.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 6] = [
    ("archive", archive),
    ("clip", clip),
    ("photo", photo),
    ("session", session),
    ("subtitles", subtitles),
    ("wire", wire),
];

/// Pictures and stretches of sound taken at each place of a clip.
const TAKEN: usize = 8;

/// A file as a clip: opened, played a little, sought to its middle, its end and back.
pub fn clip(bytes: &[u8]) {
    let (_dir, file) = kept(bytes, "clip");
    let Ok(mut clip) = decoder::Clip::open(&file) else { return };
    clip.fit(96, 64);
    let info = clip.info();
    assert!(info.duration >= 0 && info.frame > 0, "{info:?}");
    for place in [None, Some(info.duration / 2), Some(i64::MAX), Some(0)] {
        if let Some(at) = place {
            clip.seek(at);
        }
        for _ in 0..TAKEN {
            let Ok(Some(picture)) = clip.next_frame() else { break };
            let mut sent = Vec::new();
            picture.write(1, &mut sent).unwrap();
            let mut rest = sent.as_slice();
            let Ok(Tell::Frame { at, width, height, .. }) = Tell::read(&mut rest) else {
                panic!("no picture was sent")
            };
            assert!(rest.is_empty() && at >= 0 && width <= 96 && height <= 64, "{width}×{height} at {at}");
        }
        for _ in 0..TAKEN {
            let Some((_, samples)) = clip.next_sound() else { break };
            assert!(samples.len().is_multiple_of(2), "left and right");
        }
    }
}

/// What the decoder may say, and what it may be asked: read without a panic, and what was understood is written back the same.
pub fn wire(bytes: &[u8]) {
    let mut pipe = bytes;
    while let Ok(tell) = Tell::read(&mut pipe) {
        let mut again = Vec::new();
        tell.write(&mut again).unwrap();
        let mut twice = Vec::new();
        Tell::read(&mut again.as_slice()).unwrap().write(&mut twice).unwrap();
        assert_eq!(again, twice);
    }
    let mut pipe = bytes;
    while let Ok(ask) = Ask::read(&mut pipe) {
        let mut again = Vec::new();
        ask.write(&mut again).unwrap();
        assert_eq!(Ask::read(&mut again.as_slice()).unwrap(), ask);
    }
}

/// A file of subtitles.
pub fn subtitles(bytes: &[u8]) {
    let found = subtitles::parse(bytes);
    assert!(found.is_sorted_by_key(|subtitle| subtitle.from));
    for subtitle in &found {
        assert!(subtitle.from < subtitle.to && !subtitle.words.trim().is_empty(), "{subtitle:?}");
        assert!(subtitles::at(&found, subtitle.from).is_some());
    }
    assert_eq!(subtitles::at(&found, Ms(u64::MAX)), None);
}

/// A `.lembar` file, or what is in one (its list of contents, a zero, its session), which is packed here because a sum of its contents is
/// kept in a zip: opened it is a session of the facilitator's own, refused it leaves nothing; nothing is ever written elsewhere.
pub fn archive(bytes: &[u8]) {
    thread_local!(static PACK: OnceCell<(TempDir, Pack)> = const { OnceCell::new() });
    let packed = if bytes.starts_with(b"PK") { bytes.to_vec() } else { packed(bytes) };
    let (dir, file) = kept(&packed, "x.lembar");
    let own = dir.path().join("isi");
    fs::create_dir(&own).unwrap();
    PACK.with(|kept| {
        let (_, pack) = kept.get_or_init(|| {
            let dir = content("");
            let pack = pack::load(dir.path());
            (dir, pack)
        });
        let opened = lembar_file::open(pack, &own, &file, &mut |_| true);
        assert_eq!(names(dir.path()), ["isi", "x.lembar"], "nothing is written elsewhere");
        match opened {
            Ok(_) => assert!(own.join("catalogue.toml").is_file()),
            Err(error) => {
                assert!(!error.sentence().is_empty());
                assert_eq!(names(&own), [""; 0], "refused, and yet something is left: {error}");
            }
        }
    });
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut parts = bytes.splitn(2, |byte| *byte == 0);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["lembar.toml", "sesi/session.toml"] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(parts.next().unwrap_or_default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A `session.toml`, checked and loaded as the program does at its start.
pub fn session(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let dir = content(text);
    let pack = pack::load(dir.path());
    assert!(!pack.sessions.is_empty(), "a broken session is replaced, not lost");
    for session in &pack.sessions {
        assert!(!session.steps.is_empty(), "{} has no steps", session.id);
    }
}

/// A photo.
pub fn photo(bytes: &[u8]) {
    let (_dir, file) = kept(bytes, "photo.jpg");
    match borrowed::open_photo(&file) {
        Ok(picture) => assert!(u64::from(picture.width()) * u64::from(picture.height()) <= borrowed::PHOTO_PIXELS),
        Err(fault) => assert!(!fault.sentence("photo.jpg").is_empty()),
    }
}

fn kept(bytes: &[u8], name: &str) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join(name);
    fs::write(&file, bytes).unwrap();
    (dir, file)
}

/// The shipped content's frame with one session, `m1-s1`, as written here.
fn content(session: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|dir| dir.join("content"));
    let shipped = shipped.into_iter().find(|dir| dir.is_dir()).expect("content/ beside Cargo.toml or above it");
    for name in ["pack.toml", "plan.toml", "sources.toml", "demo.toml", "catalogue.toml"] {
        fs::copy(shipped.join(name), dir.path().join(name)).unwrap();
    }
    let folder = dir.path().join("sessions/m1-s1");
    fs::create_dir_all(&folder).unwrap();
    if !session.is_empty() {
        fs::write(folder.join("session.toml"), session).unwrap();
    }
    dir
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
