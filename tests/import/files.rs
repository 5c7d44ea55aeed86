//! Files as people bring them, made here: a PDF of any length, photos with a note about their turn, zips that lie.

use std::{
    fmt::Write as _,
    io::{Cursor, Write},
    path::{Path, PathBuf},
};

use image::{ImageEncoder, Rgb, RgbImage, codecs::jpeg::JpegEncoder};

/// A PDF of `pages` A4 pages lying on their side: a red field at the left, words at the right. `turned`: each asks to be turned by 90°.
pub(crate) fn pdf(pages: usize, turned: bool) -> Vec<u8> {
    pdf_with(pages, turned, |_| String::new(), &[])
}

/// A PDF of three pages whose second calls forms that call forms that draw nothing: two pages are drawn in a moment, that one in centuries.
pub(crate) fn endless_pdf() -> Vec<u8> {
    calling_pdf("")
}

/// The same, but each of the last forms draws long slanting edges, which take memory until the page is finished.
pub(crate) fn greedy_pdf() -> Vec<u8> {
    calling_pdf(&"0 0 m 842 590 l 0 595 l f ".repeat(100))
}

fn calling_pdf(last: &str) -> Vec<u8> {
    const DEEP: usize = 18;
    let forms: Vec<(String, String)> = (0..DEEP)
        .map(|level| {
            let calls = if level + 1 < DEEP { "/X Do ".repeat(10) } else { last.to_owned() };
            // The form after this one; the page tree and three pages come before them all.
            let resources = format!("/Resources << /XObject << /X {} 0 R >> >>", 11 + level);
            (format!("/Type /XObject /Subtype /Form /BBox [0 0 842 595] {resources}"), calls)
        })
        .collect();
    pdf_with(3, false, |page| if page == 1 { "/X Do ".to_owned() } else { String::new() }, &forms)
}

/// Pages with `more` at the end of each page's drawing, and further objects, streams with these entries, of which pages call the first `X`.
fn pdf_with(pages: usize, turned: bool, more: impl Fn(usize) -> String, others: &[(String, String)]) -> Vec<u8> {
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let mut object = |out: &mut Vec<u8>, body: &str| {
        places.push(out.len());
        let number = places.len();
        write!(out, "{number} 0 obj\n{body}\nendobj\n").unwrap();
    };
    let mut kids = String::new();
    for page in 0..pages {
        write!(kids, "{} 0 R ", 4 + page * 2).unwrap();
    }
    object(&mut out, "<< /Type /Catalog /Pages 2 0 R >>");
    object(&mut out, &format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"));
    object(&mut out, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    let called = if others.is_empty() { String::new() } else { format!("/XObject << /X {} 0 R >>", 4 + pages * 2) };
    for page in 0..pages {
        let turn = if turned { " /Rotate 90" } else { "" };
        object(
            &mut out,
            &format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595]{turn} /Resources << /Font << /F1 3 0 R >> {called} >> /Contents {} 0 R >>",
                5 + page * 2
            ),
        );
        let text = format!(
            "1 0 0 rg 0 0 200 595 re f 0 0 0 rg BT /F1 48 Tf 260 300 Td (Halaman {}) Tj ET {}",
            page + 1,
            more(page)
        );
        object(&mut out, &format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()));
    }
    for (entries, stream) in others {
        object(&mut out, &format!("<< {entries} /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).unwrap();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", places.len() + 1).unwrap();
    out
}

/// A JPEG, red in its left half and blue in its right; `turn` is the number cameras note (1 = as it lies, 6 = a quarter to the right).
pub(crate) fn jpeg(width: u32, height: u32, turn: Option<u8>) -> Vec<u8> {
    let photo =
        RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([220, 0, 0]) } else { Rgb([0, 0, 220]) });
    let mut out = Vec::new();
    JpegEncoder::new_with_quality(&mut out, 90)
        .write_image(photo.as_raw(), width, height, image::ExtendedColorType::Rgb8)
        .unwrap();
    let Some(turn) = turn else { return out };
    let mut exif = b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([turn, 0, 0, 0, 0, 0, 0]);
    let length = (exif.len() + 2) as u16;
    let mut noted = out[..2].to_vec();
    noted.extend([0xFF, 0xE1]);
    noted.extend(length.to_be_bytes());
    noted.extend(exif);
    noted.extend(&out[2..]);
    noted
}

/// A PNG or WebP of one colour.
pub(crate) fn plain(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    RgbImage::from_pixel(width, height, Rgb([0, 160, 0])).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A PNG that claims to be of this size and holds nothing.
pub(crate) fn huge_png(width: u32, height: u32) -> Vec<u8> {
    let mut png = plain(1, 1, image::ImageFormat::Png);
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc(&png[12..29]);
    png[29..33].copy_from_slice(&crc.to_be_bytes());
    png
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |mut crc: u32, byte: &u8| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
        crc
    };
    !bytes.iter().fold(!0, step)
}

/// A zip of these entries, shrunk.
pub(crate) fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in entries {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(crate) fn put(dir: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = dir.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    path
}
