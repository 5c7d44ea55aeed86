//! The plan arithmetic on known plans.

use super::super::{
    plan::{DEFAULT_LENGTH, LENGTH_RANGE, PlannedPage, allot, refit, run_sheet},
    time::Ms,
};
use super::{PLAN, Role, Step, StepSpec, last_meeting, session, step};

fn steps(plan: &[StepSpec]) -> Vec<Step> {
    plan.iter().map(step).collect()
}

#[test]
fn a_recap_takes_its_minutes_from_the_other_steps() {
    use super::super::{follow_up::RECAP_MINUTES, plan::recapping};
    let plan = session(&PLAN);
    let (plain, recap) = (run_sheet(&plan, 120, None), recapping(&plan, 120, None));
    let sum = |sheet: &super::super::plan::RunSheet| sheet.steps.iter().map(|step| step.planned).sum::<Ms>();
    assert_eq!(sum(&recap), sum(&plain));
    assert!(recap.steps[1].planned >= plain.steps[1].planned + Ms::minutes(u64::from(RECAP_MINUTES) - 2));
    for (with, without) in recap.steps.iter().zip(&plain.steps).filter(|(step, _)| step.role != Role::Recall) {
        assert!(with.planned <= without.planned, "{}", with.title);
    }
}

#[test]
fn the_plan_stretches_and_shrinks_by_weight() {
    let steps = steps(&PLAN);
    assert_eq!(allot(&steps, 120), [10, 10, 40, 5, 40, 15]);
    // 30 more over weights 2 3 10 1 10 2 (of 28).
    assert_eq!(allot(&steps, 150), [12, 13, 51, 6, 51, 17]);
    assert_eq!(allot(&steps, 90), [8, 7, 29, 4, 29, 13]);
    for length in LENGTH_RANGE {
        let sum: u16 = allot(&steps, length).iter().sum();
        assert_eq!(sum, length);
    }
}

#[test]
fn optional_steps_go_from_the_lightest_before_a_minimum_is_touched() {
    let steps = steps(&PLAN);
    // The minimums are 5 5 20 3 20 6 = 59.
    assert_eq!(allot(&steps, 59), [5, 5, 20, 3, 20, 6]);
    assert_eq!(allot(&steps, 58)[3], 0, "the ice-breaker is lighter than the discussion");
    let [_, _, _, ice_breaker, discussion, _] = allot(&steps, 50)[..] else { panic!("six steps") };
    assert_eq!((ice_breaker, discussion), (0, 0));
    // Must-do steps alone: minimums 5 5 20 6 = 36, then below them, but never to nothing.
    assert_eq!(allot(&steps, 36), [5, 5, 20, 0, 0, 6]);
    assert_eq!(allot(&steps, 20).iter().sum::<u16>(), 20);
    assert_eq!(allot(&steps, 4), [1, 1, 1, 0, 0, 1]);
    assert_eq!(allot(&steps, 2), [1, 1, 1, 0, 0, 1]);
}

#[test]
fn a_fixed_step_keeps_its_minutes_while_others_can_give() {
    let plan: [StepSpec; 2] = [("a", 20, 0, 10, true, Role::Plain, 1), ("b", 40, 5, 20, true, Role::Plain, 1)];
    let steps = steps(&plan);
    assert_eq!(allot(&steps, 90), [20, 70]);
    assert_eq!(allot(&steps, 45), [20, 25]);
    assert_eq!(allot(&steps, 35), [15, 20]);
    assert_eq!(allot(&steps[..1], 30), [30], "alone it has to stretch after all");
}

#[test]
fn refit_ends_to_the_millisecond() {
    let sheet = run_sheet(&session(&PLAN), DEFAULT_LENGTH, None);
    let total = Ms::minutes(95) + Ms(12_345);
    let spans = refit(&sheet, total).unwrap();
    assert_eq!(spans.iter().copied().sum::<Ms>(), total);
    assert_eq!(refit(&sheet, Ms::minutes(3)), None, "four must-do steps");
    assert_eq!(refit(&sheet, sheet.length()), Some(sheet.spans()));
}

#[test]
fn the_recall_step_is_built_from_the_last_meeting() {
    let pages = |last| run_sheet(&session(&PLAN), 120, last).steps[1].pages.clone();
    let last = last_meeting();
    assert_eq!(pages(None), [PlannedPage::Introductions]);
    assert_eq!(pages(Some(&last)), [PlannedPage::Recall(last.clone()), PlannedPage::Pack("tinjau-0".into())]);
}

#[test]
fn only_a_first_meetings_recall_step_is_called_introductions() {
    let titles = |last| {
        let plain = run_sheet(&session(&PLAN), 120, last);
        let called = plain.clone().introductions_called("Perkenalan");
        let changed = plain.steps.iter().zip(&called.steps).map(|(before, after)| before.title != after.title);
        (called.steps[1].title.clone(), changed.filter(|changed| *changed).count())
    };
    assert_eq!(titles(None), ("Perkenalan".to_owned(), 1));
    let last = last_meeting();
    assert_eq!(titles(Some(&last)).1, 0);
}
