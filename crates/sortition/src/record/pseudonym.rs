//! The version for the public: nobody's id stands in it, and yet everybody can find themself.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest, Sha256};

use super::Record;

const DOMAIN: &[u8] = b"inddrag sortition pseudonym 1\n";
/// Bytes of the hash that are kept. Two of 100,000 people have the same pseudonym with a chance of 1 in 10²⁸ (n²/2¹²⁹).
const KEPT: usize = 16;

impl Record {
    /// What stands for an id in the version for the public: the first 16 bytes, in 32 hexadecimal digits, of SHA-256 of the line `inddrag sortition pseudonym 1` with its line
    /// feed, the length of the salt in bytes as eight bytes, least significant first, the salt and the id.
    ///
    /// Whoever has salt and id can find the person. Ids that can be guessed, such as running numbers, are as public as the salt: keep it, and tell everybody their own
    /// pseudonym as a receipt instead.
    #[must_use]
    pub fn pseudonym(id: &str, salt: &str) -> String {
        let hash = Sha256::new_with_prefix(DOMAIN)
            .chain_update((salt.len() as u64).to_le_bytes())
            .chain_update(salt.as_bytes())
            .chain_update(id.as_bytes())
            .finalize();
        hash[..KEPT].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The same selection with a [`pseudonym`](Self::pseudonym) for everybody. The order of people and the numbers of households say nothing of the order of the file any more;
    /// panels keep their numbers. Everything can be checked in it that can be checked in the original, but whether the pool is that of the file.
    #[must_use]
    pub fn pseudonymous(&self, salt: &str) -> Self {
        let mut record = self.clone();
        let known: HashMap<&str, String> = self
            .pool
            .iter()
            .map(|person| (person.id.as_str(), Self::pseudonym(&person.id, salt)))
            .collect();
        let name = |id: &str| known.get(id).cloned().unwrap_or_else(|| Self::pseudonym(id, salt));
        let list = |ids: &mut Vec<String>| {
            ids.iter_mut().for_each(|id| *id = name(id));
            ids.sort();
        };
        let keys = |map: &mut BTreeMap<String, f64>| *map = map.iter().map(|(id, value)| (name(id), *value)).collect();
        keys(&mut record.probabilities);
        for panel in &mut record.panels {
            list(&mut panel.members);
            panel.parts.iter_mut().for_each(list);
        }
        list(&mut record.question.selected);
        list(&mut record.question.excluded);
        for person in &mut record.pool {
            person.id = name(&person.id);
        }
        record.pool.sort_by(|one, other| one.id.cmp(&other.id));
        let mut numbers: HashMap<u32, u32> = HashMap::new();
        for household in record.pool.iter_mut().filter_map(|person| person.household.as_mut()) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *household = *numbers.entry(*household).or_insert(next);
        }
        for level in &mut record.certificate.levels {
            list(&mut level.people);
        }
        for learnt in &mut record.certificate.learnt {
            keys(&mut learnt.factors);
        }
        if let Some(lottery) = &mut record.lottery {
            lottery.panels.iter_mut().for_each(list);
            lottery.parts.iter_mut().flatten().for_each(list);
        }
        if let Some(draw) = &mut record.draw {
            list(&mut draw.members);
        }
        record
    }
}
