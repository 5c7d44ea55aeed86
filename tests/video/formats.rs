//! Files as they come from phones, old discs and long recordings, where the usual kinds end: see [`super::KINDS`] for those.

use std::{
    fs::{self, File},
    io::{Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use lembar::media::video::player::{Phase, Player};

use super::{PATIENCE, first, loudspeaker, make, number, numbered, open, play, ready};

/// A Video CD's file as Windows copies it: raw sectors of 2352 bytes in a RIFF, a pack of MPEG in each.
#[test]
fn a_video_cds_dat_plays_to_its_end() {
    const PACK: [u8; 4] = [0, 0, 1, 0xBA];
    let dir = tempfile::tempdir().unwrap();
    let words = "-c:v mpeg1video -b:v 1150k -maxrate 1150k -bufsize 327680 -c:a mp2 -ar 44100 -f vcd";
    let mpeg = fs::read(make(dir.path(), "a.mpg", &format!("{} {words}", numbered("352x288", 25, 3)))).unwrap();
    let starts: Vec<usize> = (0..mpeg.len()).filter(|at| mpeg[*at..].starts_with(&PACK)).collect();
    let ends = starts.iter().skip(1).copied().chain([mpeg.len()]);
    let mut sectors = Vec::new();
    for (index, (from, to)) in starts.iter().zip(ends).enumerate() {
        sectors.extend([0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 2, (index % 75) as u8, 2]);
        sectors.extend([1, 1, 0x62, 0x0F, 1, 1, 0x62, 0x0F]);
        let mut pack = mpeg[*from..to].to_vec();
        assert!(pack.len() <= 2324);
        pack.resize(2324 + 4, 0);
        sectors.extend(pack);
    }
    let mut riff = b"CDXAfmt \x10\0\0\0".to_vec();
    riff.extend([0; 16]);
    riff.extend(b"data");
    riff.extend((sectors.len() as u32).to_le_bytes());
    riff.extend(sectors);
    let file = dir.path().join("AVSEQ01.DAT");
    fs::write(&file, [b"RIFF", &(riff.len() as u32).to_le_bytes()[..], &riff].concat()).unwrap();
    let mut player = open(&file, (1024, 768));
    let info = ready(&mut player);
    assert!(info.sound && (2_800_000..3_300_000).contains(&info.duration), "{info:?}");
    let (on, device) = loudspeaker(&player);
    let (numbers, _) = play(&player);
    on.store(false, std::sync::atomic::Ordering::Relaxed);
    assert!(numbers.is_sorted() && numbers[0] == 0 && *numbers.last().unwrap() == 74, "{numbers:?}");
    assert!(device.join().unwrap() > 2 * 48_000);
    // No index: it is sought by guessing.
    player.seek(2_000_000);
    assert!(number(&first(&player)).abs_diff(50) <= 2);
}

/// An old phone: H.263 and AMR. No encoder of AMR is needed, its frames are random numbers, which sound like the sea.
#[test]
fn an_old_phones_3gp_plays_with_its_sound() {
    let dir = tempfile::tempdir().unwrap();
    let mut amr = b"#!AMR\n".to_vec();
    for frame in 0..150_u32 {
        // 12.2 kbit/s, whole.
        amr.push(0x3C);
        amr.extend((0..31_u32).map(|byte| ((frame * 31 + byte).wrapping_mul(2_654_435_761) >> 24) as u8));
    }
    let voice = dir.path().join("a.amr");
    fs::write(&voice, amr).unwrap();
    let words =
        format!("{} -i {} -map 0:v -map 2:a -c:v h263 -q:v 2 -c:a copy", numbered("176x144", 25, 3), voice.display());
    let mut player = open(&make(dir.path(), "a.3gp", &words), (1024, 768));
    let info = ready(&mut player);
    assert!(info.sound && (info.width, info.height) == (176, 144), "{info:?}");
    let (on, device) = loudspeaker(&player);
    let (numbers, _) = play(&player);
    on.store(false, std::sync::atomic::Ordering::Relaxed);
    assert!(numbers.is_sorted() && *numbers.last().unwrap() == 74, "{numbers:?}");
    assert!(device.join().unwrap() > 2 * 48_000, "the sound is heard");
}

/// A phone in the dark takes fewer pictures: each is shown at its own time.
#[test]
fn pictures_at_uneven_times_are_shown_at_their_times() {
    let dir = tempfile::tempdir().unwrap();
    // Every picture of the first second, every fifth after it.
    let words = "-vf select=lt(n\\,25)+not(mod(n\\,5)) -vsync vfr -c:v libx264 -pix_fmt yuv420p -c:a aac";
    let file = make(dir.path(), "a.mp4", &format!("{} {words}", numbered("320x240", 25, 3)));
    let mut player = open(&file, (1024, 768));
    ready(&mut player);
    let mut shown = vec![first(&player)];
    player.run(true);
    let began = Instant::now();
    while !player.ended() {
        if let Some(picture) = player.picture() {
            let off = player.position() - picture.at;
            assert!((-10_000..200_000).contains(&off), "picture {} is {off} µs off", number(&picture));
            shown.push(picture);
        }
        assert!(began.elapsed() < PATIENCE);
        thread::sleep(Duration::from_millis(2));
    }
    for picture in &shown {
        assert_eq!(picture.at, i64::from(number(picture)) * 40_000);
    }
    let numbers: Vec<u32> = shown.iter().map(number).collect();
    assert!(numbers.ends_with(&[50, 55, 60, 65, 70]), "{numbers:?}");
    for (at, stands) in [(2_500_000, 60), (2_300_000, 55), (500_000, 12), (2_600_000, 65), (2_950_000, 70)] {
        player.seek(at);
        assert_eq!(number(&first(&player)), stands, "what stands at {at} µs");
    }
}

/// Half of it damaged costs that half only.
#[test]
fn damaged_sound_leaves_the_picture_and_a_damaged_picture_the_sound() {
    let dir = tempfile::tempdir().unwrap();
    let whole = "-c:v libx264 -g 10 -pix_fmt yuv420p -c:a aac";
    let whole = make(dir.path(), "a.mp4", &format!("{} {whole}", numbered("320x240", 25, 3)));
    let spoilt = |name: &str, stream: &str| {
        make(dir.path(), name, &format!("-i {} -c copy -bsf:{stream} noise=amount=1:dropamount=0", whole.display()))
    };
    for (name, stream) in [("noise.mp4", "a"), ("mud.mp4", "v")] {
        let mut player = open(&spoilt(name, stream), (1024, 768));
        ready(&mut player);
        let (on, device) = loudspeaker(&player);
        player.run(true);
        let began = Instant::now();
        let mut numbers = Vec::new();
        while !player.ended() {
            assert!(!matches!(player.phase(), Phase::Failed(_)), "{name}: {:?}", player.phase());
            numbers.extend(player.picture().map(|picture| number(&picture)));
            assert!(began.elapsed() < PATIENCE, "{name} does not end");
            thread::sleep(Duration::from_millis(2));
        }
        on.store(false, std::sync::atomic::Ordering::Relaxed);
        let heard = device.join().unwrap();
        if stream == "a" {
            assert_eq!((numbers.first(), numbers.last()), (Some(&0), Some(&74)), "{numbers:?}");
        } else {
            assert!(heard > 2 * 2 * 48_000, "{heard} samples");
        }
    }
}

/// A recording of hours: its second half lies behind 5 GB, where 32 bits do not reach. The file has a hole there, so it takes no room.
#[test]
fn a_file_of_five_gigabytes_opens_plays_and_is_sought_to_its_end() {
    let dir = tempfile::tempdir().unwrap();
    let words = "-c:v libx264 -g 25 -pix_fmt yuv420p -c:a aac";
    let small = make(dir.path(), "a.mp4", &format!("{} {words}", numbered("320x240", 25, 6)));
    let file = dir.path().join("large.mp4");
    stretch(&fs::read(small).unwrap(), &file, 5 << 30);
    assert!(fs::metadata(&file).unwrap().len() > 5 << 30);
    let began = Instant::now();
    let mut player = open(&file, (1024, 768));
    assert!(ready(&mut player).duration >= 6_000_000);
    assert_eq!(number(&first(&player)), 0);
    eprintln!("first picture of 5 GB after {:?}", began.elapsed());
    for wanted in [149, 10, 100] {
        player.seek(i64::from(wanted) * 40_000);
        assert_eq!(number(&first(&player)), wanted);
    }
    player.seek(4_000_000);
    let (numbers, _) = play(&player);
    assert!(numbers.is_sorted() && *numbers.last().unwrap() == 149, "{numbers:?}");
}

/// Writes an MP4 with a hole of `hole` bytes in the middle of its data, and its index after it with places of 64 bits.
fn stretch(whole: &[u8], to: &Path, hole: u64) {
    let boxes = boxes(whole);
    let (data, index) = (&boxes[boxes.iter().position(|(kind, _)| kind == b"mdat").unwrap()].1, boxes.last().unwrap());
    assert_eq!(&index.0, b"moov", "made with its index at the end");
    // Chunks are read as a whole: the hole lies between two.
    let middle =
        chunks(*b"moov", &whole[index.1.clone()]).into_iter().find(|at| *at > data.start + data.len() / 2).unwrap();
    let mut out = File::create(to).unwrap();
    let head = data.start - 8;
    out.write_all(&whole[..head]).unwrap();
    // A size of 1 means that it follows in 64 bits; the data begin 8 bytes later by that.
    out.write_all(&[0, 0, 0, 1]).unwrap();
    out.write_all(b"mdat").unwrap();
    out.write_all(&(data.len() as u64 + 16 + hole).to_be_bytes()).unwrap();
    out.write_all(&whole[data.start..middle]).unwrap();
    out.seek(SeekFrom::Current(hole as i64)).unwrap();
    out.write_all(&whole[middle..data.end]).unwrap();
    let moved = |at: u32| u64::from(at) + 8 + if at as usize >= middle { hole } else { 0 };
    out.write_all(&wide(*b"moov", &whole[index.1.clone()], &moved)).unwrap();
}

/// Where the chunks of all tracks begin, those of the pictures first.
fn chunks(kind: [u8; 4], body: &[u8]) -> Vec<usize> {
    match &kind {
        b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl" => {
            boxes(body).into_iter().flat_map(|(kind, at)| chunks(kind, &body[at])).collect()
        }
        b"stco" => body[8..].as_chunks::<4>().0.iter().map(|place| u32::from_be_bytes(*place) as usize).collect(),
        _ => Vec::new(),
    }
}

/// A box of the index again, places of 32 bits made 64 wide and moved.
fn wide(kind: [u8; 4], body: &[u8], moved: &dyn Fn(u32) -> u64) -> Vec<u8> {
    let mut name = kind;
    let inside = match &kind {
        b"moov" | b"trak" | b"mdia" | b"minf" | b"stbl" => {
            boxes(body).into_iter().flat_map(|(kind, at)| wide(kind, &body[at], moved)).collect()
        }
        b"stco" => {
            name = *b"co64";
            let (places, _) = body[8..].as_chunks::<4>();
            let places = places.iter().flat_map(|place| moved(u32::from_be_bytes(*place)).to_be_bytes());
            body[..8].iter().copied().chain(places).collect()
        }
        _ => body.to_vec(),
    };
    [&(inside.len() as u32 + 8).to_be_bytes()[..], &name, &inside].concat()
}

/// Names and places of the bodies of the boxes in `bytes`.
fn boxes(bytes: &[u8]) -> Vec<([u8; 4], std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 8 <= bytes.len() {
        let size = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        found.push((bytes[at + 4..at + 8].try_into().unwrap(), at + 8..at + size));
        at += size;
    }
    found
}

/// Stopped in the middle, as by a full memory or a broken disk: told within the time a hang is given, not before.
#[test]
fn a_decoder_that_hangs_is_told_from_one_that_is_slow() {
    let dir = tempfile::tempdir().unwrap();
    let file: PathBuf =
        make(dir.path(), "a.mp4", &format!("{} -c:v libx264 -pix_fmt yuv420p -an", numbered("320x240", 25, 8)));
    let signal = |player: &Player, name: &str| {
        let pid = player.decoder().unwrap().to_string();
        assert!(Command::new("kill").args([name, &pid]).status().unwrap().success());
    };
    let mut player = open(&file, (1024, 768));
    ready(&mut player);
    first(&player);
    player.run(true);
    let hold = |player: &mut Player, time: Duration| {
        let began = Instant::now();
        while began.elapsed() < time && !matches!(player.phase(), Phase::Failed(_)) {
            drop(player.picture());
            thread::sleep(Duration::from_millis(10));
        }
        (player.phase(), began.elapsed())
    };
    signal(&player, "-STOP");
    assert!(matches!(hold(&mut player, Duration::from_millis(1500)).0, Phase::Ready(_)));
    signal(&player, "-CONT");
    assert!(matches!(hold(&mut player, Duration::from_millis(500)).0, Phase::Ready(_)));
    signal(&player, "-STOP");
    let (phase, took) = hold(&mut player, PATIENCE);
    assert!(matches!(phase, Phase::Failed(_)) && (4..8).contains(&took.as_secs()), "{phase:?} after {took:?}");
}
