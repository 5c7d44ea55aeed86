//! Hands counted for a check: how many took part, how many chose each picture. Only the right one must be filled in.

use egui::{Align, Layout, RichText, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::{
        attendance,
        command::{Command, MAX_HEADS},
        hands::{CheckTime, Hands, PlannedCheck},
        state::State,
    },
    text::hands as text,
    ui::{
        drafts::{Drafts, HandsForm},
        intent::Intent,
        theme::{self, GRID, HIT, size},
        view::MeetingView,
        widgets,
    },
};

/// Width of a number's field.
const FIELD: f32 = 84.0;

/// Draws it. The form stays with its question while pages are turned.
pub(super) fn hands_ui(ui: &Ui, meeting: &MeetingView<'_>, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let opened = super::just_opened(ui, "hands");
    if opened && let Some((check, part, _)) = state.check_shown() {
        let when = part.time();
        let typed = drafts.hands.as_ref();
        if typed.is_none_or(|form| (form.check, form.when) != (check, when)) {
            // What was typed for another question and never saved goes there first.
            out.extend(drafts.hands.as_ref().and_then(|form| wish(state, form)));
            drafts.hands = Some(form(state, check, when, meeting.durable_seq));
        }
    }
    let Some((check, when)) = drafts.hands.as_ref().map(|form| (form.check, form.when)) else {
        out.push(Intent::Overlay(None));
        return;
    };
    let Some(planned) = state.sheet.checks.get(usize::from(check)) else { return };
    super::panel(ui, &text::panel_title(check, when), 560.0, out, |ui, out| {
        super::lead(ui, text::HOW);
        ui.add_space(GRID);
        let Some(form) = &mut drafts.hands else { return };
        let entered = fields_ui(ui, planned, form, opened);
        ui.add_space(GRID);
        let hands = hands(planned, form);
        if hands.as_ref().is_some_and(Hands::too_many) {
            let amber = theme::colours(ui).amber;
            ui.add(egui::Label::new(RichText::new(text::TOO_MANY).color(amber)).wrap());
        }
        let pressed = ui.add_enabled_ui(hands.is_some(), |ui| widgets::primary(ui, text::SAVE).clicked()).inner;
        if (pressed || entered) && hands.is_some() {
            let wish = wish(state, form);
            if wish.is_none() {
                drafts.hands = None;
            }
            out.extend(wish);
            out.push(Intent::Overlay(None));
        }
    });
}

/// What is typed, as a wish; `None` when it is no counting or stands already.
pub(in crate::ui::console) fn wish(state: &State, form: &HandsForm) -> Option<Intent> {
    let hands = hands(state.sheet.checks.get(usize::from(form.check))?, form)?;
    let stands = state.hands_of(form.check, form.when) == Some(&hands);
    (!stands).then_some(Intent::Meeting(Command::CountHands(form.check, form.when, hands)))
}

/// What stands, or how many there are to be counted.
fn form(state: &State, check: u16, when: CheckTime, durable: u64) -> HandsForm {
    let shown = |count: Option<u16>| count.map(|count| count.to_string()).unwrap_or_default();
    let choices = state.sheet.checks.get(usize::from(check)).map_or(0, |planned| planned.choices.len());
    let marked = attendance::counts(&state.roll, durable).there();
    let present = state.heads.or((marked > 0).then_some(marked));
    match state.hands_of(check, when) {
        Some(hands) => HandsForm {
            check,
            when,
            present: shown(hands.present),
            chosen: hands.chosen.iter().map(|count| shown(*count)).collect(),
        },
        None => HandsForm { check, when, present: shown(present), chosen: vec![String::new(); choices] },
    }
}

/// What the form says; `None` while the right choice has no number.
fn hands(planned: &PlannedCheck, form: &HandsForm) -> Option<Hands> {
    let number = |text: &String| text.parse::<u16>().ok().filter(|count| *count <= MAX_HEADS);
    let chosen: Vec<Option<u16>> = form.chosen.iter().map(number).collect();
    chosen.get(usize::from(planned.answer)).copied().flatten()?;
    Some(Hands { present: number(&form.present), chosen })
}

/// One row for those present, one for each choice. True when Enter was pressed in a field.
fn fields_ui(ui: &mut Ui, planned: &PlannedCheck, form: &mut HandsForm, opened: bool) -> bool {
    let mut entered = row_ui(ui, text::PRESENT, text::PRESENT, false, &mut form.present, false);
    for (index, words) in planned.choices.iter().enumerate() {
        let right = index == usize::from(planned.answer);
        let Some(typed) = form.chosen.get_mut(index) else { continue };
        let name = text::choice_field(index, words, right);
        entered |= row_ui(ui, &format!("{}  {words}", index + 1), &name, right, typed, opened && right);
    }
    entered
}

fn row_ui(ui: &mut Ui, words: &str, name: &str, right: bool, typed: &mut String, focus: bool) -> bool {
    let c = theme::colours(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HIT), Layout::right_to_left(Align::Center), |ui| {
        let field = egui::TextEdit::singleline(typed)
            .font(theme::bold_font(size::TITLE))
            .align(egui::Align2::CENTER_CENTER)
            .char_limit(3)
            .desired_width(FIELD)
            .min_size(vec2(FIELD, HIT));
        let field = ui.add(field);
        field.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name));
        typed.retain(|letter| letter.is_ascii_digit());
        if focus {
            field.request_focus();
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let font = if right { theme::bold_font(size::BODY) } else { theme::font(size::BODY) };
            let ink = if right { c.accent } else { c.ink };
            if right {
                ui.label(RichText::new(icons::ICON_CHECK.codepoint).size(size::TITLE).color(c.accent));
            }
            ui.add(egui::Label::new(RichText::new(words).font(font).color(ink)).truncate());
        });
        field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
    })
    .inner
}
