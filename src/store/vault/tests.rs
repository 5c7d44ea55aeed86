//! Sealing, opening, and everything that must not open.

use super::*;

const NIK: &str = "3201014506780001";
/// As cheap as argon2 can be: these tests are not about its cost.
const CHEAP: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
const SITI: ParticipantId = ParticipantId(7);

fn vault() -> (VaultFile, Vault) {
    VaultFile::create_at("ayam jago merah", CHEAP).unwrap()
}

#[test]
fn a_number_comes_back_under_the_same_passphrase_after_the_file_was_kept() {
    let (file, vault) = vault();
    let sealed = vault.seal(SITI, Number::Nik, NIK).unwrap();
    let kept = file.to_json().unwrap();
    assert!(!kept.contains("ayam"));
    let opened = VaultFile::from_json(&kept).unwrap().open("ayam jago merah").unwrap();
    assert_eq!(opened.open(SITI, Number::Nik, &sealed).unwrap().as_str(), NIK);
}

#[test]
fn another_passphrase_is_told_from_a_damaged_file() {
    let (file, _) = vault();
    for wrong in ["", "ayam jago Merah", "ayam jago merah ", "ayam"] {
        assert_eq!(file.open(wrong).err(), Some(VaultError::WrongPassphrase), "{wrong:?}");
    }
    let mut changes: Vec<VaultFile> = Vec::new();
    for at in 0..SALT {
        changes.push(file.clone());
        changes.last_mut().unwrap().salt[at] ^= 1;
    }
    for at in 0..file.check.len() {
        changes.push(file.clone());
        changes.last_mut().unwrap().check[at] ^= 0x80;
    }
    changes.push(VaultFile { format: 9, ..file.clone() });
    changes.push(VaultFile { cost: Cost { passes: 2, ..CHEAP }, ..file.clone() });
    changes.push(VaultFile { salt: Vec::new(), ..file.clone() });
    for changed in changes {
        assert_eq!(changed.open("ayam jago merah").err(), Some(VaultError::DamagedFile), "{changed:?}");
    }
    let json = file.to_json().unwrap();
    for cut in 0..json.len() {
        assert_eq!(VaultFile::from_json(&json[..cut]).err(), Some(VaultError::DamagedFile));
    }
}

#[test]
fn a_file_that_asks_for_the_whole_memory_is_damaged_even_when_its_sum_is_right() {
    let (mut file, _) = vault();
    file.cost = Cost { memory_kib: u32::MAX, passes: 1, lanes: 1 };
    file.sum = file.summed();
    assert_eq!(file.open("ayam jago merah").err(), Some(VaultError::DamagedFile));
    file.cost = Cost { memory_kib: 8, passes: 1, lanes: 0 };
    file.sum = file.summed();
    assert_eq!(file.open("ayam jago merah").err(), Some(VaultError::DamagedFile));
}

#[test]
fn a_seal_opens_in_its_own_place_only_and_any_flipped_bit_closes_it() {
    let (_, vault) = vault();
    let sealed = vault.seal(SITI, Number::Nik, NIK).unwrap();
    assert_eq!(vault.open(SITI, Number::Kk, &sealed).err(), Some(VaultError::DamagedNumber));
    assert_eq!(vault.open(ParticipantId(8), Number::Nik, &sealed).err(), Some(VaultError::DamagedNumber));
    for at in 0..sealed.0.len() {
        let mut flipped = sealed.clone();
        flipped.0[at] ^= 1;
        assert_eq!(vault.open(SITI, Number::Nik, &flipped).err(), Some(VaultError::DamagedNumber));
        assert_eq!(
            vault.open(SITI, Number::Nik, &Sealed(sealed.0[..at].to_vec())).err(),
            Some(VaultError::DamagedNumber)
        );
    }
    let (_, other) = VaultFile::create_at("ayam jago merah", CHEAP).unwrap();
    assert_eq!(other.open(SITI, Number::Nik, &sealed).err(), Some(VaultError::DamagedNumber), "another salt");
}

#[test]
fn seals_tell_neither_length_nor_whether_two_numbers_are_the_same() {
    let (_, vault) = vault();
    let seal = |text: &str| vault.seal(SITI, Number::Nik, text).unwrap();
    let lengths: Vec<usize> = ["", "1", NIK, "1234567890123456789012345678901"].map(|text| seal(text).0.len()).into();
    assert!(lengths.windows(2).all(|pair| pair[0] == pair[1]), "{lengths:?}");
    assert_ne!(seal(NIK), seal(NIK));
    assert_eq!(vault.seal(SITI, Number::Nik, &"1".repeat(32)).err(), Some(VaultError::TooLong));
    assert!(!seal(NIK).0.windows(4).any(|bytes| NIK.as_bytes().windows(4).any(|digits| digits == bytes)));
}

#[test]
fn no_debug_print_has_a_secret() {
    let (_, vault) = vault();
    assert_eq!(format!("{vault:?}"), "Vault(…)");
}

#[test]
fn the_usual_cost_is_kept_beside_the_salt_and_reaches_the_promised_memory() {
    let (file, _) = VaultFile::create("kata sandi biasa").unwrap();
    assert!(file.cost.memory_kib >= 64 * 1024 && file.cost.passes >= 3);
    assert!(file.open("kata sandi biasa").is_ok());
}
