//! T28: no form is taken without its token, nor from another site.

use axum::body::Body;
use http::{Method, Request, StatusCode, header};
use platform::testing::{TestApp, on_both_engines};
use platform::web::{Decision, server};
use texts::Lang;
use tower::ServiceExt;

use crate::actors::everybody;
use crate::walk::{address, ask, browser};

on_both_engines! { TestApp::builder().room(courses::room()).setting("demo", "true").setting("requests-per-minute", "4000000000");
    async fn t28_every_form_without_its_token_is_stopped(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        let actors = everybody(&house).await;
        let mut forms = 0;
        for route in house.routes.iter().filter(|route| route.method == Method::POST) {
            for actor in &actors {
                let (cookie, _) = browser(&router, &house, actor).await;
                for body in ["", "csrf=", "csrf=falsk.falsk", "name=x"] {
                    let address = address(route, Lang::Da, "kursushuset");
                    let response = ask(&router, &route.method, &address, Some(&cookie), body.to_owned()).await;
                    assert_eq!(response.status(), StatusCode::FORBIDDEN, "{address} as {}", actor.name);
                    assert_eq!(response.extensions().get::<Decision>(), Some(&Decision::Stopped), "{address} as {}", actor.name);
                    forms += 1;
                }
            }
        }
        assert!(forms > 100, "only {forms} forms were tried");
    }

    async fn t28_a_token_of_another_browser_is_worth_nothing(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        let actors = everybody(&house).await;
        let (_, stolen) = browser(&router, &house, &actors[5]).await;
        let (cookie, own) = browser(&router, &house, &actors[4]).await;
        let address = "/log-ud";
        let refused = ask(&router, &Method::POST, address, Some(&cookie), format!("csrf={stolen}")).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        let taken = ask(&router, &Method::POST, address, Some(&cookie), format!("csrf={own}")).await;
        assert_eq!(taken.status(), StatusCode::SEE_OTHER);
    }

    async fn t28_a_form_from_another_site_is_refused_even_with_its_token(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        let actors = everybody(&house).await;
        for (name, value) in [("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site"), ("origin", "https://evil.example"), ("origin", "null")] {
            let (cookie, token) = browser(&router, &house, &actors[5]).await;
            let request = Request::post("/log-ud")
                .header(header::HOST, "localhost")
                .header(header::COOKIE, cookie)
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(name, value)
                .body(Body::from(format!("csrf={token}")))
                .expect("a request");
            let response = router.clone().oneshot(request).await.expect("an answer");
            assert_eq!(response.status(), StatusCode::FORBIDDEN, "{name}: {value}");
        }
    }
}
