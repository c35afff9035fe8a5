//! Starting, stopping and killing the real program, on a data folder of its own.

use std::fs::{self, File, OpenOptions};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Output, Stdio};
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

use crate::Failure;
use crate::http::Server;
use crate::visitor::Visitor;

/// How long it may take until the program serves.
const STARTING: Duration = Duration::from_secs(90);
/// How long it may take until it has stopped after being asked to.
const STOPPING: Duration = Duration::from_secs(60);

/// An installation: where the program lies, its data folder, its database and its address.
#[derive(Debug, Clone)]
pub struct Installation {
    binary: PathBuf,
    data: PathBuf,
    database: Option<String>,
    address: SocketAddr,
    settings: Vec<(String, String)>,
}

/// The program, running.
#[derive(Debug)]
pub struct Program {
    child: Child,
    server: Server,
    log: PathBuf,
}

impl Installation {
    /// An installation with the embedded database, on a free port of this machine, with limits that a crowd from one address does not meet.
    ///
    /// # Errors
    /// If the folder cannot be made or there is no free port.
    pub fn new(binary: impl Into<PathBuf>, data: impl Into<PathBuf>) -> Result<Self, Failure> {
        let data = data.into();
        fs::create_dir_all(&data).map_err(|error| Failure::new(data.display(), error))?;
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|socket| socket.local_addr());
        let address = free.map_err(|error| Failure::new("looking for a free port", error))?;
        let generous = |key: &str| (key.to_owned(), "1000000000".to_owned());
        Ok(Self {
            binary: binary.into(),
            data,
            database: None,
            address,
            settings: vec![generous("requests-per-minute"), generous("forms-per-hour")],
        })
    }

    /// On another database than the embedded one.
    #[must_use]
    pub fn on(mut self, database: Option<String>) -> Self {
        self.database = database;
        self
    }

    /// With one more setting.
    #[must_use]
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.settings.push((key.to_owned(), value.to_owned()));
        self
    }

    /// The data folder.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Where mail goes.
    #[must_use]
    pub fn mail(&self) -> PathBuf {
        self.data.join("mail")
    }

    /// The address of the database.
    #[must_use]
    pub fn database(&self) -> String {
        self.database
            .clone()
            .unwrap_or_else(|| self.data.join("inddrag.sqlite3").display().to_string())
    }

    /// One of the program's commands on this installation. Settings of whoever calls are left out.
    #[must_use]
    pub fn command(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        for (variable, _) in std::env::vars_os().filter(|(variable, _)| variable.to_string_lossy().starts_with("INDDRAG_")) {
            command.env_remove(variable);
        }
        command.arg(name).args(arguments).arg("--data").arg(&self.data);
        if let Some(database) = &self.database {
            // Not among the arguments, which everybody on the machine can read.
            command.env("INDDRAG_DATABASE", database);
        }
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Runs a command to its end.
    ///
    /// # Errors
    /// If it cannot be started.
    pub async fn run(&self, name: &str, arguments: &[&str]) -> Result<Output, Failure> {
        let output = self.command(name, arguments).output().await;
        output.map_err(|error| Failure::new(format!("{} {name}", self.binary.display()), error))
    }

    /// Serves the demo, and waits until it answers.
    ///
    /// # Errors
    /// If the program ends or does not answer in time; with the end of its log.
    pub async fn start(&self) -> Result<Program, Failure> {
        let log = self.data.join("program.log");
        let file = || -> std::io::Result<File> { OpenOptions::new().create(true).append(true).open(&log) };
        let files = file().and_then(|out| Ok((out, file()?)));
        let (out, errors) = files.map_err(|error| Failure::new(log.display(), error))?;
        let mut command = self.command("serve", &["--demo", "--listen", &self.address.to_string()]);
        for (key, value) in &self.settings {
            command.arg(format!("--{key}")).arg(value);
        }
        let child = command.stdout(out).stderr(errors).spawn();
        let child = child.map_err(|error| Failure::new(self.binary.display(), error))?;
        let mut program = Program {
            child,
            server: Server::at(self.address),
            log,
        };
        program.wait_until_ready().await?;
        Ok(program)
    }
}

impl Program {
    /// How to reach it.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Its process number, while it runs.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.child.id().unwrap_or(0)
    }

    async fn wait_until_ready(&mut self) -> Result<(), Failure> {
        let started = Instant::now();
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(Failure::new(format!("the program ended at start ({status})"), self.end_of_log()));
            }
            if Visitor::new(&self.server)
                .open("/readyz")
                .await
                .is_ok_and(|answer| answer.status.is_success())
            {
                return Ok(());
            }
            if started.elapsed() > STARTING {
                return Err(Failure::new("the program does not get ready", self.end_of_log()));
            }
            sleep(Duration::from_millis(10)).await;
        }
    }

    /// The last lines of its log.
    #[must_use]
    pub fn end_of_log(&self) -> String {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(15)..].join("\n")
    }

    /// Asks it to stop, as a service manager does, and waits until it has.
    ///
    /// # Errors
    /// If it does not stop in time or ends with a failure.
    pub async fn stop(mut self) -> Result<(), Failure> {
        self.signal(Signal::TERM);
        match tokio::time::timeout(STOPPING, self.child.wait()).await {
            Ok(Ok(status)) if status.success() => Ok(()),
            Ok(Ok(status)) => Err(Failure::new(format!("the program ended with {status}"), self.end_of_log())),
            Ok(Err(error)) => Err(Failure::new("waiting for the program", error)),
            Err(_) => Err(Failure::new("the program does not stop", self.end_of_log())),
        }
    }

    /// Ends it at once, whatever it is doing (`kill -9`). What it has handed to the system is kept, unlike in a power cut.
    ///
    /// # Errors
    /// If it had already ended by itself.
    pub async fn kill(mut self) -> Result<ExitStatus, Failure> {
        if let Ok(Some(status)) = self.child.try_wait() {
            return Err(Failure::new(
                format!("the program had ended by itself ({status})"),
                self.end_of_log(),
            ));
        }
        self.signal(Signal::KILL);
        self.child
            .wait()
            .await
            .map_err(|error| Failure::new("waiting for the killed program", error))
    }

    fn signal(&self, signal: Signal) {
        let process = self.child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        if let Some(process) = process {
            let _ = kill_process(process, signal); // one that has just ended needs no signal; `wait` tells how it ended
        }
    }
}
