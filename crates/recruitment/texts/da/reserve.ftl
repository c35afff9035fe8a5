### Reserver og breve.

## Hvem træder ind
step-in = { $person } træder ind. { $fitting ->
    [one] Kun én i reserven passede lige så godt til kvoterne.
   *[other] { $fitting } i reserven passede lige godt til kvoterne, og loddet afgjorde det: Chancen var { $chance } for hver.
}
step-in-nobody = Ingen i reserven kan træde ind. Pladsen bliver stående tom.
step-in-met = Panelet opfylder alle kvoter, når de tomme pladser er fyldt.
step-in-breach = { $named }: { $seats } pladser, men kvoten er { $quota }
step-in-breaches = Disse kvoter kan ikke længere opfyldes:
verdict-fits = { $person }: passer bedst til kvoterne; chance { $chance }
verdict-fits-less = { $person }: passer mindre godt til kvoterne
verdict-household = { $person }: bor sammen med { $other }, som har en plads
verdict-seated = { $person }: har allerede en plads
verdict-excluded = { $person }: er udelukket fra lodtrækningen
unreservable-person = Person nummer { $person } findes ikke i puljen eller er nævnt to gange. Tjek listerne over panelet og reserven.
unreservable-stay = Sandsynligheden for, at medlem nummer { $member } bliver, mangler eller er ikke et tal fra 0 til 1. Ret den.
unreservable-no-samples = Der er ikke nogen prøvefremtider at vælge reserven ud fra. Bed om mindst én.

## Breve
letters = Send { $letters } breve. Så kommer der { $wanted } eller flere svar med en sandsynlighed på { $certainty }.
forecast = Vi venter { $expected } tilmeldte, sandsynligvis mellem { $low } og { $high }. Der er brug for { $wanted }; chancen for, at så mange kommer, er { $enough }.
unsuited-too-many = Der skal trækkes { $wanted }, men der er kun { $there }.
unsuited-too-few = Der er { $wanted } at give ud, men det kræver mindst { $least }, hvis alle skal have deres mindste antal.
unsuited-weight = Vægt nummer { $at } er negativ eller ikke et tal, eller alle vægte er nul. Ret vægtene.
unsuited-rate = Svarprocenten eller andelen { $rate } kan ikke bruges. Skriv et tal over 0 og op til 1.
unsuited-lists = To lister, der hører sammen, passer ikke sammen fra plads { $at }. Tjek, at de er lige lange.
unsuited-sum = Brevene til grupperne giver { $sum } i alt, men det skulle være { $wanted }. Ret tallene.
