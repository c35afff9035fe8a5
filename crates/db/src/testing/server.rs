//! A PostgreSQL server of our own, for the lifetime of the test process.
//!
//! No containers and no downloads: the binaries that are installed, a private folder, a socket in it, no network, nothing
//! synced to disk. Between us and the server stands a shell that waits for the end of its input. Our end of that pipe
//! closes whenever this process ends, also when it is killed; then the shell stops the server and removes the folder.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use super::folder::Folder;

pub(super) struct Server {
    folder: PathBuf,
    /// Holds the pipe open.
    _shell: Child,
}

impl Server {
    pub(super) fn url(&self, database: &str) -> String {
        let socket = self.folder.display().to_string().replace('/', "%2F");
        format!("postgres://test@{socket}/{database}")
    }
}

/// The server of this process, started on first use; `None` if PostgreSQL is not installed.
pub(super) fn server() -> Option<&'static Server> {
    static SERVER: OnceLock<Option<Server>> = OnceLock::new();
    SERVER.get_or_init(|| binaries().map(|folder| start(&folder))).as_ref()
}

/// The folder with `initdb` and `pg_ctl`: on the path, or where Debian keeps the newest.
fn binaries() -> Option<PathBuf> {
    let complete = |folder: &PathBuf| ["initdb", "pg_ctl", "postgres"].iter().all(|name| folder.join(name).exists());
    let on_path = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let mut installed: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .collect();
    let version = |folder: &PathBuf| -> u32 {
        let name = folder.parent().and_then(Path::file_name).and_then(|name| name.to_str());
        name.and_then(|name| name.parse().ok()).unwrap_or(0)
    };
    installed.sort_by_key(version);
    installed.reverse();
    on_path.into_iter().flatten().chain(installed).find(complete)
}

const SCRIPT: &str = r#"
folder=$1 bin=$2
trap '"$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1; cd /; rm -rf "$folder"' EXIT
"$bin/initdb" -D "$folder/data" -U test -A trust -E UTF8 --locale=C --no-sync >"$folder/log" 2>&1 &&
"$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" -o "-k '$folder' -c listen_addresses='' \
    -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off -c max_connections=300 \
    -c shared_buffers=64MB" start >/dev/null 2>&1 || { tail -n 20 "$folder/log"; exit 1; }
echo ready
read -r _
exit 0
"#;

fn start(bin: &Path) -> Server {
    let folder = Folder::fresh_path();
    std::fs::create_dir(&folder).expect("the folder for temporary files can be written to");
    let mut command = Command::new("/bin/sh");
    command
        .args(["-c", SCRIPT, "server"])
        .arg(&folder)
        .arg(bin)
        .current_dir(&folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    own(&mut command, &folder);
    let mut shell = command.spawn().expect("/bin/sh can be run");
    let mut said = String::new();
    if let Some(stdout) = shell.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if line == "ready" {
                return Server { folder, _shell: shell };
            }
            said = said + &line + "\n";
        }
    }
    let _ = shell.wait(); // it has ended, or it would have said "ready"
    panic!("PostgreSQL did not start:\n{said}");
}

/// PostgreSQL refuses to run as root, so root hands the folder and the shell to somebody with no rights. The shell gets a
/// process group of its own, so that Ctrl-C reaches us and not it.
fn own(command: &mut Command, folder: &Path) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;

    command.process_group(0);
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o700)).expect("the folder is ours");
    let root = std::fs::metadata(folder).is_ok_and(|meta| meta.uid() == 0);
    if root {
        let (uid, gid) = unprivileged().expect("running as root, and there is no account postgres or nobody");
        chown(folder, Some(uid), Some(gid)).expect("root may give a folder away");
        command.uid(uid).gid(gid);
    }
}

fn unprivileged() -> Option<(u32, u32)> {
    let accounts = std::fs::read_to_string("/etc/passwd").ok()?;
    let find = |wanted: &str| {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(wanted))?;
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    find("postgres").or_else(|| find("nobody"))
}
