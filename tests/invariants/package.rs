//! Packages of files, as word processors and spreadsheets write them.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::parts;

/// The parts of an input under their names; an empty part is no file.
pub fn parts_of<'a, const N: usize>(bytes: &'a [u8], names: [&'static str; N]) -> Vec<(&'static str, &'a [u8])> {
    names.into_iter().zip(parts::<N>(bytes)).filter(|(_, part)| !part.is_empty()).collect()
}

/// A package of these files, not compressed.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        package.start_file(*name, options).expect("a name");
        package.write_all(bytes).expect("written to memory");
    }
    package.finish().expect("written to memory").into_inner()
}
