//! What is played while measuring, made anew each time: the shipped content with a clip on a page, and a PDF of 200 pages.

use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

/// Pictures a second of the clip.
pub(crate) const RATE: u32 = 30;
/// Bits of the number each picture carries, as stripes from side to side through the middle of the picture.
pub(crate) const BITS: usize = 11;
/// Seconds of the clip; fewer pictures than [`BITS`] can count.
const LENGTH: u32 = 60;
/// Pages of the PDF.
const PAGES: usize = 200;

/// A folder with both; deleted when dropped.
pub(crate) struct Material {
    folder: PathBuf,
}

impl Material {
    /// Makes it from the content folder.
    pub(crate) fn make(content: &Path) -> Result<Self> {
        let material =
            Self { folder: std::env::temp_dir().join(format!("lembar-bench-material-{}", std::process::id())) };
        let pack = material.pack();
        copy(content, &pack).with_context(|| content.display().to_string())?;
        let session = pack.join("sessions/m1-s1/session.toml");
        let text = fs::read_to_string(&session)?;
        // The second page gets the clip.
        let second = text.match_indices("[[step.page]]").nth(1).context("m1-s1 has no second page")?.0;
        let script =
            second + text.get(second..).and_then(|rest| rest.find("script = ")).context("a page without script")?;
        let (before, after) = text.split_at(script);
        fs::write(&session, format!("{before}clip = \"bench.mp4\"\n{after}"))?;
        clip(&material.clip())?;
        fs::write(material.pdf(), pdf(PAGES))?;
        Ok(material)
    }

    /// The content folder with the clip.
    pub(crate) fn pack(&self) -> PathBuf {
        self.folder.join("content")
    }

    /// 1080p30 H.264 with sound: the pictures numbered, a tick each second.
    pub(crate) fn clip(&self) -> PathBuf {
        self.pack().join("sessions/m1-s1/bench.mp4")
    }

    /// Pages of words and drawing.
    pub(crate) fn pdf(&self) -> PathBuf {
        self.folder.join("bench.pdf")
    }
}

impl Drop for Material {
    fn drop(&mut self) {
        // Best effort: it lies in the folder for passing things.
        fs::remove_dir_all(&self.folder).ok();
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn clip(to: &Path) -> Result<()> {
    // Each stripe is one pixel of a small picture, enlarged.
    let stripes = format!(
        "nullsrc=s={0}x2:r={RATE}:d={LENGTH},geq=lum=255*mod(floor(N/pow(2\\,floor(X/2)))\\,2):cb=128:cr=128,scale=1920:64:flags=neighbor",
        2 * BITS
    );
    let moving = format!("testsrc2=s=1920x1080:r={RATE}:d={LENGTH}");
    let ticks = format!("aevalsrc=0.5*sin(2*PI*1000*t)*lt(mod(t\\,1)\\,0.04):s=48000:d={LENGTH}");
    let made = Command::new("ffmpeg")
        .args([
            "-v", "error", "-y", "-f", "lavfi", "-i", &moving, "-f", "lavfi", "-i", &stripes, "-f", "lavfi", "-i",
            &ticks,
        ])
        .args([
            "-filter_complex",
            "[0][1]overlay=0:508",
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-pix_fmt",
            "yuv420p",
        ])
        .args(["-g", "60", "-c:a", "aac"])
        .arg(to)
        .status()
        .context("ffmpeg")?;
    if !made.success() {
        bail!("ffmpeg made no clip");
    }
    Ok(())
}

/// The format's oldest kind, which needs nothing compressed: see ISO 32000-1, 7.5.
fn pdf(pages: usize) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    let mut object = |out: &mut String, body: &str| {
        places.push(out.len());
        // Writing to a string cannot fail.
        write!(out, "{} 0 obj\n{body}\nendobj\n", places.len()).ok();
    };
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let kids = kids.join(" ");
    object(&mut out, "<< /Type /Catalog /Pages 2 0 R >>");
    object(&mut out, &format!("<< /Type /Pages /Count {pages} /Kids [{kids}] >>"));
    object(&mut out, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for page in 0..pages {
        let drawing = drawing(page);
        let content = 5 + 2 * page;
        object(
            &mut out,
            &format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Resources << /Font << /F 3 0 R >> >> /Contents {content} 0 R >>"
            ),
        );
        object(&mut out, &format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len()));
    }
    let table = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).ok();
    for place in &places {
        writeln!(out, "{place:010} 00000 n ").ok();
    }
    write!(out, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", places.len() + 1).ok();
    out.into_bytes()
}

fn drawing(page: usize) -> String {
    let mut out = format!(
        "0.{} 0.5 0.4 rg 40 480 762 80 re f 1 g BT /F 48 Tf 60 505 Td (Lembar {}) Tj ET 0 g\n",
        page % 10,
        page + 1
    );
    for line in 0..12 {
        let y = 440 - 34 * line;
        writeln!(
            out,
            "BT /F 22 Tf 60 {y} Td (Baris {} dari halaman {}: satu hal, satu gambar.) Tj ET",
            line + 1,
            page + 1
        )
        .ok();
    }
    out
}
