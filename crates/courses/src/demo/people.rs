//! Made-up participants for the seats that are taken in the demo.

use jiff::civil::Date;
use platform::values::{Gln, Line, PersonName, Text, ValueError};
use serde::Deserialize;

use crate::model::{
    Bill, CaseStage, Contact, CourseId, InterestEntry, InterestIn, InterestSeats, Order, OrderRefusal, OrganisationKind, OwnCase,
    Participant, Payer, PayingOrganisation, Price, References,
};

/// What participants are made of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPeople {
    /// Given names.
    pub given: Vec<Line<40>>,
    /// Family names.
    pub family: Vec<Line<40>>,
    /// Job titles.
    pub titles: Vec<Line<100>>,
    /// What some of them eat.
    pub diets: Vec<Text<300>>,
    /// What some of them want to work on.
    pub cases: Vec<Text<2000>>,
    /// Where they come from.
    pub authorities: Vec<DemoAuthority>,
}

/// A made-up authority.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoAuthority {
    /// Its name.
    pub name: Line<120>,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// Its EAN number; begins with 952, which GS1 keeps for examples.
    pub gln: Gln,
    /// Its mail domain, under `.example`.
    pub domain: Line<60>,
}

/// How many people the orders bring, in turn.
const GROUPS: [u16; 6] = [1, 2, 1, 3, 2, 1];

impl DemoPeople {
    /// Whether there is somebody to make people of.
    pub(super) const fn is_complete(&self) -> bool {
        !(self.given.is_empty() || self.family.is_empty() || self.titles.is_empty() || self.authorities.is_empty())
    }

    /// Orders that take exactly `seats` seats, the same on every call; `start` makes those of different editions differ.
    ///
    /// # Errors
    /// [`OrderRefusal`] if the names or the price are impossible.
    pub fn orders(&self, start: usize, seats: u16, price: Price, days: u16) -> Result<Vec<Order>, OrderRefusal> {
        let mut orders = Vec::new();
        let mut placed = 0;
        for size in GROUPS.iter().cycle() {
            let size = (*size).min(seats - placed);
            if size == 0 {
                break;
            }
            let first = start * 31 + usize::from(placed);
            let authority = &self.authorities[(start + orders.len()) % self.authorities.len()];
            let participants = (0..usize::from(size))
                .map(|next| self.participant(first + next, authority))
                .collect::<Result<_, _>>()?;
            orders.push(Order::new(self.payer(first, authority)?, participants, price, days)?);
            placed += size;
        }
        Ok(orders)
    }

    /// Somebody who waits for a next run of a course.
    ///
    /// # Errors
    /// [`ValueError`] if the names are impossible.
    pub fn interested(&self, number: usize, course: CourseId, made_on: Date) -> Result<InterestEntry, ValueError> {
        let authority = &self.authorities[number % self.authorities.len()];
        Ok(InterestEntry {
            interest_in: InterestIn::Course(course),
            name: self.name(number)?,
            email: format!("interesseret{number}@{}", authority.domain).parse()?,
            organisation: Some(authority.name.clone()),
            seats: InterestSeats::new(1)?,
            made_on,
        })
    }

    fn name(&self, number: usize) -> Result<PersonName, ValueError> {
        let given = &self.given[number % self.given.len()];
        let family = &self.family[(number / self.given.len() + number) % self.family.len()];
        format!("{given} {family}").parse()
    }

    /// One person. Every third has a case, every seventh a diet.
    fn participant(&self, number: usize, authority: &DemoAuthority) -> Result<Participant, ValueError> {
        let pick_case = number
            .is_multiple_of(3)
            .then(|| self.cases.get(number / 3 % self.cases.len().max(1)))
            .flatten();
        let pick_diet = number
            .is_multiple_of(7)
            .then(|| self.diets.get(number / 7 % self.diets.len().max(1)))
            .flatten();
        Ok(Participant {
            name: self.name(number)?,
            email: format!("deltager{number}@{}", authority.domain).parse()?,
            phone: None,
            title: Some(self.titles[number % self.titles.len()].clone()),
            department: None,
            diet: pick_diet.cloned(),
            access_needs: None,
            own_case: pick_case.map(|text| OwnCase {
                stage: if number.is_multiple_of(2) {
                    CaseStage::Idea
                } else {
                    CaseStage::Plan
                },
                text: text.clone(),
            }),
            meets_prerequisites: true,
        })
    }

    /// The first participant's authority, by EAN number.
    fn payer(&self, number: usize, authority: &DemoAuthority) -> Result<Payer, OrderRefusal> {
        let name = self.name(number)?;
        let person = Line::parse(name.as_str())?;
        Ok(Payer {
            contact: Contact {
                name,
                email: format!("deltager{number}@{}", authority.domain).parse::<platform::values::Email>()?,
                phone: None,
            },
            bill: Bill::Ean {
                organisation: PayingOrganisation {
                    name: authority.name.clone(),
                    kind: authority.kind,
                },
                gln: authority.gln.clone(),
                references: References::new(None, Some(person)).ok_or(ValueError::Empty)?,
            },
        })
    }
}
