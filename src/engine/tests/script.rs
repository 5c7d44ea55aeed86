//! The script language of the engine's tests: `M:SS command` lines in, the answers to `M:SS question?` lines and rejections out.

use super::super::{
    attendance::{Attendee, Status, counts},
    command::{Command, StartPlan},
    cut::cut_list,
    event::{Cover, Place},
    ids::ParticipantId,
    minutes::meeting_minutes,
    pace::{late_start, pace},
    playout::{next_deadline, signal},
    scene::{Base, next_scene, page_scene, stage_scene},
    time::{DayMinute, Ms, Now},
};
use super::{Meeting, NINE, PLAN, last_meeting, session, setup};

/// Runs a script against the meeting of [`PLAN`] (opened at 09.00, four participants) and compares its answers.
/// The first line may be `open [LENGTH] [end H.MM] [first]`.
#[track_caller]
pub(super) fn check(script: &str, expect: &str) {
    let mut lines = script.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let options: Vec<&str> = lines.next_if(|line| line.starts_with("open")).unwrap_or_default().split(' ').collect();
    let mut meeting = open(&options);
    let mut answers = Vec::new();
    for line in lines {
        let (time, words) = line.split_once(' ').expect("time and words");
        let now = now(time);
        if let Some(question) = words.strip_suffix('?') {
            answers.push(format!("{time} {question}: {}", answer(&meeting, question, now)).trim_end().to_owned());
        } else if let Some(gap) = words.strip_prefix("crash") {
            crash(&mut meeting, now, gap);
        } else if let Err(rejection) = meeting.act(&command(words), now) {
            answers.push(format!("{time} {words}: {rejection:?}"));
        }
    }
    let expect: Vec<&str> = expect.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(answers.join("\n"), expect.join("\n"), "\n-- got:\n{}\n", answers.join("\n"));
}

fn open(options: &[&str]) -> Meeting {
    let length = options.get(1).and_then(|word| word.parse().ok()).unwrap_or(120);
    let end = options.iter().position(|word| *word == "end").map(|i| {
        let (hour, minute) = options[i + 1].split_once('.').unwrap();
        DayMinute(hour.parse::<u16>().unwrap() * 60 + minute.parse::<u16>().unwrap())
    });
    let last = last_meeting();
    let last = (!options.contains(&"first")).then_some(&last);
    let session = session(&PLAN);
    Meeting::open(&session, setup(&session, length, end, 4), last, now("0:00"))
}

/// `M:SS` after the opening.
fn now(time: &str) -> Now {
    let at = span(time);
    Now { at, wall: NINE.plus_ms(at.0 as i64) }
}

/// `M:SS`, `5m`, `30s`.
fn span(text: &str) -> Ms {
    if let Some((minutes, seconds)) = text.split_once(':') {
        return Ms::minutes(minutes.parse().unwrap()) + Ms::seconds(seconds.parse().unwrap());
    }
    match text.strip_suffix('m') {
        Some(minutes) => Ms::minutes(minutes.parse().unwrap()),
        None => Ms::seconds(text.strip_suffix('s').unwrap_or(text).parse().unwrap()),
    }
}

/// Dies now (everything durable), comes back after `+gap` of wall time, or `-gap` by a clock that was set back.
fn crash(meeting: &mut Meeting, now: Now, gap: &str) {
    let back = gap.starts_with('-');
    let gap = span(gap.trim_start_matches(['+', '-'])).0 as i64;
    let wall = now.wall.plus_ms(if back { -gap } else { gap });
    let revived = super::State::fold(&meeting.log).unwrap();
    assert_eq!(revived, meeting.state, "live state = fold of the log");
    let (at, event) = revived.resume(now.at, now.wall, wall);
    meeting.state = revived;
    meeting.push(event, Now { at, wall });
}

fn command(words: &str) -> Command {
    let (word, rest) = words.split_once(' ').unwrap_or((words, ""));
    let number = || rest.parse::<u16>().unwrap();
    match (word, rest) {
        ("start", "compress") => Command::Start(StartPlan::Compress),
        ("start", _) => Command::Start(StartPlan::Full),
        ("next", _) => Command::Next,
        ("previous", _) => Command::Previous,
        ("home", _) => Command::FirstOfStep,
        ("end", _) => Command::LastOfStep,
        ("ctrl-home", _) => Command::FirstOfSession,
        ("ctrl-end", _) => Command::LastOfSession,
        ("visit", place) => {
            let (step, page) = place.split_once('.').unwrap();
            Command::Visit(Place { step: step.parse().unwrap(), page: page.parse().unwrap() })
        }
        ("page", _) => Command::VisitNumber(number()),
        ("return", _) => Command::ReturnToStep,
        ("begin", _) => Command::BeginStep(number()),
        ("black", _) => Command::ToggleCover(Cover::Black),
        ("white", _) => Command::ToggleCover(Cover::White),
        ("calm", _) => Command::ToggleCover(Cover::Calm),
        ("freeze", _) => Command::ToggleFreeze,
        ("esc", _) => Command::Clear,
        ("countdown", "toggle") => Command::ToggleCountdown,
        ("countdown", "end") => Command::EndCountdown,
        ("countdown", length) => match length.strip_prefix('+') {
            Some(more) => Command::AddCountdown(span(more).0 as i64),
            None => match length.strip_prefix('-') {
                Some(less) => Command::AddCountdown(-(span(less).0 as i64)),
                None => Command::StartCountdown(span(length)),
            },
        },
        ("game", "end") => Command::EndGame,
        ("game", id) => Command::StartGame(id.into()),
        ("pause", _) => Command::TogglePause,
        ("skip", length) => Command::SkipWait(span(length)),
        ("adjust", minutes) => Command::AdjustStep(minutes.parse().unwrap()),
        ("ago", ago) => Command::CorrectStart(span(ago)),
        ("cut", changes) => Command::Cut(
            changes
                .split(',')
                .map(|change| {
                    let (step, to) = change.split_once('=').unwrap();
                    (step.parse().unwrap(), span(to))
                })
                .collect(),
        ),
        ("note", text) => Command::AddNote(text.into()),
        ("unnote", _) => Command::RemoveNote(number()),
        ("heads", _) => Command::CountHeads(number()),
        ("mark", mark) => {
            let (who, status) = mark.split_once(' ').unwrap();
            Command::Mark(person(who), status_of(status))
        }
        ("toggle", _) => Command::ToggleNumber(number()),
        ("all", _) => Command::MarkAllPresent,
        ("rest", status) => Command::MarkRest(status_of(status).unwrap()),
        ("undo", _) => Command::UndoMarks,
        ("walk-in", name) => Command::AddWalkIn(name.into()),
        ("no-walk-in", _) => Command::RemoveWalkIn(number()),
        ("late", _) => Command::Late(person(rest), true),
        ("on-time", _) => Command::Late(person(rest), false),
        ("by", who) => {
            let (who, by) = who.split_once(' ').unwrap_or((who, ""));
            Command::Represent(person(who), Some(by.into()))
        }
        ("no-by", _) => Command::Represent(person(rest), None),
        ("guests", guests) => {
            let (count, who) = guests.split_once(' ').unwrap_or((guests, ""));
            Command::CountGuests(count.parse().unwrap(), who.into())
        }
        ("withdraw", _) => Command::Withdraw(true),
        ("close", _) => Command::Close,
        _ => panic!("no such command: {words}"),
    }
}

fn person(number: &str) -> Attendee {
    Attendee::Participant(ParticipantId(number.parse().unwrap()))
}

fn status_of(letter: &str) -> Option<Status> {
    match letter {
        "H" => Some(Status::Present),
        "S" => Some(Status::Sick),
        "I" => Some(Status::Excused),
        "A" => Some(Status::Absent),
        _ => None,
    }
}

fn answer(meeting: &Meeting, question: &str, now: Now) -> String {
    let state = &meeting.state;
    let step_id = |step: u16| state.sheet.steps[usize::from(step)].id.to_string();
    let at_place = |place: Place| format!("{}.{}", step_id(place.step), place.page);
    match question {
        "stage" => {
            let scene = stage_scene(state);
            let countdown = scene.countdown.map(|countdown| match countdown.paused_left {
                Some(left) => format!(" countdown paused {}", clock(left.0 as i64)),
                None => format!(" countdown {}", clock(countdown.ends.signed_sub(now.at))),
            });
            base(&scene.base) + &countdown.unwrap_or_default()
        }
        "console" => {
            format!("{} in {}: {}", at_place(state.shown), step_id(state.step), base(&page_scene(state, state.shown)))
        }
        "next" => next_scene(state).as_ref().map_or("end".into(), base),
        "timer" => {
            let Some(pace) = pace(state, now) else { return "none".into() };
            let paused = if state.paused.is_some() { " paused" } else { "" };
            format!(
                "{} {} left {} {:?}{paused}",
                step_id(state.step),
                clock(pace.step_elapsed.0 as i64),
                clock(pace.step_left_ms),
                pace.warning
            )
        }
        "pace" => {
            let Some(pace) = pace(state, now) else { return "none".into() };
            let wall = pace.finish_wall.minute_of_day().0;
            format!(
                "after {} finish {} at {}.{:02} offset {}",
                clock(pace.elapsed.0 as i64),
                clock(pace.finish.0 as i64),
                wall / 60,
                wall % 60,
                clock(pace.offset_ms)
            )
        }
        "late" => late_start(state, now).map_or("no".into(), |late| {
            format!(
                "{} left {}",
                clock(late.late.0 as i64),
                late.left.map_or("none".into(), |left| clock(left.0 as i64))
            )
        }),
        "plan" => spans(state.sheet.spans().iter()),
        "cuts" => {
            let options = cut_list(state, now);
            let option = |option: &super::super::cut::CutOption| {
                let mark = if option.proposed { "*" } else { "" };
                format!(
                    "{mark}{}={} saves {}",
                    step_id(option.step),
                    option.to.round_minutes(),
                    option.saves.round_minutes()
                )
            };
            options.iter().map(option).collect::<Vec<_>>().join(", ")
        }
        "signal" => format!("{:?}", signal(state, now)),
        "deadline" => next_deadline(state, now).map_or("none".into(), |at| clock(at.0 as i64)),
        "roll" => {
            let row = |row: &super::super::attendance::Row| {
                let status = match row.status {
                    Some(Status::Present) => "H",
                    Some(Status::Sick) => "S",
                    Some(Status::Excused) => "I",
                    Some(Status::Absent) => "A",
                    None => "-",
                };
                let by = row.by.as_ref().map(|by| format!("={by}")).unwrap_or_default();
                let late = if row.late { "+" } else { "" };
                let told = format!("{status}{by}{late}");
                if row.removed { format!("({told})") } else { told }
            };
            state.roll.iter().map(row).collect::<Vec<_>>().join(" ")
        }
        "guests" => state.guests.as_ref().map_or("none".into(), |(count, who)| format!("{count} {who}")),
        "counts" => format!("{:?}", counts(&state.roll, u64::MAX)),
        "trace" => {
            let causes = meeting.log.iter().filter_map(|record| match &record.event {
                super::Event::Marked { marks, cause } => Some(format!("{cause:?} {}", marks.len())),
                _ => None,
            });
            causes.collect::<Vec<_>>().join(", ")
        }
        "notes" => {
            let standing = state.notes.iter().filter(|note| !note.removed);
            standing.map(|note| format!("{}: {}", step_id(note.step), note.text)).collect::<Vec<_>>().join(", ")
        }
        "minutes" => {
            let minutes = meeting_minutes(&meeting.log, state);
            let step = |step: &super::super::minutes::StepMinutes| {
                let real = step.real.map_or(if step.skipped { "cut" } else { "-" }.into(), |real| clock(real.0 as i64));
                format!("{} {}/{real}", step.title, step.planned.round_minutes())
            };
            let steps = minutes.steps.iter().map(step).collect::<Vec<_>>().join(", ");
            format!(
                "{steps}; stopped {}; corrections {}; {:?}",
                clock(minutes.not_counted.0 as i64),
                minutes.corrections,
                minutes.oddities
            )
        }
        _ => panic!("no such question: {question}"),
    }
}

fn base(base: &Base) -> String {
    match base {
        Base::Page(_, page) => page.to_string(),
        Base::Recall { title, .. } => format!("recall {title}"),
        Base::Waiting { .. } => "waiting".into(),
        Base::Game(game) => format!("game {game}"),
        other => format!("{other:?}").to_lowercase(),
    }
}

fn spans<'a>(spans: impl Iterator<Item = &'a Ms>) -> String {
    spans.map(|span| clock(span.0 as i64)).collect::<Vec<_>>().join(" ")
}

/// `M:SS`, with a sign when negative.
fn clock(ms: i64) -> String {
    let seconds = ms.abs() / 1000;
    format!("{}{}:{:02}", if ms < 0 { "-" } else { "" }, seconds / 60, seconds % 60)
}
