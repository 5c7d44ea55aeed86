//! Lists as people write them, and that taking the same one twice changes nothing.

use proptest::prelude::*;

use super::*;
use crate::engine::{
    grid::{Cell, Grid, GridRow},
    identity::masked,
    roster::{Group, Member, Sealed},
};

/// A sheet written as lines with `|` between cells; empty lines keep their number.
fn sheet(name: &str, lines: &str) -> Grid {
    let cells = |line: &str| line.split('|').map(|cell| Cell::text(cell.trim())).collect::<Vec<_>>();
    let rows = lines.lines().enumerate().map(|(at, line)| GridRow { number: at as u32 + 1, cells: cells(line) });
    let rows = rows.filter(|row| row.filled().next().is_some()).collect();
    Grid { name: Some(name.to_owned()), rows, cut: false }
}

fn one(lines: &str) -> Reading {
    read(&[sheet("Sheet1", lines)])
}

fn names(reading: &Reading) -> Vec<(&str, &str)> {
    reading.entries.iter().map(|entry| (entry.group.as_deref().unwrap_or("?"), entry.name.as_str())).collect()
}

/// Groups after saving, with numbers "sealed" by writing them down, and the numbers opened again.
struct Roster {
    groups: Vec<Group>,
    next: i64,
}

impl Roster {
    fn new() -> Self {
        Self { groups: Vec::new(), next: 0 }
    }

    fn numbers(&self) -> Numbers {
        let open = |sealed: &Option<Sealed>| {
            sealed.as_ref().map(|Sealed(bytes)| Secret::from(String::from_utf8(bytes.clone()).unwrap()))
        };
        let members = self.groups.iter().flat_map(|group| &group.members);
        let known = members.filter(|member| member.nik.is_some() || member.kk.is_some());
        known.map(|member| (member.id, Opened { nik: open(&member.nik), kk: open(&member.kk) })).collect()
    }

    fn propose(&self, reading: &Reading, open: bool) -> Proposal {
        propose(reading, &self.groups, open.then(|| self.numbers()).as_ref(), Some("Melati"))
    }

    fn take(&mut self, reading: &Reading, open: bool) -> Proposal {
        let proposal = self.propose(reading, open);
        let next = std::cell::Cell::new(self.next);
        let new = || {
            next.set(next.get() + 1);
            next.get()
        };
        let seal = |_: ParticipantId, _: Number, digits: &str| Some(Sealed(digits.as_bytes().to_vec()));
        let mut makers = Makers {
            group: &mut || GroupId(new()),
            member: &mut || ParticipantId(new()),
            seal: open.then_some(&seal as &Seal<'_>),
        };
        let changed = proposal.apply(&self.groups, &mut makers);
        self.next = next.get();
        for group in changed {
            self.groups.retain(|other| other.id != group.id);
            self.groups.push(group);
        }
        self.groups.sort_by_key(|group| group.id);
        proposal
    }
}

const OFFICE: &str = "DAFTAR HADIR P2K2 PKH TAHUN 2026\n\
    Kelompok | : Melati | | Desa | : Sukamaju\n\
    Kecamatan : Cibadak\n\
    \n\
    NO | NAMA PENGURUS | NO. KK | NIK | ALAMAT | KOMPONEN | | | KETERANGAN | TTD\n\
     | | | | | AUD | SD | LANSIA | | \n\
    1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10\n\
    1 | SITI AMINAH (Ketua) | 3202010101010001 | '3202014506780001 | Kp. Baru RT 01 | v | | | | 1. ........\n\
    2 | Dewi Lestari, S.Pd | 3202010101010002 | 3,20E+15 | | | x | 1 | Graduasi | 2. ........\n\
    \n\
    3 | Nur'aini | 320201 | 3202.0145.0678.0003 | - | 0 | - | | Pindah ke Bogor |\n\
    4 | | | | | | | | |\n\
    JUMLAH | 3 | | | | 1 | 1 | 1 | |\n\
    | | | | | | | Sukamaju, 12 November 2026\n\
    Mengetahui, | | | | | | | Pendamping PKH\n\
    Ketua Kelompok\n\
    | | | | | | | Rina Wati\n\
    | | | | | | | NIP. 19850101";

#[test]
fn an_attendance_sheet_of_the_office_is_understood() {
    let reading = one(OFFICE);
    assert_eq!(names(&reading), [("Melati", "SITI AMINAH"), ("Melati", "Dewi Lestari, S.Pd"), ("Melati", "Nur'aini")]);
    let [siti, dewi, nur] = reading.entries.as_slice() else { panic!("{reading:?}") };
    assert_eq!((siti.village.as_deref(), siti.district.as_deref()), (Some("Sukamaju"), Some("Cibadak")));
    assert_eq!(siti.nik.as_ref().map(|nik| masked(nik.expose())).as_deref(), Some("3202••••••••0001"));
    assert!(siti.leader && !dewi.leader);
    assert_eq!((siti.components.as_slice(), siti.address.as_str()), (&[Component::EarlyChild][..], "Kp. Baru RT 01"));
    assert_eq!(
        (dewi.components.as_slice(), dewi.standing),
        (&[Component::Primary, Component::Elderly][..], Some(Standing::Graduated))
    );
    assert!(dewi.nik.is_none() && dewi.kk.is_some() && dewi.notes.is_empty());
    assert_eq!(
        (nur.standing, nur.notes.as_str(), nur.address.as_str()),
        (None, "Pindah ke Bogor", ""),
        "a remark of several words may be of anything"
    );
    assert!(nur.kk.is_none() && nur.nik.is_some() && nur.components.is_empty());
    let complaints: Vec<_> = reading.complaints.iter().map(|said| (said.at.row, said.what.clone())).collect();
    assert_eq!(
        complaints,
        [
            (Some(9), Trouble::Number(Number::Nik, IdentityFault::Rounded)),
            (Some(11), Trouble::Number(Number::Kk, IdentityFault::Length(6))),
            (Some(17), Trouble::Under(17)),
        ]
    );
}

#[test]
fn groups_are_named_by_a_column_by_sub_heads_or_by_sheets() {
    let column = one("NAMA KPM | KELOMPOK\nSiti | Melati\nDewi |\nNur | 3\n");
    assert_eq!(names(&column), [("Melati", "Siti"), ("Melati", "Dewi"), ("Kelompok 3", "Nur")]);
    let heads =
        one("KELOMPOK MELATI\nNO|NAMA|ALAMAT\n1|Siti|A\nJUMLAH|1\nB. Kelompok Mawar\nNO|NAMA|ALAMAT\n1|Dewi|B\n");
    assert_eq!(names(&heads), [("KELOMPOK MELATI", "Siti"), ("Kelompok Mawar", "Dewi")]);
    let inside = one("No|Nama|NIK\nKelompok Melati\n1|Siti|\n2|Dewi|\nKelompok : Mawar\n1|Nur|\n");
    assert_eq!(names(&inside), [("Kelompok Melati", "Siti"), ("Kelompok Melati", "Dewi"), ("Mawar", "Nur")]);
    let sheets =
        read(&[sheet("Melati", "NAMA|NIK\nSiti|\n"), sheet("Mawar", "NAMA|NIK\nDewi|\n"), sheet("Sheet3", "")]);
    assert_eq!(names(&sheets), [("Melati", "Siti"), ("Mawar", "Dewi")]);
    assert_eq!(sheets.entries[1].at, Place { sheet: Some("Mawar".into()), row: Some(2) });
    let lone = read(&[sheet("Melati", "NAMA\nSiti\n")]);
    assert_eq!((names(&lone), lone.suggestion.as_deref()), (vec![("?", "Siti")], Some("Melati")));
    assert_eq!(lone.unnamed(), 1);
}

#[test]
fn heads_are_known_by_many_names() {
    for (head, expected) in [
        ("Nama KPM", "Siti"),
        ("PENGURUS", "Siti"),
        ("nama_pengurus", "Siti"),
        ("NAMA LENGKAP :", "Siti"),
        ("Nama  Penerima Manfaat", "Siti"),
    ] {
        let reading = one(&format!("no|{}|no.kk\n1|Siti|\n", head.trim_end_matches(" :")));
        assert_eq!(reading.entries.first().map(|entry| entry.name.as_str()), Some(expected), "{head}");
    }
    let both = one("NO | NAMA PENGURUS | NAMA KPM | NIK / NO KK\n1|Siti|Budi|3202014506780001 / 3202010101010009\n");
    assert_eq!(both.entries[0].name, "Siti");
    assert!(both.entries[0].nik.is_some() && both.entries[0].kk.is_some());
    assert_eq!(one("DAFTAR KPM\nNo|Siapa\n1|Siti").complaints[0].what, Trouble::NoHead);
}

#[test]
fn numbers_that_all_end_in_nought_were_rounded() {
    let rows: String =
        (0..5).map(|at| format!("{at}|Ibu {}|32020145067800{at}0\n", ["A", "B", "C", "D", "E"][at])).collect();
    let reading = one(&format!("NO|NAMA|NIK\n{rows}"));
    assert!(reading.entries.iter().all(|entry| entry.nik.is_none()));
    assert_eq!(reading.complaints[0].what, Trouble::AllRounded(Number::Nik));
}

#[test]
fn what_the_file_says_is_added_or_changed_and_who_is_missing_stays() {
    let mut roster = Roster::new();
    let first =
        roster.take(&one("NAMA|NIK|ALAMAT|SD\nSiti|3202014506780001|A|v\nDewi|3202014506780002|B|\nNur||C|\n"), true);
    assert_eq!(first.counts(), Counts { added: 3, ..Counts::default() });
    let second = roster.take(
        &one("NAMA|NIK|ALAMAT|SD|KET\nSITI|3202014506780001|A2||\nDewi Lestari|3202014506780002|B||pindah\n"),
        true,
    );
    assert_eq!(second.counts(), Counts { changed: 2, ..Counts::default() });
    let [group] = second.groups.as_slice() else { panic!("{second:?}") };
    assert_eq!(group.staying, ["Nur"]);
    let members: Vec<_> = roster.groups[0]
        .members
        .iter()
        .map(|m| (m.name.as_str(), m.address.as_str(), m.standing, m.components.len()))
        .collect();
    assert_eq!(
        members,
        [
            ("Siti", "A2", Standing::Active, 1),
            ("Dewi Lestari", "B", Standing::Moved, 0),
            ("Nur", "C", Standing::Active, 0)
        ]
    );
}

#[test]
fn the_same_name_twice_needs_an_address_or_a_nik_to_be_told_apart() {
    let why = |proposal: &Proposal, at: usize| match &proposal.groups[0].rows[at].fate {
        Fate::Skipped(why) => Some(why.clone()),
        _ => None,
    };
    let mut roster = Roster::new();
    let list = one("NAMA|NIK|ALAMAT|SD\nSiti||A|\nSiti||B|\nSiti||A|\nSiti|||v\n");
    let first = roster.take(&list, false);
    let third = Place { sheet: None, row: Some(2) };
    assert_eq!((why(&first, 0), why(&first, 1)), (None, None));
    assert_eq!((why(&first, 2), why(&first, 3)), (Some(Why::Twice(third)), Some(Why::Alike)));
    // Two are there; a third row of this name fits neither.
    let other = roster.propose(&one("NAMA|ALAMAT\nSiti|C\n"), false);
    assert_eq!(why(&other, 0), Some(Why::Alike));
    // Another NIK at the same address is a mistake somewhere; at another address it is somebody else.
    let mut roster = Roster::new();
    roster.take(&one("NAMA|NIK|ALAMAT\nSiti|3202014506780001|A\n"), true);
    assert_eq!(why(&roster.propose(&one("NAMA|NIK|ALAMAT\nSiti|3202014506780002|A\n"), true), 0), Some(Why::OtherNik));
    assert_eq!(roster.propose(&one("NAMA|NIK|ALAMAT\nSiti|3202014506780002|B\n"), true).counts().added, 1);
    let elsewhere = roster.propose(&one("NAMA|NIK|KELOMPOK\nSiti|3202014506780001|Mawar\n"), true);
    assert_eq!(why(&elsewhere, 0), Some(Why::InGroup("Melati".to_owned())));
}

#[test]
fn numbers_are_left_out_while_the_vault_is_closed_and_never_debugged() {
    let list = one("NAMA|NIK\nSiti|3202014506780001\n");
    let mut roster = Roster::new();
    let proposal = roster.take(&list, false);
    assert_eq!((proposal.numbers, proposal.numbers_kept), (1, false));
    assert!(roster.groups[0].members[0].nik.is_none());
    let opened = roster.take(&list, true);
    assert_eq!(opened.counts().changed, 1);
    assert_eq!(roster.groups[0].members[0].nik.as_ref().map(|sealed| sealed.0.len()), Some(16));
    let printed = format!("{list:?} {proposal:?} {opened:?} {:?}", sheet("x", "NAMA|NIK\nSiti|3202014506780001\n"));
    assert!(!printed.contains("3202014506780001"));
}

#[test]
fn a_group_is_known_again_by_its_name_and_village_and_the_demo_is_left_alone() {
    let group = |id, name: &str, village: &str| Group {
        id: GroupId(id),
        name: name.to_owned(),
        village: village.to_owned(),
        demo: id == 9,
        members: vec![Member::named(ParticipantId(id), "Siti")],
        ..Group::default()
    };
    let groups = [group(1, "Kelompok 1", "Sukamaju"), group(2, "Kelompok 1", "Suka Sari"), group(9, "Anggrek", "")];
    let known = |lines: &str| propose(&one(lines), &groups, None, None).groups[0].known;
    assert_eq!(known("NAMA|KELOMPOK|DESA\nSiti|1|SUKASARI\n"), Some(GroupId(2)));
    assert_eq!(known("NAMA|KELOMPOK|DESA\nSiti|KELOMPOK 1|Sukamaju\n"), Some(GroupId(1)));
    assert_eq!(known("NAMA|KELOMPOK|DESA\nSiti|1|Cibadak\n"), None);
    assert_eq!(known("NAMA|KELOMPOK|DESA\nSiti|Anggrek|\n"), None);
}

#[test]
fn groups_of_one_name_in_two_villages_are_two() {
    let list = one("NAMA|KELOMPOK|DESA\nSiti|1|Desa A\nDewi||\nNur|1|Desa B\nEuis||\nYuli|1|desa a\n");
    let mut roster = Roster::new();
    let proposal = roster.take(&list, false);
    let of = |name: &str| {
        let group = roster.groups.iter().find(|group| group.members.iter().any(|member| member.name == name));
        group.map(|group| (group.name.as_str(), group.village.as_str(), group.members.len()))
    };
    assert_eq!(of("Siti"), Some(("Kelompok 1", "Desa A", 3)));
    assert_eq!((of("Dewi"), of("Yuli")), (of("Siti"), of("Siti")), "an empty cell means the one above");
    assert_eq!((of("Nur"), of("Euis")), (Some(("Kelompok 1", "Desa B", 2)), of("Nur")));
    let apart: Vec<_> = proposal.groups.iter().map(|group| group.apart.as_deref()).collect();
    assert_eq!(apart, [Some("Desa A"), Some("Desa B")], "the preview tells them apart");
    assert!(!roster.take(&list, false).changes());
    // A group that says no village yet becomes one of the two, never both.
    let mut roster = Roster::new();
    roster.take(&one("NAMA|KELOMPOK\nNur|1\n"), false);
    roster.take(&list, false);
    assert_eq!(roster.groups.iter().map(|group| group.members.len()).sum::<usize>(), 6);
    assert_eq!(roster.groups.len(), 2);
    // Of two the file could mean, the one that has these families.
    let unsaid = roster.propose(&one("NAMA|KELOMPOK\nEuis|1\n"), false);
    assert_eq!(unsaid.counts(), Counts { same: 1, ..Counts::default() });
}

#[test]
fn what_stands_over_a_second_list_belongs_to_that_list() {
    let first = "KELOMPOK : MELATI\nDESA : SUKAMAJU\nKECAMATAN : CIBADAK\nKETUA KELOMPOK : Siti\n\
        NO|NAMA|ALAMAT\n1|Siti|A\n2|Dewi|A\n";
    let second =
        "KELOMPOK : MAWAR\nDESA : CIBURUY\nKETUA KELOMPOK : Dewi\nTEMPAT : Balai\nNO|NAMA|ALAMAT\n1|Nur|B\n2|Dewi|B\n";
    let turned = "DESA : CIBURUY\n|KETUA KELOMPOK|: Dewi\n|KELOMPOK|: MAWAR\nNO|NAMA|ALAMAT\n1|Nur|B\n2|Dewi|B\n";
    let under = "JUMLAH|2\n|Mengetahui,|\n|Ketua Kelompok||Pendamping\n";
    for (second, signed) in [(second, ""), (turned, ""), (second, under), (turned, under)] {
        let reading = one(&format!("{first}{signed}{second}"));
        let found: Vec<_> = reading
            .entries
            .iter()
            .map(|entry| {
                let place = (entry.village.as_deref().unwrap_or("?"), entry.district.as_deref().unwrap_or("?"));
                (entry.group.as_deref().unwrap_or("?"), place, entry.name.as_str(), entry.leader)
            })
            .collect();
        let (here, there) = (("SUKAMAJU", "CIBADAK"), ("CIBURUY", "CIBADAK"));
        let expected = [
            ("MELATI", here, "Siti", true),
            ("MELATI", here, "Dewi", false),
            ("MAWAR", there, "Nur", false),
            ("MAWAR", there, "Dewi", true),
        ];
        assert_eq!(found, expected, "{second}");
        assert_eq!(reading.complaints, [], "{second}");
    }
}

#[test]
fn a_remark_takes_nobody_off_the_roll_and_a_word_for_no_is_no() {
    let told = one("NO|NAMA|STATUS|KETERANGAN|LANSIA|SD\n\
        1|Siti|Aktif|Lulus SMP|tidak ada|nihil\n2|Dewi||Pindah ke RT 02|Tidak|belum\n3|Nur|Pindah ke Bogor||ya|2\n\
        4|Euis||Graduasi mandiri|ada|v\n5|Yuli|Graduasi|rajin|–|x\n6|Rina||aktif di posyandu||\n7|Wati||lulus||\n");
    let found: Vec<_> =
        told.entries.iter().map(|entry| (entry.standing, entry.notes.as_str(), entry.components.len())).collect();
    let (active, graduated, moved) = (Some(Standing::Active), Some(Standing::Graduated), Some(Standing::Moved));
    assert_eq!(
        found,
        [
            (active, "Lulus SMP", 0),
            (None, "Pindah ke RT 02", 0),
            (moved, "", 2),
            (graduated, "Graduasi mandiri", 2),
            (graduated, "rajin", 1),
            (None, "aktif di posyandu", 0),
            (graduated, "", 0),
        ]
    );
}

#[test]
fn what_somebody_is_in_the_group_is_no_signature() {
    for head in ["JABATAN", "TUGAS"] {
        let told = one(&format!("NAMA|{head}\nSiti|Ketua Kelompok\nDewi|Sekretaris\nNur|Anggota\n"));
        assert_eq!(names(&told), [("?", "Siti"), ("?", "Dewi"), ("?", "Nur")], "{head}");
        assert_eq!(told.complaints, []);
    }
    let told = one(
        "NAMA|JABATAN\nDewi|Sekretaris\nSiti|Ketua\nNur|Ketua Kelompok\nMengetahui,|\nKetua Kelompok|Pendamping\nSiti|Rina\n",
    );
    let leaders: Vec<_> = told.entries.iter().map(|entry| (entry.name.as_str(), entry.leader)).collect();
    assert_eq!(leaders, [("Dewi", false), ("Siti", true), ("Nur", true)]);
    // In a column nobody knows, further down, it is taken for a sign-off; then it is said.
    let told = one("NAMA|TUGAS\nDewi|\nSiti|Ketua Kelompok\nNur|\n");
    assert_eq!(told.complaints[0].what, Trouble::Under(4));
    assert_eq!(told.complaints[0].at.row, Some(3));
}

/// A row of a list as somebody might have it: from few names and addresses, so that they meet.
fn row() -> impl Strategy<Value = String> {
    let name = prop_oneof![
        Just("Siti Aminah"),
        Just("SITI  AMINAH"),
        Just("Dewi"),
        Just("Nur'aini"),
        Just(""),
        Just("123"),
        Just("JUMLAH"),
        Just("Kelompok Mawar"),
        Just("Kelompok Melati"),
        Just("Kelompok : Mawar"),
        Just("Desa : Desa B"),
        Just("Ketua Kelompok"),
    ];
    let nik = prop_oneof![Just(""), Just("3202014506780001"), Just("3202014506780002"), Just("3,2E+15"), Just("12")];
    let address = prop_oneof![Just(""), Just("Kp. A"), Just("kp a"), Just("B")];
    let mark = prop_oneof![Just(""), Just("v"), Just("0")];
    let group = prop_oneof![3 => Just(""), 1 => Just("Melati"), 1 => Just("Mawar")];
    let remark = prop_oneof![Just(""), Just("graduasi"), Just("Ketua"), Just("rajin")];
    let village = prop_oneof![3 => Just(""), 1 => Just("Desa A"), 1 => Just("Desa B"), 1 => Just("-")];
    (any::<bool>(), name, nik, address, mark, (group, village), remark).prop_map(
        |(no, name, nik, address, mark, (group, village), remark)| {
            format!("{}|{name}|{nik}|{address}|{mark}|{group}|{village}|{remark}", if no { "1" } else { "" })
        },
    )
}

proptest! {
    #[test]
    fn the_same_file_twice_changes_nothing(rows in prop::collection::vec(row(), 0..14), open: bool) {
        let list = one(&format!("NO|NAMA|NIK|ALAMAT|SD|KELOMPOK|DESA|KETERANGAN\n{}", rows.join("\n")));
        let mut roster = Roster::new();
        roster.take(&list, open);
        let before = roster.groups.clone();
        let again = roster.take(&list, open);
        prop_assert!(!again.changes(), "{again:?}");
        prop_assert_eq!(before, roster.groups);
    }

    #[test]
    fn every_row_with_a_name_has_a_fate_and_nobody_is_lost(
        first in prop::collection::vec(row(), 0..10),
        second in prop::collection::vec(row(), 0..10),
        open: bool,
    ) {
        let list = |rows: &[String]| one(&format!("NO|NAMA|NIK|ALAMAT|SD|KELOMPOK|DESA|KETERANGAN\n{}", rows.join("\n")));
        let mut roster = Roster::new();
        roster.take(&list(&first), open);
        let before: Vec<ParticipantId> = roster.groups.iter().flat_map(|g| &g.members).map(|m| m.id).collect();
        let reading = list(&second);
        let proposal = roster.take(&reading, open);
        let counts = proposal.counts();
        prop_assert_eq!(counts.added + counts.changed + counts.same + counts.skipped, reading.entries.len());
        let after: Vec<ParticipantId> = roster.groups.iter().flat_map(|g| &g.members).map(|m| m.id).collect();
        prop_assert!(before.iter().all(|id| after.contains(id)));
        prop_assert_eq!(after.len(), before.len() + counts.added);
    }

    #[test]
    fn anything_is_read_without_a_panic(cells in prop::collection::vec(prop::collection::vec(".{0,20}", 0..8), 0..20)) {
        let rows = cells.into_iter().enumerate().map(|(at, cells)| GridRow {
            number: at as u32 + 1,
            cells: cells.into_iter().map(Cell::text).collect(),
        });
        let mut grid = Grid { name: None, rows: rows.collect(), cut: false };
        prop_assert!(read(std::slice::from_ref(&grid)).entries.len() <= grid.rows.len());
        grid.rows.insert(0, GridRow { number: 1, cells: vec![Cell::text("NAMA"), Cell::text("NIK")] });
        let reading = read(&[grid]);
        let counts = propose(&reading, &[], None, Some("Melati")).counts();
        prop_assert_eq!(counts.added + counts.skipped, reading.entries.len());
    }
}
