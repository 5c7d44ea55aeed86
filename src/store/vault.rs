//! NIK and no. KK at rest: a key made of a passphrase (argon2id) and the seal of each number (XChaCha20-Poly1305). Nothing here reads or
//! writes the database; [`VaultFile`] is kept as JSON in the setting [`SETTING`], each [`Sealed`] in its column.
//!
//! **Cost of the key.** 64 MiB and three passes are RFC 9106's choice for machines short of memory (4 GB laptop with a browser open), in one
//! lane because no second thread works here. The cost is kept beside the salt, so that it can be raised for the next passphrase.
//! **Why no second key** that the passphrase's key would wrap: a changed passphrase seals every number anew anyway, so that an old copy
//! and an old passphrase never open what was written later.

use std::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce, aead::Aead, aead::Payload};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

pub use crate::engine::identity::Number;
use crate::{
    engine::{fnv::fnv1a, ids::ParticipantId, roster::Sealed},
    text::identity as text,
};

/// The setting that holds the [`VaultFile`].
pub const SETTING: &str = "vault";

/// Version of file and seals.
const FORMAT: u8 = 1;
const SALT: usize = 16;
const KEY: usize = 32;
const NONCE: usize = 24;
/// What is sealed is always as long as this, so that a seal tells nothing of its number: length, then text, then zeros.
const BLOCK: usize = 32;
/// What the check value seals; a key that opens it to this is the right one.
const CHECK: &str = "Lembar";
/// Stands in the place of a number's kind in the associated data of the check value.
const CHECK_KIND: u8 = 0;
/// A file that asks for more is damaged, or meant to stop the program.
const MOST: Cost = Cost { memory_kib: 1024 * 1024, passes: 64, lanes: 16 };

/// What can go wrong with the vault. No variant carries a number or a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// Another passphrase.
    #[error("the passphrase is another one")]
    WrongPassphrase,
    /// The vault's own data are not what was written.
    #[error("the vault's data are damaged")]
    DamagedFile,
    /// This seal is not what was written, or belongs to another member or kind.
    #[error("the sealed number is damaged or not this member's")]
    DamagedNumber,
    /// Not enough memory to make the key.
    #[error("not enough memory for the key")]
    NoMemory,
    /// The system has no random numbers.
    #[error("the system gives no random numbers")]
    NoRandom,
    /// Longer than any number.
    #[error("the number is too long")]
    TooLong,
}

impl VaultError {
    /// What happened and what to do, for people.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::WrongPassphrase => text::WRONG_PASSPHRASE,
            Self::DamagedFile => text::DAMAGED_VAULT,
            Self::DamagedNumber => text::DAMAGED_NUMBER,
            Self::NoMemory => text::NO_MEMORY,
            Self::NoRandom => text::NO_RANDOM,
            Self::TooLong => text::TOO_LONG,
        }
    }
}

/// What making a key costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Cost {
    /// Memory, KiB.
    memory_kib: u32,
    /// Passes over it.
    passes: u32,
    /// Lanes.
    lanes: u32,
}

/// For new vaults.
const COST: Cost = Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 };

/// What is kept of a vault: enough to know its passphrase again, nothing that tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaultFile {
    format: u8,
    cost: Cost,
    salt: Vec<u8>,
    check: Vec<u8>,
    /// Of all of the above, so that damage is not taken for a wrong passphrase.
    sum: u64,
}

/// An open vault. Its key is wiped when it is dropped, and it has no debug print of it.
pub struct Vault {
    key: Zeroizing<[u8; KEY]>,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Vault(…)")
    }
}

impl VaultFile {
    /// A vault under a new passphrase. Takes a good part of a second: call it on a worker.
    pub fn create(passphrase: &str) -> Result<(Self, Vault), VaultError> {
        Self::create_at(passphrase, COST)
    }

    fn create_at(passphrase: &str, cost: Cost) -> Result<(Self, Vault), VaultError> {
        let mut salt = vec![0; SALT];
        random(&mut salt)?;
        let vault = Vault { key: derive(passphrase, &salt, cost)? };
        let check = vault.seal_as(CHECK_KIND, 0, CHECK)?.0;
        let mut file = Self { format: FORMAT, cost, salt, check, sum: 0 };
        file.sum = file.summed();
        Ok((file, vault))
    }

    /// Opens it. As slow as [`Self::create`].
    pub fn open(&self, passphrase: &str) -> Result<Vault, VaultError> {
        let Cost { memory_kib, passes, lanes } = self.cost;
        let bearable = memory_kib <= MOST.memory_kib && passes <= MOST.passes && lanes <= MOST.lanes;
        if self.format != FORMAT || self.sum != self.summed() || !bearable {
            return Err(VaultError::DamagedFile);
        }
        let vault = Vault { key: derive(passphrase, &self.salt, self.cost)? };
        match vault.open_as(CHECK_KIND, 0, &Sealed(self.check.clone())) {
            Ok(check) if check.as_str() == CHECK => Ok(vault),
            _ => Err(VaultError::WrongPassphrase),
        }
    }

    /// Out of the setting.
    pub fn from_json(json: &str) -> Result<Self, VaultError> {
        serde_json::from_str(json).map_err(|_| VaultError::DamagedFile)
    }

    /// For the setting.
    pub fn to_json(&self) -> Result<String, VaultError> {
        serde_json::to_string(self).map_err(|_| VaultError::DamagedFile)
    }

    /// Over everything but the sum. Against a bit that fell over, not against people: those only lock themselves out.
    fn summed(&self) -> u64 {
        let Cost { memory_kib, passes, lanes } = self.cost;
        let cost = [memory_kib, passes, lanes].map(u32::to_le_bytes);
        let all = [self.format].into_iter().chain(cost.into_iter().flatten());
        fnv1a(all.chain(self.salt.iter().copied()).chain(self.check.iter().copied()))
    }
}

impl Vault {
    /// Seals a number of this member. Two seals of the same number differ, and no other member's place takes them.
    pub fn seal(&self, who: ParticipantId, number: Number, text: &str) -> Result<Sealed, VaultError> {
        self.seal_as(kind(number), who.0, text)
    }

    /// The number again; wiped when it is dropped.
    pub fn open(&self, who: ParticipantId, number: Number, sealed: &Sealed) -> Result<Zeroizing<String>, VaultError> {
        self.open_as(kind(number), who.0, sealed)
    }

    fn seal_as(&self, kind: u8, id: i64, text: &str) -> Result<Sealed, VaultError> {
        let mut block = Zeroizing::new([0_u8; BLOCK]);
        let (length, room) = block.split_first_mut().ok_or(VaultError::TooLong)?;
        let place = room.get_mut(..text.len()).ok_or(VaultError::TooLong)?;
        place.copy_from_slice(text.as_bytes());
        *length = text.len() as u8;
        let mut nonce = [0; NONCE];
        random(&mut nonce)?;
        let payload = Payload { msg: block.as_slice(), aad: &associated(kind, id) };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload).map_err(|_| VaultError::TooLong)?;
        Ok(Sealed([nonce.as_slice(), &sealed].concat()))
    }

    fn open_as(&self, kind: u8, id: i64, sealed: &Sealed) -> Result<Zeroizing<String>, VaultError> {
        let damaged = VaultError::DamagedNumber;
        let (nonce, rest) = sealed.0.split_first_chunk::<NONCE>().ok_or(damaged)?;
        let payload = Payload { msg: rest, aad: &associated(kind, id) };
        let block = self.cipher().decrypt(&XNonce::from(*nonce), payload).map_err(|_| damaged)?;
        let block = Zeroizing::new(block);
        let (length, text) = block.split_first().ok_or(damaged)?;
        let text = text.get(..usize::from(*length)).ok_or(damaged)?;
        let text = std::str::from_utf8(text).map_err(|_| damaged)?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }
}

fn kind(number: Number) -> u8 {
    match number {
        Number::Nik => 1,
        Number::Kk => 2,
    }
}

/// Whose number of which kind: a seal moved to another row does not open there.
fn associated(kind: u8, id: i64) -> [u8; 10] {
    let mut data = [FORMAT, kind, 0, 0, 0, 0, 0, 0, 0, 0];
    if let Some(place) = data.last_chunk_mut() {
        *place = id.to_le_bytes();
    }
    data
}

/// The key, with memory that is asked for politely and wiped afterwards.
fn derive(passphrase: &str, salt: &[u8], cost: Cost) -> Result<Zeroizing<[u8; KEY]>, VaultError> {
    let damaged = |_| VaultError::DamagedFile;
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(KEY)).map_err(damaged)?;
    let blocks = params.block_count();
    let mut memory = Vec::new();
    memory.try_reserve_exact(blocks).map_err(|_| VaultError::NoMemory)?;
    memory.resize(blocks, Block::new());
    let mut key = Zeroizing::new([0; KEY]);
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    let made = argon.hash_password_into_with_memory(passphrase.as_bytes(), salt, key.as_mut_slice(), &mut memory[..]);
    memory.zeroize();
    made.map(|()| key).map_err(damaged)
}

fn random(bytes: &mut [u8]) -> Result<(), VaultError> {
    getrandom::fill(bytes).map_err(|_| VaultError::NoRandom)
}

#[cfg(test)]
mod tests;
