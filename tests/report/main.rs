//! The office's reports as files: their text read back and compared with what was written down; nothing cut off, nothing made up, the same
//! bytes every time.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

mod world;

use std::process::Command;

use lembar::{
    engine::{
        evidence::{Assessed, Fact, Field},
        ids::MeetingId,
        office::{Levels, Office, ReportData, half_year},
    },
    report::{Pictures, activity, half_year as half_year_form, monitoring},
    text::{report as text, siks},
};
use world::{World, jpeg};

/// What pdftotext reads, lines as laid out; `None` where poppler is not installed.
fn read(bytes: &[u8]) -> Option<String> {
    read_as("-layout", bytes)
}

/// The same in the order in which it was written.
fn read_raw(bytes: &[u8]) -> Option<String> {
    read_as("-raw", bytes).map(|text| flat(&text))
}

fn read_as(how: &str, bytes: &[u8]) -> Option<String> {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("a.pdf");
    std::fs::write(&file, bytes).unwrap();
    match Command::new("pdftotext").arg(how).arg(&file).arg("-").output() {
        Ok(output) => {
            assert!(output.status.success(), "{output:?}");
            Some(String::from_utf8(output.stdout).unwrap())
        }
        Err(error) => {
            println!("skipped: pdftotext: {error}");
            None
        }
    }
}

/// For a look at a report: `LEMBAR_LOOK=folder cargo test --test report`.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("LEMBAR_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pictures() -> Pictures {
    let photo = jpeg(640);
    let logo = image::RgbaImage::from_fn(200, 220, |x, y| {
        let inside = (x as i32 - 100).pow(2) + (y as i32 - 110).pow(2) < 90 * 90;
        image::Rgba(if inside { [13, 79, 82, 255] } else { [0, 0, 0, 0] })
    });
    let mut png = std::io::Cursor::new(Vec::new());
    logo.write_to(&mut png, image::ImageFormat::Png).unwrap();
    Pictures { logo: Some(png.into_inner()), photos: vec![Some(photo.clone()), Some(photo), None] }
}

#[test]
fn the_activity_report_says_every_field_and_the_same_data_gives_the_same_bytes() {
    let data = World::new(30).with_evidence().data();
    let bytes = activity::pdf(&data, pictures()).unwrap();
    keep("laporan.pdf", &bytes);
    assert_eq!(activity::pdf(&data, pictures()).unwrap(), bytes);
    let Some(layout) = read(&bytes) else { return };
    let field = |name: &str, value: &str| {
        let found = layout.lines().any(|line| {
            let line = flat(line);
            line.find(&format!("{name} : ")).is_some_and(|at| line[at + name.len() + 3..].starts_with(value))
        });
        assert!(found, "{name}: {value}\n{layout}");
    };
    for (name, value) in [
        ("No. laporan", "007/P2K2/XI/2026"),
        ("Tanggal pengisian", "Sabtu, 21 November 2026"),
        ("Nama pendamping", "Rina Kusumaningrum, S.Sos"),
        ("NIP", "19870412 202321 2 014"),
        ("Ketua tim", "Bambang Hartono"),
        ("Kelompok", "Kelompok Melati"),
        ("Desa/Kelurahan", "Sendangadi"),
        ("Kecamatan", "Mlati"),
        ("Kabupaten/Kota", "Kabupaten Sleman"),
        ("Provinsi", "Daerah Istimewa"),
        ("Tanggal", "Sabtu, 21 November 2026"),
        ("Jam mulai", "09.01"),
        ("Jam selesai", "10.59"),
        ("Tempat", "Balai warga RW 03"),
        ("Materi", text::category(data.category)),
        ("Modul", "Pengasuhan dan Pendidikan Anak"),
        ("Sesi", "M1-S1 Menjadi Orang Tua yang Lebih Baik"),
    ] {
        field(name, value);
    }
    let all = flat(&layout);
    for words in [
        "DINAS SOSIAL KABUPATEN SLEMAN",
        "LAPORAN KEGIATAN P2K2",
        "Bidan Wati Puskesmas Mlati I",
        &text::sum(&data.count),
        "9 dari 22 18 dari 22 naik 9 orang",
        "GPS -7.740123, 110.361009",
        "lokasi diketik: Balai warga RW 03",
        "lokasi tidak diketahui",
        "Pendamping Sosial PKH",
        "Mlati, 21 November 2026",
    ] {
        assert!(all.contains(words), "{words}\n{layout}");
    }
    for told in [&data.questions, &data.obstacles, &data.follow_up, &data.promise, &siks::draft(&data)] {
        assert!(all.contains(&flat(told)), "{told}\n{layout}");
    }
}

#[test]
fn the_monitoring_form_has_every_family_and_its_totals() {
    for people in [2, 30, 55] {
        let data = World::new(people).with_evidence().data();
        let bytes = monitoring::pdf(&data, pictures()).unwrap();
        keep(&format!("pemantauan-{people}.pdf"), &bytes);
        let Some(words) = read_raw(&bytes) else { return };
        for row in data.form_rows() {
            let line = format!("{} {} {}", row.number, text::name(row), data.group);
            assert!(words.contains(&line), "{line}\n{words}");
        }
        let levels = Levels::of(&data);
        let absent = data.form_rows().filter(|row| row.assessed == Assessed::NotAssessable).count();
        let total = format!(
            "TOTAL {} {} {} {} {} {absent}",
            data.count.all_present(),
            data.count.not_there(),
            levels.poor,
            levels.good,
            levels.very_good
        );
        assert!(words.contains(&total), "{total}\n{words}");
    }
}

#[test]
fn the_half_year_form_is_empty_unless_marks_were_asked_for() {
    let world = World::new(30).with_evidence();
    let meetings = [(MeetingId(7), &world.state)];
    let form = |propose| half_year(&world.group, &meetings, &world.office, (2026, true), propose);
    let bytes = half_year_form::pdf(&form(false), &pictures()).unwrap();
    keep("semester-kosong.pdf", &bytes);
    let Some(layout) = read(&bytes) else { return };
    assert!(!layout.lines().any(|line| line.split_whitespace().any(|word| word == text::CROSS)), "{layout}");
    let bytes = half_year_form::pdf(&form(true), &pictures()).unwrap();
    keep("semester-usulan.pdf", &bytes);
    let layout = read(&bytes).unwrap();
    let crosses = layout.lines().flat_map(str::split_whitespace).filter(|word| *word == text::CROSS).count();
    // One more in the sentence that explains it.
    let rows = form(true).rows;
    let marked = |assessed| usize::from(assessed != Assessed::Empty);
    assert_eq!(crosses, 1 + rows.iter().map(|row| marked(row.behaviour) + marked(row.potential)).sum::<usize>());
    assert!(flat(&layout).contains("Juli–Desember 2026") && crosses > 1);
}

#[test]
fn a_report_is_written_whatever_is_missing() {
    let mut world = World::new(0);
    world.office = Office::default();
    let data = world.data();
    let bytes = activity::pdf(&data, Pictures::default()).unwrap();
    keep("kosong.pdf", &bytes);
    keep("kosong-pemantauan.pdf", &monitoring::pdf(&data, Pictures::default()).unwrap());
    let broken = Pictures { logo: Some(b"no picture".to_vec()), photos: vec![Some(b"no photo".to_vec())] };
    let with_broken = World::new(3).with_evidence().data();
    let file = activity::pdf(&with_broken, broken).unwrap();
    let Some(layout) = read(&bytes) else { return };
    for name in ["Nama pendamping", "NIP", "Provinsi"] {
        assert!(flat(&layout).contains(&format!("{name} : {}", text::NOTHING)), "{name}\n{layout}");
    }
    assert!(
        !flat(&layout).contains("Kendala —") && !flat(&layout).contains(text::PHOTOS),
        "no head without words: {layout}"
    );
    assert_eq!(read_raw(&file).unwrap().matches(text::PHOTO_BROKEN).count(), 3);
}

#[test]
fn long_words_names_and_questions_stay_on_the_paper() {
    let mut world = World::new(55).with_evidence();
    let question = "Bagaimana kalau anak tidak mau sekolah karena diejek temannya? ".repeat(5);
    let word = "panjang".repeat(40);
    for (field, words) in [(Field::Questions, &question), (Field::Obstacles, &word)] {
        world.fact(Fact::Told { field, text: words.trim().to_owned() });
    }
    world.group.village = "Desa ".to_owned() + &"Sukamaju".repeat(12);
    let data = world.data();
    let bytes = activity::pdf(&data, pictures()).unwrap();
    keep("panjang.pdf", &bytes);
    let Some(layout) = read(&bytes) else { return };
    assert!(flat(&layout).contains(question.trim()), "{layout}");
    let letters: String = layout.split_whitespace().collect();
    assert!(letters.contains(&word), "the word is broken, not cut: {layout}");
}

fn drafted(data: &ReportData) -> String {
    let draft = siks::draft(data);
    assert!(draft.chars().count() <= Field::Narrative.form_limit().unwrap(), "{} {draft}", draft.chars().count());
    for aspect in ["Proses: ", "Materi: ", "Partisipasi: ", "Hasil: ", "Kendala dan tindak lanjut: "] {
        assert!(draft.contains(aspect), "{aspect} in {draft}");
    }
    draft
}

#[test]
fn the_draft_covers_five_aspects_in_at_most_a_thousand_characters_and_makes_nothing_up() {
    let bare = drafted(&World::new(5).data());
    assert!(bare.contains("belum ada hasil yang dicatat") && bare.contains("tidak ada kendala yang dicatat"), "{bare}");
    let mut world = World::new(30).with_evidence();
    let full = drafted(&world.data());
    println!("{} {full}", full.chars().count());
    for words in ["jawaban benar 9 menjadi 18 dari 22 orang", "Listrik padam", "14 orang", "Kunjungan rumah"] {
        assert!(full.contains(words), "{words} in {full}");
    }
    for field in [Field::Questions, Field::Obstacles, Field::FollowUp] {
        world.fact(Fact::Told { field, text: "Kata-kata yang sangat panjang sekali. ".repeat(100).trim().to_owned() });
    }
    let cramped = drafted(&world.data());
    assert!(!cramped.contains("kata-ka "), "{cramped}");
    assert!(siks::activity_name(&world.data()).chars().count() <= Field::ActivityName.form_limit().unwrap());
    world.group.name = "x".repeat(300);
    assert!(siks::activity_name(&world.data()).chars().count() <= Field::ActivityName.form_limit().unwrap());
}

#[test]
fn signatures_never_stand_alone_on_a_leaf() {
    let leaves = |world: &World, pictures: &Pictures| {
        let data = world.data();
        let half = half_year(&world.group, &[(MeetingId(7), &world.state)], &world.office, (2026, true), true);
        [
            ("laporan", activity::leaves(&data, pictures.clone())),
            ("pemantauan", monitoring::leaves(&data, pictures.clone())),
            ("semester", half_year_form::leaves(&half, pictures)),
        ]
    };
    let mut alone = Vec::new();
    for people in 0..=60 {
        let mut world = World::new(people).with_evidence();
        // The words grow with the list, so that every length of the last section is met.
        let words = "Hujan deras. ".repeat(2 * people);
        world.fact(Fact::Told { field: Field::Obstacles, text: words.trim().to_owned() });
        for pictures in [Pictures::default(), pictures()] {
            for (name, leaves) in leaves(&world, &pictures) {
                let signed = leaves.iter().find(|leaf| leaf.svg.contains(text::FACILITATOR)).unwrap();
                // Two lines at the foot of the leaf, at most nine of the signatures.
                if signed.svg.matches("<text").count() < 12 {
                    alone.push((name, people));
                }
            }
        }
    }
    assert_eq!(alone, []);
}
