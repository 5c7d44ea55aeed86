//! Clips in a meeting: playing, pausing by themselves, being hidden, the power failing.

use super::super::{
    clip::{Clip, PausePoint},
    command::{Command, Rejection, StartPlan, decide},
    event::{Cover, Event, Place, Record},
    plan::run_sheet,
    scene::stage_scene,
    state::State,
    time::{Ms, Now},
};
use super::{NINE, PLAN, session, setup};

const ASK: &str = "Apa yang dirasakan anak?";

/// A meeting on its first page, which has a clip that pauses at 20 s; the second has none.
struct Run {
    state: State,
    at: Ms,
}

impl Run {
    fn new() -> Self {
        let mut session = session(&PLAN);
        let pauses = vec![PausePoint { at: Ms::seconds(20), ask: ASK.into() }];
        session.steps[0].pages[0].clip = Some(Clip { file: "lagu.mp4".into(), pauses });
        let setup = setup(&session, 120, None, 3);
        let sheet = run_sheet(&session, 120, None);
        let state = State::open(&Record { seq: 1, at: Ms::ZERO, wall: NINE, event: Event::Opened { setup, sheet } });
        let mut run = Self { state: state.unwrap(), at: Ms::ZERO };
        run.does(Command::Start(StartPlan::Full));
        run
    }

    fn decides(&self, command: &Command) -> Result<Vec<Event>, Rejection> {
        decide(&self.state, command, Now { at: self.at, wall: NINE })
    }

    #[allow(clippy::needless_pass_by_value, reason = "tests name commands where they use them")]
    fn does(&mut self, command: Command) -> &mut Self {
        for event in self.decides(&command).unwrap() {
            self.happens(event);
        }
        self
    }

    fn happens(&mut self, event: Event) {
        let record = Record { seq: self.state.seq + 1, at: self.at, wall: NINE, event };
        self.state.apply(&record);
    }

    fn after(&mut self, seconds: u64) -> &mut Self {
        self.at = self.at + Ms::seconds(seconds);
        self
    }

    /// Position in seconds, and whether it runs.
    fn stands(&self) -> (u64, bool) {
        let run = self.state.clip_run().unwrap();
        (run.position(self.at).0 / 1000, run.since.is_some())
    }
}

#[test]
fn a_clip_runs_pauses_and_goes_on_from_where_it_stood() {
    let mut run = Run::new();
    assert_eq!(run.stands(), (0, false), "it never begins by itself");
    run.does(Command::PlayClip(None)).after(7);
    assert_eq!(run.stands(), (7, true));
    run.does(Command::PauseClip(Ms::seconds(7))).after(60);
    assert_eq!(run.stands(), (7, false));
    run.does(Command::PlayClip(None)).after(3);
    assert_eq!(run.stands(), (10, true));
    run.does(Command::SeekClip(Ms::seconds(40))).after(2);
    assert_eq!(run.stands(), (42, true), "sought while it runs it runs on");
}

#[test]
fn what_hides_the_clip_pauses_it() {
    let hiding = [
        Command::ToggleCover(Cover::Black),
        Command::StartGame("ular".into()),
        Command::Next,
        Command::TogglePause,
        Command::BeginStep(2),
    ];
    for command in hiding {
        let mut run = Run::new();
        run.does(Command::PlayClip(None)).after(9).does(command.clone()).after(30);
        run.state.shown = Place { step: 0, page: 0 };
        assert_eq!(run.stands(), (9, false), "{command:?}");
    }
}

#[test]
fn playing_takes_away_what_hides_it() {
    let mut run = Run::new();
    run.does(Command::ToggleCover(Cover::Black)).does(Command::PlayClip(None));
    let scene = stage_scene(&run.state);
    assert_eq!(scene.clip.as_ref().map(super::super::ids::PageId::as_str), Some("buka-0"));
}

#[test]
fn at_a_pause_point_the_question_comes_up_on_the_wall() {
    let mut run = Run::new();
    run.does(Command::PlayClip(None)).after(20);
    assert_eq!(
        run.state.pause_point_between(Ms::seconds(19), Ms::seconds(20)).map(|point| point.ask.as_str()),
        Some(ASK)
    );
    assert_eq!(stage_scene(&run.state).ask, None, "not while it runs");
    run.does(Command::PauseClip(Ms(20_033)));
    assert_eq!(stage_scene(&run.state).ask.as_deref(), Some(ASK));
    run.does(Command::PlayClip(None)).after(1);
    assert_eq!(stage_scene(&run.state).ask, None);
    let next = run.state.pause_point_between(Ms(20_033), Ms::seconds(25));
    assert_eq!(next, None, "it does not pause at the same point again");
    run.does(Command::ToggleCover(Cover::Black));
    assert_eq!(stage_scene(&run.state).clip, None, "black is black");
}

#[test]
fn after_a_power_cut_the_clip_stands_where_it_was_last_seen() {
    let mut run = Run::new();
    run.does(Command::PlayClip(None)).after(12).after(300);
    run.happens(Event::Resumed { gap: Ms::seconds(300), paused: false });
    assert_eq!(run.stands(), (12, false));
}

#[test]
fn a_page_without_a_clip_has_nothing_to_play() {
    let mut run = Run::new();
    run.does(Command::Next);
    for command in
        [Command::PlayClip(None), Command::PauseClip(Ms::ZERO), Command::SeekClip(Ms::ZERO), Command::DuckClip]
    {
        assert_eq!(run.decides(&command), Err(Rejection::NoClip));
    }
}
