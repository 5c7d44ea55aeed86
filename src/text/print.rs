//! Words on paper and around printing.

use super::{common, deliver};
use crate::engine::{print::Printout, session::ScriptKind, time::Ms};

/// The line at the foot of every leaf of a session.
#[must_use]
pub fn foot(label: &str, title: &str) -> String {
    format!("{label} · {title}")
}
/// The same on the facilitator's guide.
#[must_use]
pub fn guide_foot(label: &str, title: &str) -> String {
    format!("Panduan pemandu · {label} · {title}")
}
/// Above the guide's title.
#[must_use]
pub fn guide_kicker(label: &str, module: &str) -> String {
    format!("Panduan pemandu · {label} · {module}")
}
/// A page's proposed countdown.
#[must_use]
pub fn countdown(seconds: u32) -> String {
    format!("Hitung mundur {}", common::timer(Ms(u64::from(seconds) * 1000)))
}
/// Before a line of script on paper, where room is narrow.
#[must_use]
pub const fn label(kind: ScriptKind) -> &'static str {
    match kind {
        ScriptKind::Expect => "Jawaban",
        other => deliver::script_kind(other),
    }
}

/// Over the buttons.
pub const TITLE: &str = "Untuk dicetak";
/// Below them.
pub const HINT: &str = "Berkas PDF disimpan di folder Dokumen, lalu dibuka.";
/// While a file is being made.
pub const MAKING: &str = "Berkas sedang dibuat …";

/// A button.
#[must_use]
pub const fn what(what: Printout) -> &'static str {
    match what {
        Printout::Handouts => "Cetak bahan",
        Printout::Guide => "Cetak panduan",
        Printout::Flipchart => "Cetak lembar balik",
        Printout::Observation => "Cetak lembar amatan",
    }
}
/// A document's title.
#[must_use]
pub fn title(what: Printout, label: &str, title: &str) -> String {
    let name = match what {
        Printout::Handouts => "Bahan",
        Printout::Guide => "Panduan pemandu",
        Printout::Flipchart => "Lembar balik",
        Printout::Observation => super::observe::TITLE,
    };
    format!("{name} {label} · {title}")
}
/// Folder within the documents.
pub const FOLDER: &str = "Lembar";
/// Name of a file.
#[must_use]
pub fn file_name(what: Printout, session: &str) -> String {
    let name = match what {
        Printout::Handouts => "bahan",
        Printout::Guide => "panduan",
        Printout::Flipchart => "lembar-balik",
        Printout::Observation => "lembar-amatan",
    };
    format!("{session}-{name}.pdf")
}

/// Made.
#[must_use]
pub fn saved(path: &str, leaves: usize) -> String {
    format!("Tersimpan di {path} ({leaves} halaman).")
}
/// Made, and the viewer does not come.
#[must_use]
pub fn saved_not_opened(path: &str) -> String {
    format!("Tersimpan di {path}. Program pembaca PDF tidak bisa dibuka; bukalah berkas itu sendiri.")
}
/// One thing that is missing on the paper or does not fit it: the file and line it stands in, and why.
#[must_use]
pub fn left_out(file: &str, line: Option<u32>, why: &str) -> String {
    let file = file.rsplit('/').next().unwrap_or(file);
    line.map_or_else(|| format!("{file}: {why}"), |line| format!("{file} baris {line}: {why}"))
}
/// After what was said of a file: what it lacks. Three are named, the rest counted.
#[must_use]
pub fn with_left_out(saved: String, left_out: &[String]) -> String {
    if left_out.is_empty() {
        return saved;
    }
    let named: Vec<&str> = left_out.iter().take(3).map(String::as_str).collect();
    let more = left_out.len() - named.len();
    let more = if more > 0 { format!(" Masih ada {more} lagi.") } else { String::new() };
    format!("{saved} Ada bagian yang tidak tercetak dengan benar. {}{more}", named.join(" "))
}
/// Too many files wait.
#[must_use]
pub fn too_many(waiting: usize) -> String {
    format!("Masih ada {waiting} berkas yang menunggu dibuat. Coba lagi sebentar lagi.")
}
/// There is nothing of that kind.
#[must_use]
pub fn nothing(what: Printout, label: &str) -> String {
    match what {
        Printout::Handouts => format!("Sesi {label} belum punya bahan cetak."),
        Printout::Guide | Printout::Flipchart => format!("Sesi {label} belum punya halaman untuk dicetak."),
        Printout::Observation => "Isi Lembar ini tidak punya butir amatan.".to_owned(),
    }
}
/// No such session.
#[must_use]
pub fn no_session(id: &str) -> String {
    format!("Sesi \"{id}\" tidak ada. Nama sesi ditulis seperti m1-s1. Folder isi yang lain disebut dengan --pack.")
}
/// The disk refused.
#[must_use]
pub fn cannot_write(path: &str, why: &str) -> String {
    format!("{path} tidak bisa ditulis ({why}). Kalau berkas itu sedang terbuka, tutup dulu, lalu coba lagi.")
}
/// The work ended by itself, which is a fault of ours.
pub const WORKER_ENDED: &str = "Berkas cetak tidak bisa dibuat. Data Anda aman.";
/// No folder to put it in.
pub const NO_FOLDER: &str = "Folder Dokumen tidak ditemukan. Berkas tidak dibuat.";
/// A page cannot be drawn, or the file cannot be made.
#[must_use]
pub fn broken(why: &str) -> String {
    format!("Berkas cetak tidak bisa dibuat ({why}). Data Anda aman.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_paper_lacks_is_named_three_times_and_then_counted() {
        assert_eq!(with_left_out("Tersimpan.".to_owned(), &[]), "Tersimpan.");
        let lacks: Vec<String> =
            (1..=4).map(|line| left_out("sessions/m1-s1/handouts/kartu.toml", Some(line), "Rusak.")).collect();
        let said = with_left_out("Tersimpan.".to_owned(), &lacks);
        assert!(said.starts_with("Tersimpan. ") && said.contains("kartu.toml baris 3: Rusak."), "{said}");
        assert!(said.ends_with("Masih ada 1 lagi.") && !said.contains("baris 4"), "{said}");
        assert_eq!(left_out("a/b.toml", None, "Rusak."), "b.toml: Rusak.");
    }
}
