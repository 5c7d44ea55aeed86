//! A PDF from outside: imported by the command line, shown on the projector pixel for pixel, with the console beside it.

use std::{path::Path, time::Duration};

use lembar::{
    engine::{
        scene::{Base, PictureKey, stage_scene},
        session::Module,
    },
    media::pictures::Renderer,
    pack,
};

use crate::{
    files,
    rig::{self, Screens, journal, wait_until},
    session::GROUP,
};

const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn an_imported_pdf_fills_the_projector() {
    if !rig::slow("an imported PDF") {
        return;
    }
    let screens = Screens::pair("1366x768", "1024x768");
    let data = tempfile::tempdir().unwrap();
    let file = files::put(data.path(), "unduhan/Gizi.pdf", files::pdf(6, false));
    let said = screens.ask(data.path(), &["import", file.to_str().unwrap()]);
    assert!(said.contains("saya-gizi"), "{said}");

    let mut lembar = screens.lembar(data.path(), &["deliver", "--group", GROUP, "--session", "saya-gizi"]);
    let windows = lembar.windows(&screens);
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let pack = pack::load(&content).with_own(&data.path().join(pack::own::FOLDER));
    let renderer = Renderer::new();
    let mut seen = 0;
    for _ in 0..12 {
        std::thread::sleep(Duration::from_millis(300));
        screens.press(&windows.stage, &["Right"]);
        let Some(scene) = journal::state(data.path()).map(|state| stage_scene(&state)) else { continue };
        let Base::Page(..) = scene.base else { continue };
        wait_until("the page's own pixels on the projector", PATIENCE, || {
            let scene = stage_scene(&journal::state(data.path())?);
            let key = PictureKey { base: scene.base, module: Module::Adaptive, width: 1024, height: 768 };
            let drawn = renderer.render(&pack, &key).unwrap();
            let rgb = drawn.rgba.as_chunks::<4>().0.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
            let shot = screens.shot(screens.projector().unwrap());
            shot.as_raw().iter().copied().eq(rgb).then_some(())
        });
        seen += 1;
        if seen == 3 {
            rig::keep(&screens, screens.laptop(), "borrowed-console");
            rig::keep(&screens, screens.projector().unwrap(), "borrowed-projector");
        }
    }
    assert!(seen >= 6, "only {seen} pages of the PDF were shown");
    assert!(lembar.ended().is_none(), "the program ended by itself: {}", lembar.said());
}
