//! Edits and their undo, for any order of them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn page(id: &str) -> Arc<DraftPage> {
    Arc::new(DraftPage {
        id: id.into(),
        title: format!("Judul {id}"),
        hidden: false,
        script: "Katakan: Halo.".to_owned(),
        shows: Shows::Pdf { file: "a.pdf".to_owned(), number: 1 },
    })
}

fn step(id: &str, minutes: u16, pages: &[&str]) -> Arc<DraftStep> {
    Arc::new(DraftStep {
        id: id.into(),
        title: id.to_owned(),
        minutes,
        weight: 3,
        must: false,
        min_minutes: 4,
        role: Role::Plain,
        pages: pages.iter().map(|id| page(id)).collect(),
    })
}

fn draft() -> Draft {
    let steps = vec![step("a", 20, &["h-001", "h-002"]), step("b", 60, &[]), step("c", 40, &["h-003", "h-007"])];
    Draft { title: "Gizi".to_owned(), goal: "Tahu.".to_owned(), steps }
}

fn order(draft: &Draft) -> Vec<Vec<&str>> {
    draft.steps.iter().map(|step| step.pages.iter().map(|page| page.id.as_str()).collect()).collect()
}

#[test]
fn a_page_goes_one_place_at_a_time_over_the_borders_of_steps() {
    let mut history = History::new(draft());
    let down = |history: &mut History, up| {
        let edit = history.now().nudge(&"h-001".into(), up);
        edit.map(|edit| history.apply(&edit))
    };
    let ways: [&[&[&str]]; 6] = [
        &[&["h-002", "h-001"], &[], &["h-003", "h-007"]],
        &[&["h-002"], &["h-001"], &["h-003", "h-007"]],
        &[&["h-002"], &[], &["h-001", "h-003", "h-007"]],
        &[&["h-002"], &[], &["h-003", "h-001", "h-007"]],
        &[&["h-002"], &[], &["h-003", "h-007", "h-001"]],
        &[&["h-002"], &[], &["h-003", "h-007", "h-001"]],
    ];
    for (number, way) in ways.iter().enumerate() {
        let moved = down(&mut history, false);
        assert_eq!(order(history.now()), *way);
        assert_eq!(moved.is_some(), number < 5, "the end of the session is the end");
    }
    for _ in 0..5 {
        down(&mut history, true);
    }
    assert_eq!(history.now(), &draft());
    assert!(history.now().nudge(&"h-001".into(), true).is_none());
}

#[test]
fn typing_is_taken_back_as_a_whole_until_a_rest() {
    let mut history = History::new(draft());
    let script = |text: &str| Edit::Script("h-001".into(), text.to_owned());
    for text in ["T", "Ta", "Tan"] {
        assert_eq!(history.apply(&script(text)), Outcome::Changed);
    }
    history.rest();
    history.apply(&script("Tanya"));
    assert_eq!(history.apply(&script("Tanya")), Outcome::Unchanged);
    assert!(history.undo());
    assert_eq!(history.now().page(&"h-001".into()).unwrap().script, "Tan");
    assert!(history.undo() && !history.undo());
    assert_eq!(history.now(), &draft());
    assert!(history.redo() && history.redo() && !history.redo());
    assert_eq!(history.now().page(&"h-001".into()).unwrap().script, "Tanya");
}

#[test]
fn minutes_fit_the_plan_by_one_press_and_the_least_follows() {
    let mut history = History::new(draft());
    history.apply(&Edit::Minutes("a".into(), 2));
    assert_eq!(history.now().steps[0].min_minutes, 2);
    history.apply(&Edit::Minutes("b".into(), 900));
    assert_eq!(history.now().steps[1].minutes, *STEP_MINUTES.end());
    history.apply(&Edit::Fit);
    assert_eq!(history.now().minutes(), TOTAL_MINUTES);
    assert_eq!(history.apply(&Edit::Fit), Outcome::Unchanged);
}

#[test]
fn ids_are_not_used_twice_and_the_last_step_stays() {
    let mut history = History::new(draft());
    history.apply(&Edit::RemovePage("h-007".into()));
    let new = NewPage { title: "Baru\n".to_owned(), script: String::new(), shows: Shows::Game("tepuk".into()) };
    let insert = Edit::Insert { step: "b".into(), at: 9, page: new };
    assert_eq!(history.apply(&insert), Outcome::Page("h-008".into()));
    assert_eq!(history.now().page(&"h-008".into()).unwrap().title, "Baru ");
    for id in ["a", "b", "c"] {
        history.apply(&Edit::RemoveStep(id.into()));
    }
    assert_eq!(history.now().steps.len(), 1);
    let add = Edit::AddStep { after: "c".into(), title: "Lagi".to_owned() };
    assert_eq!(history.apply(&add), Outcome::Step("langkah-1".into()));
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let step = prop::sample::select(vec!["a", "b", "c", "langkah-1", "tidak-ada"]).prop_map(StepId::from);
    let page = prop::sample::select(vec!["h-001", "h-002", "h-003", "h-007", "h-008", "h-009"]).prop_map(PageId::from);
    let shows = prop_oneof![
        Just(Shows::Clip { file: "a.mp4".to_owned() }),
        Just(Shows::Drawn { layout: "question".to_owned(), headline: "Apa?".to_owned() }),
    ];
    let new =
        (any::<String>(), any::<String>(), shows).prop_map(|(title, script, shows)| NewPage { title, script, shows });
    prop_oneof![
        any::<String>().prop_map(Edit::Title),
        any::<String>().prop_map(Edit::Goal),
        (step.clone(), any::<String>()).prop_map(|(step, text)| Edit::StepTitle(step, text)),
        (step.clone(), any::<u16>()).prop_map(|(step, minutes)| Edit::Minutes(step, minutes)),
        (step.clone(), any::<bool>()).prop_map(|(step, must)| Edit::Must(step, must)),
        (step.clone(), any::<String>()).prop_map(|(after, title)| Edit::AddStep { after, title }),
        step.clone().prop_map(Edit::RemoveStep),
        Just(Edit::Fit),
        (page.clone(), any::<String>()).prop_map(|(page, text)| Edit::PageTitle(page, text)),
        (page.clone(), any::<bool>()).prop_map(|(page, hidden)| Edit::Hide(page, hidden)),
        (page.clone(), any::<String>()).prop_map(|(page, text)| Edit::Script(page, text)),
        (page.clone(), any::<String>()).prop_map(|(page, text)| Edit::Headline(page, text)),
        (page.clone(), 0..9_u32).prop_map(|(page, number)| Edit::Number(page, number)),
        (page.clone(), step.clone(), 0..5_usize).prop_map(|(page, step, at)| Edit::Move { page, step, at }),
        page.prop_map(Edit::RemovePage),
        (step, 0..5_usize, new).prop_map(|(step, at, page)| Edit::Insert { step, at, page }),
    ]
}

proptest! {
    #[test]
    fn undoing_everything_is_the_beginning_and_doing_it_again_the_end(edits in prop::collection::vec(any_edit(), 0..40)) {
        let mut history = History::new(draft());
        for edit in &edits {
            let before = history.now().clone();
            let outcome = history.apply(edit);
            prop_assert_eq!(outcome == Outcome::Unchanged, before == *history.now());
            let now = history.now();
            let all: Vec<&str> = now.pages().map(|page| page.id.as_str()).collect();
            prop_assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "every page once");
            prop_assert!(!now.steps.is_empty());
            for step in &now.steps {
                prop_assert!(STEP_MINUTES.contains(&step.minutes) && (1..=step.minutes).contains(&step.min_minutes));
            }
        }
        let end = history.now().clone();
        while history.undo() {}
        prop_assert_eq!(history.now(), &draft());
        while history.redo() {}
        prop_assert_eq!(history.now(), &end);
    }
}
