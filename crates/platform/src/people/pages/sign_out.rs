//! Signing out, so that the next person at the same machine sees nothing of the one before (T46).

use http::HeaderValue;

use super::{SIGN_IN, link_to, with_cookie};
use crate::people::actions::sign_in;
use crate::people::session;
use crate::t;
use crate::web::{Answer, Core, Cx, Response, Visitor, expire_cookie, redirect_with_notice};

/// What the browser shall throw away. Pages were never kept (`no-store`); this also takes what scripts left and ends what the browser holds ready for "back".
const CLEAR: &str = "\"cache\", \"storage\"";

/// The cookie that ties forms, mail links and ceremonies to a browser.
const VISIT: &str = "visit";

pub(super) async fn sign_out(cx: Cx<Visitor>) -> Answer {
    sign_in::leave(&cx).await?;
    Ok(good_bye(&cx, t::sign_out_done(cx.lang)))
}

/// The answer to every form that ends with nobody signed in here.
pub(super) fn good_bye(core: &Core, notice: &str) -> Response {
    let response = redirect_with_notice(core, link_to(core.lang, SIGN_IN, &[]).as_str(), notice);
    let response = with_cookie(response, expire_cookie(&core.app.config, session::COOKIE));
    // A link this browser asked for must not sign the next person in.
    let mut response = with_cookie(response, expire_cookie(&core.app.config, VISIT));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static(CLEAR));
    response
}
