//! A made-up session, names and pictures: nothing here changes when the content does.

use lembar::engine::{
    history::LastMeeting,
    ids::{GameId, PageId, SessionId, StepId},
    scene::{Base, PictureKey},
    session::{Game, GameKind, Module, Page, Role, ScriptBlock, ScriptKind, Session, Step},
    time::DayMinute,
};

use crate::world::{Opening, Painter, World};

fn block(kind: ScriptKind, text: &str, when: &str) -> ScriptBlock {
    ScriptBlock { kind, text: text.into(), when: when.into() }
}

/// One block of every kind.
fn script() -> Vec<ScriptBlock> {
    vec![
        block(ScriptKind::Do, "Diam dulu sepuluh hitungan. Biarkan ibu-ibu melihat gambar.", ""),
        block(ScriptKind::Ask, "Apa yang Ibu lihat? Siapa sedang apa?", ""),
        block(ScriptKind::Expect, "Anaknya ikut-ikutan orang tuanya.\nSeperti anak saya di rumah.", ""),
        block(ScriptKind::Say, "Anak kecil belum mengerti nasihat panjang. Tetapi matanya selalu melihat kita.", ""),
        block(ScriptKind::Stress, "Anak lebih banyak meniru perbuatan kita daripada menuruti nasihat kita.", ""),
        block(ScriptKind::If, "Ceritakan pengalaman Anda dulu.", "ibu-ibu diam"),
    ]
}

fn page(id: &str, title: &str) -> Page {
    Page { id: PageId::from(id), title: title.into(), countdown_s: None, clip: None, script: script() }
}

/// Ten steps, 120 minutes.
pub(crate) fn session() -> Session {
    let step = |id: &str, title: &str, minutes: u16, weight: u8, must: bool, role: Role, pages: Vec<Page>| Step {
        id: StepId::from(id),
        title: title.into(),
        minutes,
        weight,
        must,
        min_minutes: minutes.div_ceil(2),
        role,
        check: None,
        script: vec![block(ScriptKind::Say, "Ini kata-kata untuk langkah tanpa halaman.", "")],
        pages,
    };
    let activity = Page { countdown_s: Some(480), ..page("kelompok", "Bicara dalam kelompok kecil") };
    Session {
        id: SessionId::from("m1-s1"),
        module: Module::M1,
        module_title: "Pengasuhan dan Pendidikan Anak".into(),
        label: "M1-S1".into(),
        title: "Menjadi Orang Tua yang Lebih Baik".into(),
        goal: "Ibu dan ayah menjadi contoh yang baik.".into(),
        outline_only: false,
        materials: vec!["Lembar balik dan Buku Pintar".into(), "Kertas, satu lembar untuk setiap ibu".into()],
        before: vec!["Undang suami ibu-ibu lewat ketua kelompok.".into()],
        home_practice: "Satu kalimat baik setiap hari.".into(),
        home_question: "Kalimat baik apa yang Ibu ucapkan?".into(),
        handouts: Vec::new(),
        learn: None,
        steps: vec![
            step(
                "pembukaan",
                "Pembukaan",
                10,
                2,
                true,
                Role::Opening,
                vec![page("sampul", "Menjadi orang tua"), page("yel", "Yel kita")],
            ),
            step("tinjau-ulang", "Tinjau ulang dan praktik di rumah", 10, 3, true, Role::Recall, vec![]),
            step(
                "tujuan",
                "Tujuan dan pertanyaan pembuka",
                10,
                3,
                false,
                Role::Plain,
                vec![page("bangga", "Apa yang membuat Ibu bangga?")],
            ),
            step(
                "inti-1",
                "Inti 1: orang tua adalah contoh",
                25,
                10,
                true,
                Role::Plain,
                vec![
                    page("lihat", "Apa yang terjadi di gambar ini?"),
                    page("tiru", "Yang baik ditiru, yang buruk juga"),
                ],
            ),
            step("ice-breaker", "Permainan penyegar", 5, 1, false, Role::IceBreaker, vec![]),
            step("inti-2", "Inti 2: diskusi kelompok dan bermain peran", 25, 10, true, Role::Plain, vec![activity]),
            step("inti-3", "Inti 3: praktik", 10, 5, false, Role::Plain, vec![page("praktik", "Kalimat baik")]),
            step(
                "rangkuman",
                "Rangkuman dan cek pemahaman",
                10,
                3,
                true,
                Role::Plain,
                vec![page("rangkum", "Yang kita ingat")],
            ),
            step("rencana-aksi", "Rencana aksi", 5, 1, true, Role::Plain, vec![page("rencana", "Bulan ini")]),
            step(
                "penutup",
                "Info PKH, daftar hadir, dan penutup",
                10,
                2,
                true,
                Role::Closing,
                vec![page("terima-kasih", "Terima kasih")],
            ),
        ],
    }
}

/// Three games.
pub(crate) fn games() -> Vec<Game> {
    let game = |id: &str, title: &str, kind, seconds| Game {
        id: GameId::from(id),
        title: title.into(),
        kind,
        purpose: "Menghidupkan suasana setelah lama duduk.".into(),
        how: vec!["Beri contoh dulu.".into(), "Yang menebak benar mendapat giliran.".into()],
        seconds,
        sound: None,
    };
    vec![
        game("napas", "Napas tenang", GameKind::Calming, 180),
        game("gerak", "Tebak gerakku", GameKind::Energiser, 300),
        game("tepuk", "Tepuk keliling", GameKind::Energiser, 240),
    ]
}

/// Invented names, as many as wanted.
pub(crate) fn names(count: usize) -> Vec<String> {
    const FIRST: [&str; 12] = [
        "Siti",
        "Ni Wayan",
        "Butet",
        "Maria Goreti",
        "Nurjannah",
        "Yuliana",
        "Tuminah",
        "Euis",
        "Ester",
        "Halimatussakdiah",
        "Rambu Ana",
        "Waode",
    ];
    const LAST: [&str; 11] = [
        "Rohayati",
        "Sukerti",
        "Simanjuntak",
        "Bria",
        "Daeng Bau",
        "Wenda",
        "Kartikasari",
        "Rumbiak",
        "Norsiah",
        "Lahagu",
        "Tumbelaka",
    ];
    (0..count).map(|i| format!("{} {}", FIRST[i % FIRST.len()], LAST[i % LAST.len()])).collect()
}

/// What the bands are painted with.
const COLOURS: [[u8; 3]; 5] =
    [[0x2A, 0x9D, 0x8F], [0xE7, 0x6F, 0x51], [0x26, 0x46, 0x53], [0xE9, 0xC4, 0x6A], [0x84, 0x3C, 0x78]];

/// Flat pictures that differ by what they show: a band of colour on paper.
pub(crate) fn painter() -> Painter {
    Box::new(|key: &PictureKey| {
        let seed = format!("{:?}", key.base).bytes().fold(17_u32, |hash, byte| hash.wrapping_mul(31) ^ u32::from(byte));
        let colour = COLOURS[seed as usize % COLOURS.len()];
        let mut rgba = Vec::with_capacity((key.width * key.height * 4) as usize);
        for y in 0..key.height {
            for x in 0..key.width {
                let inside =
                    x * 10 > key.width && x * 10 < key.width * 9 && y * 4 > key.height && y * 4 < key.height * 3;
                let paper = [0xFB, 0xF6, 0xEC];
                let [r, g, b] = if inside && !matches!(key.base, Base::Calm) { colour } else { paper };
                rgba.extend([r, g, b, 255]);
            }
        }
        Some(rgba)
    })
}

/// A meeting of 24 that has not begun; agreed from 9 to 11.
pub(crate) fn world() -> World {
    with_members(24)
}

/// The same with another number of members.
pub(crate) fn with_members(count: usize) -> World {
    open(count, Some(crate::world::last_meeting()))
}

/// The same for a group that never met before.
pub(crate) fn first_meeting() -> World {
    open(24, None)
}

/// The same with another session.
pub(crate) fn world_of(session: Session) -> World {
    open_with(session, 24, Some(crate::world::last_meeting()))
}

fn open(count: usize, last: Option<LastMeeting>) -> World {
    open_with(session(), count, last)
}

fn open_with(session: Session, count: usize, last: Option<LastMeeting>) -> World {
    let opening =
        Opening { members: names(count), start: Some(DayMinute(9 * 60)), end: Some(DayMinute(11 * 60)), last };
    World::open(session, games(), &opening, painter())
}
