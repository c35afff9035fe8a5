mail-order-subject = Confirmation: { $course }, { $when }
mail-order-intro = { $seats ->
    [one] Thank you for signing up. The seat is yours.
   *[other] Thank you for signing up. The { $seats } seats are yours.
 }
mail-fact-course = Course
mail-fact-when = When
mail-fact-where = Where
mail-fact-participants = Participants
mail-fact-price = Price excl. VAT
mail-fact-vat = VAT
mail-fact-total = In all
mail-fact-payer = Payer
mail-order-minimum = The course runs with at least { $minimum } participants. After the deadline on { $deadline } we write whether it does. The invoice comes only then.
mail-order-link = See or cancel
mail-order-link-text = With the link you can see the sign-up and cancel. It is personal: share it only with those who may cancel.
mail-order-terms = Terms
mail-seat-subject = You are signed up: { $course }, { $when }
mail-seat-intro = { $payer } has signed you up for the course. The calendar entry is attached.
mail-seat-case = If you have an idea or a plan for citizen involvement, bring it: you can work on it during the course.
mail-seat-cancel = If you cannot come, write to { $contact }, who signed you up.
mail-cancel-subject = Cancelled: { $course }, { $when }
mail-cancel-intro = { $name } is no longer signed up for the course.
mail-cancel-free = Cancelling is free of charge.
mail-cancel-fee = According to the terms, cancelling costs { $fee } excl. VAT.
mail-interest-subject = You are on the interest list: { $course }
mail-interest-intro = We write to you when there is a new edition. You are not signed up for anything yet.
mail-interest-leave = Take me off the list
mail-interest-kept = We keep your mail address until you take yourself off the list, but at most two years.
