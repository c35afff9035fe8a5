//! The same action as it goes wrong where nobody locks: count, then act. Compiled for one test only, which must see it sell a seat twice; if it did not, that
//! test could not tell a lock from luck.

use std::time::Duration;

use platform::App;
use platform::organisation::{OrgScope, Organisation};

use super::{Outcome, Request, refusal, take_seats};
use crate::store::editions;

/// Long enough for everybody who came at the same time to have counted.
const BETWEEN_COUNTING_AND_ACTING: Duration = Duration::from_millis(300);

pub(crate) async fn sign_up(app: &App, scope: OrgScope, house: &Organisation, request: &Request) -> Result<Outcome, db::Error> {
    let Some(edition) = editions::by_id(&app.db, scope, request.edition).await? else {
        return Ok(Outcome::Closed);
    };
    if let Some(refusal) = refusal(&edition, request.order.size(), app.clock.today()) {
        return Ok(refusal);
    }
    tokio::time::sleep(BETWEEN_COUNTING_AND_ACTING).await;
    let tx = app.db.begin().await?;
    take_seats(tx, app, scope, house, &edition, request, &request.key.to_string()).await
}
