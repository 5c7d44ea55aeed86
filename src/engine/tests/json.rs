//! The journal's words: every variant with the JSON it is written as. A rename shows here, and needs a new `event::VERSION` with an upgrade.

use super::super::{
    attendance::{Attendee, Status},
    event::{Cover, Event, Mark, MarkCause, Place, Presenter},
    hands::{CheckPart, CheckTime, Hands},
    ids::{GroupId, ParticipantId},
    plan::{PlannedPage, PlannedStep, RunSheet},
    roster::Participant,
    session::{Module, Role},
    time::{DayMinute, Ms, Wall},
};
use super::{LastMeeting, MeetingKind, Setup};

/// Every variant at least once, oldest form of the payload.
const WRITTEN: &[&str] = &[
    OPENED,
    r#"{"t":"started","planned":[600000,0],"target":7200000}"#,
    r#"{"t":"step_began","step":3}"#,
    r#"{"t":"page_shown","place":{"step":3,"page":1}}"#,
    r#"{"t":"step_start_corrected","step":3,"began":90000}"#,
    r#"{"t":"step_adjusted","step":3,"planned":660000}"#,
    r#"{"t":"cut","changes":[[4,0],[5,300000]]}"#,
    r#"{"t":"paused"}"#,
    r#"{"t":"unpaused"}"#,
    r#"{"t":"resumed","gap":61000,"paused":false}"#,
    r#"{"t":"covered","cover":"black"}"#,
    r#"{"t":"covered","cover":"white"}"#,
    r#"{"t":"covered","cover":"calm"}"#,
    r#"{"t":"covered","cover":null}"#,
    r#"{"t":"frozen","on":true}"#,
    r#"{"t":"countdown_started","length":180000}"#,
    r#"{"t":"countdown_paused"}"#,
    r#"{"t":"countdown_resumed"}"#,
    r#"{"t":"countdown_added","ms":-60000}"#,
    r#"{"t":"countdown_ended"}"#,
    r#"{"t":"game_started","game":"ular"}"#,
    r#"{"t":"game_ended"}"#,
    r#"{"t":"clip_played","page":"lagu","at":0,"jump":false}"#,
    r#"{"t":"clip_paused","page":"lagu","at":21500}"#,
    r#"{"t":"clip_sought","page":"lagu","at":16500}"#,
    r#"{"t":"clip_ducked","page":"lagu","on":true}"#,
    r#"{"t":"note_added","step":2,"text":"hujan \"deras\""}"#,
    r#"{"t":"note_removed","note":0}"#,
    r#"{"t":"head_counted","count":23}"#,
    r#"{"t":"check_counted","check":1,"when":"start","hands":{"present":22,"chosen":[null,9]},"undo":false}"#,
    r#"{"t":"check_counted","check":1,"when":"end","hands":null,"undo":true}"#,
    r#"{"t":"marked","marks":[{"who":{"participant":7},"status":"present"},{"who":{"walk_in":0},"status":null}],"cause":"single"}"#,
    r#"{"t":"marked","marks":[{"who":{"participant":7},"status":"sick"}],"cause":"all"}"#,
    r#"{"t":"marked","marks":[{"who":{"participant":7},"status":"excused"}],"cause":"undo"}"#,
    r#"{"t":"marked","marks":[{"who":{"participant":7},"status":"absent"}],"cause":"correction"}"#,
    r#"{"t":"late","who":{"participant":7},"late":true}"#,
    r#"{"t":"represented","who":{"participant":7},"by":"Pak Joko, suami"}"#,
    r#"{"t":"represented","who":{"walk_in":0},"by":null}"#,
    r#"{"t":"guests_counted","count":2,"who":"bidan, kepala dusun"}"#,
    r#"{"t":"walk_in_added","name":"Bu Rina"}"#,
    r#"{"t":"walk_in_removed","walk_in":0}"#,
    r#"{"t":"evidence","fact":{"k":"rated","ratings":[[{"participant":7},"very_good"],[{"walk_in":0},null]],"ground":"observation","all":false}}"#,
    r#"{"t":"evidence","fact":{"k":"rated","ratings":[[{"participant":7},"poor"]],"ground":"show_of_hands","all":true}}"#,
    r#"{"t":"evidence","fact":{"k":"rated","ratings":[[{"participant":7},"good"]],"ground":"home_practice","all":false}}"#,
    r#"{"t":"evidence","fact":{"k":"rated","ratings":[],"ground":"talk","all":false}}"#,
    r#"{"t":"evidence","fact":{"k":"ratings_undone"}}"#,
    r#"{"t":"evidence","fact":{"k":"promised","text":"menabung"}}"#,
    r#"{"t":"evidence","fact":{"k":"recalled","of":3,"done":9,"who":[]}}"#,
    r#"{"t":"evidence","fact":{"k":"recalled","of":3,"done":null,"who":[7,8]}}"#,
    r#"{"t":"evidence","fact":{"k":"photo_added","photo":{"file":"3/1.jpg","taken":1795255200000,"at":[-6200000,106816666],"place":""}}}"#,
    r#"{"t":"evidence","fact":{"k":"photo_added","photo":{"file":"3/2.jpg","taken":null,"at":null,"place":"Balai"}}}"#,
    r#"{"t":"evidence","fact":{"k":"photo_removed","photo":0}}"#,
    r#"{"t":"evidence","fact":{"k":"photo_restored","photo":0}}"#,
    r#"{"t":"evidence","fact":{"k":"photo_place","photo":1,"place":"Rumah Bu Ani"}}"#,
    r#"{"t":"evidence","fact":{"k":"told","field":"questions","text":"a\nb"}}"#,
    r#"{"t":"evidence","fact":{"k":"told","field":"obstacles","text":""}}"#,
    r#"{"t":"evidence","fact":{"k":"told","field":"follow_up","text":"x"}}"#,
    r#"{"t":"evidence","fact":{"k":"told","field":"narrative","text":"x"}}"#,
    r#"{"t":"evidence","fact":{"k":"told","field":"activity_name","text":"x"}}"#,
    r#"{"t":"evidence","fact":{"k":"next","choice":"repeat"}}"#,
    r#"{"t":"evidence","fact":{"k":"next","choice":"recap"}}"#,
    r#"{"t":"evidence","fact":{"k":"next","choice":"go_on"}}"#,
    r#"{"t":"presenters_set","presenters":[{"name":"Ani","agency":"Puskesmas","steps":[2,3]}]}"#,
    r#"{"t":"closed"}"#,
    r#"{"t":"withdrawn","on":true}"#,
    r#"{"t":"wheel_spun","pool":{"seats":23},"seed":7}"#,
    r#"{"t":"wheel_spun","pool":{"names":["Siti","Made"]},"seed":18446744073709551615}"#,
    r#"{"t":"wheel_reset"}"#,
    r#"{"t":"teams_split","pool":{"seats":23},"split":{"teams":4},"seed":7}"#,
    r#"{"t":"teams_split","pool":{"seats":23},"split":{"of":5},"seed":7}"#,
    r#"{"t":"yell_shown","text":"Melati\nharum!"}"#,
    r#"{"t":"board_cleared"}"#,
    r#"{"t":"wait_skipped","length":180000}"#,
];

const OPENED: &str = concat!(
    r#"{"t":"opened","setup":{"kind":"live","group":4,"group_name":"Melati","session":"m1-s1","label":"M1-S1","title":"Judul","module":"m1","#,
    r#""length":120,"start":540,"end":null,"place":"Balai","presenters":[],"participants":[{"id":7,"name":"Siti"}],"#,
    r#""home_practice":"peluk","home_question":"siapa?"},"#,
    r#""sheet":{"steps":[{"id":"buka","title":"Buka","role":"ice-breaker","planned":600000,"weight":2,"must":true,"min":300000,"#,
    r#""pages":[{"pack":"sampul"},{"recall":{"session":"m2-s1","title":"Uang","wall":5,"home_practice":"","home_question":"?"}},"introductions"]}]}}"#
);

/// Written since checks by show of hands are part of a plan; [`OPENED`] is from before.
const SHEET_WITH_CHECK: &str = concat!(
    r#"{"steps":[{"id":"akhir","title":"Akhir","role":"plain","planned":600000,"weight":2,"must":true,"min":300000,"#,
    r#""pages":[{"check":{"check":0,"part":"start"}},{"check":{"check":0,"part":"end"}},{"check":{"check":0,"part":"answer"}}]}],"#,
    r#""checks":[{"ask":"Mana?","choices":["Ini","Itu"],"answer":1}]}"#
);

#[test]
fn every_event_is_read_and_written_as_it_always_was() {
    for json in WRITTEN {
        let event: Event = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert_eq!(&serde_json::to_string(&event).unwrap(), json);
        assert_eq!(json.split('"').nth(3), Some(tag(&event)), "the tag of {json}");
    }
}

#[test]
fn values_mean_what_they_meant() {
    let read = |json: &str| serde_json::from_str::<Event>(json).unwrap();
    let setup = Setup {
        kind: MeetingKind::Live,
        group: GroupId(4),
        group_name: "Melati".into(),
        session: "m1-s1".into(),
        label: "M1-S1".into(),
        title: "Judul".into(),
        module: Module::M1,
        length: 120,
        start: Some(DayMinute(540)),
        end: None,
        place: "Balai".into(),
        presenters: Vec::new(),
        participants: vec![Participant { id: ParticipantId(7), name: "Siti".into() }],
        home_practice: "peluk".into(),
        home_question: "siapa?".into(),
        paper: false,
    };
    let on_paper = Event::Opened {
        setup: Setup { paper: true, ..setup.clone() },
        sheet: RunSheet { steps: Vec::new(), checks: Vec::new(), opening_page: 0 },
    };
    let written = serde_json::to_string(&on_paper).unwrap();
    assert!(written.contains(r#""home_question":"siapa?","paper":true}"#), "{written}");
    assert_eq!(read(&written), on_paper);

    let last = LastMeeting {
        session: "m2-s1".into(),
        title: "Uang".into(),
        wall: Wall(5),
        home_practice: String::new(),
        home_question: "?".into(),
        promise: String::new(),
        meeting: None,
        recap: None,
    };
    let step = PlannedStep {
        id: "buka".into(),
        title: "Buka".into(),
        role: Role::IceBreaker,
        planned: Ms::minutes(10),
        weight: 2,
        must: true,
        min: Ms::minutes(5),
        pages: vec![PlannedPage::Pack("sampul".into()), PlannedPage::Recall(last), PlannedPage::Introductions],
    };
    assert_eq!(
        read(OPENED),
        Event::Opened { setup, sheet: RunSheet { steps: vec![step], checks: Vec::new(), opening_page: 0 } }
    );
    let hands = Hands { present: Some(22), chosen: vec![None, Some(9)] };
    assert_eq!(
        read(r#"{"t":"check_counted","check":1,"when":"end","hands":{"present":22,"chosen":[null,9]},"undo":false}"#),
        Event::CheckCounted { check: 1, when: CheckTime::End, hands: Some(hands), undo: false }
    );
    let sheet: RunSheet = serde_json::from_str(SHEET_WITH_CHECK).unwrap();
    assert_eq!(serde_json::to_string(&sheet).unwrap(), SHEET_WITH_CHECK);
    let asked = PlannedPage::Check { check: 0, part: CheckPart::Answer };
    assert_eq!((sheet.steps[0].pages.last(), sheet.checks[0].answer), (Some(&asked), 1));
    let marks = vec![Mark { who: Attendee::WalkIn(2), status: Some(Status::Excused) }];
    assert_eq!(
        read(r#"{"t":"marked","marks":[{"who":{"walk_in":2},"status":"excused"}],"cause":"correction"}"#),
        Event::Marked { marks, cause: MarkCause::Correction }
    );
    assert_eq!(read(r#"{"t":"covered","cover":"calm"}"#), Event::Covered { cover: Some(Cover::Calm) });
    assert_eq!(
        read(r#"{"t":"page_shown","place":{"step":1,"page":2}}"#),
        Event::PageShown { place: Place { step: 1, page: 2 } }
    );
    let presenters = vec![Presenter { name: "Ani".into(), agency: "KUA".into(), steps: vec![1] }];
    let json = r#"{"t":"presenters_set","presenters":[{"name":"Ani","agency":"KUA","steps":[1]}]}"#;
    assert_eq!(read(json), Event::PresentersSet { presenters });
}

#[test]
fn no_variant_is_missing_above() {
    let mut seen: Vec<&str> = WRITTEN.iter().filter_map(|json| json.split('"').nth(3)).collect();
    seen.dedup();
    assert_eq!(seen, TAGS);
}

const TAGS: [&str; 43] = [
    "opened",
    "started",
    "step_began",
    "page_shown",
    "step_start_corrected",
    "step_adjusted",
    "cut",
    "paused",
    "unpaused",
    "resumed",
    "covered",
    "frozen",
    "countdown_started",
    "countdown_paused",
    "countdown_resumed",
    "countdown_added",
    "countdown_ended",
    "game_started",
    "game_ended",
    "clip_played",
    "clip_paused",
    "clip_sought",
    "clip_ducked",
    "note_added",
    "note_removed",
    "head_counted",
    "check_counted",
    "marked",
    "late",
    "represented",
    "guests_counted",
    "walk_in_added",
    "walk_in_removed",
    "evidence",
    "presenters_set",
    "closed",
    "withdrawn",
    "wheel_spun",
    "wheel_reset",
    "teams_split",
    "yell_shown",
    "board_cleared",
    "wait_skipped",
];

/// Exhaustive on purpose: a new variant does not compile until it is named here (and written above).
fn tag(event: &Event) -> &'static str {
    let index = match event {
        Event::Opened { .. } => 0,
        Event::Started { .. } => 1,
        Event::StepBegan { .. } => 2,
        Event::PageShown { .. } => 3,
        Event::StepStartCorrected { .. } => 4,
        Event::StepAdjusted { .. } => 5,
        Event::Cut { .. } => 6,
        Event::Paused => 7,
        Event::Unpaused => 8,
        Event::Resumed { .. } => 9,
        Event::Covered { .. } => 10,
        Event::Frozen { .. } => 11,
        Event::CountdownStarted { .. } => 12,
        Event::CountdownPaused => 13,
        Event::CountdownResumed => 14,
        Event::CountdownAdded { .. } => 15,
        Event::CountdownEnded => 16,
        Event::GameStarted { .. } => 17,
        Event::GameEnded => 18,
        Event::ClipPlayed { .. } => 19,
        Event::ClipPaused { .. } => 20,
        Event::ClipSought { .. } => 21,
        Event::ClipDucked { .. } => 22,
        Event::NoteAdded { .. } => 23,
        Event::NoteRemoved { .. } => 24,
        Event::HeadCounted { .. } => 25,
        Event::CheckCounted { .. } => 26,
        Event::Marked { .. } => 27,
        Event::Late { .. } => 28,
        Event::Represented { .. } => 29,
        Event::GuestsCounted { .. } => 30,
        Event::WalkInAdded { .. } => 31,
        Event::WalkInRemoved { .. } => 32,
        Event::Evidence { .. } => 33,
        Event::PresentersSet { .. } => 34,
        Event::Closed => 35,
        Event::Withdrawn { .. } => 36,
        Event::WheelSpun { .. } => 37,
        Event::WheelReset => 38,
        Event::TeamsSplit { .. } => 39,
        Event::YellShown { .. } => 40,
        Event::BoardCleared => 41,
        Event::WaitSkipped { .. } => 42,
    };
    TAGS[index]
}
