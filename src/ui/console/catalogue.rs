//! Catalogue: all sessions by module, what this group has had, the next one proposed.

use egui::{Key, RichText, Sense, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        history,
        ids::{GroupId, SessionId},
        session::Session,
        time::Wall,
    },
    text::{catalogue as text, common, edit as edit_text},
    ui::{
        drafts::Drafts,
        intent::{EditKey, Intent, Screen},
        theme::{self, GRID, HIT, size},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action, GAP};

/// Width of the search field.
const SEARCH: f32 = 320.0;
/// Width of a module's mark in its colour on the stage.
const MARK: f32 = 6.0;
/// Height of a session's tile inside its edges without its goal.
const TILE: f32 = 56.0;

/// Draws it.
pub fn catalogue_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let back = parts::head(ui, Some(text::BACK), text::TITLE, |ui| {
        if Action::secondary(text::ADD_OWN).icon(icons::ICON_ADD).show(ui).clicked() {
            out.push(Intent::Go(Screen::Import));
        }
        ui.add_space(GRID);
        let field = parts::field(ui, &mut drafts.find_session, text::SEARCH, text::SEARCH_HINT, Some(SEARCH));
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        // Typing anywhere searches.
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        let mut found = found(view.sessions, &drafts.find_session);
        if entered && let (Some(only), None) = (found.next(), found.next()) {
            out.push(Intent::ChooseSession(only.id.clone()));
        }
        ui.label(RichText::new(icons::ICON_SEARCH.codepoint).font(theme::font(size::TITLE)));
    });
    if back {
        out.push(Intent::Go(Screen::Prepare));
    }
    let group = view.prepare.as_ref().map(|hint| hint.group);
    parts::body(ui, |ui| {
        parts::scroll(ui, "sessions", |ui| {
            // Room for the focus ring beside the scroll bar.
            ui.set_width(ui.available_width() - GRID);
            let next = next(view, group);
            if drafts.find_session.trim().is_empty()
                && let Some(session) = next
            {
                proposed(ui, session, out);
            }
            let found: Vec<&Session> = found(view.sessions, &drafts.find_session).collect();
            if found.is_empty() {
                parts::card(ui, |ui| ui.label(text::NOTHING));
            }
            for module in found.chunk_by(|a, b| (a.module, &a.module_title) == (b.module, &b.module_title)) {
                section(ui, view, group, module, next, out);
            }
            widgets::caption(ui, text::OUTLINE_HINT);
        });
    });
}

/// Sessions whose label, title, goal or module has every word typed.
fn found<'a>(sessions: &'a [Session], typed: &str) -> impl Iterator<Item = &'a Session> {
    let words: Vec<String> = typed.to_lowercase().split_whitespace().map(str::to_owned).collect();
    sessions.iter().filter(move |session| {
        let all = format!("{} {} {} {}", session.label, session.title, session.goal, session.module_title);
        let all = all.to_lowercase();
        words.iter().all(|word| all.contains(word.as_str()))
    })
}

fn next<'a>(view: &View<'a>, group: Option<GroupId>) -> Option<&'a Session> {
    let catalogue: Vec<SessionId> = view.sessions.iter().map(|session| session.id.clone()).collect();
    let next = history::next_session(&catalogue, view.meetings, group?)?;
    view.sessions.iter().find(|session| session.id == next.session)
}

/// When this group last had `session`.
fn held(view: &View<'_>, group: Option<GroupId>, session: &SessionId) -> Option<Wall> {
    let had = view
        .meetings
        .iter()
        .filter(|meeting| Some(meeting.group) == group && meeting.session == *session && meeting.delivered());
    had.map(|meeting| meeting.opened).max()
}

fn proposed(ui: &mut Ui, session: &Session, out: &mut Vec<Intent>) {
    parts::card(ui, |ui| {
        let c = theme::colours(ui);
        ui.horizontal(|ui| {
            widgets::at_right(ui, |ui| {
                if Action::primary(text::CHOOSE).icon(icons::ICON_CHECK).show(ui).clicked() {
                    out.push(Intent::ChooseSession(session.id.clone()));
                }
                ui.add_space(GRID);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = GRID / 2.0;
                    parts::chip(ui, text::PROPOSED, c.accent, c.accent_soft);
                    let title = text::session(&session.label, &session.title);
                    parts::line(ui, RichText::new(title).font(theme::bold_font(size::TITLE)));
                    widgets::caption(ui, &session.goal);
                });
            });
        });
    });
    ui.add_space(GRID);
}

fn section(
    ui: &mut Ui,
    view: &View<'_>,
    group: Option<GroupId>,
    sessions: &[&Session],
    next: Option<&Session>,
    out: &mut Vec<Intent>,
) {
    let Some(first) = sessions.first() else { return };
    ui.horizontal(|ui| {
        ui.set_min_height(HIT);
        let (mark, _) = ui.allocate_exact_size(vec2(MARK, size::TITLE), Sense::hover());
        ui.painter().rect_filled(mark, MARK / 2.0, theme::stage::accent(first.module));
        parts::subtitle(ui, &first.module_title);
        let had = sessions.iter().filter(|session| held(view, group, &session.id).is_some()).count();
        if had > 0 {
            widgets::caption(ui, &text::held_of(had, sessions.len()));
        }
    });
    for pair in sessions.chunks(2) {
        let height = tile_height(ui, pair);
        parts::columns(ui, 2, |column, ui| {
            if let Some(session) = pair.get(column) {
                let proposed = next.is_some_and(|next| next.id == session.id);
                let own = view.own.contains(&session.id);
                tile(ui, session, own, held(view, group, &session.id), proposed, height, out);
            }
        });
    }
    ui.add_space(GRID);
}

/// The height of the taller of two tiles, so that neighbours stand on one line.
fn tile_height(ui: &Ui, sessions: &[&Session]) -> f32 {
    let width = (ui.available_width() - GAP) / 2.0 - 2.0 * GAP - 2.0;
    let goals = sessions.iter().map(|session| {
        let goal = session.goal.clone();
        ui.painter().layout(goal, theme::font(size::SMALL), egui::Color32::PLACEHOLDER, width).size().y
    });
    TILE + goals.fold(0.0, f32::max)
}

fn tile(
    ui: &mut Ui,
    session: &Session,
    own: bool,
    held: Option<Wall>,
    proposed: bool,
    height: f32,
    out: &mut Vec<Intent>,
) {
    let name = text::session(&session.label, &session.title);
    let mut edit = false;
    let pressed = parts::tile(ui, &session.id, &name, height, |ui| {
        if !own {
            return about(ui, session, held, proposed);
        }
        ui.horizontal(|ui| {
            widgets::at_right(ui, |ui| {
                edit = Action::secondary(edit_text::OPEN).name(&edit_text::open(&session.title)).show(ui).clicked();
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = GRID / 2.0;
                    about(ui, session, held, proposed);
                });
            });
        });
    });
    if edit {
        out.push(Intent::Edit(EditKey::Open(session.id.clone())));
    } else if pressed.clicked() {
        out.push(Intent::ChooseSession(session.id.clone()));
    }
}

fn about(ui: &mut Ui, session: &Session, held: Option<Wall>, proposed: bool) {
    let c = theme::colours(ui);
    parts::low_row(ui, |ui| {
        ui.label(RichText::new(&session.label).font(theme::bold_font(size::SMALL)).color(c.muted));
        if proposed {
            parts::chip(ui, text::PROPOSED, c.accent, c.accent_soft);
        }
        if let Some(wall) = held {
            parts::chip(ui, &text::held(&common::short_date(wall)), c.green, c.green_soft);
        }
        if session.outline_only {
            parts::chip(ui, text::OUTLINE, c.muted, c.raised);
        }
    });
    parts::line(ui, RichText::new(&session.title).font(theme::bold_font(size::BODY)));
    ui.add(egui::Label::new(RichText::new(&session.goal).font(theme::font(size::SMALL)).color(c.muted)).wrap());
}
