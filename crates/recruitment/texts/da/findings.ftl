### Hvad der er galt eller værd at vide, før der trækkes lod.

severity = { $severity ->
    [error] Fejl
    [warning] Advarsel
   *[note] Bemærk
}
count-errors = { $count ->
    [0] Ingen fejl
    [one] Én fejl
   *[other] { $count } fejl
}
count-warnings = { $count ->
    [0] ingen advarsler
    [one] én advarsel
   *[other] { $count } advarsler
}

## Hvor
file = { $source ->
    [settings] Indstillingerne
    [quotas] Kvotefilen
    [people] Puljefilen
    [selected] Filen med allerede udtrukne
    [excluded] Filen med udelukkede
   *[question] Opgaven
}
place-row = { $file }, række { $row }
place-line = { $file }, linje { $row }
place-cell = { $row }, kolonne { $letter }
place-cell-named = { $row }, kolonne { $letter } (»{ $name }«)
quoted = »{ $text }«
nothing-there = ingenting
trait-name = { $feature }: { $value }

## Filerne
sheet-empty = Filen er tom. Skriv overskrifter og rækker i den, eller vælg en anden fil.
sheet-no-rows = Der er overskrifter, men ingen rækker under dem. Tilføj rækkerne.
column-missing = Kolonnen »{ $column }« mangler; filen har { $found }. Ret overskriften, eller tilføj kolonnen.
column-twice = Kolonnen »{ $column }« er der to gange, første gang i kolonne { $first }. Slet den ene, eller giv den et andet navn.
id-missing = Rækken har intet id og er sprunget over. Giv den et id, hvis personen skal være med.

## Kvoterne
quotas-by-position = Overskrifterne er ukendte, så de fire første kolonner er læst som feature, value, min og max. Skriv de fire ord som overskrifter, hvis det er rigtigt.
quota-feature-missing = Rækken siger ikke, hvilken egenskab den handler om, og er sprunget over. Skriv egenskaben, eller tøm rækken.
quota-value-missing = Der mangler en værdi for egenskaben »{ $feature }«. Skriv værdien, eller slet rækken.
quota-value-twice = { $named } har en kvote i forvejen, i række { $first }. Slet den ene række.
too-many-values = Egenskaben »{ $feature }« har over { $limit } værdier. Slå nogle af dem sammen.
number-missing = Der mangler et tal for { $named }. Skriv et helt tal, også hvis det er 0.
number-invalid = »{ $text }« er ikke et helt tal fra 0 og op. Skriv antallet af pladser for { $named } med cifre.
min-over-max = { $named } skal have mindst { $min } pladser, men må højst få { $max }. Ret det ene tal.
min-flex-over-min = { $named }: min_flex er { $flex } og dermed højere end min, som er { $min }. Sæt min_flex til { $min } eller lavere.
max-flex-below-max = { $named }: max_flex er { $flex } og dermed lavere end max, som er { $max }. Sæt max_flex til { $max } eller højere.
minimums-over-size = Egenskaben »{ $feature }« kræver { $sum } pladser i alt, men panelet har { $size }. Sænk nogle af minimumstallene, eller gør panelet større.
maximums-under-size = Egenskaben »{ $feature }« giver plads til { $sum } i alt, men panelet har { $size } pladser. Hæv nogle af maksimumstallene, eller gør panelet mindre.
features-contradict = Egenskaben »{ $feature }« kræver mindst { $minimums } pladser, men »{ $other }« giver højst plads til { $maximums }. Ret tallene for den ene.
maximum-zero = { $people ->
    [one] En person
   *[other] { $people } personer
} med { $named } kan ikke blive trukket, for kvoten giver ingen pladser. Hæv maksimum, hvis det ikke er meningen.
value-full = { $people ->
    [one] En person
   *[other] { $people } personer
} med { $named } kan ikke blive trukket, for de allerede udtrukne fylder kvoten. Hæv maksimum, hvis flere skal kunne komme med.

## Puljen
id-twice-same = Id’et { $id } står allerede i række { $first }, og de to rækker er ens. Den sidste er sprunget over; slet den.
id-twice-different = Id’et { $id } står allerede i række { $first }, men rækkerne er forskellige i { $columns }. Behold den rigtige, eller giv den ene et andet id.
value-missing = Personen har ingen værdi for »{ $feature }«. Skriv en af disse: { $values }.
value-unknown = »{ $text }« er ikke en værdi for »{ $feature }«. Skriv en af disse: { $values }, eller giv værdien en kvote.
addresses-incomplete = { $people ->
    [one] En person har ingen hel adresse og regnes som alene
   *[other] { $people } personer har ingen hel adresse og regnes som alene
} i husstanden. Udfyld adresserne, hvis nogen af dem kan bo sammen med andre.

## De allerede udtrukne
selected-nobody = Filen nævner ingen. Det er i orden, hvis ingen er udtrukket endnu.
selected-twice = Id’et { $id } står allerede i række { $first }. Personen tælles én gang; slet den ene række.
selected-not-in-pool = Personen { $id } er ikke i puljen. Værdierne i denne fil bliver brugt; tjek id’et.
selected-values-unknown = Personen { $id } er ikke i puljen, og filen siger ikke alle værdier, så kvoterne kan ikke tælle personen med. Ret id’et, eller udfyld værdierne.
selected-addresses-unknown = Adressekolonnerne { $columns } mangler, så vi kan ikke finde dem, der bor sammen med udtrukne uden for puljen. Tilføj kolonnerne.
selected-too-many = { $selected } er allerede udtrukket, men panelet har { $size } pladser. Gør panelet større, eller fjern nogle fra filen.
selected-over-maximum = { $selected } med { $named } er allerede udtrukket, men kvoten giver højst plads til { $max }. Hæv maksimum til { $selected }, eller fjern nogle fra filen.
selected-for-several = Der skal udtrækkes { $panels } paneler på én gang, og ingen siger, på hvilket af dem de allerede udtrukne sidder. Fyld ét panel op ad gangen.
excluded-not-in-pool = »{ $id }« er ikke i puljen. Tjek, om id'et er skrevet rigtigt, ellers kan en, der har sagt nej, blive udtrukket.
selected-share-household = { $id } og { $other } er begge udtrukket, men bor sammen. Tjek, om begge skal beholde deres plads.

## Indstillingerne
settings-syntax = Indstillingerne kan ikke læses her: { $detail }. Ret linjen.
key-unknown = Indstillingen »{ $key }« er ukendt og bliver ikke brugt. Tjek, om den er stavet rigtigt.
key-missing = Indstillingen »{ $key }« mangler. Tilføj den, hvis det, der bruges i stedet, ikke passer.
type-wrong = »{ $key }« skal være { $expected ->
    [string] en tekst i anførselstegn
    [array] en liste i kantede parenteser
    [boolean] true eller false
   *[integer] et helt tal
}, men er { $found ->
    [string] en tekst
    [array] en liste
    [boolean] true eller false
    [integer] et helt tal
    [float] et decimaltal
    [datetime] en dato
   *[table] en gruppe af indstillinger
}. Ret værdien.
number-out-of-range = »{ $key }« kan ikke være { $text }. Skriv et mindre eller et større tal.
algorithm-unknown = Metoden »{ $text }« findes ikke. Vælg en af disse: { $known }.
backend-unknown = Regneprogrammet »{ $text }« findes ikke. Slet linjen; programmet regner selv. Kendte navne er { $known }.
backend-unused = Regneprogrammet »{ $backend }« bliver ikke brugt, for programmet regner selv. Du kan slette linjen.
address-columns-missing = Der må højst trækkes én fra hver adresse, men check_same_address_columns siger ikke, hvilke kolonner der er adressen. Skriv kolonnerne, eller sæt check_same_address til false.

## Puljen og kvoterne sammen
pool-too-small = Puljen kan fylde { $people ->
    [one] én plads
   *[other] { $people } pladser
}, men der skal trækkes { $seats }. Skaf flere tilmeldte, eller gør panelet mindre.
pool-too-few = { $people ->
    [0] Ingen
    [one] Kun én
   *[other] Kun { $people }
} med { $named } kan trækkes, men kvoten kræver mindst { $min }. Skaf flere tilmeldte, eller sænk minimum.
pool-too-few-households = Alle med { $named } bor i { $households ->
    [one] den samme husstand
   *[other] { $households } husstande
}, men kvoten kræver mindst { $min } fra hver sin. Skaf flere tilmeldte, eller sænk minimum.
pool-too-few-within-maximums = Når ingen værdi af »{ $feature }« får flere pladser end sit maksimum, kan puljen kun fylde { $people } af { $seats } pladser. Hæv maksimum for de værdier, som mange har, eller skaf flere tilmeldte med de andre.
pool-value-absent = Ingen i puljen har { $named }. Kvoten kræver det heller ikke; tjek, om det er meningen.

## Opgaven
question-no-features = Der er ingen egenskaber at sætte kvoter for. Skriv mindst én egenskab med en værdi.
question-no-seats = Panelet har ingen pladser. Skriv, hvor mange der skal trækkes.
question-no-panels = Der skal ikke trækkes noget panel. Skriv, hvor mange paneler du vil have.
question-person-unknown = Person nummer { $person } findes ikke i puljen. Tjek listerne over udtrukne og udelukkede.
question-person-unfit = { $id } har ikke præcis én værdi af hver egenskab. Ret personens række i puljen.
