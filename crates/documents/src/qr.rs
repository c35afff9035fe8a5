//! QR codes as one SVG path, sharp at any size.

use qrcode::{Color, EcLevel, QrCode};

/// The empty border that readers need around the code, in modules.
const QUIET_ZONE: usize = 4;

/// The code for `text` as an SVG image; `None` when it is too long for a code (over about 2,300 bytes).
///
/// Level M survives a fold or a coffee stain on a printed sheet.
pub(crate) fn svg(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let side = width + 2 * QUIET_ZONE;
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for stretch in row.chunk_by(|a, b| a == b) {
            if stretch.first() == Some(&Color::Dark) {
                let length = stretch.len();
                path.push_str(&format!("M{} {}h{length}v1h-{length}z", x + QUIET_ZONE, y + QUIET_ZONE));
            }
            x += stretch.len();
        }
    }
    Some(format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#16232b" d="{path}"/></svg>"##
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_starts_with_the_finder_pattern_inside_the_quiet_zone() {
        let svg = svg("https://kurser.example.dk").expect("short enough");
        // The top edge of a finder pattern: seven dark modules.
        assert!(svg.contains("M4 4h7v1h-7z"), "{svg}");
    }

    #[test]
    fn text_that_fits_no_code_gives_none() {
        assert_eq!(svg(&"x".repeat(4000)), None);
    }
}
