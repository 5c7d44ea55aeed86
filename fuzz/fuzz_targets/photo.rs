//! See `lembar_fuzz::photo`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lembar_fuzz::photo(bytes));
