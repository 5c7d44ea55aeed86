//! Leaves of paper to a PDF file: drawings stay drawings, text stays text in the bundled fonts.

use std::sync::Arc;

use krilla::{
    Document,
    geom::{Size, Transform},
    image::Image,
    metadata::Metadata,
    page::PageSettings,
    surface::Surface,
};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::{Options, Tree};

use crate::typeset::{
    font::{BOLD, FAMILY, REGULAR},
    geometry::Area,
    paper::{Art, Leaf},
};

/// Why there is no file.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A drawing is no SVG.
    #[error("a drawing cannot be read: {0}")]
    Svg(String),
    /// A photo is no JPEG.
    #[error("a photo cannot be read: {0}")]
    Photo(String),
    /// A size nothing can have.
    #[error("a size of {0} × {1}")]
    Size(f32, f32),
    /// The writer refused.
    #[error("the file cannot be made: {0}")]
    Write(String),
}

/// The leaves as a file with `title`. The file says no time and no machine.
pub fn pdf(title: &str, leaves: &[Leaf]) -> Result<Vec<u8>, PdfError> {
    let options = options();
    let mut document = Document::new();
    for leaf in leaves {
        let (w, h) = leaf.paper.size();
        let settings = PageSettings::from_wh(w, h).ok_or(PdfError::Size(w, h))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        draw_svg(&mut surface, &options, &leaf.svg, Area::new(0.0, 0.0, w, h))?;
        for inset in &leaf.insets {
            match &inset.art {
                Art::Svg(svg) => draw_svg(&mut surface, &options, svg, inset.area)?,
                Art::Pixels { width, height, rgba } => {
                    draw_image(&mut surface, Image::from_rgba8(rgba.clone(), *width, *height), inset.area)?;
                }
                Art::Jpeg { bytes, .. } => {
                    let image = Image::from_jpeg(bytes.clone().into(), false).map_err(PdfError::Photo)?;
                    draw_image(&mut surface, image, inset.area)?;
                }
            }
        }
        surface.finish();
        page.finish();
    }
    let about = Metadata::new().title(title.to_owned()).language("id".to_owned()).creator("Lembar".to_owned());
    document.set_metadata(about);
    document.finish().map_err(|error| PdfError::Write(format!("{error:?}")))
}

fn draw_image(surface: &mut Surface, image: Image, area: Area) -> Result<(), PdfError> {
    let (size, at) = (size(area)?, Transform::from_translate(area.x, area.y));
    surface.push_transform(&at);
    surface.draw_image(image, size);
    surface.pop();
    Ok(())
}

fn draw_svg(surface: &mut Surface, options: &Options, svg: &str, area: Area) -> Result<(), PdfError> {
    let tree = Tree::from_str(svg, options).map_err(|error| PdfError::Svg(error.to_string()))?;
    surface.push_transform(&Transform::from_translate(area.x, area.y));
    let drawn = surface.draw_svg(&tree, size(area)?, SvgSettings::default());
    surface.pop();
    drawn.ok_or(PdfError::Size(area.w, area.h))
}

fn size(area: Area) -> Result<Size, PdfError> {
    Size::from_wh(area.w, area.h).ok_or(PdfError::Size(area.w, area.h))
}

/// The bundled fonts only: a file looks the same wherever it was made.
fn options() -> Options<'static> {
    let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_source(fontdb::Source::Binary(Arc::new(REGULAR)));
    fonts.load_font_source(fontdb::Source::Binary(Arc::new(BOLD)));
    options
}
