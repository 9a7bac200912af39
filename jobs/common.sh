# What the launchers share, read by them with home set: a Java that is new enough, with its options, and a build that is no older than the sources.

fail() {
  printf 'Error: %s\n' "$1" >&2
  exit "${2:-2}"
}

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
command -v "$java" >/dev/null 2>&1 || fail "Java is missing: install a JDK, 17 or newer, or point JAVA_HOME to one."
version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
major=${version%%[.-]*}
case $major in
  '' | *[!0-9]*) fail "Cannot tell the version of $java: install a JDK, 17 or newer." ;;
esac
[ "$major" -ge 17 ] || fail "Java $version is too old: install a JDK, 17 or newer, or point JAVA_HOME to one."

jar=$home/target/physio-outcomes.jar
needs_build() {
  [ -f "$jar" ] && [ -d "$home/target/lib" ] || return 0
  [ -n "$(find "$home/src/main" "$home/pom.xml" -newer "$jar" -print -quit)" ]
}

build() {
  command -v mvn >/dev/null 2>&1 || fail "Maven is missing: install Maven, 3.8 or newer, to build this program."
  maven=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  case $maven in
    [0-2].* | 3.[0-7]) fail "Maven $maven is too old: install Maven, 3.8 or newer." ;;
  esac
  mkdir -p "$home/target"
  printf 'Building physio-outcomes (the first time, Maven fetches its libraries: a few minutes) …\n' >&2
  if ! mvn -B -q -f "$home/pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true package \
    >"$home/target/build.log" 2>&1 </dev/null; then
    tail -n 20 "$home/target/build.log" >&2
    fail "The build failed; all of its output is in $home/target/build.log." 1
  fi
  rm -rf "$home/target/cds"
}

if needs_build; then
  build
fi

export LC_ALL=C.UTF-8
umask 077
export FONTCONFIG_FILE=$home/target/fonts/fonts.conf

terminal=false
[ -t 2 ] && terminal=true

# What Spark and Iceberg need of Java.
opens=()
for package in java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent \
  java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar; do
  opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
if [ "$major" -ge 24 ]; then
  opens+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
fi
