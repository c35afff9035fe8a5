//! Some things are done in one place only: there they are safe, measured or turned by tests.

use super::source::{Source, words};
use super::{breaks, keeps};

/// Something that has a home.
struct Home {
    /// What is looked for in code, as whole words.
    what: &'static [&'static str],
    /// Paths that begin like this may have it.
    allowed: &'static [&'static str],
    /// Whether tests, examples and measurements may have it everywhere.
    tests_may: bool,
    /// What to do instead.
    mend: &'static str,
}

const HOMES: &[Home] = &[
    Home {
        what: &["PreEscaped"],
        allowed: &["crates/ui/src/rich"],
        tests_may: true,
        mend: "write maud; only ui::rich puts cleaned HTML in unescaped",
    },
    Home {
        what: &["sqlx::"],
        allowed: &["crates/db/"],
        tests_may: false,
        mend: "use db: sql!, Tx, row!",
    },
    Home {
        what: &["Timestamp::now", "SystemTime::now", "ZonedDateTime::now", "UtcDateTime::now"],
        allowed: &["crates/platform/src/clock.rs"],
        tests_may: true,
        mend: "take the time from platform::Clock, which tests turn",
    },
    Home {
        what: &["Instant::now"],
        allowed: &["crates/platform/", "crates/db/", "crates/inddrag/"],
        tests_may: true,
        mend: "rooms and engines do not measure time; the platform does it around them",
    },
    Home {
        what: &["rand::", "getrandom::", "OsRng", "Uuid::new_v4", "Uuid::now_v7"],
        allowed: &["crates/platform/src/random.rs", "crates/db/src/ids.rs"],
        tests_may: true,
        mend: "take randomness from platform::Random, which tests seed, and ids from db::id!",
    },
    Home {
        what: &["env::var", "env::var_os", "env::vars"],
        allowed: &["crates/platform/src/config/", "crates/inddrag/src/", "crates/texts-build/", "BUILD"],
        tests_may: true,
        mend: "add it to the configuration, which has a file, a default and a check",
    },
    Home {
        what: &["println!", "print!", "eprintln!", "eprint!"],
        allowed: &["crates/inddrag/src/", "crates/texts-build/", "BUILD"],
        tests_may: true,
        mend: "log with tracing; only the command line speaks on the terminal",
    },
    Home {
        what: &["Command::new"],
        allowed: &["crates/inddrag/", "BUILD"],
        tests_may: true,
        mend: "the server starts no other programs",
    },
    Home {
        what: &[
            "reqwest::",
            "TcpStream::connect",
            "UdpSocket",
            "UnixStream",
            "lookup_host",
            "to_socket_addrs",
            "client::conn",
        ],
        allowed: &["crates/platform/src/people/oidc/provider.rs", "load/"],
        tests_may: true,
        mend: "the server asks no address that somebody chose; it calls the identity provider of the settings, and mail and database through their libraries",
    },
    Home {
        what: &["TcpListener::bind", "UdpSocket::bind", "UnixListener"],
        allowed: &["crates/inddrag/src/serve.rs", "load/"],
        tests_may: true,
        mend: "the program listens where its settings say and nowhere else",
    },
    Home {
        what: &["process::exit"],
        allowed: &["crates/inddrag/src/"],
        tests_may: false,
        mend: "return an error",
    },
];

/// Programs that read their arguments as code.
const SHELLS: &[&str] = &["sh", "bash", "/bin/sh", "/bin/bash", "/usr/bin/env", "cmd", "powershell"];

/// The throw-away PostgreSQL server of the tests hangs on a shell that waits for the test process to end; its arguments are fixed.
const SHELL_HOME: &str = "crates/db/src/testing/";

fn rule(source: &Source) -> Vec<String> {
    let mut breaches = Vec::new();
    let build_script = source.path.ends_with("/build.rs");
    let (production, whole) = (source.production(), &source.code);
    for home in HOMES {
        let at_home = home
            .allowed
            .iter()
            .any(|path| source.path.starts_with(path) || (*path == "BUILD" && build_script));
        if at_home || (home.tests_may && source.is_test()) {
            continue;
        }
        let code = if home.tests_may { &production } else { whole };
        for what in home.what {
            for at in words(code, what) {
                breaches.push(format!(
                    "{}:{}: {what} has its home elsewhere; {}",
                    source.path,
                    source.line(at),
                    home.mend
                ));
            }
        }
    }
    breaches.extend(shells(source));
    breaches
}

/// No shell anywhere, also not in tests: whatever reaches it could be typed by somebody.
fn shells(source: &Source) -> Vec<String> {
    let starts = |at: usize| source.code[..at].trim_end().ends_with("Command::new(");
    source
        .literals
        .iter()
        .filter(|(at, program)| SHELLS.contains(&program.as_str()) && starts(*at) && !source.path.starts_with(SHELL_HOME))
        .map(|(at, program)| {
            format!(
                "{}:{}: starts the shell {program}; start the program itself, with separate arguments",
                source.path,
                source.line(*at)
            )
        })
        .collect()
}

#[test]
fn things_are_done_at_home() {
    let sources = Source::all("crates");
    assert!(sources.len() > 20, "the sources were not found");
    keeps(&sources.iter().flat_map(rule).collect::<Vec<_>>());
}

/// T30, T33, T43: nothing that somebody typed is ever fetched, so no address has to be checked, pinned or looked up twice.
#[test]
fn t30_t33_t43_the_server_calls_nobody_whose_address_somebody_chose() {
    for call in [
        "reqwest::get(url)",
        "TcpStream::connect(url)",
        "tokio::net::lookup_host(url)",
        "hyper::client::conn::http1::handshake(io)",
    ] {
        let source = Source::new("crates/courses/src/pages/preview.rs", &format!("async fn f() {{ {call} }}"));
        breaks(&rule(&source), "the server asks no address that somebody chose");
    }
    // The one client there is asks the provider of the settings and what it has published, and follows no redirect.
    let client = Source::new("provider.rs", &super::tree::read("crates/platform/src/people/oidc/provider.rs"));
    assert!(client.code.contains(".redirect(reqwest::redirect::Policy::none())") && client.code.contains(".timeout(LIMIT)"));
    keeps(&Source::all("crates").iter().flat_map(rule).collect::<Vec<_>>());
}

/// T35, T47: no shell and no other program, so nothing that somebody typed can become a command.
#[test]
fn t35_t47_the_server_starts_no_program() {
    let production = Source::all("crates")
        .into_iter()
        .filter(|source| !source.is_test() && !source.path.ends_with("/build.rs"));
    for source in production {
        let code = source.production();
        // `clap::Command` is our own command line.
        for sign in ["process::Command", "libc::system", "execv", "posix_spawn"] {
            let found: Vec<usize> = words(&code, sign).collect();
            assert!(found.is_empty(), "{}:{}: {sign}", source.path, source.line(found[0]));
        }
    }
    breaks(
        &rule(&Source::new("crates/documents/src/convert.rs", "Command::new(\"soffice\")")),
        "the server starts no other programs",
    );
}

#[test]
fn things_done_elsewhere_are_found_out() {
    let bad = |path: &str, text: &str| rule(&Source::new(path, text));
    let room = "crates/courses/src/pages/list.rs";
    breaks(
        &bad(room, "fn f() {\n    PreEscaped(x)\n}"),
        "list.rs:2: PreEscaped has its home elsewhere",
    );
    breaks(&bad("crates/courses/tests/a.rs", "use sqlx::Row;"), "use db");
    breaks(&bad(room, "let now = jiff::Timestamp::now();"), "platform::Clock");
    breaks(&bad("crates/platform/src/jobs/claim.rs", "SystemTime::now()"), "platform::Clock");
    breaks(&bad(room, "let t = Instant::now();"), "the platform does it");
    breaks(&bad(room, "rand::rng()"), "platform::Random");
    breaks(&bad("crates/platform/src/mail/send.rs", "std::env::var(\"X\")"), "configuration");
    breaks(&bad(room, "println!(\"x\")"), "tracing");
    breaks(&bad(room, "Command::new(\"pdftotext\")"), "no other programs");
    breaks(&bad("crates/courses/tests/a.rs", "Command::new(\"sh\")"), "starts the shell sh");
    breaks(&bad("crates/courses/tests/a.rs", "process::exit(1)"), "return an error");
}

#[test]
fn things_done_at_home_or_only_spoken_of_are_left_alone() {
    let good = |path: &str, text: &str| keeps(&rule(&Source::new(path, text)));
    good("crates/platform/src/clock.rs", "Timestamp::now()");
    good(
        "crates/courses/src/lib.rs",
        "// println! and sqlx:: are not for rooms\nlet x = \"env::var\";",
    );
    good(
        "crates/courses/src/lib.rs",
        "#[cfg(test)]\nmod tests { fn f() { println!(\"x\"); Instant::now(); } }",
    );
    good(
        "crates/assets/build.rs",
        "println!(\"cargo:rerun-if-changed=x\"); Command::new(\"npm\");",
    );
    good("crates/inddrag/src/main.rs", "println!(\"http://localhost\");");
}
