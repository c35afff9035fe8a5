//! The draw in public: a list of numbered panels, each as likely as every other, from which dice or lottery balls choose one.

mod uniform;

pub use uniform::{Uniform, uniform};
