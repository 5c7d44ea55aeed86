//! What a file is, by how it begins; its ending only where the beginning does not tell.

use std::{fs::File, io::Read, path::Path};

use crate::engine::grid::Grid;

/// What a file turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    Photo,
    Pdf,
    Clip,
    /// A presentation LibreOffice can turn into a PDF.
    Slides,
    Sound,
    /// Goes with the clip of the same name.
    Subtitles,
    /// A picture of a kind that is not shown.
    OtherPicture,
    Empty,
    Unknown,
}

const CLIPS: [&str; 15] =
    ["mp4", "m4v", "mov", "webm", "mkv", "avi", "divx", "mpg", "mpeg", "vob", "dat", "wmv", "asf", "3gp", "ts"];
const SOUNDS: [&str; 9] = ["mp3", "ogg", "oga", "opus", "wav", "m4a", "aac", "flac", "amr"];
const SLIDES: [&str; 6] = ["pptx", "ppt", "ppsx", "pps", "odp", "key"];

/// What a file is by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// A folder.
    Folder,
    /// A photo.
    Photo,
    /// A PDF.
    Pdf,
    /// A film.
    Clip,
    /// A sound.
    Sound,
    /// A presentation.
    Slides,
    /// A packed session.
    Packed,
    /// A workbook or CSV file; becomes no page.
    Sheet,
    /// A copy of the program's data; becomes no page.
    Copy,
}

const PHOTOS: [&str; 5] = ["jpg", "jpeg", "jfif", "png", "webp"];

/// By its ending; `None` = nothing that can be taken in.
pub(in crate::pack) fn named(path: &Path) -> Option<Named> {
    let ending = ending(path);
    let ending = ending.as_str();
    let lists = [
        (Named::Photo, &PHOTOS[..]),
        (Named::Pdf, &["pdf"]),
        (Named::Clip, &CLIPS),
        (Named::Sound, &SOUNDS),
        (Named::Slides, &SLIDES),
        (Named::Packed, &[crate::pack::archive::ENDING]),
        (Named::Sheet, &Grid::ENDINGS),
        (Named::Copy, &["zip", "db"]),
    ];
    lists.into_iter().find(|(_, endings)| endings.contains(&ending)).map(|(named, _)| named)
}

/// The ending in small letters.
pub(super) fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// Whether a file holds a sound that can be taken in.
///
/// # Errors
///
/// The file cannot be read.
pub fn is_sound(path: &Path) -> std::io::Result<bool> {
    Ok(find(path)? == Found::Sound)
}

/// Looks at the beginning of the file.
pub(super) fn find(path: &Path) -> std::io::Result<Found> {
    let mut head = Vec::new();
    File::open(path)?.take(4096).read_to_end(&mut head)?;
    Ok(of(&head, &ending(path)))
}

fn of(head: &[u8], ending: &str) -> Found {
    let begins = |mark: &[u8]| head.starts_with(mark);
    let at = |from: usize, mark: &[u8]| head.get(from..from + mark.len()) == Some(mark);
    if head.is_empty() {
        return Found::Empty;
    }
    // Some programs put a line of their own before a PDF.
    if head.windows(5).take(1024).any(|window| window == b"%PDF-") {
        return Found::Pdf;
    }
    if begins(&[0xFF, 0xD8, 0xFF]) || begins(b"\x89PNG\r\n\x1a\n") || (begins(b"RIFF") && at(8, b"WEBP")) {
        return Found::Photo;
    }
    if begins(b"GIF8") || begins(b"BM") && ending == "bmp" || begins(b"II*\0") || begins(b"MM\0*") {
        return Found::OtherPicture;
    }
    if at(4, b"ftyp") {
        return match head.get(8..12) {
            Some(b"M4A " | b"M4B ") => Found::Sound,
            Some(b"heic" | b"heix" | b"mif1" | b"avif") => Found::OtherPicture,
            _ => Found::Clip,
        };
    }
    if SOUNDS.contains(&ending) || begins(b"ID3") || begins(b"OggS") || begins(b"fLaC") || begins(b"#!AMR") {
        return Found::Sound;
    }
    if begins(b"RIFF") {
        return if at(8, b"WAVE") { Found::Sound } else { Found::Clip };
    }
    let film = begins(&[0x1A, 0x45, 0xDF, 0xA3])
        || begins(&[0x30, 0x26, 0xB2, 0x75])
        || begins(&[0, 0, 1, 0xBA])
        || begins(&[0, 0, 1, 0xB3])
        || [&b"moov"[..], b"mdat", b"wide", b"free", b"skip"].iter().any(|mark| at(4, mark))
        || (begins(b"G") && at(188, b"G"));
    if film {
        return Found::Clip;
    }
    match ending {
        ending if SLIDES.contains(&ending) => Found::Slides,
        "srt" => Found::Subtitles,
        // What begins with padding or rubbish may still play; the decoder says so if not.
        ending if CLIPS.contains(&ending) && head.len() >= 1024 && !is_text(head) => Found::Clip,
        "heic" | "heif" | "avif" | "bmp" | "gif" | "tif" | "tiff" | "svg" => Found::OtherPicture,
        _ => Found::Unknown,
    }
}

fn is_text(head: &[u8]) -> bool {
    // The piece may end inside a letter.
    let whole = std::str::from_utf8(head).map_or_else(|error| error.valid_up_to() + 4 > head.len(), |_| true);
    whole && !head.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_counts_more_than_the_name() {
        let film = |ending| of(b"\0\0\0\x18ftypmp42\0\0\0\0", ending);
        assert_eq!((film("jpg"), film("")), (Found::Clip, Found::Clip));
        assert_eq!(of(b"\0\0\0\x18ftypM4A \0\0\0\0", "mp4"), Found::Sound);
        assert_eq!(of(b"%PDF-1.4", "txt"), Found::Pdf);
        assert_eq!(of(b"RIFF\0\0\0\0WEBPVP8 ", "png"), Found::Photo);
        assert_eq!(of(b"RIFF\0\0\0\0CDXAfmt ", "dat"), Found::Clip);
        assert_eq!(of(b"RIFF\0\0\0\0WAVEfmt ", "wav"), Found::Sound);
        assert_eq!(of(b"PK\x03\x04", "pptx"), Found::Slides);
        assert_eq!(of(b"PK\x03\x04", "zip"), Found::Unknown);
        assert_eq!(of(&b"Halo, ini bukan video. ".repeat(200), "mp4"), Found::Unknown);
        assert_eq!(of(&[0xE7; 2048], "mpg"), Found::Clip);
        assert_eq!(of(b"", "pdf"), Found::Empty);
    }
}
