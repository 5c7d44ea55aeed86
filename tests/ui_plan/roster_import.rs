//! The preview of a spreadsheet: everything in it has a name, and what is pressed is what is asked.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use lembar::{
    engine::{
        grid::{Cell, Grid, GridRow},
        roster_import,
    },
    text::{home, overview, roster_import as text},
    ui::intent::{Intent, Screen, SheetKey},
};

use crate::world::World;

/// The screen over a file of these lines.
fn preview(lines: &str, named: Option<&str>) -> World {
    let mut world = World::busy();
    let cells = |line: &str| line.split('|').map(|cell| Cell::text(cell.trim())).collect();
    let rows = lines.lines().enumerate().map(|(at, line)| GridRow { number: at as u32 + 1, cells: cells(line) });
    let reading = roster_import::read(&[Grid { name: None, rows: rows.collect(), cut: false }]);
    let proposal = roster_import::propose(&reading, &world.groups, None, named);
    world.screen = Screen::RosterImport;
    world.roster_import = Some(("Data KPM.xlsx".to_owned(), proposal, reading.unnamed()));
    world
}

#[test]
fn groups_rows_and_complaints_are_shown_and_kept_by_one_press() {
    let world = preview("NAMA|NIK|ALAMAT|KELOMPOK\nAan|3,2E+15|A|Kenari\nBinti|3202014506780001|B|\n12|||\n", None);
    let proposal = world.roster_import.as_ref().unwrap().1.clone();
    let mut harness = world.open(1366.0, 768.0);
    harness.get_by_label("Data KPM.xlsx");
    harness.get_by_label(&text::complaint(&proposal.complaints[0]));
    for row in &proposal.groups[0].rows {
        harness.get_by_label(&text::row_name(row, false));
    }
    harness.get_by_label(&text::numbers(&proposal, false).unwrap());
    for (name, key) in [(text::SAVE, SheetKey::Save), (text::CHOOSE_OTHER, SheetKey::Choose)] {
        harness.get_by_role_and_label(Role::Button, name).click();
        harness.run_ok();
        assert_eq!(std::mem::take(&mut harness.state_mut().asked), [Intent::Sheet(key)]);
    }
}

#[test]
fn a_group_is_asked_for_when_the_file_names_none() {
    let world = preview("NAMA|ALAMAT\nAan|A\nBinti|B\n", None);
    let mut harness = world.open(1024.0, 600.0);
    harness.get_by_label(text::NO_GROUP);
    harness.get_by_role_and_label(Role::Button, text::SAVE).click();
    harness.run_ok();
    assert_eq!(harness.state().asked, [], "not before the group has a name");
    harness.get_by_role_and_label(Role::TextInput, text::GROUP).focus();
    harness.run_ok();
    harness.get_by_role_and_label(Role::TextInput, text::GROUP).type_text("Mawar");
    harness.run_ok();
    assert_eq!(harness.state().drafts.roster_group, "Mawar");
    assert!(harness.state().asked.contains(&Intent::Sheet(SheetKey::Named)));
}

#[test]
fn home_leads_there_and_an_empty_screen_says_what_is_known() {
    let mut harness = World::busy().open(1366.0, 768.0);
    harness.get_by_role_and_label(Role::Button, overview::MORE).click();
    harness.run_ok();
    harness.get_by_role_and_label(Role::Button, text::TITLE).click();
    harness.run_ok();
    assert_eq!(harness.state().asked, [Intent::Go(Screen::RosterImport)]);
    let mut harness = World::new().open(1366.0, 768.0);
    harness.get_by_label(home::FIRST_TITLE);
    harness.get_by_role_and_label(Role::Button, text::TITLE);
    harness.state_mut().screen = Screen::RosterImport;
    harness.run_ok();
    harness.get_by_label(text::KNOWN[0]);
    harness.get_by_role_and_label(Role::Button, text::CHOOSE).click();
    harness.run_ok();
    assert_eq!(harness.state().asked, [Intent::Sheet(SheetKey::Choose)]);
}
