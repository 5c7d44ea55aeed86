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

/// A disk with no room left: the real program on a small disk of its own, or, where none may be made, with files held to a size.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_nothing_behind_and_says_so() {
    let desk = Desk::new();
    let mut bytes = files::pdf(3, false);
    bytes.extend(std::iter::repeat_n(b'%', 6 << 20));
    let pdf = desk.put("Gizi.pdf", bytes);
    let data = desk.dir.path().join("disk");
    std::fs::create_dir(&data).unwrap();
    let run = |script: &str| {
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh", env!("CARGO_BIN_EXE_lembar"), pdf.to_str().unwrap(), data.to_str().unwrap()]);
        let output = command.output().unwrap();
        [output.stdout, output.stderr].map(|words| String::from_utf8(words).unwrap())
    };
    // What is left is listed at once: the small disk goes with its namespace.
    let import = "\"$1\" import \"$2\" --data \"$3\"; echo code $?; find \"$3/isi\" -type f -o -name '.sementara*'";
    let small = format!(
        "unshare -rm true 2>/dev/null || exit 9; export import='{}'; exec unshare -rm sh -c '\
        mount -t tmpfs -o size=2m lembar \"$3\" || exit 9; eval \"$import\"' sh \"$1\" \"$2\" \"$3\"",
        import.replace('\'', "'\\''")
    );
    let limited = format!("trap '' XFSZ; ulimit -f 2048; {import}");
    let mut tried = 0;
    for (script, why) in [(small, "penuh"), (limited, "terlalu besar")] {
        let [told, complaint] = run(&script);
        if told.is_empty() {
            eprintln!("no disk of its own may be made here: {complaint}");
            continue;
        }
        tried += 1;
        assert_eq!(told, "code 1\n", "{complaint}");
        assert!(complaint.contains(why) && complaint.contains("Tidak ada yang dibuat"), "{complaint}");
    }
    assert!(tried > 0);
}
