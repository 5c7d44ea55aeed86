//! What is said while a roster is taken out of a spreadsheet.

use crate::engine::{
    identity::{IdentityFault, Number},
    roster::{Component, Standing},
    roster_import::{Change, Complaint, Counts, Fate, GroupPlan, Place, Proposal, RowPlan, Trouble, Why},
};

use super::common::number;

/// Not readable, with the disk's reason.
#[must_use]
pub fn unreadable(name: &str, why: &str) -> String {
    format!("“{name}” tidak bisa dibaca: {why}")
}
/// Larger than is read.
#[must_use]
pub fn too_large(name: &str, megabytes: u64) -> String {
    format!(
        "“{name}” lebih dari {megabytes} MB. Simpan lembar daftar anggotanya saja sebagai berkas baru, lalu ambil yang baru itu."
    )
}
/// More cells, or more work, than any roster.
#[must_use]
pub fn too_much(name: &str) -> String {
    format!(
        "“{name}” terlalu besar untuk dibaca. Salin tabel anggotanya ke lembar baru yang kosong, simpan, lalu ambil yang baru itu."
    )
}
/// With a password.
#[must_use]
pub fn locked(name: &str) -> String {
    format!("“{name}” terkunci kata sandi. Buka di Excel, simpan salinan tanpa kata sandi, lalu ambil salinan itu.")
}
/// Some other kind of file.
#[must_use]
pub fn no_roster(name: &str) -> String {
    format!("“{name}” bukan lembar Excel, ODS, atau CSV.")
}
/// The program is not whole.
pub const NO_READER: &str = "Berkas Excel belum bisa dibuka: berkas lembar-pages tidak ada di samping program. Salin lagi seluruh folder Lembar.";
/// Given up by the user.
pub const STOPPED: &str = "Dihentikan. Tidak ada yang berubah.";
/// Nothing in it looks like a member.
#[must_use]
pub fn no_members(name: &str) -> String {
    format!(
        "Di “{name}” tidak ada daftar anggota. Lembar mencari baris judul dengan kolom NAMA, NAMA KPM, atau PENGURUS."
    )
}

/// `Lembar “Melati”, baris 12`, `Baris 12`.
#[must_use]
pub fn place(at: &Place) -> String {
    match (&at.sheet, at.row) {
        (Some(sheet), Some(row)) => format!("Lembar “{sheet}”, baris {row}"),
        (Some(sheet), None) => format!("Lembar “{sheet}”"),
        (None, Some(row)) => format!("Baris {row}"),
        (None, None) => "Berkas ini".to_owned(),
    }
}

/// One complaint with its place.
#[must_use]
pub fn complaint(complaint: &Complaint) -> String {
    let at = match (&complaint.what, complaint.at.row) {
        (Trouble::Under(last), Some(first)) if *last != first => format!("{}–{last}", place(&complaint.at)),
        _ => place(&complaint.at),
    };
    format!("{at}: {}", trouble(&complaint.what))
}

fn trouble(what: &Trouble) -> String {
    match what {
        Trouble::NoHead => "tidak ada baris judul dengan kolom NAMA, NAMA KPM, atau PENGURUS.".to_owned(),
        Trouble::Cut => "terlalu panjang atau lebar; sisanya tidak dibaca.".to_owned(),
        Trouble::Number(which, fault) => {
            format!("{} tidak diambil: {} Baris ini tetap diambil.", number_name(*which), identity(*fault))
        }
        Trouble::AllRounded(which) => format!(
            "semua {} berakhir 0, tanda digit terakhir dibulatkan Excel. Nomornya tidak diambil; ketik ulang kolom itu sebagai teks.",
            number_name(*which)
        ),
        Trouble::Under(_) => "di bawah jumlah atau tanda tangan, jadi tidak dibaca.".to_owned(),
        Trouble::NotRead => "tidak ada nama, jadi tidak dibaca.".to_owned(),
    }
}

fn identity(fault: IdentityFault) -> String {
    match fault {
        IdentityFault::Rounded => {
            "Excel mengubahnya menjadi angka (seperti 3,20E+15), digit terakhirnya hilang. Ketik ulang sebagai teks."
                .to_owned()
        }
        IdentityFault::NotDigits => "ada huruf atau tanda di dalamnya.".to_owned(),
        IdentityFault::Length(digits) => format!("{digits} digit, seharusnya 16."),
        IdentityFault::Empty => "kosong.".to_owned(),
    }
}

/// `NIK`, `No. KK`.
#[must_use]
pub fn number_name(which: Number) -> &'static str {
    match which {
        Number::Nik => "NIK",
        Number::Kk => "No. KK",
    }
}

/// One of the four fates.
#[must_use]
pub fn fate(fate: &Fate) -> &'static str {
    match fate {
        Fate::Added(_) => "Baru",
        Fate::Changed(..) => "Berubah",
        Fate::Same(_) => "Sama",
        Fate::Skipped(_) => "Dilewati",
    }
}

/// What is new of a row, what changes, or why it is left out; empty when nothing needs saying.
#[must_use]
pub fn detail(row: &RowPlan, numbers_kept: bool) -> String {
    match &row.fate {
        Fate::Added(entry) => {
            let mut parts = Vec::new();
            if !entry.address.is_empty() {
                parts.push(entry.address.clone());
            }
            if !entry.components.is_empty() {
                parts.push(components(&entry.components));
            }
            parts.extend(
                entry.standing.filter(|standing| *standing != Standing::Active).map(|s| standing(s).to_owned()),
            );
            if numbers_kept {
                let kept = [(&entry.nik, Number::Nik), (&entry.kk, Number::Kk)];
                parts.extend(
                    kept.iter().filter(|(digits, _)| digits.is_some()).map(|(_, which)| number_name(*which).to_owned()),
                );
            }
            parts.join(" · ")
        }
        Fate::Changed(_, changes) => changes.iter().map(change).collect::<Vec<_>>().join(" · "),
        Fate::Same(_) => String::new(),
        Fate::Skipped(reason) => why(reason),
    }
}

fn change(change: &Change) -> String {
    let from_to = |what: &str, from: &str, to: &str| {
        if from.is_empty() { format!("{what}: {to}") } else { format!("{what}: {from} menjadi {to}") }
    };
    match change {
        Change::Name { from, to } => from_to("nama", from, to),
        Change::Address { from, to } => from_to("alamat", from, to),
        Change::Components { from, to } => from_to("komponen", &components(from), &components(to)),
        Change::Standing { from, to } => from_to("status", standing(*from), standing(*to)),
        Change::Notes(to) => from_to("catatan", "", to),
        Change::Number { number, replaces, .. } => {
            format!("{} {}", number_name(*number), if *replaces { "diganti" } else { "ditambahkan" })
        }
    }
}

fn why(why: &Why) -> String {
    match why {
        Why::NoName => "tidak ada nama di baris ini".to_owned(),
        Why::NotAName => "isi kolom nama bukan nama".to_owned(),
        Why::LongName => "nama terlalu panjang".to_owned(),
        Why::Twice(other) => format!("sama dengan {}", lower(&place(other))),
        Why::Alike => "ada nama yang sama di kelompok ini, dan alamat atau NIK tidak membedakannya".to_owned(),
        Why::OtherNik => "nama ini sudah ada dengan NIK lain; periksa mana yang benar".to_owned(),
        Why::InGroup(group) => format!("NIK ini sudah ada di {group}; pindahkan dari layar kelompok"),
        Why::Full => "kelompok sudah penuh".to_owned(),
    }
}

fn lower(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

fn components(components: &[Component]) -> String {
    let name = |component: &Component| match component {
        Component::Pregnant => "hamil",
        Component::EarlyChild => "AUD",
        Component::Primary => "SD",
        Component::JuniorHigh => "SMP",
        Component::SeniorHigh => "SMA",
        Component::Disabled => "disabilitas",
        Component::Elderly => "lansia",
    };
    components.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "aktif",
        Standing::Graduated => "graduasi",
        Standing::Moved => "pindah",
    }
}

/// `12 baru · 3 berubah · 20 sama · 1 dilewati`.
#[must_use]
pub fn counts(counts: Counts) -> String {
    let parts =
        [(counts.added, "baru"), (counts.changed, "berubah"), (counts.same, "sama"), (counts.skipped, "dilewati")];
    let said: Vec<String> = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{} {word}", number(*count as u64)))
        .collect();
    if said.is_empty() { "tidak ada baris".to_owned() } else { said.join(" · ") }
}

/// A group's name, with its desa where the file has several of that name.
#[must_use]
pub fn group_name(plan: &GroupPlan) -> String {
    plan.apart.as_ref().map_or_else(|| plan.name.clone(), |village| format!("{}, {village}", plan.name))
}

/// Beside a group's name.
#[must_use]
pub fn group_kind(plan: &GroupPlan) -> &'static str {
    if plan.known.is_none() { "kelompok baru" } else { "kelompok yang sudah ada" }
}

/// Members the file does not have.
#[must_use]
pub fn staying(names: &[String]) -> String {
    let shown = names.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
    let more = names.len().saturating_sub(5);
    let more = if more > 0 { format!(" dan {more} lainnya") } else { String::new() };
    format!("Tidak ada di berkas, tetap di kelompok: {shown}{more}.")
}

/// What happens to the numbers; `None` when the file has none.
#[must_use]
pub fn numbers(proposal: &Proposal, sealed_before: bool) -> Option<String> {
    let count = number(proposal.numbers as u64);
    Some(match (proposal.numbers, proposal.numbers_kept, sealed_before) {
        (0, ..) => return None,
        (_, true, _) => format!("{count} NIK dan no. KK disimpan tersandi."),
        (_, false, true) => {
            format!(
                "{count} NIK dan no. KK tidak ikut disimpan karena nomor sedang terkunci. Buka kuncinya di layar Ubah kelompok, lalu ambil lagi berkas ini: nomornya menyusul."
            )
        }
        (_, false, false) => format!(
            "{count} NIK dan no. KK tidak ikut disimpan, karena belum ada kata sandi yang melindunginya. Buat kata sandi di layar Ubah kelompok, lalu ambil lagi berkas ini: nomornya menyusul."
        ),
    })
}

/// `--group` for a file that names all its groups.
pub const GROUP_NOT_NEEDED: &str = "Berkas sudah menyebut kelompok setiap anggota, jadi --group tidak dipakai.";
/// Rows without a group, on the command line.
#[must_use]
pub fn needs_group(rows: usize) -> String {
    format!("Kelompok untuk {rows} anggota tidak disebut di berkas. Sebutkan dengan --group \"Nama kelompok\".")
}
/// Nothing would change.
pub const NOTHING_NEW: &str = "Semua sudah sama. Tidak ada yang berubah.";
/// Only looked.
pub const DRY_RUN: &str = "Baru dilihat, belum ada yang disimpan.";
/// Written, on the command line.
pub const SAVED_LINE: &str = "Tersimpan.";
/// The disk failed.
pub const NOT_SAVED: &str =
    "Belum tersimpan: data di laptop tidak bisa ditulis. Kosongkan tempat, lalu ulangi perintah ini.";

/// Opens the screen; its title too.
pub const TITLE: &str = "Ambil dari Excel";
/// Back to home.
pub const BACK: &str = "Kelompok";
/// What the screen is for.
pub const HOW: &str = "Lembar membaca daftar anggota dari Excel (XLSX, XLS), LibreOffice (ODS), atau CSV. Anda melihat dulu apa yang akan dibuat dan berubah; belum ada yang disimpan sebelum Anda menekan Simpan.";
/// What the program looks for, under [`KNOWN_TITLE`].
pub const KNOWN: [&str; 5] = [
    "Baris judul dengan kolom NAMA, NAMA KPM, atau PENGURUS. Judul dan kop di atasnya boleh tetap ada.",
    "Kalau ada: NIK, NO KK, ALAMAT, DESA, KECAMATAN, STATUS, JABATAN, KETERANGAN, dan komponen (HAMIL, AUD, SD, SMP, SMA, DISABILITAS, LANSIA).",
    "Beberapa kelompok sekaligus: kolom KELOMPOK, baris “Kelompok Melati” di atas tiap daftar, atau satu lembar tiap kelompok.",
    "Baris kosong, jumlah, dan tanda tangan dilewati.",
    "Anggota yang tidak ada di berkas tetap di kelompoknya.",
];
/// Over [`KNOWN`].
pub const KNOWN_TITLE: &str = "Yang dikenali";
/// Opens the list of files.
pub const CHOOSE: &str = "Pilih berkas…";
/// The same, once there is one.
pub const CHOOSE_OTHER: &str = "Pilih berkas lain…";
/// Title while a file is chosen.
pub const CHOOSE_TITLE: &str = "Pilih berkas daftar anggota";
/// Files can be dropped.
pub const DROP: &str = "Atau seret berkasnya ke jendela ini.";
/// A file is being read.
#[must_use]
pub fn reading(name: &str) -> String {
    format!("Membaca “{name}”…")
}
/// Stops it.
pub const STOP: &str = "Hentikan";
/// Over the complaints.
#[must_use]
pub fn complaints_title(count: usize) -> String {
    format!("Perlu dilihat ({})", number(count as u64))
}
/// The group's name, when the file names none.
pub const GROUP: &str = "Nama kelompok";
/// Why it is asked.
#[must_use]
pub fn group_hint(rows: usize) -> String {
    format!("Berkas tidak menyebut kelompok untuk {} anggota. Mereka masuk ke kelompok:", number(rows as u64))
}
/// Rows waiting for a group.
pub const NO_GROUP: &str = "Belum ada kelompok";
/// Lists rows that change nothing, too.
pub const SHOW_SAME: &str = "Tampilkan juga yang sama";
/// Nothing to list in a group.
pub const ALL_SAME: &str = "Semua anggota sama dengan yang tersimpan.";
/// Keeps it.
pub const SAVE: &str = "Simpan";
/// After saving.
#[must_use]
pub fn saved(said: Counts) -> String {
    format!("Daftar anggota tersimpan: {}.", counts(said))
}
/// What those hear who do not see the table.
#[must_use]
pub fn row_name(row: &RowPlan, numbers_kept: bool) -> String {
    let detail = detail(row, numbers_kept);
    let parts = [place(&row.at), row.name.clone(), fate(&row.fate).to_lowercase(), detail];
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}
