//! A dialog above the page, with the browser's own `<dialog>`.

use maud::{Markup, html};

use crate::{Icon, Lang, t};

/// A dialog and the button that opens it. Without script the button is a link to the dialog's content, which then
/// stands open in the page (`:target`), so nothing is out of reach.
pub fn dialog(lang: Lang, id: &str, opener: &str, title: &str, body: &Markup, actions: &Markup) -> Markup {
    let heading = format!("{id}-title");
    html! {
        a class="button button-secondary" href=(format!("#{id}")) data-dialog-open=(id) { (opener) }
        dialog class="fds-modal" id=(id) aria-labelledby=(heading) {
            div class="modal-content" {
                div class="modal-header" {
                    h2 class="modal-title" id=(heading) { (title) }
                    a class="modal-close function-link" href="#main-content" data-dialog-close {
                        (Icon::Close.decorative()) span { (t::close(lang)) }
                    }
                }
                div class="modal-body" { (body) }
                div class="modal-footer" { (actions) }
            }
        }
    }
}
