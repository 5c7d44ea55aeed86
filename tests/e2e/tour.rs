//! `lembar tour` drives the real program by itself and leaves pictures of both windows.

use std::{
    collections::HashSet,
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use crate::rig::{self, Screens};

/// The contract: at least this many pictures, at most this long.
const PICTURES: usize = 20;
const LONGEST: Duration = Duration::from_secs(40);

#[test]
fn the_tour_ends_well_and_leaves_pictures_of_both_windows() {
    if !rig::slow("the tour") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let out = tempfile::tempdir().unwrap();
    let data = tempfile::tempdir().unwrap();

    let began = Instant::now();
    let mut tour = screens.lembar(data.path(), &["tour", "--out", &out.path().display().to_string()]);
    let status = tour.wait(LONGEST + Duration::from_secs(20));
    let took = began.elapsed();
    assert!(status.success(), "the tour failed: {status}\n{}", tour.said());
    assert!(took <= LONGEST, "the tour took {took:?}");
    eprintln!("the tour took {took:?}");

    let account = fs::read_to_string(out.path().join("tour.json")).expect("tour.json is there");
    let account: serde_json::Value = serde_json::from_str(&account).expect("tour.json is JSON");
    assert!(account.is_object(), "tour.json tells about the tour: {account}");

    let mut paths: Vec<PathBuf> = fs::read_dir(out.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "png"));
    paths.sort();
    assert!(paths.len() >= PICTURES, "only {} pictures: {paths:?}", paths.len());
    let pictures: Vec<_> = paths.iter().map(|path| image::open(path).expect("a whole PNG").to_rgb8()).collect();
    let sizes: HashSet<_> = pictures.iter().map(image::RgbImage::dimensions).collect();
    assert!(sizes.contains(&(1024, 768)), "no picture has the projector's size: {sizes:?}");
    assert!(sizes.len() >= 2, "the pictures are of one window only: {sizes:?}");
    let different: HashSet<_> = pictures.iter().map(image::ImageBuffer::as_raw).collect();
    assert!(different.len() >= PICTURES, "only {} pictures differ", different.len());
}
