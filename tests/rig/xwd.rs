//! Reads the X window dump that `xwd` writes: the quickest picture of the screen without a library of its own.

use image::{Rgb, RgbImage};

/// The picture in a dump of a 32-bit-per-pixel screen in the usual byte order (blue, green, red, nothing); `None` when it is something else.
pub(crate) fn decode(dump: &[u8]) -> Option<RgbImage> {
    let field = |index: usize| -> Option<usize> {
        let bytes = dump.get(index * 4..index * 4 + 4)?;
        Some(u32::from_be_bytes(bytes.try_into().ok()?) as usize)
    };
    let (header, width, height) = (field(0)?, field(4)?, field(5)?);
    let (byte_order, bytes_per_line, colours) = (field(7)?, field(12)?, field(19)?);
    // Where windows have other visuals than the root, xwd says 24 bits per pixel and writes 32: only the line's length is true.
    if byte_order != 0 || bytes_per_line != width * 4 {
        return None;
    }
    let pixels = dump.get(header + colours * 12..)?;
    let mut picture = RgbImage::new(width as u32, height as u32);
    for (row, line) in picture.rows_mut().zip(pixels.chunks_exact(bytes_per_line)) {
        for (pixel, bytes) in row.zip(line.chunks_exact(4)) {
            let [blue, green, red, _] = *bytes else { return None };
            *pixel = Rgb([red, green, blue]);
        }
    }
    Some(picture)
}
