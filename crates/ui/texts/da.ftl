### Faste tekster i komponenterne.

## Siden omkring indholdet
skip = Gå til sidens indhold
home = Forside
breadcrumbs = Brødkrumme
main-menu = Hovedmenu
menu = Menu
close = Luk
sign-in = Log ind
sign-out = Log ud
signed-in-as = Logget ind som
questions = Spørgsmål? Skriv til
call = Ring på

## Beskeder
mood-info = Information
mood-success = Succes
mood-warning = Advarsel
mood-error = Fejl

## Formularer
optional = (frivilligt)
error-prefix = Fejl:
errors-title = { $count ->
    [one] Der er en fejl, du skal rette
   *[other] Der er { $count } fejl, du skal rette
}
choose = Vælg
cancel = Fortryd
day = Dag
month = Måned
year = År
limit = Du kan skrive op til { $count } tegn
limit-left = Du har { $n } tegn tilbage
limit-over = Du har skrevet { $n } tegn for meget
remove = Fjern
row-added = er tilføjet
row-removed = er fjernet
search = Søg
change = Ret
copy = Kopiér
copied = Kopieret

## Tabeller, lister og trin
sort-by-this = (sortér efter denne kolonne)
sort-ascending = (vend rækkefølgen, så den er stigende)
sort-descending = (vend rækkefølgen, så den er faldende)
chart-numbers = Se tallene som tabel
pagination = Sider i listen
previous-page = Forrige
next-page = Næste
page-of = Side { $page } af { $total }
page-number = Side { $page }
pages-left-out = Sider, der ikke vises
step-of = Trin { $step } af { $total }
step-done = Trin { $step } er gennemført
step-faulty = Fejl i trin { $step }

## Levende dele
live-lost = Forbindelsen er afbrudt. Siden prøver selv igen.
live-reload = Hent siden igen for at se det nyeste
