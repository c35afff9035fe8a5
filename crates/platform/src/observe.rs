//! What operators see: one log line and one measurement per request, counters, and health. None of it holds personal data: routes are named by their pattern.

use std::sync::atomic::AtomicU64;
use std::time::Instant;

use http::{Method, StatusCode};
use jiff::SignedDuration;
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram};
use prometheus_client::registry::Registry;

use crate::App;

/// Bounds of the request histogram, in seconds.
const BOUNDS: [f64; 10] = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct RouteLabel {
    route: &'static str,
    method: String,
    status: u16,
}

/// The program's counters.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<RouteLabel, Counter>,
    seconds: Histogram,
    statements: Counter,
    statement_seconds: Counter<f64, AtomicU64>,
    jobs_waiting: Gauge,
    jobs_dead: Gauge,
    live: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("inddrag");
        let metrics = Self {
            requests: Family::default(),
            seconds: Histogram::new(BOUNDS),
            statements: Counter::default(),
            statement_seconds: Counter::default(),
            jobs_waiting: Gauge::default(),
            jobs_dead: Gauge::default(),
            live: Gauge::default(),
            registry: Registry::default(),
        };
        registry.register("requests", "Requests by route pattern, method and status", metrics.requests.clone());
        registry.register("request_seconds", "Time to answer", metrics.seconds.clone());
        registry.register("statements", "Database statements", metrics.statements.clone());
        registry.register(
            "statement_seconds",
            "Time spent in database statements",
            metrics.statement_seconds.clone(),
        );
        registry.register("jobs_waiting", "Jobs that are due or will be", metrics.jobs_waiting.clone());
        registry.register("jobs_dead", "Jobs given up, for a person to look at", metrics.jobs_dead.clone());
        registry.register("live_connections", "Open live connections", metrics.live.clone());
        Self { registry, ..metrics }
    }
}

impl Metrics {
    /// Counts a database statement.
    pub fn statement(&self, seconds: f64) {
        self.statements.inc();
        self.statement_seconds.inc_by(seconds);
    }

    /// Sets what is measured on demand.
    pub fn set_gauges(&self, jobs_waiting: i64, jobs_dead: i64, live: i64) {
        self.jobs_waiting.set(jobs_waiting);
        self.jobs_dead.set(jobs_dead);
        self.live.set(live);
    }

    /// Everything in Prometheus' text format.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("writing to a String cannot fail");
        text
    }
}

/// One request under way.
pub(crate) struct RequestSpan {
    app: App,
    id: String,
    route: &'static str,
    method: Method,
    started: Instant,
}

impl RequestSpan {
    pub(crate) fn start(app: &App, route: &'static str, method: &Method) -> Self {
        let bytes = app.random.bytes::<8>();
        let id = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        Self {
            app: app.clone(),
            id,
            route,
            method: method.clone(),
            started: Instant::now(),
        }
    }

    pub(crate) fn id(&self) -> String {
        self.id.clone()
    }

    /// Writes the log line. `cause` is what an operator must know of an error.
    pub(crate) fn end(&self, status: StatusCode, cause: Option<&str>) {
        let elapsed = self.started.elapsed();
        let label = RouteLabel {
            route: self.route,
            method: self.method.to_string(),
            status: status.as_u16(),
        };
        self.app.metrics.requests.get_or_create(&label).inc();
        self.app.metrics.seconds.observe(elapsed.as_secs_f64());
        let millis = u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX);
        match cause {
            Some(cause) => {
                tracing::error!(request = self.id, route = self.route, method = %self.method, status = status.as_u16(), millis, cause, "request failed");
            }
            None => {
                tracing::info!(request = self.id, route = self.route, method = %self.method, status = status.as_u16(), millis, "request");
            }
        }
    }
}

/// Jobs that wait longer than this mean that nobody does them.
const STALLED: SignedDuration = SignedDuration::from_mins(10);

/// What keeps this process from doing its work, in words for the operator; empty when all is well.
pub(crate) async fn readiness(app: &App) -> Vec<String> {
    let mut problems = Vec::new();
    match db::sql!("SELECT COUNT(*) AS n FROM organisation").one::<(i64,)>(&app.db).await {
        Ok((0,)) => problems.push("no organisation has been created yet: run `inddrag user add-organisation`".to_owned()),
        Ok(_) => {}
        // Everybody may ask whether we are ready; why not is for the log.
        Err(error) => {
            tracing::error!(%error, "not ready");
            problems.push("the database does not answer as it should; the log says why".to_owned());
        }
    }
    match crate::jobs::depths_across_organisations(&app.db, &app.clock).await {
        Ok(depths) => {
            let stalled = depths.iter().filter(|depth| depth.oldest_age > STALLED);
            problems.extend(stalled.map(|depth| format!("jobs: the queue {} stands still", depth.queue)));
        }
        Err(error) => problems.push(format!("jobs: {error}")),
    }
    problems
}

/// `/metrics` and the health pages, for an address that the public does not reach.
pub fn router(app: &App) -> axum::Router {
    let app = app.clone();
    axum::Router::new().route("/metrics", axum::routing::get(move || metrics(app.clone())))
}

async fn metrics(app: App) -> String {
    if let Ok(depths) = crate::jobs::depths_across_organisations(&app.db, &app.clock).await {
        let waiting = depths.iter().map(|depth| depth.waiting).sum();
        let dead = depths.iter().map(|depth| depth.dead).sum();
        app.metrics.set_gauges(waiting, dead, app.live.open());
    }
    app.metrics.text()
}
