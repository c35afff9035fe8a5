jobs-title = Baggrundsarbejde
jobs-lead = Mails, dokumenter og andet, der laves, efter at noget er ændret.
jobs-queues = Køer
jobs-queue = Kø
jobs-queue-events = Hændelser
jobs-queue-mail = Mail
jobs-queue-documents = Dokumenter
jobs-queue-compute = Beregning
jobs-queue-housekeeping = Oprydning og påmindelser
jobs-waiting = Venter
jobs-due = Klar nu
jobs-running = I gang
jobs-dead = Opgivet
jobs-oldest = Ældste, der er klar
jobs-mails = { $waiting ->
    [0] Ingen mails venter på at blive sendt
    [one] 1 mail venter på at blive sendt
   *[other] { $waiting } mails venter på at blive sendt
 }, og { $dead ->
    [0] ingen er opgivet.
    [one] 1 er opgivet.
   *[other] { $dead } er opgivet.
 }
jobs-dead-title = Opgivet
jobs-empty-title = Intet er opgivet
jobs-empty-text = Når noget mislykkes for mange gange, kan du prøve det igen eller kassere det her.
jobs-kind = Arbejde
jobs-reason = Hvad der gik galt
jobs-attempts = Forsøg
jobs-since = Opgivet
jobs-actions = Handlinger
jobs-retry = Prøv igen
jobs-retried = Arbejdet er lagt i køen igen.
jobs-not-retried = Arbejdet er ikke lagt i køen igen: Det er ikke længere opgivet, eller det samme arbejde venter allerede.
jobs-discard = Kassér
jobs-discard-question = Vil du kassere arbejdet?
jobs-discard-consequence = Så bliver det aldrig gjort. Er det en mail, bliver den ikke sendt.
jobs-discarded = Arbejdet er kasseret.
jobs-not-discarded = Arbejdet er ikke kasseret, for det er ikke længere opgivet.
jobs-older = Ældre
jobs-log-retried = Opgivet arbejde lagt i køen igen
jobs-log-discarded = Opgivet arbejde kasseret
