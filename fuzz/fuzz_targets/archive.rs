//! See `lembar_fuzz::archive`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lembar_fuzz::archive(bytes));
