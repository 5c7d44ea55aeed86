//! `lembar tour` drives the real program by itself and leaves pictures of both windows.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, Instant},
};

use image::RgbImage;
use lembar::{
    app::{
        core::{Core, Opened},
        tour,
    },
    clock::Clock,
    engine::{
        scene::{Base, PictureKey, StageScene},
        time::Wall,
    },
    media::pictures::Renderer,
    pack::{self, Pack},
    store::{self, DirLock, OpenOutcome},
    ui::stage::Wall as Shown,
};

use crate::rig::{self, Screens, journal};

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

    let content = Arc::new(pack::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")));
    let renderer = Renderer::new();
    let walls = walls(data.path(), &content);
    // The screens' numbers and the test picture are no pages.
    let page = |path: &&PathBuf| {
        let name = path.to_string_lossy();
        name.ends_with("-panggung.png") && !name.contains("-nomor-layar-") && !name.contains("-gambar-uji-")
    };
    let of_stage = paths.iter().filter(page).count();
    assert_eq!(of_stage, walls.len(), "a picture of the projector for every state that has one");
    for (name, scene) in walls {
        // `07-langkah-1-panggung.png`
        let named = |path: &&PathBuf| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            file.split_once('-').is_some_and(|(_, rest)| rest == format!("{name}-panggung.png"))
        };
        let path = paths.iter().find(named);
        let picture = image::open(path.unwrap_or_else(|| panic!("no picture of {name}"))).unwrap().to_rgb8();
        assert_is_page(&name, &picture, &scene, &content, &renderer);
    }
}

/// What the projector must have shown at each picture, found by taking the tour without windows at the same time of day.
fn walls(data: &Path, content: &Arc<Pack>) -> Vec<(String, StageScene)> {
    let wall = Wall(journal::read(data).first().expect("the tour opened a meeting").wall_ms);
    let dir = tempfile::tempdir().unwrap();
    let lock = DirLock::take(dir.path()).unwrap();
    let OpenOutcome::Ready(database) = store::open::open(&lock, wall).unwrap() else { panic!("a new database") };
    let clock = Clock::Manual { mono: 0, wall };
    let mut core = Core::new(clock, Arc::clone(content), lock, Opened::Ready(database), Arc::new(|| ())).unwrap();
    let mut walls = Vec::new();
    tour::walk(&mut core, |name, core| {
        if let Some(Shown::Scene(scene)) = core.wall() {
            walls.push((name.to_owned(), scene));
        }
    })
    .unwrap();
    walls
}

/// The page a scene shows, as the projector must show it; `None` for what the stage itself paints and moves. What that may show is `core`'s
/// `leak`'s matter.
pub(crate) fn page_of(
    scene: &StageScene,
    (width, height): (u32, u32),
    content: &Pack,
    renderer: &Renderer,
) -> Option<RgbImage> {
    let all = |part: u8| RgbImage::from_pixel(width, height, image::Rgb([part; 3]));
    match &scene.base {
        Base::Black => Some(all(0)),
        Base::White => Some(all(255)),
        Base::Draw(_) | Base::Yell(_) => None,
        base => {
            let key = PictureKey { base: base.clone(), module: scene.module, width, height };
            let rgba = renderer.render(content, &key).unwrap().rgba;
            let page = image::RgbaImage::from_raw(width, height, rgba)?;
            Some(image::DynamicImage::from(page).to_rgb8())
        }
    }
}

/// The page pixel for pixel, but for a countdown in its corner: no cursor, no notice, no title bar, no word from the console.
fn assert_is_page(name: &str, picture: &RgbImage, scene: &StageScene, content: &Pack, renderer: &Renderer) {
    let (width, height) = picture.dimensions();
    let Some(page) = page_of(scene, (width, height), content, renderer) else { return };
    let differ = || picture.enumerate_pixels().filter(|(x, y, pixel)| page.get_pixel(*x, *y) != *pixel);
    // The countdown's plate: in the upper right corner, less than half as wide and a quarter as high as the page.
    let outside = differ().filter(|(x, y, _)| scene.countdown.is_none() || *x < width / 2 || *y > height / 4).count();
    assert_eq!(outside, 0, "{name}: pixels of the projector that are not the page's");
    assert_eq!(differ().count() > 0, scene.countdown.is_some(), "{name}: only a countdown lies over a page");
}
