//! Words about members: components, standing, a row of the list.

use crate::engine::roster::{Component, Member, Standing};

/// A component as on the office's forms.
#[must_use]
pub fn component(component: Component) -> &'static str {
    match component {
        Component::Pregnant => "Hamil",
        Component::EarlyChild => "AUD",
        Component::Primary => "SD",
        Component::JuniorHigh => "SMP",
        Component::SeniorHigh => "SMA",
        Component::Disabled => "Disabilitas",
        Component::Elderly => "Lansia",
    }
}

/// Whether somebody is still in the programme.
#[must_use]
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Active => "Aktif",
        Standing::Graduated => "Graduasi",
        Standing::Moved => "Pindah",
    }
}

/// Beside a name, small: `ketua · hamil · SD`.
#[must_use]
pub fn short(member: &Member, leader: bool) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if leader {
        parts.push("Ketua");
    }
    if member.standing != Standing::Active {
        parts.push(standing(member.standing));
    }
    parts.extend(member.components.iter().map(|kind| match kind {
        Component::Disabled => "Disab.",
        other => component(*other),
    }));
    parts.join(" · ")
}

/// For those who hear the screen: a row of the list.
#[must_use]
pub fn row(number: usize, member: &Member, leader: bool, twice: bool) -> String {
    let mut words = format!("{number}. {}", member.name);
    if leader {
        words.push_str(", ketua");
    }
    if member.standing != Standing::Active {
        words.push_str(", ");
        words.push_str(standing(member.standing));
    }
    for kind in &member.components {
        words.push_str(", ");
        words.push_str(component(*kind));
    }
    if twice {
        words.push_str(", nama ganda");
    }
    words
}
