#!/bin/sh
# Makes the jar that Pulumi.yaml names, so that a preview starts java directly and never Maven: compiles what is missing or
# older than its sources, and writes a jar that points at the classes and libraries. usage: build.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=${here%/tools/pulumi-app}
folder=$home/target/pulumi-app
classpath=$folder/classpath
jar=$folder/slipway-pulumi.jar

is_current() {
  [ -f "$jar" ] && [ -z "$(find "$home/src/main" "$home/pom.xml" "$here" -newer "$jar" 2>&1)" ]
}

need() {
  command -v "$1" >/dev/null 2>&1 || {
    echo "slipway: there is no '$1'. Install $2." >&2
    exit 2
  }
}

if is_current; then
  exit 0
fi
jar_tool=jar
if [ -n "${JAVA_HOME:-}" ]; then
  jar_tool=$JAVA_HOME/bin/jar
fi
need "$jar_tool" "a JDK of version 17 or later, or set JAVA_HOME to one"
need mvn "Maven 3.8 or later"
echo "slipway: compiling the Pulumi program..." >&2
mkdir -p "$folder"
# Each module writes its class path over that of the one before; the last is the pom of this door, which brings the classes and
# its libraries and no others.
(cd "$home" && mvn -q -B -ntp -pl :slipway-pulumi -am compile \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
  "-Dmdep.outputFile=$classpath" -DincludeScope=runtime -DexcludeArtifactIds=aws) >&2 || {
  echo "slipway: the program does not compile; see above." >&2
  exit 2
}

# A manifest takes URLs parted by spaces, those of folders with a slash at their end, and lines of 72 bytes.
urls=$({ cat "$classpath"; echo; } | tr ':' '\n' | sed '/^$/d; /\.jar$/!s#$#/#; s/ /%20/g; s/^/file:/' | tr '\n' ' ')
{
  echo "Main-Class: dev.slipway.pulumi.EnvironmentProgram"
  echo "Class-Path: $urls" | fold -b -w 70 | sed '2,$s/^/ /'
} >"$folder/manifest"
"$jar_tool" --create --file "$jar.$$" --manifest "$folder/manifest"
mv -f "$jar.$$" "$jar"
