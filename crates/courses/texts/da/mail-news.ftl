### Breve om et helt hold.

mail-news-runs-subject = Vi gennemfører: { $course }, { $when }
mail-news-runs = Kurset bliver til noget. Vi glæder os til at se dig. Kalenderaftalen er vedhæftet.
mail-news-uncertain-subject = Usikkert: { $course }, { $when }
mail-news-uncertain = Vi har skrevet, at kurset gennemføres. Det er nu blevet usikkert. Vi skriver igen, så snart vi ved mere. Din plads er stadig din.
mail-news-cancelled-subject = Vi aflyser: { $course }, { $when }
mail-news-cancelled = Vi er desværre nødt til at aflyse kurset. Aftalen bliver fjernet fra din kalender.
mail-news-cancelled-free = I skal ikke betale noget. Er der betalt, får I det hele tilbage.
mail-news-other-editions = Se andre hold, eller meld interesse
mail-news-changed-subject = Ændret: { $course }, { $when }
mail-news-changed = Tid eller sted er ændret. Den nye kalenderaftale er vedhæftet og erstatter den gamle.
mail-news-moved-subject = Flyttet: { $course }, { $when }
mail-news-moved = Holdet, du er tilmeldt, er flyttet til en ny dato. Din plads følger med. Den nye kalenderaftale er vedhæftet. Kan du ikke den nye dag, så skriv til os.
mail-news-invoice = Fakturaen kommer som aftalt ved tilmeldingen.
mail-fact-link = Link til mødet
mail-fact-access = Adgang
