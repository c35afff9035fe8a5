//! Icons from one sprite. An icon either decorates a text beside it or carries a meaning of its own, and then names it.

use maud::{Markup, html};

macro_rules! icons {
    ($($variant:ident => $name:literal),* $(,)?) => {
        /// An icon of the sprite. `web/build.mjs` puts exactly these names into it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub enum Icon { $($variant),* }

        impl Icon {
            /// Every icon, for the gallery.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Its name in the sprite.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }
    };
}

icons! {
    Account => "account", Add => "plus", ArrowBack => "arrow-back", ArrowDown => "arrow-downward",
    ArrowForward => "arrow-forward", ArrowUp => "arrow-upward", Attach => "attach-file", Calendar => "calendar-month",
    Chart => "analytics", Chat => "chat", Check => "check", Checklist => "checklist", ChevronLeft => "chevron-left",
    ChevronRight => "chevron-right", Close => "close", Copy => "copy", Delete => "delete", Document => "document",
    Download => "download", Edit => "edit", Email => "email", Error => "error", Groups => "groups", Help => "help",
    Home => "home", Hourglass => "hourglass", Info => "info", Language => "language", Link => "link",
    Location => "location", Lock => "lock", Menu => "menu", Minus => "minus", Notifications => "notifications",
    OpenInNew => "open-in-new", Pdf => "file-pdf", Person => "person", Phone => "smartphone", Print => "print",
    Refresh => "refresh", Save => "save", Search => "search", Send => "send", Settings => "settings",
    SortAscending => "sort-table-ascending", SortDescending => "sort-table-descending", SortNone => "sort-table-none",
    Spreadsheet => "file-excel", Star => "star", Student => "student", Success => "success", Time => "time",
    Upload => "upload", Visibility => "visibility", Warning => "warning",
}

impl Icon {
    /// The icon beside a text that says the same; screen readers skip it.
    pub fn decorative(self) -> Markup {
        self.classed("icon-svg")
    }

    /// The icon alone; `text` says what it means.
    pub fn meaning(self, text: &str) -> Markup {
        html! {
            svg class="icon-svg" role="img" aria-label=(text) focusable="false" { use href=(self.target()) {} }
        }
    }

    pub(crate) fn classed(self, class: &str) -> Markup {
        html! { svg class=(class) focusable="false" aria-hidden="true" { use href=(self.target()) {} } }
    }

    fn target(self) -> String {
        format!("{}#{}", assets::SPRITE, self.name())
    }
}
