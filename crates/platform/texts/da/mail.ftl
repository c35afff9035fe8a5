mail-dear = Kære { $name }
mail-hello = Hej
mail-regards = Venlig hilsen
mail-button-fallback = Virker knappen ikke, så kopiér adressen:
mail-footer-answer = Mailen er sendt automatisk. Du kan svare på den; svaret går til { $email }.
mail-footer-no-answer = Mailen er sendt automatisk. Svar på den bliver ikke læst.

# Demoens postkasse
mailbox-title = Postkasse
mailbox-lead = Alle mails, som demoen har sendt. Ingen af dem har forladt maskinen.
mailbox-empty-title = Der er ingen mails endnu
mailbox-empty-text = Tilmeld dig et kursus, eller bed om et link til at logge ind, så kommer der en.
mailbox-subject = Emne
mailbox-no-subject = (uden emne)
mailbox-from = Fra
mailbox-reply-to = Svar til
mailbox-to = Til
mailbox-at = Sendt
mailbox-text = Som tekst
mailbox-html = Som mailprogrammer viser den
mailbox-files = Filer
mailbox-calendar = Kalenderaftale
mailbox-file = Fil uden navn
mailbox-back = Til postkassen
