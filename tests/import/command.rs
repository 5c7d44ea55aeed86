//! The same from the command line, with the real program.

use std::process::{Command, Output};

use super::{Desk, files};

fn lembar(desk: &Desk, words: &[&str]) -> Output {
    let data = desk.dir.path();
    Command::new(env!("CARGO_BIN_EXE_lembar")).args(words).arg("--data").arg(data).current_dir(data).output().unwrap()
}

fn said(output: &Output) -> (bool, String) {
    let words = [output.stdout.as_slice(), output.stderr.as_slice()].concat();
    (output.status.success(), String::from_utf8(words).unwrap())
}

#[test]
fn import_pack_and_open_pack_say_what_they_did() {
    let (here, there) = (Desk::new(), Desk::new());
    let pdf = here.put("Gizi.pdf", files::pdf(3, false));
    let bad = here.put("catatan.txt", b"Halo");
    let (well, words) = said(&lembar(&here, &["import", pdf.to_str().unwrap(), bad.to_str().unwrap()]));
    assert!(
        well && words.contains("saya-gizi") && words.contains("3 halaman") && words.contains("catatan.txt"),
        "{words}"
    );
    let (well, words) = said(&lembar(&here, &["import", pdf.to_str().unwrap(), "--session", "saya-gizi"]));
    assert!(
        well && here.session(&"saya-gizi".into()).steps.iter().map(|s| s.pages.len()).sum::<usize>() == 6,
        "{words}"
    );
    let (well, words) = said(&lembar(&here, &["pack", "saya-gizi", "--out", "gizi.lembar"]));
    assert!(well && words.contains("Gizi"), "{words}");
    let file = here.dir.path().join("gizi.lembar");
    for expected in ["ditambahkan", "sudah ada"] {
        let (well, words) = said(&lembar(&there, &["open-pack", file.to_str().unwrap()]));
        assert!(well && words.contains(expected), "{words}");
    }
    there.assert_tidy();
    for wrong in [
        &["import"][..],
        &["import", "tidak-ada.pdf"],
        &["import", "a.pdf", "--new", "A", "--session", "b"],
        &["pack", "m1-s1", "--out", "a.lembar"],
        &["pack", "saya-gizi"],
        &["open-pack", "catatan.txt"],
    ] {
        let (well, words) = said(&lembar(&here, wrong));
        assert!(!well && words.starts_with("lembar: "), "{wrong:?}: {words}");
    }
}
