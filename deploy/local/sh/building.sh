# shellcheck shell=sh
# Finds a JDK and Maven, builds what is older than its sources, and runs the tests; read by ./suite.

# The major version of the JDK in $1, or 0. Most say it in a file, which spares the start of one program for each.
major() {
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . && return
  "$1/bin/javac" -J-XX:-UsePerfData -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' | grep . || echo 0
}

find_jdk() {
  best=0
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-/none}" "${on_path:-/none}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/*; do
    version=$(major "$candidate")
    if [ "$version" -gt "$best" ]; then best=$version; found=$candidate; fi
  done
  if [ "$best" -lt 21 ]; then
    echo "suite: 需要 JDK 21 或更新的版本，没有找到。 A JDK 21 or newer is needed and none was found." >&2
    echo "  Debian/Ubuntu: apt-get install openjdk-21-jdk    macOS: brew install openjdk@21" >&2
    echo "  或将 JAVA_HOME 设为已有的 JDK or set JAVA_HOME to one you have." >&2
    exit 1
  fi
  JAVA_HOME=$found
  export JAVA_HOME
}

find_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    echo "suite: 需要 Maven 3.8.7 或更新的版本，PATH 上没有 mvn。 Maven 3.8.7 or newer is needed and mvn is not on the PATH." >&2
    echo "  Debian/Ubuntu: apt-get install maven    macOS: brew install maven" >&2
    exit 1
  fi
}

# Becomes Maven, so that what ends it ends that; "gently" is how it stands back behind what is more urgent.
gently=
# Compiling leaves much behind, on both cores; a Maven that waits for its tests needs neither threads nor room for that.
COMPILING='-XX:+UseParallelGC -Xmn1g'
collector='-XX:+UseSerialGC'
become_maven() { cd "$SUITE_HOME" && MAVEN_OPTS="-XX:-UsePerfData -XX:+IgnoreUnrecognizedVMOptions -XX:+UseTransparentHugePages $collector ${MAVEN_OPTS:-}" exec $gently mvn -B -ntp "$@"; }

maven() { find_maven; (become_maven "$@"); }

# Runs a command that ends with this script, however the script is ended.
attended() {
  "$@" &
  child=$!
  trap 'kill "$child" 2>/dev/null; rm -rf "$BUILDING"; exit 143' INT TERM HUP
  wait "$child" && ended=0 || ended=$?
  trap - INT TERM HUP
  return "$ended"
}

# One build at a time: a second one waits for the first. Who holds the lock stands in it, and what he does.
BUILDING=$SUITE_HOME/.suite/building
lock_build() {
  mkdir -p "$SUITE_HOME/.suite"
  told=nothing
  until mkdir "$BUILDING" 2>/dev/null; do
    if ! kill -0 "$(cat "$BUILDING/pid" 2>/dev/null || echo $$)" 2>/dev/null; then
      rm -rf "$BUILDING"
    else
      what=$(cat "$BUILDING/what" 2>/dev/null || echo compile)
      if [ "$what" != "$told" ]; then
        told=$what
        waiting_for "$what"
      fi
    fi
    sleep 1
  done
  echo $$ > "$BUILDING/pid"
}

# What a command that waits is told, once for each part of the work: what goes on, and since when.
waiting_for() {
  since=$(ls -ld "$BUILDING/what" 2>/dev/null | awk '{ print $8 }')
  case $1 in
    train) echo "另一个命令已经编译好，正在为以后启动得快做准备（训练，$since 开始，一般 3 至 5 分钟，慢的机器 15 分钟）；做完本命令自动继续，进度见 .suite/train.log another command has compiled and makes the caches that let later starts be quick (since $since; 3 to 5 minutes as a rule, 15 on a slow machine); this one goes on by itself then, see .suite/train.log …" >&2 ;;
    *) echo "另一个命令正在编译（第一次一般 3 至 5 分钟，慢的机器 15 分钟），然后为以后启动得快做准备；做完本命令自动继续 another command is compiling here (3 to 5 minutes the first time as a rule, 15 on a slow machine) and makes the caches for quick starts after that; this one goes on by itself then …" >&2 ;;
  esac
}

build() {
  lock_build
  echo compile > "$BUILDING/what"
  # In a condition "set -e" does not hold: each step says itself that it failed.
  find_maven
  if ! attended package; then
    rm -rf "$BUILDING"
    return 1
  fi
  # Starts will be quicker where this works; nothing depends on it.
  echo train > "$BUILDING/what"
  attended train > "$SUITE_HOME/.suite/train.log" 2>&1 || echo "suite: 没有 AOT 缓存，启动会慢一些 no AOT caches; starts will take longer" >&2
  : > "$STAMP"
  rm -rf "$BUILDING"
}

# Both become the program they start, so that what ends them ends it.
# What only measures is left out, with the libraries it is measured against; the tests compile it.
package() { collector=$COMPILING; become_maven -Pquick,plain -T2 -pl '!benchmarks' -DskipTests package; }

train() { local_suite train; }

stale() {
  [ ! -f "$STAMP" ] || [ ! -d "$LOCAL/lib" ] || [ -n "$(find "$SUITE_HOME" -newer "$STAMP" \
      \( -path '*/src/main/*' -o -name pom.xml \) -type f -not -path '*/target/*' -print 2>/dev/null | head -n 1)" ]
}

# Builds when something that goes into the build is newer than the last build.
built() {
  [ -z "${SUITE_CLASSES:-}" ] || return 0
  if stale && [ -d "$BUILDING" ]; then
    lock_build
    rm -rf "$BUILDING"
  fi
  if stale; then
    why='源代码比上次编译新 sources are newer than the last build'
    [ -f "$STAMP" ] || why='没有编译记录 .suite/built  there is no record of a build'
    echo "正在编译，第一次需几分钟（$why） building, which takes a few minutes the first time; see .build.log …" >&2
    build > "$SUITE_HOME/.build.log" 2>&1 || { tail -n 40 "$SUITE_HOME/.build.log" >&2; die "编译没有成功，见 .build.log  the build failed; see .build.log"; }
  fi
}

reports() { find "$SUITE_HOME" -path '*/target/surefire-reports/*' -name 'TEST-*.xml' "$@"; }

# The slowest test classes and the time of every module, from the reports of surefire.
tell_times() {
  reports -exec awk '
    match($0, /<testsuite [^>]*>/) {
      head = substr($0, RSTART, RLENGTH)
      module = FILENAME; sub(/\/target\/surefire-reports\/.*/, "", module); sub(/.*\//, "", module)
      name = value(head, " name=\""); sub(/.*\./, "", name)
      print value(head, " time=\""), value(head, " tests=\""), module, name
      nextfile
    }
    function value(text, key,   from) {
      from = substr(text, index(text, key) + length(key))
      return substr(from, 1, index(from, "\"") - 1)
    }' {} + | sort -rn | awk '
    { seconds[$3] += $1; tests[$3] += $2; all += $2; total += $1 }
    NR == 1 { print "The slowest test classes" }
    NR <= 20 { printf "%9.1f s  %-20s %s\n", $1, $3, $4 }
    END {
      print "By module"
      for (m in seconds) printf "%9.1f s  %-20s %d tests\n", seconds[m], m, tests[m] | "sort -rn"
      close("sort -rn")
      printf "%9.1f s  %-20s %d tests\n", total, "all", all
    }'
}

# A run without a browser is a smaller one, and says so; the tests themselves do, too.
tell_browser() {
  for one in "${SUITE_CHROMIUM:-none}" chromium chromium-browser google-chrome; do
    ! command -v "$one" >/dev/null 2>&1 || return 0
  done
  echo "suite: 本机没有 Chromium，浏览器检验没有做（apt-get install chromium）。 No Chromium is installed here: no page was looked at in a browser." >&2
}

# What Maven says is shown and kept, and how it ended.
step() {
  name=$1
  shift
  { maven "$@" && echo 0 > "$log.$name.status" || echo $? > "$log.$name.status"; } 2>&1 | tee "$log.$name"
  [ "$(cat "$log.$name.status")" = 0 ]
}

# What was compiled and packaged is not made again: two of these share the directories.
MADE='-Dwithout-caches=true -Dis-compiled=true -Dspotless.check.skip=true -Dcyclonedx.skip=true -Dquarkus.build.skip=true'
WHOLE="$MADE -Dtested-elsewhere=true -pl deploy/local -am"

SERVICES=registry-service,draw-service,inspection-service,publication-service
PARTS="!deploy/local,!gateway,!benchmarks,!$(echo $SERVICES | sed 's/,/,!/g')"

# What runs beside the foreground, said when that is over; who breaks this off ends it too.
beside() {
  name=$1
  shift
  find_maven
  become_maven "$@" > "$log.$name" 2>&1 &
}

# Tests of one module alone, without those of what it is built on.
# shellcheck disable=SC2086
alone() { name=$1; beside "$name" $MADE -pl "$name" -am -Dtest="$2" -Dsurefire.failIfNoSpecifiedTests=false verify; }

# First the whole on the packaged programs, and beside it the gateway, whose tests look at the clock, how long a crowd may
# hold up everybody else. The memory, whose tests wait most, what needs no service of its own, and then the services stand
# back for both: what runs burns while it waits, so that the whole, which runs most, is to be done soonest.
test_beside() {
  # shellcheck disable=SC2086
  beside whole $WHOLE test
  whole=$!
  alone gateway 'cn.doublerandom.gateway.**'
  gateway=$!
  gently='nice -n 5'
  alone event-store 'cn.doublerandom.eventstore.**'
  memory=$!
  trap 'kill "$whole" "$gateway" "$memory" 2>/dev/null; exit 143' INT TERM HUP
  ended=0
  gently='nice -n 15'
  # shellcheck disable=SC2086
  step parts -T 2 $MADE -Dmemory-elsewhere=true -pl "$PARTS" verify || ended=$?
  wait "$gateway" || ended=$?
  # shellcheck disable=SC2086
  step services -T 4 $MADE -Dparts-elsewhere=true -Dmemory-elsewhere=true -pl "$SERVICES" -am verify || ended=$?
  wait "$memory" || ended=$?
  wait "$whole" || ended=$?
  trap - INT TERM HUP
  cat "$log.gateway" "$log.event-store" "$log.whole"
  return "$ended"
}

# Each by itself, and then whether the tests would notice a wrong rule (docs/mutants.md).
test_deeply() {
  # shellcheck disable=SC2086
  step parts -Pdeep -T 3 $MADE -pl '!deploy/local' verify \
    && step whole -Pdeep $WHOLE test \
    && step mutants -Pmutants,quick process-test-classes
}

tested() { if [ -n "$deep" ]; then test_deeply; else test_beside; fi; }

# The whole gate: everything compiled, with formatting and static analysis, and packaged; then the modules, three at a
# time, and what they are together. The closing lines of Maven stand at the end, below the times.
test_all() {
  log=$SUITE_HOME/.suite/test.log
  mkdir -p "$SUITE_HOME/.suite"
  rm -f "$log" "$log".*
  reports -exec rm -f {} +
  result=0
  collector=$COMPILING
  # shellcheck disable=SC2086
  step made -T 3 ${deep:--Pplain} -Dwithout-caches=true -DskipTests package || result=$?
  collector='-XX:+UseSerialGC'
  [ "$result" -ne 0 ] || tested || result=$?
  if [ -n "$times" ]; then
    tell_times
    for name in made whole gateway event-store parts services; do
      [ ! -f "$log.$name" ] || sed -n '/Reactor Summary/,$p' "$log.$name"
    done
  fi
  tell_browser
  return "$result"
}
