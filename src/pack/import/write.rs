//! The text of a session's file: pages spread over a plan, and pages added to a file that is there already.

use std::fmt::Write as _;

use toml::de::{DeTable, DeValue};

use crate::{
    engine::session::{Role, Step},
    text::import as text,
};

/// A page to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NewPage {
    pub(super) title: String,
    pub(super) shows: Shows,
}

/// What it shows; names of files in the session's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    Photo(String),
    /// With the page's number, from 1.
    Pdf(String, u32),
    Clip(String),
    Sound(String),
}

/// How many of `pages` each step of `plan` gets: those that carry the matter of a session, by their minutes.
pub(super) fn spread(pages: usize, plan: &[Step]) -> Vec<usize> {
    let carries = carriers(plan);
    let minutes: usize = carries.iter().map(|index| plan.get(*index).map_or(0, |step| step.minutes.into())).sum();
    let mut shares = vec![0; plan.len()];
    let (mut reached, mut given) = (0, 0);
    for index in carries {
        let (Some(step), Some(share)) = (plan.get(index), shares.get_mut(index)) else { continue };
        reached += usize::from(step.minutes);
        // Rounded up, so that a few pages stand in the first of the steps.
        let due = (pages * reached).div_ceil(minutes.max(1)).min(pages);
        *share = due - given;
        given = due;
    }
    shares
}

/// Steps that carry the matter: plain ones that stretch the most; without any, the first step.
fn carriers(plan: &[Step]) -> Vec<usize> {
    let ordinary = || plan.iter().enumerate().filter(|(_, step)| step.role == Role::Plain);
    let most = ordinary().map(|(_, step)| step.weight).max();
    let carriers: Vec<usize> =
        ordinary().filter(|(_, step)| Some(step.weight) == most).map(|(index, _)| index).collect();
    if carriers.is_empty() { vec![0] } else { carriers }
}

/// A whole session's file. Steps name everything but their script, so that the session outlives a change of the plan.
pub(super) fn session(pages: &[NewPage], plan: &[Step]) -> String {
    let mut out = text::OWN_SESSION.to_owned();
    let mut left = pages;
    let mut number = 0;
    for (step, share) in plan.iter().zip(spread(pages.len(), plan)) {
        let (now, later) = left.split_at(share.min(left.len()));
        left = later;
        write_step(&mut out, step);
        for page in now {
            number += 1;
            write_page(&mut out, &id(number), page);
        }
    }
    out
}

fn id(number: usize) -> String {
    format!("h-{number:03}")
}

fn write_step(out: &mut String, step: &Step) {
    let role = match step.role {
        Role::Plain => "plain",
        Role::Opening => "opening",
        Role::Recall => "recall",
        Role::IceBreaker => "ice-breaker",
        Role::Closing => "closing",
    };
    let _infallible = write!(
        out,
        "\n[[step]]\nid = {}\ntitle = {}\nminutes = {}\nweight = {}\nmust = {}\nmin_minutes = {}\nrole = \"{role}\"\n",
        quoted(step.id.as_str()),
        quoted(&step.title),
        step.minutes,
        step.weight,
        step.must,
        step.min_minutes,
    );
}

fn write_page(out: &mut String, id: &str, page: &NewPage) {
    let shows = match &page.shows {
        Shows::Photo(file) => format!("layout = \"photo\"\n  file = {}", quoted(file)),
        Shows::Pdf(file, number) => format!("layout = \"pdf\"\n  file = {}\n  number = {number}", quoted(file)),
        Shows::Clip(file) => format!("layout = \"clip\"\n  clip = {}", quoted(file)),
        Shows::Sound(file) => format!("layout = \"sound\"\n  clip = {}", quoted(file)),
    };
    let _infallible = write!(
        out,
        "\n  [[step.page]]\n  id = \"{id}\"\n  title = {}\n  {shows}\n  script = \"\"\"\n\"\"\"\n",
        quoted(&page.title),
    );
}

/// `text` as a TOML string.
pub(in crate::pack) fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// `old` with `pages` at the end of the step called `step`; everything else stays as it was written. `None` when the file cannot be
/// read or has no such step.
pub(super) fn extended(old: &str, step: &str, pages: &[NewPage]) -> Option<String> {
    let before = ids(old)?;
    let at = end_of_step(old, step)?;
    let (head, tail) = old.split_at_checked(at)?;
    let mut out = head.trim_end().to_owned();
    out.push('\n');
    let mut number = 0;
    for page in pages {
        let free = loop {
            number += 1;
            let id = id(number);
            if !before.contains(&id) {
                break id;
            }
        };
        write_page(&mut out, &free, page);
    }
    if !tail.trim().is_empty() {
        out.push('\n');
        out.push_str(tail);
    }
    // Written twice or read wrongly would lose somebody's work: what came out must be the old pages and the new.
    (ids(&out)?.len() == before.len() + pages.len()).then_some(out)
}

/// Where the next step begins after the one called `id`, or the end of the text.
fn end_of_step(text: &str, id: &str) -> Option<usize> {
    let table = DeTable::parse(text).ok()?;
    let DeValue::Array(steps) = table.get_ref().get("step")?.get_ref() else { return None };
    let named = |value: &DeValue| match value {
        DeValue::Table(step) => match step.get("id").map(toml::Spanned::get_ref) {
            Some(DeValue::String(found)) => found.as_ref() == id,
            _ => false,
        },
        _ => false,
    };
    let index = steps.iter().position(|step| named(step.get_ref()))?;
    let Some(next) = steps.get(index + 1) else { return Some(text.len()) };
    let begin = next.span().start;
    Some(text.get(..begin)?.rfind('\n').map_or(0, |line| line + 1))
}

/// Ids of all pages; `None` when the text is no session.
fn ids(text: &str) -> Option<Vec<String>> {
    let table = DeTable::parse(text).ok()?;
    let DeValue::Array(steps) = table.get_ref().get("step")?.get_ref() else { return None };
    let mut ids = Vec::new();
    for step in steps {
        let DeValue::Table(step) = step.get_ref() else { return None };
        let Some(pages) = step.get("page") else { continue };
        let DeValue::Array(pages) = pages.get_ref() else { return None };
        for page in pages {
            let DeValue::Table(page) = page.get_ref() else { return None };
            let DeValue::String(id) = page.get("id")?.get_ref() else { return None };
            ids.push(id.to_string());
        }
    }
    Some(ids)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{engine::session::Role, pack::load::only_step};

    fn plan() -> Vec<Step> {
        let step = |id: &str, minutes, weight, role| Step {
            id: id.into(),
            title: format!("Langkah “{id}”"),
            minutes,
            weight,
            role,
            ..only_step()
        };
        vec![
            step("pembukaan", 20, 2, Role::Opening),
            step("inti-1", 40, 9, Role::Plain),
            step("jeda", 10, 1, Role::IceBreaker),
            step("inti-2", 20, 9, Role::Plain),
            step("penutup", 30, 2, Role::Closing),
        ]
    }

    fn pages(count: u32) -> Vec<NewPage> {
        (1..=count)
            .map(|number| NewPage { title: format!("\"{number}\""), shows: Shows::Pdf("a.pdf".to_owned(), number) })
            .collect()
    }

    #[test]
    fn pages_are_spread_by_minutes_over_the_steps_that_carry_the_matter() {
        assert_eq!(spread(9, &plan()), [0, 6, 0, 3, 0]);
        assert_eq!(spread(1, &plan()), [0, 1, 0, 0, 0]);
        assert_eq!(spread(0, &plan()), [0; 5]);
        assert_eq!(spread(7, &[only_step()]), [7]);
        for count in 0..100 {
            assert_eq!(spread(count, &plan()).iter().sum::<usize>(), count);
        }
    }

    #[test]
    fn pages_are_added_where_they_belong_and_nothing_else_changes() {
        let mut old = session(&pages(3), &plan());
        old = old.replace(
            "role = \"ice-breaker\"\n",
            "role = \"ice-breaker\" # catatan saya\nscript = \"\"\"\n[[step]]\n\"\"\"\n",
        );
        let new = extended(&old, "inti-2", &pages(2)).unwrap();
        let all = ids(&new).unwrap();
        assert_eq!(all, ["h-001", "h-002", "h-003", "h-004", "h-005"]);
        assert!(new.contains("# catatan saya"));
        assert!(new.find("h-005").unwrap() < new.find("id = \"penutup\"").unwrap());
        assert!(new.find("h-004").unwrap() > new.find("id = \"inti-2\"").unwrap());
        let last = extended(&new, "penutup", &pages(1)).unwrap();
        assert_eq!(ids(&last).unwrap().len(), 6);
        assert!(extended(&old, "tidak-ada", &pages(1)).is_none());
        assert!(extended("step = [", "inti-1", &pages(1)).is_none());
    }
}
