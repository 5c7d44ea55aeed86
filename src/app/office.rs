//! Making the office's documents: files gathered, the PDF made by `report`, written and shown. Not for the UI thread.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    app::printing::{self, PrintError},
    disk,
    engine::{
        evidence::Photo,
        office::{HalfYear, Office, ReportData},
    },
    platform::viewer,
    report::{Pictures, activity, half_year, monitoring},
    store::dirs,
    text::office as text,
};

/// Largest file taken for a logo, bytes.
const LARGEST_LOGO: u64 = 20 * 1024 * 1024;

/// What is to be made.
#[derive(Clone, Debug)]
pub enum Job {
    /// Laporan Kegiatan P2K2.
    Activity(Box<ReportData>),
    /// Pemantauan KPM setiap P2K2.
    Monitoring(Box<ReportData>),
    /// The half-year form.
    HalfYear(Box<HalfYear>),
    /// Photos in a folder.
    Photos(Box<ReportData>),
}

/// Setting that keeps the office's data.
pub const SETTING: &str = "office";

/// The office's data among the settings. What cannot be read is as good as none: reports are written all the same, and say what is missing.
#[must_use]
pub fn kept(settings: &BTreeMap<String, String>) -> Office {
    settings.get(SETTING).and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default()
}

/// Where the logo lies in the data directory `data`; `None` = there is none.
#[must_use]
pub fn logo(data: &Path, office: &Office) -> Option<PathBuf> {
    (!office.logo.is_empty()).then(|| data.join(dirs::OFFICE).join(&office.logo))
}

/// Files a report of `office` with `photos` shows, from the data directory `data`.
#[must_use]
pub fn pictures(data: &Path, office: &Office, photos: &[Photo]) -> Pictures {
    let logo = logo(data, office).map(fs::read);
    let logo = logo.and_then(|read| read.map_err(|error| log::warn!("logo: {error}")).ok());
    let read = |photo: &Photo| {
        let read = fs::read(data.join(dirs::PHOTOS).join(&photo.file));
        read.map_err(|error| log::warn!("photo {}: {error}", photo.file)).ok()
    };
    Pictures { logo, photos: photos.iter().map(read).collect() }
}

/// Copies a logo into the data directory under a name nobody has; returns that name. The one before stays, since undo may ask for it. `None` =
/// it is no picture that can be used.
#[must_use]
pub fn take_logo(data: &Path, from: &Path) -> Option<String> {
    if fs::metadata(from).ok()?.len() > LARGEST_LOGO {
        return None;
    }
    let bytes = fs::read(from).ok()?;
    let format = image::guess_format(&bytes).ok()?;
    let ending = match format {
        image::ImageFormat::Png => "png",
        image::ImageFormat::Jpeg => "jpg",
        _ => return None,
    };
    image::load_from_memory_with_format(&bytes, format).ok()?;
    let folder = data.join(dirs::OFFICE);
    let name =
        (1..=9999_u32).map(|number| format!("logo-{number}.{ending}")).find(|name| !folder.join(name).exists())?;
    let written = fs::create_dir_all(&folder).and_then(|()| disk::write(&folder.join(&name), &bytes));
    written.map_err(|error| log::warn!("logo: {error}")).ok()?;
    Some(name)
}

/// Does it and shows the result; returns what to tell.
pub fn make_and_show(job: &Job, data: &Path, folder: &Path) -> Result<String, PrintError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| PrintError::Write { path, error }
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    if let Job::Photos(report) = job {
        return photos(report, data, folder);
    }
    let (bytes, name) = match job {
        Job::Activity(report) => {
            let pictures = pictures(data, &report.office, &report.photos);
            (activity::pdf(report, pictures)?, text::file_name(text::ACTIVITY_FILE, &report.group, report.date))
        }
        Job::Monitoring(report) => {
            let pictures = pictures(data, &report.office, &report.photos);
            (monitoring::pdf(report, pictures)?, text::file_name(text::MONITORING_FILE, &report.group, report.date))
        }
        Job::HalfYear(form) => {
            let pictures = pictures(data, &form.office, &[]);
            (half_year::pdf(form, &pictures)?, text::period_file_name(&form.group, form.period, form.proposed))
        }
        Job::Photos(_) => return Err(PrintError::NoFolder),
    };
    let path = folder.join(name);
    disk::write(&path, &bytes).map_err(failed(&path))?;
    Ok(printing::shown(&path, text::saved, text::saved_not_opened))
}

fn photos(report: &ReportData, data: &Path, folder: &Path) -> Result<String, PrintError> {
    let folder = folder.join(text::photo_folder(&report.group, report.date));
    let failed = |error| PrintError::Write { path: folder.clone(), error };
    fs::create_dir_all(&folder).map_err(failed)?;
    let (mut ready, mut missing) = (0, 0);
    for photo in &report.photos {
        let Ok(bytes) = fs::read(data.join(dirs::PHOTOS).join(&photo.file)) else {
            missing += 1;
            continue;
        };
        ready += 1;
        disk::write(&folder.join(text::photo_file(ready)), &bytes).map_err(failed)?;
    }
    if let Err(error) = viewer::show(&folder) {
        log::warn!("viewer: {error}");
    }
    let mut told = text::photos_in(ready, &folder.display().to_string());
    if missing > 0 {
        told.push_str(&text::photos_missing(missing));
    }
    Ok(told)
}

/// Where reports go that nobody named a place for: a folder of ours among the user's documents.
pub fn usual_folder() -> Result<PathBuf, PrintError> {
    Ok(printing::usual_folder()?.join(text::FOLDER))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_picture_becomes_the_logo() {
        let dir = tempfile::tempdir().unwrap();
        let (data, from) = (dir.path().join("data"), dir.path().join("a.png"));
        assert_eq!(take_logo(&data, &from), None);
        fs::write(&from, "no picture").unwrap();
        assert_eq!(take_logo(&data, &from), None);
        image::RgbImage::new(8, 8).save(&from).unwrap();
        let first = take_logo(&data, &from).unwrap();
        let office = Office { logo: first.clone(), ..Office::default() };
        let bytes = fs::read(&from).unwrap();
        assert_eq!(pictures(&data, &office, &[]).logo.as_ref(), Some(&bytes));
        image::RgbImage::new(9, 9).save(&from).unwrap();
        assert_ne!(take_logo(&data, &from), Some(first), "the first may be wanted back");
        assert_eq!(pictures(&data, &office, &[]).logo, Some(bytes));
    }
}
