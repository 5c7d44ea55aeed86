//! Names of photo files, and who counts as having done what was promised.

use super::*;

#[test]
fn names_of_photo_files_stay_in_their_folder() {
    for good in ["7/1.jpg", "7/2026-11-21_2.jpg", "a"] {
        assert!(plain_file(good), "{good}");
    }
    for bad in ["", "/1.jpg", "7//1.jpg", "../lembar.db", "7/../../x.jpg", "7\\1.jpg", "C:/x", "7/.x", "7/A.jpg", "ü"]
    {
        assert!(!plain_file(bad), "{bad}");
    }
    assert!(!plain_file(&"a".repeat(MAX_FILE + 1)));
}

#[test]
fn who_did_it_counts_at_least_those_named() {
    let recalled = |done, named: usize| {
        let who = (1..=named as i64).map(ParticipantId).collect();
        Recalled { of: MeetingId(1), done, who, seq: 1 }.count()
    };
    assert_eq!((recalled(Some(9), 0), recalled(None, 4), recalled(Some(2), 4)), (Some(9), Some(4), Some(4)));
    assert_eq!((recalled(Some(0), 0), recalled(None, 0)), (Some(0), None));
}
