//! See `lembar_fuzz::wire`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lembar_fuzz::wire(bytes));
