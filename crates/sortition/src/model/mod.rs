//! What is drawn from, and under which conditions.

mod classes;
mod order;
mod pool;
mod problem;
mod quota;

pub use classes::{Class, Classes};
pub use pool::{Person, Pool};
pub use problem::{Problem, Unfit};
pub use quota::{Feature, Quota, Quotas, Value};
