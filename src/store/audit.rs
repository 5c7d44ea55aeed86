//! The trail of changes to the roster: one row per change, with what was different before and after. Insert-only.

use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};

use super::StoreError;
use crate::engine::{roster::Group, time::Wall};

/// Where a group keeps its members in JSON.
const MEMBERS: &str = "members";
/// Where the trail notes their ids in a new order.
const ORDER: &str = "order";

/// Writes a row.
pub(super) fn note(conn: &Connection, wall: Wall, what: &str, detail: &Value) -> Result<(), StoreError> {
    conn.execute(
        "INSERT INTO audit (wall_ms, what, detail) VALUES (?, ?, ?)",
        params![wall.0, what, detail.to_string()],
    )?;
    Ok(())
}

/// What a change did to a group: of both sides only the fields that differ, and of the members only those that do. A new group has no
/// `before` and is whole. Sealed numbers are in neither.
pub(super) fn change(before: Option<&Group>, after: &Group) -> Result<Value, StoreError> {
    let value = |group: &Group| serde_json::to_value(group).map_err(|error| StoreError::Other(error.to_string()));
    let now = value(after)?;
    let Some(before) = before else { return Ok(json!({ "group": after.id, "before": null, "after": now })) };
    let then = value(before)?;
    Ok(json!({ "group": after.id, "before": rest(&then, &now), "after": rest(&now, &then) }))
}

/// The fields of `group` that `other` has differently.
fn rest(group: &Value, other: &Value) -> Value {
    let mut fields = Map::new();
    for (name, field) in group.as_object().into_iter().flatten().filter(|(name, field)| other.get(name) != Some(field))
    {
        if name == MEMBERS {
            let there = other.get(MEMBERS).and_then(Value::as_array);
            let new = |member: &&Value| !there.is_some_and(|there| there.contains(member));
            let differ: Vec<&Value> = field.as_array().into_iter().flatten().filter(new).collect();
            fields.insert(MEMBERS.to_owned(), json!(differ));
            if ids(field) != other.get(MEMBERS).and_then(ids) {
                fields.insert(ORDER.to_owned(), json!(ids(field)));
            }
        } else {
            fields.insert(name.clone(), field.clone());
        }
    }
    Value::Object(fields)
}

fn ids(members: &Value) -> Option<Vec<&Value>> {
    members.as_array()?.iter().map(|member| member.get("id")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        engine::roster::{Sealed, Standing},
        store::sample::group,
    };

    #[test]
    fn only_what_changed_is_kept_of_both_sides() {
        let before = group(1, false);
        let mut after = before.clone();
        after.name = "Kelompok Kenanga".to_owned();
        after.members[1].standing = Standing::Moved;
        after.members[2].nik = Some(Sealed(vec![7]));
        let found = change(Some(&before), &after).unwrap();
        let side = |group: &Group| json!({ "name": group.name, "members": [group.members[1]] });
        assert_eq!(found, json!({ "group": 1, "before": side(&before), "after": side(&after) }));
    }

    #[test]
    fn who_came_and_who_went_is_on_one_side_with_the_order_on_both() {
        let before = group(1, false);
        let mut after = before.clone();
        let gone = after.members.remove(0);
        let found = change(Some(&before), &after).unwrap();
        assert_eq!(found["before"], json!({ "members": [gone], "order": [101, 102, 103] }));
        assert_eq!(found["after"], json!({ "members": [], "order": [102, 103] }));
        let mut turned = before.clone();
        turned.members.reverse();
        assert_eq!(
            change(Some(&before), &turned).unwrap()["after"],
            json!({ "members": [], "order": [103, 102, 101] })
        );
    }

    #[test]
    fn a_new_group_is_whole_and_an_unchanged_one_says_nothing() {
        let group = group(1, false);
        assert_eq!(change(None, &group).unwrap()["after"], json!(group));
        assert_eq!(change(Some(&group), &group).unwrap(), json!({ "group": 1, "before": {}, "after": {} }));
    }
}
