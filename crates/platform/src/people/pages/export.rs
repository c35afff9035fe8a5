//! Everything kept about oneself, as a file. It is made while it is asked for, for the person who is signed in: there is no stored file and no address that
//! would give it to somebody else (T23, T24, T51).

use super::session;
use crate::people::copy;
use crate::t;
use crate::web::{Answer, Cx, Error, Person, file};

pub(super) async fn download(cx: Cx<Person>) -> Answer {
    let copy = copy::of(&cx.app, cx.proof.account, &session(&cx)?.email).await?;
    let text = serde_json::to_vec_pretty(&copy).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(file(text, t::people_export_file(cx.lang), "application/json"))
}
