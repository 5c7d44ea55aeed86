//! Sessions on their way to another laptop: they arrive whole, and nothing else gets in.

use std::fs;

use lembar::pack::archive::{self, ArchiveError, Opened};

use super::{Desk, files};

const MANIFEST: &str = "format = 1\ntitle = \"Kiriman\"\ngoal = \"Belajar.\"\n";
const SESSION: &str = "[[step]]\nid = \"inti-1\"\nminutes = 120\n[[step.page]]\nid = \"a\"\ntitle = \"A\"\nlayout = \"photo\"\nfile = \"a.jpg\"\n";

/// A packed session as it should be, piece by piece.
fn parts(photo: &[u8]) -> Vec<(String, Vec<u8>)> {
    let list = format!(
        "{MANIFEST}[[file]]\nname = \"session.toml\"\nbytes = {}\n[[file]]\nname = \"a.jpg\"\nbytes = {}\n",
        SESSION.len(),
        photo.len()
    );
    vec![
        ("lembar.toml".to_owned(), list.into_bytes()),
        ("sesi/session.toml".to_owned(), SESSION.as_bytes().to_vec()),
        ("sesi/a.jpg".to_owned(), photo.to_vec()),
    ]
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    files::zip(&parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}

fn opened(desk: &Desk, bytes: &[u8]) -> Result<Opened, ArchiveError> {
    let file = desk.put("kiriman.lembar", bytes);
    archive::open(&desk.pack(), &desk.own(), &file, &mut |_| true)
}

#[test]
fn a_session_travels_and_arrives_the_same() {
    let (here, there) = (Desk::new(), Desk::new());
    let paths = [
        here.put("a.pdf", files::pdf(3, false)),
        here.put("b.jpg", files::jpeg(80, 60, Some(6))),
        here.put("c.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0"),
        here.put("c.srt", "1\n00:00:01,000 --> 00:00:02,000\nHalo\n"),
    ];
    let id = here.import(&paths, "Gizi ibu");
    let file = here.dir.path().join("gizi.lembar");
    archive::write(&here.pack(), &id, &file, &mut |_| true).unwrap();
    let open = || archive::open(&there.pack(), &there.own(), &file, &mut |_| true).unwrap();
    assert_eq!(open(), Opened::New(id.clone()));
    assert_eq!(there.session(&id), here.session(&id));
    for entry in fs::read_dir(here.pack().folder(&id)).unwrap().flatten() {
        let arrived = there.pack().folder(&id).join(entry.file_name());
        assert_eq!(fs::read(entry.path()).unwrap(), fs::read(arrived).unwrap(), "{:?}", entry.file_name());
    }
    there.assert_tidy();
    // A second time nothing changes; a changed one comes beside it.
    assert_eq!(open(), Opened::Same(id.clone()));
    let own = there.pack().folder(&id).join("session.toml");
    fs::write(&own, fs::read_to_string(&own).unwrap() + "# naskah saya\n").unwrap();
    assert_eq!(open(), Opened::New("saya-gizi-ibu-2".into()));
    assert!(fs::read_to_string(&own).unwrap().ends_with("# naskah saya\n"));
    there.assert_tidy();
}

#[test]
fn only_whole_own_sessions_are_packed() {
    let desk = Desk::new();
    let id = desk.import(&[desk.put("a.pdf", files::pdf(1, false))], "Gizi");
    let write =
        |id: &str, name: &str| archive::write(&desk.pack(), &id.into(), &desk.dir.path().join(name), &mut |_| true);
    assert!(matches!(write("m1-s1", "a.lembar"), Err(ArchiveError::Shipped(_))));
    assert!(matches!(write("entah", "a.lembar"), Err(ArchiveError::NoSession(_))));
    assert!(matches!(write(id.as_str(), "surat.docx"), Err(ArchiveError::Ending)));
    fs::remove_file(desk.pack().folder(&id).join("a.pdf")).unwrap();
    assert!(matches!(write(id.as_str(), "a.lembar"), Err(ArchiveError::Missing(name)) if name == "a.pdf"));
    assert!(!desk.dir.path().join("a.lembar").exists());
}

#[test]
fn whatever_is_wrong_with_a_file_is_one_sentence_and_changes_nothing() {
    let desk = Desk::new();
    let photo = files::jpeg(40, 30, None);
    let sound = parts(&photo);
    let bomb = vec![0; 8 << 20];
    let listed = |extra: &str| {
        let mut all = sound.clone();
        all[0].1.extend_from_slice(extra.as_bytes());
        all
    };
    let with = |mut all: Vec<(String, Vec<u8>)>, name: &str, bytes: &[u8]| {
        all.push((name.to_owned(), bytes.to_vec()));
        all
    };
    let entry = |name: &str, bytes: usize| format!("[[file]]\nname = '{name}'\nbytes = {bytes}\n");
    let mut cases: Vec<(&str, Vec<u8>)> = vec![
        ("no zip", b"Halo".to_vec()),
        ("empty", Vec::new()),
        ("no manifest", zipped(&sound[1..])),
        ("missing photo", zipped(&sound[..2])),
        ("missing session", zipped(&[sound[0].clone(), sound[2].clone()])),
        ("unlisted file", zipped(&with(sound.clone(), "sesi/b.jpg", &photo))),
        ("program", zipped(&with(listed(&entry("b.exe", 1)), "sesi/b.exe", b"x"))),
        ("bomb", zipped(&with(listed(&entry("b.mp4", bomb.len())), "sesi/b.mp4", &bomb))),
        ("overflow", zipped(&listed(&entry("b.mp4", usize::MAX >> 1)))),
        ("wrong size", zipped(&with(listed(&entry("b.srt", 3)), "sesi/b.srt", b"more than three"))),
        ("newer", zipped(&[("lembar.toml".to_owned(), b"format = 2\nnew = true\n".to_vec())])),
        ("photo bomb", zipped(&parts(&files::huge_png(50_000, 50_000)))),
        ("no photo at all", zipped(&parts(b"Halo"))),
        ("many", {
            let names: Vec<String> = (0..2500).map(|number| format!("sesi/{number}.srt")).collect();
            zipped(&names.into_iter().map(|name| (name, Vec::new())).collect::<Vec<_>>())
        }),
    ];
    for name in [
        "../luar.jpg",
        "a/../../luar.jpg",
        "/etc/luar.jpg",
        "C:\\luar.jpg",
        "..\\luar.jpg",
        ".luar.jpg",
        "con.jpg",
        "A.JPG",
    ] {
        cases.push((name, zipped(&with(listed(&entry(name, photo.len())), &format!("sesi/{name}"), &photo))));
        cases.push((name, zipped(&with(sound.clone(), name, &photo))));
    }
    let whole = zipped(&sound);
    for length in (0..whole.len()).step_by(whole.len() / 17) {
        cases.push(("cut off", whole[..length].to_vec()));
    }
    for (name, bytes) in cases {
        let error = opened(&desk, &bytes).expect_err(name);
        let sentence = error.sentence();
        assert!(sentence.ends_with('.') && sentence.len() > 20, "{name}: {sentence}");
        desk.assert_tidy();
        assert!(!desk.own().join("sessions").exists(), "{name}");
    }
    let outside: Vec<_> = fs::read_dir(desk.dir.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(outside.len(), 2, "only downloads and the own folder: {outside:?}");
    // The same file as it should be is welcome.
    assert_eq!(opened(&desk, &whole).unwrap(), Opened::New("saya-kiriman".into()));
    desk.assert_tidy();
}

#[test]
fn flipped_bytes_never_crash() {
    let desk = Desk::new();
    let whole = zipped(&parts(&files::jpeg(40, 30, None)));
    for at in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x55;
        if let Err(error) = opened(&desk, &bytes) {
            assert!(error.sentence().ends_with('.'));
        }
    }
    let left = fs::read_dir(desk.own()).unwrap().flatten().map(|entry| entry.file_name());
    assert_eq!(left.filter(|name| name.to_string_lossy().starts_with('.')).count(), 0);
}
