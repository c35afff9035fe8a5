//! The pool: the people who can be drawn.

/// One person of the pool.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// What the file calls the person; unique in the pool.
    pub id: String,
    /// For each feature of the quotas, the number of the person's value.
    pub values: Vec<u16>,
    /// People with the same text live together. `None`: no address is known, which is nobody else's address.
    pub household: Option<String>,
}

/// The people who can be drawn, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pool {
    /// The people.
    pub people: Vec<Person>,
}

impl Pool {
    /// The address as it is compared: the parts trimmed, without regard to case or to doubled spaces. `None` if any part is blank: half an address is nobody's.
    #[must_use]
    pub fn address<'a>(parts: impl IntoIterator<Item = &'a str>) -> Option<String> {
        let mut whole = String::new();
        for part in parts {
            let mut words = part.split_whitespace().peekable();
            words.peek()?;
            for word in words {
                whole.extend(word.chars().flat_map(char::to_lowercase));
                whole.push(' ');
            }
            whole.push('\n');
        }
        (!whole.is_empty()).then_some(whole)
    }

    /// How many people have each value of each feature.
    #[must_use]
    pub fn counts(&self, values: &[usize]) -> Vec<Vec<u32>> {
        let mut counts: Vec<Vec<u32>> = values.iter().map(|&values| vec![0; values]).collect();
        for person in &self.people {
            for (feature, &value) in person.values.iter().enumerate() {
                counts[feature][usize::from(value)] += 1;
            }
        }
        counts
    }
}
