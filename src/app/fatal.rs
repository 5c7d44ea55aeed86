//! A window for the one sentence that says why Lembar cannot open: who double-clicks an icon sees no terminal.

use eframe::NativeOptions;
use egui::{RichText, ViewportBuilder, ViewportCommand};

use crate::{
    platform::renderer::Renderer,
    text::app as text,
    ui::{theme, widgets},
};

/// Shows `sentence` until it is closed. A window that cannot open is only logged: the sentence is on stderr too.
pub(crate) fn show(sentence: &str, renderer: Renderer) {
    let options = NativeOptions {
        viewport: ViewportBuilder::default().with_title(text::TITLE).with_inner_size([640.0, 260.0]),
        ..renderer.options()
    };
    let sentence = sentence.to_owned();
    let shown = eframe::run_native(
        text::TITLE,
        options,
        Box::new(|cc| {
            theme::install_fonts(&cc.egui_ctx);
            theme::apply(&cc.egui_ctx, false);
            Ok(Box::new(Fatal(sentence)))
        }),
    );
    if let Err(error) = shown {
        log::error!("no window for the message: {error}");
    }
}

struct Fatal(String);

impl eframe::App for Fatal {
    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        egui::CentralPanel::default().frame(egui::Frame::central_panel(ui.style()).inner_margin(24.0)).show(ui, |ui| {
            ui.label(RichText::new(text::CANNOT_OPEN).font(theme::bold_font(theme::size::TITLE)));
            ui.add_space(theme::GRID);
            ui.label(&self.0);
            ui.add_space(2.0 * theme::GRID);
            let close = widgets::primary(ui, text::CLOSE_WINDOW);
            if !ui.memory(|memory| memory.focused().is_some()) {
                close.request_focus();
            }
            if close.clicked() {
                ui.ctx().send_viewport_cmd(ViewportCommand::Close);
            }
        });
    }
}
