//! See `lembar_fuzz::clip`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lembar_fuzz::clip(bytes));
