//! The attendance sheet: both layouts, empty and filled in, 55 members with long names, read back by `pdftotext`.

use super::flat;
use lembar::{
    engine::{
        attendance::Status,
        command::{Command, decide},
        event::{Event, MeetingKind, Record, Setup},
        ids::{GroupId, ParticipantId},
        office::Office,
        plan::RunSheet,
        roster::{Component, Group, Member},
        session::Module,
        sheet::{self, Sheet, SheetLayout},
        state::State,
        time::{DayMinute, Ms, Now, Wall},
    },
    report,
};

const BOTH: [SheetLayout; 2] = [SheetLayout::Landscape, SheetLayout::Portrait];
const NINE: Wall = Wall(1_795_219_200_000 + 9 * 3_600_000);

fn group(members: i64) -> Group {
    let member = |n: i64| {
        let long = if n % 9 == 0 { " Wahyuningtyas Kusumaningrum binti Haji Abdurrahman" } else { "" };
        let mut member = Member::named(ParticipantId(n), format!("Ibu{n:02} Rohayati{long}"));
        member.address = format!("RT {n} RW 02 Dusun Sukamaju");
        member.components = vec![Component::Primary, Component::Pregnant];
        member
    };
    Group {
        id: GroupId(1),
        name: "Kelompok Melati".into(),
        village: "Sukamaju".into(),
        district: "Cikembar".into(),
        leader: Some(ParticipantId(2)),
        place: "Balai RW 07".into(),
        members: (1..=members).map(member).collect(),
        ..Group::default()
    }
}

fn office() -> Office {
    Office {
        facilitator: "Rina Marlina".into(),
        nip: "198801012020122001".into(),
        letterhead: vec!["KEMENTERIAN SOSIAL REPUBLIK INDONESIA".into(), "Program Keluarga Harapan".into()],
        ..Office::default()
    }
}

fn empty(members: i64) -> Sheet {
    sheet::before(&group(members), &office(), (Module::M1, "M1-S1 Menjadi Orang Tua".into()))
}

fn held(members: i64) -> State {
    let group = group(members);
    let setup = Setup {
        kind: MeetingKind::Live,
        group: group.id,
        group_name: group.name.clone(),
        session: "m1-s1".into(),
        label: "M1-S1".into(),
        title: "Menjadi Orang Tua".into(),
        module: Module::M1,
        length: 120,
        start: None,
        end: Some(DayMinute(660)),
        place: "Balai RW 07".into(),
        presenters: Vec::new(),
        participants: group.participants(),
        home_practice: String::new(),
        home_question: String::new(),
        paper: false,
    };
    let opened = Event::Opened { setup, sheet: RunSheet { steps: Vec::new(), checks: Vec::new(), opening_page: 0 } };
    let mut state = State::open(&Record { seq: 1, at: Ms(0), wall: NINE, event: opened }).unwrap();
    let row = |n: usize| lembar::engine::attendance::Attendee::Participant(ParticipantId(n as i64));
    let wishes = [
        Command::MarkAllPresent,
        Command::Mark(row(3), Some(Status::Sick)),
        Command::Mark(row(4), Some(Status::Excused)),
        Command::Mark(row(5), Some(Status::Absent)),
        Command::Late(row(6), true),
        Command::Represent(row(7), Some("Pak Joko".into())),
        Command::AddWalkIn("Bu Tamu Baru".into()),
        Command::CountGuests(2, "bidan".into()),
        Command::Close,
    ];
    for wish in wishes {
        let now = Now { at: state.last_at, wall: NINE.plus_ms(7_200_000) };
        for event in decide(&state, &wish, now).unwrap() {
            let record = Record { seq: state.seq + 1, at: now.at, wall: now.wall, event };
            state.apply(&record);
        }
    }
    state
}

fn printed(sheet: &Sheet, layout: SheetLayout) -> (String, usize, Vec<u8>) {
    let leaves = report::sheet::leaves(sheet, layout, &report::Pictures::default());
    let bytes = report::pdf("Daftar hadir", &leaves).unwrap();
    // Where poppler is not installed the words are looked for in vain; the drawing itself is then all there is.
    let text = super::asked("pdftotext", &["-raw"], &bytes)
        .unwrap_or_else(|| leaves.iter().map(|leaf| leaf.svg.as_str()).collect());
    (text, leaves.len(), bytes)
}

#[test]
fn an_empty_sheet_has_everybody_room_for_more_and_no_mark() {
    for layout in BOTH {
        let sheet = empty(55);
        let (text, leaves, bytes) = printed(&sheet, layout);
        let text = flat(&text);
        for row in &sheet.rows {
            let first = row.name.split(' ').next().unwrap();
            assert!(text.contains(first), "{layout:?}: {first} is missing");
        }
        for words in ["Kelompok Melati", "Balai RW 07", "M1-S1 Menjadi Orang Tua", "58", "Hadir: …"] {
            assert!(text.contains(words), "{layout:?}: {words} is missing");
        }
        assert!(!text.contains("HADIR,") && !text.contains("ALPA"), "{layout:?}: nobody is marked");
        assert!(leaves >= 2);
        let heads = text.matches("KETERANGAN").count();
        assert!(heads == leaves || heads + 1 == leaves, "heads on every leaf with rows: {heads} of {leaves}");
        assert_eq!(printed(&sheet, layout).2, bytes, "the same data, the same bytes");
    }
}

#[test]
fn a_filled_sheet_says_every_mark_and_its_totals_reconcile() {
    let state = held(12);
    for layout in BOTH {
        let sheet = sheet::after(&state, &group(12), &office());
        let text = flat(&printed(&sheet, layout).0);
        for words in [
            "Sabtu, 21 November 2026",
            "Hadir: 9 · Sakit: 1 · Izin: 1 · Alpa: 1 + di luar daftar: 1",
            "Sakit: 1",
            "Izin: 1",
            "Alpa: 1",
            "Tamu: 2 (bidan)",
            "SAKIT",
            "IZIN",
            "ALPA",
        ] {
            assert!(text.contains(words), "{layout:?}: {words} is missing");
        }
        for words in ["terlambat", "Joko", "(Ketua)", "Bu Tamu"] {
            assert!(text.contains(words), "{layout:?}: {words} is missing");
        }
        if layout == SheetLayout::Portrait {
            for words in
                ["KEMENTERIAN SOSIAL", "198801012020122001", "Ketua Kelompok", "Rina Marlina", "Sukamaju", "Cikembar"]
            {
                assert!(text.contains(words), "{words} is missing");
            }
        }
    }
}

/// For eyes: `cargo test --test print sheets_to_look_at -- --ignored`, then `pdftoppm`.
#[test]
#[ignore = "writes files to look at"]
fn sheets_to_look_at() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let state = held(30);
    for layout in BOTH {
        let filled = sheet::after(&state, &group(30), &office());
        for (name, sheet) in [("kosong", empty(55)), ("terisi", filled)] {
            std::fs::write(folder.join(format!("daftar-{name}-{layout:?}.pdf")), printed(&sheet, layout).2).unwrap();
        }
    }
}
