//! Home's overview: worked out once per change, not once per picture, and quickly with three years behind it.

use std::time::{Duration, Instant};

use lembar::{
    engine::{
        attendance::{Counts, Status},
        event::MeetingKind,
        history::MeetingSummary,
        ids::{GroupId, MeetingId, ParticipantId, SessionId},
        overview::overview,
        roster::{Group, Member},
    },
    ui::intent::{GroupEdit, Intent, Screen},
};

use super::{NINE, core};

#[test]
fn the_overview_is_worked_out_once_for_many_pictures() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = core(dir.path(), NINE);
    for _ in 0..200 {
        assert!(core.view(None).overview.is_some());
    }
    assert_eq!(core.overviews_made(), 1);
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah", "Ester"])));
    for _ in 0..200 {
        assert_eq!(core.view(None).overview.unwrap().met(), (0, 1));
        core.clock.advance(60_000);
        core.drain();
    }
    assert!(core.overviews_made() <= 3, "{} times for a saved group", core.overviews_made());
    let made = core.overviews_made();
    core.apply(Intent::Go(Screen::Group(None)));
    assert!(core.view(None).overview.is_none(), "nobody looks at it there");
    core.apply(Intent::Go(Screen::Home));
    assert!(core.view(None).overview.is_some());
    assert_eq!(core.overviews_made(), made);
    // 21 November, 9.00, and a bit over three hours of minutes above: on the 1st of December nobody has met.
    core.clock.advance(10 * 86_400_000);
    assert_eq!(core.view(None).overview.unwrap().month.number, 12);
    assert_eq!(core.overviews_made(), made + 1);
}

#[test]
fn three_years_of_twenty_groups_take_a_moment() {
    let person = |group: i64, n: i64| Member::named(ParticipantId(group * 100 + n), format!("Ibu {n}"));
    let groups: Vec<Group> = (1..=20)
        .map(|id| Group {
            id: GroupId(id),
            name: format!("Kelompok {id}"),
            members: (0..30).map(|n| person(id, n)).collect(),
            ..Group::default()
        })
        .collect();
    let catalogue: Vec<SessionId> = (0..29).map(|n| SessionId(format!("m1-s{n}"))).collect();
    let meetings: Vec<MeetingSummary> = (0..720)
        .map(|n: i64| {
            let group = &groups[n as usize % 20];
            let opened = NINE.plus_ms(-(n / 20) * 30 * 86_400_000);
            let status = |member: usize| [Status::Present, Status::Present, Status::Absent][(member + n as usize) % 3];
            MeetingSummary {
                id: MeetingId(n),
                group: group.id,
                session: catalogue[(n / 20) as usize % 29].clone(),
                title: "Sesi".to_owned(),
                kind: MeetingKind::Live,
                opened,
                began: Some(opened),
                closed: Some(opened),
                counts: Counts::default(),
                home_practice: String::new(),
                home_question: String::new(),
                promise: String::new(),
                next: None,
                marks: group.members.iter().enumerate().map(|(n, member)| (member.id, Some(status(n)))).collect(),
            }
        })
        .collect();
    // The best of five, so that a busy machine does not fail it; the limit leaves room for a build that is not optimised.
    let time = || {
        let start = Instant::now();
        assert_eq!(overview(&groups, &meetings, &catalogue, NINE).met(), (20, 20));
        start.elapsed()
    };
    let best = (0..5).map(|_| time()).min().unwrap();
    println!("overview of 720 meetings: {best:?}");
    assert!(best < Duration::from_millis(100), "{best:?}");
}
