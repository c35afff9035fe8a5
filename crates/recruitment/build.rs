//! Turns the Fluent files in `texts/` into functions.

fn main() {
    texts_build::generate();
}
