//! The card about NIK and no. KK: what the passphrase is for, setting, unlocking, changing, forgetting it.

use egui::{Align2, Key, RichText, TextEdit, Ui, vec2};
use egui_material_icons::icons;

use crate::{
    engine::identity::{MIN_PASSPHRASE, Secret, Strength, strength},
    text::identity as text,
    ui::{
        console::parts::{self, Action},
        drafts::{VaultAsk, VaultForm},
        intent::{Intent, VaultKey},
        theme::{self, GRID, HIT, size},
        view::{Kept, View},
        widgets,
    },
};

/// Width of a passphrase's field.
const FIELD: f32 = 320.0;

/// Draws it.
pub(super) fn vault_ui(ui: &mut Ui, view: &View<'_>, form: &mut VaultForm, out: &mut Vec<Intent>) {
    parts::subtitle(ui, text::TITLE);
    let c = theme::colours(ui);
    if view.numbers.busy {
        parts::words(ui, text::BUSY, c.ink);
        return;
    }
    match form.asked {
        None => standing(ui, view, form, out),
        Some(VaultAsk::Create) => create(ui, form, out),
        Some(VaultAsk::Unlock) => unlock(ui, form, out),
        Some(VaultAsk::Change) => change(ui, form, out),
        Some(VaultAsk::Forget) => forget(ui, form, out),
    }
    if let Some(trouble) = view.numbers.trouble.filter(|_| form.asked.is_some()) {
        parts::hint(ui, icons::ICON_WARNING, trouble, c.red, c.red_soft);
    }
}

/// How it stands, and what can be done.
fn standing(ui: &mut Ui, view: &View<'_>, form: &mut VaultForm, out: &mut Vec<Intent>) {
    let c = theme::colours(ui);
    let mut ask = |asked| *form = VaultForm { asked: Some(asked), ..VaultForm::default() };
    match view.numbers.kept {
        Kept::No => {
            words(ui, text::WHAT_FOR);
            if Action::secondary(text::SET).icon(icons::ICON_LOCK).show(ui).clicked() {
                ask(VaultAsk::Create);
            }
        }
        Kept::Locked => {
            ui.horizontal(|ui| {
                if Action::secondary(text::UNLOCK).icon(icons::ICON_LOCK_OPEN).show(ui).clicked() {
                    ask(VaultAsk::Unlock);
                }
                parts::words(ui, text::IS_LOCKED, c.muted);
            });
        }
        Kept::Open => {
            words(ui, text::IS_OPEN);
            ui.horizontal(|ui| {
                if Action::secondary(text::LOCK).icon(icons::ICON_LOCK).show(ui).clicked() {
                    out.push(Intent::Vault(VaultKey::Lock));
                }
                if Action::quiet(text::CHANGE).show(ui).clicked() {
                    ask(VaultAsk::Change);
                }
            });
        }
        Kept::Damaged => {
            parts::hint(ui, icons::ICON_WARNING, text::DAMAGED_VAULT, c.red, c.red_soft);
            if Action::quiet(text::START_ANEW).show(ui).clicked() {
                ask(VaultAsk::Forget);
            }
        }
    }
}

fn create(ui: &mut Ui, form: &mut VaultForm, out: &mut Vec<Intent>) {
    words(ui, text::WARNING);
    let entered = new_twice(ui, form);
    let ready = acceptable(form);
    buttons(ui, form, text::SAVE, ready, entered, |form| {
        out.push(Intent::Vault(VaultKey::Create(form.new.clone())));
    });
}

fn unlock(ui: &mut Ui, form: &mut VaultForm, out: &mut Vec<Intent>) {
    let entered = secret(ui, &mut form.old, text::PASSPHRASE, true);
    let ready = !form.old.expose().is_empty();
    buttons(ui, form, text::UNLOCK, ready, entered, |form| {
        out.push(Intent::Vault(VaultKey::Unlock(form.old.clone())));
    });
    if form.asked.is_some() && Action::quiet(text::FORGOTTEN_ASK).show(ui).clicked() {
        *form = VaultForm { asked: Some(VaultAsk::Forget), ..VaultForm::default() };
    }
}

fn change(ui: &mut Ui, form: &mut VaultForm, out: &mut Vec<Intent>) {
    secret(ui, &mut form.old, text::OLD, true);
    let entered = new_twice(ui, form);
    let ready = acceptable(form) && !form.old.expose().is_empty();
    buttons(ui, form, text::SAVE, ready, entered, |form| {
        let (old, new) = (form.old.clone(), form.new.clone());
        out.push(Intent::Vault(VaultKey::Change { old, new }));
    });
}

/// Clearing takes a tick and a press: what is gone does not come back.
fn forget(ui: &mut Ui, form: &mut VaultForm, out: &mut Vec<Intent>) {
    words(ui, text::FORGET_WHAT);
    let tick = if form.understood { icons::ICON_CHECK_BOX } else { icons::ICON_CHECK_BOX_OUTLINE_BLANK };
    if Action::quiet(text::UNDERSTOOD).icon(tick).selected(form.understood).show(ui).clicked() {
        form.understood = !form.understood;
    }
    let ready = form.understood;
    buttons(ui, form, text::FORGET, ready, false, |_| out.push(Intent::Vault(VaultKey::Forget)));
}

/// A new passphrase, typed twice, with how strong it is. True when Enter was pressed in the second field.
fn new_twice(ui: &mut Ui, form: &mut VaultForm) -> bool {
    secret(ui, &mut form.new, text::NEW, form.asked == Some(VaultAsk::Create));
    let c = theme::colours(ui);
    let (words, colour) = match strength(form.new.expose()) {
        Strength::TooShort => (text::too_short(MIN_PASSPHRASE), c.muted),
        Strength::Weak => (text::WEAK.to_owned(), c.amber),
        Strength::Fair => (text::FAIR.to_owned(), c.ink),
        Strength::Strong => (text::STRONG.to_owned(), c.green),
    };
    ui.label(RichText::new(words).font(theme::font(size::SMALL)).color(colour));
    let entered = secret(ui, &mut form.again, text::AGAIN, false);
    if !form.again.expose().is_empty() && form.new != form.again {
        ui.label(RichText::new(text::DIFFER).font(theme::font(size::SMALL)).color(c.amber));
    }
    entered
}

fn acceptable(form: &VaultForm) -> bool {
    strength(form.new.expose()) != Strength::TooShort && form.new == form.again
}

/// The button that does it, also by Enter, and the one that leaves it.
fn buttons(
    ui: &mut Ui,
    form: &mut VaultForm,
    label: &str,
    ready: bool,
    entered: bool,
    mut then: impl FnMut(&mut VaultForm),
) {
    ui.horizontal(|ui| {
        if Action::secondary(label).icon(icons::ICON_CHECK).enabled(ready).show(ui).clicked() || entered && ready {
            then(form);
        }
        if Action::quiet(text::CANCEL).show(ui).clicked() {
            *form = VaultForm::default();
        }
    });
}

/// A field whose contents nobody sees or hears; true when Enter was pressed in it.
fn secret(ui: &mut Ui, text: &mut Secret, label: &str, first: bool) -> bool {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = GRID / 2.0;
        let caption = widgets::caption(ui, label);
        let empty = text.expose().is_empty();
        let field = ui.add(
            TextEdit::singleline(text.edit())
                .password(true)
                .desired_width(FIELD)
                .min_size(vec2(0.0, HIT))
                .align(Align2::LEFT_CENTER)
                .margin(egui::Margin::symmetric((1.5 * GRID) as i8, 0)),
        );
        if first && empty && ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        super::numbers::forget_typing(ui, field.id);
        if field.gained_focus() {
            // With what stands below: the next field, or the button.
            ui.scroll_to_rect(field.rect.expand2(vec2(0.0, 2.0 * HIT)), None);
        }
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let field = field.labelled_by(caption.id);
        field.accessible_name(label);
        entered
    })
    .inner
}

fn words(ui: &mut Ui, text: &str) {
    let font = theme::font(size::SMALL);
    ui.add(egui::Label::new(RichText::new(text).font(font).color(theme::colours(ui).ink)).wrap());
}
