//! The whole program in a test: on a throw-away database, on a random port, with a clock that stands still, visited over real HTTP.
//!
//! ```ignore
//! use platform::testing::{TestApp, on_both_engines};
//!
//! on_both_engines! {
//!     async fn a_member_sees_the_house(house: TestApp) {
//!         let anne = house.member("anne@kursushuset.example", "Anne Holm", Role::Member).await;
//!         let page = anne.open("/hus/kursushuset").await;
//!         page.says("Kursushuset");
//!     }
//! }
//! ```
//!
//! makes the tests `a_member_sees_the_house::sqlite` and `…::postgres`. A room brings itself, and settings, in front:
//! `on_both_engines! { TestApp::builder().room(courses::room()).setting("demo", "true"); async fn … }`.
//!
//! Everything here panics with an explanation when something is not as the story says, as tests do.

mod app;
mod browser;
mod html;
mod mail;
mod page;

pub use app::{Builder, TestApp};
pub use browser::Browser;
pub use mail::Mail;
pub use page::{Page, PostForm};

pub use crate::on_both_engines;

pub use db::Engine;

/// What [`on_both_engines!`](crate::on_both_engines!) calls: starts the program on an engine, tells the story, stops it.
///
/// # Panics
/// If the story does.
pub fn run<F>(engine: Engine, builder: Builder, story: impl FnOnce(TestApp) -> F)
where
    F: Future<Output = ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime needs only threads").block_on(async {
        if let Some(house) = builder.start(engine).await {
            story(house).await;
        }
    });
}

/// Makes two tests of one story about the whole program; see [`testing`](crate::testing).
#[macro_export]
macro_rules! on_both_engines {
    ($( $(#[$meta:meta])* async fn $name:ident($house:ident : $type:ty $(,)?) $body:block )+) => {
        $crate::on_both_engines! { $crate::testing::TestApp::builder(); $( $(#[$meta])* async fn $name($house: $type) $body )+ }
    };
    ($builder:expr; $( $(#[$meta:meta])* async fn $name:ident($house:ident : $type:ty $(,)?) $body:block )+) => { $(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "a short story may need nothing from outside")]
            use super::*;

            async fn story($house: $type) $body

            #[test]
            fn sqlite() { $crate::testing::run($crate::testing::Engine::Sqlite, $builder, story); }

            #[test]
            fn postgres() { $crate::testing::run($crate::testing::Engine::Postgres, $builder, story); }
        }
    )+ };
}
