//! Judging the look round before a meeting: what was found becomes one line per item, green, amber or red. Nothing is looked at here.

use super::time::Wall;

/// Less battery than this without a charger is worth a look, percent.
pub const LOW_BATTERY: u8 = 30;
/// Less than this is trouble, percent.
pub const EMPTY_BATTERY: u8 = 10;
/// Less room than this on the data disk is worth a look, bytes.
pub const LITTLE_ROOM: u64 = 200 * 1024 * 1024;
/// Less than this and dated copies may fail, bytes. A meeting itself needs a hundredth of it, so it may begin.
pub const NO_ROOM: u64 = 50 * 1024 * 1024;
/// Nothing was written before this year: Lembar did not exist.
pub const FIRST_YEAR: i64 = 2026;
/// A clock beyond the end of this year is set wrong rather than right.
pub const LAST_YEAR: i64 = 2045;
/// Wall time is local and Indonesia has three zones: a laptop that travelled is behind by two hours without being wrong, ms.
pub const ZONES: i64 = 2 * 3_600_000;
/// A clock may have been set a little back since the last record, ms.
const SET_BACK: i64 = 10 * 60_000;

/// What is looked at, in the order of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A second screen for the stage.
    Projector,
    /// The loudspeaker.
    Sound,
    /// Every page of the session.
    Session,
    /// Battery and charger.
    Power,
    /// Free room where the data are.
    Disk,
    /// The clock against the newest record.
    Clock,
}

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Well.
    Green,
    /// Still being looked at.
    Pending,
    /// Look at it; the meeting can be held.
    Amber,
    /// Do something about it.
    Red,
}

/// The second screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Projector {
    /// None is seen.
    #[default]
    None,
    /// It shows the laptop's own picture.
    Mirrored,
    /// It is a desktop of its own and the stage is on it.
    There {
        /// Its number, from 1.
        number: u8,
        /// Connector or model; may be empty.
        name: String,
        /// Pixels.
        size: (u32, u32),
    },
}

/// The loudspeaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sound {
    /// There is a device.
    pub there: bool,
    /// The tone was played since the start of the program.
    pub played: bool,
    /// What the facilitator answered.
    pub heard: Option<bool>,
}

/// The session to be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The pack has it.
    pub there: bool,
    /// Its own file was broken; the guided plan stands in.
    pub replaced: bool,
    /// Pages tried so far.
    pub tried: usize,
    /// All pages; `None` = not counted yet.
    pub all: Option<usize>,
    /// Titles of those that cannot be drawn.
    pub broken: Vec<String>,
    /// Clips that cannot be played.
    pub clips: Vec<BrokenClip>,
}

/// A clip that cannot be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenClip {
    /// Its page's title.
    pub title: String,
    /// Why, and what to do: half a sentence, as the player says it.
    pub why: String,
}

/// The battery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Battery {
    /// Charge, percent.
    pub percent: u8,
    /// A charger is connected; `None` = the system does not say.
    pub charger: Option<bool>,
}

/// Everything found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings {
    /// Second screen.
    pub projector: Projector,
    /// Loudspeaker.
    pub sound: Sound,
    /// Session.
    pub pages: Pages,
    /// `None` = there is none, or it cannot be asked.
    pub battery: Option<Battery>,
    /// Bytes free for data; `None` = not known.
    pub free: Option<u64>,
    /// Wall time now.
    pub now: Wall,
    /// The newest wall time any meeting wrote down.
    pub newest: Option<Wall>,
}

/// Why a line has its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The stage is on it: number, name, pixels.
    ProjectorThere(u8, String, (u32, u32)),
    /// Both screens show the same.
    ProjectorMirrored,
    /// None is seen.
    ProjectorMissing,
    /// There is a loudspeaker; not listened to yet.
    SoundThere,
    /// The tone was played; was it heard?
    SoundAsked,
    /// The tone was heard.
    SoundHeard,
    /// It was not.
    SoundNotHeard,
    /// There is no loudspeaker.
    SoundMissing,
    /// The session is not in the pack.
    SessionMissing,
    /// Not one of so many pages can be drawn.
    SessionUnreadable(usize),
    /// Its file is broken; the guided plan stands in.
    SessionReplaced,
    /// So many of so many pages were opened so far.
    SessionOpening(usize, usize),
    /// All of so many pages open.
    SessionOpens(usize),
    /// These of so many pages do not.
    PagesBroken(Vec<String>, usize),
    /// All of so many pages open, and these clips do not.
    ClipsBroken(Vec<BrokenClip>, usize),
    /// No battery, or none that can be asked.
    NoBattery,
    /// Percent, with a charger or enough without.
    BatteryWell(Battery),
    /// Not enough for a meeting.
    BatteryLow(Battery),
    /// About to go out.
    BatteryEmpty(Battery),
    /// Bytes free, enough.
    RoomEnough(u64),
    /// Bytes free, little.
    RoomLittle(u64),
    /// Bytes free, next to none.
    RoomNone(u64),
    /// Could not be asked.
    RoomUnknown,
    /// The clock agrees with what was written.
    ClockWell(Wall),
    /// The clock is earlier than the newest record: now, newest.
    ClockBehind(Wall, Wall),
    /// No meeting can be held in such a year.
    ClockYear(Wall),
}

/// One line of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What.
    pub item: Item,
    /// How it stands.
    pub level: Level,
    /// Why.
    pub reason: Reason,
}

/// One line for every item, in the screen's order.
#[must_use]
pub fn judge(found: &Findings) -> [Line; 6] {
    [
        (Item::Projector, projector(&found.projector)),
        (Item::Sound, sound(found.sound)),
        (Item::Session, session(&found.pages)),
        (Item::Power, power(found.battery)),
        (Item::Disk, disk(found.free)),
        (Item::Clock, clock(found.now, found.newest)),
    ]
    .map(|(item, (level, reason))| Line { item, level, reason })
}

/// Only a session that cannot be read keeps a meeting from beginning.
#[must_use]
pub fn blocks(line: &Line) -> bool {
    matches!(line.reason, Reason::SessionMissing | Reason::SessionUnreadable(_))
}

fn projector(found: &Projector) -> (Level, Reason) {
    match found {
        Projector::None => (Level::Amber, Reason::ProjectorMissing),
        Projector::Mirrored => (Level::Amber, Reason::ProjectorMirrored),
        Projector::There { number, name, size } => (Level::Green, Reason::ProjectorThere(*number, name.clone(), *size)),
    }
}

fn sound(found: Sound) -> (Level, Reason) {
    match found {
        Sound { there: false, .. } => (Level::Amber, Reason::SoundMissing),
        Sound { heard: Some(true), .. } => (Level::Green, Reason::SoundHeard),
        Sound { heard: Some(false), .. } => (Level::Amber, Reason::SoundNotHeard),
        Sound { played: true, .. } => (Level::Green, Reason::SoundAsked),
        Sound { .. } => (Level::Green, Reason::SoundThere),
    }
}

fn session(found: &Pages) -> (Level, Reason) {
    if !found.there {
        return (Level::Red, Reason::SessionMissing);
    }
    let Some(all) = found.all else { return (Level::Pending, Reason::SessionOpening(0, 0)) };
    match (found.broken.len(), all) {
        _ if found.tried < all => (Level::Pending, Reason::SessionOpening(found.tried, all)),
        (broken, all) if all > 0 && broken >= all => (Level::Red, Reason::SessionUnreadable(all)),
        _ if found.replaced => (Level::Red, Reason::SessionReplaced),
        (0, all) if found.clips.is_empty() => (Level::Green, Reason::SessionOpens(all)),
        (0, all) => (Level::Amber, Reason::ClipsBroken(found.clips.clone(), all)),
        (_, all) => (Level::Amber, Reason::PagesBroken(found.broken.clone(), all)),
    }
}

/// The battery alone, as the top bar shows it all the time.
#[must_use]
pub fn power(found: Option<Battery>) -> (Level, Reason) {
    let Some(battery) = found else { return (Level::Green, Reason::NoBattery) };
    match (battery.percent, battery.charger) {
        // It grows; pulled out now it would last minutes.
        (0..EMPTY_BATTERY, Some(true)) => (Level::Amber, Reason::BatteryLow(battery)),
        (0..EMPTY_BATTERY, _) => (Level::Red, Reason::BatteryEmpty(battery)),
        (_, Some(true)) | (LOW_BATTERY.., _) => (Level::Green, Reason::BatteryWell(battery)),
        _ => (Level::Amber, Reason::BatteryLow(battery)),
    }
}

fn disk(found: Option<u64>) -> (Level, Reason) {
    match found {
        None => (Level::Green, Reason::RoomUnknown),
        Some(bytes @ 0..NO_ROOM) => (Level::Red, Reason::RoomNone(bytes)),
        Some(bytes @ NO_ROOM..LITTLE_ROOM) => (Level::Amber, Reason::RoomLittle(bytes)),
        Some(bytes) => (Level::Green, Reason::RoomEnough(bytes)),
    }
}

fn clock(now: Wall, newest: Option<Wall>) -> (Level, Reason) {
    let possible = |wall: Wall| (new_year(FIRST_YEAR)..new_year(LAST_YEAR + 1)).contains(&wall);
    // A record from an impossible year was written by a clock that was wrong then; it says nothing about now.
    let newest = newest.filter(|newest| possible(*newest));
    match newest {
        _ if !possible(now) => (Level::Amber, Reason::ClockYear(now)),
        Some(newest) if now.plus_ms(ZONES + SET_BACK) < newest => (Level::Amber, Reason::ClockBehind(now, newest)),
        _ => (Level::Green, Reason::ClockWell(now)),
    }
}

/// The first moment of a year from 1970 on.
const fn new_year(year: i64) -> Wall {
    let leap_days = (year - 1969) / 4 - (year - 1901) / 100 + (year - 1601) / 400;
    Wall(((year - 1970) * 365 + leap_days) * 86_400_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saturday, 21 November 2026, midnight.
    const DAY: Wall = Wall(1_795_219_200_000);

    fn well() -> Findings {
        Findings {
            projector: Projector::There { number: 2, name: "HDMI-1".into(), size: (1024, 768) },
            sound: Sound { there: true, ..Sound::default() },
            pages: Pages {
                there: true,
                replaced: false,
                tried: 19,
                all: Some(19),
                broken: Vec::new(),
                clips: Vec::new(),
            },
            battery: Some(Battery { percent: 84, charger: Some(false) }),
            free: Some(LITTLE_ROOM),
            now: DAY,
            newest: Some(DAY.plus_ms(-86_400_000)),
        }
    }

    fn line(found: &Findings, item: Item) -> Line {
        judge(found).into_iter().find(|line| line.item == item).unwrap()
    }

    fn level(found: &Findings, item: Item) -> Level {
        line(found, item).level
    }

    #[test]
    fn all_is_well() {
        let lines = judge(&well());
        assert!(lines.iter().all(|line| line.level == Level::Green && !blocks(line)), "{lines:#?}");
    }

    #[test]
    fn a_missing_projector_or_loudspeaker_is_amber() {
        for projector in [Projector::None, Projector::Mirrored] {
            assert_eq!(level(&Findings { projector, ..well() }, Item::Projector), Level::Amber);
        }
        let sound =
            |there, played, heard| level(&Findings { sound: Sound { there, played, heard }, ..well() }, Item::Sound);
        assert_eq!(sound(false, false, None), Level::Amber);
        assert_eq!(sound(true, true, None), Level::Green);
        assert_eq!(sound(true, true, Some(true)), Level::Green);
        assert_eq!(sound(true, true, Some(false)), Level::Amber);
        assert_eq!(sound(false, true, Some(true)), Level::Amber, "it was heard once and is gone now");
    }

    #[test]
    fn only_a_session_that_cannot_be_read_blocks() {
        let found = |there, replaced, broken: usize| {
            let broken = (0..broken).map(|page| page.to_string()).collect();
            line(
                &Findings {
                    pages: Pages { there, replaced, tried: 3, all: Some(3), broken, clips: Vec::new() },
                    ..well()
                },
                Item::Session,
            )
        };
        for (line, wanted) in [
            (found(true, false, 0), (Level::Green, false)),
            (found(true, false, 2), (Level::Amber, false)),
            (found(true, false, 3), (Level::Red, true)),
            (found(true, true, 0), (Level::Red, false)),
            (found(false, false, 0), (Level::Red, true)),
        ] {
            assert_eq!((line.level, blocks(&line)), wanted, "{line:?}");
        }
        assert_eq!(found(true, false, 2).reason, Reason::PagesBroken(vec!["0".into(), "1".into()], 3));
        let clips = vec![BrokenClip { title: "Lagu".into(), why: "rusak".into() }];
        let silent = line(&Findings { pages: Pages { clips: clips.clone(), ..well().pages }, ..well() }, Item::Session);
        assert_eq!((silent.level, &silent.reason), (Level::Amber, &Reason::ClipsBroken(clips, 19)));
        assert!(!blocks(&silent), "a meeting can be held without its clip");
        let ruined = Findings {
            projector: Projector::None,
            sound: Sound::default(),
            battery: Some(Battery { percent: 1, charger: None }),
            free: Some(0),
            now: Wall(0),
            ..well()
        };
        assert!(judge(&ruined).iter().all(|line| !blocks(line)), "everything else may be wrong");
    }

    #[test]
    fn pages_still_being_opened_are_neither_well_nor_wrong() {
        for (tried, all, wanted) in [(0, None, (0, 0)), (2, Some(19), (2, 19))] {
            let pages = Pages { tried, all, broken: vec!["x".into()], ..well().pages };
            let line = line(&Findings { pages, ..well() }, Item::Session);
            assert_eq!((line.level, &line.reason), (Level::Pending, &Reason::SessionOpening(wanted.0, wanted.1)));
            assert!(!blocks(&line));
        }
    }

    #[test]
    fn a_battery_is_judged_with_its_charger() {
        let battery =
            |percent, charger| level(&Findings { battery: Some(Battery { percent, charger }), ..well() }, Item::Power);
        assert_eq!(battery(LOW_BATTERY, Some(false)), Level::Green);
        assert_eq!(battery(LOW_BATTERY - 1, Some(false)), Level::Amber);
        assert_eq!(battery(LOW_BATTERY - 1, None), Level::Amber);
        assert_eq!(battery(LOW_BATTERY - 1, Some(true)), Level::Green);
        assert_eq!(battery(EMPTY_BATTERY, Some(false)), Level::Amber);
        assert_eq!(battery(EMPTY_BATTERY - 1, Some(false)), Level::Red);
        assert_eq!(battery(EMPTY_BATTERY - 1, Some(true)), Level::Amber);
        assert_eq!(level(&Findings { battery: None, ..well() }, Item::Power), Level::Green);
    }

    #[test]
    fn a_full_disk_is_red() {
        let disk = |bytes| level(&Findings { free: Some(bytes), ..well() }, Item::Disk);
        assert_eq!(
            [disk(LITTLE_ROOM), disk(LITTLE_ROOM - 1), disk(NO_ROOM - 1)],
            [Level::Green, Level::Amber, Level::Red]
        );
    }

    #[test]
    fn a_clock_is_held_against_the_newest_record_and_the_calendar() {
        let clock = |now: Wall, newest| level(&Findings { now, newest, ..well() }, Item::Clock);
        assert_eq!(clock(DAY, None), Level::Green);
        assert_eq!(clock(DAY, Some(DAY.plus_ms(ZONES))), Level::Green, "the laptop came from Jayapura");
        assert_eq!(clock(DAY, Some(DAY.plus_ms(86_400_000))), Level::Amber);
        assert_eq!(clock(new_year(FIRST_YEAR), None), Level::Green);
        assert_eq!(clock(new_year(FIRST_YEAR).plus_ms(-1), None), Level::Amber);
        assert_eq!(clock(new_year(LAST_YEAR + 1), None), Level::Amber);
        assert_eq!(clock(DAY, Some(new_year(LAST_YEAR + 30))), Level::Green, "the record is the one that is wrong");
    }

    #[test]
    fn years_begin_where_the_calendar_says() {
        assert_eq!(new_year(1970), Wall(0));
        let into_2026 = DAY.day() - new_year(2026).day();
        let before_november: i64 = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31].iter().sum();
        assert_eq!(into_2026, before_november + 20);
        assert_eq!(new_year(2029).day() - new_year(2028).day(), 366);
    }
}
