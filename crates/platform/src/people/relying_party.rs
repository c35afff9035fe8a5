//! Our name towards passkeys. A passkey is bound to one host name for good, so it is that of the installation's own address.

use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder};

use crate::config::{Config, host_of};
use crate::web::Core;

/// What checks passkeys, or nothing where the site is reached by a bare number address: browsers know passkeys only for host names.
#[must_use]
pub fn of(config: &Config, name: &str) -> Option<Webauthn> {
    let origin = Url::parse(&config.public_url).ok()?;
    WebauthnBuilder::new(config.host(), &origin).ok()?.rp_name(name).build().ok()
}

/// Whether a browser on this page can use passkeys: only on the installation's own host name, not on an organisation's.
#[must_use]
pub fn works_here(core: &Core) -> bool {
    let host = core
        .headers
        .get(http::header::HOST)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    host_of(host).eq_ignore_ascii_case(core.app.config.host()) && of(&core.app.config, "").is_some()
}
