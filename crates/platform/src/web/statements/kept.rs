//! What the platform itself keeps about people. Rooms say the same of theirs in [`PersonalData::kept`](crate::room::PersonalData::kept).

use jiff::SignedDuration;
use texts::Lang;

use crate::people::{invitation, session};
use crate::room::Kept;
use crate::{limits, mail, t};

/// One row for each purpose.
pub(super) fn by_platform(lang: Lang) -> Vec<Kept> {
    vec![
        Kept {
            purpose: t::kept_account(lang),
            what: t::kept_account_what(lang),
            basis: t::kept_account_basis(lang),
            until: t::kept_account_until(lang, days(invitation::KEPT)),
        },
        Kept {
            purpose: t::kept_session(lang),
            what: t::kept_session_what(lang),
            basis: t::kept_session_basis(lang),
            until: t::kept_session_until(lang, session::IDLE.as_hours(), days(session::LONGEST)),
        },
        Kept {
            purpose: t::kept_mail(lang),
            what: t::kept_mail_what(lang),
            basis: t::kept_mail_basis(lang),
            until: t::kept_mail_until(lang, days(mail::KEPT)),
        },
        Kept {
            purpose: t::kept_log(lang),
            what: t::kept_log_what(lang),
            basis: t::kept_log_basis(lang),
            until: t::kept_log_until(lang).to_owned(),
        },
        Kept {
            purpose: t::kept_limits(lang),
            what: t::kept_limits_what(lang),
            basis: t::kept_limits_basis(lang),
            until: t::kept_limits_until(lang, days(limits::KEPT)),
        },
    ]
}

fn days(span: SignedDuration) -> i64 {
    span.as_hours() / 24
}
