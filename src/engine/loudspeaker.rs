//! Which loudspeaker is used, and when to ask about a projector's. Plain names come in; nothing is opened or listed here.

use std::collections::BTreeMap;

/// The loudspeakers there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outputs {
    /// Names as the system gives them, each once.
    pub names: Vec<String>,
    /// The one the system uses by itself; `None` = it does not say.
    pub default: Option<String>,
}

impl Outputs {
    fn has(&self, name: &str) -> bool {
        self.names.iter().any(|other| other == name)
    }
}

/// Where the sound goes when a projector brings a loudspeaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Through the projector.
    Projector,
    /// Through the laptop.
    Laptop,
}

/// What the facilitator wants.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Chosen by hand; `None` = whatever the computer uses.
    pub device: Option<String>,
    /// What was answered about projectors, by the name of their loudspeaker.
    pub answers: BTreeMap<String, Answer>,
}

/// Which loudspeaker to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The computer's own choice.
    Default,
    /// This one.
    Named(String),
    /// The computer's own choice, since the chosen one is not there.
    Instead(String),
}

/// Names of what is at the other end of a picture cable.
const PROJECTOR: [&str; 5] = ["hdmi", "displayport", "display port", "proyektor", "projector"];

/// Whether a loudspeaker of this name is a projector's or a television's.
#[must_use]
pub fn is_projector(name: &str) -> bool {
    let name = name.to_lowercase();
    PROJECTOR.iter().any(|word| name.contains(word))
}

/// Which loudspeaker to open: the one chosen by hand, else what was answered about a projector that is there, else the computer's.
#[must_use]
pub fn pick(wanted: &Wanted, outputs: &Outputs) -> Pick {
    if let Some(chosen) = &wanted.device {
        return if outputs.has(chosen) { Pick::Named(chosen.clone()) } else { Pick::Instead(chosen.clone()) };
    }
    let answered = |name: &String, answer| wanted.answers.get(name) == Some(&answer);
    if let Some(name) = outputs.names.iter().find(|name| answered(name, Answer::Projector)) {
        return Pick::Named(name.clone());
    }
    let taken_over = outputs.default.as_ref().is_some_and(|name| answered(name, Answer::Laptop));
    let laptop = outputs.names.iter().find(|name| !is_projector(name)).filter(|_| taken_over);
    laptop.map_or(Pick::Default, |name| Pick::Named(name.clone()))
}

/// The projector's loudspeaker to ask about, if any: it is new or has just become the computer's choice, nothing was chosen by hand or
/// answered about it, and the sound could go elsewhere. `before` is `None` at the start of the program.
#[must_use]
pub fn question(before: Option<&Outputs>, after: &Outputs, wanted: &Wanted) -> Option<String> {
    let elsewhere = after.names.iter().any(|name| !is_projector(name));
    if wanted.device.is_some() || !elsewhere {
        return None;
    }
    let is_new = |name: &str| match before {
        Some(before) => {
            !before.has(name) || (after.default.as_deref() == Some(name) && before.default != after.default)
        }
        None => after.default.as_deref() == Some(name),
    };
    let open = |name: &&String| is_projector(name) && is_new(name) && !wanted.answers.contains_key(*name);
    after.names.iter().find(open).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: &str = "Built-in Audio Analog Stereo";
    const HDMI: &str = "Built-in Audio Digital Stereo (HDMI)";
    const USB: &str = "USB Speaker";

    fn outputs(names: &[&str], default: &str) -> Outputs {
        Outputs { names: names.iter().map(|&name| name.to_owned()).collect(), default: Some(default.to_owned()) }
    }

    fn answered(answer: Answer) -> Wanted {
        Wanted { device: None, answers: [(HDMI.to_owned(), answer)].into() }
    }

    #[test]
    fn a_projector_that_appears_is_asked_about_once() {
        let (alone, both) = (outputs(&[LAPTOP], LAPTOP), outputs(&[LAPTOP, HDMI], LAPTOP));
        let nothing = Wanted::default();
        assert_eq!(question(Some(&alone), &both, &nothing).as_deref(), Some(HDMI));
        assert_eq!(question(Some(&both), &both, &nothing), None, "it is not new any more");
        for answer in [Answer::Projector, Answer::Laptop] {
            assert_eq!(question(Some(&alone), &both, &answered(answer)), None);
        }
        let by_hand = Wanted { device: Some(USB.to_owned()), ..Wanted::default() };
        assert_eq!(question(Some(&alone), &both, &by_hand), None, "chosen by hand is chosen");
        let usb = outputs(&[LAPTOP, USB], USB);
        assert_eq!(question(Some(&alone), &usb, &nothing), None, "a loudspeaker was plugged in to be used");
    }

    #[test]
    fn one_that_takes_the_sound_over_is_asked_about_also_at_the_start() {
        let (before, after) = (outputs(&[LAPTOP, HDMI], LAPTOP), outputs(&[LAPTOP, HDMI], HDMI));
        assert_eq!(question(Some(&before), &after, &Wanted::default()).as_deref(), Some(HDMI));
        assert_eq!(question(None, &after, &Wanted::default()).as_deref(), Some(HDMI));
        assert_eq!(question(None, &before, &Wanted::default()), None, "it lies idle");
        let only = outputs(&[HDMI], HDMI);
        assert_eq!(question(None, &only, &Wanted::default()), None, "there is no other");
    }

    #[test]
    fn answers_decide_while_the_projector_is_there() {
        let (alone, both) = (outputs(&[LAPTOP], LAPTOP), outputs(&[LAPTOP, HDMI], HDMI));
        assert_eq!(pick(&answered(Answer::Projector), &both), Pick::Named(HDMI.to_owned()));
        assert_eq!(pick(&answered(Answer::Laptop), &both), Pick::Named(LAPTOP.to_owned()));
        for answer in [Answer::Projector, Answer::Laptop] {
            assert_eq!(pick(&answered(answer), &alone), Pick::Default);
        }
        let usb = outputs(&[LAPTOP, HDMI, USB], USB);
        assert_eq!(pick(&answered(Answer::Laptop), &usb), Pick::Default, "the sound is not the projector's anyway");
    }

    #[test]
    fn what_was_chosen_by_hand_goes_before_answers_and_is_missed_when_gone() {
        let wanted = Wanted { device: Some(USB.to_owned()), ..answered(Answer::Projector) };
        assert_eq!(pick(&wanted, &outputs(&[LAPTOP, HDMI, USB], LAPTOP)), Pick::Named(USB.to_owned()));
        assert_eq!(pick(&wanted, &outputs(&[LAPTOP, HDMI], LAPTOP)), Pick::Instead(USB.to_owned()));
    }

    #[test]
    fn projectors_are_known_by_their_names() {
        for name in
            [HDMI, "GP107GL High Definition Audio Controller Digital Stereo (HDMI 2)", "EPSON PJ (NVIDIA DisplayPort)"]
        {
            assert!(is_projector(name), "{name}");
        }
        for name in [LAPTOP, USB, "Speakers (Realtek(R) Audio)"] {
            assert!(!is_projector(name), "{name}");
        }
    }
}
