//! Draws every page of a pack into a folder of PNGs, and small ones together in `lembar-*.png`, for authors:
//! `cargo run --example contact_sheet -- content /tmp/out [WxH] [only names containing this]`.

#![allow(clippy::print_stdout, reason = "a tool for the terminal")]

use std::{path::Path, time::Instant};

use anyhow::{Context, Result};
use lembar::{
    media::{
        contact,
        pictures::{PictureKey, Renderer},
    },
    pack,
};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let dir = arguments.first().map_or("content", String::as_str);
    let out = Path::new(arguments.get(1).map_or("/tmp/lembar-pages", String::as_str));
    let size = arguments.get(2).map_or("1024x768", String::as_str);
    let only = arguments.get(3).map_or("", String::as_str);
    let (width, height) = size.split_once('x').context("the size is written like 1024x768")?;
    let (width, height) = (width.parse()?, height.parse()?);
    std::fs::create_dir_all(out)?;
    let loaded = pack::load(Path::new(dir));
    let (text, _) = pack::report(&pack::check(Path::new(dir)), pack::Form::Human);
    println!("{text}");
    let renderer = Renderer::new();
    let mut thumbnails = Vec::new();
    for (name, base, module) in loaded.gallery().into_iter().filter(|(name, ..)| name.contains(only)) {
        let begun = Instant::now();
        let picture = renderer.render(&loaded, &PictureKey { base, module, width, height })?;
        let file = out.join(format!("{}.png", name.replace('/', "_")));
        let took = begun.elapsed();
        image::save_buffer(&file, &picture.rgba, width, height, image::ColorType::Rgba8)?;
        let page =
            image::RgbaImage::from_raw(width, height, picture.rgba).context("a picture of the size asked for")?;
        thumbnails.push(image::imageops::thumbnail(&page, THUMBNAIL, THUMBNAIL * height / width));
        println!("{:4} ms  {}", took.as_millis(), file.display());
    }
    for (number, group) in thumbnails.chunks((contact::COLUMNS * ROWS) as usize).enumerate() {
        contact::sheet(group).save(out.join(format!("lembar-{}.png", number + 1)))?;
    }
    Ok(())
}

const THUMBNAIL: u32 = 420;
const ROWS: u32 = 5;
