//! A group's first meeting: introductions and agreements where later meetings look back.

use egui_kittest::kittest::Queryable as _;
use lembar::{engine::session::ScriptKind, text::deliver as text};

use crate::{
    fixture,
    world::{LARGE, World},
};

fn second_step(mut world: World) -> World {
    world.start().at(10.0).step(1);
    world
}

#[test]
fn its_second_step_is_for_introductions_and_says_nothing_of_last_month() {
    let harness = second_step(fixture::first_meeting()).console(LARGE);
    harness.get_by_label("Sedang tampil: Perkenalan dan kesepakatan. Tekan untuk halaman berikutnya");
    harness.get_by_label("Langkah 2: Perkenalan dan kesepakatan, 10 menit, sedang berjalan");
    for words in [text::FIRST_SAY, text::FIRST_ASK, text::FIRST_DO, text::FIRST_AGREE] {
        harness.get_by_label(words);
    }
    for agreement in ["Datang tepat waktu.", "Cerita orang lain tidak dibawa keluar."] {
        harness.get_by_label(agreement);
    }
    assert!(harness.query_by_label_contains("Bulan lalu").is_none());
    assert!(harness.query_by_label("Ini kata-kata untuk langkah tanpa halaman.").is_none(), "the recall's own script");
}

#[test]
fn a_later_meeting_looks_back_first_and_then_follows_the_session() {
    let harness = second_step(fixture::world()).console(LARGE);
    harness.get_by_label("Langkah 2: Tinjau ulang dan praktik di rumah, 10 menit, sedang berjalan");
    assert!(harness.query_by_label(text::FIRST_SAY).is_none());
    let top = |words: &str| harness.get_by_label_contains(words).rect().top();
    let order = [
        top("Bulan lalu kita belajar"),
        top("Praktik di rumah yang disepakati"),
        top("Apa yang Ibu puji dari anak bulan ini?"),
        top("Ini kata-kata untuk langkah tanpa halaman."),
    ];
    assert!(order.is_sorted(), "{order:?}");
    harness.get_by_label_contains(text::script_kind(ScriptKind::Do));
}
