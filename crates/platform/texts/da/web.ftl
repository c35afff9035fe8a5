error-not-found-title = Siden findes ikke
error-not-found-text = Adressen kan være skrevet forkert, eller siden kan være flyttet. Søg herunder, eller gå til forsiden.
error-sign-in-title = Log ind først
error-sign-in-text = Siden er kun for dem, der er logget ind. Log ind, så kommer du tilbage hertil.
error-forbidden-title = Du har ikke adgang
error-forbidden-text = Din rolle i organisationen giver ikke adgang til denne side. En administrator kan ændre din rolle.
error-form-token-title = Formularen skal sendes igen
error-form-token-text = Formularen har været åben længe, eller du er logget ind eller ud i mellemtiden. Intet er gemt endnu, og intet er tabt: Tryk på knappen for at sende det, du skrev.
error-form-token-button = Send igen
error-form-token-files = Filer, du havde valgt, skal vælges igen på den forrige side.
error-cross-site-title = Formularen kom fra et andet websted
error-cross-site-text = Vi tager kun imod formularer, der er udfyldt her på siden. Åbn siden her, og prøv igen.
error-unreadable-title = Teksten kan ikke læses
error-unreadable-text = Det, der blev sendt, er ikke gyldig tekst (UTF-8) eller har for mange felter. Gå tilbage, og skriv teksten igen.
error-too-large-title = Det er for stort
error-too-large-text = Det, du sendte, fylder mere end { $limit }. Gå tilbage, gør teksten kortere eller filen mindre, og send igen.
error-too-many-title = Vent lidt
error-too-many-text = { $seconds ->
    [one] Der kommer for mange forespørgsler fra din forbindelse. Prøv igen om { $seconds } sekund.
   *[other] Der kommer for mange forespørgsler fra din forbindelse. Prøv igen om { $seconds } sekunder.
 }
error-dead-link-title = Linket virker ikke længere
error-dead-link-text = Linket er brugt, udløbet eller ikke kopieret helt. Bed om et nyt, eller skriv til os.
error-unavailable-title = Vi er her snart igen
error-unavailable-text = Siden kan ikke svare lige nu. Prøv igen om lidt. Har du udfyldt en formular, så gå tilbage: Det, du skrev, står der endnu.
error-internal-title = Noget gik galt hos os
error-internal-text = Fejlen er skrevet i vores log. Prøv igen, eller skriv til os og nævn nummeret nedenfor.
error-request = Fejlnummer: { $number }
error-search-label = Søg på siden
error-home = Gå til forsiden
site-profile = Min profil
site-house = Administration
site-demo = Demo: alt indhold er opdigtet, og mails lægges i demopostkassen.
site-mailbox = Se demopostkassen
site-operations = Drift
site-components = Byggeklodser
