//! A small sound pack written into a temporary folder, for tests: every layout once, and files that can be spoilt.

use std::path::Path;

use tempfile::TempDir;

const PACK: &str = r#"id = "uji"
title = "Paket uji"
version = "1"
language = "id"
[[module]]
id = "m1"
title = "Pengasuhan"
"#;
const CATALOGUE: &str = r#"[[session]]
id = "m1-s1"
module = "m1"
label = "M1-S1"
title = "Menjadi Orang Tua yang Lebih Baik"
goal = "Ibu dan Ayah menjadi contoh."
[[session]]
id = "m1-s2"
module = "m1"
label = "M1-S2"
title = "Memahami Perkembangan dan Perilaku Anak"
goal = "Mengenal tahap tumbuh anak."
"#;
const PLAN: &str = r#"[[step]]
id = "pembukaan"
title = "Pembukaan"
minutes = 20
weight = 2
must = true
min_minutes = 5
role = "opening"
check = "start"
script = "Katakan: Hari ini tentang {judul}."
[[step]]
id = "inti"
title = "Inti"
minutes = 100
weight = 6
must = false
min_minutes = 10
role = "plain"
check = "end"
script = "Lakukan: Ajak berbagi cerita."
"#;
const SCENE: &str = r#"title = "Teras"
ground = "teras"
focus = [800, 600]
[[part]]
part = "orang/ibu"
at = [800, 950]
"#;
const GROUND: &str = r##"<svg viewBox="-400 0 2400 1000" data-anchor="800 1000"><rect x="-400" y="0" width="2400" height="1000" fill="#DCE9E4"/></svg>"##;
const IBU: &str = r##"<svg viewBox="0 0 200 600" data-anchor="100 600" data-colours="baju:#2A9D8F"><rect x="20" y="150" width="160" height="450" rx="60" fill="{baju}"/><circle cx="100" cy="90" r="80" fill="#8D5A3B"/></svg>"##;
const GAME: &str = r#"title = "Tepuk Nama"
kind = "energiser"
purpose = "Mencairkan suasana."
how = ["Duduk melingkar.", "Tepuk lalu sebut nama."]
seconds = 180
scene = "tenang"
words = ["Tepuk, sebut nama"]
"#;
const PAGES: [(&str, &str); 11] = [
    ("cover", "scene = \"tenang\""),
    ("message", "headline = \"Anak meniru kita\"\nwords = [\"Setiap hari\"]\nscene = \"tenang\""),
    (
        "compare",
        "headline = \"Mana contoh yang baik?\"\nwords = [\"Satu\", \"Dua\"]\nscenes = [\"tenang\", \"tenang\"]",
    ),
    (
        "steps",
        "headline = \"Cuci tangan\"\nwords = [\"Basahi\", \"Sabuni\", \"Gosok\", \"Bilas\", \"Keringkan\"]\nscene = \"tenang\"",
    ),
    ("question", "headline = \"Siapa panutan anak?\"\nscene = \"tenang\""),
    ("picture", "scene = \"tenang\""),
    (
        "story",
        "headline = \"Pagi di rumah\"\nwords = [\"Bangun\", \"Mandi\", \"Sarapan\", \"Berangkat\"]\nscenes = [\"tenang\", \"tenang\", \"tenang\", \"tenang\"]",
    ),
    ("activity", "headline = \"Ayo bermain peran!\"\ncountdown = 180\nscene = \"tenang\""),
    (
        "table",
        "headline = \"Makan bayi\"\nrows = [[\"Umur\", \"Berapa kali\"], [\"6–8 bulan\", \"2–3 kali\"], [\"9–11 bulan\", \"3–4 kali\"]]",
    ),
    (
        "summary",
        "headline = \"Pesan hari ini\"\nwords = [\"Jadi contoh\", \"Satu tim\", \"Kata baik\"]\nscene = \"tenang\"",
    ),
    ("practice", "headline = \"Satu kalimat baik\"\nwords = [\"Setiap hari\"]\nscene = \"tenang\""),
];

/// The session's file with every layout once; a fault in it is made by replacing a piece.
pub(crate) fn session() -> String {
    let mut text = "goal = \"Menjadi contoh.\"\nmaterials = [\"Kertas\"]\nbefore = []\n[home_practice]\ntext = \"Puji anak.\"\nquestion = \"Apa pujiannya?\"\n[[step]]\nid = \"pembukaan\"\n".to_owned();
    for (index, (layout, keys)) in PAGES.iter().enumerate() {
        if index == 1 {
            text.push_str("[[step]]\nid = \"inti\"\n");
        }
        let page = format!(
            "[[step.page]]\nid = \"{layout}\"\nlayout = \"{layout}\"\ntitle = \"Halaman {layout}\"\n{keys}\nscript = \"Katakan: {layout}.\"\n"
        );
        text.push_str(&page);
    }
    text
}

/// The first session's learning material with as few questions of each kind as are good.
pub(crate) fn learn() -> String {
    let question = "[[question]]\nask = \"Apa dulu?\"\nchoices = [\"Salah\", \"Benar\", \"Bukan\"]\nanswer = 2\nwhy = \"Karena.\"\nsource = [\"kia\"]\n";
    let faq = "[[faq]]\nask = \"Mengapa?\"\nanswer = \"Sebab anak meniru.\"\n";
    let check = "[[check]]\nask = \"Mana yang baik?\"\nheadline = \"Mana yang baik?\"\nbecause = \"Anak ikut tenang\"\nscenes = [\"tenang\", \"tenang\"]\nchoices = [\"Tenang dulu\", \"Bertengkar\"]\nanswer = 1\nwhy = \"Tenang dulu.\"\nscript = \"\"\"\nTanyakan: Mengapa?\nKalau diam: Tunggu.\n\"\"\"\n";
    let head = "background = \"\"\"\nParagraf satu,\ndua baris.\n\nParagraf dua.\n\"\"\"\nbackground_source = [\"kia\"]\ntechnique = \"bermain-peran\"\ntechnique_note = \"Mainkan dua kali.\"\n";
    [head.to_owned(), question.repeat(8), faq.repeat(5), check.repeat(2)].concat()
}

/// Writes the pack.
pub(crate) fn pack() -> TempDir {
    let dir = TempDir::new().unwrap();
    for (file, text) in [
        ("pack.toml", PACK),
        ("catalogue.toml", CATALOGUE),
        ("plan.toml", PLAN),
        ("demo.toml", "group = \"Kelompok Uji\"\nplace = \"Balai\"\nnames = [\"Siti\", \"Rahma\"]\n"),
        (
            "sources.toml",
            "[[source]]\nid = \"kia\"\ntitle = \"Buku KIA\"\npublisher = \"Kemenkes\"\nyear = 2024\nsays = \"…\"\n",
        ),
        ("scenes/tenang.toml", SCENE),
        ("parts/ground/teras.svg", GROUND),
        ("parts/orang/ibu.svg", IBU),
        ("games/tepuk-nama.toml", GAME),
        ("sessions/m1-s1/session.toml", &session()),
        ("sessions/m1-s1/learn.toml", &learn()),
    ] {
        write(dir.path(), file, text);
    }
    dir
}

/// Writes one file of a pack, with its folders.
pub(crate) fn write(dir: &Path, file: &str, text: impl AsRef<[u8]>) {
    let path = dir.join(file);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}
