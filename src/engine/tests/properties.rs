//! What must hold for every plan, every moment and every log.

use proptest::{prelude::*, test_runner::RngSeed};

use super::super::{
    command::{Command, StartPlan, decide},
    cut::{CutOption, cut_list},
    minutes::meeting_minutes,
    pace::{late_start, pace},
    plan::{allot, refit, run_sheet},
    playout::{next_deadline, signal},
    scene::{next_scene, stage_scene},
    time::{Ms, Now, Wall},
};
use super::{Event, Meeting, NINE, Record, State, Step, random::Random};

fn steps() -> impl Strategy<Value = Vec<Step>> {
    any::<u64>().prop_map(|seed| Random(seed).steps())
}

/// A meeting started, some steps in, with what was done so far.
fn under_way(seed: u64) -> (Meeting, Now) {
    let mut random = Random(seed);
    let (session, setup) = random.meeting();
    let mut meeting = Meeting::open(&session, setup, None, now(0));
    meeting.act(&Command::Start(StartPlan::Full), now(0)).expect("starts");
    let mut at = 0;
    for _ in 0..random.below(20) {
        at += random.below(600_000);
        let command = random.command();
        // A rejection is one of the things that happen.
        meeting.act(&command, now(at)).ok();
    }
    (meeting, now(at))
}

fn now(at: u64) -> Now {
    Now { at: Ms(at), wall: NINE.plus_ms(at as i64) }
}

fn finish(meeting: &Meeting, now: Now) -> Ms {
    pace(&meeting.state, now).expect("started").finish
}

proptest! {
    // The same cases every time.
    #![proptest_config(ProptestConfig {
        cases: 500,
        rng_seed: RngSeed::Fixed(21),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn minutes_sum_to_the_agreed_length(steps in steps(), total in 0_u16..=400) {
        let minutes = allot(&steps, total);
        prop_assert_eq!(minutes.len(), steps.len());
        let musts = steps.iter().filter(|step| step.must).count() as u16;
        if total >= musts {
            prop_assert_eq!(minutes.iter().sum::<u16>(), total);
        }
        for (step, minutes) in steps.iter().zip(&minutes) {
            prop_assert!(!step.must || *minutes >= 1, "must-do steps are kept");
        }
        let under = |(step, minutes): (&Step, &u16)| *minutes < step.min_minutes && (step.must || *minutes > 0);
        if steps.iter().zip(&minutes).any(under) {
            let optional = steps.iter().zip(&minutes).filter(|(step, minutes)| !step.must && **minutes > 0).count();
            let held = minutes.iter().filter(|minutes| **minutes > 0).count();
            prop_assert!(optional == 0 || held == 1, "under a minimum while an optional step could give: {minutes:?}");
        }
    }

    #[test]
    fn optional_steps_are_dropped_from_the_lightest_up(steps in steps(), total in 0_u16..=150) {
        let minutes = allot(&steps, total);
        let optional = || steps.iter().zip(&minutes).filter(|(step, _)| !step.must);
        let heaviest_dropped = optional().filter(|(_, minutes)| **minutes == 0).map(|(step, _)| step.weight).max();
        let lightest_kept = optional().filter(|(_, minutes)| **minutes > 0).map(|(step, _)| step.weight).min();
        if let (Some(dropped), Some(kept)) = (heaviest_dropped, lightest_kept) {
            prop_assert!(dropped <= kept);
        }
    }

    #[test]
    fn the_agreed_plan_is_its_own_fit(steps in steps()) {
        let total: u16 = steps.iter().map(|step| step.minutes).sum();
        let minutes: Vec<u16> = steps.iter().map(|step| step.minutes).collect();
        prop_assert_eq!(allot(&steps, total), minutes);
    }

    #[test]
    fn a_refit_ends_exactly(seed: u64, ms in 0_u64..12_000_000) {
        let (session, setup) = Random(seed).meeting();
        let sheet = run_sheet(&session, setup.length, None);
        if let Some(spans) = refit(&sheet, Ms(ms)) {
            prop_assert_eq!(spans.iter().copied().sum::<Ms>(), Ms(ms));
            for (step, span) in sheet.steps.iter().zip(&spans) {
                prop_assert!(!step.must || *span >= Ms::minutes(1));
            }
        }
    }

    #[test]
    fn the_forecast_never_comes_nearer_by_itself(seed: u64, a in 0_u64..9_000_000, b in 0_u64..9_000_000) {
        let (meeting, start) = under_way(seed);
        let at = |ms: u64| now(start.at.0 + ms);
        prop_assert!(finish(&meeting, at(a.min(b))) <= finish(&meeting, at(a.max(b))));
    }

    #[test]
    fn a_minute_more_never_makes_it_earlier_nor_one_less_later(seed: u64) {
        let (mut meeting, now) = under_way(seed);
        let before = finish(&meeting, now);
        let held = meeting.state.sheet.steps[usize::from(meeting.state.step)].planned >= Ms::minutes(1);
        if held && meeting.act(&Command::AdjustStep(1), now).is_ok() {
            let more = finish(&meeting, now);
            prop_assert!(more >= before);
            meeting.act(&Command::AdjustStep(-1), now).expect("what was added can be taken away");
            prop_assert_eq!(finish(&meeting, now), before);
        }
    }

    #[test]
    fn cuts_save_what_they_say(seed: u64, late in 0_u64..7_200_000) {
        let (mut meeting, start) = under_way(seed);
        let now = now(start.at.0 + late);
        let options = cut_list(&meeting.state, now);
        let before = pace(&meeting.state, now).expect("started");
        prop_assert!(options.is_empty() || before.offset_ms >= 60_000);
        let sheet = meeting.state.sheet.clone();
        for option in &options {
            let step = &sheet.steps[usize::from(option.step)];
            prop_assert!(option.to > Ms::ZERO || !step.must, "a must-do step is never skipped");
            prop_assert!(option.to == Ms::ZERO || option.to >= step.min, "nor any step shortened under its minimum");
            prop_assert_eq!(option.to + option.saves, step.planned);
        }
        let proposed: Vec<CutOption> = options.iter().copied().filter(|option| option.proposed).collect();
        let mut steps: Vec<u16> = proposed.iter().map(|option| option.step).collect();
        steps.dedup();
        prop_assert_eq!(steps.len(), proposed.len(), "one proposal per step");

        let saved: Ms = proposed.iter().map(|option| option.saves).sum();
        let best = |step: u16| options.iter().filter(|option| option.step == step).map(|option| option.saves).max();
        let possible: Ms = (0..sheet.steps.len() as u16).filter_map(best).sum();
        let need = Ms(before.offset_ms.max(0) as u64);
        if !options.is_empty() {
            prop_assert!(saved >= need.min(possible), "saves {saved:?} of {need:?}, {possible:?} possible");
            let changes = proposed.iter().map(|option| (option.step, option.to)).collect();
            meeting.act(&Command::Cut(changes), now).expect("what is offered can be done");
            prop_assert_eq!(before.finish.saturating_sub(finish(&meeting, now)), saved);
        }
    }

    #[test]
    fn deciding_is_pure_and_its_events_move_the_state(seed: u64) {
        let (mut meeting, now) = under_way(seed);
        let command = Random(seed ^ 1).command();
        let (a, b) = (decide(&meeting.state, &command, now), decide(&meeting.state, &command, now));
        prop_assert_eq!(&a, &b);
        let scene = next_scene(&meeting.state);
        if command == Command::Next && a.is_ok() && meeting.state.frozen.is_none() {
            meeting.act(&command, now).expect("decided before");
            if let Some(next) = scene {
                prop_assert_eq!(stage_scene(&meeting.state).base, next, "the preview of Next keeps its word");
            }
        }
    }

    #[test]
    fn any_log_at_all_folds(seed: u64, length in 0_u64..80) {
        let mut random = Random(seed);
        let (session, setup) = random.meeting();
        let mut meeting = Meeting::open(&session, setup, None, now(random.below(1000)));
        for _ in 0..length {
            let now = Now { at: random.span(), wall: Wall(random.next() as i64) };
            let record = Record { seq: random.next(), at: now.at, wall: now.wall, event: random.event() };
            meeting.state.apply(&record);
            meeting.log.push(record);
            let (command, state) = (random.command(), &meeting.state);
            // Only that none of them panics.
            drop((decide(state, &command, now), pace(state, now), cut_list(state, now), late_start(state, now)));
            drop((signal(state, now), next_deadline(state, now), stage_scene(state), next_scene(state)));
            drop((state.resume(random.span(), Wall(random.next() as i64), now.wall), meeting_minutes(&meeting.log, state)));
        }
        prop_assert_eq!(State::fold(&meeting.log), Some(meeting.state));
    }
}

#[test]
fn a_log_that_does_not_begin_with_the_opening_is_no_meeting() {
    let record = Record { seq: 1, at: Ms::ZERO, wall: NINE, event: Event::Closed };
    assert_eq!(State::fold(&[record]), None);
    assert_eq!(State::fold(&[]), None);
}
