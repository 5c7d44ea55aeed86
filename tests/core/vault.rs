//! NIK and no. KK through the core: sealed before they are kept, shown for as long as asked, locked by themselves, and nowhere on disk as digits.

use std::{path::Path, time::Duration};

use lembar::{
    engine::{
        identity::{Number, Secret},
        ids::ParticipantId,
    },
    text::identity,
    ui::{
        drafts::{GroupForm, GroupPart},
        intent::{GroupEdit, Intent, RosterKey, Screen, VaultKey},
        view::{Kept, Masked},
    },
};

use super::{Core, NINE, begun, core, opened};

const NIK: &str = "3201014506780001";
const KK: &str = "3201019912850002";
const WORDS: &str = "ayam jago merah";

fn secret(text: &str) -> Secret {
    Secret::from(text.to_owned())
}

/// Waits for the key that is being made.
fn wait(core: &mut Core) {
    for _ in 0..20_000 {
        core.drain();
        if !core.view(None).numbers.busy {
            return;
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    panic!("no key was made");
}

fn vault(core: &mut Core, key: VaultKey) {
    core.apply(Intent::Vault(key));
    wait(core);
}

fn kept(core: &Core) -> Kept {
    core.view(None).numbers.kept
}

/// The editor of the first group with its first member open.
fn open_form(core: &mut Core) -> ParticipantId {
    let group = core.groups()[0].clone();
    core.apply(Intent::Go(Screen::Group(Some(group.id))));
    let edit = GroupEdit {
        id: Some(group.id),
        name: group.name,
        village: group.village,
        district: group.district,
        leader: group.leader,
        place: group.place,
        hour: group.hour,
        members: group.members,
    };
    let who = edit.members[0].id;
    core.drafts.group = Some(GroupForm { edit, selected: GroupPart::Member(who), ..GroupForm::default() });
    who
}

fn save_form(core: &mut Core) {
    let edit = core.drafts.group.clone().unwrap().edit;
    core.apply(Intent::SaveGroup(edit));
}

/// A group whose first member has both numbers, kept under [`WORDS`].
fn with_numbers(dir: &Path) -> Core {
    let mut core = self::core(dir, NINE);
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah", "Ester"])));
    vault(&mut core, VaultKey::Create(secret(WORDS)));
    assert_eq!(kept(&core), Kept::Open);
    let who = open_form(&mut core);
    for (number, typed) in [(Number::Nik, NIK), (Number::Kk, KK)] {
        core.apply(Intent::Vault(VaultKey::Keep { who, number, typed: secret(typed) }));
    }
    save_form(&mut core);
    core
}

fn selected(core: &Core) -> [Masked; 2] {
    let form = core.drafts.group.as_ref().unwrap();
    let member = form.edit.members.iter().find(|member| Some(member.id) == form.member()).unwrap();
    Number::ALL.map(|number| core.view(None).numbers.masked(member, number))
}

fn text(masked: &str) -> Masked {
    Masked::Text { masked: masked.to_owned(), fault: None }
}

/// Every file below `dir` that has any of these digits in it.
fn found(dir: &Path, digits: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(self::found(&path, digits));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap_or_default();
        let has = |digits: &&&str| bytes.windows(digits.len()).any(|window| window == digits.as_bytes());
        found.extend(digits.iter().filter(has).map(|digits| format!("{digits} in {}", path.display())));
    }
    found
}

#[test]
fn numbers_are_masked_shown_while_held_and_back_after_a_restart() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = with_numbers(dir.path());
    let who = open_form(&mut core);
    assert_eq!(selected(&core), [text("3201••••••••0001"), text("3201••••••••0002")]);
    core.apply(Intent::Vault(VaultKey::Show(Some((who, Number::Kk)))));
    let shown = core.view(None).numbers.shown.map(|(_, number, text)| (number, text.expose().to_owned()));
    assert_eq!(shown, Some((Number::Kk, KK.to_owned())));
    core.apply(Intent::Go(Screen::Home));
    assert_eq!(core.view(None).numbers.shown, None, "leaving the screen closes it");
    assert_eq!(core.close(), 0);

    let mut core = self::core(dir.path(), NINE);
    let who = open_form(&mut core);
    assert_eq!(kept(&core), Kept::Locked);
    assert_eq!(selected(&core), [Masked::Locked, Masked::Locked]);
    core.apply(Intent::Vault(VaultKey::Show(Some((who, Number::Nik)))));
    assert_eq!(core.view(None).numbers.shown, None);
    vault(&mut core, VaultKey::Unlock(secret("ayam jago hitam")));
    assert_eq!(kept(&core), Kept::Locked);
    assert!(core.view(None).numbers.trouble.is_some());
    vault(&mut core, VaultKey::Unlock(secret(WORDS)));
    assert_eq!(selected(&core), [text("3201••••••••0001"), text("3201••••••••0002")]);
    assert_eq!(core.view(None).numbers.trouble, None);
}

#[test]
fn no_file_has_the_digits_while_running_or_closed_in_copies_or_in_the_log() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = with_numbers(dir.path());
    let who = open_form(&mut core);
    core.apply(Intent::Vault(VaultKey::Show(Some((who, Number::Nik)))));
    // A meeting's close makes the dated copy.
    core.apply(Intent::Go(Screen::Home));
    begun(&mut core);
    core.apply(Intent::Meeting(lembar::engine::command::Command::Close));
    for _ in 0..300 {
        core.drain();
        std::thread::sleep(Duration::from_millis(1));
    }
    let wal = dir.path().join("lembar.db-wal");
    assert!(wal.exists(), "the journal is looked at while it is there");
    // Also their halves, as they stand in a mask, would tell too much beside each other.
    let digits = [NIK, KK, &NIK[4..12], &KK[4..12]];
    assert_eq!(found(dir.path(), &digits), Vec::<String>::new());
    assert!(found(dir.path(), &["Tuminah"]).len() > 1, "what is written is found: database and copy");
    assert!(!format!("{:?} {:?}", core.drafts, core.groups()).contains(&NIK[4..12]));
    assert_eq!(core.close(), 0);
    assert_eq!(found(dir.path(), &digits), Vec::<String>::new());
}

#[test]
fn the_vault_locks_by_itself_when_a_meeting_opens_and_by_button() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = with_numbers(dir.path());
    core.clock.advance(9 * 60_000);
    core.tick();
    assert_eq!(kept(&core), Kept::Open);
    let who = open_form(&mut core);
    core.apply(Intent::Vault(VaultKey::Show(Some((who, Number::Nik)))));
    core.clock.advance(9 * 60_000);
    core.tick();
    assert_eq!(kept(&core), Kept::Open, "it was used in between");
    let due = {
        core.clock.advance(59_999);
        core.tick()
    };
    assert_eq!(due, Some(1), "the loop is woken for it");
    core.clock.advance(1);
    core.tick();
    assert_eq!(kept(&core), Kept::Locked);
    assert_eq!(core.view(None).numbers.shown, None);

    vault(&mut core, VaultKey::Unlock(secret(WORDS)));
    core.apply(Intent::Vault(VaultKey::Lock));
    assert_eq!(kept(&core), Kept::Locked);
    vault(&mut core, VaultKey::Unlock(secret(WORDS)));
    opened(&mut core);
    assert_eq!(kept(&core), Kept::Locked);
}

#[test]
fn what_is_being_typed_when_it_locks_is_sealed_not_lost() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = with_numbers(dir.path());
    open_form(&mut core);
    let new = core.drafts.group.as_mut().unwrap().edit.add("Butet");
    let typing = lembar::ui::drafts::TypedNumber { who: new, number: Number::Nik, text: secret("320101") };
    core.drafts.group.as_mut().unwrap().typing = Some(typing);
    core.apply(Intent::Vault(VaultKey::Lock));
    save_form(&mut core);
    vault(&mut core, VaultKey::Unlock(secret(WORDS)));
    open_form(&mut core);
    let form = core.drafts.group.as_mut().unwrap();
    let butet = form.edit.members.last().unwrap();
    assert!(!GroupEdit::is_new(butet.id));
    form.selected = GroupPart::Member(butet.id);
    let [Masked::Text { masked, fault: Some(_) }, Masked::Empty] = selected(&core) else { panic!("flagged, kept") };
    assert_eq!(masked, "••••••");
}

#[test]
fn another_passphrase_opens_everything_and_the_old_one_nothing_also_what_undo_brings_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = with_numbers(dir.path());
    let group = core.groups()[0].id;
    open_form(&mut core);
    core.drafts.group.as_mut().unwrap().edit.members.remove(0);
    save_form(&mut core);
    vault(&mut core, VaultKey::Change { old: secret("salah sekali"), new: secret("kambing di ladang") });
    assert!(core.view(None).numbers.trouble.is_some(), "not without the old one");
    vault(&mut core, VaultKey::Change { old: secret(WORDS), new: secret("kambing di ladang") });
    assert_eq!(kept(&core), Kept::Open);
    core.apply(Intent::Roster(RosterKey::Undo));
    assert_eq!(core.close(), 0);

    let mut core = self::core(dir.path(), NINE);
    assert_eq!(core.groups()[0].id, group);
    open_form(&mut core);
    vault(&mut core, VaultKey::Unlock(secret(WORDS)));
    assert_eq!(kept(&core), Kept::Locked);
    vault(&mut core, VaultKey::Unlock(secret("kambing di ladang")));
    assert_eq!(selected(&core), [text("3201••••••••0001"), text("3201••••••••0002")]);
}

#[test]
fn a_forgotten_passphrase_costs_the_numbers_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let core = with_numbers(dir.path());
    assert_eq!(core.close(), 0);
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::Vault(VaultKey::Forget));
    assert_eq!(kept(&core), Kept::No);
    assert_eq!(core.close(), 0);
    let mut core = self::core(dir.path(), NINE);
    assert_eq!(kept(&core), Kept::No);
    open_form(&mut core);
    assert_eq!(selected(&core), [Masked::Empty, Masked::Empty]);
    assert_eq!(core.groups()[0].members.len(), 2);
    vault(&mut core, VaultKey::Create(secret("kambing di ladang")));
    assert_eq!(kept(&core), Kept::Open);
}

#[test]
fn without_a_passphrase_nothing_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    core.apply(Intent::SaveGroup(GroupEdit::named("Kelompok Mawar", "", ["Tuminah"])));
    let who = open_form(&mut core);
    core.apply(Intent::Vault(VaultKey::Keep { who, number: Number::Nik, typed: secret(NIK) }));
    assert_eq!(selected(&core), [Masked::Empty, Masked::Empty]);
    assert!(core.drafts.group.as_ref().unwrap().edit.members[0].nik.is_none());
}

#[test]
fn a_passphrase_is_said_to_be_set_only_when_it_is_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let mut core = self::core(dir.path(), NINE);
    let said = |core: &Core, words: &str| core.view(None).notices.iter().any(|notice| notice.text == words);
    for (key, words) in [
        (VaultKey::Create(secret(WORDS)), identity::PASSPHRASE_SET),
        (VaultKey::Change { old: secret(WORDS), new: secret("padi di sawah") }, identity::PASSPHRASE_CHANGED),
        (VaultKey::Forget, identity::FORGOTTEN),
    ] {
        // Another program holds the file: nothing can be written.
        let other = rusqlite::Connection::open(dir.path().join("lembar.db")).unwrap();
        other.busy_timeout(Duration::from_secs(5)).unwrap();
        other.execute_batch("BEGIN IMMEDIATE").unwrap();
        vault(&mut core, key);
        core.drain();
        assert!(!said(&core, words), "{words}");
        other.execute_batch("ROLLBACK").unwrap();
        super::evidence::until(&mut core, words, |core| said(core, words));
    }
}
