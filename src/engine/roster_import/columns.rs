//! What the columns of a list are: the many heads by which facilitators call the same thing, and the row where they stand.

use super::super::{grid::GridRow, roster::Component};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Running number.
    No,
    /// Name; the smallest of several counts.
    Name(u8),
    Nik,
    Kk,
    /// NIK and no. KK in one cell.
    Numbers,
    Address,
    Hamlet,
    Rt,
    Rw,
    RtRw,
    Village,
    District,
    Group,
    /// Name of the group's leader.
    Leader,
    Status,
    /// What somebody is in the group.
    Office,
    Notes,
    Component(Component),
    /// Components as words.
    Components,
}

/// Upper case words without signs between: `No. KK` and `NO_KK` become `NO KK`.
pub(super) fn plain(text: &str) -> String {
    let spaced: String = text.to_uppercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a head names, if it names anything of ours.
pub(super) fn column(text: &str) -> Option<Column> {
    let head = plain(text);
    let column = match head.as_str() {
        "NO" | "NOMOR" | "NO URUT" | "NOMOR URUT" | "NOURUT" => Column::No,
        "NAMA PENGURUS" | "PENGURUS" | "NAMA IBU PENGURUS" | "NAMA PENGURUS KPM" | "NAMA PENGURUS PKH" => {
            Column::Name(0)
        }
        "NAMA KPM"
        | "KPM"
        | "NAMA KPM PKH"
        | "NAMA PENERIMA"
        | "NAMA PENERIMA MANFAAT"
        | "NAMA PM"
        | "PENERIMA MANFAAT" => Column::Name(1),
        "NAMA"
        | "NAMA LENGKAP"
        | "NAMA PESERTA"
        | "NAMA PESERTA PKH"
        | "NAMA IBU"
        | "NAMA ANGGOTA"
        | "NAMA ANGGOTA KELOMPOK"
        | "DAFTAR NAMA"
        | "NAMA PENERIMA PKH"
        | "NAMA LENGKAP KPM"
        | "NAMA LENGKAP PENGURUS" => Column::Name(2),
        "NIK"
        | "NIK PENGURUS"
        | "NIK KPM"
        | "NO NIK"
        | "NOMOR NIK"
        | "NIK KTP"
        | "NO KTP"
        | "NOMOR KTP"
        | "NO INDUK KEPENDUDUKAN"
        | "NOMOR INDUK KEPENDUDUKAN"
        | "NIK IBU"
        | "NIK PESERTA"
        | "NIK 16 DIGIT" => Column::Nik,
        "KK"
        | "NO KK"
        | "NOKK"
        | "NOMOR KK"
        | "NKK"
        | "NO KARTU KELUARGA"
        | "NOMOR KARTU KELUARGA"
        | "KARTU KELUARGA"
        | "NOMOR KK 16 DIGIT"
        | "NO KK 16 DIGIT" => Column::Kk,
        "ALAMAT" | "ALAMAT LENGKAP" | "ALAMAT RUMAH" | "ALAMAT KPM" | "ALAMAT TINGGAL" | "JALAN" => Column::Address,
        "DUSUN" | "DUKUH" | "PEDUKUHAN" | "PADUKUHAN" | "LINGKUNGAN" | "JORONG" | "BANJAR" | "NAMA DUSUN" => {
            Column::Hamlet
        }
        "RT" => Column::Rt,
        "RW" => Column::Rw,
        "RT RW" | "RTRW" => Column::RtRw,
        "DESA"
        | "KELURAHAN"
        | "DESA KELURAHAN"
        | "KELURAHAN DESA"
        | "DESA KEL"
        | "KEL DESA"
        | "NAMA DESA"
        | "PEKON"
        | "NAGARI"
        | "GAMPONG"
        | "KALURAHAN"
        | "NAMA KELURAHAN"
        | "NAMA DESA KELURAHAN" => Column::Village,
        "KECAMATAN" | "KEC" | "NAMA KECAMATAN" | "KAPANEWON" | "KEMANTREN" | "DISTRIK" => Column::District,
        "KELOMPOK" | "NAMA KELOMPOK" | "KELOMPOK P2K2" | "NAMA KELOMPOK P2K2" | "KELOMPOK PKH"
        | "NAMA KELOMPOK PKH" | "KLP" | "NO KELOMPOK" | "KELOMPOK DAMPINGAN" | "KELOMPOK KPM" => Column::Group,
        "KETUA KELOMPOK" | "NAMA KETUA KELOMPOK" | "NAMA KETUA" => Column::Leader,
        "STATUS" | "STATUS KPM" | "STATUS KEPESERTAAN" | "STATUS PKH" | "STATUS PESERTA" => Column::Status,
        "JABATAN" | "JABATAN KELOMPOK" | "JABATAN DALAM KELOMPOK" | "KEDUDUKAN" | "POSISI" => Column::Office,
        "KETERANGAN" | "KET" | "CATATAN" | "KETERANGAN STATUS" | "STATUS KETERANGAN" => Column::Notes,
        "KOMPONEN" | "KOMPONEN PKH" | "KATEGORI KOMPONEN" | "JENIS KOMPONEN" => Column::Components,
        other => return component(other).map(Column::Component).or_else(|| by_words(other)),
    };
    Some(column)
}

/// Heads of two things at once.
fn by_words(head: &str) -> Option<Column> {
    let has = |word: &str| head.split(' ').any(|other| other == word);
    (has("NIK") && has("KK") && head.len() < 30).then_some(Column::Numbers)
}

/// A component by one of its names, in [`plain`] writing.
pub(super) fn component(name: &str) -> Option<Component> {
    Some(match name {
        "HAMIL" | "BUMIL" | "IBU HAMIL" | "IBU HAMIL NIFAS" | "BUMIL NIFAS" => Component::Pregnant,
        "AUD" | "BALITA" | "ANAK USIA DINI" | "USIA DINI" | "ANAK USIA DINI AUD" | "AUD 0 6" | "USIA 0 6" | "PAUD" => {
            Component::EarlyChild
        }
        "SD" | "ANAK SD" | "SD MI" | "SD SEDERAJAT" | "MI" => Component::Primary,
        "SMP" | "ANAK SMP" | "SMP MTS" | "SMP SEDERAJAT" | "SLTP" | "MTS" => Component::JuniorHigh,
        "SMA" | "ANAK SMA" | "SMK" | "SMA SMK" | "SMA SMK MA" | "SMA SEDERAJAT" | "SLTA" | "MA" => {
            Component::SeniorHigh
        }
        "DISAB"
        | "DISABILITAS"
        | "DISABILITAS BERAT"
        | "PENYANDANG DISABILITAS"
        | "PENYANDANG DISABILITAS BERAT"
        | "DIFABEL"
        | "DB" => Component::Disabled,
        "LANSIA" | "LANJUT USIA" | "LANSIA 60" | "LU" => Component::Elderly,
        _ => return None,
    })
}

/// Which column is what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    of: Vec<Option<Column>>,
}

impl Columns {
    /// The heads of a row that has a name column beside at least `others` more of ours; what stands over its empty cells counts too.
    pub(super) fn of(row: &GridRow, above: Option<&GridRow>, others: usize) -> Option<Self> {
        let width = row.cells.len().max(above.map_or(0, |above| above.cells.len()));
        let head = |at: usize| {
            let own = row.text(at);
            let over = above.map_or("", |above| above.text(at));
            if own.is_empty() { column(over).filter(|column| !matches!(column, Column::Name(_))) } else { column(own) }
        };
        let mut of: Vec<Option<Column>> = (0..width).map(head).collect();
        let own = |at: usize| !row.text(at).is_empty();
        let name = (0..width).filter(|at| own(*at)).filter_map(|at| match of.get(at) {
            Some(Some(Column::Name(rank))) => Some((*rank, at)),
            _ => None,
        });
        let (_, name) = name.min()?;
        // A label of the sheet's head: "Nama : …".
        if row.text(name).contains(':') || row.text(name + 1).starts_with(':') {
            return None;
        }
        for (at, column) in of.iter_mut().enumerate() {
            if at != name && matches!(column, Some(Column::Name(_))) {
                *column = None;
            }
        }
        // Names with an office beside them may be of presenters.
        let of_members = |at: &usize| of.get(*at).is_some_and(|found| !matches!(found, None | Some(Column::Office)));
        let found = (0..width).filter(|at| own(*at) && of_members(at)).count();
        (found > others).then_some(Self { of })
    }

    /// Takes in a second row of heads, under heads that span several columns. False when it is none.
    pub(super) fn refine(&mut self, row: &GridRow) -> bool {
        if self.name().is_some_and(|name| !row.text(name).is_empty()) {
            return false;
        }
        let known: Vec<(usize, Column)> = row.filled().filter_map(|(at, text)| Some((at, column(text)?))).collect();
        let all = row.filled().count();
        if known.is_empty()
            || known.len() * 2 < all
            || known.iter().any(|(_, column)| matches!(column, Column::Name(_)))
        {
            return false;
        }
        for (at, column) in known {
            if self.of.len() <= at {
                self.of.resize(at + 1, None);
            }
            if let Some(slot) = self.of.get_mut(at) {
                *slot = Some(column);
            }
        }
        true
    }

    /// The column of this kind.
    pub(super) fn at(&self, wanted: Column) -> Option<usize> {
        self.of.iter().position(|column| *column == Some(wanted))
    }

    /// The column with the names.
    pub(super) fn name(&self) -> Option<usize> {
        self.of.iter().position(|column| matches!(column, Some(Column::Name(_))))
    }

    /// The text of a row in the column of this kind.
    pub(super) fn text<'a>(&self, row: &'a GridRow, wanted: Column) -> &'a str {
        self.at(wanted).map_or("", |at| row.text(at))
    }

    /// Columns of components.
    pub(super) fn components(&self) -> impl Iterator<Item = (usize, Component)> {
        self.of.iter().enumerate().filter_map(|(at, column)| match column {
            Some(Column::Component(component)) => Some((at, *component)),
            _ => None,
        })
    }
}
