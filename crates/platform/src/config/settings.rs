//! The one table of settings.

use std::fmt::Write as _;

/// One setting. The environment variable and the flag follow from the key: `mail-from` is `INDDRAG_MAIL_FROM` and `--mail-from`.
#[derive(Debug)]
pub struct Setting {
    /// Its name in the configuration file.
    pub key: &'static str,
    /// What holds when nobody sets it; an empty text means what `help` says.
    pub default: &'static str,
    /// Whether its value must never be shown.
    pub secret: bool,
    /// What it does, in English and Danish.
    pub help: [&'static str; 2],
}

const fn setting(key: &'static str, default: &'static str, en: &'static str, da: &'static str) -> Setting {
    Setting {
        key,
        default,
        secret: false,
        help: [en, da],
    }
}

const fn secret(key: &'static str, en: &'static str, da: &'static str) -> Setting {
    Setting {
        key,
        default: "",
        secret: true,
        help: [en, da],
    }
}

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    setting(
        "listen",
        "127.0.0.1:8080",
        "Address and port to listen on",
        "Adresse og port, serveren lytter på",
    ),
    setting(
        "public-url",
        "",
        "Address people use; default http:// and the listen address",
        "Adressen, folk bruger; ellers http:// og lytteadressen",
    ),
    setting(
        "data",
        "inddrag-data",
        "Folder for database, secret key and mail",
        "Mappe til database, hemmelig nøgle og mails",
    ),
    secret(
        "database",
        "postgres://… or a file; default inddrag.sqlite3 in the data folder",
        "postgres://… eller en fil; ellers inddrag.sqlite3 i datamappen",
    ),
    setting(
        "demo",
        "false",
        "Demo content, demo logins, /_ui and /_mail; never in public",
        "Demoindhold, demologin, /_ui og /_mail; aldrig offentligt",
    ),
    secret(
        "mail",
        "smtp://user:password@host:587 (STARTTLS), smtps://… or folder:PATH; default the folder mail in the data folder",
        "smtp://bruger:kode@vært:587 (STARTTLS), smtps://… eller folder:STI; ellers mappen mail i datamappen",
    ),
    setting(
        "mail-from",
        "Inddrag <noreply@inddrag.example>",
        "Sender of all mail",
        "Afsender af alle mails",
    ),
    setting(
        "oidc-issuer",
        "",
        "Address of an OpenID Connect provider; empty: none",
        "Adresse på en OpenID Connect-udbyder; tom: ingen",
    ),
    setting("oidc-client-id", "", "Our name at the provider", "Vores navn hos udbyderen"),
    secret("oidc-client-secret", "Our password at the provider", "Vores kode hos udbyderen"),
    setting(
        "oidc-name",
        "OpenID Connect",
        "What the sign-in button calls the provider",
        "Hvad login-knappen kalder udbyderen",
    ),
    setting(
        "oidc-domains",
        "",
        "Mail domains the provider vouches for, separated by commas",
        "Maildomæner, udbyderen står inde for, adskilt af komma",
    ),
    setting(
        "metrics-listen",
        "",
        "Address and port for /metrics; empty: off",
        "Adresse og port til /metrics; tom: slået fra",
    ),
    setting(
        "trusted-proxies",
        "",
        "Addresses whose X-Forwarded-For is believed, separated by commas",
        "Adresser, hvis X-Forwarded-For vi tror på, adskilt af komma",
    ),
    setting(
        "log",
        "info",
        "Which log lines: error, warn, info, debug, or a tracing filter",
        "Hvilke loglinjer: error, warn, info, debug eller et tracing-filter",
    ),
    setting("log-format", "text", "text or json", "text eller json"),
    setting(
        "slow-query-ms",
        "100",
        "Log statements slower than this many milliseconds",
        "Log forespørgsler, der er langsommere end så mange millisekunder",
    ),
    setting(
        "requests-per-minute",
        "1200",
        "Requests a minute from one address",
        "Forespørgsler i minuttet fra én adresse",
    ),
    setting(
        "forms-per-hour",
        "120",
        "Public forms sent an hour from one address",
        "Offentlige formularer i timen fra én adresse",
    ),
    setting(
        "mail-links-per-hour",
        "5",
        "Sign-in links an hour to one mailbox",
        "Login-links i timen til én postkasse",
    ),
    setting(
        "live-connections",
        "2000",
        "Open live connections this process holds",
        "Åbne direkte forbindelser, denne proces holder",
    ),
];

impl Setting {
    /// The environment variable.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("INDDRAG_{}", self.key.to_uppercase().replace('-', "_"))
    }
}

/// The table as Markdown, as it stands in the operator's guide. `column` is 0 for English and 1 for Danish.
#[must_use]
pub fn table(column: usize) -> String {
    let head = [
        ["Setting", "Variable", "Flag", "Default", "What it does"],
        ["Indstilling", "Variabel", "Flag", "Standard", "Hvad den gør"],
    ];
    let mut text = format!("| {} |\n|---|---|---|---|---|\n", head[column].join(" | "));
    for setting in SETTINGS {
        let default = if setting.default.is_empty() {
            String::new()
        } else {
            format!("`{}`", setting.default)
        };
        writeln!(
            text,
            "| `{0}` | `{1}` | `--{0}` | {2} | {3} |",
            setting.key,
            setting.variable(),
            default,
            setting.help[column]
        )
        .expect("writing to a String cannot fail");
    }
    text
}
