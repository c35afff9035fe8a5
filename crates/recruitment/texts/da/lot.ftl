### Terninger, mønter, kugler og løfter.

ceremony-way = { $kind ->
    [coin] Kast en mønt { $throws } gange; den ene side er 0, den anden 1, som aftalt på forhånd.
    [die] Kast en terning med { $sides } sider { $throws } gange, eller så mange terninger på én gang i en aftalt rækkefølge. Siderne tælles fra 0; på en almindelig terning er seks 0.
   *[urn] Træk { $throws } gange en kugle blandt { $sides }, der er nummereret fra 0, og læg den tilbage hver gang.
} Det første kast er det forreste ciffer. Det giver et af { $panels } paneler.
ceremony-all-count = Alle { $all } udfald tæller.
ceremony-some-count = { $counting } af { $all } udfald tæller; kommer et af de andre, begyndes der forfra.
ceremony-again = Det udfald tæller ikke, ellers ville nogle paneler have større chance end andre. Begynd forfra.
misread-throws = Der er skrevet { $got } kast, men der skal være { $wanted }. Skriv dem alle i rækkefølge.
misread-side = Kast nummer { $throw } kan ikke vise { $side }. Siderne tælles fra 0; ret tallet.
secret-too-short = Hemmeligheden har { $characters } tegn, og så kort en tekst kan gættes. Brug mindst { $least } tilfældige tegn.
