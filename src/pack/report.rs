//! The check's result as text: for people, `file:line: …`, or as JSON for tools.

#![expect(clippy::let_underscore_must_use, reason = "writing into a String cannot fail")]

use std::fmt::Write as _;

use super::diagnostic::{Diagnostic, Severity};
use crate::text::check;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One paragraph a fault and a summary.
    Human,
    /// One object: `errors`, `warnings`, `diagnostics`.
    Json,
}

/// The report and the exit code: 1 when there are errors, else 0.
#[must_use]
pub fn report(diagnostics: &[Diagnostic], form: Form) -> (String, u8) {
    let errors = diagnostics.iter().filter(|d| d.severity == Severity::Error).count();
    let warnings = diagnostics.len() - errors;
    let text = match form {
        Form::Human => human(diagnostics, errors, warnings),
        Form::Json => json(diagnostics, errors, warnings),
    };
    (text, u8::from(errors > 0))
}

fn human(diagnostics: &[Diagnostic], errors: usize, warnings: usize) -> String {
    let mut out = String::new();
    for d in diagnostics {
        let line = d.line.map(|line| format!(":{line}")).unwrap_or_default();
        let kind = match d.severity {
            Severity::Error => check::ERROR,
            Severity::Warning => check::WARNING,
        };
        let _ = writeln!(out, "{}{line}: {kind}: {}\n    {}", d.file, d.message, d.hint);
    }
    let _ = writeln!(out, "{}", check::summary(errors, warnings));
    out
}

fn json(diagnostics: &[Diagnostic], errors: usize, warnings: usize) -> String {
    let list: Vec<serde_json::Value> = diagnostics
        .iter()
        .map(|d| {
            let severity = if d.severity == Severity::Error { "error" } else { "warning" };
            serde_json::json!({
                "severity": severity, "file": d.file, "line": d.line, "message": d.message, "hint": d.hint,
            })
        })
        .collect();
    let value = serde_json::json!({ "errors": errors, "warnings": warnings, "diagnostics": list });
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(severity: Severity) -> Diagnostic {
        let (message, hint) = ("Salah.".to_owned(), "Perbaiki.".to_owned());
        Diagnostic { severity, file: "plan.toml".to_owned(), line: Some(7), message, hint }
    }

    #[test]
    fn people_read_file_and_line_tools_read_json() {
        let (text, code) = report(&[diagnostic(Severity::Error)], Form::Human);
        assert!(text.starts_with("plan.toml:7: kesalahan: Salah.\n"));
        assert_eq!(code, 1);
        let (text, code) = report(&[diagnostic(Severity::Warning)], Form::Json);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((value["warnings"].as_u64(), value["diagnostics"][0]["line"].as_u64(), code), (Some(1), Some(7), 0));
    }
}
