//! To the identity provider and back.

use super::welcome;
use crate::people::oidc;
use crate::web::{Answer, Cx, Visitor, local_path, redirect};

pub(super) async fn leave(cx: Cx<Visitor>) -> Answer {
    let next = local_path(cx.form.get("next")).unwrap_or_default();
    Ok(redirect(&oidc::begin(&cx, next).await?))
}

/// The one GET that signs in: the protocol asks for it. The state, which only this browser and the provider know, stands in for a form's token.
pub(super) async fn back(cx: Cx<Visitor>) -> Answer {
    let entered = oidc::finish(&cx).await?;
    Ok(welcome(&cx, entered))
}
