//! NIK and no. KK while the program runs: the passphrase, the open vault, what is shown to eyes for as long as a button is held. Keys are made
//! on a worker, because that takes a good part of a second on purpose.

use std::{collections::VecDeque, sync::Arc};

use zeroize::Zeroizing;

use super::{
    Core,
    errand::{Ended, Errand},
};
use crate::{
    engine::{
        identity::{self, Number, Secret},
        ids::ParticipantId,
        roster::{Member, Sealed},
    },
    store::{Request, Vault, VaultError, VaultFile, vault},
    text::identity as text,
    ui::{
        drafts::VaultForm,
        intent::{GroupEdit, VaultKey},
        view::{Kept, Level, Look, Masked, NumbersView},
    },
};

/// The vault closes by itself after this long without a number shown or kept, ms.
const LOCK_AFTER: u64 = 10 * 60_000;

/// The vault's side of the core.
#[derive(Default)]
pub(super) struct Numbers {
    /// What is kept of the vault; `None` = no passphrase was set.
    file: Option<Result<VaultFile, VaultError>>,
    worker: Option<Errand<Result<Keys, VaultError>>>,
    /// When a number was last used, program ms.
    used: u64,
    /// Shown to eyes.
    shown: Option<(ParticipantId, Number, Secret)>,
    trouble: Option<&'static str>,
    /// Sentences that are true once the writer says so, in the order of the requests.
    saying: VecDeque<&'static str>,
    /// Through the open vault, for the screens.
    look: Option<Box<Look>>,
}

impl Numbers {
    /// The writer that would answer is gone.
    pub(super) fn say_no_more(&mut self) {
        self.saying.clear();
    }
}

/// What the worker made.
enum Keys {
    New(VaultFile, Vault),
    Opened(Vault),
    Changed { from: Vault, file: VaultFile, to: Vault },
}

impl Core {
    pub(super) fn vault_key(&mut self, key: VaultKey) {
        match key {
            VaultKey::Create(new) => {
                if self.numbers.file.is_none() {
                    self.make_keys(move || VaultFile::create(new.expose()).map(|(file, vault)| Keys::New(file, vault)));
                }
            }
            VaultKey::Unlock(passphrase) => {
                let Some(file) = self.vault_file() else { return };
                self.make_keys(move || file.open(passphrase.expose()).map(Keys::Opened));
            }
            VaultKey::Change { old, new } => {
                let Some(file) = self.vault_file() else { return };
                self.make_keys(move || {
                    let from = file.open(old.expose())?;
                    let (file, to) = VaultFile::create(new.expose())?;
                    Ok(Keys::Changed { from, file, to })
                });
            }
            VaultKey::Forget => self.forget_numbers(),
            VaultKey::Lock => self.lock_numbers(),
            VaultKey::Show(what) => self.show_number(what),
            VaultKey::Keep { who, number, typed } => self.keep_number(who, number, &typed),
        }
    }

    /// Seals a number for this member, when the vault is open.
    pub fn seal_number(&mut self, who: ParticipantId, number: Number, text: &str) -> Option<Sealed> {
        self.numbers.used = self.clock.mono();
        match self.vault.as_ref()?.seal(who, number, text) {
            Ok(sealed) => Some(sealed),
            Err(error) => {
                log::warn!("a number of participant {} was not sealed: {error}", who.0);
                self.notice(Level::Warning, error.sentence());
                None
            }
        }
    }

    /// A member's number, when there is one and the vault is open. For telling what a file would change.
    pub fn plain_number(&mut self, member: &Member, number: Number) -> Option<Zeroizing<String>> {
        self.numbers.used = self.clock.mono();
        let sealed = member.sealed(number)?;
        self.vault.as_ref()?.open(member.id, number, sealed).ok()
    }

    /// Closes the vault; what was typed and not kept yet is sealed first.
    pub(super) fn lock_numbers(&mut self) {
        if let Some(typing) = self.drafts.group.as_mut().and_then(|form| form.typing.take()) {
            self.keep_number(typing.who, typing.number, &typing.text);
        }
        self.set_vault(None);
        self.numbers.shown = None;
        self.drafts.vault = VaultForm::default();
    }

    /// A key is being made, and what it is for not written yet.
    pub(super) fn making_keys(&self) -> bool {
        self.numbers.worker.is_some()
    }

    /// Reads what the settings have of a vault.
    pub(super) fn read_vault(&mut self) {
        let kept = self.settings.get(vault::SETTING);
        self.numbers.file = kept.map(|json| VaultFile::from_json(json));
        self.set_vault(None);
    }

    /// Takes in what the worker has made. True when something changed.
    pub(super) fn vault_news(&mut self) -> bool {
        let Some(ended) = self.numbers.worker.as_ref().and_then(Errand::ended) else { return false };
        let made = match ended {
            Ended::Told(made) => made,
            Ended::Died => Err(VaultError::NoMemory),
        };
        self.numbers.worker = None;
        self.numbers.used = self.clock.mono();
        match made {
            Ok(keys) => self.take_keys(keys),
            Err(error) => {
                log::info!("vault: {error}");
                self.numbers.trouble = Some(error.sentence());
            }
        }
        true
    }

    /// The first passphrase is on the disk.
    pub(super) fn passphrase_saved(&mut self) {
        self.notice(Level::Info, text::PASSPHRASE_SET);
    }

    /// The writer has sealed all numbers anew, or cleared them.
    pub(super) fn numbers_saved(&mut self) {
        if let Some(said) = self.numbers.saying.pop_front() {
            self.notice(Level::Info, said);
        }
    }

    /// It never will; what would have been said is not true.
    pub(super) fn numbers_refused(&mut self) {
        self.numbers.saying.pop_front();
    }

    /// Locks when the numbers were not used for long. Returns when that is due, program ms.
    pub(super) fn tick_numbers(&mut self) -> Option<u64> {
        self.vault.as_ref()?;
        let due = self.numbers.used + LOCK_AFTER;
        if self.clock.mono() < due {
            return Some(due);
        }
        self.lock_numbers();
        self.notice(Level::Info, text::LOCKED_BY_ITSELF);
        None
    }

    /// For the screens: no number in it but the one that is held open.
    pub(super) fn numbers_view(&self) -> NumbersView<'_> {
        let kept = match (&self.numbers.file, &self.vault) {
            (None, _) => Kept::No,
            (Some(Err(_)), _) => Kept::Damaged,
            (_, None) => Kept::Locked,
            (_, Some(_)) => Kept::Open,
        };
        NumbersView {
            kept,
            busy: self.numbers.worker.is_some(),
            trouble: self.numbers.trouble,
            look: self.numbers.look.as_deref(),
            shown: self.numbers.shown.as_ref().map(|(who, number, text)| (*who, *number, text)),
        }
    }

    fn set_vault(&mut self, vault: Option<Arc<Vault>>) {
        self.numbers.look = vault.clone().map(|vault| {
            let look: Box<Look> = Box::new(move |member, number| masked(&vault, member, number));
            look
        });
        self.vault = vault;
        // What a file would change depends on which numbers can be read and sealed.
        self.propose_roster();
    }

    fn vault_file(&mut self) -> Option<VaultFile> {
        match self.numbers.file.clone()? {
            Ok(file) => Some(file),
            Err(error) => {
                self.numbers.trouble = Some(error.sentence());
                None
            }
        }
    }

    fn make_keys(&mut self, make: impl FnOnce() -> Result<Keys, VaultError> + Send + 'static) {
        if self.numbers.worker.is_some() {
            return;
        }
        self.numbers.trouble = None;
        match Errand::start("vault", Arc::clone(&self.wake), |_: &dyn Fn() -> bool| make()) {
            Ok(worker) => self.numbers.worker = Some(worker),
            Err(error) => {
                log::error!("vault: {error}");
                self.numbers.trouble = Some(VaultError::NoMemory.sentence());
            }
        }
    }

    fn take_keys(&mut self, keys: Keys) {
        self.drafts.vault = VaultForm::default();
        match keys {
            Keys::Opened(vault) => self.set_vault(Some(Arc::new(vault))),
            Keys::New(file, vault) => {
                if let Ok(json) = file.to_json() {
                    self.keep(vault::SETTING, json);
                    self.numbers.file = Some(Ok(file));
                    self.set_vault(Some(Arc::new(vault)));
                }
            }
            Keys::Changed { from, file, to } => {
                let Ok(json) = file.to_json() else { return };
                let (from, to) = (Arc::new(from), Arc::new(to));
                self.seal_anew(&from, &to);
                self.settings.insert(vault::SETTING.to_owned(), json.clone());
                let wall = self.clock.wall();
                self.send(Request::Reseal { from, to: Arc::clone(&to), file: json, wall });
                self.numbers.file = Some(Ok(file));
                self.numbers.shown = None;
                self.set_vault(Some(to));
                self.numbers.saying.push_back(text::PASSPHRASE_CHANGED);
            }
        }
    }

    /// Everything in memory goes over to the new key at once, so that no later request writes a number under the old one.
    fn seal_anew(&mut self, from: &Vault, to: &Vault) {
        self.for_every_member(|member| {
            for number in Number::ALL {
                let plain = member.sealed(number).and_then(|sealed| from.open(member.id, number, sealed).ok());
                let anew = plain.and_then(|plain| to.seal(member.id, number, &plain).ok());
                if anew.is_some() {
                    member.set_sealed(number, anew);
                }
            }
        });
    }

    fn forget_numbers(&mut self) {
        self.for_every_member(|member| (member.nik, member.kk) = (None, None));
        if let Some(form) = &mut self.drafts.group {
            form.typing = None;
        }
        self.settings.remove(vault::SETTING);
        self.read_vault();
        self.numbers.shown = None;
        self.numbers.trouble = None;
        self.drafts.vault = VaultForm::default();
        let wall = self.clock.wall();
        self.send(Request::ForgetNumbers { wall });
        self.numbers.saying.push_back(text::FORGOTTEN);
    }

    /// Members wherever they are kept: lists, archive, changes that can be taken back, the form and its past.
    fn for_every_member(&mut self, mut change: impl FnMut(&mut Member)) {
        self.every_group().flat_map(|group| &mut group.members).for_each(&mut change);
        if let Some(form) = &mut self.drafts.group {
            let edits = std::iter::once(&mut form.edit).chain(&mut form.undo);
            edits.flat_map(|edit| &mut edit.members).for_each(&mut change);
        }
    }

    /// Nothing is shown to eyes any more.
    pub(super) fn hide_number(&mut self) {
        self.numbers.shown = None;
    }

    fn show_number(&mut self, what: Option<(ParticipantId, Number)>) {
        self.numbers.shown = None;
        let Some((who, number)) = what else { return };
        self.numbers.used = self.clock.mono();
        let form = self.drafts.group.as_ref();
        let Some(member) = form.and_then(|form| form.edit.members.iter().find(|member| member.id == who)) else {
            return;
        };
        let Some(sealed) = member.sealed(number) else { return };
        let plain = self.vault.as_ref().and_then(|vault| vault.open(who, number, sealed).ok());
        self.numbers.shown = plain.map(|plain| (who, number, Secret::from(plain)));
    }

    /// Seals what was typed into the form; it is kept with the group. A new member gets their id now, because the seal is bound to it.
    fn keep_number(&mut self, who: ParticipantId, number: Number, typed: &Secret) {
        let text = identity::checked(typed.expose());
        let text = Zeroizing::new(text.unwrap_or_else(|_| typed.expose().trim().to_owned()));
        if text.is_empty() || self.vault.is_none() {
            return;
        }
        let real = if GroupEdit::is_new(who) { self.ids.participant() } else { who };
        let Some(sealed) = self.seal_number(real, number, &text) else { return };
        if let Some(form) = &mut self.drafts.group {
            form.remember();
            form.rename_member(who, real);
            if let Some(member) = form.edit.members.iter_mut().find(|member| member.id == real) {
                member.set_sealed(number, Some(sealed));
            }
        }
    }
}

fn masked(vault: &Vault, member: &Member, number: Number) -> Masked {
    let Some(sealed) = member.sealed(number) else { return Masked::Empty };
    match vault.open(member.id, number, sealed) {
        Ok(plain) => Masked::Text { masked: identity::masked(&plain), fault: identity::checked(&plain).err() },
        Err(_) => Masked::Damaged,
    }
}
