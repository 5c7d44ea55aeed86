//! Cover, freeze, game, countdown, as scripts.

use super::script::check;

#[test]
fn the_first_next_under_a_cover_uncovers_and_shows_the_next_page_at_once() {
    check(
        "0:00 start
         1:00 black
         1:00 stage?
         1:00 console?
         1:00 next
         1:00 stage?
         2:00 white
         2:00 calm
         2:00 stage?
         2:00 calm
         2:00 stage?
         3:00 calm
         3:00 next
         3:00 stage?
         4:00 black
         4:00 previous
         4:00 stage?
         5:00 ctrl-end
         5:00 black
         5:00 next
         5:00 stage?
         5:00 next",
        "1:00 stage: black
         1:00 console: buka.0 in buka: buka-0
         1:00 stage: buka-1
         2:00 stage: calm
         2:00 stage: buka-1
         3:00 stage: recall Keuangan
         4:00 stage: buka-1
         5:00 stage: tutup-0
         5:00 next: AtEdge",
    );
}

#[test]
fn a_frozen_stage_keeps_what_it_shows_while_the_console_moves() {
    check(
        "0:00 start
         1:00 freeze
         1:00 next
         1:00 next
         1:00 stage?
         1:00 console?
         2:00 black
         2:00 stage?
         2:00 next
         2:00 stage?
         2:00 black
         2:00 stage?
         3:00 freeze
         3:00 stage?
         4:00 black
         4:00 freeze
         4:00 black
         4:00 stage?
         4:00 crash+1m
         6:00 stage?",
        "1:00 stage: buka-0
         1:00 console: tinjau.0 in tinjau: recall Keuangan
         2:00 stage: black
         2:00 stage: black
         2:00 stage: buka-0
         3:00 stage: tinjau-0
         4:00 stage: tinjau-0
         6:00 stage: tinjau-0",
    );
}

#[test]
fn a_game_covers_the_page_and_returns_where_it_was() {
    check(
        "0:00 game ular
         0:00 stage?
         0:00 start
         0:00 stage?
         1:00 next
         1:00 freeze
         1:00 black
         1:00 game ular
         1:00 stage?
         1:00 game ular
         1:00 countdown 2m
         1:00 stage?
         1:00 next?
         2:00 next
         2:00 stage?
         2:00 game end
         3:00 game ular
         3:00 countdown 1m
         3:00 game ombak
         3:00 stage?
         3:00 crash+1m
         4:00 stage?
         4:00 previous
         4:00 stage?
         5:00 game ular
         5:00 begin 2
         5:00 stage?
         6:00 game ular
         6:00 visit 0.0
         6:00 stage?",
        "0:00 stage: game ular
         0:00 stage: buka-0
         1:00 stage: game ular
         1:00 game ular: Nothing
         1:00 stage: game ular countdown 2:00
         1:00 next: buka-1
         2:00 stage: buka-1
         2:00 game end: Nothing
         3:00 stage: game ombak
         4:00 stage: game ombak
         4:00 stage: buka-1
         5:00 stage: inti-0
         6:00 stage: buka-0",
    );
}

#[test]
fn esc_takes_the_newest_layer_and_never_more() {
    check(
        "0:00 start
         0:00 esc
         1:00 freeze
         1:00 next
         1:00 black
         1:30 esc
         1:30 stage?
         1:30 esc
         1:30 stage?
         1:30 esc
         2:00 countdown 1m
         2:00 esc
         2:00 black
         3:00 esc
         3:00 stage?
         3:00 esc
         3:00 stage?
         4:00 game ular
         4:00 countdown 1m
         4:30 esc
         4:30 stage?
         5:00 esc",
        "0:00 esc: Nothing
         1:30 stage: buka-0
         1:30 stage: buka-1
         1:30 esc: Nothing
         2:00 esc: Nothing
         3:00 stage: buka-1 countdown 0:00
         3:00 stage: buka-1
         4:30 stage: buka-1
         5:00 esc: Nothing",
    );
}

#[test]
fn a_countdown_is_independent_and_signalled_once() {
    check(
        "0:00 start
         1:00 deadline?
         1:00 countdown 3m
         1:00 countdown 0s
         1:00 countdown 121m
         1:30 stage?
         1:30 deadline?
         2:00 countdown toggle
         3:00 stage?
         3:00 deadline?
         3:00 signal?
         3:00 countdown toggle
         4:59 signal?
         5:00 signal?
         5:05 signal?
         5:05 deadline?
         5:06 signal?
         5:06 deadline?
         5:10 countdown toggle
         5:10 countdown +1m
         5:10 stage?
         6:10 signal?
         6:30 countdown end
         6:30 countdown end
         7:00 countdown +1m
         7:00 countdown 1m
         7:10 countdown -50s
         7:10 countdown -40s
         7:10 stage?
         7:15 crash+1m
         8:15 signal?
         8:15 stage?
         9:00 black
         9:00 stage?
         9:00 countdown 1m
         9:00 calm
         9:00 stage?",
        "1:00 deadline: none
         1:00 countdown 0s: OutOfRange
         1:00 countdown 121m: OutOfRange
         1:30 stage: buka-0 countdown 2:30
         1:30 deadline: 4:00
         3:00 stage: buka-0 countdown paused 2:00
         3:00 deadline: none
         3:00 signal: None
         4:59 signal: None
         5:00 signal: Some(CountdownOver(1))
         5:05 signal: Some(CountdownOver(1))
         5:05 deadline: 5:05
         5:06 signal: None
         5:06 deadline: none
         5:10 countdown toggle: Nothing
         5:10 stage: buka-0 countdown 1:00
         6:10 signal: Some(CountdownOver(2))
         6:30 countdown end: Nothing
         7:00 countdown +1m: Nothing
         7:10 countdown -50s: OutOfRange
         7:10 stage: buka-0 countdown 0:10
         8:15 signal: None
         8:15 stage: buka-0 countdown -0:55
         9:00 stage: black
         9:00 stage: calm countdown 1:00",
    );
}

#[test]
fn two_minutes_left_of_a_long_countdown_are_announced() {
    check(
        "0:00 start
         1:00 countdown 5m
         1:00 deadline?
         3:59 signal?
         4:00 signal?
         4:05 signal?
         4:06 signal?
         4:06 deadline?
         6:00 signal?
         7:00 countdown 3m
         7:00 deadline?
         8:00 signal?",
        "1:00 deadline: 4:00
         3:59 signal: None
         4:00 signal: Some(TwoMinutesLeft(1))
         4:05 signal: Some(TwoMinutesLeft(1))
         4:06 signal: None
         4:06 deadline: 6:00
         6:00 signal: Some(CountdownOver(1))
         7:00 deadline: 10:00
         8:00 signal: None",
    );
}
