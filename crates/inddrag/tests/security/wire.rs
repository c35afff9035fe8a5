//! Bytes on a real socket, for what no browser would send.

use std::time::{Duration, Instant};

use platform::testing::TestApp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Longer than any limit of the server: who is still connected then is not being cut off at all.
pub(crate) const PATIENCE: Duration = Duration::from_secs(32);

/// A connection to the program.
pub(crate) async fn connect(house: &TestApp) -> TcpStream {
    let port = house.base_url.rsplit(':').next().unwrap();
    TcpStream::connect(format!("127.0.0.1:{port}")).await.unwrap()
}

/// Everything that comes back until the server ends the connection, and after how long it did; `None`: it never does.
pub(crate) async fn until_cut_off(stream: &mut TcpStream) -> (String, Option<Duration>) {
    let (started, mut bytes) = (Instant::now(), Vec::new());
    // A connection may be ended politely or not; either way it is ended.
    let ended = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes)).await;
    (String::from_utf8_lossy(&bytes).into_owned(), ended.ok().map(|_| started.elapsed()))
}

/// Sends bytes as they are and reads the answer to its end.
pub(crate) async fn say(house: &TestApp, bytes: &[u8]) -> String {
    let mut stream = connect(house).await;
    // The server may hang up before it has heard everything.
    let _ = stream.write_all(bytes).await;
    until_cut_off(&mut stream).await.0
}

/// Asks for a target exactly as written, where a client would tidy it up first.
pub(crate) async fn ask(house: &TestApp, target: &str) -> String {
    say(
        house,
        format!("GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").as_bytes(),
    )
    .await
}

/// The status of an answer; 0: there was none.
pub(crate) fn status(answer: &str) -> u16 {
    let line = answer.strip_prefix("HTTP/1.1 ").or_else(|| answer.strip_prefix("HTTP/1.0 "));
    line.and_then(|rest| rest.get(..3)?.parse().ok()).unwrap_or(0)
}
