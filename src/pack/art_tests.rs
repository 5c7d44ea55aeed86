//! What a drawing must keep true.

use tempfile::TempDir;

use super::*;

const PERSON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 200" data-anchor="50 200" data-colours="baju:#2A9D8F kulit:kulit-2">
<defs><linearGradient id="g"><stop offset="0" stop-color="{baju}"/></linearGradient>
<g id="wajah"><g data-expression="senang"><path d="M1 1"/></g><g data-expression="sedih"><path d="M2 2"/><path d="M3 3"/></g></g></defs>
<g data-pose="berdiri duduk"><rect fill="url(#g)" width="1" height="1"/></g>
<g data-pose="duduk"><circle fill="{baju.tua}" r="1"/></g>
<use href="#wajah" transform="translate(5 6)"/></svg>"##;

/// A library of one part, and the folder it lies in.
fn library(svg: &str) -> (TempDir, PartLibrary) {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("orang")).unwrap();
    fs::write(dir.path().join("orang/ibu.svg"), svg).unwrap();
    let parts = PartLibrary::load(dir.path());
    (dir, parts)
}

fn art(scene: &Scene) -> SceneArt {
    let (_dir, parts) = library(PERSON);
    scene_svg(&parts, scene, "a")
}

fn ibu() -> ScenePart {
    ScenePart { part: "orang/ibu".into(), ..whole() }
}

fn scene(parts: &[ScenePart]) -> Scene {
    Scene { title: "uji".into(), parts: parts.to_vec(), ..Scene::default() }
}

fn drawn(placed: ScenePart) -> String {
    let art = art(&scene(&[placed]));
    assert_eq!(art.faults, []);
    art.svg
}

fn fault(placed: ScenePart) -> ArtFaultKind {
    art(&scene(&[placed])).faults.remove(0).kind
}

fn shapes(svg: &str) -> usize {
    ["<path", "<rect", "<circle"].iter().map(|tag| svg.matches(tag).count()).sum()
}

#[test]
fn the_first_variant_is_the_default_and_others_leave_no_trace() {
    let first = drawn(ibu());
    assert!(first.contains("M1 1") && !first.contains("M2 2") && !first.contains("<circle"));
    assert_eq!(shapes(&first), 2);
    let other = drawn(ScenePart { expression: Some("sedih".into()), pose: Some("duduk".into()), ..ibu() });
    assert!(!other.contains("M1 1") && other.contains("M3 3") && other.contains("<circle"));
    assert_eq!(shapes(&other), 4);
}

#[test]
fn colours_are_filled_with_their_shades_and_no_placeholder_remains() {
    let svg = drawn(ScenePart {
        pose: Some("duduk".into()),
        colours: BTreeMap::from([("baju".into(), "merah".into())]),
        ..ibu()
    });
    let darker = Rgb::named("merah").unwrap().mix(SHADE, 0.24).hex();
    assert!(svg.contains("#C8383D") && svg.contains(&format!("fill=\"{darker}\"")) && !svg.contains('{'));
}

#[test]
fn ids_differ_between_two_uses_of_a_part_and_references_follow() {
    let svg = art(&scene(&[ibu(), ibu()])).svg;
    for id in ["a0-g", "a1-g"] {
        assert_eq!(svg.matches(&format!("id=\"{id}\"")).count(), 1);
        assert_eq!(svg.matches(&format!("url(#{id})")).count(), 1);
    }
}

#[test]
fn a_fault_names_what_there_is_and_the_rest_is_drawn() {
    let with_colour =
        |slot: &str, value: &str| ScenePart { colours: BTreeMap::from([(slot.into(), value.into())]), ..ibu() };
    assert!(matches!(fault(with_colour("baju", "bening")), ArtFaultKind::BadColour { value } if value == "bening"));
    assert!(
        matches!(fault(with_colour("topi", "merah")), ArtFaultKind::UnknownChoice { known, .. } if known == ["baju", "kulit"])
    );
    let hungry = ScenePart { expression: Some("lapar".into()), ..ibu() };
    assert!(matches!(fault(hungry), ArtFaultKind::UnknownChoice { known, .. } if known == ["senang", "sedih"]));
    let flying = ScenePart { pose: Some("terbang".into()), ..ibu() };
    assert!(
        matches!(fault(flying.clone()), ArtFaultKind::UnknownChoice { known, .. } if known == ["berdiri", "duduk"])
    );
    assert!(matches!(fault(ScenePart { scale: 0.0, ..ibu() }), ArtFaultKind::BadPart { .. }));
    let misspelt = ScenePart { part: "orang/ibuu".into(), ..ibu() };
    assert_eq!(
        fault(misspelt),
        ArtFaultKind::MissingPart { name: "orang/ibuu".into(), nearest: Some("orang/ibu".into()) }
    );
    let art = art(&scene(&[flying, ibu()]));
    assert_eq!((art.faults.len(), art.faults[0].part, shapes(&art.svg)), (1, Some(0), 2));
}

#[test]
fn the_part_that_was_meant_is_found_by_its_letters() {
    let names = ["benda/meja", "benda/mejakecil", "orang/bapak", "orang/ibu", "orang/ibu-hamil", "latar/rumah"];
    for (wanted, meant) in [
        ("orang/meja", Some("benda/meja")),
        ("orang/ibuu", Some("orang/ibu")),
        ("orang/ibu-hmil", Some("orang/ibu-hamil")),
        ("orang/bapk", Some("orang/bapak")),
        ("benda/rumh", Some("latar/rumah")),
        ("ibu", Some("orang/ibu")),
        ("orang/traktor", None),
    ] {
        assert_eq!(nearest(wanted, names.into_iter()), meant, "{wanted}");
    }
}

#[test]
fn unsafe_or_endless_parts_are_refused() {
    for (body, what) in [
        ("<script>x</script>", "script"),
        ("<image href=\"http://a\"/>", "image"),
        ("<g id=\"a\"><use href=\"#a\"/></g>", "dalam"),
        ("<use href=\"#b\"/>", "#b"),
        ("<g fill=\"{topi}\"/>", "topi"),
    ] {
        let (_dir, parts) = library(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{body}</svg>"));
        let fault = scene_svg(&parts, &scene(&[ibu()]), "a").faults.remove(0).kind;
        assert!(matches!(&fault, ArtFaultKind::BadPart { why, .. } if why.contains(what)), "{fault:?}");
    }
}

#[test]
fn a_scene_of_too_many_shapes_is_named() {
    let crowd = vec![ibu(); MAX_SHAPES / 2 + 1];
    let fault = art(&scene(&crowd)).faults.remove(0).kind;
    assert_eq!(fault, ArtFaultKind::TooManyShapes { count: MAX_SHAPES + 2, limit: MAX_SHAPES });
}
