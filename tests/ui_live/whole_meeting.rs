//! A whole meeting as the room sees it: whatever the facilitator does, nothing is painted, said or drawn that is not for the room.

use std::{cell::RefCell, rc::Rc};

use egui_kittest::{Harness, kittest::Queryable as _};
use lembar::{
    engine::{
        attendance::Status,
        command::Command,
        event::{Cover, Presenter},
        ids::GameId,
        scene::PictureKey,
        state::Phase,
        time::Ms,
    },
    text::stage_ui,
};

use crate::{
    fixture,
    world::{World, painted},
};

const NOTE: &str = "Kunjungi keluarga ini minggu depan.";
const WALK_IN: &str = "Ibu Marlina Situmorang";

/// The stage through a meeting, and which pictures it asked for.
struct Room {
    harness: Harness<'static, World>,
    pictures: Rc<RefCell<Vec<String>>>,
    secrets: Vec<String>,
    looked: usize,
    over: bool,
}

impl Room {
    fn open(mut world: World) -> Self {
        let pictures = Rc::new(RefCell::new(Vec::new()));
        let paint = fixture::painter();
        let seen = Rc::clone(&pictures);
        world.painter = Box::new(move |key: &PictureKey| {
            seen.borrow_mut().push(format!("{:?}", key.base));
            paint(key)
        });
        let secrets = secrets(&world);
        let harness = world.stage([320.0, 180.0]);
        Self { harness, pictures, secrets, looked: 0, over: false }
    }

    /// Carries out a command and looks at the stage.
    fn on(&mut self, command: Command) {
        self.harness.state_mut().ms += 45_000;
        self.harness.state_mut().run(command);
        self.look();
    }

    fn look(&mut self) {
        self.harness.run_ok();
        self.looked += 1;
        let said = self.harness.query_all_by(|node| {
            node.label().is_some_and(|label| !label.is_empty()) || node.value().is_some_and(|value| !value.is_empty())
        });
        assert_eq!(said.count(), 0, "a screen reader has nothing to say");
        for (words, _) in painted(&self.harness) {
            self.over |= words == stage_ui::OVER;
            let time = words.chars().all(|c| c.is_ascii_digit() || c == ':');
            assert!(time || words == stage_ui::OVER, "the stage says \"{words}\"");
        }
        for picture in self.pictures.borrow_mut().drain(..) {
            let leaked = self.secrets.iter().find(|secret| picture.contains(secret.as_str()));
            assert_eq!(leaked, None, "in {picture}");
        }
    }
}

/// Everything that is the facilitator's alone: names, notes, script.
fn secrets(world: &World) -> Vec<String> {
    let steps = world.session.steps.iter();
    let blocks = steps.flat_map(|step| step.script.iter().chain(step.pages.iter().flat_map(|page| &page.script)));
    let script = blocks.map(|block| block.text.clone());
    let names = world.state.roll.iter().map(|row| row.name.clone());
    let games = world.games.iter().flat_map(|game| game.how.clone());
    script.chain(names).chain(games).chain([NOTE.to_owned(), WALK_IN.to_owned()]).collect()
}

#[test]
fn the_room_sees_pages_and_countdowns_and_nothing_else() {
    for world in [fixture::world(), fixture::first_meeting()] {
        let mut room = Room::open(world);
        assert!(room.secrets.len() > 50);
        room.look();
        room.on(Command::ToggleCover(Cover::Calm));
        room.on(Command::Start(lembar::engine::command::StartPlan::Full));
        room.on(Command::CountHeads(23));
        let presenter = Presenter { name: "Sari Wulandari".into(), agency: "PKH".into(), steps: Vec::new() };
        room.secrets.push(presenter.name.clone());
        room.on(Command::SetPresenters(vec![presenter]));
        while room.harness.state().state.sheet.after(room.harness.state().state.shown).is_some() {
            room.on(Command::Next);
            room.on(Command::AddNote(NOTE.into()));
            room.on(Command::ToggleFreeze);
            room.on(Command::ToggleFreeze);
            room.on(Command::StartCountdown(Ms::minutes(1)));
            room.on(Command::StartGame(GameId::from("gerak")));
            room.on(Command::ToggleCover(Cover::Black));
            room.on(Command::EndGame);
            room.on(Command::ToggleCover(Cover::White));
            room.on(Command::Clear);
            room.on(Command::EndCountdown);
        }
        let rows: Vec<_> = room.harness.state().state.roll.iter().map(|row| row.who).collect();
        for (who, status) in rows.into_iter().zip(Status::ALL) {
            room.on(Command::Mark(who, Some(status)));
        }
        room.on(Command::AddWalkIn(WALK_IN.into()));
        room.on(Command::Close);
        assert_eq!(room.harness.state().state.phase, Phase::Closed);
        assert!(room.over, "a countdown came to its end on the way");
        assert!(room.looked > 100);
    }
}

#[test]
fn a_countdown_ends_in_words() {
    let mut world = fixture::world();
    world.start().at(3.0).run(Command::StartCountdown(Ms::minutes(2)));
    let mut harness = world.stage([640.0, 360.0]);
    let mut says = |ms: u64| {
        harness.state_mut().ms += ms;
        harness.run_ok();
        painted(&harness).into_iter().map(|(words, _)| words).collect::<Vec<_>>()
    };
    assert_eq!(says(0), ["02:00"]);
    assert_eq!(says(59_500), ["01:01"], "a second is shown until it is over");
    assert_eq!(says(60_499), ["00:01"]);
    assert_eq!(says(1), [stage_ui::OVER]);
    assert_eq!(stage_ui::OVER, "Waktu habis");
    assert_eq!(says(600_000), [stage_ui::OVER]);
}
