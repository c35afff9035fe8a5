//! Starts the mail server of the tests, in Python, as a process of its own.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use serde_json::Value;

use crate::house::Folder;

pub(crate) struct MailServer {
    pub(crate) port: u16,
    child: Child,
    said: BufReader<ChildStdout>,
    _hold: ChildStdin,
    certificates: Folder,
}

/// What the server asks of those who send.
#[derive(Clone, Copy, Default)]
pub(crate) struct Asks<'a> {
    /// none, upgrade (STARTTLS) or whole (from the start).
    pub(crate) tls: &'a str,
    pub(crate) sign_in: Option<(&'a str, &'a str)>,
    /// 0: any.
    pub(crate) port: u16,
}

impl MailServer {
    /// `None`, said out loud, where there is no Python with `aiosmtpd`.
    pub(crate) fn start(asks: Asks<'_>) -> Option<Self> {
        let Ok(python) = std::env::var("INDDRAG_VALIDATORS_PYTHON") else {
            assert!(
                std::env::var("INDDRAG_REQUIRE_VALIDATORS").as_deref() != Ok("1"),
                "INDDRAG_REQUIRE_VALIDATORS=1, but INDDRAG_VALIDATORS_PYTHON is not set"
            );
            println!("skipped: no Python with a mail server; set INDDRAG_VALIDATORS_PYTHON");
            return None;
        };
        let certificates = certificates();
        let in_folder = |name: &str| certificates.path().join(name);
        let mut command = Command::new(python);
        command.arg(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mail/server.py"));
        command.args(["--tls", asks.tls, "--port", &asks.port.to_string()]);
        command
            .arg("--certificate")
            .arg(in_folder("server.pem"))
            .arg("--key")
            .arg(in_folder("server.key"));
        if let Some((user, password)) = asks.sign_in {
            command.args(["--user", user, "--password", password]);
        }
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the Python of INDDRAG_VALIDATORS_PYTHON starts");
        let hold = child.stdin.take().unwrap();
        let said = BufReader::new(child.stdout.take().unwrap());
        let mut server = Self {
            port: 0,
            child,
            said,
            _hold: hold,
            certificates,
        };
        server.port = u16::try_from(server.hear()["port"].as_u64().expect("the server says its port first")).unwrap();
        Some(server)
    }

    /// The certificate authority that vouches for it.
    pub(crate) fn ca(&self) -> String {
        self.certificates.path().join("ca.pem").display().to_string()
    }

    /// The next thing the server says; waits for it.
    pub(crate) fn hear(&mut self) -> Value {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        assert!(!line.is_empty(), "the mail server has stopped; is aiosmtpd installed?");
        serde_json::from_str(&line).unwrap()
    }

    /// Stops it and tells everything it said meanwhile.
    pub(crate) fn stop(mut self) -> Vec<Value> {
        self.child.kill().unwrap();
        let lines: Vec<_> = (&mut self.said)
            .lines()
            .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
            .collect();
        lines
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        let _ = self.child.kill(); // may have ended already
        let _ = self.child.wait();
    }
}

/// A certificate authority and a certificate for `localhost`.
fn certificates() -> Folder {
    let folder = Folder::new();
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
    let mut params = CertificateParams::new(vec![]).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let ca_key = KeyPair::generate().unwrap();
    write("ca.pem", params.self_signed(&ca_key).unwrap().pem());
    let issuer = Issuer::new(params, ca_key);
    let key = KeyPair::generate().unwrap();
    let server = CertificateParams::new(vec!["localhost".to_owned()])
        .unwrap()
        .signed_by(&key, &issuer)
        .unwrap();
    write("server.pem", server.pem());
    write("server.key", key.serialize_pem());
    folder
}
