//! Data dan salinan: what each press asks for, what waits while something is done, by the names screen readers hear.

use egui::accesskit::Role;
use egui_kittest::{Harness, kittest::Queryable};
use lembar::{
    text::{data as text, overview},
    ui::intent::{DataKey, Intent, Screen},
};

use crate::world::{Kept, World};

fn screen(data: Kept) -> Harness<'static, World> {
    let mut world = World::busy();
    world.screen = Screen::Data;
    world.data = Some(data);
    world.open(1366.0, 768.0)
}

fn press(harness: &mut Harness<'_, World>, name: &str) {
    harness.get_by_role_and_label(Role::Button, name).scroll_to_me();
    harness.run_steps(4);
    harness.get_by_role_and_label(Role::Button, name).click();
    harness.run_steps(4);
}

fn asked(harness: &mut Harness<'_, World>) -> Vec<Intent> {
    std::mem::take(&mut harness.state_mut().asked)
}

#[test]
fn everything_about_the_data_is_asked_for_by_name() {
    let mut world = World::busy();
    world.screen = Screen::Home;
    let mut home = world.open(1366.0, 768.0);
    press(&mut home, overview::MORE);
    press(&mut home, text::TITLE);
    assert_eq!(asked(&mut home), [Intent::Go(Screen::Data)]);

    let day = "Jumat, 20 November 2026";
    let mut harness = screen(Kept { days: vec![day.to_owned()], ..Kept::default() });
    harness.get_by_label(text::PRIVATE);
    harness.get_by_label(&text::daily(1));
    for (name, key) in [
        (text::COPY, DataKey::Copy),
        (text::RESTORE, DataKey::Restore),
        (text::EARLIER, DataKey::Month(-1)),
        (text::RECAP, DataKey::Recap),
        (text::CSV, DataKey::Csv),
        (&text::use_copy(day), DataKey::RestoreDaily(0)),
    ] {
        press(&mut harness, name);
        assert_eq!(asked(&mut harness), [Intent::Data(key)], "{name}");
    }
    press(&mut harness, text::LATER);
    assert_eq!(asked(&mut harness), [], "there is no later month than this one");

    let question = text::holds("12 kelompok, 57 pertemuan", None, None, true);
    let mut harness = screen(Kept { question: Some(question.clone()), ..Kept::default() });
    harness.get_by_label(&question);
    harness.get_by_label(text::ASIDE);
    press(&mut harness, text::CONFIRM);
    press(&mut harness, text::DECLINE);
    assert_eq!(asked(&mut harness), [Intent::Data(DataKey::Confirm), Intent::Data(DataKey::Decline)]);

    let mut harness = screen(Kept { refused: Some(text::MEETING_OPEN), ..Kept::default() });
    harness.get_by_label(text::MEETING_OPEN);
    press(&mut harness, text::RESTORE);
    assert_eq!(asked(&mut harness), []);

    let mut harness = screen(Kept { doing: Some(text::percent(text::COPYING, 40)), ..Kept::default() });
    press(&mut harness, text::COPY);
    press(&mut harness, text::STOP);
    assert_eq!(asked(&mut harness), [Intent::Data(DataKey::Stop)]);
}
