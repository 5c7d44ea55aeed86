//! The six matters ("Materi") the office's form knows, and which one a module is reported as.

use serde::{Deserialize, Serialize};

use crate::engine::session::Module;

/// A matter of the office's form; its exact words are in the text room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// 1: bimbingan mental dan spiritual.
    Spiritual,
    /// 2: keuangan dan usaha.
    Money,
    /// 3: kesehatan dan gizi.
    Health,
    /// 4: kesejahteraan sosial.
    Welfare,
    /// 5: fasilitasi, mediasi, edukasi keluarga, motivasi, advokasi.
    Access,
    /// 6: adaptif dan materi tambahan.
    Adaptive,
}

impl Category {
    /// All, in the form's order.
    pub const ALL: [Self; 6] =
        [Self::Spiritual, Self::Money, Self::Health, Self::Welfare, Self::Access, Self::Adaptive];

    /// Our proposal. The form has no matter called parenting, child protection or stunting; where those belong is nowhere written down,
    /// so every line of this can be changed.
    #[must_use]
    pub const fn proposed(module: Module) -> Self {
        match module {
            Module::M1 | Module::M4 | Module::M5 => Self::Welfare,
            Module::M2 => Self::Money,
            Module::M3 | Module::M6 => Self::Health,
            Module::Adaptive => Self::Adaptive,
        }
    }
}
