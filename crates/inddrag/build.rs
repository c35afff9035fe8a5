//! Makes the typed functions for the texts of this crate.

fn main() {
    texts_build::generate();
}
