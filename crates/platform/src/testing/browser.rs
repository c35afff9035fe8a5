//! A browser without pictures: keeps cookies, fills in forms, follows redirects when told to.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Mutex;

use http::{HeaderMap, HeaderName, HeaderValue, Method, header};

use super::page::{Page, PostForm};
use crate::web::with_query;

/// How forms without files are sent.
const FORM: &str = "application/x-www-form-urlencoded";

/// A browser with its own cookies.
pub struct Browser {
    client: reqwest::Client,
    base_url: String,
    cookies: Mutex<BTreeMap<String, String>>,
    agent: String,
}

impl Browser {
    /// A browser for the site at `base_url`, whose host name it finds at `address`.
    #[must_use]
    pub fn new(base_url: &str, address: SocketAddr) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .resolve("localhost", address)
            .build();
        Self {
            client: client.expect("a client without certificates"),
            base_url: base_url.to_owned(),
            cookies: Mutex::default(),
            agent: "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0".to_owned(),
        }
    }

    /// The same, calling itself something else.
    #[must_use]
    pub fn called(mut self, agent: &str) -> Self {
        agent.clone_into(&mut self.agent);
        self
    }

    /// Asks for an address (a path, or in full) and takes the answer as it is, redirects included.
    pub async fn get(&self, address: &str) -> Page {
        self.request(Method::GET, address, None, HeaderMap::new()).await
    }

    /// Asks with further headers.
    pub async fn get_with(&self, address: &str, headers: &[(&'static str, &str)]) -> Page {
        self.request(Method::GET, address, None, header_map(headers)).await
    }

    /// Asks for an address and goes where it leads, on this site.
    pub async fn open(&self, address: &str) -> Page {
        self.follow(self.get(address).await).await
    }

    /// Goes on where a page redirects to, until one does not or leads away from the site.
    ///
    /// # Panics
    /// After ten redirects.
    pub async fn follow(&self, mut page: Page) -> Page {
        for _ in 0..10 {
            match page.location().map(str::to_owned) {
                Some(to) if to.starts_with('/') || to.starts_with(&self.base_url) => page = self.get(&to).await,
                _ => return page,
            }
        }
        panic!("redirected in circles: {}", page.path);
    }

    /// Sends a form of a page with what the page had filled in, changed as `typed` says.
    pub async fn send(&self, form: &PostForm, typed: &[(&str, &str)]) -> Page {
        let mut fields = form.fields.clone();
        for (name, _) in typed {
            fields.retain(|(known, _)| known != name);
        }
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self.request(
            Method::POST,
            &form.action,
            Some((FORM, encode(&fields).into_bytes())),
            HeaderMap::new(),
        )
        .await
    }

    /// [`Browser::send`], with a file in a field: its field, its name and its content.
    pub async fn send_file(&self, form: &PostForm, typed: &[(&str, &str)], (field, name, bytes): (&str, &str, Vec<u8>)) -> Page {
        const BOUNDARY: &str = "----the-boundary-of-a-browser-in-a-test";
        let mut fields = form.fields.clone();
        fields.retain(|(known, _)| known != field && typed.iter().all(|(name, _)| name != known));
        fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
        }
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n");
        body.extend(head.into_bytes());
        body.extend(b"Content-Type: application/octet-stream\r\n\r\n");
        body.extend(bytes);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").into_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.request(Method::POST, &form.action, Some((&kind, body)), HeaderMap::new())
            .await
    }

    /// Opens a page and sends its form that goes to `action` (an end of its address is enough).
    pub async fn submit(&self, address: &str, action: &str, typed: &[(&str, &str)]) -> Page {
        let page = self.open(address).await;
        self.send(&page.form(action), typed).await
    }

    /// Sends fields as they are: no token, nothing filled in. What a hostile page or program would do.
    pub async fn post_bare(&self, address: &str, fields: &[(&str, &str)], headers: &[(&'static str, &str)]) -> Page {
        let fields: Vec<(String, String)> = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        self.request(
            Method::POST,
            address,
            Some((FORM, encode(&fields).into_bytes())),
            header_map(headers),
        )
        .await
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().expect("not poisoned").get(name).cloned()
    }

    /// Plants a cookie, as an attacker on a neighbouring host might.
    pub fn plant_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().expect("not poisoned").insert(name.to_owned(), value.to_owned());
    }

    /// Forgets every cookie, as after the browser was closed and cleaned.
    pub fn forget_cookies(&self) {
        self.cookies.lock().expect("not poisoned").clear();
    }

    async fn request(&self, method: Method, address: &str, body: Option<(&str, Vec<u8>)>, mut headers: HeaderMap) -> Page {
        let path = address.strip_prefix(&self.base_url).unwrap_or(address);
        let url = if path.starts_with('/') {
            format!("{}{path}", self.base_url)
        } else {
            path.to_owned()
        };
        let own = url.starts_with(&self.base_url);
        headers.entry(header::USER_AGENT).or_insert(value(&self.agent));
        headers.entry(header::ACCEPT).or_insert(value("text/html,*/*;q=0.8"));
        let cookies = self.cookie_line();
        if own && !cookies.is_empty() {
            headers.insert(header::COOKIE, value(&cookies));
        }
        let mut request = self.client.request(method, &url).headers(headers);
        if let Some((kind, body)) = body {
            request = request.header(header::CONTENT_TYPE, kind).body(body);
        }
        let answer = request
            .send()
            .await
            .unwrap_or_else(|error| panic!("{url} does not answer: {error}"));
        if own {
            self.keep_cookies(answer.headers());
        }
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = answer
            .bytes()
            .await
            .unwrap_or_else(|error| panic!("{url} broke off: {error}"))
            .to_vec();
        Page {
            status,
            headers,
            path: path.to_owned(),
            text: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }

    fn cookie_line(&self) -> String {
        let cookies = self.cookies.lock().expect("not poisoned");
        cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().expect("not poisoned");
        for line in headers.get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok()) {
            let (pair, attributes) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            // Other people's servers take cookies away by a date in the past.
            if attributes.contains("Max-Age=0") || attributes.contains(" 1970 ") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

fn encode(fields: &[(String, String)]) -> String {
    let pairs: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    with_query("", &pairs).trim_start_matches('?').to_owned()
}

fn header_map(headers: &[(&'static str, &str)]) -> HeaderMap {
    headers
        .iter()
        .map(|(name, text)| (HeaderName::from_static(name), value(text)))
        .collect()
}

fn value(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("a header value")
}
