//! The right panel: the facilitator's words. What is said aloud stands large beside an accent bar; what is only for the facilitator is
//! smaller and grey, so that half a second tells them apart.

use egui::{Align, CornerRadius, Frame, Layout, Margin, Rect, RichText, ScrollArea, Stroke, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        hands::CheckPart,
        plan::PlannedPage,
        session::{Game, ScriptBlock, ScriptKind},
    },
    text::{deliver as text, hands as words, rehearse},
    ui::{
        drafts::Drafts,
        intent::{Intent, Overlay, RehearseKey},
        keymap::{self, Context},
        theme::{self, GRID, HIT, RADIUS, size},
        view::{MeetingView, View},
    },
};

use super::{hands, preview::title_of, prompts};

/// Draws it.
pub(super) fn script_ui(
    ui: &mut Ui,
    view: &View<'_>,
    meeting: &MeetingView<'_>,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    let state = meeting.state;
    let game = state.game.as_ref().and_then(|id| view.games.iter().find(|game| game.id == *id));
    let title = game.map_or_else(|| title_of(meeting, state.shown), |game| game.title.clone());
    let frame = Frame::new()
        .fill(c.card)
        .stroke(Stroke::new(1.0, c.line))
        .corner_radius(CornerRadius::same(RADIUS))
        .inner_margin(Margin { left: 14, right: 6, top: 6, bottom: 8 });
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        head_ui(ui, &title, view.script_points, out);
        prompts::prompts_ui(ui, view, meeting, game, out);
        if game.is_none() {
            hands::hands_ui(ui, meeting, out);
        }
        let scroll = std::mem::take(&mut drafts.script_scroll);
        let salt = (state.shown.step, state.shown.page, game.is_some());
        ScrollArea::vertical().id_salt(("script", salt)).auto_shrink(false).show(ui, |ui| {
            if scroll != 0.0 {
                ui.scroll_with_delta(vec2(0.0, -scroll));
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            match game {
                Some(game) => game_ui(ui, game, view.script_points),
                None => blocks_ui(ui, meeting, view.script_points),
            }
            ui.add_space(2.0 * GRID);
        });
    });
}

/// The page's title, and how large the words are.
fn head_ui(ui: &mut Ui, title: &str, points: f32, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let range = theme::SCRIPT_POINTS;
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HIT), Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for (icon, name, by, possible) in [
            (icons::ICON_TEXT_INCREASE, text::LARGER, 1, points < *range.end()),
            (icons::ICON_TEXT_DECREASE, text::SMALLER, -1, points > *range.start()),
        ] {
            let words = RichText::new(icon.codepoint).size(size::TITLE).color(if possible { c.ink } else { c.line });
            let button = ui.add_enabled(possible, egui::Button::new(words).frame(false).min_size(vec2(HIT, HIT)));
            button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, possible, name));
            let intent = Intent::ScriptSize(by);
            let hint = keymap::hint(Context::Deliver, &intent);
            if button.on_hover_text(format!("{name} ({hint})")).clicked() {
                out.push(intent);
            }
        }
        let prompter = Intent::Rehearse(RehearseKey::Prompter);
        let words = RichText::new(icons::ICON_NOTES.codepoint).size(size::TITLE).color(c.ink);
        let button = ui.add(egui::Button::new(words).frame(false).min_size(vec2(HIT, HIT)));
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, rehearse::PROMPTER));
        let hint = keymap::hint(Context::Deliver, &prompter);
        if button.on_hover_text(format!("{} ({hint})", rehearse::PROMPTER)).clicked() {
            out.push(prompter);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = RichText::new(title).font(theme::bold_font(size::BODY)).color(c.ink);
            ui.add(egui::Label::new(title).truncate());
        });
    });
}

/// The words of the page shown; those of its step when it has none; what is known of last time before both.
pub(super) fn blocks(meeting: &MeetingView<'_>) -> Vec<ScriptBlock> {
    let place = meeting.state.shown;
    let planned = meeting.state.sheet.page(place);
    let step = meeting.session.steps.get(usize::from(place.step));
    let mut blocks = planned.and_then(|page| check_blocks(meeting, page)).unwrap_or_else(|| built_blocks(planned));
    let own: &[ScriptBlock] = match planned {
        Some(PlannedPage::Pack(id) | PlannedPage::Clip { page: id, .. }) => {
            let page = meeting.session.steps.iter().flat_map(|step| &step.pages).find(|page| page.id == *id);
            page.map_or(&[], |page| page.script.as_slice())
        }
        _ => &[],
    };
    // A recall's own script asks about last month; a first meeting and a check have all their words from here.
    let whole =
        matches!(planned, Some(PlannedPage::Introductions | PlannedPage::Recap { .. } | PlannedPage::Check { .. }));
    let own = if own.is_empty() && !whole { step.map_or(&[][..], |step| step.script.as_slice()) } else { own };
    blocks.extend_from_slice(own);
    blocks
}

fn blocks_ui(ui: &mut Ui, meeting: &MeetingView<'_>, points: f32) {
    let blocks = blocks(meeting);
    if blocks.is_empty() {
        let c = theme::colours(ui);
        ui.label(RichText::new(text::NO_SCRIPT).font(theme::font(points * 0.9)).color(c.muted));
    }
    words_ui(ui, &blocks, points);
}

/// Pieces of script below each other, as large as `points` say.
pub(in crate::ui::console) fn words_ui(ui: &mut Ui, blocks: &[ScriptBlock], points: f32) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut before = None;
    for block in blocks {
        block_ui(ui, block, points, before == Some(block.kind));
        before = Some(block.kind);
    }
}

/// What the program itself knows to say about last time.
fn built_blocks(page: Option<&PlannedPage>) -> Vec<ScriptBlock> {
    let block = |kind, text: String| ScriptBlock { kind, text, when: String::new() };
    let last = match page {
        Some(PlannedPage::Recall(last)) => last,
        Some(PlannedPage::Recap { title, .. }) => {
            return vec![
                block(ScriptKind::Say, text::recap_say(title)),
                block(ScriptKind::Do, text::RECAP_DO.to_owned()),
                block(ScriptKind::Ask, text::RECAP_ASK.to_owned()),
            ];
        }
        Some(PlannedPage::Introductions) => return introductions(),
        _ => return Vec::new(),
    };
    let mut blocks = vec![block(ScriptKind::Say, text::recall_last(&last.title))];
    if !last.promised().is_empty() {
        blocks.push(block(ScriptKind::Do, text::recall_practice(last.promised())));
    }
    if !last.home_question.is_empty() {
        blocks.push(block(ScriptKind::Ask, last.home_question.clone()));
    }
    blocks
}

/// What to say on a page of a check by show of hands; `None` on others.
fn check_blocks(meeting: &MeetingView<'_>, page: &PlannedPage) -> Option<Vec<ScriptBlock>> {
    let (index, part, check) = meeting.state.sheet.check_of(page)?;
    let block = |kind, text: &str, when: &str| ScriptBlock { kind, text: text.to_owned(), when: when.to_owned() };
    if part == CheckPart::Answer {
        let learn = meeting.session.learn.as_ref().and_then(|learn| learn.checks.get(usize::from(index)));
        let why = learn.map(|check| block(ScriptKind::Say, &check.why, ""));
        let further = learn.map(|check| check.script.as_slice()).unwrap_or_default();
        let rest = [
            block(ScriptKind::Do, words::ANSWER_DO, ""),
            block(ScriptKind::Stress, words::ANSWER_STRESS, ""),
            block(ScriptKind::If, words::WRONG, words::WRONG_WHEN),
        ];
        let [first, others @ ..] = rest;
        return Some(std::iter::once(first).chain(why).chain(further.iter().cloned()).chain(others).collect());
    }
    let key = keymap::hint(Context::Deliver, &Intent::Overlay(Some(Overlay::Hands)));
    let opening = (index == 0).then(|| block(ScriptKind::Say, words::opening(part.time()), ""));
    let asked = [
        block(ScriptKind::Ask, &check.ask, ""),
        block(ScriptKind::Say, &words::choices(check), ""),
        block(ScriptKind::Do, &words::how(check, part.time(), &key), ""),
    ];
    let unsure = (part == CheckPart::Start).then(|| block(ScriptKind::If, words::ASKED, words::ASKED_WHEN));
    let afraid = (index == 0).then(|| block(ScriptKind::If, words::AFRAID, words::AFRAID_WHEN));
    Some(opening.into_iter().chain(asked).chain(unsure).chain(afraid).collect())
}

/// What to say when a group meets for the first time.
fn introductions() -> Vec<ScriptBlock> {
    [
        (ScriptKind::Say, text::FIRST_SAY, ""),
        (ScriptKind::Ask, text::FIRST_ASK, ""),
        (ScriptKind::Do, text::FIRST_DO, ""),
        (ScriptKind::Ask, text::FIRST_AGREE, ""),
        (ScriptKind::Expect, text::FIRST_AGREEMENTS, ""),
        (ScriptKind::Stress, text::FIRST_STRESS, ""),
        (ScriptKind::If, text::FIRST_MANY, text::FIRST_MANY_WHEN),
    ]
    .into_iter()
    .map(|(kind, text, when)| ScriptBlock { kind, text: text.to_owned(), when: when.to_owned() })
    .collect()
}

/// How a kind of block looks.
struct Manner {
    /// Said aloud: accent bar, ink, full size.
    aloud: bool,
    bold: bool,
    highlight: bool,
    scale: f32,
    icon: &'static str,
}

const fn manner(kind: ScriptKind) -> Manner {
    let (aloud, bold, highlight, scale, icon) = match kind {
        ScriptKind::Say => (true, false, false, 1.0, icons::ICON_RECORD_VOICE_OVER.codepoint),
        ScriptKind::Ask => (true, true, false, 1.0, icons::ICON_HELP.codepoint),
        ScriptKind::Stress => (true, true, true, 1.0, icons::ICON_CAMPAIGN.codepoint),
        ScriptKind::Do => (false, false, false, 0.86, icons::ICON_FRONT_HAND.codepoint),
        ScriptKind::Expect => (false, false, false, 0.86, icons::ICON_FORUM.codepoint),
        ScriptKind::If => (false, false, false, 0.86, icons::ICON_ALT_ROUTE.codepoint),
    };
    Manner { aloud, bold, highlight, scale, icon }
}

fn block_ui(ui: &mut Ui, block: &ScriptBlock, points: f32, continues: bool) {
    let c = theme::colours(ui);
    let manner = manner(block.kind);
    let continues = continues && block.kind != ScriptKind::If;
    ui.add_space(if continues { GRID } else { 2.0 * GRID - 2.0 });
    let fill = match (manner.highlight, block.kind) {
        (true, _) => c.accent_soft,
        (false, ScriptKind::If) => c.raised,
        _ => c.card,
    };
    let frame = Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(if manner.aloud { 0 } else { RADIUS }))
        .inner_margin(Margin {
            left: 14,
            right: 8,
            top: if fill == c.card { 0 } else { 6 },
            bottom: if fill == c.card { 0 } else { 8 },
        });
    let shown = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        if !continues {
            label_ui(ui, block, &manner);
        }
        let text_points = (points * manner.scale).max(16.0).round();
        let font = if manner.bold { theme::bold_font(text_points) } else { theme::font(text_points) };
        let ink = if manner.aloud { c.ink } else { c.muted };
        for line in block.text.lines().filter(|line| !line.trim().is_empty()) {
            let bullet = block.kind == ScriptKind::Expect;
            line_ui(ui, line.trim(), bullet, font.clone(), ink);
        }
    });
    if manner.aloud {
        let rect = shown.response.rect;
        let top = if continues { rect.top() - GRID } else { rect.top() };
        let bar = Rect::from_min_max(egui::pos2(rect.left(), top), egui::pos2(rect.left() + 4.0, rect.bottom()));
        ui.painter().rect_filled(bar, 0.0, c.accent);
    }
}

fn label_ui(ui: &mut Ui, block: &ScriptBlock, manner: &Manner) {
    let c = theme::colours(ui);
    let ink = if manner.aloud { c.accent } else { c.muted };
    let words = match block.kind {
        ScriptKind::If => text::condition(&block.when),
        kind => text::script_kind(kind).to_owned(),
    };
    let mut job = egui::text::LayoutJob::default();
    let format = |font_id| egui::TextFormat { font_id, color: ink, valign: Align::Center, ..Default::default() };
    job.append(manner.icon, 0.0, format(theme::font(size::SMALL + 2.0)));
    let points = if block.kind == ScriptKind::If { size::SMALL + 2.0 } else { size::SMALL };
    job.append(&words, 6.0, format(theme::bold_font(points)));
    ui.add(egui::Label::new(job).wrap());
    ui.add_space(2.0);
}

fn line_ui(ui: &mut Ui, line: &str, bullet: bool, font_id: egui::FontId, ink: egui::Color32) {
    if bullet {
        marked_ui(ui, "·", ink, line, font_id, ink);
    } else {
        ui.add(egui::Label::new(line_job(line, font_id, ink)).wrap());
    }
}

/// A line with a bullet or a number before it, wrapped beside it.
fn marked_ui(ui: &mut Ui, mark: &str, mark_ink: egui::Color32, line: &str, font_id: egui::FontId, ink: egui::Color32) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let bold = egui::FontId::new(font_id.size, theme::bold());
        ui.label(line_job(mark, bold, mark_ink));
        ui.add(egui::Label::new(line_job(line, font_id, ink)).wrap());
    });
}

fn line_job(line: &str, font_id: egui::FontId, ink: egui::Color32) -> egui::text::LayoutJob {
    let height = font_id.size * 1.34;
    let format = egui::TextFormat { font_id, color: ink, line_height: Some(height), ..Default::default() };
    egui::text::LayoutJob::single_section(line.to_owned(), format)
}

/// How to play, in at most four numbered lines.
fn game_ui(ui: &mut Ui, game: &Game, points: f32) {
    let c = theme::colours(ui);
    ui.add_space(GRID);
    let purpose = RichText::new(&game.purpose).font(theme::font(size::SMALL + 2.0)).color(c.muted);
    ui.label(purpose);
    ui.add_space(2.0 * GRID);
    ui.label(RichText::new(text::HOW_TO_PLAY).font(theme::bold_font(size::SMALL)).color(c.accent));
    for (number, line) in (1_u8..).zip(&game.how) {
        ui.add_space(GRID);
        marked_ui(ui, &number.to_string(), c.accent, line, theme::font(points), c.ink);
    }
}
