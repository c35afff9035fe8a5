mail-dear = Dear { $name }
mail-hello = Hello
mail-regards = Kind regards
mail-button-fallback = If the button does not work, copy the address:
mail-footer-answer = This mail was sent automatically. You can answer it; the answer goes to { $email }.
mail-footer-no-answer = This mail was sent automatically. Answers to it are not read.

# The demo's mailbox
mailbox-title = Mailbox
mailbox-lead = All mails the demo has sent. None of them has left this machine.
mailbox-empty-title = There are no mails yet
mailbox-empty-text = Sign up for a course, or ask for a link to sign in, and one will come.
mailbox-subject = Subject
mailbox-no-subject = (no subject)
mailbox-from = From
mailbox-reply-to = Answers to
mailbox-to = To
mailbox-at = Sent
mailbox-text = As text
mailbox-html = As mail programs show it
mailbox-files = Files
mailbox-calendar = Calendar entry
mailbox-file = File without a name
mailbox-back = To the mailbox
