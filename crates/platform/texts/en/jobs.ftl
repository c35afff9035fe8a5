jobs-title = Background work
jobs-lead = Mails, documents and other things that are made after something has changed.
jobs-queues = Queues
jobs-queue = Queue
jobs-queue-events = Events
jobs-queue-mail = Mail
jobs-queue-documents = Documents
jobs-queue-compute = Computing
jobs-queue-housekeeping = Housekeeping and reminders
jobs-waiting = Waiting
jobs-due = Due now
jobs-running = Running
jobs-dead = Given up
jobs-oldest = Oldest due
jobs-mails = { $waiting ->
    [0] No mail waits to be sent
    [one] 1 mail waits to be sent
   *[other] { $waiting } mails wait to be sent
 }, and { $dead ->
    [0] none is given up.
    [one] 1 is given up.
   *[other] { $dead } are given up.
 }
jobs-dead-title = Given up
jobs-empty-title = Nothing is given up
jobs-empty-text = When something fails too often, you can try it again or discard it here.
jobs-kind = Work
jobs-reason = What went wrong
jobs-attempts = Attempts
jobs-since = Given up
jobs-actions = Actions
jobs-retry = Try again
jobs-retried = The work is back in the queue.
jobs-not-retried = The work was not put back in the queue: it is not given up any more, or the same work is already waiting.
jobs-discard = Discard
jobs-discard-question = Do you want to discard the work?
jobs-discard-consequence = Then it will never be done. If it is a mail, it will not be sent.
jobs-discarded = The work is discarded.
jobs-not-discarded = The work was not discarded, because it is not given up any more.
jobs-older = Older
jobs-log-retried = Given-up work put back in the queue
jobs-log-discarded = Given-up work discarded
