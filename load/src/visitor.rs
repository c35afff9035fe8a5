//! A browser without a screen: keeps cookies, reads forms with their hidden fields, sends them.

use std::collections::BTreeMap;

use ::http::{Method, header};
use hyper::body::Bytes;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::Failure;
use crate::http::{Answer, Lost, Server};

/// Names and values of a form.
pub type Fields = Vec<(String, String)>;

/// One person's browser. A clone is another window of it.
#[derive(Clone, Debug)]
pub struct Visitor {
    server: Server,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// Somebody who has not been here before.
    #[must_use]
    pub fn new(server: &Server) -> Self {
        Self {
            server: server.clone(),
            cookies: BTreeMap::new(),
        }
    }

    /// Opens a page. Asks for it uncompressed, because forms are read from it.
    ///
    /// # Errors
    /// [`Lost`] if no answer comes.
    pub async fn open(&mut self, path: &str) -> Result<Answer, Lost> {
        self.ask(Method::GET, path, Bytes::new()).await
    }

    /// Sends a form.
    ///
    /// # Errors
    /// [`Lost`] if no answer comes.
    pub async fn send(&mut self, path: &str, fields: &Fields) -> Result<Answer, Lost> {
        let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let pairs: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
            .collect();
        self.ask(Method::POST, path, Bytes::from(pairs.join("&"))).await
    }

    /// Opens a page and gives the hidden fields of the form on it that is sent to the page's own address.
    ///
    /// # Errors
    /// If no answer comes, or there is no such form.
    pub async fn form(&mut self, path: &str) -> Result<Fields, Failure> {
        let answer = self.open(path).await?;
        if !answer.status.is_success() {
            return Err(Failure::new(format!("GET {path}"), answer.status));
        }
        hidden_fields(&answer.text(), path).ok_or_else(|| Failure::new(format!("GET {path}"), "the page has no form"))
    }

    async fn ask(&mut self, method: Method, path: &str, body: Bytes) -> Result<Answer, Lost> {
        let mut headers = vec![(header::ACCEPT, "text/html".to_owned())];
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            headers.push((header::COOKIE, pairs.join("; ")));
        }
        if method == Method::POST {
            headers.push((header::CONTENT_TYPE, "application/x-www-form-urlencoded".to_owned()));
            headers.push((header::ORIGIN, format!("http://{}", self.server.address())));
        }
        let answer = self.server.ask(method, path, &headers, body).await?;
        for cookie in answer
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
        {
            self.remember(cookie);
        }
        Ok(answer)
    }

    fn remember(&mut self, cookie: &str) {
        let mut parts = cookie.split(';').map(str::trim);
        let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else {
            return;
        };
        if parts.any(|part| part.eq_ignore_ascii_case("max-age=0")) {
            self.cookies.remove(name);
        } else {
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
    }
}

/// The hidden fields of the form with this action.
fn hidden_fields(page: &str, action: &str) -> Option<Fields> {
    let form = page
        .split("<form")
        .skip(1)
        .map(|form| form.split("</form>").next().unwrap_or(form))
        .find(|form| tag_value(form.split('>').next().unwrap_or(form), "action").as_deref() == Some(action))?;
    let inputs = form.split("<input").skip(1).map(|input| input.split('>').next().unwrap_or(input));
    let hidden = inputs.filter(|input| tag_value(input, "type").as_deref() == Some("hidden"));
    Some(
        hidden
            .filter_map(|input| Some((tag_value(input, "name")?, tag_value(input, "value").unwrap_or_default())))
            .collect(),
    )
}

/// The value of a tag's attribute.
fn tag_value(tag: &str, attribute: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {attribute}=\""))?;
    Some(plain(rest.split('"').next()?))
}

/// Every address that pages of ours link to with this attribute, in the order they stand.
#[must_use]
pub fn addresses(page: &str, attribute: &str) -> Vec<String> {
    let marks = page
        .split(&format!(" {attribute}=\""))
        .skip(1)
        .map(str::to_owned)
        .collect::<Vec<_>>();
    marks
        .iter()
        .filter_map(|rest| rest.split('"').next())
        .filter(|address| address.starts_with('/'))
        .map(plain)
        .collect()
}

fn plain(escaped: &str) -> String {
    escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_found_by_where_it_is_sent() {
        let page = r#"<form method="post" action="/ud"><input type="hidden" name="csrf" value="no"></form>
            <form class="a" action="/a?b=1&amp;c=2" method="post"><input type="hidden" name="csrf" value="x.y"><input type="text" name="q" value="typed">
            <input type="hidden" name="key" value="1&amp;2"></form>"#;
        let expected = vec![("csrf".to_owned(), "x.y".to_owned()), ("key".to_owned(), "1&2".to_owned())];
        assert_eq!(hidden_fields(page, "/a?b=1&c=2"), Some(expected));
        assert_eq!(hidden_fields(page, "/b"), None);
        assert_eq!(
            addresses("<a href=\"/a\"></a><a href=\"https://b\"></a><a href=\"/c\">", "href"),
            ["/a", "/c"]
        );
    }

    #[test]
    fn cookies_are_kept_until_they_are_taken_away() {
        let mut visitor = Visitor::new(&Server::at(([127, 0, 0, 1], 9).into()));
        visitor.remember("visit=abc; Path=/; HttpOnly");
        visitor.remember("notice=x.y; Path=/");
        visitor.remember("notice=; Path=/; Max-Age=0");
        assert_eq!(
            visitor.cookies.into_iter().collect::<Vec<_>>(),
            [("visit".to_owned(), "abc".to_owned())]
        );
    }

    #[test]
    #[should_panic(expected = "not a loopback address")]
    fn nobody_elses_server_is_ever_asked() {
        let _ = Server::at(([192, 0, 2, 1], 80).into());
    }
}
