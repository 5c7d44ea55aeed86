//! Reports as data: whatever a meeting was like, the sums agree, nothing is refused, and what is missing is said.

use super::{super::ids::MeetingId, super::time::Ms, *};
use crate::engine::{
    attendance::{Attendee, Status},
    event::{Mark, MarkCause, Presenter},
    evidence::{Change, Field, Ground, Level, Photo},
    minutes::meeting_minutes,
    office::{Flag, Office, OfficeCount, OfficeMap, OfficeMark, ReportData, Told, report_data},
    roster::{Group, Member},
};

const MARKS: [Option<Status>; 5] =
    [Some(Status::Present), Some(Status::Sick), Some(Status::Excused), Some(Status::Absent), None];

fn now(minutes: u64) -> Now {
    Now { at: Ms::minutes(minutes), wall: NINE.plus_ms(minutes as i64 * 60_000) }
}

/// A meeting of `people`, marked in turn with [`MARKS`], two walk-ins, closed after two hours.
fn held(people: i64) -> Meeting {
    let session = session(&PLAN);
    let mut meeting = Meeting::open(&session, setup(&session, 120, None, people), None, now(0));
    meeting.act(&Command::Start(crate::engine::command::StartPlan::Full), now(1)).unwrap();
    let marks: Vec<Mark> = (1..=people)
        .zip(MARKS.iter().cycle())
        .map(|(id, status)| Mark { who: Attendee::Participant(ParticipantId(id)), status: *status })
        .collect();
    meeting.push(Event::Marked { marks, cause: MarkCause::All }, now(100));
    for name in ["Ibu Tamu", "Pak RT"] {
        meeting.act(&Command::AddWalkIn(name.to_owned()), now(101)).unwrap();
    }
    meeting.act(&Command::Close, now(121)).unwrap();
    meeting
}

fn data(meeting: &Meeting, group: Option<&Group>, office: &Office) -> ReportData {
    let minutes = meeting_minutes(&meeting.log, &meeting.state);
    let told = Told {
        id: MeetingId(7),
        state: &meeting.state,
        minutes: &minutes,
        number: 1,
        group,
        module_title: "Pengasuhan",
    };
    report_data(&told, office)
}

fn every_map() -> Vec<OfficeMap> {
    let mut maps = Vec::new();
    for excused in OfficeMark::ALL {
        for represented in OfficeMark::ALL {
            for unmarked in OfficeMark::ALL {
                for walk_in in OfficeMark::FOR_GUESTS {
                    maps.push(OfficeMap { excused, represented, unmarked, walk_in });
                }
            }
        }
    }
    maps
}

#[test]
fn sums_agree_whatever_was_decided() {
    let meeting = held(13);
    for map in every_map() {
        let data = data(&meeting, None, &Office { map: Some(map), ..Office::default() });
        assert_eq!((data.count.families, data.count.walk_ins), (13, 2));
        let of = |mark| data.rows.iter().filter(|row| row.mark == mark && row.who.participant().is_some()).count();
        let counts = [data.count.present, data.count.sick, data.count.absent, data.count.left_out].map(usize::from);
        assert_eq!(OfficeMark::ALL.map(of), counts, "{map:?}");
        assert_eq!(counts.iter().sum::<usize>(), 13, "{map:?}");
        let extra = data.count.all_present() - data.count.present;
        assert_eq!(extra, if map.walk_in == OfficeMark::Present { 2 } else { 0 });
    }
}

#[test]
fn the_proposal_makes_izin_alfa_and_leaves_out_who_was_not_filled_in_and_says_both() {
    let data = data(&held(5), None, &Office::default());
    let marks: Vec<OfficeMark> = data.rows.iter().map(|row| row.mark).collect();
    let (present, sick, absent, out) = (OfficeMark::Present, OfficeMark::Sick, OfficeMark::Absent, OfficeMark::LeftOut);
    assert_eq!(marks, [present, sick, absent, absent, out, out, out]);
    for flag in [Flag::MapNotDecided, Flag::Unmarked(1), Flag::LeftOut(1), Flag::NoPresenter, Flag::NoRegion] {
        assert!(data.flags.contains(&flag), "{flag:?} in {:?}", data.flags);
    }
}

#[test]
fn a_meeting_with_everything_is_flagged_for_nothing() {
    let session = session(&PLAN);
    let mut setup = setup(&session, 120, None, 2);
    setup.presenters = vec![Presenter { name: "Rina".into(), agency: "Dinsos".into(), steps: Vec::new() }];
    let mut meeting = Meeting::open(&session, setup, None, now(0));
    meeting.act(&Command::Start(crate::engine::command::StartPlan::Full), now(1)).unwrap();
    meeting.act(&Command::MarkAllPresent, now(60)).unwrap();
    meeting.act(&Command::CountHeads(2), now(61)).unwrap();
    meeting.act(&Command::Close, now(121)).unwrap();
    let photo = Photo { file: "7/1.jpg".into(), at: Some((-7_000_000, 110_000_000)), ..Photo::default() };
    let changes = [
        Change::RateAllPresent(Level::Good, Ground::Observation),
        Change::AddPhoto(photo),
        Change::Tell(Field::Obstacles, "Tidak ada".into()),
        Change::Promise("Menabung".into()),
    ];
    for change in changes {
        meeting.act(&Command::Evidence(change), now(121)).unwrap();
    }
    let office = Office {
        facilitator: "Rina".into(),
        regency: "Sleman".into(),
        province: "DIY".into(),
        letterhead: vec!["DINAS SOSIAL".into()],
        map: Some(OfficeMap::proposed()),
        ..Office::default()
    };
    let group = Group {
        village: "Sukamaju".into(),
        district: "Mlati".into(),
        leader: Some(ParticipantId(2)),
        members: vec![Member::named(ParticipantId(2), "x")],
        ..Group::default()
    };
    let data = data(&meeting, Some(&group), &office);
    assert_eq!(data.flags, []);
    assert_eq!((data.district.as_str(), data.village.as_str()), ("Mlati", "Sukamaju"));
    assert_eq!(data.rows.iter().map(|row| row.leader).collect::<Vec<_>>(), [false, true]);
    assert_eq!((data.began, data.ended, data.as_of), (Some(now(1).wall), Some(now(121).wall), now(121).wall));
}

#[test]
fn a_meeting_that_never_began_is_reported_all_the_same() {
    let session = session(&PLAN);
    let meeting = Meeting::open(&session, setup(&session, 120, None, 0), None, now(0));
    let data = data(&meeting, None, &Office::default());
    assert_eq!((data.began, data.ended, data.date), (None, None, now(0).wall));
    assert!(data.flags.contains(&Flag::NobodyListed));
    assert_eq!(data.count, OfficeCount::default());
}
