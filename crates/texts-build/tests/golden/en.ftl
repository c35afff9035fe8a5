-brand = Inddrag

letter =
    Dear { $name }

    See you { $role ->
        [admin] on { $n ->
            [one] the course
           *[other] { $n } courses
        }
       *[member] on the course
    }.

budget = { $amount } in all for { $name }

seats = { $n ->
    [-1] minus one seat
    [one] One seat
   *[other] { $n } seats
} on { $course-title } for { $role ->
    [admin] you
   *[member] { $name }
}.

title = Welcome to { -brand }
quoted = "Yes" \ `no`
