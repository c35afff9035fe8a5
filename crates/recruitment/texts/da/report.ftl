### Rapporten om en lodtrækning: én side, som alle kan læse og tjekke.

report-title = { $kind ->
    [chosen] Udvælgelse til
   *[drawn] Lodtrækning om
} { $seats ->
    [one] én plads
   *[other] { $seats } pladser
}
report-skip = Gå til rapporten
report-contents = Indhold
report-language = Read this report in English
report-made-by = Lavet af { $program }.
report-took = Beregningen tog { $seconds } sekunder.
report-brand = Rapport om udvælgelse af et panel

## Hvad der er besluttet
decided-heading = Hvad der er besluttet
decided-drawn = Der er trukket lod om { $seats ->
    [one] én plads
   *[other] { $seats } pladser
} blandt { $people } personer i puljen.
decided-not-drawn = Alt er klar til at trække lod om { $seats ->
    [one] én plads
   *[other] { $seats } pladser
} blandt { $people } personer i puljen. Der er ikke trukket endnu.
decided-chosen = { $seats ->
    [one] Én plads er besat
   *[other] { $seats } pladser er besat
} blandt { $people } personer i puljen, uden lodtrækning.
decided-selected = { $selected ->
    [one] Én person havde en plads i forvejen
   *[other] { $selected } personer havde en plads i forvejen
}, så panelet får { $size } pladser i alt.
decided-excluded = { $excluded ->
    [one] Én person kunne ikke trækkes, for eksempel efter at have sagt nej.
   *[other] { $excluded } personer kunne ikke trækkes, for eksempel efter at have sagt nej.
}
decided-housemates = { $housemates ->
    [one] Én person bor sammen med en, der havde en plads, og kunne derfor ikke trækkes.
   *[other] { $housemates } personer bor sammen med nogen, der havde en plads, og kunne derfor ikke trækkes.
}
decided-parallel = Der er { $panels } paneler på én gang med { $size } pladser hver. Ingen sidder i to af dem.
decided-households = Fra hver husstand kan højst én komme med.
decided-quotas = Panelet skal afspejle befolkningen: Der er kvoter for { $features }.
decided-method = Målet: { $name }.

## Hvor retfærdig
fair-heading-none = Var der en lodtrækning?
fair-heading = Er lodtrækningen så retfærdig, som den kan være?
fair-proof = Beviset består af priser på kvoterne. Ganger man kvoternes grænser med priserne, får man et loft over chancerne, som ingen lodtrækning kan bryde. Alle kan regne efter, for priserne står i den fulde optegnelse.
fair-learnt = Kvoterne lover lidt mere, end paneler af hele personer kan holde. Beviset bruger derfor også { $count ->
    [one] én ulighed
   *[other] { $count } uligheder
}, som hvert eneste panel opfylder.
figures-caption = Chancerne i tal
figures-name = Tal
figures-value = Værdi
figures-means = Hvad det betyder
figures-min = Mindste chance
figures-min-means = Så stor var chancen for dem, der havde sværest ved at komme med.
figures-max = Største chance
figures-max-means = Så stor var chancen for dem, der havde lettest ved at komme med.
figures-even = Chance uden kvoter
figures-even-means = Så stor var chancen for alle, hvis panelet ikke skulle afspejle befolkningen.
figures-mean = Geometrisk gennemsnit
figures-mean-means = Et gennemsnit, hvor små chancer trækker mest ned. Jo tættere på chancen uden kvoter, jo mere lige.
figures-gini = Ginikoefficient
figures-gini-means = Måler forskellen på chancerne. 0 er helt lige, 1 er så ulige som muligt.
figures-unreachable = Uden chance
figures-unreachable-means = Så mange i puljen har intet panel plads til, når alle kvoter skal holde.

## Kvoter, pulje og panel
quotas-heading = Kvoterne, puljen og panelet
quotas-lead = Kvoterne siger, hvor mange pladser hver gruppe skal og må få. Puljen er dem, der meldte sig. Stregen viser gruppens del af puljen, båndet er kvoten, og bjælken er panelet.
quotas-lead-not-drawn = Kvoterne siger, hvor mange pladser hver gruppe skal og må få. Puljen er dem, der meldte sig. Stregen viser gruppens del af puljen, og båndet er kvoten.
quotas-chart = { $feature }: puljen, kvoten og panelet
quotas-chart-text = Diagram over { $feature } på en skala fra 0 til { $top }. Tallene står i tabellen nedenfor.
quotas-caption = { $feature } i tal
quotas-value = { $feature }
quotas-pool = I puljen
quotas-pool-share = Del af puljen
quotas-quota = Kvote
quotas-quota-share = Kvote i procent
quotas-panel = I panelet
quotas-panel-number = I panel { $number }
quotas-panel-share = Del af panelet
quotas-key = Tegnforklaring
key-pool = del af puljen
key-quota = kvote, fra mindst til højst
key-panel = panelet
chart-seats = { $seats } (kvote { $quota })
chart-quota = kvote { $quota }

## Chancerne
levels-heading = Hvor mange der havde hvilken chance
levels-lead = Chancerne er ikke ens, fordi kvoterne skal holde: Er der få af en slags i puljen, bliver de oftere trukket.
levels-chart = Personer efter chance
levels-chart-text = Diagram over, hvor mange personer der havde hvilken chance. Tallene står i tabellen nedenfor.
levels-caption = Personer efter chance, i tal
levels-chance = Chance
levels-people = Personer
levels-share = Del af dem, der kunne trækkes
levels-from-to = { $low } til { $high }
chances-heading-none = Alle i puljen
chances-heading = Din chance, og hvorfor den var sådan
chances-find = Find dit id med browserens søgning (Ctrl+F).
chances-same = Personer med de samme svar har samme chance. Den er gruppens gennemsnitlige antal pladser delt med antallet af personer.
chances-home = De, der bor sammen med andre i puljen, står for sig, for kun én fra hver husstand kan komme med.
chances-lives-with = { $values } · bor sammen med andre i puljen
chances-estimated = Chancerne er talt op i { $trials } prøvelodtrækninger. Derfor kan de være lidt forskellige, også for personer med de samme svar.
chances-none = Ingen kender chancerne, for der blev ikke trukket lod. Her står alle i puljen.
chances-level = { $chance }: { $people ->
    [one] én person
   *[other] { $people } personer
}
chances-selected = Havde en plads i forvejen: { $people ->
    [one] én person
   *[other] { $people } personer
}
chances-excluded = Kunne ikke trækkes: { $people ->
    [one] én person
   *[other] { $people } personer
}
chances-housemates = Bor sammen med en, der havde en plads: { $people ->
    [one] én person
   *[other] { $people } personer
}
chances-everybody = Puljen: { $people ->
    [one] én person
   *[other] { $people } personer
}
chances-own-group = Chancen er { $chance }.
chances-group = Chancen er { $chance }: { $people } personer deler i gennemsnit { $seats } { $unit ->
    [seat] plads
   *[seats] pladser
}.
chances-group-only = { $people ->
    [one] Én person.
   *[other] { $people } personer.
}
chances-drawn = { $id } (udtrukket)
chances-own = { $id }: { $chance }

## Hvorfor ikke mere
reason-caps = Kvoterne giver ikke plads til flere: { $list }.
reason-cap = højst { $seats } til { $named }
reason-takers = Andre skal have deres pladser: { $list }.
reason-taker = mindst { $seats } til { $named }
reason-households = Fra hver husstand kan højst én komme med.
reason-size = Panelet har kun { $seats } pladser.
reason-learnt = Paneler består af hele personer, og det sætter også en grænse.
reason-sure = De bliver altid trukket: Kvoterne har brug for dem alle, eller der er plads til dem alle.
reason-top = Metoden lader ingen få en større chance.
reason-home = De bor sammen med andre i puljen, og kun én fra husstanden kan komme med.
reason-full = De har alle de pladser, de kan få.
reason-unreachable = Intet panel, der opfylder alle kvoter, har plads til dem.

## Selve lodtrækningen
drawn-heading-none = Sådan blev panelet valgt
drawn-heading-not-yet = Selve lodtrækningen
drawn-heading = Sådan blev der trukket lod
drawn-fixed-run = Puljen og kvoterne lå fast, før der blev trukket.
drawn-run = Teksten bestemmer hvert skridt i metoden, så den giver de samme personer, hver gang den bruges.
drawn-members = Disse blev trukket:
drawn-not-yet = Der er ikke trukket lod endnu. Når det er sket, kommer det til at stå her, skridt for skridt.
drawn-no-lottery = Der blev ikke trukket lod. Panelet blev valgt, så det er så blandet som muligt.
drawn-fixed = Puljen, kvoterne og de mulige paneler lå fast, før der blev trukket.
drawn-promise = Arrangøren havde en hemmelig tekst og offentliggjorde på forhånd et fingeraftryk af den:
drawn-by-seed = Loddet følger af denne tekst, som alle fik at se:
drawn-by-secret = Loddet følger af to tekster: arrangørens hemmelige, som blev vist bagefter, og en offentlig, som ingen kendte på forhånd:
drawn-by-fresh = Computeren lavede denne tekst i det øjeblik, der blev trukket:
drawn-by-ceremony = Der blev trukket lod i alles påsyn med noget, der har { $sides } sider. Det viste:
drawn-ticket = Teksten giver lod nummer { $number } af { $all }.
drawn-tickets = { $kind ->
    [sets] Hvert sæt paneler har så mange lodder, som dets chance siger. Sæt
   *[panels] Hvert panel har så mange lodder, som dets chance siger. Panel
} { $panel } har lodderne { $first } til { $last }.
drawn-list = Teksten giver nummer { $number } af { $all } paneler, der er lige sandsynlige.
drawn-throws = Tallene læses som cifre i ét tal og giver panel { $number } af { $all }, der er lige sandsynlige.
drawn-panel = { $kind ->
    [sets] Sæt
   *[panels] Panel
} { $panel } blev trukket. Det består af:
drawn-part = Panel { $number }
drawn-chosen = Panelet består af:
drawn-kept = Disse havde en plads i forvejen:
panels-heading = Panelerne
panels-count = Der var { $panels ->
    [one] én mulighed
   *[other] { $panels } muligheder
} at trække imellem, hver med sin chance.
panels-list = Af dem er der lavet { $panels } nummererede paneler, som er lige sandsynlige. Ingens chance bliver mere end { $deviation } procentpoint anderledes af det; mindre end { $least } procentpoint kan ikke opnås med så mange paneler.
panels-file = Alle nummererede paneler står i filen
panels-numbered = De er nummereret fra 0.

## Tjek det selv
check-heading = Tjek det selv
check-lead = Du behøver ikke at tro på rapporten. Alt, hvad der skal til for at regne efter, står i optegnelsen.
check-record = Hent optegnelsen:
check-inddrag = Kør Inddrags egen kontrol:
check-python = Eller kør det uafhængige Python-program, som ikke bruger noget af Inddrag:
check-files = Sammenlign filernes fingeraftryk (SHA-256) med dem, der står her.
check-tells = Kontrollen ser efter, at hvert panel opfylder alle kvoter, at chancerne passer med panelerne, at beviset holder, og at loddet giver netop dette panel.
check-tells-panel = Kontrollen ser efter, at panelet opfylder alle kvoter.
files-caption = Filer, der blev læst
files-role = Hvad
files-name = Fil
files-bytes = Størrelse
files-hash = SHA-256
role = { $role ->
    [quotas] Kvoter
    [people] Puljen
    [selected] Allerede udtrukne
   *[settings] Indstillinger
}
