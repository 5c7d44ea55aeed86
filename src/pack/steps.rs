//! Steps as files describe them: the plan every session starts from, and a session's own steps on top of it.

use super::{
    diagnostic::{Log, nearest},
    script_text,
    table::{Table, Text},
};
use crate::{
    engine::{
        draft::{STEPS, TOTAL_MINUTES},
        hands::CheckTime,
        ids::StepId,
        session::{Role, ScriptBlock, Step},
    },
    text::check,
};

const ROLES: [(&str, Role); 5] = [
    ("plain", Role::Plain),
    ("opening", Role::Opening),
    ("recall", Role::Recall),
    ("ice-breaker", Role::IceBreaker),
    ("closing", Role::Closing),
];

/// The role authors call `name`.
pub(super) fn role_called(name: &str) -> Option<Role> {
    ROLES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
}

/// What authors call `role`.
pub(super) fn role_name(role: Role) -> &'static str {
    ROLES.iter().find(|(_, known)| *known == role).map_or("plain", |(name, _)| name)
}

/// When a step asks the session's checks by show of hands.
const CHECKS: [(&str, Option<CheckTime>); 3] =
    [("start", Some(CheckTime::Start)), ("end", Some(CheckTime::End)), ("none", None)];

/// Reads one step. Keys it does not give come from `plan`'s step of that id; without one all must be there.
pub(super) fn step(table: &mut Table, plan: Option<&[Step]>, log: &mut Log) -> Option<Step> {
    let id = table.required_slug("id", log)?;
    let base = plan.and_then(|plan| plan.iter().find(|step| step.id.as_str() == id.value));
    if base.is_none() {
        missing_keys(table, plan, &id, log);
    }
    let title = table.text("title", log).filter(|text| !text.value.trim().is_empty()).map(|text| text.value);
    let minutes = table.integer("minutes", 1, 150, log).map(|value| value as u16);
    let weight = table.integer("weight", 0, 10, log).map(|value| value as u8);
    let must = table.boolean("must", log);
    let min = table.integer("min_minutes", 1, 150, log).map(|value| value as u16);
    let role = table.choice("role", &ROLES, log);
    let check = table.choice("check", &CHECKS, log);
    let own = script(table, log);
    let minutes = minutes.or(base.map(|step| step.minutes))?;
    let mut min_minutes = min.or(base.map(|step| step.min_minutes.min(minutes))).unwrap_or(1);
    if min_minutes > minutes {
        log.error(table.file(), table.line_of("min_minutes"), check::min_above_minutes(min_minutes, minutes));
        min_minutes = minutes;
    }
    Some(Step {
        id: StepId(id.value.clone()),
        title: title.or_else(|| base.map(|step| step.title.clone())).unwrap_or(id.value),
        minutes,
        weight: weight.or(base.map(|step| step.weight)).unwrap_or(1),
        must: must.or(base.map(|step| step.must)).unwrap_or(false),
        min_minutes,
        role: role.or(base.map(|step| step.role)).unwrap_or_default(),
        check: check.unwrap_or_else(|| base.and_then(|step| step.check)),
        script: own.or_else(|| base.map(|step| step.script.clone())).unwrap_or_default(),
        pages: Vec::new(),
    })
}

fn missing_keys(table: &Table, plan: Option<&[Step]>, id: &Text, log: &mut Log) {
    for key in ["title", "minutes", "weight", "must", "min_minutes", "role"] {
        if !table.has(key) {
            let words = match plan {
                Some(plan) => {
                    check::new_step(&id.value, key, nearest(&id.value, plan.iter().map(|step| step.id.as_str())))
                }
                None => check::missing_key(key),
            };
            log.error(table.file(), id.line, words);
        }
    }
}

/// The `script` of a step or page; `None` when there is none.
pub(super) fn script(table: &mut Table, log: &mut Log) -> Option<Vec<ScriptBlock>> {
    let text = table.text("script", log)?;
    let (blocks, faults) = script_text::parse(&text.value);
    for fault in faults {
        log.error(table.file(), text.first_line + fault.line, fault.words);
    }
    (!blocks.is_empty()).then_some(blocks)
}

/// What `[[step]]` lists have in common: not empty, not too many, no id twice, minutes that add up.
/// `lines` are those of the steps, `line` that of the list.
pub(super) fn sound(file: &str, line: u32, steps: Vec<(Step, u32)>, log: &mut Log) -> Vec<(Step, u32)> {
    if steps.is_empty() {
        log.error(file, 0, check::no_steps());
        return steps;
    }
    let mut kept = log.once(file, "id", steps, |step| step.id.as_str());
    if kept.len() > STEPS {
        log.error(file, line, check::too_many("Langkah", kept.len(), STEPS));
        kept.truncate(STEPS);
    }
    let sum: u32 = kept.iter().map(|(step, _)| u32::from(step.minutes)).sum();
    if sum != TOTAL_MINUTES {
        log.error(file, line, check::minutes_sum(sum, TOTAL_MINUTES));
    }
    kept
}

/// Notes the first step that stands before one the plan puts after it.
pub(super) fn in_order(file: &str, steps: &[(Step, u32)], plan: &[Step], log: &mut Log) {
    let mut reached = 0;
    for (step, line) in steps {
        let Some(position) = plan.iter().position(|other| other.id == step.id) else { continue };
        if position < reached {
            log.error(file, *line, check::step_order(step.id.as_str()));
            return;
        }
        reached = position;
    }
}

/// Puts the session's title where a script says `{judul}`.
pub(super) fn with_title(blocks: &mut [ScriptBlock], title: &str) {
    for block in blocks {
        block.text = block.text.replace("{judul}", title);
        block.when = block.when.replace("{judul}", title);
    }
}
