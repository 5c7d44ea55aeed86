//! Words of documents, read as a clerk would.

use super::*;

#[test]
fn a_stamp_says_only_what_file_or_user_said() {
    let kept = |taken, at, place: &str| Photo { file: "1/1.jpg".into(), taken, at, place: place.into(), day: None };
    let wall = Wall(1_795_219_200_000 + 605 * 60_000);
    let when = Some(wall);
    let with_gps = kept(when, Some((-7_797_068, 110_370_529)), "Balai");
    assert_eq!(photo(2, &with_gps), "Foto 2 · Sabtu, 21 November 2026, pukul 10.05");
    assert_eq!(stamp(&with_gps), "GPS -7.797068, 110.370529");
    let typed = kept(None, None, " Balai RW 03 ");
    assert_eq!(
        (photo(1, &typed).as_str(), stamp(&typed).as_str()),
        ("Foto 1 · waktu foto tidak diketahui", "lokasi diketik: Balai RW 03")
    );
    let dated = Photo { day: Some(wall.day()), ..typed };
    assert_eq!(photo(1, &dated), "Foto 1 · Sabtu, 21 November 2026 (tanggal diketik)");
    assert_eq!(stamp(&kept(None, None, "")), "lokasi tidak diketahui");
    assert_eq!(coordinates((-12, 999_999)), "GPS -0.000012, 0.999999");
}

#[test]
fn numbers_come_from_the_meeting() {
    assert_eq!(counted_number(12, Wall(1_795_219_200_000)), "012/P2K2/XI/2026");
    assert_eq!(hour(DayMinute(605)), "10:05");
}
