//! Just enough HTML to read our own pages, which are well-formed because a macro writes them.

use super::page::PostForm;

/// One tag: its name (`/form` for an end) and its attributes.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, String)>,
    /// The text between this tag and the next.
    after: &'a str,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value.as_str())
    }
}

fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    html.split('<').skip(1).filter_map(|piece| {
        let end = closing(piece)?;
        let (inside, after) = (&piece[..end], &piece[end + 1..]);
        let name_end = inside.find(|c: char| c.is_whitespace()).unwrap_or(inside.len());
        Some(Tag {
            name: &inside[..name_end],
            attributes: attributes(&inside[name_end..]),
            after,
        })
    })
}

/// The `>` that ends a tag, not one inside quotes.
fn closing(piece: &str) -> Option<usize> {
    let mut quoted = false;
    piece.char_indices().find_map(|(at, c)| match c {
        '"' => {
            quoted = !quoted;
            None
        }
        '>' if !quoted => Some(at),
        _ => None,
    })
}

fn attributes(text: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let name = &rest[..end];
        rest = &rest[end..];
        let mut value = "";
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').unwrap_or(quoted.len());
            value = &quoted[..close];
            rest = quoted.get(close + 1..).unwrap_or_default();
        }
        // A file read as a page has attributes like nothing of ours.
        rest = rest.strip_prefix('=').unwrap_or(rest);
        found.push((name, unescape(value)));
        rest = rest.trim_start();
    }
    found
}

/// Forms with `method="post"`.
pub(super) fn forms(html: &str) -> Vec<PostForm> {
    let mut forms = Vec::new();
    let mut open: Option<PostForm> = None;
    let mut select: Option<Choice> = None;
    for tag in tags(html) {
        match (tag.name, &mut open) {
            ("form", None) if tag.get("method") == Some("post") => {
                open = Some(PostForm {
                    action: tag.get("action").unwrap_or_default().to_owned(),
                    fields: Vec::new(),
                });
            }
            ("/form", Some(_)) => forms.extend(open.take()),
            ("input", Some(form)) => form.fields.extend(input(&tag)),
            ("textarea", Some(form)) => {
                let text = tag.after.strip_prefix('\n').unwrap_or(tag.after);
                form.fields.extend(tag.get("name").map(|name| (name.to_owned(), unescape(text))));
            }
            ("select", Some(_)) => {
                select = tag.get("name").map(|name| Choice {
                    name: name.to_owned(),
                    first: None,
                    chosen: None,
                });
            }
            ("option", Some(_)) => {
                if let Some(select) = &mut select {
                    let value = tag.get("value").map_or_else(|| unescape(tag.after), str::to_owned);
                    select.first.get_or_insert_with(|| value.clone());
                    if tag.get("selected").is_some() {
                        select.chosen = Some(value);
                    }
                }
            }
            ("/select", Some(form)) => form.fields.extend(select.take().and_then(Choice::field)),
            _ => {}
        }
    }
    forms
}

struct Choice {
    name: String,
    first: Option<String>,
    chosen: Option<String>,
}

impl Choice {
    fn field(self) -> Option<(String, String)> {
        Some((self.name, self.chosen.or(self.first)?))
    }
}

/// What a browser would send of an input nobody touched.
fn input(tag: &Tag<'_>) -> Option<(String, String)> {
    let name = tag.get("name")?.to_owned();
    let value = tag.get("value").unwrap_or_default().to_owned();
    let sent = match tag.get("type").unwrap_or("text") {
        "radio" | "checkbox" => tag.get("checked").is_some(),
        "file" | "submit" | "button" => false,
        _ => true,
    };
    (sent && tag.get("disabled").is_none()).then_some((name, value))
}

/// Addresses of links.
pub(super) fn links(html: &str) -> Vec<String> {
    tags(html)
        .filter(|tag| tag.name == "a")
        .filter_map(|tag| tag.get("href").map(str::to_owned))
        .collect()
}

/// The text between tags, blanks made single; values of fields are not part of it.
pub(super) fn words(html: &str) -> String {
    if !html.contains('<') {
        return html.to_owned();
    }
    let text: String = tags(html)
        .filter(|tag| !matches!(tag.name, "script" | "style" | "title"))
        .map(|tag| format!("{} ", unescape(tag.after)))
        .collect();
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A tag that ends before a full stop leaves a blank that nobody sees.
    joined.replace(" .", ".").replace(" ,", ",").replace(" :", ":")
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_as_a_browser_would_send_it() {
        let page = r#"<form method="get" action="/q"><input name="q"></form><form action="/a?x=1&amp;y=2" method="post">
            <input type="hidden" name="csrf" value="t&quot;k"><input type="radio" name="r" value="1"><input type="radio" name="r" value="2" checked>
            <select name="s"><option value="">Vælg</option><option value="b" selected>B</option></select>
            <textarea name="t">a &lt; b</textarea><input type="checkbox" name="c" value="on"><input name="off" value="x" disabled></form>"#;
        let forms = forms(page);
        assert_eq!(forms.len(), 1);
        assert_eq!(forms[0].action, "/a?x=1&y=2");
        let fields: Vec<(&str, &str)> = forms[0]
            .fields
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        assert_eq!(fields, [("csrf", "t\"k"), ("r", "2"), ("s", "b"), ("t", "a < b")]);
    }

    #[test]
    fn what_is_no_html_is_read_to_its_end() {
        assert_eq!(links("%PDF <</a =x==\" href='>>< =\n<p href=x>"), [""; 0]);
    }

    #[test]
    fn words_are_what_people_read() {
        assert_eq!(
            words("<p>Hej <b>Anne</b>.</p><script>x</script> <p>a &lt; b</p>"),
            "Hej Anne. a < b"
        );
    }
}
