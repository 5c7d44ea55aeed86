//! Every colour, size and font of the console. The stage's own colours live in `typeset::palette`.

use egui::{
    Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, TextStyle, Visuals,
    epaint::text::{FontPriority, InsertFontFamily},
};

/// One grid for all screens, points.
pub const GRID: f32 = 8.0;
/// Smallest height of anything one can press, points.
pub const HIT: f32 = 44.0;
/// Radius of cards and buttons.
pub const RADIUS: u8 = 10;

/// Type scale, points.
pub mod size {
    /// Captions, key hints.
    pub const SMALL: f32 = 14.0;
    /// Ordinary text.
    pub const BODY: f32 = 18.0;
    /// Titles of cards and panels.
    pub const TITLE: f32 = 24.0;
    /// One per screen.
    pub const HUGE: f32 = 36.0;
}

/// Smallest and largest script type, points.
pub const SCRIPT_POINTS: std::ops::RangeInclusive<f32> = 18.0..=28.0;

/// The family of bold text.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Ordinary text at `points`.
#[must_use]
pub fn font(points: f32) -> FontId {
    FontId::new(points, FontFamily::Proportional)
}

/// Bold text at `points`.
#[must_use]
pub fn bold_font(points: f32) -> FontId {
    FontId::new(points, bold())
}

/// Colours of one variant (day or dark). Grey for structure, ink for content, the accent for *now*,
/// amber and red only for time and trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Behind everything.
    pub ground: Color32,
    /// Cards and panels.
    pub card: Color32,
    /// A card under the pointer, rows in alternation, the selected row.
    pub raised: Color32,
    /// Lines and borders.
    pub line: Color32,
    /// Content.
    pub ink: Color32,
    /// Secondary content (contrast at least 4.5:1 on `card`).
    pub muted: Color32,
    /// Now, primary buttons.
    pub accent: Color32,
    /// Text on `accent`.
    pub on_accent: Color32,
    /// A tint of the accent for the ground of what is current.
    pub accent_soft: Color32,
    /// Time is getting short.
    pub amber: Color32,
    /// Ground for amber words.
    pub amber_soft: Color32,
    /// Over time, trouble.
    pub red: Color32,
    /// Ground for red words.
    pub red_soft: Color32,
    /// Saved, in order.
    pub green: Color32,
    /// Ground for green words.
    pub green_soft: Color32,
    /// A rehearsal: nothing counts.
    pub practice: Color32,
    /// Ground of its bars.
    pub practice_soft: Color32,
}

/// For bright halls.
pub const DAY: Colours = Colours {
    ground: Color32::from_rgb(0xEE, 0xF1, 0xF3),
    card: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    raised: Color32::from_rgb(0xF4, 0xF6, 0xF8),
    line: Color32::from_rgb(0xD3, 0xD9, 0xDF),
    ink: Color32::from_rgb(0x1F, 0x2A, 0x37),
    muted: Color32::from_rgb(0x56, 0x62, 0x70),
    accent: Color32::from_rgb(0x0F, 0x76, 0x6E),
    on_accent: Color32::from_rgb(0xFF, 0xFF, 0xFF),
    accent_soft: Color32::from_rgb(0xD9, 0xEF, 0xEB),
    amber: Color32::from_rgb(0x8A, 0x55, 0x00),
    amber_soft: Color32::from_rgb(0xFD, 0xEB, 0xC8),
    red: Color32::from_rgb(0xB4, 0x23, 0x18),
    red_soft: Color32::from_rgb(0xFB, 0xE0, 0xDC),
    green: Color32::from_rgb(0x1E, 0x6B, 0x3A),
    green_soft: Color32::from_rgb(0xDD, 0xF1, 0xE2),
    practice: Color32::from_rgb(0x5B, 0x3E, 0x96),
    practice_soft: Color32::from_rgb(0xEB, 0xE4, 0xF8),
};

/// For darkened rooms.
pub const NIGHT: Colours = Colours {
    ground: Color32::from_rgb(0x14, 0x19, 0x1F),
    card: Color32::from_rgb(0x1E, 0x25, 0x2D),
    raised: Color32::from_rgb(0x28, 0x31, 0x3B),
    line: Color32::from_rgb(0x3A, 0x45, 0x51),
    ink: Color32::from_rgb(0xEC, 0xEF, 0xF2),
    muted: Color32::from_rgb(0xA9, 0xB4, 0xBF),
    accent: Color32::from_rgb(0x4F, 0xC3, 0xB5),
    on_accent: Color32::from_rgb(0x0B, 0x2B, 0x28),
    accent_soft: Color32::from_rgb(0x1C, 0x3F, 0x3C),
    amber: Color32::from_rgb(0xF2, 0xB8, 0x4B),
    amber_soft: Color32::from_rgb(0x45, 0x35, 0x14),
    red: Color32::from_rgb(0xFF, 0x8F, 0x80),
    red_soft: Color32::from_rgb(0x4E, 0x23, 0x1F),
    green: Color32::from_rgb(0x7D, 0xD3, 0x97),
    green_soft: Color32::from_rgb(0x1D, 0x3D, 0x28),
    practice: Color32::from_rgb(0xC3, 0xAE, 0xF2),
    practice_soft: Color32::from_rgb(0x33, 0x2A, 0x4D),
};

/// The colours in force.
#[must_use]
pub fn colours(ui: &egui::Ui) -> &'static Colours {
    if ui.visuals().dark_mode { &NIGHT } else { &DAY }
}

/// Fonts, once per context.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    let bundled: [(&str, &'static [u8]); 2] = [
        ("regular", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")),
        ("bold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")),
    ];
    for (name, bytes) in bundled {
        fonts.font_data.insert(name.to_owned(), FontData::from_static(bytes).into());
    }
    fonts.families.insert(FontFamily::Proportional, vec!["regular".to_owned()]);
    fonts.families.insert(FontFamily::Monospace, vec!["regular".to_owned()]);
    fonts.families.insert(bold(), vec!["bold".to_owned()]);
    ctx.set_fonts(fonts);
    let mut icons = egui_material_icons::font_insert();
    let bold_fallback = InsertFontFamily { family: bold(), priority: FontPriority::Lowest };
    icons.families.push(bold_fallback);
    ctx.add_font(icons);
}

/// Sizes, spacing and colours, on start and when the variant changes.
pub fn apply(ctx: &egui::Context, dark: bool) {
    let c = if dark { &NIGHT } else { &DAY };
    ctx.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
    ctx.all_styles_mut(|style| {
        style.text_styles = [
            (TextStyle::Small, font(size::SMALL)),
            (TextStyle::Body, font(size::BODY)),
            (TextStyle::Button, font(size::BODY)),
            (TextStyle::Monospace, font(size::BODY)),
            (TextStyle::Heading, bold_font(size::TITLE)),
        ]
        .into();
        style.spacing.item_spacing = egui::vec2(GRID, GRID);
        style.spacing.button_padding = egui::vec2(2.0 * GRID, GRID);
        style.spacing.interact_size = egui::vec2(HIT, HIT);
        style.spacing.scroll = egui::style::ScrollStyle::solid();
        style.interaction.selectable_labels = false;
        style.animation_time = 0.0;
        // Every picture of a movement is a pass of the whole console, beside the stage's.
        style.scroll_animation = egui::style::ScrollAnimation::none();
        style.visuals = visuals(dark, c);
    });
}

fn visuals(dark: bool, c: &Colours) -> Visuals {
    let mut v = if dark { Visuals::dark() } else { Visuals::light() };
    v.panel_fill = c.ground;
    v.window_fill = c.card;
    v.window_stroke = Stroke::new(1.0, c.line);
    v.window_corner_radius = CornerRadius::same(RADIUS);
    v.extreme_bg_color = if dark { c.ground } else { c.card };
    v.faint_bg_color = c.raised;
    v.hyperlink_color = c.accent;
    v.warn_fg_color = c.amber;
    v.error_fg_color = c.red;
    v.override_text_color = None;
    v.selection.bg_fill = c.accent_soft;
    v.selection.stroke = Stroke::new(2.0, c.accent);
    let corner = CornerRadius::same(RADIUS);
    for (w, fill, line) in [
        (&mut v.widgets.noninteractive, c.card, c.line),
        (&mut v.widgets.inactive, c.raised, c.line),
        (&mut v.widgets.hovered, c.accent_soft, c.accent),
        (&mut v.widgets.active, c.accent_soft, c.accent),
        (&mut v.widgets.open, c.raised, c.line),
    ] {
        w.bg_fill = fill;
        w.weak_bg_fill = fill;
        w.bg_stroke = Stroke::new(1.0, line);
        w.fg_stroke = Stroke::new(1.0, c.ink);
        w.corner_radius = corner;
        w.expansion = 0.0;
    }
    v
}

/// The little that egui itself paints on the stage, above the page's picture. The pages' own colours live in `typeset::palette`; these match it.
pub mod stage {
    use egui::Color32;

    use crate::engine::session::Module;

    /// Ground of a plate above the page.
    pub const PAPER: Color32 = Color32::from_rgb(0xFB, 0xF6, 0xEC);
    /// Words and digits on it.
    pub const INK: Color32 = Color32::from_rgb(0x1F, 0x2A, 0x37);
    /// The part of a ring that has passed.
    pub const PASSED: Color32 = Color32::from_rgb(0xE4, 0xDC, 0xCC);
    /// Small words that need not be read from afar.
    pub const FAINT: Color32 = Color32::from_rgb(0x6B, 0x72, 0x80);
    /// Something is wrong; only a sign, never a sentence.
    pub const ALERT: Color32 = Color32::from_rgb(0xB4, 0x2A, 0x1E);
    /// Edge of a plate, so that it stands off from a page of the same paper.
    pub const EDGE: Color32 = Color32::from_rgb(0xC9, 0xBE, 0xAA);

    /// The page's accent.
    #[must_use]
    pub const fn accent(module: Module) -> Color32 {
        match module {
            Module::M1 => Color32::from_rgb(0x0F, 0x76, 0x6E),
            Module::M2 => Color32::from_rgb(0xB4, 0x6A, 0x00),
            Module::M3 => Color32::from_rgb(0x3F, 0x7D, 0x20),
            Module::M4 => Color32::from_rgb(0xC8, 0x4B, 0x3C),
            Module::M5 => Color32::from_rgb(0x43, 0x4F, 0xA6),
            Module::M6 => Color32::from_rgb(0x84, 0x3C, 0x78),
            Module::Adaptive => Color32::from_rgb(0x47, 0x5A, 0x6B),
        }
    }
}
