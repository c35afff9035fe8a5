//! Turns `texts/*.ftl` into functions.

fn main() {
    texts_build::generate();
}
