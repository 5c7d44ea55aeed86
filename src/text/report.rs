//! Words on the reports the office asks for. Names of fields follow the office's forms.

use super::{attendance, common, evidence};
use crate::engine::{
    event::MeetingKind,
    evidence::{Ground, Next, Photo},
    hands::{Gain, Tally, gain},
    minutes::{CheckMinutes, Oddity},
    office::{Category, OfficeCount, OfficeMap, OfficeMark, ReportData, ReportRow},
    session::Module,
    time::{DayMinute, Wall},
};

/// Stands where nothing was written down.
pub const NOTHING: &str = "—";
/// A cross in a form.
pub const CROSS: &str = "✓";
/// Title of the report of a meeting.
pub const ACTIVITY: &str = "LAPORAN KEGIATAN P2K2";
/// Title of the form of every meeting.
pub const MONITORING: &str = "PEMANTAUAN KPM PKH SETIAP P2K2";
/// Title of the form of every half-year.
pub const HALF_YEAR: &str = "PEMANTAUAN KPM PKH DALAM P2K2";
/// Below the title of a rehearsal's.
pub const REHEARSAL: &str = "LATIHAN – bukan laporan pertemuan";
/// Title of the pages with photos.
pub const PHOTOS: &str = "Foto kegiatan";
/// There are none.
pub const NO_PHOTOS: &str = "Belum ada foto.";
/// In the place of a photo that cannot be read.
pub const PHOTO_BROKEN: &str = "Berkas foto ini tidak bisa dibaca.";
/// Head of a column.
pub const NUMBER: &str = "No";
/// Head of a column.
pub const NAME: &str = "Nama";
/// Head of a column.
pub const MEMBER: &str = "Nama KPM";
/// Head of a column.
pub const GROUP: &str = "Kelompok";
/// Head of columns.
pub const ATTENDANCE: &str = "Kehadiran";
/// Head of a column.
pub const THERE: &str = "Hadir";
/// Head of a column.
pub const NOT_THERE: &str = "Tidak hadir";
/// Head of columns.
pub const KNOWLEDGE: &str = "Pengetahuan & Pemahaman";
/// Head of columns.
pub const BEHAVIOUR: &str = "Perubahan Perilaku";
/// Head of columns.
pub const POTENTIAL: &str = "Kemampuan Mengenali Potensi";
/// Head of a column: what is known.
pub const BASIS: &str = "Dasar catatan";
/// Last row.
pub const TOTAL: &str = "TOTAL";
/// Head of a column.
pub const AGENCY: &str = "Jabatan / Instansi";
/// Heads of the four marks.
pub const LEVELS: [&str; 4] = ["Kurang", "Baik", "Sangat baik", "Tidak dapat dinilai"];
/// Head of a table.
pub const ASKED: &str = "Pertanyaan cek (angkat tangan)";
/// Head of a column.
pub const AT_START: &str = "Benar di awal";
/// Head of a column.
pub const AT_END: &str = "Benar di akhir";
/// Head of a column.
pub const CHANGE: &str = "Perubahan";
/// Over the facilitator's signature.
pub const FACILITATOR: &str = "Pendamping Sosial PKH";
/// Who signs when nobody was named.
pub const TEAM_LEADER: &str = "Mengetahui, Ketua Tim";
/// A name on the list, with what the office asks about.
#[must_use]
pub fn name(row: &ReportRow) -> String {
    let mut said = Vec::new();
    if row.leader {
        said.push("ketua".to_owned());
    }
    if row.who.participant().is_none() {
        said.push(attendance::OUTSIDE.to_owned());
    }
    if let Some(by) = &row.by {
        said.push(format!("diwakili {by}"));
    }
    if said.is_empty() { row.name.clone() } else { format!("{} ({})", row.name, said.join(", ")) }
}
/// A member's name.
#[must_use]
pub fn member(name: &str, leader: bool) -> String {
    if leader { format!("{name} (ketua)") } else { name.to_owned() }
}
/// Over the photos of a group.
#[must_use]
pub fn photos_of(group: &str) -> String {
    format!("{PHOTOS} {group}")
}
/// Guests who are no members.
#[must_use]
pub fn guests(count: u16, who: &str) -> String {
    let who = who.trim();
    if who.is_empty() {
        format!("Tamu undangan: {count} orang.")
    } else {
        format!("Tamu undangan: {count} orang ({who}).")
    }
}

/// The parts of the report of a meeting.
pub const PARTS: [&str; 5] =
    ["A. Informasi umum", "B. Waktu dan tempat", "C. Pemateri", "D. Isi materi", "E. Isi kegiatan"];

/// Names of the fields, as printed before a colon.
pub mod field {
    /// Its number.
    pub const NUMBER: &str = "No. laporan";
    /// When it was filled in.
    pub const FILLED: &str = "Tanggal pengisian";
    /// Who.
    pub const FACILITATOR: &str = "Nama pendamping";
    /// Their number.
    pub const NIP: &str = "NIP";
    /// Ketua tim.
    pub const TEAM_LEADER: &str = "Ketua tim";
    /// Group.
    pub const GROUP: &str = "Kelompok";
    /// Village.
    pub const VILLAGE: &str = "Desa/Kelurahan";
    /// Kecamatan.
    pub const DISTRICT: &str = "Kecamatan";
    /// Kabupaten or kota.
    pub const REGENCY: &str = "Kabupaten/Kota";
    /// Provinsi.
    pub const PROVINCE: &str = "Provinsi";
    /// Day.
    pub const DATE: &str = "Tanggal";
    /// Begin.
    pub const BEGAN: &str = "Jam mulai";
    /// End.
    pub const ENDED: &str = "Jam selesai";
    /// Where.
    pub const PLACE: &str = "Tempat";
    /// Who presented.
    pub const PRESENTERS: &str = "Pemateri";
    /// Matter.
    pub const CATEGORY: &str = "Materi";
    /// Module.
    pub const MODULE: &str = "Modul";
    /// Session.
    pub const SESSION: &str = "Sesi";
    /// Families.
    pub const FAMILIES: &str = "Total dampingan";
    /// HADIR.
    pub const PRESENT: &str = "Hadir";
    /// SAKIT.
    pub const SICK: &str = "Sakit";
    /// ALFA.
    pub const ABSENT: &str = "Alfa";
    /// In none.
    pub const LEFT_OUT: &str = "Tidak dihitung";
    /// Narrative.
    pub const SUMMARY: &str = "Rangkuman kegiatan";
    /// Questions.
    pub const QUESTIONS: &str = "Pertanyaan peserta";
    /// Obstacles.
    pub const OBSTACLES: &str = "Kendala";
    /// What comes next.
    pub const FOLLOW_UP: &str = "Tindak lanjut";
    /// What was promised.
    pub const PROMISE: &str = "Rencana di rumah (RTL)";
    /// Last time's promise.
    pub const RECALLED: &str = "Rencana bulan lalu";
    /// Meetings.
    pub const MEETINGS: &str = "Pertemuan";
}

/// The exact words of the office's matter.
#[must_use]
pub const fn category(category: Category) -> &'static str {
    match category {
        Category::Spiritual => "Kegiatan bimbingan mental dan spiritual",
        Category::Money => "Pengelolaan keuangan dan perencanaan usaha",
        Category::Health => "Kesehatan dan gizi",
        Category::Welfare => "Kesejahteraan sosial",
        Category::Access => {
            "Fasilitasi administratif, mediasi, edukasi keluarga, motivasi, dan advokasi (akses layanan kesehatan/pendidikan/sosial)"
        }
        Category::Adaptive => "P2K2 adaptif, materi tambahan, isu-isu yang relevan di masyarakat",
    }
}

/// A module as the office calls it.
#[must_use]
pub const fn module(module: Module) -> &'static str {
    match module {
        Module::M1 => "Pengasuhan dan Pendidikan Anak",
        Module::M2 => "Pengelolaan Keuangan dan Perencanaan Usaha",
        Module::M3 => "Kesehatan dan Gizi",
        Module::M4 => "Perlindungan Anak",
        Module::M5 => "Kesejahteraan Sosial",
        Module::M6 => "Pencegahan dan Penanganan Stunting",
        Module::Adaptive => "Materi adaptif",
    }
}

/// A mark of the office's form.
#[must_use]
pub const fn mark(mark: OfficeMark) -> &'static str {
    match mark {
        OfficeMark::Present => "HADIR",
        OfficeMark::Sick => "SAKIT",
        OfficeMark::Absent => "ALFA",
        OfficeMark::LeftOut => "tidak dihitung",
    }
}

/// What a mark rests on, in a sentence.
#[must_use]
pub const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::ShowOfHands => "angkat tangan",
        Ground::Observation => "pengamatan",
        Ground::HomePractice => "praktik di rumah",
        Ground::Talk => "percakapan",
    }
}

/// What the group needs next, in a sentence.
#[must_use]
pub const fn next(next: Next) -> &'static str {
    match next {
        Next::Repeat => "sesi ini diulang pada pertemuan berikutnya",
        Next::Recap => "sesi ini diulas sepuluh menit pada pembukaan pertemuan berikutnya",
        Next::GoOn => "pertemuan berikutnya melanjutkan ke sesi selanjutnya",
    }
}

/// `09:02`: the fields of the office's form in the web take hours with a colon; papers write them as everybody does.
#[must_use]
pub fn hour(minute: DayMinute) -> String {
    format!("{:02}:{:02}", minute.0 / 60, minute.0 % 60)
}

/// Number of a report: as somebody wrote it, else counted within its month.
#[must_use]
pub fn number(data: &ReportData) -> String {
    let own = data.own_number.trim();
    if own.is_empty() { counted_number(data.number, data.date) } else { own.to_owned() }
}

/// `012/P2K2/XI/2026`.
fn counted_number(number: u16, date: Wall) -> String {
    const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let month = date.month();
    let roman = ROMAN.get(usize::from(month.number).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{number:03}/P2K2/{roman}/{}", month.year)
}

/// A heading with its part.
#[must_use]
pub fn numbered(number: &str) -> String {
    format!("Nomor: {number}")
}

/// The session as reported.
#[must_use]
pub fn session(label: &str, title: &str) -> String {
    if label.is_empty() { title.to_owned() } else { format!("{label} {title}") }
}

/// `25 KPM`, with guests who are counted.
#[must_use]
pub fn present(count: &OfficeCount) -> String {
    match count.walk_ins_present {
        0 => people(count.present),
        guests => format!("{} ({} KPM dan {guests} di luar daftar)", people(count.all_present()), count.present),
    }
}

/// `25 orang`.
#[must_use]
pub fn people(count: u16) -> String {
    format!("{count} orang")
}

/// `30 KPM`.
#[must_use]
pub fn families(count: u16) -> String {
    format!("{count} KPM")
}

/// How the numbers came to be: whatever the table did in this meeting. Empty when nothing had to be decided.
#[must_use]
pub fn counting(count: &OfficeCount, map: OfficeMap, decided: bool) -> String {
    let mut parts = Vec::new();
    if count.excused > 0 {
        parts.push(format!("izin ({}) sebagai {}", count.excused, mark(map.excused)));
    }
    if count.represented > 0 {
        parts.push(format!("diwakili ({}) sebagai {}", count.represented, mark(map.represented)));
    }
    if count.unmarked > 0 {
        parts.push(format!("belum diisi ({}) sebagai {}", count.unmarked, mark(map.unmarked)));
    }
    if count.walk_ins > 0 {
        parts.push(format!("di luar daftar ({}) sebagai {}", count.walk_ins, mark(map.walk_in)));
    }
    if parts.is_empty() {
        return String::new();
    }
    let by = if decided { "" } else { " Cara menghitung ini usulan Lembar dan belum ditetapkan." };
    format!("Cara menghitung: {}.{by}", parts.join(", "))
}

/// That the sum is right, for who adds up.
#[must_use]
pub fn sum(count: &OfficeCount) -> String {
    let out = if count.left_out > 0 { format!(" + {} tidak dihitung", count.left_out) } else { String::new() };
    format!(
        "{} hadir + {} sakit + {} alfa{out} = {} KPM dampingan.",
        count.present, count.sick, count.absent, count.families
    )
}

/// How many were right.
#[must_use]
pub fn tally(tally: Option<Tally>) -> String {
    match tally {
        None => NOTHING.to_owned(),
        Some(Tally { right, of: Some(of), .. }) => format!("{right} dari {of}"),
        Some(Tally { right, of: None, .. }) => format!("{right}"),
    }
}

/// What came of a check.
#[must_use]
pub fn change(check: &CheckMinutes) -> String {
    match gain(check.start, check.end) {
        None => NOTHING.to_owned(),
        Some(Gain::People(0)) => "tetap".to_owned(),
        Some(Gain::People(more)) if more > 0 => format!("naik {more} orang"),
        Some(Gain::People(fewer)) => format!("turun {} orang", -fewer),
        Some(Gain::Percent { from, to }) => format!("{from} % menjadi {to} %"),
    }
}

/// What is known of last month's plan.
#[must_use]
pub fn recalled(done: u16) -> String {
    format!("Dilakukan oleh {done} orang.")
}

/// What marks rest on.
#[must_use]
pub fn grounds(grounds: &[(Ground, u16)]) -> String {
    let said: Vec<String> =
        grounds.iter().map(|(ground, count)| format!("{} ({count})", self::ground(*ground))).collect();
    format!("Dasar nilai: {}.", said.join(", "))
}

/// Marks are missing.
#[must_use]
pub fn not_rated(count: u16) -> String {
    format!("{count} KPM yang hadir belum dinilai; barisnya dibiarkan kosong.")
}

/// Families without a mark in either column.
#[must_use]
pub fn neither(count: u16) -> String {
    format!("{count} KPM tidak dihitung sebagai hadir maupun tidak hadir.")
}

/// A photo's number and when it was taken, as its file says.
#[must_use]
pub fn photo(number: usize, photo: &Photo) -> String {
    let taken = |wall: Wall| format!("{}, pukul {}", common::date(wall), common::clock(wall.minute_of_day()));
    let typed = photo.day.map(evidence::typed_day);
    let taken = photo.taken.map(taken).or(typed).unwrap_or_else(|| "waktu foto tidak diketahui".to_owned());
    format!("Foto {number} · {taken}")
}

/// A photo's place: only what its file or its user said.
#[must_use]
pub fn stamp(photo: &Photo) -> String {
    match photo.at {
        Some(at) => coordinates(at),
        None if photo.place.trim().is_empty() => "lokasi tidak diketahui".to_owned(),
        None => format!("lokasi diketik: {}", photo.place.trim()),
    }
}

/// `GPS -7.797068, 110.370529`: decimal degrees with a point, as maps take them.
pub(super) fn coordinates((latitude, longitude): (i32, i32)) -> String {
    let degrees = |micro: i32| {
        let sign = if micro < 0 { "-" } else { "" };
        let micro = micro.unsigned_abs();
        format!("{sign}{}.{:06}", micro / 1_000_000, micro % 1_000_000)
    };
    format!("GPS {}, {}", degrees(latitude), degrees(longitude))
}

/// NIP below a name.
#[must_use]
pub fn nip(nip: &str) -> String {
    format!("NIP {nip}")
}

/// Place and day above the signatures; the day is the report's.
#[must_use]
pub fn signed(place: &str, day: Wall) -> String {
    let day = common::short_date(day);
    if place.trim().is_empty() { day } else { format!("{}, {day}", place.trim()) }
}

/// The line at the foot of every leaf.
#[must_use]
pub fn foot(title: &str, group: &str, date: Wall) -> String {
    format!("{title} · {group} · {}", common::short_date(date))
}

/// The same for a half-year.
#[must_use]
pub fn period_foot(title: &str, group: &str, period: &str) -> String {
    format!("{title} · {group} · {period}")
}

/// `Januari–Juni 2026`.
#[must_use]
pub fn half_year(year: i64, second: bool) -> String {
    if second { format!("Juli–Desember {year}") } else { format!("Januari–Juni {year}") }
}

/// A member's facts on one line of a narrow column; what was never asked of them is left out, and said once below the table.
#[must_use]
pub fn facts(came: u16, called: u16, kept: usize, asked: u16) -> String {
    let came = format!("Hadir {came} dari {called}");
    if asked == 0 && kept == 0 { came } else { format!("{came} · praktik {kept} dari {asked}") }
}

/// What the facts mean, below the table.
pub const FACTS: &str = "Praktik: berapa kali melakukan praktik di rumah, dari berapa kali ditanya per orang; tanpa angka berarti belum pernah ditanya.";
/// Below the half-year form left empty.
pub const LEFT_EMPTY: &str =
    "Kolom nilai sengaja dikosongkan untuk diisi pendamping; kolom terakhir berisi catatan yang ada.";
/// Below the half-year form with proposals: where they come from.
pub const PROPOSED: &str = "Nilai bertanda ✓ adalah usulan dari catatan, untuk diperiksa pendamping. Perubahan perilaku: janji praktik di rumah, ditanyakan per orang kepada yang hadir saat berjanji dan saat ditanya (semua dilakukan = sangat baik, sebagian = baik, tidak satu pun = kurang). Kemampuan mengenali potensi: nilai terakhir yang dasarnya praktik di rumah atau percakapan. Tidak pernah hadir = tidak dapat dinilai. Tanpa catatan, kolom dibiarkan kosong.";
/// Meetings of the half-year.
#[must_use]
pub fn meetings(count: usize) -> String {
    format!("{count} kali")
}

/// Odd things a reader of the paper should know.
#[must_use]
pub const fn remark(oddity: Oddity) -> Option<&'static str> {
    match oddity {
        Oddity::NeverStarted => Some("Pertemuan ini dibuka tetapi tidak dimulai."),
        Oddity::NotClosed => Some("Pertemuan ini belum ditutup; isi laporan sampai catatan terakhir."),
        Oddity::TooManyKept => Some("Jumlah yang melakukan rencana bulan lalu lebih banyak daripada yang hadir."),
        Oddity::ClockWentBack => Some("Jam laptop sempat mundur; jam mulai dan selesai mungkin keliru."),
        Oddity::Withdrawn => Some(super::paper::WITHDRAWN_WHOLE),
        Oddity::Interrupted(_) | Oddity::OutOfOrder | Oddity::TooManyHands => None,
    }
}

/// Said of a rehearsal.
#[must_use]
pub const fn kind(kind: MeetingKind) -> Option<&'static str> {
    match kind {
        MeetingKind::Live => None,
        MeetingKind::Rehearsal => Some(REHEARSAL),
    }
}

/// A document's title in the viewer.
#[must_use]
pub fn document(title: &str, data: &ReportData) -> String {
    format!("{title} · {} · {}", data.group, common::short_date(data.date))
}

#[cfg(test)]
mod tests;
