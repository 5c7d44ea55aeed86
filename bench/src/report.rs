//! The figures as a Markdown table or JSON, with the machine they were taken on.

use std::{fmt::Write as _, fs, path::Path, process::Command, time::Duration};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::turns::Turns;

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
    });
    Ok(format!("{}\n", serde_json::to_string_pretty(&all)?))
}
