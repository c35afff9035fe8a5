# panel: files and what was asked
panel-wrong = There are mistakes, and nothing was written. Mend them and try again:
panel-unreadable = The file { $path } cannot be read: { $detail }. Check its name, and whether you may read it.
panel-no-table = { $path }: { $why }
panel-notice = { $source ->
    [quotas] The file of quotas
    [people] The file of the pool
    [selected] The file of those already selected
    [excluded] The file of those excluded
   *[other] The file
}: { $notice }
panel-more = … and { $count } more. Use --json to get them all.

# panel check
panel-feasible = It works: there is at least one panel that meets all quotas.
panel-infeasible = It does not work: no panel can meet all quotas.
panel-open = It is not settled whether a panel can meet all quotas: the search took too long.
panel-not-a-draw = This is a trial and not a draw. Nobody was selected.
