//! What is printed: PDF files of leaves, the facilitator's guide, the flipchart, the office's
//! reports. Reads and writes no files, asks nobody for the time:
//! the same input gives the same bytes.

pub mod activity;
mod flipchart;
mod guide;
pub mod half_year;
pub mod monitoring;
pub mod observation;
mod office;
mod pdf;
pub mod sheet;

pub use flipchart::{flipchart, page_size};
pub use guide::{THUMBNAIL_SHAPE, guide};
pub use office::Pictures;
pub use pdf::{PdfError, pdf};
