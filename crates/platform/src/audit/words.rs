//! Words for the codes of actions. A code nobody has words for is shown as it is: the log is never silent for want of a translation.

use texts::Lang;

use crate::t;

/// A room's words for its own codes, handed in where the room is written:
///
/// ```
/// platform::action_words!(|lang, code| match code {
///     "edition.published" => Some(lang.pick("Udbud åbnet", "Edition opened")),
///     _ => None,
/// });
/// ```
pub struct ActionWords(pub fn(Lang, &str) -> Option<&'static str>);

inventory::collect!(ActionWords);

/// Hands in a room's words for its codes in the audit log; see [`audit::ActionWords`](crate::audit::ActionWords).
#[macro_export]
macro_rules! action_words {
    ($words:expr) => {
        $crate::audit::inventory::submit! { $crate::audit::ActionWords($words) }
    };
}

inventory::submit! { ActionWords(platform) }

/// What an action is called.
pub(super) fn name_of(lang: Lang, code: &str) -> String {
    let words = inventory::iter::<ActionWords>.into_iter().find_map(|words| (words.0)(lang, code));
    words.unwrap_or(code).to_owned()
}

fn platform(lang: Lang, code: &str) -> Option<&'static str> {
    Some(match code {
        "account.changed" => t::audit_account_changed(lang),
        "account.created" => t::audit_account_created(lang),
        "account.erased" => t::audit_account_erased(lang),
        "account.identity-unlinked" => t::audit_account_identity_unlinked(lang),
        "account.link-made" => t::audit_account_link_made(lang),
        "account.mailbox-changed" => t::audit_account_mailbox_changed(lang),
        "account.operator" => t::audit_account_operator(lang),
        "account.passkey-added" => t::audit_account_passkey_added(lang),
        "account.passkey-removed" => t::audit_account_passkey_removed(lang),
        "account.signed-in" => t::audit_account_signed_in(lang),
        "account.signed-out-elsewhere" => t::audit_account_signed_out_elsewhere(lang),
        "account.signed-out-everywhere" => t::audit_account_signed_out_everywhere(lang),
        "member.added" => t::audit_member_added(lang),
        "member.invited" => t::audit_member_invited(lang),
        "member.invited-again" => t::audit_member_invited_again(lang),
        "member.invitation-withdrawn" => t::audit_member_invitation_withdrawn(lang),
        "member.joined" => t::audit_member_joined(lang),
        "member.removed" => t::audit_member_removed(lang),
        "member.role-changed" => t::audit_member_role_changed(lang),
        "organisation.added" => t::audit_organisation_added(lang),
        "organisation.changed" => t::audit_organisation_changed(lang),
        _ => return None,
    })
}
