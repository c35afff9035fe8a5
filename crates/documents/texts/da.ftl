# Every document
document-page = Side { $page } af { $pages }

# Flyer of a course programme
flyer-description = Kursusprogram fra { $house }: { $title }
flyer-issued = { $house }, { $date }
flyer-qr-alt = QR-kode, der åbner { $address }
flyer-course = Kursus
flyer-when-where = Tid og sted
flyer-status-price = Pladser og pris
flyer-practical = Det praktiske
flyer-price = Pris
flyer-place = Sted
flyer-times = Tid
flyer-deadline = Tilmelding
flyer-minimum = Deltagere
flyer-who = Hvem kan deltage?
flyer-contact = Tilmelding og kontakt
flyer-write-to = Skriv til
flyer-read-more = Læs mere og tilmeld dig på

# Spreadsheets
sheet-yes = ja
sheet-no = nej
sheet-cut = … [afkortet: teksten var på { $length } tegn]

# Import: why a file cannot be read at all
import-empty = Filen er tom. Den skal have en række med overskrifter og en række for hver.
import-too-large = Filen fylder { $size }. Den må højst fylde { $limit }.
import-bomb = Filen fylder mere end { $limit }, når den pakkes ud. Gem listen alene i en ny fil, og prøv igen.
import-too-many-rows = Filen har mere end { $limit } rækker. Del den i flere filer.
import-too-many-columns = Filen har mere end { $limit } kolonner. Slet dem, der ikke skal bruges.
import-too-many-cells = Filen har mere end { $limit } udfyldte felter. Del den i flere filer.
import-cell-too-long = Feltet i række { $row }, kolonne { $column } har mere end { $limit } tegn.
import-open-quote = Et anførselstegn i række { $row } bliver aldrig lukket. Slet det, eller sæt et til.
import-old-or-locked = Filen er enten en gammel Excel-fil (.xls) eller beskyttet med adgangskode. Gem den som .xlsx eller .ods uden adgangskode.
import-not-a-workbook = Filen er ikke et regneark. Gem den som .xlsx, .ods eller .csv.
import-not-a-table = Filen er hverken tekst eller regneark. Gem den som .xlsx, .ods eller .csv.
import-damaged = Filen er beskadiget. Åbn den i dit regneark, gem den igen, og prøv én gang til.

# Import: what to know about a file that could be read
import-guessed-encoding = Filen fortalte ikke, hvordan æ, ø og å er skrevet. Se efter, om navnene står rigtigt.
import-other-sheets = Kun det første ark er læst. Disse ark er ikke med: { $names }.
import-error-cell = Række { $row }, kolonne { $column } viser en fejl: { $value }.

# Import: what to mend
import-at-cell = Række { $row }, kolonne { $column } »{ $heading }«: { $problem }
import-at-row = Række { $row }: { $problem }
import-left-out = { $n ->
    [one] Der er én ting mere at rette.
   *[other] Der er { $n } ting mere at rette.
}
import-no-rows = der er ingen rækker under overskrifterne.
import-column-missing = kolonnen »{ $name }« mangler.
import-column-twice = samme oplysning står allerede i kolonne { $first }. Slet den ene.
import-missing = feltet skal udfyldes.
import-not-a-number = »{ $value }« er ikke et helt tal.
import-not-an-amount = »{ $value }« er ikke et beløb. Skriv for eksempel 3.000 eller 3.000,50.
import-not-a-date = »{ $value }« er ikke en dato. Skriv for eksempel 26-10-2026.
import-not-yes-or-no = »{ $value }« er hverken ja eller nej.
import-too-long = teksten er på { $length } tegn. Den må højst være på { $limit }.
import-twice = står allerede i række { $first }.
import-not-one-of = »{ $value }« kan ikke bruges her. Skriv { $allowed }.
