//! Presentations through LibreOffice. It is not installed where the tests run: a script called `soffice` on the search path stands in for it.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

use super::{Desk, files};

/// A `soffice` that notes how it was called and then does as `script` says; `$out` is the folder asked for, `$name` the PDF expected in it.
fn soffice(desk: &Desk, script: &str) -> std::path::PathBuf {
    let begins = format!(
        "#!/bin/sh\necho \"$@\" > {}\nwhile [ \"$1\" != --outdir ]; do shift; done\nout=$2\nname=$(basename \"${{3%.*}}\").pdf\n",
        desk.dir.path().join("dipanggil").display()
    );
    let path = files::put(&desk.dir.path().join("program"), "soffice", begins + script);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path
}

fn import(desk: &Desk, file: &Path) -> Output {
    let (data, programs) = (desk.dir.path(), desk.dir.path().join("program"));
    Command::new(env!("CARGO_BIN_EXE_lembar"))
        .args(["import", file.to_str().unwrap(), "--data", data.to_str().unwrap()])
        .env("PATH", format!("{}:/usr/bin:/bin", programs.display()))
        .current_dir(data)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8([output.stdout.as_slice(), output.stderr.as_slice()].concat()).unwrap()
}

#[test]
fn a_presentation_becomes_a_session_page_by_page() {
    for name in ["Gizi Ibu.pptx", "Gizi Ibu.odp"] {
        let desk = Desk::new();
        let slides = desk.put(name, b"PK\x03\x04 slides");
        let pdf = files::put(desk.dir.path(), "hasil.pdf", files::pdf(4, false));
        soffice(&desk, &format!("cp {} \"$out/$name\"", pdf.display()));
        let output = import(&desk, &slides);
        assert!(output.status.success(), "{}", said(&output));
        let session = desk.session(&"saya-gizi-ibu".into());
        assert_eq!(session.steps.iter().map(|step| step.pages.len()).sum::<usize>(), 4);
        let called = fs::read_to_string(desk.dir.path().join("dipanggil")).unwrap();
        assert!(called.contains("--headless") && called.contains("--convert-to pdf"), "{called}");
        assert!(called.contains("-env:UserInstallation=file:///"), "{called}");
        desk.assert_tidy();
    }
}

#[test]
fn what_libreoffice_cannot_do_is_said_with_the_way_out() {
    for script in ["exit 77", "exit 0", "printf rubbish > \"$out/$name\""] {
        let desk = Desk::new();
        let slides = desk.put("Gizi.pptx", b"PK\x03\x04 slides");
        soffice(&desk, script);
        let output = import(&desk, &slides);
        let words = said(&output);
        assert!(!output.status.success() && words.contains("Gizi.pptx"), "{script}: {words}");
        desk.assert_tidy();
    }
    let desk = Desk::new();
    let slides = desk.put("Gizi.pptx", b"PK\x03\x04 slides");
    let output = import(&desk, &slides);
    let words = said(&output);
    assert!(!output.status.success() && words.contains("tidak terpasang") && words.contains("PDF"), "{words}");
}
