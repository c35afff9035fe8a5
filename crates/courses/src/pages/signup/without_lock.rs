//! The form's other end without the lock; see [`crate::actions::sign_up::without_lock`].

use platform::web::{Answer, Cx, Error, Paths, Public, Route, Visitor, post, redirect};

use super::{form, subject};
use crate::actions::sign_up::{Outcome, Request, without_lock};
use crate::pages::paths::ORDER;

const SIGN_UP: Paths = Paths::new(
    "/kurser/{course}/tilmelding-uden-laas/{edition}",
    "/en/courses/{course}/sign-up-without-lock/{edition}",
);

pub(crate) fn routes() -> Vec<Route> {
    vec![post(SIGN_UP, Public, submit)]
}

async fn submit(cx: Cx<Visitor>) -> Answer {
    let subject = subject(&cx).await?;
    let form = form::read(&cx.form, cx.lang, subject.edition.edition.plan().price, 1).map_err(|_| Error::Unreadable)?;
    let request = Request {
        edition: subject.edition.id,
        key: form.key,
        order: form.order,
        lang: cx.lang,
        address: None,
    };
    match without_lock::sign_up(&cx.app, cx.proof.scope, &cx.organisation, &request).await? {
        Outcome::Done { token } => Ok(redirect(&ORDER.url(cx.lang, &[&token]))),
        _ => Err(Error::NotFound),
    }
}
