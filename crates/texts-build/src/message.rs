//! What a text is made of, after everything we do not support has been refused.

/// A text of one language.
#[derive(Clone, Debug)]
pub(crate) struct Message {
    /// The key as written: `signup-full`.
    pub(crate) key: String,
    pub(crate) file: String,
    pub(crate) line: usize,
    /// The text as written, on one line: becomes the documentation of the function.
    pub(crate) written: String,
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Piece {
    Text(String),
    /// A variable, printed as what it is.
    Print(String),
    /// `{ NUMBER($n) }`: a variable printed as a whole number.
    PrintNumber(String),
    /// A choice by number. Other numbers than those listed take `other`.
    ByNumber {
        variable: String,
        arms: Vec<(Number, Vec<Piece>)>,
        other: Vec<Piece>,
    },
    /// A choice by word. Other words than those listed take `other`, whose own word is `default`.
    ByWord {
        variable: String,
        arms: Vec<(String, Vec<Piece>)>,
        default: String,
        other: Vec<Piece>,
    },
}

/// Which numbers an arm is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Number {
    /// The plural category `one`: in Danish and English, for whole numbers, 1 and −1.
    One,
    Exactly(i64),
}

/// What a variable must be, given how the text uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Anything that can be printed.
    Any,
    Number,
    Word,
}

/// A text in both languages with the arguments of its function.
pub(crate) struct Pair {
    pub(crate) da: Message,
    pub(crate) en: Message,
    pub(crate) arguments: Vec<(String, Kind)>,
}

impl Pair {
    pub(crate) fn kind(&self, variable: &str) -> Kind {
        self.arguments
            .iter()
            .find(|(name, _)| name == variable)
            .map_or(Kind::Any, |(_, kind)| *kind)
    }
}

/// Visits every use of a variable, in order of appearance.
pub(crate) fn uses<'a>(pieces: &'a [Piece], visit: &mut impl FnMut(&'a str, Kind)) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Print(variable) => visit(variable, Kind::Any),
            Piece::PrintNumber(variable) => visit(variable, Kind::Number),
            Piece::ByNumber { variable, arms, other } => {
                visit(variable, Kind::Number);
                for (_, pieces) in arms {
                    uses(pieces, visit);
                }
                uses(other, visit);
            }
            Piece::ByWord { variable, arms, other, .. } => {
                visit(variable, Kind::Word);
                for (_, pieces) in arms {
                    uses(pieces, visit);
                }
                uses(other, visit);
            }
        }
    }
}

/// Every choice by word: the variable and its words, sorted.
pub(crate) fn word_choices(pieces: &[Piece], found: &mut Vec<(String, Vec<String>)>) {
    for piece in pieces {
        let (arms, other): (Vec<&Vec<Piece>>, _) = match piece {
            Piece::ByNumber { arms, other, .. } => (arms.iter().map(|(_, pieces)| pieces).collect(), other),
            Piece::ByWord {
                variable,
                arms,
                default,
                other,
            } => {
                let mut words: Vec<String> = arms.iter().map(|(word, _)| word.clone()).collect();
                words.push(default.clone());
                words.sort();
                found.push((variable.clone(), words));
                (arms.iter().map(|(_, pieces)| pieces).collect(), other)
            }
            _ => continue,
        };
        for pieces in arms {
            word_choices(pieces, found);
        }
        word_choices(other, found);
    }
}
