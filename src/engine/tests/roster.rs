//! Pasted names.

use super::super::roster::{MAX_NAME_CHARS, names_from_text};

#[track_caller]
fn check(text: &str, names: &[&str]) {
    assert_eq!(names_from_text(text), names);
}

#[test]
fn plain_lists() {
    check("Siti\nRina\n", &["Siti", "Rina"]);
    check("  Siti   Aminah \r\n\r\n\u{feff}Rina\nSiti Aminah\n", &["Siti Aminah", "Rina"]);
    check(
        "1. Siti\n2) Rina\n- Ani\n• Wati\n(5) Yuni\n6 Tuti\n07.Sri\n(alm) Budi",
        &["Siti", "Rina", "Ani", "Wati", "Yuni", "Tuti", "Sri", "(alm) Budi"],
    );
    check("12.\n-\n3201012345678901\n   \n", &[]);
    check("Siti Aminah, S.Pd\nNur'aini\nDe-Wi", &["Siti Aminah, S.Pd", "Nur'aini", "De-Wi"]);
    check("", &[]);
}

#[test]
fn rows_from_a_spreadsheet() {
    check("1\tSiti\t3201012345678901\tRT 02\n2\tRina\t3201012345678902\tRT 03", &["Siti", "Rina"]);
    check("No\tNIK\tNama KPM\n1\t3201012345678901\tSiti\n2\t3201012345678902\tRina", &["Siti", "Rina"]);
    check("Desa\tNama\nSukamaju\tSiti\n\tRina", &["Siti", "Rina"]);
    check("no;nama;alamat\n1;Siti;Jl. Mawar\n2;Rina;", &["Siti", "Rina"]);
    check("1,Siti,Jl. Mawar\n2,\"Rina, S.Pd\",Jl. Melati", &["Siti", "Rina, S.Pd"]);
    check("Nama\nSiti", &["Siti"]);
    check("1. Siti\tRT 1", &["Siti"]);
}

#[test]
fn over_long_names_are_cut_and_nothing_breaks_inside_a_letter() {
    let names = names_from_text(&"é".repeat(MAX_NAME_CHARS + 5));
    assert_eq!(names, ["é".repeat(MAX_NAME_CHARS)]);
}
