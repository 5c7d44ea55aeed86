//! The figures as a Markdown table or JSON, with the machine they were taken on.

use std::{fmt::Write as _, fs, path::Path, process::Command, time::Duration};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::{clip::Clip, desk_work::DeskWork, search::Search, turns::Turns};

/// Everything measured.
pub(crate) struct Figures {
    /// Process start → first page complete, each start.
    pub(crate) starts: Vec<Duration>,
    /// Page turns with the console focused.
    pub(crate) console_turns: Turns,
    /// Page turns with the stage focused.
    pub(crate) stage_turns: Turns,
    /// Processor and memory.
    pub(crate) costs: Costs,
    /// The same session in a rehearsal.
    pub(crate) rehearsal: Rehearsal,
    /// A clip on a page.
    pub(crate) clip: Clip,
    /// An imported PDF.
    pub(crate) pdf: Pdf,
    /// Reports, roster, home screen.
    pub(crate) desk_work: DeskWork,
    /// Searching while somebody types.
    pub(crate) search: Search,
}

/// A rehearsal.
pub(crate) struct Rehearsal {
    /// Process start → first page complete.
    pub(crate) start: Duration,
    /// Page turns with the console focused.
    pub(crate) turns: Turns,
    /// Processor and memory.
    pub(crate) costs: Costs,
}

/// An imported PDF of 200 pages.
pub(crate) struct Pdf {
    /// Process start → its first page complete.
    pub(crate) first: Duration,
    /// Turning its pages.
    pub(crate) turns: Turns,
    /// Bytes after that.
    pub(crate) memory: u64,
}

/// Processor and memory.
pub(crate) struct Costs {
    /// Share of a core with a still page.
    pub(crate) still: f64,
    /// Share of a core with a countdown on the stage.
    pub(crate) countdown: f64,
    /// Bytes after walking through the session.
    pub(crate) memory: u64,
    /// Bytes at the end.
    pub(crate) memory_after: u64,
}

/// Where it was measured.
pub(crate) struct Machine {
    processor: String,
    cores: usize,
    renderer: String,
    /// Processes wanting a core in the last minute, before measuring.
    load: String,
}

impl Machine {
    /// This machine; the renderer is the one the program names.
    pub(crate) fn look(program: &Path) -> Result<Self> {
        let cpuinfo = fs::read_to_string("/proc/cpuinfo")?;
        let processor = cpuinfo.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
        let doctor = Command::new(program).args(["doctor", "--json"]).output().context("lembar doctor")?;
        let doctor: Value = serde_json::from_slice(&doctor.stdout).context("lembar doctor --json")?;
        let renderer = doctor["renderer"]["found"]["name"].as_str().unwrap_or("unknown").to_owned();
        let load = fs::read_to_string("/proc/loadavg")?;
        Ok(Self {
            processor: processor.map_or("unknown", |(_, name)| name).to_owned(),
            cores: std::thread::available_parallelism()?.get(),
            renderer,
            load: load.split_whitespace().next().unwrap_or("unknown").to_owned(),
        })
    }
}

/// The value below which `share` of the sorted values lie (nearest rank).
fn percentile(values: &[Duration], share: f64) -> Duration {
    let mut sorted = values.to_vec();
    sorted.sort();
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

/// The value in the middle; 0 when there is none.
fn middle(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn ms(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 10_000.0).round() / 10.0
}

fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

fn mib(bytes: u64) -> f64 {
    (bytes as f64 / 1024.0 / 1024.0).round()
}

/// Markdown, ready for the README.
pub(crate) fn table(machine: &Machine, figures: &Figures) -> String {
    let mut out = String::new();
    let mut line = |words: String| {
        // Writing to a string cannot fail.
        writeln!(out, "{words}").ok();
    };
    let (best, worst) = (percentile(&figures.starts, 0.0), percentile(&figures.starts, 1.0));
    line("| | Goal | Measured |".to_owned());
    line("|---|---|---|".to_owned());
    line(format!(
        "| Process start → first page complete, warm | ≤ 400 ms | {:.0} ms (median of {}, {:.0}–{:.0}) |",
        ms(percentile(&figures.starts, 0.5)),
        figures.starts.len(),
        ms(best),
        ms(worst)
    ));
    for (name, turns) in [("console", &figures.console_turns), ("stage", &figures.stage_turns)] {
        line(format!(
            "| Key → new page complete, {name} focused | p95 ≤ 16 ms | {:.1} / {:.1} ms (p50/p95 of {}) |",
            ms(percentile(&turns.took, 0.5)),
            ms(percentile(&turns.took, 0.95)),
            turns.took.len()
        ));
    }
    let costs = &figures.costs;
    line(format!("| Still page, share of a core | ≤ 0.3 % | {:.2} % |", percent(costs.still)));
    line(format!("| Countdown on the stage, share of a core | ≤ 5 % | {:.1} % |", percent(costs.countdown)));
    line(format!("| Memory (PSS) after walking the session | ≤ 130 MiB | {} MiB |", mib(costs.memory)));
    let rehearsal = &figures.rehearsal;
    line(format!(
        "| The same in a rehearsal: start; key → page; still; countdown; memory | as above | {:.0} ms; {:.1} / {:.1} ms; {:.2} %; {:.1} %; {} MiB |",
        ms(rehearsal.start),
        ms(percentile(&rehearsal.turns.took, 0.5)),
        ms(percentile(&rehearsal.turns.took, 0.95)),
        percent(rehearsal.costs.still),
        percent(rehearsal.costs.countdown),
        mib(rehearsal.costs.memory)
    ));
    let clip = &figures.clip;
    for (name, goal, times) in [("Play → moving picture", 150, &clip.play), ("Seek → new picture", 250, &clip.seek)]
    {
        line(format!(
            "| {name} | p95 ≤ {goal} ms | {:.0} / {:.0} ms (p50/p95 of {}) |",
            ms(percentile(times, 0.5)),
            ms(percentile(times, 0.95)),
            times.len()
        ));
    }
    line(format!(
        "| Pictures of a clip left out after its first second | 0 | {} of {} |",
        clip.missed,
        clip.seen + clip.missed
    ));
    line(format!(
        "| Sound minus picture | within ±40 ms | {:.0} ms median, {:.0}…{:.0} ms ({} ticks) |",
        middle(&clip.offsets),
        clip.offsets.iter().copied().fold(f64::INFINITY, f64::min),
        clip.offsets.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        clip.offsets.len()
    ));
    let beside = match clip.mpv.as_slice() {
        [] => "mpv is not installed".to_owned(),
        mpv => format!("mpv {:.1} %: {:.2}×", percent(middle(mpv)), middle(&clip.cost) / middle(mpv)),
    };
    line(format!("| 1080p30 clip, share of a core | ≤ 1.3 × mpv | {:.1} % ({beside}) |", percent(middle(&clip.cost))));
    line(format!("| Memory (PSS) with a clip | < 300 MiB | {} MiB |", mib(clip.memory)));
    line(format!("| Process start → first page of a 200-page PDF | ≤ 500 ms | {:.0} ms |", ms(figures.pdf.first)));
    line(format!(
        "| Key → new page of the PDF complete | as other pages | {:.1} / {:.1} ms (p50/p95 of {}), {} MiB |",
        ms(percentile(&figures.pdf.turns.took, 0.5)),
        ms(percentile(&figures.pdf.turns.took, 0.95)),
        figures.pdf.turns.took.len(),
        mib(figures.pdf.memory)
    ));
    let work = &figures.desk_work;
    for (name, goal, times) in [
        ("Report of 30 members with 3 photos as PDF, whole process", 700, &work.report),
        ("Recap of a month of 20 groups as XLSX, whole process", 1000, &work.month),
        ("Roster of 300 out of CSV, whole process", 1000, &work.roster),
    ] {
        line(format!("| {name} | ≤ {goal} ms | {:.0} ms (median of {}) |", ms(percentile(times, 0.5)), times.len()));
    }
    let (empty, full) = (percentile(&work.home_empty, 0.5), percentile(&work.home_full, 0.5));
    line(format!(
        "| Home screen with three years of data, more than empty | ≤ 100 ms | {:.0} ms ({:.0} and {:.0} ms, medians of {}) |",
        ms(full) - ms(empty),
        ms(full),
        ms(empty),
        work.home_full.len()
    ));
    line(format!(
        "| Notch of the wheel → list moved | each ≤ 16 ms | {:.1} / {:.1} / {:.1} ms (p50/p95/worst of {}) |",
        ms(percentile(&work.wheel, 0.5)),
        ms(percentile(&work.wheel, 0.95)),
        ms(percentile(&work.wheel, 1.0)),
        work.wheel.len()
    ));
    let search = &figures.search;
    line(format!(
        "| Search while typing, {} sessions of {} words in all: letter → answer | ≤ 50 ms | {:.1} / {:.1} / {:.1} ms (p50/p95/worst of {}); index ready after {:.0} ms |",
        search.sessions,
        search.words,
        ms(percentile(&search.took, 0.5)),
        ms(percentile(&search.took, 0.95)),
        ms(percentile(&search.took, 1.0)),
        search.took.len(),
        ms(search.built)
    ));
    line(format!("| Database of three years (20 groups × 36 × 30) | < 10 MB | {:.1} MB |", work.bytes as f64 / 1e6));
    line(String::new());
    line(format!(
        "{} × {}, {}; load before: {}. The projector was looked at every {:.2} ms (median); turns not whole at first sight: {} and {}.",
        machine.cores,
        machine.processor,
        machine.renderer,
        machine.load,
        figures.console_turns.grain.as_secs_f64() * 1000.0,
        late(&figures.console_turns),
        late(&figures.stage_turns)
    ));
    out
}

/// Turns whose first changed pixels were not yet the whole page.
fn late(turns: &Turns) -> usize {
    turns.took.iter().zip(&turns.first).filter(|(took, first)| took > first).count()
}

/// All single figures too.
pub(crate) fn json(machine: &Machine, figures: &Figures) -> Result<String> {
    let series = |values: &[Duration]| -> Vec<f64> { values.iter().map(|value| ms(*value)).collect() };
    let turns = |turns: &Turns| {
        json!({
            "p50_ms": ms(percentile(&turns.took, 0.5)),
            "p95_ms": ms(percentile(&turns.took, 0.95)),
            "worst_ms": ms(percentile(&turns.took, 1.0)),
            "complete_ms": series(&turns.took),
            "first_change_ms": series(&turns.first),
            "rows_final_but_picture_not": turns.differed,
            "grain_ms": turns.grain.as_secs_f64() * 1000.0,
        })
    };
    let costs = &figures.costs;
    let all = json!({
        "machine": { "processor": machine.processor, "cores": machine.cores, "renderer": machine.renderer, "load": machine.load },
        "start": { "median_ms": ms(percentile(&figures.starts, 0.5)), "all_ms": series(&figures.starts) },
        "turn_console_focused": turns(&figures.console_turns),
        "turn_stage_focused": turns(&figures.stage_turns),
        "still_percent": percent(costs.still),
        "countdown_percent": percent(costs.countdown),
        "pss_bytes": costs.memory,
        "pss_at_end_bytes": costs.memory_after,
        "rehearsal": {
            "start_ms": ms(figures.rehearsal.start),
            "turn_console_focused": turns(&figures.rehearsal.turns),
            "still_percent": percent(figures.rehearsal.costs.still),
            "countdown_percent": percent(figures.rehearsal.costs.countdown),
            "pss_bytes": figures.rehearsal.costs.memory,
            "pss_at_end_bytes": figures.rehearsal.costs.memory_after,
        },
        "clip": {
            "play_ms": series(&figures.clip.play),
            "seek_ms": series(&figures.clip.seek),
            "pictures_seen": figures.clip.seen,
            "pictures_left_out": figures.clip.missed,
            "sound_minus_picture_ms": figures.clip.offsets,
            "percent": figures.clip.cost.iter().map(|share| percent(*share)).collect::<Vec<_>>(),
            "mpv_percent": figures.clip.mpv.iter().map(|share| percent(*share)).collect::<Vec<_>>(),
            "pss_bytes": figures.clip.memory,
        },
        "desk": {
            "report_ms": series(&figures.desk_work.report),
            "month_ms": series(&figures.desk_work.month),
            "roster_ms": series(&figures.desk_work.roster),
            "home_empty_ms": series(&figures.desk_work.home_empty),
            "home_full_ms": series(&figures.desk_work.home_full),
            "wheel_ms": series(&figures.desk_work.wheel),
            "database_bytes": figures.desk_work.bytes,
        },
        "search": {
            "sessions": figures.search.sessions,
            "words": figures.search.words,
            "index_ms": ms(figures.search.built),
            "letter_ms": series(&figures.search.took),
        },
        "pdf": { "first_page_ms": ms(figures.pdf.first), "turn": turns(&figures.pdf.turns), "pss_bytes": figures.pdf.memory },
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&all)?))
}
