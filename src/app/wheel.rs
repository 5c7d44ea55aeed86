//! The wheel of a mouse: a notch moves a list in one picture.

use egui::{Event, MouseWheelUnit, TouchPhase, Vec2};

/// egui spreads a notch over a tenth of a second, as fast as it can paint: a dozen passes of the whole console, which without a graphics card
/// take a core from the stage and let the next notch wait. What a finger on a touchpad does it passes on at once; so every notch is told
/// as the beginning of such a movement.
pub(super) fn at_once(events: &mut Vec<Event>) {
    let all = std::mem::take(events);
    for event in all {
        if let Event::MouseWheel {
            unit: unit @ (MouseWheelUnit::Line | MouseWheelUnit::Page), source, modifiers, ..
        } = event
        {
            let phase = TouchPhase::Start;
            events.push(Event::MouseWheel { unit, delta: Vec2::ZERO, phase, source, modifiers });
        }
        events.push(event);
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Modifiers, MouseWheelSource, RawInput, vec2};

    use super::*;

    fn notch(unit: MouseWheelUnit) -> Event {
        let (phase, source, modifiers) = (TouchPhase::Move, MouseWheelSource::Unknown, Modifiers::NONE);
        Event::MouseWheel { unit, delta: vec2(0.0, -1.0), phase, source, modifiers }
    }

    /// How far a pass that is told `events` scrolls.
    fn moved(ctx: &Context, time: f64, events: Vec<Event>) -> f32 {
        let mut moved = 0.0;
        let input = RawInput { time: Some(time), events, ..RawInput::default() };
        ctx.run_ui(input, |ui| moved = ui.input(|input| input.smooth_scroll_delta().y)).textures_delta.clear();
        moved
    }

    #[test]
    fn a_notch_is_one_picture_and_a_touchpad_goes_on_as_it_does() {
        let ctx = Context::default();
        let line = ctx.options(|options| options.input_options.line_scroll_speed);
        for turn in 0..3 {
            let mut events = vec![notch(MouseWheelUnit::Line)];
            at_once(&mut events);
            let at = f64::from(turn);
            assert!((moved(&ctx, at, events) + line).abs() < 0.01, "the whole notch in the first pass");
            assert!(moved(&ctx, at + 0.016, Vec::new()).abs() < 0.01, "nothing is left for the next");
        }
        let mut events = vec![notch(MouseWheelUnit::Point)];
        at_once(&mut events);
        assert_eq!(events, [notch(MouseWheelUnit::Point)]);
    }
}
