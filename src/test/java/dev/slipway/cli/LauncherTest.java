package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import dev.slipway.testing.Unprivileged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts the command, with a Java and a build that only say what they are told. */
class LauncherTest {
  @TempDir Path temporary;
  private Path home;
  private Path jdk;
  private final Map<String, String> env = new HashMap<>();

  @BeforeEach
  void install() throws IOException {
    home = Files.createDirectories(temporary.resolve("a folder/slipway"));
    Files.copy(Path.of("slipway"), home.resolve("slipway"));
    write(home.resolve("src/main/java/Main.java"), "");
    write(
        home.resolve("tools/command/build.sh"),
        """
        echo "builds with $3" >&2
        mkdir -p "$2"
        : >"$2/slipway.jar"
        """);
    longAgo(home.resolve("src/main/java/Main.java"), home.resolve("tools/command/build.sh"));
    longAgo(home.resolve("src/main/java"), home.resolve("src/main"), home.resolve("tools/command"));
    jdk = java("jdk", "17.0.15");
    env.put("JAVA_HOME", jdk.toString());
    env.put("XDG_CACHE_HOME", temporary.resolve("cache").toString());
    env.put("SLIPWAY_JAVA_OPTS", "");
    env.put("SLIPWAY_START_CACHE", "");
    env.put("SLIPWAY_JVMS", temporary.resolve("none").toString());
  }

  @Test
  void theFirstUseBuildsAndLaterOnesDoNot() {
    assertThat(run("--version").err()).isEqualTo("builds with " + jdk + "\n");
    assertThat(run("--version").err()).isEmpty();
  }

  @Test
  void whatIsNewerThanTheCommandIsBuiltAgain() throws IOException {
    run("--version");
    longAgo(home.resolve("target/command/slipway.jar"));
    assertThat(run().err()).as("built long ago from what is as old").isEmpty();

    write(home.resolve("src/main/java/New.java"), "");
    assertThat(run().err()).as("a new file").startsWith("builds");

    longAgo(home.resolve("target/command/slipway.jar"), home.resolve("src/main/java/New.java"));
    Files.delete(home.resolve("src/main/java/New.java"));
    assertThat(run().err()).as("a file less").startsWith("builds");
  }

  @Test
  void javaIsStartedForAShortRun() {
    assertThat(run("synth", "-f", "x").out())
        .isEqualTo(
            """
            [-XX:TieredStopAtLevel=1]
            [-XX:+UseSerialGC]
            [-XX:-UsePerfData]
            [-XX:MaxTenuringThreshold=0]
            [-Dslipway.files=%1$s/target/command/files]
            [-Xbootclasspath/a:%1$s/target/command/slipway.jar]
            [dev.slipway.cli.Main]
            [synth]
            [-f]
            [x]
            terminal= locale=C.UTF-8
            """
                .formatted(home));
  }

  @Test
  void argumentsArriveAsTheyAre() {
    assertThat(run("two words", "*", "", "$HOME", "it's", "a\"b").out())
        .contains("[two words]\n[*]\n[]\n[$HOME]\n[it's]\n[a\"b]\n");
  }

  @Test
  void optionsForJavaComeBeforeTheCommand() {
    env.put("SLIPWAY_JAVA_OPTS", "-Xmx2g -Dx=*");

    assertThat(run().out())
        .contains("[-XX:MaxTenuringThreshold=0]\n[-Xmx2g]\n[-Dx=*]\n[-Dslipway.files=");
  }

  @Test
  void largePagesAreAskedForWhereLinuxGivesThem() throws IOException {
    Path setting = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    boolean given = Files.isReadable(setting) && !Files.readString(setting).contains("[never]");
    script(jdk.resolve("bin/java"), "echo \"$@\"");

    assertThat(run().out().contains(" -XX:+UseTransparentHugePages ")).isEqualTo(given);
  }

  @Test
  void theExitCodeIsJavas() throws IOException {
    script(jdk.resolve("bin/java"), "exit 3");

    assertThat(run().code()).isEqualTo(3);
  }

  @Test
  void itIsFoundThroughLinksAndFromAnywhere() throws IOException {
    Path bin = Files.createDirectories(temporary.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("first"), home.resolve("slipway"));
    Files.createSymbolicLink(bin.resolve("slipway"), Path.of("first"));
    env.put("PATH", bin + ":" + System.getenv("PATH"));

    for (List<String> command :
        List.of(
            List.of(bin.resolve("slipway").toString()),
            List.of("./slipway"),
            List.of("bin/../bin/slipway"),
            List.of("sh", "-c", "slipway"))) {
      Path from = command.get(0).startsWith("./") ? bin : temporary;
      assertThat(Processes.run(from, env, command).out())
          .as("%s", command)
          .contains("[-Xbootclasspath/a:" + home + "/target/command/slipway.jar]");
    }
    assertThat(Processes.run(home, env, List.of("sh", "slipway")).code()).isZero();
  }

  @Test
  void aVariableForATerminalIsNotInherited() {
    env.put("SLIPWAY_TERMINAL", "12");

    assertThat(run().out()).contains("terminal= ");
  }

  @Test
  void aUtf8LocaleIsKept() {
    for (String locale : List.of("de_DE.UTF-8", "en_US.utf8")) {
      env.put("LC_ALL", locale);
      assertThat(run().out()).contains("locale=" + locale);
    }
  }

  @Test
  void withoutJavaHomeTheFirstJavaOnThePathIsTaken() throws IOException {
    Path other = java("other", "21");
    Path bin = Files.createDirectories(temporary.resolve("links"));
    Files.createSymbolicLink(bin.resolve("java"), other.resolve("bin/java"));
    env.put("JAVA_HOME", "");
    env.put("PATH", temporary.resolve("none") + ":" + bin + ":" + System.getenv("PATH"));

    assertThat(run().err()).isEqualTo("builds with " + other + "\n");
  }

  @Test
  void aJavaThatIsTooOldIsNamed() throws IOException {
    for (String version : List.of("16.0.2", "11", "1.8.0_392", "9.0.4")) {
      Path old = java("old", version);
      env.put("JAVA_HOME", old.toString());

      assertThat(run())
          .isEqualTo(
              new Outcome(
                  2,
                  "",
                  "slipway: '%s/bin/java' is Java %s, and Slipway needs 17 or later. Set JAVA_HOME to one.\n"
                      .formatted(old, version)));
    }
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws IOException {
    Files.delete(jdk.resolve("release"));
    script(jdk.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");

    assertThat(run().err()).contains("is Java 11.0.2, and Slipway needs 17 or later.");
  }

  @Test
  void aMissingJavaIsToldWithTheRemedy() throws IOException {
    env.put("JAVA_HOME", temporary.resolve("none").toString());
    assertThat(run().err())
        .isEqualTo(
            "slipway: JAVA_HOME is '%s/none', which has no bin/java. Set it to a Java 17 or later, or unset it.\n"
                .formatted(temporary));

    env.put("JAVA_HOME", "");
    env.put("PATH", temporary.resolve("none").toString());
    assertThat(Processes.run(temporary, env, List.of("/bin/sh", home + "/slipway")))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "slipway: there is no Java. Install Java 17 or later, or set JAVA_HOME to one.\n"));
  }

  @Test
  void whereThePathHasNoNewEnoughJavaTheNewestIsLookedForOnce() throws IOException {
    Path old = java("old", "11.0.2");
    env.put("JAVA_HOME", "");
    env.put("PATH", old.resolve("bin") + ":" + System.getenv("PATH"));
    env.put("SLIPWAY_JVMS", temporary.resolve("jvms").toString());
    java("jvms/16", "16.0.2");
    java("jvms/17", "17.0.15");
    Path newest = java("jvms/25", "25.0.3");
    java("jvms/9", "9.0.4");

    assertThat(run().err()).isEqualTo("builds with " + newest + "\n");
    assertThat(temporary.resolve("cache/slipway/java")).hasContent(newest + "\n");
    java("jvms/26", "26");
    longAgo(home.resolve("target/command/slipway.jar"));
    write(home.resolve("src/main/java/New.java"), "");
    assertThat(run().err())
        .as("what was found is remembered")
        .isEqualTo("builds with " + newest + "\n");
  }

  @Test
  void aJavaThatIsRememberedAndGoneIsLookedForAgain() throws IOException {
    Path old = java("old", "11.0.2");
    env.put("JAVA_HOME", "");
    env.put("PATH", old.resolve("bin") + ":" + System.getenv("PATH"));
    env.put("SLIPWAY_JVMS", temporary.resolve("jvms").toString());
    write(temporary.resolve("cache/slipway/java"), temporary.resolve("gone") + "\n");
    Path found = java("jvms/17", "17.0.15");

    assertThat(run().err()).isEqualTo("builds with " + found + "\n");
  }

  @Test
  void aCacheOfClassesIsUsedByItsOptions() throws IOException {
    run("--version");
    write(home.resolve("target/command/slipway.id"), "123-456\n");
    for (String version : List.of("17.0.15", "25.0.3")) {
      Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      Path cache =
          temporary.resolve(
              "cache/slipway/start/%s-123-456%s"
                  .formatted(version, (jdk + "@" + home + "/target/command").replace('/', '+')));
      write(cache, "");
      write(cache.resolveSibling(cache.getFileName() + ".size"), "0\n");

      assertThat(run("x").out())
          .isEqualTo(
              """
              [-XX:TieredStopAtLevel=1]
              [-XX:+UseSerialGC]
              [-XX:-UsePerfData]
              [-XX:MaxTenuringThreshold=0]
              [-XX:+IgnoreUnrecognizedVMOptions]
              [-XX:+UnlockDiagnosticVMOptions]
              [-XX:ArchiveRelocationMode=0]
              [-XX:SharedArchiveFile=%1$s]
              [-Dslipway.cache=%1$s]
              [-Xlog:disable]
              %3$s[-Dslipway.files=%2$s/target/command/files]
              [-Xbootclasspath/a:%2$s/target/command/slipway.jar]
              [dev.slipway.cli.Main]
              [x]
              terminal= locale=C.UTF-8
              """
                  .formatted(
                      cache,
                      home,
                      version.equals("17.0.15")
                          ? ""
                          : "[-Dslipway.run=%s/cache/slipway/runs/x]\n[-Dslipway.uses=]\n"
                              .formatted(temporary)));
    }
    env.put("SLIPWAY_JAVA_OPTS", "-XX:+UseG1GC");
    assertThat(run().out())
        .as("who may be why it cannot be used")
        .doesNotContain("-Dslipway.cache");
    env.put("SLIPWAY_START_CACHE", "off");
    assertThat(run().out()).doesNotContain("SharedArchiveFile");
  }

  @Test
  void aCommandLineThatIsKnownStartsFromWhatItNeedsAlone() throws IOException {
    Path cache = withCache("25.0.3");
    Path run = temporary.resolve("cache/slipway/runs/synth+some+where+shop.yaml");
    write(run, "hypercache\n");
    String[] synth = {"synth", "-o", "-", "-f", "some/where/shop.yaml"};

    assertThat(run(synth).out())
        .as("not recorded yet")
        .contains("[-XX:SharedArchiveFile=" + cache + "]\n")
        .contains("[-Dslipway.run=" + run + "]\n[-Dslipway.uses=hypercache]\n");
    write(cache.resolveSibling(cache.getFileName() + ".hypercache"), "");
    assertThat(run(synth).out())
        .contains("[-XX:SharedArchiveFile=" + cache + ".hypercache]\n")
        .contains("[-Dslipway.cache=" + cache + ".hypercache]\n");
    assertThat(run("synth", "-f", "another.yaml").out())
        .contains("[-XX:SharedArchiveFile=" + cache + "]\n");
    write(run, "all\n");
    assertThat(run(synth).out()).contains("[-XX:SharedArchiveFile=" + cache + "]\n");
  }

  @Test
  void forASmallRunLessIsCompiled() throws IOException {
    withCache("25.0.3");
    env.put("SLIPWAY_JAVA_OPTS", "-XX:CompileThresholdScaling=1");
    for (String told : List.of("plain small", "all small")) {
      write(temporary.resolve("cache/slipway/runs/check"), told + "\n");

      assertThat(run("check").out())
          .as("what the user asks for comes behind it, and counts")
          .contains("[-XX:CompileThresholdScaling=8]\n[-XX:CompileThresholdScaling=1]\n")
          .contains("[-Dslipway.uses=" + told + "]\n");
    }
    for (String told : List.of("plain", "plain large", "plain small 8")) {
      write(temporary.resolve("cache/slipway/runs/check"), told + "\n");

      assertThat(run("check").out()).doesNotContain("[-XX:CompileThresholdScaling=8]");
    }
  }

  @Test
  void whatIsMissingIsRecordedByItself() throws Exception {
    Path cache = withCache("25.0.3");
    Path told = temporary.resolve("recorded");
    write(home.resolve("tools/command/record.sh"), "echo \"$4 $5\" >'" + told + "'\n");
    write(temporary.resolve("cache/slipway/runs/check"), "plain\n");

    run("check");

    for (int waited = 0; waited < 100 && !Files.exists(told); waited++) {
      Thread.sleep(50);
    }
    Thread.sleep(50);
    assertThat(told).hasContent(cache + ".plain plain\n");
  }

  @Test
  void whatIsNoNameIsNotTakenForOne() throws IOException {
    Path cache = withCache("25.0.3");
    for (String uses : List.of("../../x", "Plain", "a+b", "")) {
      write(temporary.resolve("cache/slipway/runs/check"), uses + "\n");

      assertThat(run("check").out())
          .contains("[-XX:SharedArchiveFile=" + cache + "]\n")
          .contains("[-Dslipway.uses=]\n");
    }
    assertThat(run("check", "-f", "long".repeat(60)).out()).doesNotContain("-Dslipway.run=");
    assertThat(run().out()).doesNotContain("-Dslipway.run=");
    assertThat(run("../x").out())
        .contains("[-Dslipway.run=" + temporary + "/cache/slipway/runs/..+x]\n");
  }

  /** The cache for a Java, which is there. */
  private Path withCache(String version) throws IOException {
    run("--version");
    write(home.resolve("target/command/slipway.id"), "123-456\n");
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path cache =
        temporary.resolve(
            "cache/slipway/start/%s-123-456%s"
                .formatted(version, (jdk + "@" + home + "/target/command").replace('/', '+')));
    write(cache, "");
    return cache;
  }

  @Test
  void aPackageStartsWhatIsBesideIt() throws IOException {
    Path bin = Files.createDirectories(temporary.resolve("package/bin"));
    Files.copy(home.resolve("slipway"), bin.resolve("slipway"));
    assertThat(Processes.run(temporary, env, List.of(bin + "/slipway")))
        .isEqualTo(
            new Outcome(
                2,
                "",
                "slipway: there is no '%s/package/lib/slipway.jar'. Keep bin/ and lib/ of the package together.\n"
                    .formatted(temporary)));

    write(temporary.resolve("package/lib/slipway.jar"), "");
    assertThat(Processes.run(temporary, env, List.of(bin + "/slipway")).out())
        .contains("[-Xbootclasspath/a:" + temporary + "/package/lib/slipway.jar]\n");
  }

  @Test
  void aBuildThatFailsEndsTheRun() throws IOException {
    write(home.resolve("tools/command/build.sh"), "echo no >&2\nexit 3\n");

    assertThat(run()).isEqualTo(new Outcome(3, "", "no\n"));
  }

  @Test
  void anInstallationThatCannotBeWrittenIsBuiltInTheUsersCache() throws IOException {
    Path cache = Files.createDirectories(temporary.resolve("cache"));
    Unprivileged.enter(temporary);
    Unprivileged.give(cache);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertThat(runUnprivileged().err()).startsWith("builds");
      assertThat(runUnprivileged()).extracting(Outcome::code, Outcome::err).containsExactly(0, "");
      assertThat(home.resolve("target")).doesNotExist();
    } finally {
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private Outcome run(String... args) {
    env.putIfAbsent("LC_ALL", "C");
    return Processes.run(temporary, env, command(args));
  }

  private Outcome runUnprivileged() {
    env.putIfAbsent("LC_ALL", "C");
    return Processes.run(temporary, env, Unprivileged.command(command()));
  }

  private List<String> command(String... args) {
    List<String> command = new ArrayList<>(List.of(home.resolve("slipway").toString()));
    command.addAll(Arrays.asList(args));
    return command;
  }

  private Path java(String name, String version) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve(name));
    Files.writeString(
        folder.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        folder.resolve("bin/java"),
        """
        for option; do
          # Only some machines have large pages to give.
          [ "$option" = -XX:+UseTransparentHugePages ] || printf '[%s]\\n' "$option"
        done
        echo "terminal=$SLIPWAY_TERMINAL locale=$LC_ALL"\
        """);
    return folder.toRealPath();
  }

  private static void script(Path file, String line) throws IOException {
    write(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static void longAgo(Path... files) throws IOException {
    for (Path file : files) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-02-02T02:02:02Z")));
    }
  }
}
