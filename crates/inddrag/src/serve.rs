//! `inddrag serve`: everything in one process until told to stop.

use std::sync::OnceLock;
use std::time::Instant;

use platform::config::Config;
use platform::jobs::Worker;
use platform::web::server;
use platform::{App, Clock, Random};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::{Failure, demo, logging, rooms, start};

pub(crate) async fn serve(config: Config) -> Result<(), Failure> {
    let started = Instant::now();
    logging::start(&config);
    // One TLS provider for mail, sign-in and the database; a second call would find it installed.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let db = start::open(&config).await?;
    let _in_use = start::hold(&config.data)?;
    db.migrate(&rooms::migrations(), Clock::system().now()).await?;
    let (app, registry) = start::app(config, db, Clock::system(), Random::system())?;
    if app.config.demo {
        demo::fill(&app).await?;
    }
    let listener = listen(&app.config.listen.to_string()).await?;
    let metrics = match app.config.metrics_listen {
        Some(address) => Some(listen(&address.to_string()).await?),
        None => None,
    };
    let router = server::router(&app, &rooms::routes(&rooms::all()));
    let (stop, stopped) = watch::channel(false);
    observe_statements(&app);
    let worker = tokio::spawn(Worker::new(app.clone(), registry).run(until(stopped.clone())));
    let live = tokio::spawn(app.live.clone().run(until(stopped.clone())));
    let metrics = metrics.map(|listener| tokio::spawn(server::serve(listener, platform::observe::router(&app), until(stopped.clone()))));
    tracing::info!(address = %app.config.listen, startup_millis = started.elapsed().as_millis() as u64, "ready");
    if app.config.demo {
        demo::greet(&app);
    } else {
        println!("Inddrag: {}", app.config.public_url);
    }
    let mut ends = signals()?;
    tokio::spawn(async move {
        ends.recv().await;
        let _ = stop.send(true);
    });
    server::serve(listener, router, until(stopped))
        .await
        .map_err(|error| Failure::new(format!("the server stopped: {error}")))?;
    let _ = worker.await;
    let _ = live.await;
    if let Some(metrics) = metrics {
        let _ = metrics.await;
    }
    app.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn listen(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        Failure::new(format!(
            "cannot listen on {address}: {error}. Is another program there? Choose another address with --listen."
        ))
    })
}

/// The program whose metrics count statements. A static, because the database layer's observer is a plain function.
static COUNTED: OnceLock<App> = OnceLock::new();

/// Feeds the statement counters of the metrics.
fn observe_statements(app: &App) {
    if COUNTED.set(app.clone()).is_ok() {
        db::set_observer(|_, elapsed| {
            if let Some(app) = COUNTED.get() {
                app.metrics.statement(elapsed.as_secs_f64());
            }
        });
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// The polite signals to stop: from a terminal and from a service manager.
fn signals() -> Result<tokio::sync::mpsc::Receiver<()>, Failure> {
    let (send, receive) = tokio::sync::mpsc::channel(1);
    for kind in [SignalKind::interrupt(), SignalKind::terminate()] {
        let mut signal = signal(kind).map_err(|error| Failure::new(format!("signals cannot be received: {error}")))?;
        let send = send.clone();
        tokio::spawn(async move {
            signal.recv().await;
            let _ = send.send(()).await;
        });
    }
    Ok(receive)
}
