//! Real small JPEGs with notes of a camera made by hand.

use image::{Rgb, RgbImage, imageops::FilterType};

use super::*;

/// A note: tag, type, count, value or bytes that stand elsewhere.
struct Note {
    tag: u16,
    kind: u16,
    count: u32,
    bytes: Vec<u8>,
}

fn ascii(tag: u16, words: &str) -> Note {
    let mut bytes = words.as_bytes().to_vec();
    bytes.push(0);
    Note { tag, kind: 2, count: bytes.len() as u32, bytes }
}

fn short(tag: u16, value: u16) -> Note {
    Note { tag, kind: 3, count: 1, bytes: value.to_le_bytes().to_vec() }
}

fn ratios(tag: u16, parts: &[(u32, u32)]) -> Note {
    let bytes = parts.iter().flat_map(|(a, b)| [a.to_le_bytes(), b.to_le_bytes()].concat()).collect();
    Note { tag, kind: 5, count: parts.len() as u32, bytes }
}

/// One directory of notes that begins at `at`, with what does not fit into it behind it.
fn directory(notes: &[Note], at: usize) -> Vec<u8> {
    let mut head = (notes.len() as u16).to_le_bytes().to_vec();
    let mut tail: Vec<u8> = Vec::new();
    let behind = at + 2 + notes.len() * 12 + 4;
    for note in notes {
        head.extend(note.tag.to_le_bytes());
        head.extend(note.kind.to_le_bytes());
        head.extend(note.count.to_le_bytes());
        if note.bytes.len() <= 4 {
            let mut value = note.bytes.clone();
            value.resize(4, 0);
            head.extend(value);
        } else {
            head.extend(((behind + tail.len()) as u32).to_le_bytes());
            tail.extend(&note.bytes);
        }
    }
    head.extend([0; 4]);
    head.extend(tail);
    head
}

fn link(tag: u16, to: usize) -> Note {
    Note { tag, kind: 4, count: 1, bytes: (to as u32).to_le_bytes().to_vec() }
}

/// A hemisphere and its degrees, minutes, seconds.
type Side<'a> = (&'a str, [(u32, u32); 3]);

/// The camera's notes: turn, date, place.
fn notes(turn: u16, date: Option<&str>, place: Option<[Side<'_>; 2]>) -> Vec<u8> {
    let camera: Vec<Note> = date.map(|date| ascii(0x9003, date)).into_iter().collect();
    let gps: Vec<Note> = place
        .iter()
        .flat_map(|[(ns, north), (ew, east)]| [ascii(1, ns), ratios(2, north), ascii(3, ew), ratios(4, east)])
        .collect();
    // Three entries, always, so that the offsets are known.
    let first = 8 + 2 + 3 * 12 + 4;
    let camera = directory(&camera, first);
    let second = first + camera.len();
    let mut tiff = b"II\x2a\x00\x08\x00\x00\x00".to_vec();
    tiff.extend(directory(&[short(0x0112, turn), link(0x8769, first), link(0x8825, second)], 8));
    tiff.extend(camera);
    tiff.extend(directory(&gps, second));
    tiff
}

/// Left half red, right half blue; with notes behind the first marker.
fn jpeg(width: u32, height: u32, exif: Option<&[u8]>) -> Vec<u8> {
    let colours = |x: u32, _| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    let mut plain = Vec::new();
    JpegEncoder::new_with_quality(&mut plain, 95).encode_image(&RgbImage::from_fn(width, height, colours)).unwrap();
    let Some(exif) = exif else { return plain };
    let mut bytes = plain[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend((exif.len() as u16 + 8).to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(exif);
    bytes.extend(&plain[2..]);
    bytes
}

fn taken_in(bytes: &[u8]) -> Result<(Photo, Thumb, RgbImage, usize), PhotoError> {
    let dir = tempfile::tempdir().unwrap();
    let from = dir.path().join("IMG 1.JPG");
    fs::write(&from, bytes).unwrap();
    let (photo, thumb) = take(&from, &dir.path().join("foto"), "7")?;
    let path = dir.path().join("foto").join(&photo.file);
    let copy = image::open(&path).unwrap().into_rgb8();
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1, "nothing is left beside it");
    Ok((photo, thumb, copy, fs::metadata(&path).unwrap().len() as usize))
}

#[test]
fn date_and_place_are_kept_as_the_camera_wrote_them() {
    // Jakarta, south of the line: 6° 12' 30.6" S, 106° 49' 0" E.
    let south = [("S", [(6, 1), (12, 1), (306, 10)]), ("E", [(106, 1), (49, 1), (0, 1)])];
    let exif = notes(1, Some("2026:11:21 10:42:05"), Some(south));
    let (photo, ..) = taken_in(&jpeg(40, 20, Some(&exif))).unwrap();
    assert_eq!(photo.at, Some((-6_208_500, 106_816_667)));
    let ten = Wall(1_795_219_200_000 + ((10 * 60 + 42) * 60 + 5) * 1000);
    assert_eq!((photo.taken, photo.file.as_str(), photo.place.as_str()), (Some(ten), "7/1.jpg", ""));
    let west = [("N", [(1, 1), (30, 1), (0, 1)]), ("W", [(2, 1), (0, 1), (0, 1)])];
    let (photo, ..) = taken_in(&jpeg(40, 20, Some(&notes(1, None, Some(west))))).unwrap();
    assert_eq!((photo.at, photo.taken), (Some((1_500_000, -2_000_000)), None));
}

#[test]
fn nothing_is_invented_where_the_file_is_silent_or_talks_nonsense() {
    let nowhere = Some([("S", [(0, 1), (0, 1), (0, 1)]), ("E", [(0, 1), (0, 1), (0, 1)])]);
    let off = Some([("S", [(96, 1), (0, 1), (0, 1)]), ("E", [(106, 1), (0, 1), (0, 1)])]);
    let over_zero = Some([("S", [(6, 0), (0, 1), (0, 1)]), ("E", [(106, 1), (0, 1), (0, 1)])]);
    let sideless = Some([("?", [(6, 1), (0, 1), (0, 1)]), ("E", [(106, 1), (0, 1), (0, 1)])]);
    for (date, place) in [
        (None, None),
        (Some("    :  :     :  :  "), nowhere),
        (Some("2026:13:41 10:42:05"), off),
        (Some("1970:01:01 00:00:00"), over_zero),
        (Some("kemarin"), sideless),
    ] {
        let (photo, ..) = taken_in(&jpeg(40, 20, Some(&notes(1, date, place)))).unwrap();
        assert_eq!((photo.taken, photo.at), (None, None), "{date:?} {place:?}");
    }
    let (photo, ..) = taken_in(&jpeg(40, 20, None)).unwrap();
    assert_eq!((photo.taken, photo.at), (None, None));
}

#[test]
fn a_photo_taken_upright_stands_upright() {
    // Turn 6: the camera was held so that the picture has to be turned a quarter to the right.
    let (_, thumb, copy, _) = taken_in(&jpeg(64, 32, Some(&notes(6, None, None)))).unwrap();
    assert_eq!((copy.dimensions(), thumb.size), ((32, 64), (32, 64)));
    let [top, bottom] = [copy.get_pixel(16, 8), copy.get_pixel(16, 56)];
    assert!(top.0[0] > 150 && bottom.0[2] > 150, "red was left and is above now: {top:?} {bottom:?}");
}

#[test]
fn a_large_photo_becomes_small_enough_for_the_form() {
    // Noise is the worst a camera can deliver.
    let mut seed = 7_u32;
    let noise = RgbImage::from_fn(600, 400, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(seed >> 24) as u8, (seed >> 16) as u8, (seed >> 8) as u8])
    });
    let noise = image::imageops::resize(&noise, 2400, 1600, FilterType::Nearest);
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&noise).unwrap();
    assert!(bytes.len() > 2 * MOST_BYTES);
    let (_, thumb, copy, size) = taken_in(&bytes).unwrap();
    assert!(size <= MOST_BYTES && copy.width().max(copy.height()) <= LONG_SIDE, "{size} {:?}", copy.dimensions());
    assert_eq!(thumb.size.0, THUMB);
    assert_eq!(thumb.rgb.len() as u32, thumb.size.0 * thumb.size.1 * 3);
}

#[test]
fn a_file_that_is_no_photo_is_refused_in_one_sentence_and_leaves_nothing() {
    let mut heic = b"\0\0\0\x18ftypheic".to_vec();
    heic.extend([0; 40]);
    assert!(matches!(taken_in(&heic), Err(PhotoError::Heic)));
    let whole = jpeg(64, 32, None);
    for broken in [b"".as_slice(), b"ini bukan foto", &whole[..30]] {
        let error = taken_in(broken).map(|(photo, ..)| photo).unwrap_err();
        let sentence = error.sentence("IMG 1.JPG");
        assert!(sentence.contains("IMG 1.JPG") && sentence.ends_with('.'), "{sentence}");
    }
    let dir = tempfile::tempdir().unwrap();
    let error = take(&dir.path().join("tidak-ada.jpg"), dir.path(), "7").unwrap_err();
    assert!(matches!(error, PhotoError::File(_)));
    assert!(!dir.path().join("7").exists());
}

#[test]
fn numbers_are_never_used_twice() {
    let dir = tempfile::tempdir().unwrap();
    let from = dir.path().join("a.jpg");
    fs::write(&from, jpeg(40, 20, None)).unwrap();
    let take = || take(&from, dir.path(), "7").unwrap().0.file;
    assert_eq!([take(), take()], ["7/1.jpg", "7/2.jpg"]);
    assert_eq!(small_picture(&dir.path().join("7/2.jpg")).unwrap().size, (40, 20));
}
