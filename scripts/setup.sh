# What `run` and `test` share: find out what the machine lacks, and set it up.
#
# As root on Debian or Ubuntu, missing system packages are installed. An ordinary user gets one line to run and nothing is changed.
# Everything else (npm packages, Python packages, a newer Node) goes into folders of this repository that git ignores.

# Packages found missing by the need_* functions, installed together by install_missing.
MISSING=()

if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  BOLD=$'\e[1m' GREEN=$'\e[32m' RED=$'\e[31m' YELLOW=$'\e[33m' PLAIN=$'\e[0m'
else
  BOLD='' GREEN='' RED='' YELLOW='' PLAIN=''
fi

say() { printf '%s\n' "$*"; }
heading() { printf '\n%s== %s%s\n' "$BOLD" "$*" "$PLAIN"; }

# Ends with the reason and the mend.
give_up() {
  printf '%s%s%s\n' "$RED" "$1" "$PLAIN" >&2
  shift
  [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
  exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

# at_least 20.19 20.20.2: whether the second version is the first or newer.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }

# The version of Rust that the workspace asks for, from the one place that says it.
need_rust() {
  local wanted found
  wanted=$(sed -n 's/^rust-version *= *"\(.*\)"/\1/p' Cargo.toml)
  # Rust installed by rustup for this user is not always on the path of a fresh shell.
  has cargo || PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
  has cargo || give_up "Rust is missing: cargo was not found." "Install Rust $wanted or newer, for example from https://rustup.rs, and try again."
  found=$(cargo --version | cut -d ' ' -f 2)
  at_least "$wanted" "${found%%-*}" || give_up "Rust is too old: $found was found, $wanted or newer is needed." "With rustup: rustup update stable"
}

# A C compiler that links a program, for the parts of SQLite and the cryptography that are written in C.
need_compiler() {
  printf '#include <stdio.h>\nint main(void) { return 0; }\n' | cc -x c - -o /dev/null 2>/dev/null || MISSING+=(gcc libc6-dev)
}

# What HiGHS is built with: its own makers, a C++ compiler, and libclang, which reads its headers.
need_highs() {
  has cmake || MISSING+=(cmake)
  has c++ || MISSING+=(g++)
  has make || MISSING+=(make)
  [ -n "${LIBCLANG_PATH:-}" ] || compgen -G '/usr/lib/llvm-*/lib/libclang.so*' >/dev/null || compgen -G '/usr/lib*/libclang.so*' >/dev/null \
    || MISSING+=(libclang-dev)
}

# Node builds the styles and scripts. What is too old is put right by newer_node, which needs npm only.
NODE_WANTED=20.19
need_node() {
  has node && has npm || MISSING+=(nodejs npm)
}

# Debian 12 has Node 18. A newer one comes from the npm registry into .node/, where it disturbs nobody.
NODE_VERSION=22.23.3
newer_node() {
  local machine package
  at_least "$NODE_WANTED" "$(node --version | tr -d v)" && return
  case "$(uname -m)" in
    x86_64) machine=x64 ;;
    aarch64) machine=arm64 ;;
    *) give_up "Node $(node --version) is too old and there is no ready-made newer one for $(uname -m)." "Install Node $NODE_WANTED or newer." ;;
  esac
  package="node-linux-$machine"
  PATH="$PWD/.node/node_modules/$package/bin:$PATH"
  hash -r
  if ! at_least "$NODE_WANTED" "$(node --version | tr -d v)"; then
    say "Node $NODE_WANTED or newer is needed: fetching $NODE_VERSION into .node/"
    npm install --prefix .node --no-save --no-audit --no-fund "$package@$NODE_VERSION" >/dev/null \
      || give_up "Node could not be fetched." "Install Node $NODE_WANTED or newer and try again."
    hash -r
  fi
}

chromium_path() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

need_chromium() { chromium_path >/dev/null || MISSING+=(chromium); }

# The programs of a PostgreSQL server. The tests start a throw-away one of their own, so no cluster is made here.
need_postgres() {
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || has initdb || MISSING+=(postgresql)
}

need_python() {
  python3 -c 'import venv, ensurepip' 2>/dev/null || MISSING+=(python3 python3-venv)
}

install_missing() {
  [ ${#MISSING[@]} -gt 0 ] || return 0
  local packages="${MISSING[*]}"
  local command="apt-get install -y --no-install-recommends $packages"
  MISSING=()
  has apt-get || give_up "These programs are missing: $packages (names of Debian packages)." "Install them with the tools of your system and try again."
  [ "$(id -u)" = 0 ] || give_up "These system packages are missing: $packages" "Run:  sudo $command" "and try again. Nothing has been changed."
  say "Installing system packages: $packages"
  export DEBIAN_FRONTEND=noninteractive
  case " $packages " in
    *" postgresql "*)
      # Only the programs are wanted, not a server running in the background.
      if [ ! -e /etc/postgresql-common ]; then
        mkdir -p /etc/postgresql-common/createcluster.d
        echo 'create_main_cluster = false' >/etc/postgresql-common/createcluster.d/inddrag-tests.conf
      fi
      ;;
  esac
  # Lists of packages may be missing or too old; fetching them once helps in both cases.
  if ! ls /var/lib/apt/lists/*Packages* >/dev/null 2>&1 || ! $command </dev/null >/dev/null 2>&1; then
    apt-get update -q </dev/null >/dev/null || say "The package lists could not be fetched; trying with those at hand."
    $command </dev/null || give_up "The packages could not be installed." "The command was: $command"
  fi
}

# npm packages exactly as web/package-lock.json says, only when that has changed.
npm_packages() {
  fetch_npm_packages web
}

# The identity provider that the sign-in tests talk to.
provider_packages() {
  fetch_npm_packages tests/oidc
}

fetch_npm_packages() {
  local folder=$1
  local installed=$folder/node_modules/.package-lock.json
  if [ ! -e "$folder/package-lock.json" ] || { [ -e "$installed" ] && [ ! "$folder/package-lock.json" -nt "$installed" ]; }; then return; fi
  say "Fetching npm packages of $folder"
  (cd "$folder" && npm ci --no-audit --no-fund --ignore-scripts </dev/null) || give_up "npm packages could not be fetched." "Is there network? Try: cd $folder && npm ci"
  touch "$installed"
}

# Validators written in Python, in .venv/, only when their list has changed.
python_packages() {
  local list=tests/validators/requirements.txt
  [ -e "$list" ] || return 0
  if [ -e .venv/installed ] && [ ! "$list" -nt .venv/installed ]; then return; fi
  say "Fetching Python packages for the validators"
  python3 -m venv .venv && .venv/bin/python -m pip install --quiet -r "$list" </dev/null \
    || give_up "Python packages could not be fetched." "Is there network? Try: python3 -m venv .venv && .venv/bin/pip install -r $list"
  touch .venv/installed
}

# Where cargo puts what it builds.
target_directory() {
  cargo metadata --format-version 1 --no-deps 2>/dev/null | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}
