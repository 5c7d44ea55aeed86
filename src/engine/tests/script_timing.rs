//! Steps, timers, pace, late starts, cuts, crashes, as scripts.

use super::script::check;

#[test]
fn a_whole_meeting_in_a_millisecond() {
    check(
        "0:00 stage?
         0:00 next
         0:00 late?
         0:10 start
         0:10 stage?
         0:10 pace?
         5:00 next
         5:00 timer?
         10:10 next
         10:10 console?
         15:00 next
         20:10 next
         20:10 console?
         30:00 next
         40:00 next
         60:10 next
         60:10 stage?
         65:10 next
         65:10 console?
         80:00 next
         105:10 next
         105:10 console?
         106:00 next
         106:00 next?
         118:00 close
         118:00 stage?
         130:00 pace?
         130:00 minutes?
         131:00 next",
        "0:00 stage: waiting
         0:00 next: NotStarted
         0:00 late: no
         0:10 stage: buka-0
         0:10 pace: after 0:00 finish 120:10 at 11.00 offset 0:00
         5:00 timer: buka 4:50 left 5:10 Calm
         10:10 console: tinjau.0 in tinjau: recall Keuangan
         20:10 console: inti.0 in inti: inti-0
         60:10 stage: calm
         65:10 console: diskusi.0 in diskusi: diskusi-0
         105:10 console: tutup.0 in tutup: tutup-0
         106:00 next: AtEdge
         106:00 next: end
         118:00 stage: farewell
         130:00 pace: after 117:50 finish 118:00 at 10.58 offset -2:10
         130:00 minutes: buka 10/10:00, tinjau 10/10:00, inti 40/40:00, es 5/5:00, diskusi 40/40:00, tutup 15/12:50; stopped 0:00; corrections 0; []
         131:00 next: Closed",
    );
}

#[test]
fn a_first_meeting_begins_with_introductions_instead_of_recall() {
    check(
        "open 120 first
         0:00 start
         0:00 begin 1
         0:00 stage?
         0:00 next
         0:00 console?",
        "0:00 stage: introductions
         0:00 console: inti.0 in inti: inti-0",
    );
}

#[test]
fn visits_move_no_timer_and_walk_pages() {
    check(
        "0:00 start
         1:00 begin 2
         2:00 next
         3:00 visit 4.0
         3:00 console?
         3:30 next
         3:30 console?
         4:00 next
         4:00 console?
         5:00 timer?
         5:00 next
         5:00 return
         5:00 console?
         5:00 return
         5:10 previous
         5:10 previous
         5:10 console?
         5:20 next
         5:30 console?
         6:00 end
         6:00 console?
         6:00 next
         6:00 timer?
         7:00 timer?",
        "3:00 console: diskusi.0 in inti: diskusi-0
         3:30 console: diskusi.1 in inti: diskusi-1
         4:00 console: tutup.0 in inti: tutup-0
         5:00 timer: inti 4:00 left 36:00 Calm
         5:00 next: AtEdge
         5:00 console: inti.1 in inti: inti-1
         5:00 return: Nothing
         5:10 console: tinjau.1 in inti: tinjau-0
         5:30 console: inti.0 in inti: inti-0
         6:00 console: inti.2 in inti: inti-2
         6:00 timer: es 0:00 left 5:00 Calm
         7:00 timer: es 1:00 left 4:00 Calm",
    );
}

#[test]
fn numbers_and_edges() {
    check(
        "0:00 start
         0:00 previous
         0:00 home
         0:00 page 0
         0:00 page 99
         0:00 visit 3.1
         0:00 page 8
         0:00 console?
         0:00 page 9
         0:00 console?
         0:00 ctrl-end
         0:00 console?
         0:00 ctrl-home
         0:00 console?
         0:00 begin 6
         0:00 start
         0:00 begin 0",
        "0:00 previous: AtEdge
         0:00 home: AtEdge
         0:00 page 0: NoSuchThing
         0:00 page 99: NoSuchThing
         0:00 visit 3.1: NoSuchThing
         0:00 console: es.0 in buka: calm
         0:00 console: diskusi.0 in buka: diskusi-0
         0:00 console: tutup.0 in buka: tutup-0
         0:00 console: buka.0 in buka: buka-0
         0:00 begin 6: NoSuchThing
         0:00 start: AlreadyStarted
         0:00 begin 0: Nothing",
    );
}

#[test]
fn warnings_come_at_a_fifth_and_a_twentieth() {
    check(
        "0:00 start
         7:59 timer?
         8:00 timer?
         9:29 timer?
         9:30 timer?
         10:01 timer?
         10:01 adjust 1
         10:01 timer?
         10:01 adjust -11
         10:01 adjust 0
         10:01 adjust 200
         10:01 adjust -10
         10:01 timer?",
        "7:59 timer: buka 7:59 left 2:01 Calm
         8:00 timer: buka 8:00 left 2:00 Amber
         9:29 timer: buka 9:29 left 0:31 Amber
         9:30 timer: buka 9:30 left 0:30 Red
         10:01 timer: buka 10:01 left -0:01 Red
         10:01 timer: buka 10:01 left 0:59 Amber
         10:01 adjust -11: OutOfRange
         10:01 adjust 0: Nothing
         10:01 adjust 200: OutOfRange
         10:01 timer: buka 10:01 left -9:01 Red",
    );
}

#[test]
fn a_step_really_began_earlier_or_later() {
    check(
        "0:00 start
         8:00 begin 2
         10:00 ago 5m
         10:00 timer?
         10:00 ago 11m
         10:00 ago 5m
         10:00 ago 1m
         10:00 timer?
         10:00 minutes?
         20:00 pace?",
        "10:00 timer: inti 5:00 left 35:00 Calm
         10:00 ago 11m: OutOfRange
         10:00 ago 5m: Nothing
         10:00 timer: inti 1:00 left 39:00 Calm
         10:00 minutes: buka 10/9:00, tinjau 10/-, inti 40/1:00, es 5/-, diskusi 40/-, tutup 15/-; stopped 0:00; corrections 0; [NotClosed]
         20:00 pace: after 20:00 finish 109:00 at 10.49 offset -11:00",
    );
    // The first step: the meeting itself began then, but not before it was opened.
    check(
        "5:00 start
         7:00 ago 8m
         7:00 ago 6m
         7:00 timer?
         7:00 pace?",
        "7:00 ago 8m: OutOfRange
         7:00 timer: buka 6:00 left 4:00 Calm
         7:00 pace: after 6:00 finish 121:00 at 11.01 offset -4:00",
    );
}

#[test]
fn pauses_count_for_the_meeting_and_for_no_step() {
    check(
        "0:00 pause
         0:00 start
         5:00 pause
         8:00 timer?
         8:00 pace?
         9:00 ago 8m
         9:00 timer?
         10:00 pause
         11:00 timer?
         11:00 pause
         13:00 next
         13:00 next
         14:00 timer?
         20:00 close
         20:00 minutes?",
        "0:00 pause: NotStarted
         8:00 timer: buka 5:00 left 5:00 Calm paused
         8:00 pace: after 8:00 finish 123:00 at 11.03 offset 3:00
         9:00 timer: buka 4:00 left 6:00 Calm paused
         11:00 timer: buka 5:00 left 5:00 Calm
         14:00 timer: tinjau 1:00 left 9:00 Calm
         20:00 minutes: buka 10/5:00, tinjau 10/7:00, inti 40/-, es 5/-, diskusi 40/-, tutup 15/-; stopped 7:00; corrections 0; []",
    );
}

#[test]
fn a_crash_is_a_gap_and_long_ones_come_back_paused() {
    check(
        "0:10 start
         12:30 begin 2
         13:00 crash+20m
         33:00 timer?
         33:00 pace?
         40:00 stage?
         40:00 timer?
         41:00 crash+60m
         101:00 timer?
         105:00 timer?
         105:00 pause
         106:00 timer?
         106:00 crash-5m
         106:00 timer?
         107:00 pause
         107:00 pause
         108:00 crash+1m
         110:00 timer?
         111:00 close
         111:00 minutes?",
        "33:00 timer: inti 0:30 left 39:30 Calm
         33:00 pace: after 32:50 finish 132:30 at 11.12 offset 12:20
         40:00 stage: inti-0
         40:00 timer: inti 7:30 left 32:30 Calm
         101:00 timer: inti 8:30 left 31:30 Calm paused
         105:00 timer: inti 8:30 left 31:30 Calm paused
         106:00 timer: inti 9:30 left 30:30 Calm
         106:00 timer: inti 9:30 left 30:30 Calm paused
         110:00 timer: inti 9:30 left 30:30 Calm paused
         111:00 minutes: buka 10/12:20, tinjau 10/-, inti 40/9:30, es 5/-, diskusi 40/-, tutup 15/-; stopped 89:00; corrections 0; [ClockWentBack, Interrupted(4)]",
    );
    // On the waiting screen there is no timer to pause.
    check("1:00 crash+100m\n 101:00 start\n 102:00 timer?", "102:00 timer: buka 1:00 left 9:00 Calm");
    // Another date, though only minutes later: 09.00 + 890 minutes = 23.50.
    check("880:00 start\n 890:00 crash+20m\n 910:00 timer?", "910:00 timer: buka 10:00 left 0:00 Red paused");
}

#[test]
fn a_late_start_is_squeezed_to_the_agreed_end_or_keeps_its_length() {
    check(
        "open 120 end 11.00
         0:00 late?
         2:59 late?
         25:00 late?
         25:00 plan?
         25:00 start compress
         25:00 plan?
         25:00 pace?",
        "0:00 late: no
         2:59 late: no
         25:00 late: 25:00 left 95:00
         25:00 plan: 10:00 10:00 40:00 5:00 40:00 15:00
         25:00 plan: 8:00 8:00 31:00 4:00 31:00 13:00
         25:00 pace: after 0:00 finish 120:00 at 11.00 offset 0:00",
    );
    check(
        "open 120 end 11.00
         25:30 start compress
         25:30 plan?
         25:30 pace?",
        "25:30 plan: 8:00 7:00 31:00 4:00 31:30 13:00
         25:30 pace: after 0:00 finish 120:00 at 11.00 offset 0:00",
    );
    check(
        "open 120 end 11.00\n 25:00 start\n 25:00 pace?",
        "25:00 pace: after 0:00 finish 145:00 at 11.25 offset 0:00",
    );
    check(
        "open 120 end 11.00
         119:30 late?
         119:30 start compress
         121:00 late?
         121:00 start compress",
        "119:30 late: 119:30 left none
         119:30 start compress: OutOfRange
         121:00 late: 121:00 left none
         121:00 start compress: OutOfRange",
    );
    // Early, or nothing agreed: nothing to squeeze.
    check(
        "open 90 end 11.00\n 1:00 start compress\n 1:00 pace?",
        "1:00 pace: after 0:00 finish 91:00 at 10.31 offset 0:00",
    );
    check("0:00 start compress", "0:00 start compress: OutOfRange");
}

#[test]
fn the_cut_list_proposes_and_the_plan_follows() {
    check(
        "0:00 start
         10:00 begin 1
         20:00 begin 2
         20:30 cuts?
         64:00 cuts?
         64:00 cut 3=0s
         64:00 pace?
         64:00 cuts?
         64:00 cut 3=5m
         64:00 cut 2=30m
         64:00 cut 5=0s
         64:00 cut 9=1m
         64:00 cut 4=41m
         64:00 cut 4=30s
         64:00 cut 4=40m
         64:00 cut 3=0s,4=30m
         64:00 pace?
         65:00 end
         65:00 next
         65:00 console?
         65:00 previous
         65:00 console?
         66:00 begin 3
         66:30 timer?
         67:00 minutes?",
        "20:30 cuts: 
         64:00 cuts: es=3 saves 2, es=0 saves 5, *diskusi=36 saves 4, diskusi=0 saves 40, tutup=11 saves 4
         64:00 pace: after 64:00 finish 119:00 at 10.59 offset -1:00
         64:00 cuts: 
         64:00 cut 2=30m: OutOfRange
         64:00 cut 5=0s: MustDo
         64:00 cut 9=1m: NoSuchThing
         64:00 cut 4=41m: OutOfRange
         64:00 cut 4=30s: OutOfRange
         64:00 cut 4=40m: Nothing
         64:00 pace: after 64:00 finish 109:00 at 10.49 offset -11:00
         65:00 console: diskusi.0 in diskusi: diskusi-0
         65:00 console: inti.2 in diskusi: inti-2
         66:30 timer: es 0:30 left -0:30 Red
         67:00 minutes: buka 10/10:00, tinjau 10/10:00, inti 40/45:00, es 5/0:00, diskusi 40/1:00, tutup 15/-; stopped 0:00; corrections 0; [NotClosed, OutOfOrder]",
    );
}
