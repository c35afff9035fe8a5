### What the course house keeps about people: rows of the page on privacy.

kept-sign-up = Sign-up for courses
kept-sign-up-what = Name and mail address, and what you write yourselves: telephone, job title, department and own case. About the payer: organisation, contact person, EAN number, CVR number or address, price and terms. If a colleague signed you up, the information comes from that colleague, who can see the sign-up and cancel your seat.
kept-sign-up-basis = The agreement about the course (article 6(1)(b)) and the Danish bookkeeping act (point (c)).
kept-sign-up-until = { $years ->
    [one] { $years } year after the end of the year in which the course was held.
   *[other] { $years } years after the end of the year in which the course was held.
 }
kept-needs = Diet and access needs at courses
kept-needs-what = What you write yourself, for instance about an allergy or a wheelchair. Only those who hold the course see it.
kept-needs-basis = Your consent: it is up to you whether to write it (article 9(2)(a)).
kept-needs-until = The night after the last day of the course.
kept-interest = Interest lists
kept-interest-what = Name, mail address, organisation and number of seats.
kept-interest-basis = Your consent (article 6(1)(a)).
kept-interest-until = { $months ->
    [one] When you use the link in the mail to leave the list, otherwise after { $months } month.
   *[other] When you use the link in the mail to leave the list, otherwise after { $months } months.
 }
kept-words = What participants said about courses
kept-words-what = Your words with course and year, without a name, and what you agreed to.
kept-words-basis = Your consent (article 6(1)(a)).
kept-words-until = No longer shown when you withdraw your consent, and deleted when you ask for it.
