### Det, kursushuset gemmer om folk: rækker på siden om privatliv.

kept-sign-up = Tilmelding til kurser
kept-sign-up-what = Navn og mailadresse, og det, I selv skriver: telefon, stilling, afdeling og egen sag. Om betaleren: organisation, kontaktperson, EAN-nummer, CVR-nummer eller adresse, pris og vilkår. Har en kollega tilmeldt dig, kommer oplysningerne fra kollegaen, som kan se tilmeldingen og afmelde dig.
kept-sign-up-basis = Aftalen om kurset (artikel 6, stk. 1, litra b) og bogføringsloven (litra c).
kept-sign-up-until = { $years ->
    [one] { $years } år efter udgangen af det år, kurset blev holdt.
   *[other] { $years } år efter udgangen af det år, kurset blev holdt.
 }
kept-needs = Kost og adgangsbehov ved kurser
kept-needs-what = Det, du selv skriver, for eksempel om allergi eller kørestol. Kun dem, der holder kurset, ser det.
kept-needs-basis = Dit samtykke: Du vælger selv, om du vil skrive det (artikel 9, stk. 2, litra a).
kept-needs-until = Natten efter kursets sidste dag.
kept-interest = Interesselister
kept-interest-what = Navn, mailadresse, organisation og antal pladser.
kept-interest-basis = Dit samtykke (artikel 6, stk. 1, litra a).
kept-interest-until = { $months ->
    [one] Når du bruger linket i mailen til at komme af listen, ellers efter { $months } måned.
   *[other] Når du bruger linket i mailen til at komme af listen, ellers efter { $months } måneder.
 }
kept-words = Udtalelser om kurser
kept-words-what = Dine ord med kursus og år, uden navn, og det, du sagde ja til.
kept-words-basis = Dit samtykke (artikel 6, stk. 1, litra a).
kept-words-until = Vises ikke mere, når du trækker samtykket tilbage, og slettes, når du beder om det.
