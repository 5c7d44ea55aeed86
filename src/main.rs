//! The program: arguments, exit code, run the shell.

fn main() {}
