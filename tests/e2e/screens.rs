//! The rig itself: the screens are where they are said to be, and what is painted there is what a shot shows.

use crate::rig::{Rect, Screens, slow};

#[test]
fn the_rig_shows_what_is_painted_and_knows_its_screens() {
    if !slow("the rig itself") {
        return;
    }
    let screens = Screens::start("1024x600");
    assert_eq!(screens.laptop(), Rect { x: 0, y: 0, width: 1024, height: 600 });
    assert_eq!(screens.projector(), None);

    for (size, width, height) in [("800x600", 800, 600), ("768x1024", 768, 1024), ("1920x1080", 1920, 1080)] {
        screens.plug(size);
        let projector = screens.projector().expect("just plugged");
        assert_eq!(projector, Rect { x: 1024, y: 0, width, height });
        for (name, colour) in [("red", [255, 0, 0]), ("black", [0, 0, 0])] {
            screens.fill(name);
            let shot = screens.shot(projector);
            assert_eq!(shot.dimensions(), (width, height));
            assert!(shot.pixels().all(|pixel| pixel.0 == colour), "{size} filled with {name}");
        }
    }
    screens.unplug();
    assert_eq!(screens.projector(), None);
    assert!(screens.windows().is_empty());
}
