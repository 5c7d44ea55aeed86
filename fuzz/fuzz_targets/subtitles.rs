//! See `lembar_fuzz::subtitles`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lembar_fuzz::subtitles(bytes));
