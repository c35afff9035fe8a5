//! Mail through a server, over connections that are kept for the next mail.

use std::error::Error as _;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls as ClientTls, TlsParameters};
use lettre::transport::smtp::{Error, PoolConfig};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use tokio::sync::OnceCell;

use super::{Outgoing, SendError};
use crate::jobs::Reason;
use crate::mail::compose::address;

type Client = AsyncSmtpTransport<Tokio1Executor>;

/// For each step of the conversation.
const STEP_LIMIT: Duration = Duration::from_secs(30);
/// For the whole of it, however slowly the server takes the steps.
const LIMIT: Duration = Duration::from_secs(3 * 60);
/// Idle connections that are kept.
const KEPT: u32 = 4;
/// "Sign in first", "wrong password" and the like (RFC 4954): our settings are at fault, not the mail.
const SIGN_IN_PROBLEMS: [u16; 5] = [530, 534, 535, 538, 454];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tls {
    Off,
    /// STARTTLS, and nothing is sent without it.
    Upgrade,
    /// From the first byte.
    Whole,
}

pub(super) struct Smtp {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<(String, String)>,
    ca: Option<PathBuf>,
    /// Made at the first mail: it needs the running program, and the certificate file may be put in place after the start.
    client: OnceCell<Client>,
}

impl Smtp {
    pub(super) fn new(host: String, port: Option<u16>, tls: Tls, credentials: Option<(String, String)>, ca: Option<PathBuf>) -> Self {
        let usual = if tls == Tls::Whole { 465 } else { 587 };
        Self {
            host,
            port: port.unwrap_or(usual),
            tls,
            credentials,
            ca,
            client: OnceCell::new(),
        }
    }

    pub(super) async fn send(&self, mail: &Outgoing<'_>) -> Result<(), SendError> {
        let client = self.client().await?;
        let envelope = Envelope::new(Some(address(mail.sender)), vec![address(mail.recipient)])
            .expect("an envelope needs a recipient, and it has one");
        match tokio::time::timeout(LIMIT, client.send_raw(&envelope, mail.content)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(judge(&error)),
            Err(_) => Err(SendError::Later("the mail server was too slow".into())),
        }
    }

    pub(super) async fn check(&self) -> Result<(), SendError> {
        let client = self.client().await?;
        match tokio::time::timeout(LIMIT, client.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false)) => Err(SendError::Later("the mail server does not answer as one".into())),
            Ok(Err(error)) => Err(judge(&error)),
            Err(_) => Err(SendError::Later("the mail server was too slow".into())),
        }
    }

    async fn client(&self) -> Result<&Client, SendError> {
        self.client.get_or_try_init(|| self.connect()).await
    }

    async fn connect(&self) -> Result<Client, SendError> {
        let tls = match self.tls {
            Tls::Off => ClientTls::None,
            Tls::Upgrade => ClientTls::Required(self.parameters().await?),
            Tls::Whole => ClientTls::Wrapper(self.parameters().await?),
        };
        let mut builder = Client::builder_dangerous(&self.host)
            .port(self.port)
            .tls(tls)
            .timeout(Some(STEP_LIMIT))
            .pool_config(PoolConfig::new().max_size(KEPT));
        if let Some((user, password)) = &self.credentials {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(builder.build())
    }

    async fn parameters(&self) -> Result<TlsParameters, SendError> {
        let mut builder = TlsParameters::builder(self.host.clone());
        if let Some(path) = &self.ca {
            builder = builder.add_root_certificate(authorities(path).await?);
        }
        builder.build().map_err(|error| judge(&error))
    }
}

/// All certificates of the file.
async fn authorities(path: &Path) -> Result<Certificate, SendError> {
    let unusable = || SendError::Later("the certificate file of the setting ca= cannot be read".into());
    let pem = tokio::fs::read(path).await.map_err(|_| unusable())?;
    Certificate::from_pem(&pem).map_err(|_| unusable())
}

/// Only a refusal of this very mail is for good. The server's words are dropped: they usually repeat the recipient's address.
fn judge(error: &Error) -> SendError {
    if let Some(code) = error.status() {
        let code = u16::from(code);
        return match code {
            _ if SIGN_IN_PROBLEMS.contains(&code) => SendError::Later(Reason::numbered("the mail server does not let us sign in:", code)),
            500.. => SendError::Never(Reason::numbered("the mail server refuses this mail:", code)),
            _ => SendError::Later(Reason::numbered("the mail server cannot take it now:", code)),
        };
    }
    let reason = match () {
        () if error.is_timeout() => "the mail server was too slow",
        () if error.is_tls() || has_failed_handshake(error) => {
            "no safe connection to the mail server: TLS fails or its certificate is not trusted"
        }
        () if error.is_client() => "the mail server lacks something that the settings ask for (TLS or a way to sign in)",
        () if error.is_response() => "the mail server's answer was not understood",
        () => "the mail server cannot be reached",
    };
    SendError::Later(reason.into())
}

/// The library calls a failed handshake a connection that failed; what lies below tells them apart.
fn has_failed_handshake(error: &Error) -> bool {
    let mut below = error.source();
    while let Some(error) = below {
        if error
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::InvalidData)
        {
            return true;
        }
        below = error.source();
    }
    false
}

impl fmt::Display for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (scheme, tls) = match self.tls {
            Tls::Off => ("smtp", "no TLS"),
            Tls::Upgrade => ("smtp", "STARTTLS"),
            Tls::Whole => ("smtps", "TLS"),
        };
        let sign_in = if self.credentials.is_some() { ", signs in" } else { "" };
        match self.host.contains(':') {
            true => write!(f, "{scheme}://[{}]:{} ({tls}{sign_in})", self.host, self.port),
            false => write!(f, "{scheme}://{}:{} ({tls}{sign_in})", self.host, self.port),
        }
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        // The library closes its connections in a task of the runtime. After the runtime has ended there is none, and the operating system closes them instead.
        if tokio::runtime::Handle::try_current().is_err() {
            std::mem::forget(self.client.take());
        }
    }
}
