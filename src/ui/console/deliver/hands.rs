//! On a page of a check by show of hands: what was counted at the start and at the end, the gain, and the way to count.

use egui::{RichText, Ui};

use crate::{
    engine::{
        command::Command,
        hands::{CheckPart, CheckTime, Tally},
        state::Phase,
    },
    text::hands as text,
    ui::{
        intent::{Intent, Overlay},
        keymap::{self, Context},
        theme::{self, GRID, size},
        view::MeetingView,
        widgets,
    },
};

/// Draws it; nothing on other pages.
pub(super) fn hands_ui(ui: &mut Ui, meeting: &MeetingView<'_>, out: &mut Vec<Intent>) {
    let state = meeting.state;
    let Some((check, part, _)) = state.check_shown().filter(|_| state.phase == Phase::Running) else { return };
    let tally = |when| state.tally(check, when);
    let (start, end) = (tally(CheckTime::Start), tally(CheckTime::End));
    let c = theme::colours(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(2.0 * GRID, 2.0);
        tally_ui(ui, CheckTime::Start, start, meeting.durable_seq);
        if part != CheckPart::Start || end.is_some() {
            tally_ui(ui, CheckTime::End, end, meeting.durable_seq);
        }
        if let Some(gained) = text::gained(start, end) {
            ui.label(RichText::new(gained).font(theme::bold_font(size::TITLE)).color(c.accent));
        }
    });
    for (words, ink) in remarks(part, start, end, c) {
        ui.add(egui::Label::new(RichText::new(words).font(theme::font(size::SMALL)).color(ink)).wrap());
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let open = Intent::Overlay(Some(Overlay::Hands));
        let inviting = tally(part.time()).is_none();
        if widgets::keyed(ui, &keymap::hint(Context::Deliver, &open), text::COUNT, inviting).clicked() {
            out.push(open);
        }
        let can_undo = state.hands.get(&(check, part.time())).is_some_and(|kept| !kept.before.is_empty());
        let undo = Intent::Meeting(Command::UndoHands);
        if can_undo && widgets::keyed(ui, &keymap::hint(Context::Deliver, &undo), text::UNDO, false).clicked() {
            out.push(undo);
        }
    });
    ui.add_space(GRID / 2.0);
}

/// The time as a small word, the count large; pale and said so until it is on disk.
fn tally_ui(ui: &mut Ui, when: CheckTime, tally: Option<Tally>, durable: u64) {
    let c = theme::colours(ui);
    let (words, ink, below) = match tally {
        None => (text::NOT_COUNTED.to_owned(), c.muted, ""),
        Some(tally) if tally.seq <= durable => (text::tally(tally), c.ink, text::SAVED),
        Some(tally) => (text::tally(tally), c.muted, text::NOT_SAVED_YET),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::caption(ui, text::time(when));
        let points = if tally.is_some() { size::TITLE } else { size::BODY };
        ui.label(RichText::new(words).font(theme::bold_font(points)).color(ink));
        if !below.is_empty() {
            widgets::caption(ui, below);
        }
    });
}

/// What should be known before the numbers are trusted.
fn remarks(
    part: CheckPart,
    start: Option<Tally>,
    end: Option<Tally>,
    c: &theme::Colours,
) -> Vec<(&'static str, egui::Color32)> {
    let odd = [start, end].into_iter().flatten().any(|tally| tally.odd);
    let missing = part != CheckPart::Start && start.is_none();
    let apart = start.is_some() && end.is_some() && text::gained(start, end).is_none();
    [(missing, text::NO_START, c.muted), (apart, text::NO_COMPARING, c.muted), (odd, text::TOO_MANY, c.amber)]
        .into_iter()
        .filter(|(raised, ..)| *raised)
        .map(|(_, words, ink)| (words, ink))
        .collect()
}
