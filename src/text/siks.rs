//! The helper for the office's own form (SIKS-NG): names of its fields, and what is proposed for them out of what was written down.
//! Nothing is proposed that was not.

use super::{common, report};
use crate::engine::{
    evidence::Field,
    hands::{Gain, gain},
    office::{Levels, ReportData},
};

/// Longest piece of somebody's own words in the draft, characters: room is left for the other aspects.
const QUOTE: usize = 220;

fn limit(field: Field) -> usize {
    field.form_limit().unwrap_or(usize::MAX)
}

/// A name for the activity: group and module, as facilitators write it. The module gives way first, whole words at a time.
#[must_use]
pub fn activity_name(data: &ReportData) -> String {
    let module = if data.module_title.trim().is_empty() { report::module(data.module) } else { &data.module_title };
    shortened(&format!("P2K2 {} - {module}", data.group.trim().to_uppercase()), limit(Field::ActivityName))
}

/// `words` in at most `limit` characters, whole words only, … at the end when some are left out. A first word longer than that is cut.
#[must_use]
pub fn shortened(words: &str, limit: usize) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= limit {
        return words;
    }
    let mut kept = String::new();
    for word in words.split(' ') {
        let space = usize::from(!kept.is_empty());
        if kept.chars().count() + space + word.chars().count() + 2 > limit {
            break;
        }
        if space > 0 {
            kept.push(' ');
        }
        kept.push_str(word);
    }
    if kept.is_empty() {
        return words.chars().take(limit).collect();
    }
    format!("{} …", kept.trim_end_matches([',', ';', ':', '-', '–', ' ']))
}

/// A sentence of the draft: which aspect it belongs to, and how readily it is left out where there is too much to say (0 = never).
struct Said {
    aspect: usize,
    expendable: u8,
    words: String,
}

/// Names of the five aspects the form asks for.
const ASPECTS: [&str; 5] = ["Proses", "Materi", "Partisipasi", "Hasil", "Kendala dan tindak lanjut"];

/// A narrative over the five aspects, as long as the form takes: where there is more to say, whole sentences are left out.
#[must_use]
pub fn draft(data: &ReportData) -> String {
    let limit = limit(Field::Narrative);
    let mut said = Vec::new();
    process(data, &mut said);
    matter(data, &mut said);
    participation(data, &mut said);
    outcome(data, &mut said);
    obstacles(data, &mut said);
    // What may be left out comes in as long as there is room for it, the most telling first.
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_by_key(|index| said.get(*index).map(|one| one.expendable));
    let mut taken = vec![false; said.len()];
    for index in order {
        let needed = said.get(index).is_some_and(|one| one.expendable == 0);
        if let Some(slot) = taken.get_mut(index) {
            *slot = true;
        }
        if !needed
            && assembled(&said, &taken).chars().count() > limit
            && let Some(slot) = taken.get_mut(index)
        {
            *slot = false;
        }
    }
    shortened(&assembled(&said, &taken), limit)
}

fn assembled(said: &[Said], taken: &[bool]) -> String {
    let part = |(aspect, name): (usize, &&str)| {
        let of = said.iter().zip(taken).filter(|(one, taken)| **taken && one.aspect == aspect);
        let words: Vec<&str> = of.map(|(one, _)| one.words.as_str()).collect();
        (!words.is_empty()).then(|| format!("{name}: {}", words.join(" ")))
    };
    ASPECTS.iter().enumerate().filter_map(part).collect::<Vec<_>>().join(" ")
}

fn process(data: &ReportData, said: &mut Vec<Said>) {
    let mut say = |expendable, words: String| said.push(Said { aspect: 0, expendable, words });
    let mut first = format!("{} mengikuti P2K2 pada {}", quoted(&data.group), common::date(data.date));
    if let (Some(began), Some(ended)) = (data.began, data.ended) {
        let hours = [began, ended].map(|wall| common::clock(wall.minute_of_day()));
        first.push_str(&format!(" pukul {}–{}", hours[0], hours[1]));
    }
    if !data.place.trim().is_empty() {
        first.push_str(&format!(" di {}", quoted(&data.place)));
    }
    let people: Vec<String> = data
        .presenters
        .iter()
        .filter(|person| !person.name.trim().is_empty())
        .map(|person| match person.agency.trim() {
            "" => quoted(&person.name),
            agency => format!("{} ({})", quoted(&person.name), quoted(agency)),
        })
        .collect();
    if !people.is_empty() {
        first.push_str(&format!(", dibawakan oleh {}", listed(&people)));
    }
    first.push('.');
    say(0, first);
    if data.steps.len() > 1 {
        say(6, format!("Langkah yang dijalankan: {}.", data.steps.join(", ")));
    }
}

fn matter(data: &ReportData, said: &mut Vec<Said>) {
    let module = if data.module_title.trim().is_empty() { report::module(data.module) } else { &data.module_title };
    let words = format!("{} (modul {}).", quoted(&data.title), quoted(module));
    said.push(Said { aspect: 1, expendable: 0, words });
}

fn participation(data: &ReportData, said: &mut Vec<Said>) {
    let mut say = |expendable, words: String| said.push(Said { aspect: 2, expendable, words });
    let count = &data.count;
    let left_out = if count.left_out > 0 { format!(", {} tidak dihitung", count.left_out) } else { String::new() };
    say(
        0,
        format!(
            "Dari {} KPM dampingan, {} hadir, {} sakit, {} alfa{left_out}.",
            count.families, count.present, count.sick, count.absent
        ),
    );
    if count.represented > 0 {
        say(4, format!("{} KPM diwakili keluarganya.", count.represented));
    }
    let guests = data.guests.as_ref().map_or(0, |(guests, _)| *guests);
    let outside = (count.walk_ins > 0).then(|| format!("{} orang di luar daftar", count.walk_ins));
    let others: Vec<String> = outside.into_iter().chain((guests > 0).then(|| format!("{guests} tamu"))).collect();
    if !others.is_empty() {
        say(5, format!("Hadir pula {}.", listed(&others)));
    }
    if let Some(words) = own(&data.questions) {
        say(3, format!("Peserta bertanya: {words}"));
    }
}

fn outcome(data: &ReportData, said: &mut Vec<Said>) {
    let mut any = false;
    let mut say = |expendable, words: String| said.push(Said { aspect: 3, expendable, words });
    for check in &data.checks {
        let Some(gain) = gain(check.start, check.end) else { continue };
        let (Some(start), Some(end)) = (check.start, check.end) else { continue };
        any = true;
        let of = |of: Option<u16>| of.map(|of| format!(" dari {of}")).unwrap_or_default();
        let words = match gain {
            Gain::People(_) => format!("jawaban benar {} menjadi {}{} orang", start.right, end.right, of(end.of)),
            Gain::Percent { from, to } => format!("jawaban benar {from} % menjadi {to} %"),
        };
        say(2, format!("Cek angkat tangan “{}”: {words}.", quoted(&check.ask)));
    }
    let Levels { poor, good, very_good, .. } = Levels::of(data);
    if poor + good + very_good > 0 {
        any = true;
        say(1, format!("Pengetahuan dan pemahaman: {very_good} sangat baik, {good} baik, {poor} kurang."));
    }
    if let Some(done) = data.recalled {
        any = true;
        say(2, format!("Rencana bulan lalu dilakukan {done} orang."));
    }
    if !any {
        say(0, "belum ada hasil yang dicatat.".to_owned());
    }
}

fn obstacles(data: &ReportData, said: &mut Vec<Said>) {
    let mut say = |expendable, words: String| said.push(Said { aspect: 4, expendable, words });
    say(0, own(&data.obstacles).unwrap_or_else(|| "tidak ada kendala yang dicatat.".to_owned()));
    if let Some(words) = own(&data.follow_up) {
        say(1, format!("Tindak lanjut: {words}"));
    }
    if let Some(next) = data.next {
        say(2, format!("{}.", capital(report::next(next))));
    }
    if let Some(words) = own(&data.promise) {
        say(1, format!("Praktik di rumah: {words}"));
    }
}

/// Somebody's own words as a sentence of the draft; `None` = nothing was written.
fn own(words: &str) -> Option<String> {
    let words = quoted(words);
    if words.is_empty() {
        return None;
    }
    let ended = words.ends_with(['.', '!', '?', '…']);
    Some(if ended { words } else { format!("{words}.") })
}

/// Somebody's own words, on one line and not too many.
fn quoted(words: &str) -> String {
    shortened(words, QUOTE)
}

fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} dan {last}", first.join(", ")),
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What stands in a field of words: what somebody wrote, else what is proposed; and whether it is their own.
#[must_use]
pub fn told(data: &ReportData, field: Field) -> (String, bool) {
    let own = match field {
        Field::Narrative => &data.narrative,
        Field::ActivityName => &data.activity_name,
        Field::ReportNumber => &data.own_number,
        Field::Questions => &data.questions,
        Field::Obstacles => &data.obstacles,
        Field::FollowUp => &data.follow_up,
    };
    if !own.trim().is_empty() {
        return (own.clone(), true);
    }
    let proposed = match field {
        Field::Narrative => draft(data),
        Field::ActivityName => activity_name(data),
        Field::ReportNumber => report::number(data),
        Field::Questions | Field::Obstacles | Field::FollowUp => String::new(),
    };
    (proposed, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shortened_between_words() {
        assert_eq!(shortened("satu dua tiga", 13), "satu dua tiga");
        assert_eq!(shortened("satu dua  tiga empat", 13), "satu dua …");
        assert_eq!(shortened("satu, dua tiga empat lima", 8), "satu …");
        assert_eq!(shortened(&"x".repeat(30), 10).chars().count(), 10);
        for limit in 1..40 {
            assert!(shortened("Ibu Siti Aminah bertanya tentang sekolah anaknya", limit).chars().count() <= limit);
        }
    }
}
