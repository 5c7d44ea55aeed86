//! A roster out of a spreadsheet: choose the file, look at what would change, keep it. The app reads the file and proposes.

use egui::{Align, Checkbox, Layout, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use egui_material_icons::icons;

use crate::{
    engine::roster_import::{Fate, GroupPlan, Proposal, RowPlan},
    text::roster_import as text,
    ui::{
        drafts::Drafts,
        intent::{Intent, Screen, SheetKey},
        theme::{self, GRID, HIT, size},
        view::{RosterImportView, View},
        widgets,
    },
};

use super::{
    choosing,
    parts::{self, Action},
};

/// Height of a row of the table, points.
const ROW: f32 = 32.0;
/// Most complaints listed; the rest is a number.
const COMPLAINTS: usize = 200;

/// Draws it.
pub fn roster_import_ui(ui: &mut Ui, view: &View<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let import = view.roster_import.unwrap_or_default();
    if let Some(choosing) = import.choosing {
        choosing::choosing_ui(ui, choosing, |key| out.push(Intent::Import(key)));
        return;
    }
    if parts::head(ui, Some(text::BACK), text::TITLE, |_| {}) {
        out.push(Intent::Go(Screen::Home));
    }
    foot(ui, import, out);
    parts::body(ui, |ui| match import.proposal {
        Some(proposal) => {
            let [mut left, mut right] = parts::halves(ui, 0.36);
            parts::scroll(&mut left, "about", |ui| about(ui, import, proposal, drafts, out));
            table(&mut right, proposal, drafts.roster_all);
        }
        None => parts::scroll(ui, "how", |ui| how(ui, import)),
    });
}

fn how(ui: &mut Ui, import: RosterImportView<'_>) {
    let c = theme::colours(ui);
    if let Some(error) = import.error {
        parts::hint(ui, icons::ICON_ERROR, error, c.red, c.red_soft);
        ui.add_space(GRID);
    }
    parts::card(ui, |ui| {
        parts::words(ui, text::HOW, c.ink);
        widgets::caption(ui, text::DROP);
    });
    ui.add_space(GRID);
    parts::card(ui, |ui| {
        parts::subtitle(ui, text::KNOWN_TITLE);
        for known in text::KNOWN {
            ui.horizontal_top(|ui| {
                ui.label(RichText::new(icons::ICON_CHECK.codepoint).font(theme::font(size::BODY)).color(c.accent));
                ui.add(egui::Label::new(known).wrap());
            });
        }
    });
}

/// What file, how many of what, whose group, what was not taken.
fn about(ui: &mut Ui, import: RosterImportView<'_>, proposal: &Proposal, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    parts::card(ui, |ui| {
        parts::line(ui, RichText::new(import.file).font(theme::bold_font(size::TITLE)));
        parts::words(ui, &text::counts(proposal.counts()), c.ink);
        if import.unnamed > 0 {
            ui.add_space(GRID);
            parts::words(ui, &text::group_hint(import.unnamed), c.ink);
            if parts::field(ui, &mut drafts.roster_group, text::GROUP, text::GROUP, None).changed() {
                out.push(Intent::Sheet(SheetKey::Named));
            }
        }
        if proposal.counts().same > 0 {
            let all = ui.add(Checkbox::new(&mut drafts.roster_all, text::SHOW_SAME));
            widgets::focus_ring(ui, &all);
        }
    });
    if let Some(words) = text::numbers(proposal, import.sealed_before) {
        ui.add_space(GRID);
        if proposal.numbers_kept {
            parts::hint(ui, icons::ICON_LOCK, &words, c.ink, c.accent_soft);
        } else {
            parts::hint(ui, icons::ICON_LOCK_OPEN, &words, c.ink, c.amber_soft);
        }
    }
    if !proposal.complaints.is_empty() {
        ui.add_space(GRID);
        parts::card(ui, |ui| {
            parts::subtitle(ui, &text::complaints_title(proposal.complaints.len()));
            for complaint in proposal.complaints.iter().take(COMPLAINTS) {
                ui.add(
                    egui::Label::new(RichText::new(text::complaint(complaint)).font(theme::font(size::SMALL))).wrap(),
                );
            }
        });
    }
}

/// A line of the table.
#[derive(Clone, Copy)]
enum Line<'a> {
    Group(&'a GroupPlan),
    Row(&'a RowPlan),
    /// Words under a group.
    Staying(&'a GroupPlan),
    AllSame,
    Nameless,
}

fn lines(proposal: &Proposal, all: bool) -> Vec<Line<'_>> {
    let shown = |row: &&RowPlan| all || !matches!(row.fate, Fate::Same(_));
    let mut lines = Vec::new();
    if !proposal.unnamed.is_empty() {
        lines.push(Line::Nameless);
        lines.extend(proposal.unnamed.iter().map(Line::Row));
    }
    for group in &proposal.groups {
        lines.push(Line::Group(group));
        let before = lines.len();
        lines.extend(group.rows.iter().filter(shown).map(Line::Row));
        if lines.len() == before {
            lines.push(Line::AllSame);
        }
        if !group.staying.is_empty() {
            lines.push(Line::Staying(group));
        }
    }
    lines
}

/// Groups and rows, as many as can be seen.
fn table(ui: &mut Ui, proposal: &Proposal, all: bool) {
    let lines = lines(proposal, all);
    widgets::card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        let area = egui::ScrollArea::vertical().id_salt("rows").auto_shrink(false);
        area.show_rows(ui, ROW, lines.len(), |ui, range| {
            for line in lines.get(range).unwrap_or_default() {
                line_ui(ui, *line, proposal.numbers_kept);
            }
        });
    });
}

fn line_ui(ui: &mut Ui, line: Line<'_>, numbers_kept: bool) {
    let c = theme::colours(ui);
    let (rect, whole) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let layout = Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout));
    match line {
        Line::Group(group) => {
            widgets::at_right(&mut ui, |ui| {
                parts::caption_line(ui, &text::counts(group.counts()));
                ui.with_layout(layout, |ui| {
                    parts::line(ui, RichText::new(text::group_name(group)).font(theme::bold_font(size::BODY)));
                    let (ink, ground) =
                        if group.known.is_none() { (c.accent, c.accent_soft) } else { (c.muted, c.ground) };
                    parts::chip(ui, text::group_kind(group), ink, ground);
                });
            });
        }
        Line::Row(row) => row_ui(&mut ui, row, numbers_kept, whole),
        Line::Staying(group) => {
            let words = text::staying(&group.staying);
            parts::caption_line(&mut ui, &words).on_hover_text(&words);
        }
        Line::AllSame => {
            parts::caption_line(&mut ui, text::ALL_SAME);
        }
        Line::Nameless => {
            parts::line(&mut ui, RichText::new(text::NO_GROUP).font(theme::bold_font(size::BODY)).color(c.amber));
        }
    }
}

fn row_ui(ui: &mut Ui, row: &RowPlan, numbers_kept: bool, whole: egui::Response) {
    let c = theme::colours(ui);
    let (ink, ground) = match row.fate {
        Fate::Added(_) => (c.accent, c.accent_soft),
        Fate::Changed(..) => (c.ink, c.ground),
        Fate::Same(_) => (c.muted, c.ground),
        Fate::Skipped(_) => (c.amber, c.amber_soft),
    };
    let rect = ui.max_rect();
    let number = row.at.row.map(|row| row.to_string()).unwrap_or_default();
    let detail = text::detail(row, numbers_kept);
    let columns = [0.0, 0.09, 0.42, 0.56, 1.0].map(|share| (rect.left() + rect.width() * share).round());
    let mut cell = |from: usize, contents: &dyn Fn(&mut Ui)| {
        let (Some(left), Some(right)) = (columns.get(from), columns.get(from + 1)) else { return };
        let area = egui::Rect::from_x_y_ranges(*left..=*right - GRID, rect.y_range());
        let layout = Layout::left_to_right(Align::Center);
        contents(&mut ui.new_child(UiBuilder::new().id_salt(from).max_rect(area).layout(layout)));
    };
    cell(0, &|ui| {
        parts::caption_line(ui, &number);
    });
    cell(1, &|ui| {
        parts::line(ui, RichText::new(&row.name));
    });
    cell(2, &|ui| parts::chip(ui, text::fate(&row.fate), ink, ground));
    cell(3, &|ui| {
        parts::caption_line(ui, &detail);
    });
    let name = text::row_name(row, numbers_kept);
    whole.on_hover_text(&name).widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
}

fn foot(ui: &mut Ui, import: RosterImportView<'_>, out: &mut Vec<Intent>) {
    parts::foot(ui, |ui| {
        if import.reading {
            ui.label(text::reading(import.file));
            widgets::at_right(ui, |ui| {
                if Action::secondary(text::STOP).show(ui).clicked() {
                    out.push(Intent::Sheet(SheetKey::Stop));
                }
            });
            return;
        }
        widgets::at_right(ui, |ui| {
            let Some(proposal) = import.proposal else {
                if Action::primary(text::CHOOSE).icon(icons::ICON_FOLDER_OPEN).show(ui).clicked() {
                    out.push(Intent::Sheet(SheetKey::Choose));
                }
                return;
            };
            let ready = proposal.changes() && proposal.unnamed.is_empty();
            if Action::primary(text::SAVE).icon(icons::ICON_CHECK).enabled(ready).show(ui).clicked() {
                out.push(Intent::Sheet(SheetKey::Save));
            }
            if Action::secondary(text::CHOOSE_OTHER).icon(icons::ICON_FOLDER_OPEN).show(ui).clicked() {
                out.push(Intent::Sheet(SheetKey::Choose));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.set_min_height(HIT);
                if !proposal.changes() && proposal.unnamed.is_empty() {
                    parts::line(ui, RichText::new(text::NOTHING_NEW));
                }
            });
        });
    });
}
