// Written by texts-build from the files in texts/. Change those, not this.

/// `Velkommen til { -brand }`
pub(crate) const fn title(lang: ::texts::Lang) -> &'static str {
    match lang { ::texts::Lang::Da => "Velkommen til Inddrag", ::texts::Lang::En => "Welcome to Inddrag" }
}

/// `"Ja" \ 'nej'{ "\u00A0" }{ "{" }!`
pub(crate) const fn quoted(lang: ::texts::Lang) -> &'static str {
    match lang { ::texts::Lang::Da => "\"Ja\" \\ `nej`\u{a0}{!", ::texts::Lang::En => "\"Yes\" \\ `no`" }
}

/// `{ $role -> [admin] Du *[member] { $name } } har { $n -> [0] ingen pladser [one] én plads *[other] { $n } pladser } på { $course-title }.`
#[allow(clippy::all, clippy::pedantic)]
pub(crate) fn seats(lang: ::texts::Lang, role: &str, name: impl ::std::fmt::Display, n: i64, course_title: impl ::std::fmt::Display) -> String {
    let mut out = String::new();
    match lang {
        ::texts::Lang::Da => {
            match role {
                "admin" => {
                    out.push_str("Du");
                }
                _ => {
                    ::texts::generated::display(&mut out, &name);
                }
            }
            out.push_str(" har ");
            match n {
                0 => {
                    out.push_str("ingen pladser");
                }
                1 | -1 => {
                    out.push_str("én plads");
                }
                _ => {
                    ::texts::generated::number(&mut out, lang, n);
                    out.push_str(" pladser");
                }
            }
            out.push_str(" på ");
            ::texts::generated::display(&mut out, &course_title);
            out.push_str(".");
        }
        ::texts::Lang::En => {
            match n {
                -1 => {
                    out.push_str("minus one seat");
                }
                1 => {
                    out.push_str("One seat");
                }
                _ => {
                    ::texts::generated::number(&mut out, lang, n);
                    out.push_str(" seats");
                }
            }
            out.push_str(" on ");
            ::texts::generated::display(&mut out, &course_title);
            out.push_str(" for ");
            match role {
                "admin" => {
                    out.push_str("you");
                }
                _ => {
                    ::texts::generated::display(&mut out, &name);
                }
            }
            out.push_str(".");
        }
    }
    out
}

/// `{ NUMBER($amount) } i alt til { $name }`
#[allow(clippy::all, clippy::pedantic)]
pub(crate) fn budget(lang: ::texts::Lang, amount: i64, name: impl ::std::fmt::Display) -> String {
    let mut out = String::new();
    match lang {
        ::texts::Lang::Da => {
            ::texts::generated::number(&mut out, lang, amount);
            out.push_str(" i alt til ");
            ::texts::generated::display(&mut out, &name);
        }
        ::texts::Lang::En => {
            ::texts::generated::number(&mut out, lang, amount);
            out.push_str(" in all for ");
            ::texts::generated::display(&mut out, &name);
        }
    }
    out
}

/// `Kære { $name } Vi ses { $role -> [admin] på { $n -> [one] holdet *[other] { $n } hold } *[member] på holdet }.`
#[allow(clippy::all, clippy::pedantic)]
pub(crate) fn letter(lang: ::texts::Lang, name: impl ::std::fmt::Display, role: &str, n: i64) -> String {
    let mut out = String::new();
    match lang {
        ::texts::Lang::Da => {
            out.push_str("Kære ");
            ::texts::generated::display(&mut out, &name);
            out.push_str("\n\nVi ses ");
            match role {
                "admin" => {
                    out.push_str("på ");
                    match n {
                        1 | -1 => {
                            out.push_str("holdet");
                        }
                        _ => {
                            ::texts::generated::number(&mut out, lang, n);
                            out.push_str(" hold");
                        }
                    }
                }
                _ => {
                    out.push_str("på holdet");
                }
            }
            out.push_str(".");
        }
        ::texts::Lang::En => {
            out.push_str("Dear ");
            ::texts::generated::display(&mut out, &name);
            out.push_str("\n\nSee you ");
            match role {
                "admin" => {
                    out.push_str("on ");
                    match n {
                        1 | -1 => {
                            out.push_str("the course");
                        }
                        _ => {
                            ::texts::generated::number(&mut out, lang, n);
                            out.push_str(" courses");
                        }
                    }
                }
                _ => {
                    out.push_str("on the course");
                }
            }
            out.push_str(".");
        }
    }
    out
}
