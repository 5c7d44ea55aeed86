//! What every report for the office has: its letterhead, its pictures, its signatures. Files come in as bytes; nothing is read here.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};

use crate::{
    engine::{
        evidence::Photo,
        office::{Office, ReportData},
        time::Wall,
    },
    text::report as text,
    typeset::paper::{
        Art, Flow,
        form::{self, Signature},
    },
};

/// Files a report shows, read by whoever asks for it.
#[derive(Clone, Debug, Default)]
pub struct Pictures {
    /// The office's logo, PNG or JPEG; `None` = none.
    pub logo: Option<Vec<u8>>,
    /// JPEG files of the meeting's photos, in their order; `None` = it could not be read.
    pub photos: Vec<Option<Vec<u8>>>,
}

/// Pixels of a logo at most, each way: as large as it is ever printed, at 300 dots an inch.
const LOGO_PIXELS: u32 = 320;
/// Longest side of a picture that is looked at.
const LARGEST: u32 = 12_000;

/// The office's head. A logo that cannot be read is left out.
pub(super) fn letterhead(flow: &mut Flow, office: &Office, pictures: &Pictures) {
    let lines: Vec<String> = office.letterhead.iter().filter(|line| !line.trim().is_empty()).cloned().collect();
    form::letterhead(flow, pictures.logo.as_deref().and_then(logo), &lines);
}

fn logo(bytes: &[u8]) -> Option<Art> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    limits.max_alloc = Some(256 * 1024 * 1024);
    reader.limits(limits);
    let picture = reader.decode().ok()?;
    let small = picture.width() <= LOGO_PIXELS && picture.height() <= LOGO_PIXELS;
    let picture = if small { picture } else { picture.thumbnail(LOGO_PIXELS, LOGO_PIXELS) };
    let rgba = picture.to_rgba8();
    Some(Art::Pixels { width: rgba.width(), height: rgba.height(), rgba: rgba.into_raw() })
}

/// A JPEG with its size, if it is one.
fn jpeg(bytes: Vec<u8>) -> Option<Art> {
    let mut reader = ImageReader::new(Cursor::new(&bytes));
    reader.set_format(ImageFormat::Jpeg);
    let (width, height) = reader.into_dimensions().ok()?;
    (width > 0 && height > 0).then_some(Art::Jpeg { width, height, bytes })
}

/// The photos with their stamps; `after` stays free below the last of them.
pub(super) fn photos(flow: &mut Flow, photos: &[Photo], pictures: Pictures, after: f32) {
    let mut files = pictures.photos.into_iter();
    let framed = (1..)
        .zip(photos)
        .map(|(number, photo)| (files.next().flatten().and_then(jpeg), text::photo(number, photo), text::stamp(photo)))
        .collect();
    form::photos(flow, framed, text::PHOTO_BROKEN, after);
}

/// Those named in the office's data, and the facilitator at the right below place and day.
pub(super) fn signatures(flow: &mut Flow, office: &Office, district: &str, day: Wall) {
    flow.reserve(0.0);
    form::signatures(flow, &signed(office, district, day));
}

/// What they will take, so that something of the form stays with them.
pub(super) fn signatures_height(office: &Office, district: &str, day: Wall) -> f32 {
    form::signatures_height(&signed(office, district, day))
}

fn signed(office: &Office, district: &str, day: Wall) -> Vec<Signature> {
    let below = |nip: &str| if nip.trim().is_empty() { String::new() } else { text::nip(nip) };
    let mut all: Vec<Signature> = office
        .signatories
        .iter()
        .filter(|who| !who.role.trim().is_empty() || !who.name.trim().is_empty())
        .map(|who| Signature { above: vec![who.role.clone()], name: who.name.clone(), below: below(&who.nip) })
        .collect();
    if all.is_empty() {
        let role = text::TEAM_LEADER.to_owned();
        all.push(Signature { above: vec![role], name: office.team_leader.clone(), below: String::new() });
    }
    let facilitator = Signature {
        above: vec![text::signed(district, day), text::FACILITATOR.to_owned()],
        name: office.facilitator.clone(),
        below: below(&office.nip),
    };
    // Beside the first one: the pair an office looks for.
    all.insert(1.min(all.len()), facilitator);
    all
}

/// What is written, or a dash.
pub(super) fn or_dash(words: &str) -> &str {
    let words = words.trim();
    if words.is_empty() { text::NOTHING } else { words }
}

/// The matter, module and session of a report.
pub(super) fn module_title(data: &ReportData) -> &str {
    if data.module_title.trim().is_empty() { text::module(data.module) } else { &data.module_title }
}
