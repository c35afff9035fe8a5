//! An order: one payer, one or more participants, one edition.

use platform::values::{Money, Totals, ValueError};

use super::{Bill, GroupSize, Participant, Payer, Price};

/// Why an order cannot stand.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderRefusal {
    /// Nobody, or more than [`GroupSize::MAX`].
    #[error("{0} participants")]
    GroupSize(usize),
    /// Two participants share a mail address. Mend: each needs an own one, for the course mails and the certificate.
    #[error("participants {first} and {second} share a mail address")]
    SharedEmail {
        /// Place of the first of them, from 0.
        first: usize,
        /// Place of the second.
        second: usize,
    },
    /// Public authorities take invoices by EAN number only. Mend: give the number.
    #[error("a public authority needs an EAN number")]
    PublicNeedsEan,
    /// The price is impossible.
    #[error(transparent)]
    Price(#[from] ValueError),
}

/// One payer, 1 to 20 participants, one edition. One order becomes one invoice; payers are never merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    payer: Payer,
    participants: Vec<Participant>,
    size: GroupSize,
    seat_price: Money,
    totals: Totals,
}

impl Order {
    /// An order for an edition with this price and number of days.
    ///
    /// # Errors
    /// [`OrderRefusal`].
    pub fn new(payer: Payer, participants: Vec<Participant>, price: Price, days: u16) -> Result<Self, OrderRefusal> {
        let size = GroupSize::new(participants.len()).map_err(|_| OrderRefusal::GroupSize(participants.len()))?;
        let keys: Vec<String> = participants.iter().map(|participant| participant.email.key()).collect();
        for (second, key) in keys.iter().enumerate() {
            if let Some(first) = keys[..second].iter().position(|earlier| earlier == key) {
                return Err(OrderRefusal::SharedEmail { first, second });
            }
        }
        if let Bill::Cvr { organisation, .. } = &payer.bill
            && organisation.kind.is_public()
        {
            return Err(OrderRefusal::PublicNeedsEan);
        }
        Ok(Self {
            payer,
            participants,
            size,
            seat_price: price.per_seat(days)?,
            totals: price.totals(size.get().into(), days)?,
        })
    }

    /// Who pays.
    #[must_use]
    pub const fn payer(&self) -> &Payer {
        &self.payer
    }

    /// Who comes; at least one.
    #[must_use]
    pub fn participants(&self) -> &[Participant] {
        &self.participants
    }

    /// How many come.
    #[must_use]
    pub const fn size(&self) -> GroupSize {
        self.size
    }

    /// The price of one seat without tax.
    #[must_use]
    pub const fn seat_price(&self) -> Money {
        self.seat_price
    }

    /// What is to be paid.
    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::anne;
    use super::super::{Contact, OrganisationKind, PayingOrganisation, PriceUnit, References};
    use super::*;

    fn nordby() -> PayingOrganisation {
        PayingOrganisation {
            name: "Nordby Kommune".parse().unwrap(),
            kind: OrganisationKind::Municipality,
        }
    }

    fn by_ean() -> Payer {
        Payer {
            contact: Contact {
                name: "Bo Lund".parse().unwrap(),
                email: "bo@nordby.example".parse().unwrap(),
                phone: None,
            },
            bill: Bill::Ean {
                organisation: nordby(),
                gln: "5798000880016".parse().unwrap(),
                references: References::new(None, "Bo Lund".parse().ok()).unwrap(),
            },
        }
    }

    fn course() -> Price {
        Price::of_the_course_page(PriceUnit::Course)
    }

    #[test]
    fn a_municipality_sends_two_people_and_pays_7_500_with_tax() {
        let order = Order::new(by_ean(), vec![anne(1), anne(2)], course(), 1).unwrap();
        assert_eq!(order.totals().gross, Money::kroner(7_500));
        assert_eq!((order.payer().name(), order.size().get()), ("Nordby Kommune", 2));
    }

    #[test]
    fn the_same_person_twice_is_pointed_out_by_place() {
        let mut shouting = anne(1);
        shouting.email = "ANNE1@NORDBY.example".parse().unwrap();
        let order = Order::new(by_ean(), vec![anne(1), anne(2), shouting], course(), 1);
        assert_eq!(order, Err(OrderRefusal::SharedEmail { first: 0, second: 2 }));
    }

    #[test]
    fn an_order_brings_one_to_twenty_people() {
        assert_eq!(Order::new(by_ean(), vec![], course(), 1), Err(OrderRefusal::GroupSize(0)));
        let busload: Vec<Participant> = (0..21).map(anne).collect();
        assert_eq!(Order::new(by_ean(), busload, course(), 1), Err(OrderRefusal::GroupSize(21)));
    }

    #[test]
    fn a_municipality_cannot_choose_an_invoice_by_mail_but_a_company_can() {
        let by_mail = |kind| Payer {
            bill: Bill::Cvr {
                organisation: PayingOrganisation { kind, ..nordby() },
                cvr: "10000009".parse().unwrap(),
                email: "faktura@nordby.example".parse().unwrap(),
                order: None,
                address: None,
            },
            ..by_ean()
        };
        for kind in OrganisationKind::ALL {
            let order = Order::new(by_mail(*kind), vec![anne(1)], course(), 1);
            assert_eq!(order.is_err(), kind.is_public(), "{kind}");
        }
        assert_eq!(References::new(None, None), None);
    }

    proptest! {
        #[test]
        fn seats_add_up_to_the_order(people in 1usize..=20, ore in 0i64..1_000_000, days in 1u16..=5, per_day in any::<bool>()) {
            let unit = if per_day { PriceUnit::Day } else { PriceUnit::Course };
            let price = Price { amount: Money::ore(ore), unit, ..course() };
            let order = Order::new(by_ean(), (0..people).map(anne).collect(), price, days).unwrap();
            let totals = order.totals();
            prop_assert_eq!(order.seat_price().times(u32::try_from(people).unwrap()), Ok(totals.net));
            prop_assert_eq!(totals.net.plus(totals.vat), Ok(totals.gross));
        }
    }
}
