//! NIK and no. KK of a member: masked, held open for eyes, typed. Digits are painted, never said: what those hear who do not see the screen is
//! the mask.

use std::sync::Arc;

use egui::text_edit::TextEditState;
use egui::{
    Align2, Color32, FontId, Galley, Id, Key, Pos2, Rect, Response, Role, Sense, TextBuffer, TextEdit, TextFormat, Ui,
    WidgetInfo, pos2, text::LayoutJob, vec2,
};
use egui_material_icons::icons;

use crate::{
    engine::{
        identity::{self, Number, Secret},
        ids::ParticipantId,
    },
    text::identity as text,
    ui::{
        console::parts::{self, Action},
        drafts::{GroupForm, TypedNumber, VaultForm},
        intent::{Intent, VaultKey},
        theme::{self, GRID, HIT, size},
        view::{Kept, Masked, View},
        widgets,
    },
};

/// Width of a digit's cell, of the wider gap after every fourth, and of a name before a number.
const CELL: f32 = 13.0;
const GAP: f32 = 6.0;
const NAME: f32 = 64.0;
/// Most digits that can be typed: a few more than there are, so that a slip is seen instead of cut off.
const MOST: usize = 20;
/// How a hidden digit is typed.
const DOT: &str = "•";

/// Draws both, or what has to be done first.
pub(super) fn numbers_ui(
    ui: &mut Ui,
    view: &View<'_>,
    form: &mut GroupForm,
    who: ParticipantId,
    vault: &mut VaultForm,
    out: &mut Vec<Intent>,
) {
    if view.numbers.kept != Kept::Open || vault.asked.is_some() {
        super::vault::vault_ui(ui, view, vault, out);
    }
    if view.numbers.kept == Kept::No {
        return;
    }
    let Some(member) = form.edit.members.iter().find(|member| member.id == who).cloned() else { return };
    for number in Number::ALL {
        let masked = &view.numbers.masked(&member, number);
        ui.push_id(number, |ui| {
            ui.horizontal(|ui| {
                let (place, _) = ui.allocate_exact_size(vec2(NAME, HIT), Sense::hover());
                let muted = theme::colours(ui).muted;
                let font = theme::font(size::SMALL);
                ui.painter().text(place.left_center(), Align2::LEFT_CENTER, text::name(number), font, muted);
                let typing = form.typing.as_ref().is_some_and(|typing| (typing.who, typing.number) == (who, number));
                if view.numbers.kept == Kept::Open && (typing || *masked == Masked::Empty) {
                    typed(ui, form, who, number, out);
                } else {
                    kept(ui, view, form, who, number, masked, out);
                }
            });
        });
    }
}

/// A number that is kept.
fn kept(
    ui: &mut Ui,
    view: &View<'_>,
    form: &mut GroupForm,
    who: ParticipantId,
    number: Number,
    masked: &Masked,
    out: &mut Vec<Intent>,
) {
    let c = theme::colours(ui);
    match masked {
        Masked::Empty => _ = parts::words(ui, text::NONE, c.muted),
        Masked::Locked => _ = parts::words(ui, text::LOCKED, c.muted),
        Masked::Damaged => _ = parts::words(ui, text::DAMAGED_SHORT, c.red),
        Masked::Text { masked, fault } => {
            let held = view.numbers.shown.as_ref().filter(|(id, kind, _)| (*id, *kind) == (who, number));
            let seen = held.map_or(masked.as_str(), |(_, _, plain)| plain.expose());
            digits(ui, seen, &text::heard(number, masked));
            hold_button(ui, who, number, held.is_some(), out);
            if let Some(fault) = fault {
                ui.add(egui::Label::new(
                    egui::RichText::new(text::fault(*fault)).font(theme::font(size::SMALL)).color(c.amber),
                ));
            }
        }
    }
    if view.numbers.kept == Kept::Open {
        if parts::icon_button(ui, icons::ICON_EDIT, &text::replace(number), true).clicked() {
            form.typing = Some(TypedNumber { who, number, text: Secret::default() });
        }
        if parts::icon_button(ui, icons::ICON_DELETE, &text::remove(number), true).clicked() {
            form.remember();
            if let Some(member) = form.edit.members.iter_mut().find(|member| member.id == who) {
                member.set_sealed(number, None);
            }
        }
    }
}

/// Digits in cells of one width, four by four; `heard` is all that is accessible.
fn digits(ui: &mut Ui, seen: &str, heard: &str) {
    let count = seen.chars().count();
    let width = CELL * count as f32 + GAP * (count.saturating_sub(1) / 4) as f32;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HIT), Sense::hover());
    let c = theme::colours(ui);
    for (at, digit) in seen.chars().enumerate() {
        let x = rect.left() + CELL * (at as f32 + 0.5) + GAP * (at / 4) as f32;
        ui.painter().text(pos2(x, rect.center().y), Align2::CENTER_CENTER, digit, theme::font(size::BODY), c.ink);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, heard));
}

/// Shows the number for as long as it is held, by pointer or key.
fn hold_button(ui: &mut Ui, who: ParticipantId, number: Number, shown: bool, out: &mut Vec<Intent>) {
    let button = parts::icon_button(ui, icons::ICON_VISIBILITY, &text::hold(number), true);
    let keys = button.has_focus() && ui.input(|input| input.key_down(Key::Space) || input.key_down(Key::Enter));
    let held = ui.input(|input| input.focused) && (button.is_pointer_button_down_on() || keys);
    if held != shown {
        out.push(Intent::Vault(VaultKey::Show(held.then_some((who, number)))));
    }
}

/// A number being typed: digits are seen while the field has the keyboard, dots otherwise.
fn typed(ui: &mut Ui, form: &mut GroupForm, who: ParticipantId, number: Number, out: &mut Vec<Intent>) {
    let ours = |typing: &TypedNumber| (typing.who, typing.number) == (who, number);
    let begun = form.typing.as_ref().is_some_and(ours);
    let mut text = form.typing.clone().filter(|typing| ours(typing)).map(|typing| typing.text).unwrap_or_default();
    let field = field(ui, &mut text, text::name(number));
    let count = text.expose().chars().count();
    if field.changed() {
        if !begun && let Some(other) = form.typing.take() {
            out.push(Intent::Vault(VaultKey::Keep { who: other.who, number: other.number, typed: other.text }));
        }
        form.typing = (count > 0).then(|| TypedNumber { who, number, text: text.clone() });
    }
    let checked = identity::checked(text.expose());
    let c = theme::colours(ui);
    match &checked {
        Ok(_) if field.lost_focus() || !field.has_focus() => {
            form.typing = None;
            out.push(Intent::Vault(VaultKey::Keep { who, number, typed: text }));
        }
        Ok(_) => _ = parts::words(ui, text::COMPLETE, c.green),
        Err(_) if count == 0 => {
            if begun && Action::quiet(text::CANCEL).show(ui).clicked() {
                form.typing = None;
            }
        }
        Err(fault) => {
            parts::words(ui, &text::fault(*fault), c.amber);
            if !field.has_focus() && Action::quiet(text::KEEP_ODD).show(ui).clicked() {
                form.typing = None;
                out.push(Intent::Vault(VaultKey::Keep { who, number, typed: text }));
            }
        }
    }
}

/// A field that is a password's to everything but eyes.
fn field(ui: &mut Ui, text: &mut Secret, name: &str) -> Response {
    let c = theme::colours(ui);
    let id = ui.make_persistent_id("digits");
    let font = theme::font(size::BODY);
    let seen = ui.memory(|memory| memory.has_focus(id));
    let ink = if seen { Color32::TRANSPARENT } else { c.ink };
    let mut layout = |ui: &Ui, text: &dyn TextBuffer, _: f32| dots(ui, text.as_str().chars().count(), &font, ink);
    let output = TextEdit::singleline(text.edit())
        .id(id)
        .password(true)
        .layouter(&mut layout)
        .char_limit(2 * MOST)
        .desired_width(CELL * MOST as f32)
        .min_size(vec2(0.0, HIT))
        .align(Align2::LEFT_CENTER)
        .margin(egui::Margin::symmetric((1.5 * GRID) as i8, 0))
        .show(ui);
    forget_typing(ui, id);
    let typed = text.edit();
    typed.retain(|c| c.is_ascii_digit());
    typed.truncate(MOST);
    if seen {
        paint_over(ui, &output.galley, output.galley_pos, typed, c.ink);
    }
    let response = output.response.response;
    parts::keep_in_view(&response);
    widgets::focus_ring(ui, &response);
    response.accessible_name(name)
}

/// The field's own memory of what was typed would outlive it.
pub(super) fn forget_typing(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
        state.clear_undoer();
        state.store(ui.ctx(), id);
    }
}

/// As many dots as there are digits, each as wide as a digit's cell.
fn dots(ui: &Ui, count: usize, font: &FontId, ink: Color32) -> Arc<Galley> {
    let width = ui.fonts_mut(|fonts| fonts.glyph_width(font, '•'));
    let format =
        TextFormat { font_id: font.clone(), color: ink, extra_letter_spacing: CELL - width, ..TextFormat::default() };
    let mut job = LayoutJob::default();
    job.append(&DOT.repeat(count), 0.0, format);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

/// The digits where the dots would be.
fn paint_over(ui: &Ui, galley: &Galley, at: Pos2, digits: &str, ink: Color32) {
    let area = Rect::from_min_size(at, galley.size());
    // The cursor stands right behind the last dot, which is narrower than a digit.
    let dot = ui.fonts_mut(|fonts| fonts.glyph_width(&theme::font(size::BODY), '•'));
    for (n, digit) in digits.chars().enumerate() {
        let place = pos2(area.left() + CELL * n as f32 + dot / 2.0 - 2.0, area.center().y);
        ui.painter().text(place, Align2::CENTER_CENTER, digit, theme::font(size::BODY), ink);
    }
}
