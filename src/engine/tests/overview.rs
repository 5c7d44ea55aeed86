//! All groups at a glance, from summaries written down here and from generated ones.

use super::{
    super::{
        attendance::{Counts, Status},
        event::MeetingKind,
        evidence::Next,
        history::{MeetingSummary, Why, next_session, number_in_month, onward, recap_chosen},
        ids::{GroupId, MeetingId, ParticipantId, SessionId},
        overview::{MonthState, Overview, TREND, VISIT_FROM, overview},
        roster::{Group, Member, Standing},
    },
    NINE,
    random::Random,
};

const DAY_MS: i64 = 86_400_000;

fn group(id: i64, size: i64) -> Group {
    let members = (0..size).map(|n| Member::named(person(id, n), format!("Ibu {n}"))).collect();
    Group { id: GroupId(id), name: format!("Kelompok {id}"), members, ..Group::default() }
}

fn person(group: i64, n: i64) -> ParticipantId {
    ParticipantId(group * 1000 + n)
}

fn catalogue(count: usize) -> Vec<SessionId> {
    (1..=count).map(|n| SessionId(format!("m1-s{n}"))).collect()
}

/// A closed meeting so many days ago. One letter per member of the roll: `h` came, `s` ill, `i` excused, `a` away without a word, `.` not
/// filled in.
fn held(group: i64, session: usize, days_ago: i64, marks: &str) -> MeetingSummary {
    let wall = NINE.plus_ms(-days_ago * DAY_MS);
    let status = |letter| match letter {
        'h' => Some(Status::Present),
        's' => Some(Status::Sick),
        'i' => Some(Status::Excused),
        'a' => Some(Status::Absent),
        _ => None,
    };
    let marks: Vec<_> = (0..).zip(marks.chars()).map(|(n, letter)| (person(group, n), status(letter))).collect();
    MeetingSummary {
        id: MeetingId(10_000 - days_ago),
        group: GroupId(group),
        session: SessionId(format!("m1-s{session}")),
        title: format!("Sesi {session}"),
        kind: MeetingKind::Live,
        opened: wall,
        began: Some(wall),
        closed: Some(wall.plus_ms(7_200_000)),
        counts: Counts::of(marks.iter().map(|(_, status)| *status)),
        home_practice: String::new(),
        home_question: String::new(),
        promise: String::new(),
        next: None,
        marks,
    }
}

fn of(groups: &[Group], meetings: &[MeetingSummary]) -> Overview {
    overview(groups, meetings, &catalogue(4), NINE)
}

fn order(overview: &Overview) -> Vec<i64> {
    overview.groups.iter().map(|group| group.group.0).collect()
}

#[test]
fn the_month_counts_groups_that_really_met() {
    let demo = Group { demo: true, ..group(9, 3) };
    let groups = [demo, group(1, 2), group(2, 2), group(3, 2), group(4, 2), group(5, 0)];
    let rehearsal = MeetingSummary { kind: MeetingKind::Rehearsal, ..held(3, 1, 1, "hh") };
    let waited = MeetingSummary { began: None, ..held(3, 1, 2, "hh") };
    let open = MeetingSummary { closed: None, ..held(3, 1, 3, "hh") };
    // The 21st: 20 days ago is the 1st, 21 days ago last month.
    let meetings = [held(1, 1, 20, "hh"), held(2, 1, 21, "hh"), rehearsal, waited, open, held(9, 1, 0, "hhh")];
    let overview = of(&groups, &meetings);
    assert_eq!(overview.met(), (1, 4), "neither the demo group nor one without members counts");
    assert_eq!(overview.due().map(|group| group.group.0).collect::<Vec<_>>(), [3, 4, 2]);
    assert_eq!(order(&overview), [3, 4, 2, 1, 5, 9], "never met, longest ago, met, without members, demo");
    assert_eq!(overview.group(GroupId(1)).unwrap().state, MonthState::Met(NINE.plus_ms(-20 * DAY_MS)));
    assert_eq!(overview.group(GroupId(5)).unwrap().state, MonthState::NoMembers);
    assert_eq!(overview.group(GroupId(3)).unwrap().last, None);
}

#[test]
fn a_trend_says_who_came_of_those_called_up() {
    let quiet = held(1, 1, 90, "....");
    // One of five was marked and the register left alone: nobody knows who came.
    let left_alone = held(1, 2, 60, "a....");
    let last = held(1, 3, 30, "hha.");
    let last = MeetingSummary { counts: Counts { outside: 3, ..last.counts }, ..last };
    let overview = of(&[group(1, 4)], &[last, quiet, left_alone]);
    let trend = &overview.groups[0].trend;
    let shares: Vec<Option<f32>> = trend.iter().map(|attended| attended.counts.share()).collect();
    assert_eq!(
        shares,
        [None, None, Some(0.5)],
        "oldest first; nothing filled in is not nobody, and nobody outside the list counts"
    );
    let many: Vec<MeetingSummary> = (0..30).map(|n| held(1, 1, n, "hhhh")).collect();
    let overview = of(&[group(1, 4)], &many);
    assert_eq!(overview.groups[0].trend.len(), TREND);
    assert_eq!(overview.groups[0].trend.last().unwrap().wall, NINE);
}

#[test]
fn who_missed_two_in_a_row_is_to_be_visited_and_a_word_sent_comes_second() {
    let meetings = [
        held(1, 1, 90, "ahaah"),
        held(1, 2, 60, "aas.a"),
        held(1, 3, 30, "hasia"), // rows now: 0: none, 1: aa, 2: ass, 3: a·i, 4: aa
    ];
    let mut group = group(1, 5);
    group.members[4].standing = Standing::Graduated;
    let overview = of(&[group], &meetings);
    let rows: Vec<(i64, usize, usize)> =
        overview.visits.iter().map(|visit| (visit.member.0, visit.missed.len(), visit.without_word())).collect();
    assert_eq!(rows, [(1002, 3, 1), (1001, 2, 2), (1003, 2, 1)], "who left the programme is not visited");
    let missed: Vec<&str> = overview.visits[0].missed.iter().map(|missed| missed.held.title.as_str()).collect();
    assert_eq!(missed, ["Sesi 3", "Sesi 2", "Sesi 1"]);
    let excused = of(&[super::overview::group(1, 2)], &[held(1, 1, 2, "ia"), held(1, 2, 1, "sa")]);
    let order: Vec<i64> = excused.visits.iter().map(|visit| visit.member.0).collect();
    assert_eq!(order, [1001, 1000], "those who sent word come after those who did not");
}

#[test]
fn what_was_chosen_last_decides_what_comes_next() {
    let chosen = |next| {
        let last = MeetingSummary { next, ..held(1, 2, 30, "hh") };
        let meetings = [held(1, 1, 60, "hh"), last];
        let overview = of(&[group(1, 2)], &meetings);
        assert_eq!(overview.groups[0].next, next_session(&catalogue(4), &meetings, GroupId(1)));
        let onward = onward(&catalogue(4), &meetings, GroupId(1)).unwrap();
        assert_eq!((onward.session.as_str(), onward.why), ("m1-s3", Why::Next), "whatever was chosen");
        let next = overview.groups[0].next.clone().unwrap();
        (next.session.0, next.why, recap_chosen(&meetings, GroupId(1)))
    };
    assert_eq!(chosen(None), ("m1-s3".into(), Why::Next, false));
    assert_eq!(chosen(Some(Next::GoOn)), ("m1-s3".into(), Why::Next, false));
    assert_eq!(chosen(Some(Next::Recap)), ("m1-s3".into(), Why::Next, true));
    assert_eq!(chosen(Some(Next::Repeat)), ("m1-s2".into(), Why::Repeat, false));
    let gone = MeetingSummary { next: Some(Next::Repeat), ..held(1, 9, 30, "hh") };
    let overview = of(&[group(1, 2)], &[gone]);
    assert_eq!(overview.groups[0].next.as_ref().unwrap().why, Why::Next, "it left the catalogue");
}

#[test]
fn somebody_who_moved_takes_what_they_missed_along() {
    let mut new = group(2, 1);
    new.members.push(Member::named(person(1, 0), "Ibu pindah"));
    let meetings = [held(1, 1, 90, "a"), held(1, 2, 60, "a"), held(2, 1, 30, "h")];
    // The old group is archived.
    let overview = of(&[new], &meetings);
    assert_eq!(overview.visits.len(), 1);
    assert_eq!(overview.visits[0].group, GroupId(2));
    assert_eq!(overview.coverage.rows.len(), 1);
}

#[test]
fn the_matrix_says_what_was_held_how_often_and_who_missed_it() {
    let demo = Group { demo: true, ..group(9, 1) };
    let meetings = [
        held(1, 1, 90, "hha"),
        held(1, 1, 60, "aha"),
        held(1, 3, 30, "h.a"),
        held(1, 7, 10, "hhh"),
        held(9, 2, 1, "a"),
    ];
    let overview = of(&[demo, group(2, 1), group(1, 3)], &meetings);
    let coverage = &overview.coverage;
    assert_eq!(coverage.sessions.len(), 5);
    assert_eq!(coverage.sessions[4].gone.as_deref(), Some("Sesi 7"), "what left the catalogue is still shown");
    assert_eq!(coverage.rows.iter().map(|row| row.group.0).collect::<Vec<_>>(), [1, 2]);
    let row = &coverage.rows[0];
    let first = row.cells[0].as_ref().unwrap();
    assert_eq!((first.times, first.meeting), (2, MeetingId(10_000 - 60)));
    assert_eq!(first.missed, [person(1, 2)], "came to one of them is enough");
    assert_eq!(row.cells[2].as_ref().unwrap().missed, [person(1, 2)], "not filled in is not missed");
    assert_eq!(row.cells[1], None);
    assert_eq!((row.had(), coverage.rows[1].had()), (3, 0));
    let next = overview.group(GroupId(1)).unwrap().next.as_ref().unwrap();
    assert_eq!((next.session.as_str(), next.why), ("m1-s2", Why::Next));
}

#[test]
fn reports_are_numbered_by_date_within_their_month_whenever_they_were_typed() {
    let rehearsal = MeetingSummary { kind: MeetingKind::Rehearsal, ..held(1, 1, 18, "h") };
    // NINE is the 21st; typed in this order.
    let meetings = [held(1, 3, 0, "h"), held(2, 2, 16, "h"), held(1, 1, 90, "h"), rehearsal, held(9, 1, 17, "h")];
    let number = |meeting: &MeetingSummary| number_in_month(&meetings, meeting.id, |group| group != GroupId(9));
    assert_eq!(
        meetings[..3].iter().map(number).collect::<Vec<_>>(),
        [2, 1, 1],
        "neither a rehearsal nor the demo group counts"
    );
}

/// Groups that meet once a month, with marks of chance.
fn generated(seed: u64, groups: i64, months: i64, size: i64) -> (Vec<Group>, Vec<MeetingSummary>) {
    let mut random = Random(seed);
    let made: Vec<Group> = (1..=groups).map(|id| group(id, size)).collect();
    let mut meetings = Vec::new();
    for month in 0..months {
        for id in 1..=groups {
            let session = 1 + random.below(29) as usize;
            let marks: String = (0..size).map(|_| random.pick(&['h', 'h', 'h', 'h', 's', 'i', 'a', '.'])).collect();
            let days_ago = month * 30 + random.below(30) as i64;
            meetings
                .push(MeetingSummary { id: MeetingId(meetings.len() as i64), ..held(id, session, days_ago, &marks) });
        }
    }
    (made, meetings)
}

#[test]
fn parts_agree_whatever_happened() {
    for seed in 0..60 {
        let (groups, mut meetings) = generated(seed, 1 + seed as i64 % 5, 1 + seed as i64 % 9, 8);
        let catalogue = catalogue(29);
        let overview = overview(&groups, &meetings, &catalogue, NINE);
        meetings.reverse();
        assert_eq!(
            overview,
            super::super::overview::overview(&groups, &meetings, &catalogue, NINE),
            "order is no matter"
        );
        assert_eq!(overview.groups.len(), groups.len());
        let (met, all) = overview.met();
        assert_eq!(all, groups.len());
        assert_eq!(met + overview.due().count(), all);
        for row in &overview.coverage.rows {
            let times: u16 = row.cells.iter().flatten().map(|cell| cell.times).sum();
            let of_group = meetings.iter().filter(|meeting| meeting.group == row.group);
            assert_eq!(usize::from(times), of_group.count(), "every meeting is in one cell");
            let next = overview.group(row.group).unwrap().next.clone();
            assert_eq!(next, next_session(&catalogue, &meetings, row.group), "as Prepare proposes");
        }
        for visit in &overview.visits {
            assert!(visit.missed.len() >= VISIT_FROM);
            assert!(visit.missed.iter().all(|missed| missed.status != Status::Present));
            assert!(visit.missed.windows(2).all(|pair| pair[0].held.wall >= pair[1].held.wall));
        }
    }
}
