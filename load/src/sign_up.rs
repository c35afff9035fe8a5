//! Signing a group up through the form, as people do: open it, fill it in, send it, look at the confirmation.

use std::collections::BTreeSet;

use ::http::{StatusCode, header};

use crate::Failure;
use crate::http::{Answer, Server};
use crate::visitor::{Fields, Visitor, addresses};

/// A location number from the range that GS1 keeps for examples, with its check digit.
const EXAMPLE_EAN: &str = "9520000000004";

/// Where one can sign up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edition {
    /// Its id.
    pub id: String,
    /// The address of the form.
    pub form: String,
}

/// A group that signs up.
#[derive(Debug, Clone)]
pub struct Group {
    /// Distinguishes it from every other group; stands in names and mail addresses.
    pub name: String,
    /// How many they are.
    pub size: usize,
}

/// What the program answered to the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Seats are held. Carries the address of the payer's page.
    Confirmed(String),
    /// No seat; offers the interest list.
    Full,
    /// The form comes back with mistakes, or with too few seats. Carries the first of them.
    Mistakes(String),
    /// Anything else, which in these stories is wrong.
    Other(StatusCode),
}

impl Group {
    /// A group.
    #[must_use]
    pub fn new(name: impl Into<String>, size: usize) -> Self {
        Self { name: name.into(), size }
    }

    /// The mail address of one of them, counted from zero.
    #[must_use]
    pub fn email(&self, index: usize) -> String {
        format!("{}-{index}@gruppe.example", self.name)
    }

    /// The form as they fill it in, beside its hidden fields.
    #[must_use]
    pub fn fields(&self, hidden: Fields) -> Fields {
        let mut fields = hidden;
        let mut field = |name: String, value: &str| fields.push((name, value.to_owned()));
        for index in 0..self.size {
            field(format!("participants-{index}-name"), &format!("Deltager {index} af {}", self.name));
            field(format!("participants-{index}-email"), &self.email(index));
            field(format!("participants-{index}-title"), "Konsulent");
        }
        for (name, value) in [
            ("payment", "ean"),
            ("organisation", "Prøveby Kommune"),
            ("organisation-kind", "kommune"),
            ("ean", EXAMPLE_EAN),
            ("order-reference", &self.name),
            ("same-contact", "1"),
            ("terms", "1"),
            ("notice", "1"),
        ] {
            field(name.to_owned(), value);
        }
        fields
    }
}

impl Told {
    /// Reads an answer to the form.
    #[must_use]
    pub fn by(answer: &Answer) -> Self {
        let leads = |page: &str, attribute| addresses(page, attribute).iter().any(|to| to.ends_with("/interesse"));
        let offers_interest = || ["href", "action"].iter().any(|attribute| leads(&answer.text(), attribute));
        match answer.status {
            StatusCode::SEE_OTHER if answer.header(header::LOCATION).starts_with("/tilmelding/") => {
                Self::Confirmed(answer.header(header::LOCATION).to_owned())
            }
            StatusCode::OK if offers_interest() => Self::Full,
            StatusCode::UNPROCESSABLE_ENTITY => Self::Mistakes(first_mistake(&answer.text())),
            status => Self::Other(status),
        }
    }
}

/// The first line of the summary of mistakes, without its markup; empty if there is no summary.
fn first_mistake(page: &str) -> String {
    let summary = page.split_once("data-error-summary").map_or("", |(_, rest)| rest);
    let item = summary.split_once("<li>").map_or("", |(_, rest)| rest);
    let item = item.split("</li>").next().unwrap_or_default();
    // Between a tag's end and the next one's beginning stands text.
    item.split('<')
        .map(|part| part.rsplit('>').next().unwrap_or_default())
        .collect::<String>()
        .trim()
        .to_owned()
}

/// Opens the form, fills it in and sends it.
///
/// # Errors
/// If there is no form, or no answer.
pub async fn sign_up(server: &Server, edition: &Edition, group: &Group) -> Result<Told, Failure> {
    let mut visitor = Visitor::new(server);
    let hidden = visitor.form(&edition.form).await?;
    let answer = visitor.send(&edition.form, &group.fields(hidden)).await?;
    Ok(Told::by(&answer))
}

/// Every public page, from the list that is there for search engines.
///
/// # Errors
/// If the list cannot be read.
pub async fn pages(server: &Server) -> Result<Vec<String>, Failure> {
    let answer = Visitor::new(server).open("/sitemap.xml").await?;
    let text = answer.text();
    let places = text.split("<loc>").skip(1).filter_map(|place| place.split("</loc>").next());
    let paths: Vec<String> = places
        .filter_map(|place| place.split_once("://")?.1.split_once('/').map(|(_, path)| format!("/{path}")))
        .collect();
    if paths.is_empty() {
        return Err(Failure::new("/sitemap.xml", "lists no pages"));
    }
    Ok(paths)
}

/// Every edition that the public pages offer for sign-up.
///
/// # Errors
/// If pages cannot be read.
pub async fn open_editions(server: &Server) -> Result<Vec<Edition>, Failure> {
    let mut found = BTreeSet::new();
    for page in pages(server).await?.iter().filter(|page| page.starts_with("/kurser")) {
        let answer = Visitor::new(server).open(page).await?;
        found.extend(addresses(&answer.text(), "href").into_iter().filter_map(|form| {
            let (_, id) = form.split_once("/tilmelding/")?;
            Some(Edition {
                id: id.to_owned(),
                form: form.clone(),
            })
        }));
    }
    Ok(found.into_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_mistake_is_read_from_the_summary_with_or_without_a_link() {
        let page = |item: &str| {
            format!("<p class=\"error-summary\"></p><div data-error-summary><h2 id=\"x\">1 fejl</h2><ul>{item}<li>b</li></ul></div>")
        };
        assert_eq!(first_mistake(&page("<li>Der er kun 2 pladser.</li>")), "Der er kun 2 pladser.");
        assert_eq!(first_mistake(&page("<li><a href=\"#a\">Skriv navnet.</a></li>")), "Skriv navnet.");
        assert_eq!(first_mistake("<p>ingen</p>"), "");
    }

    #[test]
    fn a_group_fills_in_one_row_for_each_of_them() {
        let fields = Group::new("ti-2", 2).fields(vec![("csrf".into(), "x".into())]);
        let of = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
        assert_eq!(
            (of("csrf"), of("participants-1-email"), of("participants-2-email")),
            (Some("x"), Some("ti-2-1@gruppe.example"), None)
        );
    }
}
