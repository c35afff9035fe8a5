//! T9, T10, T11, T14, T37–T39, T44: hostile text in every path segment and query key comes back inert, and nothing falls over.

use http::{Method, StatusCode};
use platform::testing::{TestApp, on_both_engines};
use platform::web::{encode_segment, server};
use texts::Lang;

use crate::actors::everybody;
use crate::walk::{address, ask, browser, text};

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' OR '1'='1'; DROP TABLE account; --",
    "../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "\u{202e}gnp.exe",
    "{{7*7}}${7*7}",
    "æøå 🎉 \u{0}",
];

const KEYS: [&str; 14] = [
    "q", "show", "sort", "order", "page", "side", "next", "sprog", "before", "action", "state", "season", "filter", "per_page",
];

fn encoded(text: &str) -> String {
    let mut out = String::new();
    encode_segment(&mut out, text);
    out
}

fn is_inert(html: &str) -> bool {
    !html.contains("<script>alert(1)") && !html.contains("<img src=x") && !html.contains("root:x:")
}

on_both_engines! { TestApp::builder().room(courses::room()).setting("demo", "true").setting("requests-per-minute", "4000000000");
    async fn t9_t11_t37_hostile_query_values_come_back_inert_from_every_page(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        let owner = &everybody(&house).await[5];
        let (cookie, _) = browser(&router, &house, owner).await;
        for route in house.routes.iter().filter(|route| route.method == Method::GET && !route.streams) {
            for hostile in HOSTILE {
                let query: Vec<_> = KEYS.iter().map(|key| format!("{key}={}", encoded(hostile))).collect();
                let address = format!("{}?{}", address(route, Lang::Da, "kursushuset"), query.join("&"));
                let response = ask(&router, &Method::GET, &address, Some(&cookie), String::new()).await;
                let status = response.status();
                assert!(!status.is_server_error(), "{address}: {status}");
                assert!(is_inert(&text(response).await), "{address}");
            }
        }
    }

    async fn t10_t39_hostile_path_segments_come_back_inert(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        let owner = &everybody(&house).await[5];
        let (cookie, _) = browser(&router, &house, owner).await;
        let patterns = house.routes.iter().filter(|route| route.method == Method::GET && !route.streams).map(|route| route.paths.da);
        let patterns: Vec<&str> = patterns.chain(["/assets/{name}", "/findes/ikke/{x}"]).collect();
        for pattern in patterns {
            for hostile in HOSTILE {
                let address: Vec<String> = pattern.split('/').map(|segment| if segment.starts_with('{') { encoded(hostile) } else { segment.to_owned() }).collect();
                let response = ask(&router, &Method::GET, &address.join("/"), Some(&cookie), String::new()).await;
                let status = response.status();
                assert!(!status.is_server_error(), "{}: {status}", address.join("/"));
                assert!(is_inert(&text(response).await), "{}", address.join("/"));
            }
        }
    }

    async fn methods_a_path_does_not_take_get_a_page_and_change_nothing(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE] {
            let response = ask(&router, &method, "/kurser", None, String::new()).await;
            assert!(matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
    }

    async fn text_that_is_not_utf8_is_refused_in_words(house: TestApp) {
        let router = server::router(&house.app, &house.routes);
        let response = ask(&router, &Method::GET, "/kurser?q=%E6%F8%E5", None, String::new()).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST);
        assert!(text(response).await.contains("Teksten kan ikke læses"));
    }
}
