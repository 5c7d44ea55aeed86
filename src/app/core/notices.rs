//! Notices of the core: adding, taking away, keeping one trouble.

use super::Core;
use crate::{
    pack::Severity,
    text::app as text,
    ui::{
        intent::Intent,
        view::{Level, Notice},
    },
};

/// How long a rejection or the echo of a key stays, ms.
pub(super) const BRIEF: u64 = 2500;
/// How long good news stays, ms.
const PASSING: u64 = 7000;
/// How long a way back is offered, ms.
const OFFERED: u64 = 30_000;
/// Most notices kept; the oldest that may go, goes.
const MOST: usize = 4;

impl Core {
    pub(super) fn notice(&mut self, level: Level, text: impl Into<String>) -> u64 {
        self.push_notice(level, text.into(), false)
    }

    /// A notice with a button for what can be done about it; it stays until it is put away or no longer true.
    pub(super) fn notice_with(&mut self, level: Level, text: &str, action: (&'static str, Intent)) -> u64 {
        let id = self.push_notice(level, text.to_owned(), false);
        self.passing.retain(|(passing, _)| *passing != id);
        if let Some(notice) = self.notices.iter_mut().find(|notice| notice.id == id) {
            notice.action = Some(action);
        }
        id
    }

    /// Good news with a way back; it goes by itself, but not before it can be read and pressed.
    pub(super) fn passing_offer(&mut self, text: &str, action: (&'static str, Intent)) -> u64 {
        let id = self.notice_with(Level::Info, text, action);
        self.passing.push((id, self.clock.mono() + OFFERED));
        id
    }

    /// A second answer to a notice that is a question.
    pub(super) fn notice_or(&mut self, id: u64, other: (&'static str, Intent)) {
        if let Some(notice) = self.notices.iter_mut().find(|notice| notice.id == id) {
            notice.other = Some(other);
        }
    }

    fn push_notice(&mut self, level: Level, text: String, permanent: bool) -> u64 {
        // The same sentence twice is one notice.
        self.notices.retain(|notice| notice.text != text);
        if level == Level::Info {
            // Good news makes room for newer: several of them would push the page aside.
            self.notices.retain(|notice| notice.level != Level::Info || notice.permanent || notice.action.is_some());
        }
        let id = self.next_notice;
        self.next_notice += 1;
        if level == Level::Info {
            self.passing.push((id, self.clock.mono() + PASSING));
        }
        self.notices.push(Notice { id, level, text, permanent, action: None, other: None });
        if self.notices.len() > MOST
            && let Some(oldest) = self.notices.iter().position(|notice| !notice.permanent)
        {
            self.notices.remove(oldest);
        }
        id
    }

    pub(super) fn dismiss(&mut self, id: u64) {
        self.notices.retain(|notice| notice.id != id || notice.permanent);
    }

    /// Writing fails: one loud notice that stays until writing works again.
    pub(super) fn set_trouble(&mut self, sentence: String) {
        if let Some(id) = self.trouble {
            self.notices.retain(|notice| notice.id != id);
        }
        self.trouble = Some(self.push_notice(Level::Trouble, sentence, true));
    }

    pub(super) fn clear_trouble(&mut self) {
        if let Some(id) = self.trouble.take() {
            self.notices.retain(|notice| notice.id != id);
            self.notice(Level::Info, crate::text::store::RECOVERED);
        }
    }

    pub(super) fn reject(&mut self, sentence: &'static str) {
        self.rejection = Some((sentence, self.clock.mono() + BRIEF));
    }

    /// Takes away what was only to be seen briefly; returns when the next one is due, program ms.
    pub(super) fn expire(&mut self) -> Option<u64> {
        let mono = self.clock.mono();
        for brief in [&mut self.rejection, &mut self.echo] {
            if brief.is_some_and(|(_, until)| until <= mono) {
                *brief = None;
            }
        }
        for (id, _) in self.passing.extract_if(.., |(_, until)| *until <= mono) {
            self.notices.retain(|notice| notice.id != id);
        }
        let lock = self.tick_numbers();
        let brief = [self.rejection, self.echo].into_iter().flatten().map(|(_, until)| until);
        let numbers = self.expire_hall();
        brief.chain(self.passing.iter().map(|(_, until)| *until)).chain(numbers).chain(lock).min()
    }

    pub(super) fn report_pack_faults(&mut self) {
        let errors = self.pack.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
        if self.pack.sessions.is_empty() {
            self.push_notice(Level::Trouble, text::NO_CONTENT.to_owned(), true);
        } else if errors > 0 {
            self.notice(Level::Warning, text::pack_faults(errors));
        }
    }

    /// This start draws the safe way, because the last ones died.
    pub fn say_drawn_safely(&mut self) {
        self.notice(Level::Warning, text::DRAWN_SAFELY);
    }

    /// There is a loudspeaker, or there is none any more.
    /// True when that is news.
    pub fn set_sound(&mut self, there: bool) -> bool {
        std::mem::replace(&mut self.devices.sound, there) != there
    }
}
