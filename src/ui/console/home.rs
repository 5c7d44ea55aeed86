//! Home: the month at a glance. Above, how many groups have met and whose turn it is (`glance`); below, one of the groups (`month`), what
//! they have had (`coverage`), who is to be visited (`visits`) and what was (`history`). The first start is in `first`, the menu of
//! everything seldom needed in `more`.

use egui::{Button, RichText, Role, Stroke, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;

use crate::{
    engine::overview::{GroupOverview, Overview},
    text::{common, home as words, overview as text, study},
    ui::{
        drafts::{Drafts, HomeForm, HomeTab},
        intent::{Intent, Screen, StudyKey, StudyTab},
        theme::{self, GRID, HIT, size},
        view::View,
        widgets,
    },
};

use super::parts::{self, Action};

mod coverage;
mod first;
mod glance;
mod history;
mod month;
mod more;
mod trend;
mod visits;

/// More groups than this can be searched.
const SEARCH_FROM: usize = 8;
/// Below this width the weekday gives way to the buttons beside the date.
const NARROW: f32 = 1200.0;
/// Width of the search.
const SEARCH: f32 = 260.0;

/// Draws it.
pub fn home_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let empty = view.groups.is_empty();
    let date =
        if !empty && ui.available_width() < NARROW { common::short_date(view.wall) } else { common::date(view.wall) };
    parts::head(ui, None, &date, |ui| {
        if !empty || !view.archived.is_empty() {
            more::more_ui(ui, view, out);
        }
        if !empty && Action::secondary(words::NEW_GROUP).icon(icons::ICON_GROUP_ADD).show(ui).clicked() {
            out.push(Intent::Go(Screen::Group(None)));
        }
        // The first start has a card for them.
        for (label, icon, tab) in [
            (study::REHEARSE, icons::ICON_REPLAY, StudyTab::Rehearse),
            (study::LEARN, icons::ICON_SCHOOL, StudyTab::Session),
        ] {
            if !empty && Action::secondary(label).icon(icon).show(ui).clicked() {
                out.push(Intent::Study(StudyKey::Open(tab)));
            }
        }
        let (icon, name) =
            if view.dark { (icons::ICON_LIGHT_MODE, words::LIGHT) } else { (icons::ICON_DARK_MODE, words::DARK) };
        if parts::icon_button(ui, icon, name, true).clicked() {
            out.push(Intent::ToggleDark);
        }
    });
    parts::body(ui, |ui| match &view.overview {
        _ if empty => parts::scroll(ui, "first", |ui| first::first_ui(ui, view, out)),
        Some(overview) => {
            glance::glance_ui(ui, view, overview, out);
            tabs(ui, view, overview, &mut drafts.home);
            let HomeForm { tab, find, group } = &drafts.home;
            let find = if searchable(view, *tab) { find.as_str() } else { "" };
            match tab {
                HomeTab::Month => month::month_ui(ui, view, overview, find, out),
                HomeTab::Coverage => coverage::coverage_ui(ui, view, overview, find, out),
                HomeTab::Visits => visits::visits_ui(ui, view, overview),
                HomeTab::History => history::history_ui(ui, view, *group, out),
            }
        }
        None => {}
    });
}

fn searchable(view: &View<'_>, tab: HomeTab) -> bool {
    matches!(tab, HomeTab::Month | HomeTab::Coverage) && view.groups.len() > SEARCH_FROM
}

/// What is open, and at the right what belongs to it.
fn tabs(ui: &mut Ui, view: &View<'_>, overview: &Overview, form: &mut HomeForm) {
    let visits = text::visits(overview.visits.len());
    ui.horizontal(|ui| {
        ui.set_min_height(HIT);
        for (tab, label) in [
            (HomeTab::Month, text::MONTH),
            (HomeTab::Coverage, text::COVERAGE),
            (HomeTab::Visits, visits.as_str()),
            (HomeTab::History, text::HISTORY),
        ] {
            if tab_ui(ui, label, form.tab == tab) {
                form.tab = tab;
            }
        }
        widgets::at_right(ui, |ui| match form.tab {
            HomeTab::Visits => visits::copy_ui(ui, view, overview),
            HomeTab::History => history::filter_ui(ui, view, &mut form.group),
            tab if searchable(view, tab) => {
                _ = parts::field(ui, &mut form.find, text::FIND, text::FIND_HINT, Some(SEARCH));
            }
            _ => {}
        });
    });
    let line = theme::colours(ui).line;
    let under = ui.cursor().top() - GRID / 2.0;
    ui.painter().hline(ui.max_rect().x_range(), under, Stroke::new(1.0, line));
}

/// A word with a line under it when it is `on`. True when pressed.
pub(super) fn tab_ui(ui: &mut Ui, label: &str, on: bool) -> bool {
    let c = theme::colours(ui);
    let (ink, font) = if on { (c.accent, theme::bold_font(size::BODY)) } else { (c.ink, theme::font(size::BODY)) };
    let words = RichText::new(label).font(font).color(ink);
    let response = ui.add(Button::new(words).frame(false).min_size(vec2(HIT, HIT)));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, label));
    if on {
        let under = response.rect.bottom() + GRID / 2.0 - 1.0;
        ui.painter().hline(response.rect.x_range(), under, Stroke::new(3.0, c.accent));
    }
    widgets::focus_ring(ui, &response);
    ui.add_space(2.0 * GRID);
    response.clicked()
}

/// The session to hold next, in words.
fn next_words(view: &View<'_>, glance: &GroupOverview) -> Option<String> {
    let next = glance.next.as_ref()?;
    let session = view.sessions.iter().find(|session| session.id == next.session)?;
    Some(text::next(&session.label, &session.title, next.why))
}

/// The last meeting, in words.
fn last_words(view: &View<'_>, glance: &GroupOverview) -> String {
    glance.last.as_ref().map_or_else(
        || words::NEVER_MET.to_owned(),
        |last| words::last_met(&words::ago(view.wall.day() - last.wall.day()), &last.title),
    )
}
