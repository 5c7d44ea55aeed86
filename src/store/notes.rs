//! What was written down about closed meetings, read out of the journal at one go. Nothing of rehearsals, which are nobody's meetings.

use rusqlite::Connection;

use super::{StoreError, journal};
use crate::engine::{ids::MeetingId, noted::Noted};

/// What was written about each meeting that was held and closed, oldest first; those without a word are left out.
pub(super) fn read(conn: &Connection) -> Result<Vec<(MeetingId, Noted)>, StoreError> {
    // Every record that can say something in words; what it says is decided when it is decoded.
    let mut statement = conn.prepare(
        "SELECT event.meeting_id, event.version, event.payload FROM event JOIN meeting ON meeting.id = event.meeting_id
         WHERE meeting.kind = 'live' AND meeting.closed_wall_ms IS NOT NULL
            AND (event.payload LIKE '{\"t\":\"note%' OR event.payload LIKE '{\"t\":\"evidence%\"k\":\"told\"%'
                OR event.payload LIKE '{\"t\":\"evidence%\"k\":\"promised\"%')
         ORDER BY event.id",
    )?;
    let mut rows = statement.query([])?;
    let mut all: Vec<(MeetingId, Noted)> = Vec::new();
    while let Some(row) = rows.next()? {
        let (meeting, version) = (MeetingId(row.get(0)?), row.get(1)?);
        let Some(event) = journal::decode(conn, version, row.get_ref(2)?.as_str().unwrap_or_default())? else {
            continue;
        };
        match all.last_mut() {
            Some((last, noted)) if *last == meeting => noted.apply(event),
            _ => {
                let mut noted = Noted::default();
                noted.apply(event);
                all.push((meeting, noted));
            }
        }
    }
    all.retain(|(_, noted)| noted.texts().next().is_some());
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        engine::{
            event::{Event, MeetingKind},
            evidence::{Fact, Field},
            finding::Note,
        },
        store::sample::{Place, group, record, records, save},
    };

    #[test]
    fn words_about_closed_meetings_are_read_and_a_rehearsal_has_none() {
        let place = Place::new();
        let conn = &place.open().conn;
        let group = group(1, false);
        save(conn, &group).unwrap();
        let told = Fact::Told { field: Field::Obstacles, text: "Jalan \"rusak\"".into() };
        for (id, kind, closed) in
            [(1, MeetingKind::Live, true), (2, MeetingKind::Rehearsal, true), (3, MeetingKind::Live, false)]
        {
            let mut all = records(&group, 1..=4);
            if let Some(Event::Opened { setup, .. }) = all.first_mut().map(|first| &mut first.event) {
                setup.kind = kind;
            }
            all.push(record(5, Event::NoteAdded { step: 0, text: format!("catatan {id}") }));
            all.push(record(6, Event::NoteAdded { step: 0, text: "salah".into() }));
            all.push(record(7, Event::NoteRemoved { note: 1 }));
            if closed {
                all.push(record(8, Event::Closed));
                all.push(record(9, Event::Evidence { fact: told.clone() }));
            }
            journal::append(conn, MeetingId(id), &all).unwrap();
        }
        let read = read(conn).unwrap();
        assert_eq!(read.len(), 1, "{read:?}");
        let (meeting, noted) = &read[0];
        let texts: Vec<_> = noted.texts().collect();
        assert_eq!(*meeting, MeetingId(1));
        assert_eq!(texts, [(Note::Field, "catatan 1"), (Note::Told(Field::Obstacles), "Jalan \"rusak\"")]);
    }
}
