//! Connections to the program: kept open and used again, as browsers do.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use ::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// How long an answer may take before it counts as lost.
const PATIENCE: Duration = Duration::from_secs(40);

/// The program as seen from outside. Clones share their open connections.
#[derive(Clone, Debug)]
pub struct Server(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    address: SocketAddr,
    host: HeaderValue,
    idle: Mutex<Vec<SendRequest<Full<Bytes>>>>,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body as it was sent, perhaps compressed.
    pub body: Bytes,
}

/// No answer came: whether the program did what was asked is not known.
#[derive(Debug, Clone, thiserror::Error)]
#[error("no answer to {what}: {why}")]
pub struct Lost {
    /// Method and path.
    pub what: String,
    /// What the connection says.
    pub why: String,
}

impl Server {
    /// The program at this address.
    ///
    /// # Panics
    /// If the address is not this machine's own: a crowd may be played at home only.
    #[must_use]
    pub fn at(address: SocketAddr) -> Self {
        assert!(address.ip().is_loopback(), "{address} is not a loopback address");
        let host = HeaderValue::from_str(&address.to_string()).expect("an address is plain ASCII");
        Self(Arc::new(Inner {
            address,
            host,
            idle: Mutex::default(),
        }))
    }

    /// Where it is.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// Asks, and reads the answer to its end.
    ///
    /// # Errors
    /// [`Lost`] if there is none.
    pub async fn ask(&self, method: Method, path: &str, headers: &[(header::HeaderName, String)], body: Bytes) -> Result<Answer, Lost> {
        let lost = |why: String| Lost {
            what: format!("{method} {path}"),
            why,
        };
        let mut request = Request::builder()
            .method(method.clone())
            .uri(path)
            .header(header::HOST, self.0.host.clone());
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let request = request.body(Full::new(body)).map_err(|error| lost(error.to_string()))?;
        match tokio::time::timeout(PATIENCE, self.exchange(request)).await {
            Ok(answer) => answer.map_err(lost),
            Err(_) => Err(lost(format!("none within {} s", PATIENCE.as_secs()))),
        }
    }

    async fn exchange(&self, request: Request<Full<Bytes>>) -> Result<Answer, String> {
        let mut request = request;
        loop {
            let (mut connection, is_new) = match self.idle() {
                Some(connection) => (connection, false),
                None => (self.connect().await?, true),
            };
            match connection.try_send_request(request).await {
                Ok(answer) => {
                    let (parts, body) = answer.into_parts();
                    let body = body.collect().await.map_err(|error| error.to_string())?.to_bytes();
                    self.keep(connection);
                    return Ok(Answer {
                        status: parts.status,
                        headers: parts.headers,
                        body,
                    });
                }
                // An old connection that the program had closed meanwhile: nothing was sent, so another one may be tried.
                Err(mut error) => match error.take_message() {
                    Some(unsent) if !is_new => request = unsent,
                    _ => return Err(error.into_error().to_string()),
                },
            }
        }
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, String> {
        let stream = TcpStream::connect(self.0.address).await.map_err(|error| error.to_string())?;
        stream.set_nodelay(true).map_err(|error| error.to_string())?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
        tokio::spawn(connection);
        Ok(sender)
    }

    fn idle(&self) -> Option<SendRequest<Full<Bytes>>> {
        let mut idle = self.0.idle.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(connection) = idle.pop() {
            if connection.is_ready() {
                return Some(connection);
            }
        }
        None
    }

    fn keep(&self, connection: SendRequest<Full<Bytes>>) {
        if !connection.is_closed() {
            self.0.idle.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        }
    }
}

impl Answer {
    /// A header as text; empty where it is missing.
    #[must_use]
    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
