//! The columns of lists of participants: the same in the file we give and in the one we take, so that a list can be taken out, mended and put back.

use texts::Lang;

use documents::import::Columns;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    Name,
    Email,
    Phone,
    Title,
    Department,
    Diet,
    Access,
    CaseStage,
    Case,
    Prerequisites,
    Organisation,
    Kind,
    Ean,
    OrderReference,
    PersonReference,
    Cvr,
    InvoiceEmail,
    Street,
    Postcode,
    Town,
    ContactName,
    ContactEmail,
    ContactPhone,
    State,
}

/// Heading in Danish and in English, and what else people call it.
type Heading = (Key, &'static str, &'static str, &'static [&'static str]);

/// About the participant.
pub(super) const PERSON: [Heading; 10] = [
    (Key::Name, "Navn", "Name", &["Fulde navn", "Deltager", "Participant"]),
    (Key::Email, "Mail", "Email", &["E-mail", "Mailadresse", "E-post", "Mail address"]),
    (Key::Phone, "Telefon", "Telephone", &["Tlf", "Mobil", "Phone"]),
    (Key::Title, "Stilling", "Job title", &["Titel", "Title"]),
    (Key::Department, "Afdeling", "Department", &["Forvaltning"]),
    (Key::Diet, "Kost", "Diet", &["Allergi", "Allergies"]),
    (Key::Access, "Adgangsbehov", "Access needs", &["Særlige behov", "Special needs"]),
    (Key::CaseStage, "Sagens trin", "Stage of case", &[]),
    (Key::Case, "Egen sag", "Own case", &["Sag", "Case"]),
    (Key::Prerequisites, "Forudsætninger", "Prerequisites", &[]),
];

/// About who pays.
pub(super) const PAYER: [Heading; 13] = [
    (
        Key::Organisation,
        "Organisation",
        "Organisation",
        &["Arbejdsplads", "Myndighed", "Organization"],
    ),
    (Key::Kind, "Type", "Kind", &["Organisationstype"]),
    (Key::Ean, "EAN-nummer", "EAN number", &["EAN", "GLN"]),
    (
        Key::OrderReference,
        "Ordrenummer",
        "Order number",
        &["Rekvisitionsnummer", "Ordre- eller rekvisitionsnummer"],
    ),
    (Key::PersonReference, "Personreference", "Person reference", &["Att"]),
    (Key::Cvr, "CVR-nummer", "CVR number", &["CVR"]),
    (
        Key::InvoiceEmail,
        "Mail til faktura",
        "Mail for invoice",
        &["Fakturamail", "Invoice email"],
    ),
    (Key::Street, "Vej og nummer", "Street and number", &["Adresse", "Address"]),
    (Key::Postcode, "Postnummer", "Postcode", &["Postnr"]),
    (Key::Town, "By", "Town", &["City"]),
    (Key::ContactName, "Kontaktperson", "Contact person", &["Kontaktpersonens navn"]),
    (
        Key::ContactEmail,
        "Kontaktpersonens mail",
        "Contact’s email",
        &["Kontaktmail", "Contact email"],
    ),
    (
        Key::ContactPhone,
        "Kontaktpersonens telefon",
        "Contact’s telephone",
        &["Kontakttelefon", "Contact phone"],
    ),
];

/// What became of it.
pub(super) const STATE: [Heading; 1] = [(Key::State, "Status", "Status", &["Tilstand", "State"])];

/// The headings in a language.
pub(super) fn headings(lang: Lang, columns: &[Heading]) -> Vec<&'static str> {
    columns.iter().map(|(_, da, en, _)| lang.pick(*da, *en)).collect()
}

/// The columns a list to take in may have.
pub(super) fn to_read() -> Columns<Key> {
    PERSON
        .iter()
        .chain(&PAYER)
        .chain(&STATE)
        .fold(Columns::new(), |columns, (key, da, en, others)| match key {
            Key::Name | Key::Email => columns.required(*key, da, en, others),
            _ => columns.optional(*key, da, en, others),
        })
}
