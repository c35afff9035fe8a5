//! Letters about an edition as a whole: it runs, it is uncertain, it is cancelled, it has changed, it has moved.

use db::Tx;
use platform::App;
use platform::mail::{Letter, Method};
use platform::organisation::{OrgScope, Organisation};
use texts::{Lang, format};

use super::{Entry, link, send, when_short};
use crate::actions::sign_up::link_token;
use crate::actions::tell::News;
use crate::model::{Course, Mode};
use crate::pages::paths::{CATALOGUE, ORDER};
use crate::pages::wording;
use crate::store::editions::StoredEdition;
use crate::store::orders::StoredOrder;
use crate::store::registrations::StoredRegistration;
use crate::t;

/// What the letters of one order are about.
pub(crate) struct About<'a> {
    pub(crate) app: &'a App,
    pub(crate) house: &'a Organisation,
    pub(crate) course: &'a Course,
    /// The edition as it is now; if it was moved, the one it was moved to.
    pub(crate) edition: &'a StoredEdition,
    /// The edition as it was, if its days may have changed.
    pub(crate) before: Option<&'a StoredEdition>,
    pub(crate) order: &'a StoredOrder,
    pub(crate) news: News,
}

impl About<'_> {
    /// Writes to a participant, with the calendar entry as it is now.
    pub(crate) async fn to_participant(&self, tx: &mut Tx, scope: OrgScope, seat: &StoredRegistration) -> Result<(), db::Error> {
        let lang = self.order.lang;
        let method = if self.news == News::Cancelled {
            Method::Cancel
        } else {
            Method::Request
        };
        let mut letter = self.opening().dear(seat.participant.name.as_str());
        if self.news != News::Cancelled {
            letter = letter.facts(&self.facts(true));
            if matches!(self.news, News::Runs | News::Moved) {
                letter = letter.paragraph(t::mail_seat_case(lang));
            }
            letter = letter.paragraph(t::mail_seat_cancel(lang, self.order.payer.contact.email.as_str()));
        }
        let event = format!("edition-{}/{}/{}", self.news.code(), seat.id, seat.calendar_sequence);
        let to = &seat.participant.email;
        send(
            tx,
            self.app,
            scope,
            &event,
            &letter,
            to,
            (method, self.entry(self.edition, seat).parts(method)),
        )
        .await?;
        let kept = self.edition.edition.plan().days().map_or(0, |days| days.as_slice().len());
        let gone = self
            .before
            .map_or_else(Vec::new, |before| self.entry(before, seat).parts_after(kept, Method::Cancel));
        if !gone.is_empty() {
            send(tx, self.app, scope, &format!("{event}/gone"), &letter, to, (Method::Cancel, gone)).await?;
        }
        Ok(())
    }

    fn entry<'a>(&'a self, edition: &'a StoredEdition, seat: &'a StoredRegistration) -> Entry<'a> {
        Entry {
            app: self.app,
            house: self.house,
            lang: self.order.lang,
            course: self.course,
            edition,
            seat,
        }
    }

    /// Writes to the contact person, about all seats of the order.
    pub(crate) async fn to_contact(&self, tx: &mut Tx, scope: OrgScope, seats: &[&StoredRegistration]) -> Result<(), db::Error> {
        let (lang, order) = (self.order.lang, self.order);
        let names: Vec<&str> = seats.iter().map(|seat| seat.participant.name.as_str()).collect();
        let mut letter = self.opening().dear(order.payer.contact.name.as_str());
        let participants = (t::mail_fact_participants(lang), format::list(lang, &names));
        if self.news == News::Cancelled {
            letter = letter.facts(&[participants]);
        } else {
            let mut facts = self.facts(false);
            facts.push(participants);
            letter = letter.facts(&facts);
            if self.news == News::Runs {
                letter = letter.paragraph(t::mail_news_invoice(lang));
            }
            if let Some(link) = link(self.app, self.house, &ORDER.url(lang, &[&link_token(self.app, order.id)])) {
                letter = letter.button(t::mail_order_link(lang), &link);
            }
        }
        let sequence = seats.iter().map(|seat| seat.calendar_sequence).max().unwrap_or_default();
        let event = format!("edition-{}/order/{}/{}/{sequence}", self.news.code(), order.id, self.edition.id);
        send(
            tx,
            self.app,
            scope,
            &event,
            &letter,
            &order.payer.contact.email,
            (Method::Request, Vec::new()),
        )
        .await
    }

    /// Subject and the news itself.
    fn opening(&self) -> Letter {
        let lang = self.order.lang;
        let (course, when) = (self.course.title.get(lang), when_short(lang, self.edition));
        let (subject, text) = match self.news {
            News::Runs => (t::mail_news_runs_subject(lang, course, when), t::mail_news_runs(lang)),
            News::Uncertain => (t::mail_news_uncertain_subject(lang, course, when), t::mail_news_uncertain(lang)),
            News::Cancelled => (t::mail_news_cancelled_subject(lang, course, when), t::mail_news_cancelled(lang)),
            News::Changed => (t::mail_news_changed_subject(lang, course, when), t::mail_news_changed(lang)),
            News::Moved => (t::mail_news_moved_subject(lang, course, when), t::mail_news_moved(lang)),
        };
        let letter = Letter::new(lang, &subject).of(self.house).paragraph(text);
        if self.news != News::Cancelled {
            return letter;
        }
        let letter = letter.paragraph(t::mail_news_cancelled_free(lang));
        match link(self.app, self.house, &CATALOGUE.url(lang, &[])) {
            Some(link) => letter.button(t::mail_news_other_editions(lang), &link),
            None => letter,
        }
    }

    /// Time and place; the link to the meeting only for those who take part.
    fn facts(&self, takes_part: bool) -> Vec<(&'static str, String)> {
        let lang: Lang = self.order.lang;
        let plan = self.edition.edition.plan();
        let mut facts = vec![
            (t::mail_fact_course(lang), self.course.title.get(lang).to_string()),
            (t::mail_fact_when(lang), wording::when(lang, &plan.when)),
            (t::mail_fact_where(lang), wording::place(lang, plan)),
        ];
        if let (true, Mode::Online | Mode::Hybrid, Some(link)) = (takes_part, plan.mode, &self.edition.online_link) {
            facts.push((t::mail_fact_link(lang), link.clone()));
        }
        if let Some(access) = plan
            .venue
            .as_ref()
            .and_then(|venue| venue.access.as_ref())
            .filter(|_| plan.mode.meets_in_person())
        {
            facts.push((t::mail_fact_access(lang), access.get(lang).to_string()));
        }
        facts
    }
}
