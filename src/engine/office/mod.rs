//! What the office's papers need beside a meeting: who writes them and for whom ([`Office`]), how our marks become the office's three
//! ([`OfficeMap`]), which of its six matters a session is ([`Category`]), and everything one report prints ([`ReportData`]).
//! Plain data: no words, no paper, no clock.

mod category;
mod half_year;
mod map;
mod month;
mod report;

pub use category::Category;
pub use half_year::{HalfYear, HalfYearRow, half_year};
pub use map::{OfficeCount, OfficeMap, OfficeMark};
pub use month::{DistrictMonth, Levels, MonthGroup, MonthRecap, month_recap};
pub use report::{Flag, ReportData, ReportRow, Told, report_data};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ids::SessionId, session::Module};

/// Most lines of a letterhead.
pub const MAX_LETTERHEAD: usize = 5;
/// Most people who sign.
pub const MAX_SIGNATORIES: usize = 3;

/// What is set once and printed on every report. Empty = not set; printed as "—" and flagged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Office {
    /// The facilitator.
    pub facilitator: String,
    /// Their number as a civil servant (NIP); free text, for not everyone has one.
    pub nip: String,
    /// Their telephone.
    pub phone: String,
    /// Kecamatan.
    pub district: String,
    /// Kabupaten or kota.
    pub regency: String,
    /// Provinsi.
    pub province: String,
    /// Ketua tim (katim) of the kabupaten or kota.
    pub team_leader: String,
    /// Lines at the head of every report, the first one large.
    pub letterhead: Vec<String>,
    /// Picture beside them: name of a file in the data directory; empty = none.
    pub logo: String,
    /// Who signs beside the facilitator.
    pub signatories: Vec<Signatory>,
    /// How marks are counted for the office; `None` until it was asked.
    pub map: Option<OfficeMap>,
    /// Matters chosen by hand, by session (`m1-s1`) or module (`m1`).
    pub categories: BTreeMap<String, Category>,
}

/// Someone who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signatory {
    /// What stands above the signature, e.g. `Mengetahui, Ketua Tim`.
    pub role: String,
    /// Name.
    pub name: String,
    /// NIP; may be empty.
    pub nip: String,
}

impl Office {
    /// The matter a session is reported as: chosen for it, else chosen for its module, else our proposal.
    #[must_use]
    pub fn category(&self, session: &SessionId, module: Module) -> Category {
        let chosen = self.categories.get(session.as_str()).or_else(|| self.categories.get(module_key(module)));
        chosen.copied().unwrap_or_else(|| Category::proposed(module))
    }

    /// Chooses the matter of all sessions of a module that have none of their own.
    pub fn choose_for_module(&mut self, module: Module, category: Category) {
        self.categories.insert(module_key(module).to_owned(), category);
    }

    /// How marks are counted: as decided, else as proposed.
    #[must_use]
    pub fn counting(&self) -> OfficeMap {
        self.map.unwrap_or_else(OfficeMap::proposed)
    }
}

/// Name of a module among [`Office::categories`].
const fn module_key(module: Module) -> &'static str {
    match module {
        Module::M1 => "m1",
        Module::M2 => "m2",
        Module::M3 => "m3",
        Module::M4 => "m4",
        Module::M5 => "m5",
        Module::M6 => "m6",
        Module::Adaptive => "adaptive",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sessions_own_matter_counts_before_its_modules_and_that_before_the_proposal() {
        let mut office = Office::default();
        let session = SessionId::from("m1-s1");
        assert_eq!(office.category(&session, Module::M1), Category::proposed(Module::M1));
        office.choose_for_module(Module::M1, Category::Adaptive);
        assert_eq!(office.category(&session, Module::M1), Category::Adaptive);
        office.categories.insert("m1-s1".to_owned(), Category::Spiritual);
        assert_eq!(office.category(&session, Module::M1), Category::Spiritual);
        assert_eq!(office.category(&"m1-s2".into(), Module::M1), Category::Adaptive);
        assert_eq!(office.category(&"m2-s1".into(), Module::M2), Category::Money);
    }

    #[test]
    fn what_an_older_program_kept_is_still_read() {
        let office: Office = serde_json::from_str(r#"{"facilitator":"Rina"}"#).unwrap();
        assert_eq!(office, Office { facilitator: "Rina".into(), ..Office::default() });
        let kept = serde_json::to_string(&Office { map: Some(OfficeMap::proposed()), ..office.clone() }).unwrap();
        assert_eq!(serde_json::from_str::<Office>(&kept).unwrap().map, Some(OfficeMap::proposed()));
    }
}
