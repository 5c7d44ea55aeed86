//! What is printed: PDF files of leaves, the facilitator's guide, the flipchart. Reads and writes no files, asks nobody for the time:
//! the same input gives the same bytes.

mod flipchart;
mod guide;
mod pdf;

pub use flipchart::{flipchart, page_size};
pub use guide::{THUMBNAIL_SHAPE, guide};
pub use pdf::{PdfError, pdf};
