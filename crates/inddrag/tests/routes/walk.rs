//! T16–T21: the table test. For every route, every kind of person and both organisations, the gate decides as the declared rule says.

use axum::Router;
use axum::body::Body;
use http::{Method, Request, header};
use platform::testing::{TestApp, on_both_engines};
use platform::web::{Decision, Response, Route, server};
use texts::Lang;
use tower::ServiceExt;

use crate::actors::{Actor, everybody};

/// The address of a route with something for every parameter.
pub(crate) fn address(route: &Route, lang: Lang, organisation: &str) -> String {
    let values: Vec<(String, String)> = route
        .paths
        .pattern(lang)
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| {
            (
                name.to_owned(),
                if name == "org" {
                    organisation.to_owned()
                } else {
                    "01890000-0000-7000-8000-000000000000".to_owned()
                },
            )
        })
        .collect();
    route.paths.url_named(lang, &values)
}

pub(crate) async fn ask(router: &Router, method: &Method, address: &str, cookie: Option<&str>, body: String) -> Response {
    let mut request = Request::builder().method(method).uri(address).header(header::HOST, "localhost");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    if method == Method::POST {
        request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    router
        .clone()
        .oneshot(request.body(Body::from(body)).expect("a request"))
        .await
        .expect("an answer")
}

pub(crate) async fn text(response: Response) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
        .await
        .expect("a whole answer");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A cookie and a form token that belong together, as a browser would have them from any page with a form.
pub(crate) async fn browser(router: &Router, house: &TestApp, actor: &Actor) -> (String, String) {
    let session = actor.cookie(house).await;
    let page = ask(router, &Method::GET, "/log-ind", session.as_deref(), String::new()).await;
    let visit = page
        .headers()
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .find_map(|v| v.split(';').next())
        .map(str::to_owned);
    let html = text(page).await;
    let token = html
        .split("name=\"csrf\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned();
    let cookies: Vec<String> = session.into_iter().chain(visit).collect();
    (cookies.join("; "), token)
}

async fn walk(house: &TestApp, is_demo: bool) {
    let router = server::router(&house.app, &house.routes);
    let actors = everybody(house).await;
    let mut tried = 0;
    let mut wrong = Vec::new();
    for route in &house.routes {
        for actor in &actors {
            for (organisation, in_own) in [("kursushuset", true), ("anden", false), ("findes-ikke", false)] {
                let is_nowhere = organisation == "findes-ikke";
                if organisation != "kursushuset" && !route.paths.da.contains("{org}") {
                    continue;
                }
                for lang in Lang::ALL {
                    let address = address(route, lang, organisation);
                    let (cookie, token) = browser(&router, house, actor).await;
                    let body = if route.method == Method::POST {
                        format!("csrf={token}")
                    } else {
                        String::new()
                    };
                    let response = ask(&router, &route.method, &address, Some(&cookie), body).await;
                    let expected = if actor.may(route.rule, in_own, is_demo) && !is_nowhere {
                        Decision::Allowed
                    } else {
                        Decision::Refused
                    };
                    let decided = response.extensions().get::<Decision>().copied();
                    tried += 1;
                    if decided != Some(expected) || response.status().is_server_error() {
                        wrong.push(format!(
                            "{} {address} as {}: {decided:?}, {}",
                            route.method,
                            actor.name,
                            response.status()
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried} wrong:\n{}", wrong.len(), wrong.join("\n"));
    println!("{tried} combinations of {} routes", house.routes.len());
}

on_both_engines! { TestApp::builder().room(courses::room()).setting("demo", "true").setting("requests-per-minute", "4000000000");
    async fn t16_t19_t20_every_route_lets_in_exactly_those_its_rule_names(house: TestApp) {
        walk(&house, true).await;
    }
}

on_both_engines! { TestApp::builder().room(courses::room()).setting("requests-per-minute", "4000000000");
    async fn t16_nothing_of_the_demo_is_there_without_the_demo(house: TestApp) {
        walk(&house, false).await;
    }
}
