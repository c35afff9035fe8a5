mail-order-subject = Bekræftelse: { $course }, { $when }
mail-order-intro = { $seats ->
    [one] Tak for tilmeldingen. Pladsen er din.
   *[other] Tak for tilmeldingen. De { $seats } pladser er jeres.
 }
mail-fact-course = Kursus
mail-fact-when = Hvornår
mail-fact-where = Hvor
mail-fact-participants = Deltagere
mail-fact-price = Pris ekskl. moms
mail-fact-vat = Moms
mail-fact-total = I alt
mail-fact-payer = Betaler
mail-order-minimum = Kurset gennemføres med mindst { $minimum } deltagere. Vi skriver efter tilmeldingsfristen den { $deadline }, om det bliver til noget. Fakturaen kommer først da.
mail-order-link = Se eller afmeld
mail-order-link-text = Med linket kan du se tilmeldingen og afmelde. Det er personligt: Del det kun med dem, der må afmelde.
mail-order-terms = Vilkår
mail-seat-subject = Du er tilmeldt: { $course }, { $when }
mail-seat-intro = { $payer } har tilmeldt dig kurset. Kalenderaftalen er vedhæftet.
mail-seat-case = Har du en idé eller en plan til et forløb med borgerinddragelse, så tag den med: Du kan arbejde med den på kurset.
mail-seat-cancel = Kan du ikke komme, så skriv til { $contact }, der har tilmeldt dig.
mail-cancel-subject = Afmeldt: { $course }, { $when }
mail-cancel-intro = { $name } er afmeldt kurset.
mail-cancel-free = Afmeldingen er gratis.
mail-cancel-fee = Efter vilkårene koster afmeldingen { $fee } ekskl. moms.
mail-interest-subject = Du står på interesselisten: { $course }
mail-interest-intro = Vi skriver til dig, når der kommer et nyt hold. Du er ikke tilmeldt noget endnu.
mail-interest-leave = Tag mig af listen
mail-interest-kept = Vi gemmer din mailadresse, til du tager dig selv af listen, dog højst i to år.
