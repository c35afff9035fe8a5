//! What can go wrong while answering, each with a status and a page that says how to go on.

use http::StatusCode;
use texts::Lang;

use crate::t;

/// The reason a request is not answered as asked.
#[derive(Debug)]
pub enum Error {
    /// No such page or object, or none that this person may know of.
    NotFound,
    /// Only for people who are signed in.
    NeedSignIn,
    /// Signed in, and may know that this exists, but not use it.
    Forbidden,
    /// The form's token is missing or old; the page lets the person send it again.
    FormToken,
    /// Sent from another site.
    CrossSite,
    /// Text that is not UTF-8, or a form that cannot be read.
    Unreadable,
    /// More than the route takes, in bytes.
    TooLarge(usize),
    /// Slow down; try again after so many seconds.
    TooMany(u64),
    /// Something this room refuses, in its own words.
    Refused {
        /// The status.
        status: StatusCode,
        /// Heading.
        title: String,
        /// What happened and how to go on.
        text: String,
    },
    /// The database or another part does not answer now.
    Unavailable(String),
    /// A mistake of ours. The text is for the log, without personal data.
    Internal(String),
}

impl Error {
    /// A link that has been used, has expired or was never valid: same words, so that nothing is revealed.
    #[must_use]
    pub fn dead_link(lang: Lang) -> Self {
        Self::Refused {
            status: StatusCode::GONE,
            title: t::error_dead_link_title(lang).to_owned(),
            text: t::error_dead_link_text(lang).to_owned(),
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NeedSignIn => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::CrossSite | Self::FormToken => StatusCode::FORBIDDEN,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Refused { status, .. } => *status,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Heading and text for the person.
    #[must_use]
    pub fn words(&self, lang: Lang) -> (String, String) {
        let fixed = |title: &str, text: &str| (title.to_owned(), text.to_owned());
        match self {
            Self::NotFound => fixed(t::error_not_found_title(lang), t::error_not_found_text(lang)),
            Self::NeedSignIn => fixed(t::error_sign_in_title(lang), t::error_sign_in_text(lang)),
            Self::Forbidden => fixed(t::error_forbidden_title(lang), t::error_forbidden_text(lang)),
            Self::FormToken => fixed(t::error_form_token_title(lang), t::error_form_token_text(lang)),
            Self::CrossSite => fixed(t::error_cross_site_title(lang), t::error_cross_site_text(lang)),
            Self::Unreadable => fixed(t::error_unreadable_title(lang), t::error_unreadable_text(lang)),
            Self::TooLarge(limit) => {
                let limit = u64::try_from(*limit).unwrap_or(u64::MAX);
                (
                    t::error_too_large_title(lang).to_owned(),
                    t::error_too_large_text(lang, texts::format::file_size(lang, limit)),
                )
            }
            Self::TooMany(seconds) => (
                t::error_too_many_title(lang).to_owned(),
                t::error_too_many_text(lang, i64::try_from(*seconds).unwrap_or(60)),
            ),
            Self::Refused { title, text, .. } => (title.clone(), text.clone()),
            Self::Unavailable(_) => fixed(t::error_unavailable_title(lang), t::error_unavailable_text(lang)),
            Self::Internal(_) => fixed(t::error_internal_title(lang), t::error_internal_text(lang)),
        }
    }

    /// What the operator must know, if anything.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        match self {
            Self::Unavailable(cause) | Self::Internal(cause) => Some(cause),
            _ => None,
        }
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::NotFound { .. } => Self::NotFound,
            db::Error::Busy { .. } | db::Error::Timeout { .. } | db::Error::Connection(_) => Self::Unavailable(error.to_string()),
            other => Self::Internal(other.to_string()),
        }
    }
}
