//! The conversation with the provider: where to send the person, and what their coming back means.

use std::fmt;

use openidconnect::core::{CoreAuthenticationFlow, CoreClient, CoreIdToken, CoreIdTokenClaims, CoreProviderMetadata, CoreUserInfoClaims};
use openidconnect::{
    AccessToken, AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndUserEmail, EndpointMaybeSet,
    EndpointNotSet, EndpointSet, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    SignatureVerificationError, TokenResponse,
};

use super::{Claimed, provider};
use crate::config;
use crate::people::pages;
use crate::values::Email;
use crate::web::Core;

/// Our side towards a discovered provider.
pub(super) type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What can go wrong between us and the provider. The texts are for the log.
#[derive(Debug)]
pub(super) enum Trouble {
    /// The answer is not one to our question.
    Unfit(String),
    /// The provider does not answer, or nonsense.
    Silent(String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfit(why) => write!(f, "unfit answer: {why}"),
            Self::Silent(why) => write!(f, "no use of the provider: {why}"),
        }
    }
}

/// Our side, with what the provider has published about itself.
pub(super) async fn client(core: &Core, settings: &config::Oidc) -> Result<Client, Trouble> {
    let metadata = provider::metadata(&core.app.clock, &settings.issuer)
        .await
        .map_err(Trouble::Silent)?;
    with_metadata(core, settings, metadata)
}

fn with_metadata(core: &Core, settings: &config::Oidc, metadata: CoreProviderMetadata) -> Result<Client, Trouble> {
    let secret = ClientSecret::new(settings.client_secret.reveal().to_owned());
    // One address for both languages, as it must be registered at the provider word for word.
    let back =
        RedirectUrl::new(core.absolute(pages::OIDC_BACK.da)).map_err(|error| Trouble::Silent(format!("our own address: {error}")))?;
    Ok(CoreClient::from_provider_metadata(metadata, ClientId::new(settings.client_id.clone()), Some(secret)).set_redirect_uri(back))
}

/// Where to send the person.
pub(super) fn address(client: &Client, state: String, nonce: String, verifier: String) -> String {
    let (url, _, _) = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            || CsrfToken::new(state),
            || Nonce::new(nonce),
        )
        .add_scope(Scope::new("email".to_owned()))
        .add_scope(Scope::new("profile".to_owned()))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier)))
        .url();
    url.into()
}

/// Changes the code into the provider's signed word on who the person is.
pub(super) async fn claims(core: &Core, settings: &config::Oidc, code: &str, nonce: String, verifier: String) -> Result<Claimed, Trouble> {
    let client = client(core, settings).await?;
    let fetch = provider::fetch;
    let token = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|error| Trouble::Silent(error.to_string()))?
        .set_pkce_verifier(PkceCodeVerifier::new(verifier))
        .request_async(&fetch)
        .await
        .map_err(|error| Trouble::Unfit(error.to_string()))?;
    let id_token = token.id_token().ok_or_else(|| Trouble::Unfit("no id token".to_owned()))?;
    let nonce = Nonce::new(nonce);
    let claims = match verified_claims(&client, id_token, &nonce) {
        // The provider may have changed its keys since we asked for them.
        Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            let metadata = provider::fresh_metadata(&core.app.clock, &settings.issuer)
                .await
                .map_err(Trouble::Silent)?;
            verified_claims(&with_metadata(core, settings, metadata)?, id_token, &nonce)
        }
        first => first,
    };
    let claims = claims.map_err(|error| Trouble::Unfit(error.to_string()))?;
    let email = if claims.email().is_some() {
        verified_email(claims.email(), claims.email_verified())
    } else {
        user_info(&client, token.access_token().clone(), &claims).await?
    };
    Ok(Claimed {
        subject: claims.subject().as_str().to_owned(),
        email,
    })
}

/// Checks signature, issuer, audience, expiry and nonce. The provider's clock is the real one, so the library's own clock is right here.
fn verified_claims(client: &Client, token: &CoreIdToken, nonce: &Nonce) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
    token.claims(&client.id_token_verifier(), nonce).cloned()
}

/// Many providers keep the mail address out of the token and tell it when asked.
async fn user_info(client: &Client, token: AccessToken, claims: &CoreIdTokenClaims) -> Result<Option<Email>, Trouble> {
    let Ok(request) = client.user_info(token, Some(claims.subject().clone())) else {
        return Ok(None);
    };
    let fetch = provider::fetch;
    let user: CoreUserInfoClaims = request
        .request_async(&fetch)
        .await
        .map_err(|error| Trouble::Unfit(error.to_string()))?;
    Ok(verified_email(user.email(), user.email_verified()))
}

fn verified_email(email: Option<&EndUserEmail>, is_verified: Option<bool>) -> Option<Email> {
    email
        .filter(|_| is_verified == Some(true))
        .and_then(|email| Email::parse(email.as_str()).ok())
}
