//! Talking to the provider: a plain HTTP client with limits, and the memory of what the provider has published about itself.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::CoreProviderMetadata;
use openidconnect::{HttpRequest, HttpResponse, IssuerUrl};

use crate::Clock;

/// How long the provider's description of itself and its keys are believed.
const BELIEVED: SignedDuration = SignedDuration::from_hours(1);

/// The provider must answer within this.
const LIMIT: Duration = Duration::from_secs(10);

/// No answer of a provider is longer than this.
const MOST_BYTES: usize = 1024 * 1024;

/// One memory for the process: providers are few, and what they publish is the same for everybody.
static KNOWN: LazyLock<Mutex<HashMap<String, (Timestamp, CoreProviderMetadata)>>> = LazyLock::new(Mutex::default);

static CLIENT: LazyLock<Result<reqwest::Client, String>> = LazyLock::new(|| {
    // A second installation of the provider of cryptography finds the first and changes nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    // Redirects are not followed: the provider's addresses are those it has published, and no answer leads us elsewhere.
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(LIMIT)
        .build()
        .map_err(|error| error.to_string())
});

/// Why the provider could not be asked.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct Failed(String);

/// What the provider has published about itself, asked for again after an hour.
pub(super) async fn metadata(clock: &Clock, issuer: &str) -> Result<CoreProviderMetadata, String> {
    let now = clock.now();
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(issuer).cloned();
    match known {
        Some((asked, metadata)) if now.duration_since(asked) < BELIEVED => Ok(metadata),
        _ => fresh_metadata(clock, issuer).await,
    }
}

/// The same, asked for now.
pub(super) async fn fresh_metadata(clock: &Clock, issuer: &str) -> Result<CoreProviderMetadata, String> {
    let url = IssuerUrl::new(issuer.to_owned()).map_err(|error| error.to_string())?;
    let metadata = CoreProviderMetadata::discover_async(url, &fetch)
        .await
        .map_err(|error| error.to_string())?;
    KNOWN
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .insert(issuer.to_owned(), (clock.now(), metadata.clone()));
    Ok(metadata)
}

/// One request to the provider.
pub(super) async fn fetch(request: HttpRequest) -> Result<HttpResponse, Failed> {
    let client = CLIENT.as_ref().map_err(|error| Failed(error.clone()))?;
    let request = request.try_into().map_err(failed)?;
    let mut answer = client.execute(request).await.map_err(failed)?;
    let mut response = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        response = response.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(failed)? {
        body.extend_from_slice(&chunk);
        if body.len() > MOST_BYTES {
            return Err(Failed("the answer is too long".to_owned()));
        }
    }
    response.body(body).map_err(|error| Failed(error.to_string()))
}

/// Without the address, which may carry a code.
fn failed(error: reqwest::Error) -> Failed {
    Failed(error.without_url().to_string())
}
