//! See `lembar_fuzz::session`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lembar_fuzz::session(bytes));
