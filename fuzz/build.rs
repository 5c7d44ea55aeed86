//! Tells the decoder which FFmpeg it is compiled against: since 8.0 a stream keeps its turn elsewhere.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(ffmpeg_8)");
    if std::env::var_os("DEP_FFMPEG_FFMPEG_8_0").is_some() {
        println!("cargo::rustc-cfg=ffmpeg_8");
    }
}
