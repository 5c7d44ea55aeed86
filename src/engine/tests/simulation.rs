//! Whole meetings by chance: random session, commands, clock jumps, power cuts that lose what was not durable yet.

use super::super::{
    command::Command,
    history::summary,
    ids::MeetingId,
    minutes::meeting_minutes,
    pace::pace,
    playout::next_deadline,
    scene::stage_scene,
    state::Phase,
    time::{Ms, Now},
};
use super::{Meeting, NINE, SECRET, State, last_meeting, random::Random};

const MEETINGS: u64 = 300;
const TURNS: u64 = 120;

#[test]
fn meetings_survive_everything() {
    let mut closed = 0;
    for seed in 0..MEETINGS {
        let outcome = std::panic::catch_unwind(|| run(seed));
        closed += u64::from(outcome.unwrap_or_else(|_| panic!("seed {seed} failed, see above")) == Phase::Closed);
    }
    assert!(closed > MEETINGS / 4, "the simulation reaches the end of meetings ({closed})");
}

fn run(seed: u64) -> Phase {
    let mut random = Random(seed);
    let (session, setup) = random.meeting();
    let last = random.chance(70).then(last_meeting);
    let mut now = Now { at: Ms::ZERO, wall: NINE };
    let mut meeting = Meeting::open(&session, setup, last.as_ref(), now);
    for turn in 0..TURNS {
        pass_time(&mut random, &meeting.state, &mut now);
        let command = match turn {
            3 => Command::Start(super::super::command::StartPlan::Full),
            _ if turn > 60 && random.chance(3) => Command::Close,
            _ => random.command(),
        };
        let before = meeting.state.clone();
        if meeting.act(&command, now).is_err() {
            assert_eq!(meeting.state, before, "a rejected command changes nothing");
        }
        invariants(&meeting.state, now);
        if random.chance(3) {
            crash(&mut random, &mut meeting, &mut now);
            invariants(&meeting.state, now);
        }
    }
    every_prefix_folds(&meeting);
    meeting.state.phase
}

/// A little, a lot, or to the next deadline; sometimes the computer's clock jumps, which the meeting's time must not notice.
fn pass_time(random: &mut Random, state: &State, now: &mut Now) {
    let passed = match random.below(4) {
        0 => random.below(500),
        1 => next_deadline(state, *now).map_or(0, |at| at.saturating_sub(now.at).0),
        2 => random.below(60_000),
        _ => random.below(300_000),
    };
    now.at = now.at + Ms(passed);
    now.wall = now.wall.plus_ms(passed as i64);
    if random.chance(1) {
        now.wall = now.wall.plus_ms(random.below(172_800_000) as i64 - 86_400_000);
    }
}

/// The program dies: of the log only a prefix is on disk, the last sign of life is up to 5 s old.
fn crash(random: &mut Random, meeting: &mut Meeting, now: &mut Now) {
    let lost = random.below(4).min(meeting.log.len() as u64 - 1);
    meeting.log.truncate(meeting.log.len() - lost as usize);
    let state = State::fold(&meeting.log).expect("a durable prefix folds");
    let silent = random.below(5000).min(now.at.saturating_sub(state.last_at).0);
    let (alive_at, alive_wall) = (Ms(now.at.0 - silent), now.wall.plus_ms(-(silent as i64)));
    let gap = if random.chance(80) { random.below(600_000) } else { random.below(90_000_000) };
    let wall = alive_wall.plus_ms(if random.chance(10) { -(gap as i64) } else { gap as i64 });

    let scene = stage_scene(&state);
    let counted = |state: &State, now: Now| -> Vec<Ms> {
        (0..state.runs.len() as u16).map(|step| state.step_elapsed(step, now)).collect()
    };
    let before = counted(&state, Now { at: alive_at, wall: alive_wall });
    let (at, event) = state.resume(alive_at, alive_wall, wall);
    meeting.state = state;
    *now = Now { at, wall };
    meeting.push(event, *now);
    assert_eq!(stage_scene(&meeting.state), scene, "the stage comes back as it was");
    assert_eq!(counted(&meeting.state, *now), before, "the gap belongs to no step");
}

fn invariants(state: &State, now: Now) {
    let shown = format!("{:?}", stage_scene(state));
    assert!(!shown.contains(SECRET), "the stage knows too much: {shown}");
    assert!(state.sheet.has(state.shown) && state.sheet.has(state.left_at));

    let steps: Ms = (0..state.runs.len() as u16).map(|step| state.step_elapsed(step, now)).sum();
    assert_eq!(steps + state.not_counted(now), state.elapsed(now), "steps + pauses + gaps = meeting");

    let later = Now { at: now.at + Ms(61_000), wall: now.wall.plus_ms(61_000) };
    if let (Some(a), Some(b)) = (pace(state, now), pace(state, later)) {
        assert!(a.finish <= b.finish, "time alone never makes the end earlier");
    }
}

fn every_prefix_folds(meeting: &Meeting) {
    let mut state = State::open(&meeting.log[0]).expect("opens");
    for (index, record) in meeting.log.iter().enumerate().skip(1) {
        state.apply(record);
        let _: (_, _) = (meeting_minutes(&meeting.log[..=index], &state), summary(MeetingId(1), &state));
        if index % 16 == 0 {
            assert_eq!(Some(&state), State::fold(&meeting.log[..=index]).as_ref());
        }
    }
    assert_eq!(state, meeting.state, "live state = fold of the log");
}
