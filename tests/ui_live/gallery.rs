//! Every live screen with the real content, as pictures for people to look at: `cargo test --test ui_live gallery -- --ignored`.
//! They land in `target/…/tmp/gallery`.

use std::{path::Path, sync::Arc, time::Duration};

use lembar::{
    engine::{
        attendance::Status,
        command::Command,
        event::{Cover, Place},
        scene::PictureKey,
        time::{DayMinute, Ms},
    },
    media::pictures::Pictures,
    ui::{
        intent::{Overlay, Screen},
        view::RollField,
    },
};

use crate::{
    fixture,
    world::{Opening, World, last_meeting},
};

fn real(members: usize) -> World {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let pack = lembar::pack::load(&root);
    let session = pack.sessions[0].clone();
    let games = pack.games.clone();
    let names = if members == 24 { pack.demo.names.clone() } else { fixture::names(members) };
    let pictures = Pictures::spawn(Arc::new(pack), |_| {}).unwrap();
    let painter = move |key: &PictureKey| {
        pictures.request(key);
        while !pictures.is_impossible(key) {
            if let Some((_, picture)) = pictures.finished().into_iter().find(|(made, _)| made == key) {
                return Some(picture.rgba);
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        None
    };
    let opening = Opening {
        members: names,
        start: Some(DayMinute(9 * 60)),
        end: Some(DayMinute(11 * 60)),
        last: Some(last_meeting()),
    };
    World::open(session, games, &opening, Box::new(painter))
}

/// In the middle of Inti 1, six minutes late.
fn late() -> World {
    let mut world = real(24);
    world.start().at(11.0).step(1).at(23.5).step(2).at(36.2).step(3).at(38.0).run(Command::Next).at(45.7);
    world
}

fn with(mut world: World, change: impl FnOnce(&mut World)) -> World {
    change(&mut world);
    world
}

type Scene = (&'static str, fn() -> World);

const SCENES: &[Scene] = &[
    ("01-menunggu", || real(24)),
    ("02-terlambat-mulai", || {
        with(real(24), |w| {
            w.at(25.0);
            w.overlay = Some(Overlay::LateStart);
        })
    }),
    ("03-pembukaan", || {
        with(real(24), |w| {
            w.start().at(3.0);
        })
    }),
    ("04-tinjau-ulang", || {
        with(real(24), |w| {
            w.start().at(9.5).step(1).at(12.0);
        })
    }),
    ("05-inti-terlambat", late),
    ("06-amber", || {
        with(real(24), |w| {
            w.start().at(8.4);
        })
    }),
    ("07-merah-lewat", || {
        with(real(24), |w| {
            w.start().at(12.6);
            w.rejection = Some("Ini sudah halaman pertama.".into());
        })
    }),
    ("08-hitam", || {
        with(late(), |w| {
            w.run(Command::ToggleCover(Cover::Black));
        })
    }),
    ("09-beku", || {
        with(late(), |w| {
            w.run(Command::ToggleFreeze).run(Command::Next);
            w.echo = Some("Halaman berikutnya".into());
        })
    }),
    ("10-kunjungan", || {
        with(late(), |w| {
            w.run(Command::Visit(Place { step: 6, page: 0 }));
        })
    }),
    ("11-permainan", || {
        with(late(), |w| {
            let game = w.games[1].id.clone();
            w.run(Command::StartGame(game)).run(Command::StartCountdown(Ms::minutes(5))).at(47.1);
        })
    }),
    ("12-langkah-terpilih", || with(late(), |w| w.drafts.step = Some(6))),
    ("13-dijeda", || {
        with(late(), |w| {
            w.run(Command::TogglePause).at(48.0);
        })
    }),
    ("14-penutup", || {
        with(late(), |w| {
            w.at(100.0).step(9).at(104.0);
        })
    }),
    ("15-gelap", || with(late(), |w| w.dark = true)),
    ("20-semua-halaman", || with(late(), |w| w.overlay = Some(Overlay::Overview))),
    ("21-ke-halaman", || {
        with(late(), |w| {
            w.drafts.go_to = "12".into();
            w.overlay = Some(Overlay::GoTo);
        })
    }),
    ("22-pangkas", || with(late(), |w| w.overlay = Some(Overlay::CutList))),
    ("23-hitung-mundur", || with(late(), |w| w.overlay = Some(Overlay::Countdown))),
    ("24-hitung-mundur-jalan", || {
        with(late(), |w| {
            w.run(Command::StartCountdown(Ms::minutes(5))).at(47.1);
            w.overlay = Some(Overlay::Countdown);
        })
    }),
    ("25-pilih-permainan", || with(late(), |w| w.overlay = Some(Overlay::Games))),
    ("26-catatan", || {
        with(late(), |w| {
            w.run(Command::AddNote("Bu Tuminah bertanya soal KIP anak kedua, jawab bulan depan.".into())).at(47.0);
            w.run(Command::AddNote("Kunjungi keluarga Ibu Ester minggu ini.".into()));
            w.overlay = Some(Overlay::Note);
        })
    }),
    ("27-hitung-kepala", || {
        with(late(), |w| {
            w.run(Command::CountHeads(22));
            w.overlay = Some(Overlay::HeadCount);
        })
    }),
    ("28-bantuan", || with(late(), |w| w.overlay = Some(Overlay::Help))),
    ("29-mulai-tadi", || with(late(), |w| w.overlay = Some(Overlay::CorrectStart))),
    ("30-keluar", || with(late(), |w| w.overlay = Some(Overlay::Leave))),
    ("31-gelap-pangkas", || {
        with(late(), |w| {
            w.dark = true;
            w.overlay = Some(Overlay::CutList);
        })
    }),
    ("40-hadir-24", || with(real(24), |w| attendance(w, 13))),
    ("41-hadir-55", || with(real(55), |w| attendance(w, 31))),
    ("42-hadir-mengetik", || {
        with(real(55), |w| {
            attendance(w, 31);
            w.roll.typed = "17".into();
        })
    }),
    ("43-hadir-cari", || {
        with(real(55), |w| {
            attendance(w, 31);
            w.roll.open = Some(RollField::Search);
            w.roll.row = 1;
            w.drafts.search = "ro".into();
        })
    }),
    ("44-hadir-tamu", || {
        with(real(24), |w| {
            attendance(w, 24);
            w.run(Command::AddWalkIn("Ibu Marlina (mertua Bu Siti)".into()));
            w.roll.row = 24;
            w.roll.open = Some(RollField::WalkIn);
        })
    }),
    ("45-hadir-gelap", || {
        with(real(24), |w| {
            attendance(w, 20);
            w.dark = true;
        })
    }),
];

fn attendance(w: &mut World, marked: usize) {
    w.start().at(100.0).step(9).at(104.0);
    for row in 0..marked {
        let status = match row % 11 {
            3 => Status::Sick,
            6 => Status::Excused,
            9 => Status::Absent,
            _ => Status::Present,
        };
        w.mark(row, status);
    }
    w.durable = w.state.seq - 1;
    w.roll.row = marked.min(w.state.roll.len() - 1);
    w.screen = Screen::Attendance;
}

const STAGE: &[Scene] = &[
    ("50-layar", late),
    ("51-layar-hitung-mundur", || {
        with(late(), |w| {
            w.run(Command::StartCountdown(Ms::minutes(5))).at(47.1);
        })
    }),
    ("52-layar-habis", || {
        with(late(), |w| {
            w.run(Command::StartCountdown(Ms::minutes(1))).at(47.1);
        })
    }),
    ("53-layar-permainan", || {
        with(late(), |w| {
            let game = w.games[1].id.clone();
            w.run(Command::StartGame(game)).run(Command::StartCountdown(Ms::minutes(5))).at(49.3);
        })
    }),
];

#[test]
#[ignore = "writes pictures for people to look at"]
fn gallery() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery");
    std::fs::create_dir_all(&folder).unwrap();
    let wanted = std::env::var("SCENE").unwrap_or_default();
    for (name, make) in SCENES.iter().filter(|(name, _)| name.contains(&wanted)) {
        for (size, stage) in
            [([1366.0, 768.0], (1280, 720)), ([1024.0, 600.0], (1024, 768)), ([960.0, 540.0], (800, 600))]
        {
            let mut world = make();
            world.stage_size = stage;
            let mut harness = world.console(size);
            harness.run_ok();
            harness.run_ok();
            let file = folder.join(format!("{name}-{}.png", size[0]));
            harness.render().unwrap().save(file).unwrap();
        }
    }
    for (name, make) in STAGE.iter().filter(|(name, _)| name.contains(&wanted)) {
        for size in [[1280.0, 720.0], [800.0, 600.0]] {
            let mut harness = make().stage(size);
            harness.run_ok();
            harness.render().unwrap().save(folder.join(format!("{name}-{}.png", size[0]))).unwrap();
        }
    }
}
