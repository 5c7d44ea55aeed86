//! Clips of every kind a facilitator may bring, made here with the `ffmpeg` program, played through the real decoder child.
//! A picture of these clips carries its own number as stripes, so that it can be told which one is shown.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test")]

mod formats;

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use lembar::{
    clock::Clock,
    media::video::{
        player::{Phase, Picture, Player, Trouble},
        track::TrackSound,
        wire::{Fault, Info},
    },
};

/// Stripes of a numbered picture.
const BITS: u32 = 8;
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs `ffmpeg` with these words before the file's name.
fn make(dir: &Path, name: &str, words: &str) -> PathBuf {
    let path = dir.join(name);
    let status = Command::new("ffmpeg")
        .args(["-v", "error", "-y"])
        .args(words.split_whitespace())
        .arg(&path)
        .status()
        .expect("ffmpeg is installed (script/test sees to it)");
    assert!(status.success(), "ffmpeg could not make {name}: {words}");
    path
}

/// The input of a numbered clip: so many seconds, pictures a second, at this size.
fn numbered(size: &str, rate: u32, seconds: u32) -> String {
    format!(
        "-f lavfi -i nullsrc=s={size}:r={rate}:d={seconds},geq=lum=255*mod(floor(N/pow(2\\,floor(X*{BITS}/W)))\\,2):cb=128:cr=128 \
         -f lavfi -i sine=440:d={seconds}:r=48000"
    )
}

/// The number a picture carries.
fn number(picture: &Picture) -> u32 {
    (0..BITS)
        .filter(|bit| {
            let x = ((2 * bit + 1) * picture.width / (2 * BITS)) as usize;
            let y = (picture.height / 2) as usize;
            picture.bgra[(y * picture.width as usize + x) * 4] > 127
        })
        .map(|bit| 1 << bit)
        .sum()
}

fn open(file: &Path, room: (u32, u32)) -> Player {
    let decoder = Path::new(env!("CARGO_BIN_EXE_lembar-decode"));
    Player::open(Some(decoder), file, room, Clock::system(), || ())
}

fn ready(player: &mut Player) -> Info {
    let began = Instant::now();
    loop {
        match player.phase() {
            Phase::Ready(info) => return info,
            Phase::Failed(trouble) => panic!("{trouble:?}"),
            Phase::Opening => assert!(began.elapsed() < PATIENCE),
        }
        thread::sleep(Duration::from_millis(1));
    }
}

fn trouble(player: &mut Player) -> Trouble {
    let began = Instant::now();
    loop {
        if let Phase::Failed(trouble) = player.phase() {
            return trouble;
        }
        // What was begun is played to wherever it ends.
        drop(player.picture());
        assert!(began.elapsed() < PATIENCE, "still {:?}", player.phase());
        thread::sleep(Duration::from_millis(1));
    }
}

fn first(player: &Player) -> Picture {
    let began = Instant::now();
    loop {
        if let Some(picture) = player.picture() {
            return picture;
        }
        assert!(began.elapsed() < PATIENCE, "no picture");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A loudspeaker that takes 20 ms of sound every 20 ms until it is switched off; counts what was not silence.
fn loudspeaker(player: &Player) -> (Arc<AtomicBool>, thread::JoinHandle<usize>) {
    let mut sound = TrackSound::new(Arc::clone(player.track()));
    let on = Arc::new(AtomicBool::new(true));
    let flag = Arc::clone(&on);
    let device = thread::spawn(move || {
        let mut heard = 0;
        let mut due = Instant::now();
        while flag.load(Ordering::Relaxed) {
            for _ in 0..960 * 2 {
                let Some(sample) = sound.next() else { return heard };
                heard += usize::from(sample != 0.0);
            }
            due += Duration::from_millis(20);
            thread::sleep(due.saturating_duration_since(Instant::now()));
        }
        heard
    });
    (on, device)
}

/// Plays to the end; the numbers shown, and how far each was from the clock, microseconds.
fn play(player: &Player) -> (Vec<u32>, i64) {
    let mut numbers = vec![number(&first(player))];
    let mut worst = 0;
    player.run(true);
    let began = Instant::now();
    while !player.ended() {
        if let Some(picture) = player.picture() {
            worst = worst.max((picture.at - player.position()).abs());
            numbers.push(number(&picture));
        }
        assert!(began.elapsed() < PATIENCE, "it does not end; shown: {numbers:?}");
        thread::sleep(player.next_due().unwrap_or(Duration::from_millis(1)).min(Duration::from_millis(5)));
    }
    (numbers, worst)
}

/// What facilitators bring: name, how it is made, whether its pictures can be told apart (8 stripes survive).
const KINDS: &[(&str, &str)] = &[
    ("h264.mp4", "-c:v libx264 -pix_fmt yuv420p -c:a aac"),
    ("h264-mp3.mkv", "-c:v libx264 -pix_fmt yuv420p -c:a libmp3lame"),
    ("hevc.mov", "-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p -tag:v hvc1 -c:a aac"),
    ("vp8.webm", "-c:v libvpx -deadline realtime -b:v 1M -c:a libvorbis"),
    ("vp9.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
    ("xvid.avi", "-c:v mpeg4 -vtag XVID -q:v 3 -c:a libmp3lame"),
    ("vcd.mpg", "-c:v mpeg1video -q:v 3 -r 25 -c:a mp2"),
    ("wmv.wmv", "-c:v wmv2 -q:v 3 -c:a wmav2"),
    ("av1.webm", "-c:v libaom-av1 -cpu-used 8 -crf 30 -b:v 0 -c:a libopus"),
    ("surround.mp4", "-c:v libx264 -pix_fmt yuv420p -ac 6 -c:a aac"),
    ("silent.mp4", "-c:v libx264 -pix_fmt yuv420p -an"),
];

#[test]
fn every_kind_of_clip_plays_in_order_to_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let players: Vec<_> = KINDS
        .iter()
        .map(|(name, how)| {
            let file = make(dir.path(), name, &format!("{} {how}", numbered("320x240", 25, 2)));
            (name, open(&file, (1024, 768)))
        })
        .collect();
    // All at once, each with a loudspeaker of its own.
    let running: Vec<_> = players
        .into_iter()
        .map(|(name, mut player)| {
            thread::spawn(move || {
                let info = ready(&mut player);
                assert_eq!((info.width, info.height), (320, 240), "{name}");
                assert_eq!(info.sound, *name != "silent.mp4", "{name}");
                assert!((1_900_000..=2_200_000).contains(&info.duration), "{name}: {info:?}");
                let (on, device) = loudspeaker(&player);
                let (numbers, _) = play(&player);
                on.store(false, Ordering::Relaxed);
                let heard = device.join().unwrap();
                assert!(numbers.is_sorted(), "{name}: {numbers:?}");
                assert_eq!((numbers[0], *numbers.last().unwrap()), (0, 49), "{name}");
                if info.sound {
                    assert!(heard > 48_000, "{name}: {heard} samples were heard");
                }
                // A second play, from the middle.
                player.run(false);
                player.seek(1_000_000);
                let middle = first(&player);
                // In some the sound begins a little before the pictures.
                assert!(number(&middle).abs_diff(25) <= 1, "{name}: {} in its middle", number(&middle));
                assert!((middle.at - 1_000_000).abs() <= 40_000, "{name}: {} in its middle", middle.at);
            })
        })
        .collect();
    for player in running {
        player.join().unwrap();
    }
}

#[test]
fn a_seek_shows_exactly_the_picture_asked_for_also_at_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let file = make(
        dir.path(),
        "a.mp4",
        &format!("{} -c:v libx264 -g 50 -pix_fmt yuv420p -c:a aac", numbered("320x240", 25, 8)),
    );
    let mut player = open(&file, (1024, 768));
    let info = ready(&mut player);
    assert_eq!(number(&first(&player)), 0);
    for wanted in [100, 30, 31, 149, 0, 199] {
        player.seek(i64::from(wanted) * 40_000);
        let picture = first(&player);
        assert_eq!((number(&picture), picture.at), (wanted, i64::from(wanted) * 40_000));
    }
    player.seek(i64::MAX);
    assert_eq!(number(&first(&player)), 199, "the end is the last picture");
    // And from there it can be played again.
    player.seek(0);
    let again = first(&player);
    assert_eq!((number(&again), again.at), (0, 0));
    assert_eq!(info.frame, 40_000);
}

#[test]
fn phone_videos_stand_upright_and_odd_pixels_are_made_square() {
    let dir = tempfile::tempdir().unwrap();
    let plain =
        make(dir.path(), "plain.mp4", &format!("{} -c:v libx264 -pix_fmt yuv420p -an", numbered("320x240", 25, 1)));
    let copy = |name: &str, words: &str| make(dir.path(), name, &format!("-i {} {words}", plain.display()));
    let phone = copy("phone.mp4", "-c copy -metadata:s:v rotate=90");
    // Since FFmpeg 8 the turn is known with the first picture only.
    let player = open(&phone, (1024, 768));
    let picture = first(&player);
    assert_eq!((picture.width, picture.height), (240, 320));
    let dvd = copy("dvd.mp4", "-vf setsar=3/2 -c:v libx264 -pix_fmt yuv420p");
    let info = ready(&mut open(&dvd, (1024, 768)));
    assert_eq!((info.width, info.height), (480, 240));
    let odd = copy("odd.mkv", "-vf scale=321:241 -c:v libx264 -pix_fmt yuv444p");
    let mut player = open(&odd, (160, 160));
    let info = ready(&mut player);
    let picture = first(&player);
    assert_eq!((info.width, info.height, picture.width, picture.height), (321, 241, 160, 120));
}

#[test]
fn without_a_loudspeaker_the_picture_goes_on_and_with_one_again_the_sound_catches_up() {
    let dir = tempfile::tempdir().unwrap();
    let file =
        make(dir.path(), "a.mp4", &format!("{} -c:v libx264 -pix_fmt yuv420p -c:a aac", numbered("320x240", 25, 4)));
    let mut player = open(&file, (1024, 768));
    ready(&mut player);
    first(&player);
    let (on, device) = loudspeaker(&player);
    player.run(true);
    let watch = |seconds: f64| {
        let began = Instant::now();
        let mut last = 0;
        while began.elapsed().as_secs_f64() < seconds {
            last = player.picture().map_or(last, |picture| picture.at);
            thread::sleep(Duration::from_millis(2));
        }
        last
    };
    watch(0.6);
    on.store(false, Ordering::Relaxed);
    device.join().unwrap();
    let lost = player.position();
    let shown = watch(1.0);
    assert!(shown > lost + 800_000, "the picture stood still: {shown} after {lost}");
    let (on, device) = loudspeaker(&player);
    let before = player.position();
    let shown = watch(0.8);
    assert!(shown > before + 600_000, "the picture waited for the sound: {shown} after {before}");
    let off = (shown - player.position()).abs();
    assert!(off < 80_000, "{off} µs between picture and clock");
    on.store(false, Ordering::Relaxed);
    assert!(device.join().unwrap() > 20_000, "sound came back");
}

#[test]
fn every_kind_of_sound_plays_without_pictures() {
    let dir = tempfile::tempdir().unwrap();
    let sine = "-f lavfi -i sine=440:d=1.5:r=44100";
    for (name, words) in [
        ("a.ogg", "-c:a libvorbis"),
        ("a.mp3", "-c:a libmp3lame"),
        ("a.wav", ""),
        ("a.m4a", "-c:a aac"),
        ("a.flac", ""),
        // As phones send voice notes.
        ("a.opus", "-c:a libopus -ac 1 -ar 16000 -b:a 16k"),
    ] {
        let mut player = open(&make(dir.path(), name, &format!("{sine} {words}")), (1024, 768));
        let info = ready(&mut player);
        assert!(info.sound && !info.has_pictures(), "{name}: {info:?}");
        assert!((1_400_000..1_700_000).contains(&info.duration), "{name}: {info:?}");
        let (on, device) = loudspeaker(&player);
        player.run(true);
        let began = Instant::now();
        while !player.ended() {
            assert!(player.picture().is_none(), "{name}");
            assert!(matches!(player.phase(), Phase::Ready(_)) && began.elapsed() < PATIENCE, "{name}");
            thread::sleep(Duration::from_millis(5));
        }
        assert!(began.elapsed() > Duration::from_millis(1200), "{name}: over after {:?}", began.elapsed());
        on.store(false, Ordering::Relaxed);
        assert!(device.join().unwrap() > 48_000 * 2, "{name}: hardly anything was heard");
        // Again from the middle, as after an accidental stop; now no loudspeaker takes it.
        player.seek(700_000);
        assert!(!player.ended(), "{name}");
        let again = Instant::now();
        while !player.ended() {
            assert!(again.elapsed() < PATIENCE, "{name}: without a loudspeaker it never ends");
            thread::sleep(Duration::from_millis(5));
        }
    }
    // A cover picture inside is no film.
    let cover = "-f lavfi -i color=red:s=64x64:d=0.04 -map 0:a -map 1:v -frames:v 1 -c:v mjpeg -disposition:v attached_pic -c:a libmp3lame";
    let mut song = open(&make(dir.path(), "cover.mp3", &format!("{sine} {cover}")), (1024, 768));
    assert!(!ready(&mut song).has_pictures());
}

#[test]
fn what_is_no_clip_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let text = dir.path().join("text.mp4");
    std::fs::write(&text, "bukan video").unwrap();
    let words = dir.path().join("words.srt");
    std::fs::write(&words, "1\n00:00:01,000 --> 00:00:02,000\nHalo\n").unwrap();
    let words = make(dir.path(), "words.mkv", &format!("-i {}", words.display()));
    let missing = dir.path().join("missing.mp4");
    for (file, wanted) in [(&text, Fault::NoClip), (&words, Fault::NoStream), (&missing, Fault::Unreadable)] {
        assert_eq!(trouble(&mut open(file, (1024, 768))), Trouble::File(wanted), "{}", file.display());
    }
    let mut without = Player::open(Some(Path::new("/nowhere/lembar-decode")), &text, (8, 8), Clock::system(), || ());
    assert_eq!(trouble(&mut without), Trouble::NoDecoder);
}

#[test]
fn the_look_before_a_meeting_tells_what_plays_from_what_does_not() {
    let dir = tempfile::tempdir().unwrap();
    let clip = make(dir.path(), "a.mp4", &format!("{} -c:v libx264 -pix_fmt yuv420p -an", numbered("320x240", 25, 1)));
    let sound = make(dir.path(), "a.mp3", "-f lavfi -i sine=440:d=1");
    // Its index is whole, its pictures are not.
    let hollow = dir.path().join("hollow.mp4");
    let mut bytes = std::fs::read(&clip).unwrap();
    let data = bytes.windows(4).position(|name| name == b"mdat").unwrap() + 4;
    let end = bytes.windows(4).position(|name| name == b"moov").unwrap() - 4;
    bytes[data..end].fill(0xFF);
    std::fs::write(&hollow, bytes).unwrap();
    let tried = |file: &Path| open(file, (320, 240)).try_first(PATIENCE);
    assert_eq!((tried(&clip), tried(&sound)), (Ok(()), Ok(())));
    assert_eq!(tried(&hollow), Err(Trouble::File(Fault::NoClip)));
    assert_eq!(tried(&dir.path().join("none.mp4")), Err(Trouble::File(Fault::Unreadable)));
}

#[test]
fn broken_files_end_and_never_hang() {
    let dir = tempfile::tempdir().unwrap();
    let whole = make(dir.path(), "a.avi", &format!("{} -c:v mpeg4 -q:v 3 -c:a libmp3lame", numbered("320x240", 25, 2)));
    let bytes = std::fs::read(&whole).unwrap();
    let mut cases = vec![("cut short", bytes[..bytes.len() / 2].to_vec()), ("empty", Vec::new())];
    for seed in 1..=6_usize {
        let mut flipped = bytes.clone();
        for n in 0..200 {
            let place = (n * 7919 * seed + seed * 104_729) % flipped.len();
            flipped[place] ^= 1 << (n % 8);
        }
        cases.push(("bytes flipped", flipped));
    }
    for (what, bytes) in cases {
        let file = dir.path().join("broken.avi");
        std::fs::write(&file, bytes).unwrap();
        let mut player = open(&file, (1024, 768));
        player.run(true);
        let began = Instant::now();
        while !player.ended() && !matches!(player.phase(), Phase::Failed(_)) {
            drop(player.picture());
            assert!(began.elapsed() < PATIENCE, "{what}: neither ended nor failed");
            thread::sleep(Duration::from_millis(2));
        }
    }
}

#[test]
fn a_decoder_killed_at_any_moment_is_a_trouble_and_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let file =
        make(dir.path(), "a.mp4", &format!("{} -c:v libx264 -pix_fmt yuv420p -c:a aac", numbered("320x240", 25, 3)));
    for wait in [0, 3, 10, 25, 60, 150, 400] {
        let mut player = open(&file, (1024, 768));
        player.run(true);
        thread::sleep(Duration::from_millis(wait));
        drop(player.picture());
        let pid = player.decoder().expect("a running decoder");
        assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap().success());
        assert_eq!(trouble(&mut player), Trouble::Died, "after {wait} ms");
        player.seek(0);
        player.run(false);
    }
}
