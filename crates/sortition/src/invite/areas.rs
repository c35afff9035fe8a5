//! Areas, such as municipalities, and the plan for drawing some of them.

/// An area whose register people can be drawn from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Unique. Areas are sorted by it before anything is drawn.
    pub name: String,
    /// The region it lies in.
    pub region: String,
    /// How many people can get a letter.
    pub people: u64,
}

/// How areas are drawn, and how many letters they share.
///
/// The plan follows the draw of the German citizens' assemblies: cells of region and size, so that villages and cities of every region are
/// there; areas in proportion to their people, but no village so often that too many of its people would get letters.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaPlan {
    /// How many areas are drawn. There, 80.
    pub areas: u64,
    /// How many letters they share. There, 20,000.
    pub letters: u64,
    /// At most this share of an area's people gets a letter. There, 0.1.
    pub most_share: f64,
    /// From how many people on an area is in the next class of size, ascending. There, 20,000 and 100,000.
    pub sizes: Vec<u64>,
    /// How many areas of each cell stand in reserve for those that cannot take part. There, 5.
    pub reserves: usize,
}

impl AreaPlan {
    /// The plan as in Germany.
    #[must_use]
    pub fn german(areas: u64, letters: u64) -> Self {
        Self {
            areas,
            letters,
            most_share: 0.1,
            sizes: vec![20_000, 100_000],
            reserves: 5,
        }
    }

    /// The class of size, counted from 0.
    #[must_use]
    pub fn class(&self, people: u64) -> usize {
        self.sizes.iter().filter(|&&from| people >= from).count()
    }

    /// What the chance of an area is in proportion to, in thousandths of a person: `N + S / (1 + N / S)`, where `S = letters / (areas ·
    /// most_share)` is the size below which an average share of the letters would be too many. A large area counts as it is, a tiny one as
    /// if it had `S` people: it is drawn more often than in proportion, and then gets fewer letters.
    #[must_use]
    pub fn measure(&self, people: u64) -> u64 {
        if people == 0 {
            return 0;
        }
        let n = people as f64;
        let s = self.letters as f64 / (self.areas as f64 * self.most_share);
        let measure = if s > 0.0 { n + s / (1.0 + n / s) } else { n };
        (measure * 1000.0).round() as u64
    }

    /// Most letters that an area may get: the share of its people, but at least one letter.
    #[must_use]
    pub fn most_letters(&self, people: u64) -> u64 {
        ((people as f64 * self.most_share).floor() as u64).max(1).min(people)
    }
}
