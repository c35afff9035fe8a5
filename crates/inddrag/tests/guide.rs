//! T57: what the operator's guides tell people to type is typed, and the program then listens where it was told and nowhere else, calls nobody, and shows no secret.
#![allow(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use load::http::Server;
use load::visitor::Visitor;
use support::{Place, on_both};
use tokio::process::{Child, Command};

/// The guides, and what their first day is called.
const GUIDES: [(&str, &str); 2] = [("operate.md", "## First day"), ("drift.md", "## Første dag")];

/// Where the guides put the settings.
const SETTINGS: &str = "/etc/inddrag.toml";

/// The first block of this language under a heading.
fn block(guide: &str, heading: &str, language: &str) -> String {
    let section = guide.split_once(heading).unwrap().1.split("\n## ").next().unwrap();
    let (_, rest) = section.split_once(&format!("```{language}\n")).unwrap();
    rest.split("```").next().unwrap().to_owned()
}

/// The words of a line as a shell would cut them; the guides use no more of it than quotes.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            c => word.push(c),
        }
    }
    words.push(word);
    assert!(
        words.iter().all(|word| !word.contains(['$', '`', '|', ';', '&', '>'])),
        "the test cannot type this: {line}"
    );
    words
}

fn free() -> SocketAddr {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|socket| socket.local_addr())
        .unwrap()
}

/// A machine on which somebody follows a guide.
struct Machine {
    settings: PathBuf,
    environment: Vec<(String, String)>,
}

impl Machine {
    /// With the guide's settings file: its folder and the address of the metrics are this test's own, everything else stands as printed.
    fn new(place: &Place, toml: &str, metrics: Option<SocketAddr>) -> Self {
        let mut written = String::new();
        for line in toml.lines() {
            match line.split(" = ").next().unwrap() {
                "data" => written += &format!("data = \"{}\"\n", place.data().display()),
                "metrics-listen" => {
                    if let Some(address) = metrics {
                        written += &format!("metrics-listen = \"{address}\"\n");
                    }
                }
                _ => written += &format!("{line}\n"),
            }
        }
        let settings = place.folder().join("inddrag.toml");
        fs::write(&settings, written).unwrap();
        let environment = place
            .database()
            .map(|url| ("INDDRAG_DATABASE".to_owned(), url))
            .into_iter()
            .collect();
        Self { settings, environment }
    }

    /// What a word of the guide is here.
    fn here(&self, word: &str) -> String {
        word.replace(SETTINGS, &self.settings.display().to_string())
    }

    /// A command line of the guide. What is exported stays; `None` for such a line.
    fn typed(&mut self, line: &str) -> Option<Command> {
        let words = words(line);
        if words[0] == "export" {
            let (name, value) = words[1].split_once('=').unwrap();
            self.environment.push((name.to_owned(), self.here(value)));
            return None;
        }
        assert_eq!(words[0], "inddrag", "the guide starts another program: {line}");
        let mut command = Command::new(env!("CARGO_BIN_EXE_inddrag"));
        let inherited = std::env::vars_os().map(|(name, _)| name);
        for name in inherited.filter(|name| name.to_string_lossy().starts_with("INDDRAG_")) {
            command.env_remove(name);
        }
        command.args(words[1..].iter().map(|word| self.here(word)));
        command
            .envs(self.environment.iter().cloned())
            .current_dir(self.settings.parent().unwrap());
        command.stdin(Stdio::null()).kill_on_drop(true);
        Some(command)
    }

    async fn output(&mut self, line: &str) -> String {
        let output = self.typed(line).unwrap().output().await.unwrap();
        let (out, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "{line}: {out}{errors}");
        out.into_owned()
    }
}

/// An address as the tables of the kernel write it: `0100007F:1F90`, in the byte order of the machine.
fn address(text: &str) -> String {
    let (host, port) = text.split_once(':').unwrap();
    let port = u16::from_str_radix(port, 16).unwrap();
    match u32::from_str_radix(host, 16) {
        Ok(v4) if host.len() == 8 => format!("{}:{port}", Ipv4Addr::from(v4.to_ne_bytes())),
        _ => format!("[{host}]:{port}"),
    }
}

/// What a process has open on the network.
#[derive(Debug, Default, PartialEq, Eq)]
struct Open {
    listens: BTreeSet<String>,
    /// Where it has called.
    calls: BTreeSet<String>,
    /// Sockets without connections.
    datagrams: usize,
}

impl Open {
    fn of(process: u32) -> Self {
        let sockets: BTreeSet<String> = fs::read_dir(format!("/proc/{process}/fd"))
            .unwrap()
            .flatten()
            .filter_map(|entry| fs::read_link(entry.path()).ok())
            .filter_map(|link| Some(link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned()))
            .collect();
        let (mut open, mut connections) = (Self::default(), Vec::new());
        for table in ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"] {
            let text = fs::read_to_string(format!("/proc/{process}/net/{table}")).unwrap_or_default();
            for line in text.lines().skip(1) {
                let fields: Vec<&str> = line.split_whitespace().collect();
                if !sockets.contains(fields[9]) {
                    continue;
                }
                match (table.starts_with("tcp"), fields[3]) {
                    (true, "0A") => drop(open.listens.insert(address(fields[1]))),
                    (true, _) => connections.push((address(fields[1]), address(fields[2]))),
                    (false, _) => open.datagrams += 1,
                }
            }
        }
        // A connection to where it listens is one that came in.
        open.calls = connections
            .into_iter()
            .filter(|(own, _)| !open.listens.contains(own))
            .map(|(_, other)| other)
            .collect();
        open
    }
}

async fn wait_until_ready(program: &mut Child, listen: SocketAddr) {
    for _ in 0..3000 {
        if let Some(status) = program.try_wait().unwrap() {
            panic!("the program ended: {status}");
        }
        if Visitor::new(&Server::at(listen))
            .open("/readyz")
            .await
            .is_ok_and(|answer| answer.status.is_success())
        {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the program does not get ready");
}

async fn status(at: SocketAddr, path: &str) -> u16 {
    Visitor::new(&Server::at(at)).open(path).await.unwrap().status.as_u16()
}

/// Follows a guide to its last line and looks at what is open then.
async fn follow(place: &Place, (name, heading): (&str, &str), with_metrics: bool) {
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name)).unwrap();
    let _ = fs::remove_dir_all(place.data());
    let (listen, metrics) = (free(), with_metrics.then(free));
    let mut machine = Machine::new(place, &block(&guide, heading, "toml"), metrics);
    let commands = block(&guide, heading, "sh");
    let mut program = None;
    for line in commands.lines() {
        assert!(program.is_none(), "{name}: the program is to be started last");
        if line.starts_with("inddrag serve") {
            // As the guide has it, the site is reached from this machine only; the port alone is ours.
            let settings = machine.output("inddrag config").await;
            assert!(settings.contains("127.0.0.1:8080"), "{settings}");
            assert!(
                !settings.contains(":password@") && !settings.contains(":kode@"),
                "a secret is shown: {settings}"
            );
            machine.environment.push(("INDDRAG_LISTEN".to_owned(), listen.to_string()));
            let mut command = machine.typed(line).unwrap();
            program = Some(command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap());
        } else if line.starts_with("export") {
            assert!(machine.typed(line).is_none());
        } else {
            machine.output(line).await;
        }
    }
    let mut program = program.expect("the guide starts the program");
    wait_until_ready(&mut program, listen).await;
    // Somebody comes by, so that everything lazy has been set up.
    assert_eq!(status(listen, "/log-ind").await, 200, "{name}");
    assert_eq!(status(listen, "/metrics").await, 404, "figures are not for the public");
    if let Some(metrics) = metrics {
        assert_eq!((status(metrics, "/metrics").await, status(metrics, "/log-ind").await), (200, 404));
    }
    let open = Open::of(program.id().unwrap());
    let expected: BTreeSet<String> = [Some(listen), metrics]
        .into_iter()
        .flatten()
        .map(|address| address.to_string())
        .collect();
    assert_eq!(open.listens, expected, "{name}: the program listens elsewhere");
    // With a database of its own it calls nobody; otherwise that one address, which here is on this machine.
    let most = usize::from(place.database().is_some());
    assert!(
        open.calls.len() <= most && open.calls.iter().all(|to| to.starts_with("127.0.0.1:")),
        "{name}: the program calls {:?}",
        open.calls
    );
    assert_eq!(open.datagrams, 0, "{name}");
    // Nothing of the installation is readable for other accounts.
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(place.data().join("secret.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "{mode:o}");
    program.kill().await.unwrap();
}

on_both! {
    async fn t57_who_follows_the_guide_opens_the_addresses_it_names_and_no_other(place: Place) {
        follow(&place, GUIDES[0], true).await;
    }

    async fn t57_without_figures_there_is_one_address(place: Place) {
        follow(&place, GUIDES[1], false).await;
    }
}

#[test]
fn both_guides_say_the_same() {
    let [english, danish] = GUIDES.map(|(name, heading)| {
        let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name)).unwrap();
        let keys: Vec<String> = block(&guide, heading, "toml")
            .lines()
            .map(|line| line.split(" = ").next().unwrap().to_owned())
            .collect();
        (block(&guide, heading, "sh"), keys)
    });
    assert_eq!(english, danish);
}

#[test]
fn the_kernel_is_read_as_it_writes() {
    assert_eq!(
        address(&format!("{:08X}:1F90", u32::from_ne_bytes([127, 0, 0, 1]))),
        "127.0.0.1:8080"
    );
    let socket = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    assert!(
        Open::of(std::process::id())
            .listens
            .contains(&socket.local_addr().unwrap().to_string()),
        "a control: what listens is seen"
    );
    assert_eq!(
        words("inddrag user add a@b \"Navn Navnesen\" x"),
        ["inddrag", "user", "add", "a@b", "Navn Navnesen", "x"]
    );
}
