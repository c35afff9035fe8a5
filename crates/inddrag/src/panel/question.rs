//! From files and arguments to the question for the engine, with everything that is wrong on the way.

use std::collections::HashSet;

use clap::ArgMatches;
use sortition::check::{Code, Severity, fit};
use sortition::model::{Person, Problem, Quotas};
use sortition::read::{self, Absent, Excluded, People, Reading, Selected, Settings, Sheet};
use sortition::record::Input;

use super::arguments::{count, names, path, word};
use super::complaint::Complaint;
use super::files::File;

/// What the engine is asked, and what else the files said.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) problem: Problem,
    /// The cells for the lists of the result. The pool is in the problem.
    pub(super) people: People,
    pub(super) settings: Settings,
    /// For the record.
    pub(super) inputs: Vec<Input>,
    /// How many have a seat and cannot be counted in the quotas, because nothing is known of them: their seats are not drawn again.
    pub(super) uncounted: u32,
    /// How many of those already selected have dropped out.
    pub(super) dropped: usize,
}

/// What came of the files.
#[derive(Debug)]
pub(super) struct Gathered {
    /// `None` if something in them is wrong that leaves no question.
    pub(super) question: Option<Question>,
    /// Everything wrong or worth knowing.
    pub(super) complaints: Vec<Complaint>,
}

impl Gathered {
    /// The question, if it can be asked. That its quotas cannot be met is no error of the files.
    pub(super) fn sound(self) -> Result<(Question, Vec<Complaint>), Vec<Complaint>> {
        match self.question {
            Some(question) if !self.complaints.iter().any(is_mistake) => Ok((question, self.complaints)),
            _ => Err(self.complaints),
        }
    }

    /// Whether counting alone shows that the quotas cannot be met.
    pub(super) fn is_short(complaints: &[Complaint]) -> bool {
        complaints.iter().any(is_short)
    }
}

/// An error, but not one that only says that the quotas cannot be met.
fn is_mistake(complaint: &Complaint) -> bool {
    complaint.is_error() && !is_short(complaint)
}

/// Counting says that no panel can meet the quotas.
fn is_short(complaint: &Complaint) -> bool {
    let Complaint::Finding(finding) = complaint else {
        return false;
    };
    let shortages = [
        Code::MinimumsOverSize,
        Code::MaximumsUnderSize,
        Code::FeaturesContradict,
        Code::SelectedOverMaximum,
        Code::PoolTooSmall,
        Code::TooFew,
        Code::TooFewHouseholds,
        Code::TooFewWithinMaximums,
    ];
    shortages.contains(&finding.code)
}

/// Reads all files and puts the question together. Goes on after every mistake as far as it can, so that all are told at once.
pub(super) fn gather(matches: &ArgMatches) -> Gathered {
    let mut desk = Desk::default();
    let settings = desk.settings(matches);
    let quotas = desk.take(desk_file(matches, "features", "quotas"), read::quotas);
    let people = {
        let quotas = quotas.clone().unwrap_or_default();
        let file = desk_file(matches, "people", "people");
        match quotas.features.is_empty() {
            // Without quotas nobody can say what a column is for; that they are missing is told.
            true => {
                desk.open(file);
                None
            }
            false => desk.take(file, |sheet| read::people(sheet, &quotas, &settings.people)),
        }
    };
    let (Some(quotas), Some(mut people)) = (quotas, people) else {
        desk.open(desk_file(matches, "selected", "selected"));
        desk.open(desk_file(matches, "excluded", "excluded"));
        return desk.without_question();
    };
    let mut selected = desk
        .take(desk_file(matches, "selected", "selected"), |sheet| {
            read::selected(sheet, &people, &quotas, &settings.people)
        })
        .unwrap_or_default();
    let excluded = desk
        .take(desk_file(matches, "excluded", "excluded"), |sheet| {
            read::excluded(sheet, &people, &settings.people)
        })
        .unwrap_or_default();
    if desk.complaints.iter().any(Complaint::is_error) {
        return desk.without_question();
    }
    let dropped = drop_out(&mut selected, &excluded);
    let size = count(matches, "size").unwrap_or_default();
    let parallel = count(matches, "panels").unwrap_or(1);
    let (problem, uncounted) = problem(quotas, &mut people, selected, excluded, size, parallel, settings.one_per_household);
    let findings = fit(&problem);
    desk.complaints.extend(findings.into_iter().map(Complaint::from));
    Gathered {
        question: Some(Question {
            problem,
            people,
            settings,
            inputs: desk.inputs,
            uncounted,
            dropped,
        }),
        complaints: desk.complaints,
    }
}

/// Those who have dropped out have no seat any more.
fn drop_out(selected: &mut Selected, excluded: &Excluded) -> usize {
    let before = selected.people.len() + selected.absent.len();
    selected.people.retain(|person| excluded.people.binary_search(person).is_err());
    let gone: HashSet<&String> = excluded.absent.iter().collect();
    selected.absent.retain(|absent| !gone.contains(&absent.id));
    before - selected.people.len() - selected.absent.len()
}

/// The problem, and how many seats are taken by people whom the quotas cannot count.
fn problem(
    quotas: Quotas,
    people: &mut People,
    selected: Selected,
    excluded: Excluded,
    size: u32,
    parallel: u32,
    one_per_household: bool,
) -> (Problem, u32) {
    let mut seated = selected.people;
    let mut out = excluded.people;
    let mut uncounted = 0;
    for Absent { id, values, household, .. } in selected.absent {
        if let Some(values) = values {
            seated.push(people.pool.people.len());
            people.kept.cells.push(vec![id.clone()]);
            people.pool.people.push(Person { id, values, household });
            continue;
        }
        uncounted += 1;
        // Nothing is known but perhaps the address: whoever lives there stays out.
        if one_per_household && household.is_some() {
            let housemates = (0..people.pool.people.len()).filter(|&person| people.pool.people[person].household == household);
            out.extend(housemates.filter(|person| seated.binary_search(person).is_err()));
        }
    }
    out.sort_unstable();
    out.dedup();
    // The lists of the result need the cells alone; a hundred thousand people need not be there twice.
    let pool = std::mem::take(&mut people.pool);
    let mut problem = Problem::new(quotas, pool, size.saturating_sub(uncounted));
    problem.one_per_household = one_per_household;
    problem.selected = seated;
    problem.excluded = out;
    problem.parallel = parallel;
    (problem, uncounted)
}

/// An argument that names a file, and what the file should hold.
type Named<'m> = Option<(&'static str, &'m std::path::Path)>;

fn desk_file<'m>(matches: &'m ArgMatches, argument: &str, source: &'static str) -> Named<'m> {
    path(matches, argument).map(|path| (source, path.as_path()))
}

/// Where files are opened and complaints gathered.
#[derive(Default)]
struct Desk {
    inputs: Vec<Input>,
    complaints: Vec<Complaint>,
}

impl Desk {
    fn without_question(self) -> Gathered {
        Gathered {
            question: None,
            complaints: self.complaints,
        }
    }

    /// Opens a file; that it cannot be opened is a complaint.
    fn open(&mut self, named: Named<'_>) -> Option<File> {
        let (source, path) = named?;
        match File::read(source, path) {
            Ok(file) => {
                self.inputs.push(file.input());
                Some(file)
            }
            Err(complaint) => {
                self.complaints.push(complaint);
                None
            }
        }
    }

    /// Reads a table as far as it can be read.
    fn take<T>(&mut self, named: Named<'_>, read: impl FnOnce(&Sheet) -> Reading<T>) -> Option<T> {
        let file = self.open(named)?;
        match file.sheet(&mut self.complaints) {
            Ok(sheet) => {
                let (draft, findings) = read(&sheet).parts();
                self.complaints.extend(findings.into_iter().map(Complaint::from));
                Some(draft)
            }
            Err(complaint) => {
                self.complaints.push(complaint);
                None
            }
        }
    }

    /// The settings of the file, and over them those of the command line.
    fn settings(&mut self, matches: &ArgMatches) -> Settings {
        let mut settings = Settings::default();
        if let Some(file) = self.open(desk_file(matches, "settings", "settings")) {
            match file.text() {
                Ok(text) => {
                    let (draft, findings) = read::settings(text).parts();
                    settings = draft;
                    self.complaints.extend(findings.into_iter().map(Complaint::from));
                }
                Err(complaint) => self.complaints.push(complaint),
            }
        }
        if let Some(id) = word(matches, "id") {
            settings.people.id_column = Some(id.trim().to_owned()).filter(|id| !id.is_empty());
        }
        if let Some(keep) = names(matches, "keep") {
            settings.people.columns_to_keep = keep;
        }
        if let Some(households) = names(matches, "households") {
            settings.one_per_household = !households.is_empty();
            settings.people.address_columns = households;
        }
        settings
    }
}

/// Warnings and notes: what is told beside a result.
pub(super) fn remarks(complaints: &[Complaint]) -> Vec<Complaint> {
    let is_remark = |complaint: &&Complaint| complaint.severity() != Severity::Error;
    complaints.iter().filter(is_remark).cloned().collect()
}
