# Steps of `test`: run each, let it fail without stopping the others, time it, count what its runner counted, and sum up.

STEP_NAMES=() STEP_RESULTS=() STEP_SECONDS=() STEP_COUNTS=()
PASSED=0 FAILED=0 SKIPPED=0
BUILD_TIMES=()

# Tenths of seconds since the epoch, without a program of its own.
now() { local time=${EPOCHREALTIME/[.,]/}; echo $((time / 100000)); }
tenths() { printf '%d.%d' $(($1 / 10)) $(($1 % 10)); }

# Sums what runners print: cargo's "test result: ok. 3 passed; 0 failed; 1 ignored" and Node's "# pass 3" or "ℹ pass 3".
# Prints three numbers: passed, failed, skipped. Nothing when the log has no such line.
count_log() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^test result: / { seen = 1; for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1); if ($i ~ /^ignored/) s += $(i-1) } }
    /^(#|ℹ) (pass|fail|cancelled|skipped|todo) [0-9]+$/ { seen = 1; if ($2 == "pass") p += $3; else if ($2 == "fail" || $2 == "cancelled") f += $3; else s += $3 }
    END { if (seen) print p + 0, f + 0, s + 0 }'
}

# step NAME HEADING COMMAND…: a check. A check whose runner counts nothing counts as one.
step() {
  local name=$1 title=$2 started log copy copier status=0 counts passed failed skipped
  shift 2
  heading "$title"
  log="$LOGS/$name.log"
  started=$(now)
  # Not a pipe: the command runs in this shell, so that it can note build times.
  exec {copy}> >(exec tee "$log")
  copier=$!
  "$@" >&"$copy" 2>&1 </dev/null || status=$?
  exec {copy}>&-
  wait "$copier"
  local took=$(($(now) - started))
  counts=$(count_log "$log")
  if [ -z "$counts" ]; then
    if [ "$status" = 0 ]; then counts='1 0 0'; else counts='0 1 0'; fi
  fi
  read -r passed failed skipped <<<"$counts"
  # A runner that stopped before it could count a failure (it did not compile, it crashed) has still failed.
  if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  if [ "$failed" != 0 ]; then status=1; fi
  PASSED=$((PASSED + passed)) FAILED=$((FAILED + failed)) SKIPPED=$((SKIPPED + skipped))
  local result=passed
  [ "$status" = 0 ] || result=FAILED
  record "$title" "$result" "$took" "$passed passed, $failed failed, $skipped skipped"
  say "$result in $(tenths "$took") s"
}

# skip HEADING REASON: a check that cannot run here, said aloud and counted.
skip() {
  heading "$1"
  say "skipped: $2"
  SKIPPED=$((SKIPPED + 1))
  record "$1" skipped 0 "$2"
}

record() {
  STEP_NAMES+=("$1") STEP_RESULTS+=("$2") STEP_SECONDS+=("$3") STEP_COUNTS+=("$4")
}

# timed LABEL COMMAND…: a build whose time is shown in the summary.
timed() {
  local label=$1 started status=0
  shift
  started=$(now)
  "$@" || status=$?
  BUILD_TIMES+=("$label: $(tenths $(($(now) - started))) s")
  return $status
}

# The table, the build times, and as the very last line the sum.
summary() {
  local i colour
  heading "Summary"
  for i in "${!STEP_NAMES[@]}"; do
    case ${STEP_RESULTS[i]} in passed) colour=$GREEN ;; skipped) colour=$YELLOW ;; *) colour=$RED ;; esac
    printf '%s%-8s%s %8s s  %-34s %s\n' "$colour" "${STEP_RESULTS[i]}" "$PLAIN" "$(tenths "${STEP_SECONDS[i]}")" "${STEP_NAMES[i]}" "${STEP_COUNTS[i]}"
  done
  for i in "${!BUILD_TIMES[@]}"; do say "build time, ${BUILD_TIMES[i]}"; done
  say ''
  say "$PASSED passed, $FAILED failed, $SKIPPED skipped"
  [ "$FAILED" = 0 ]
}
