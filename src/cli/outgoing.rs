//! The verbs that write down what is in the data: `report` (a meeting, a month) and `export` (everything). They read a snapshot, so a running
//! Lembar does not mind.

use std::path::PathBuf;

use crate::{
    app::{
        self,
        outgoing::{self, Format, OutgoingError, Source},
    },
    engine::{ids::MeetingId, time::Month},
    store,
    text::outgoing as text,
};

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Outgoing {
    /// What.
    pub(super) what: What,
    /// Into which file or folder.
    pub(super) out: PathBuf,
    /// Data directory, when named.
    pub(super) data: Option<PathBuf>,
    /// Content folder, when named.
    pub(super) pack: Option<PathBuf>,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// The report of a meeting; `None` = the newest one.
    Meeting(Option<MeetingId>, Format),
    /// The recap of a month.
    Month(Month, Format),
    /// Everything as CSV.
    All,
}

/// What `--meeting` and `--month` mean together.
pub(super) fn what(meeting: Option<&str>, month: Option<&str>, format: Option<&str>) -> Result<What, String> {
    let known = Format::ALL.map(Format::name);
    let format = match format {
        None => Format::Pdf,
        Some(word) => {
            let found = Format::ALL.into_iter().find(|format| format.name() == word);
            found.ok_or_else(|| text::no_format(word, &known))?
        }
    };
    match (meeting, month) {
        (Some("last"), None) => Ok(What::Meeting(None, format)),
        (Some(word), None) => {
            let id = word.parse().map_err(|_| text::REPORT_WANTS.to_owned())?;
            Ok(What::Meeting(Some(MeetingId(id)), format))
        }
        (None, Some(word)) => Ok(What::Month(named_month(word).ok_or_else(|| text::no_month(word))?, format)),
        _ => Err(text::REPORT_WANTS.to_owned()),
    }
}

/// `2026-11`.
fn named_month(word: &str) -> Option<Month> {
    let (year, number) = word.split_once('-')?;
    let month = Month { year: year.parse().ok()?, number: number.parse().ok()? };
    (year.len() == 4 && (1..=12).contains(&month.number)).then_some(month)
}

/// Does it; returns what to print, or the sentence that says why not.
pub(super) fn run(wish: &Outgoing) -> Result<String, String> {
    let data = store::data_dir(wish.data.as_deref()).map_err(|error| error.sentence().to_owned())?;
    let pack = app::load_pack(wish.pack.as_deref(), &data);
    let name = wish.out.display().to_string();
    let report = || -> Result<String, OutgoingError> {
        if wish.out.is_file() {
            return Err(OutgoingError::Exists(wish.out.clone()));
        }
        let source = Source::open(&data, &pack)?;
        let bytes = match wish.what {
            What::Meeting(id, format) => {
                let id = id.or_else(|| source.last()).ok_or(OutgoingError::NoMeeting(None))?;
                source.meeting(id, format)?
            }
            What::Month(month, format) => source.month(month, format)?,
            What::All => {
                let mut line = super::bring::Line::default();
                let done = outgoing::export(&source, &wish.out, &mut |done, all| line.say(&text::progress(done, all)));
                line.end();
                let done = done?;
                return Ok(text::exported(&name, done.groups, done.meetings, done.photos, done.missing));
            }
        };
        outgoing::write_new(&wish.out, &bytes)?;
        Ok(text::saved(&name))
    };
    match report() {
        Ok(sentence) => Ok(format!("{sentence}\n")),
        Err(error) => Err(error.sentence()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_and_months_are_understood_and_nothing_else() {
        assert_eq!(what(Some("last"), None, None), Ok(What::Meeting(None, Format::Pdf)));
        assert_eq!(what(Some("17"), None, Some("xlsx")), Ok(What::Meeting(Some(MeetingId(17)), Format::Xlsx)));
        let november = Month { year: 2026, number: 11 };
        assert_eq!(what(None, Some("2026-11"), Some("csv")), Ok(What::Month(november, Format::Csv)));
        for (meeting, month, format) in [
            (None, None, None),
            (Some("1"), Some("2026-11"), None),
            (Some("satu"), None, None),
            (None, Some("2026-13"), None),
            (None, Some("november"), None),
            (None, Some("26-11"), None),
            (Some("1"), None, Some("docx")),
        ] {
            assert!(what(meeting, month, format).is_err(), "{meeting:?} {month:?} {format:?}");
        }
    }
}
