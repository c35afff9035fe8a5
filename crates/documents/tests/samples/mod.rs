//! Documents as they will really be: shared by the tests, the validators' test and the bench.
#![allow(dead_code, unreachable_pub, reason = "each user of this file takes a part of it")]

use documents::flyer::{Choice, Course, Flyer, Practical, Season};
use jiff::{Timestamp, civil::date};
use texts::Lang;

/// The time of making used in all samples.
pub fn created() -> Timestamp {
    "2023-08-21T09:30:00Z".parse().expect("a fixed instant")
}

/// The programme of autumn 2023 and spring 2024, in either language.
pub fn programme(lang: Lang) -> Flyer {
    match lang {
        Lang::Da => danish(),
        Lang::En => english(),
    }
}

fn course(title: &str, teaser: &str, when: &str, place: &str, status: &str, price: &str) -> Course {
    Course {
        title: title.to_owned(),
        teaser: teaser.to_owned(),
        when: when.to_owned(),
        place: place.to_owned(),
        status: status.to_owned(),
        price: price.to_owned(),
    }
}

fn choice(title: &str, text: &str) -> Choice {
    Choice {
        title: title.to_owned(),
        text: text.to_owned(),
    }
}

fn danish() -> Flyer {
    Flyer {
        house: "Teknologirådet & DeltagerDanmark".to_owned(),
        title: "Kurser i borgerinddragelse".to_owned(),
        tagline: "Sådan får du inddraget borgere i den politiske beslutningsproces".to_owned(),
        intro: "Borgere er eksperter i deres egen hverdag. De kan bidrage med viden, visioner og værdier, der gør beslutninger \
                stærkere, også på de store og svære områder. På kurserne lærer du som ansat i en offentlig administration, hvordan I \
                involverer jeres borgere, og hvordan det giver værdi for både jer og dem."
            .to_owned(),
        seasons: vec![
            Season {
                title: "Efterår 2023".to_owned(),
                courses: vec![
                    course(
                        "Kom godt i gang med borgerinddragelse",
                        "Det vigtigste at overveje, før I går i gang: fra principper for god borgerinddragelse til planlægning og brug \
                         af resultater.",
                        "Torsdag 26. oktober 2023\nkl. 9–16",
                        "Online",
                        "Fuldt booket",
                        "Skriv dig på interesselisten",
                    ),
                    course(
                        "Vores borgerinddragelse var en succes: hvad gør vi nu?",
                        "Den svære, men vigtige politiske forankring og opfølgning: før, under og efter processen.",
                        "Torsdag 12. oktober 2023\nkl. 9–16",
                        "Sorøgade 6, København Ø",
                        "8 ledige pladser",
                        "3.000 kr. ekskl. moms",
                    ),
                ],
            },
            Season {
                title: "Forår 2024".to_owned(),
                courses: vec![
                    course(
                        "Metoder til borgerinddragelse",
                        "Bliv klædt på til at vælge mellem metoder til samskabelse og deliberativt demokrati.",
                        "Forår 2024",
                        "Sorøgade 6, København Ø",
                        "Tilmeld interesse",
                        "3.000 kr. ekskl. moms",
                    ),
                    course(
                        "Workshop: borgerinddragelsesforløb i praksis",
                        "Borgertingets ABC på to dage: rekruttering, drejebøger, facilitering og evaluering, afprøvet på dine egne \
                         eksempler.",
                        "Forår 2024, to dage",
                        "Sorøgade 6, København Ø",
                        "Tilmeld interesse",
                        "3.000 kr. ekskl. moms pr. dag",
                    ),
                    course(
                        "Digital inddragelse: hvordan inddrages borgere digitalt?",
                        "Formater, platforme og facilitering til en helt eller delvis digital proces.",
                        "Forår 2024",
                        "Online",
                        "Tilmeld interesse",
                        "3.000 kr. ekskl. moms",
                    ),
                ],
            },
        ],
        practical: Practical {
            price_ex_vat: "3.000 kr. ekskl. moms pr. person pr. kursus".to_owned(),
            price_incl_vat: "3.750 kr. inkl. moms".to_owned(),
            place: "Sorøgade 6, København Ø".to_owned(),
            times: "Kl. 9–16, frokost og kaffe er med i prisen".to_owned(),
            deadline: "Senest 10 dage før kurset".to_owned(),
            minimum: "Kurset gennemføres med mindst 18 deltagere".to_owned(),
        },
        who: "Kurserne er til dig, der arbejder i en offentlig administration og vil bruge borgerinddragelse i jeres arbejde. Du \
              behøver ingen erfaring. Tag gerne en idé eller en plan med, som du kan arbejde på undervejs.\n\nArbejder du i en \
              organisation eller virksomhed, er du også velkommen."
            .to_owned(),
        options: vec![
            choice(
                "Samlet pakke",
                "Tag flere eller alle kurser, og få hele processen med fra idé til brug af resultater.",
            ),
            choice(
                "Skræddersyet kursus",
                "Vi sætter et forløb sammen til netop jeres behov, hos jer eller online.",
            ),
        ],
        contact_mail: "kursus@tekno.dk".to_owned(),
        url: "https://kurser.example.dk/kurser".to_owned(),
        date: date(2023, 8, 21),
    }
}

fn english() -> Flyer {
    let danish = danish();
    Flyer {
        title: "Courses in citizen involvement".to_owned(),
        tagline: "How to involve citizens in political decisions".to_owned(),
        intro: "Citizens are experts in their own everyday lives. They can bring knowledge, visions and values that make decisions \
                stronger, also in the large and difficult fields. The courses teach people in public administration how to involve \
                citizens so that it is worth while for both."
            .to_owned(),
        seasons: vec![Season {
            title: "Autumn 2023".to_owned(),
            courses: vec![
                course(
                    "Getting started with citizen involvement",
                    "What to consider before you begin: from principles to planning and the use of results.",
                    "Thursday 26 October 2023\n09:00–16:00",
                    "Online",
                    "Fully booked",
                    "Join the interest list",
                ),
                course(
                    "Our involvement was a success: what now?",
                    "Political anchoring and follow-up: before, during and after the process.",
                    "Thursday 12 October 2023\n09:00–16:00",
                    "Sorøgade 6, Copenhagen",
                    "8 seats left",
                    "DKK 3,000 excl. VAT",
                ),
            ],
        }],
        practical: Practical {
            price_ex_vat: "DKK 3,000 excl. VAT per person per course".to_owned(),
            price_incl_vat: "DKK 3,750 incl. VAT".to_owned(),
            place: "Sorøgade 6, Copenhagen".to_owned(),
            times: "09:00–16:00, lunch and coffee included".to_owned(),
            deadline: "No later than 10 days before the course".to_owned(),
            minimum: "The course runs with at least 18 participants".to_owned(),
        },
        who: "The courses are for you who work in public administration. You need no experience. Bring an idea or a plan to work on."
            .to_owned(),
        options: vec![choice(
            "Tailored course",
            "We put a course together for your needs, at your place or online.",
        )],
        url: "https://kurser.example.dk/en/courses".to_owned(),
        ..danish
    }
}
