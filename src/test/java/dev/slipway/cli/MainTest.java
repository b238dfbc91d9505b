package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.Command.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final String HELP =
      """
      Slipway renders applications for a Kubernetes cluster whose node groups it knows.

      Usage: slipway VERB [OPTION]...

      Verbs:
        synth        Writes the manifests of environments.
        check        Holds manifests against the rules: an environment's, or
                     anybody's.
        place        Shows on which declared nodes pods go, and which find none.
        post-render  Puts what a chart renders on node groups, and checks it.
        diff         Shows what synth would change, by object and field.
        images       Lists the images to copy, and the repositories they go to.
        explain      Tells what a rule is about, with examples.
        schema       Prints the JSON Schema of the environment file.
        init         Makes a project of your own, with environments to begin with.
        completion   Prints what completes the command in a shell.

      Options:
        -h, --help     Shows this or, after a verb, what the verb takes and examples
                       of it.
            --version  Prints the version.

      Examples:
        slipway synth
            Writes every environment in environments/ to its folder in dist/.
        slipway synth --help
            Tells all about one verb.

      Exit status:
        0  Done.
        1  There are errors that no waiver covers, and nothing was written; of diff,
           something would change.
        2  The input, the arguments or the output folder cannot be worked with.
        3  Slipway failed; this is a fault of its own.

      Environment variables:
        JAVA_HOME          The Java to run on, 17 or later; else the one on PATH.
        NO_COLOR           No colours, if set.
        SLIPWAY_JAVA_OPTS  Options for Java, such as -Xmx2g.
        SLIPWAY_DEBUG      If set, a failure shows where in Slipway it arose.
      """;

  private static final String SYNTH_HELP =
      """
      Writes the manifests of environments.

      Usage: slipway synth [-f FILE]... [-o DIR|-] [--image NAME=REF]...
                           [--today YYYY-MM-DD]

      Each environment has a folder of its own below DIR, which 'kubectl apply -k'
      takes as it is: a file for each object, kustomization.yaml with the order in
      which a cluster wants them, and beside them what a cloud must know (cloud/) and
      pages for people.

      Either everything is written or, where something is wrong, nothing. Files that
      would not change are not touched, and only files that Slipway wrote are ever
      removed; .slipway in each folder keeps account of them.

      Options:
        -f, --file FILE         An environment file. Without it, every file in
                                environments/ that is not abstract.
        -o, --out DIR|-         The folder to write to, dist without it; or - to print
                                one environment's manifests.
            --image NAME=REF    An image to use in place of the one that the file
                                gives.
            --today YYYY-MM-DD  The day to hold support calendars against, today
                                without it. Give it where a run must be repeatable.
        -h, --help              Shows this.

      Examples:
        slipway synth
            Writes every environment in environments/ into dist/.
        slipway synth -f environments/prod.yaml -o - | kubectl diff -f -
            Shows what applying one environment would change.
        slipway synth -f prod.yaml --image forms=registry.example.com/forms:42
            Writes one environment with another image.
      """;

  private static final String SCHEMA_HELP =
      """
      Prints the JSON Schema of the environment file.

      Usage: slipway schema [--overlay]

      With the schema an editor completes environment files and marks mistakes in
      them. Editors that use the YAML language server find it by a comment at the top
      of a file, which begins with 'yaml-language-server: $schema=' and names the
      schema's file.

      Options:
            --overlay  The schema of a file that extends another: the same fields,
                       none of them required.
        -h, --help     Shows this.

      Examples:
        slipway schema > slipway.schema.json
            Keeps the schema for editors.
        slipway schema --overlay > slipway-overlay.schema.json
            The same for files that say 'extends'.
      """;

  @TempDir Path directory;

  @Test
  void helpIsPrintedWhereItIsAskedFor() {
    for (String way : List.of("--help", "-h", "help")) {
      assertThat(run(way)).isEqualTo(new Outcome(0, HELP, ""));
    }
  }

  @Test
  void withoutAVerbHelpIsToldAndTheRunFails() {
    assertThat(run()).isEqualTo(new Outcome(2, "", HELP));
  }

  @Test
  void eachVerbHasItsHelp() {
    assertThat(run("synth", "--help")).isEqualTo(new Outcome(0, SYNTH_HELP, ""));
    assertThat(run("synth", "-f", "x", "-h")).isEqualTo(new Outcome(0, SYNTH_HELP, ""));
    assertThat(run("help", "schema")).isEqualTo(new Outcome(0, SCHEMA_HELP, ""));
  }

  @Test
  void everyListedVerbIsThereAndHasExamples() {
    for (Verbs.Summary summary : Verbs.ALL) {
      Verb verb = Verbs.named(summary.name()).orElseThrow();
      assertThat(verb.examples()).as(summary.name()).isNotEmpty();
      assertThat(summary.text()).endsWith(".");
      assertThat(verb.options())
          .extracting(CommandOption::description)
          .allMatch(text -> text.endsWith("."));
    }
  }

  @Test
  void theVersionIsPrinted() {
    assertThat(run("--version").out()).startsWith("slipway ");
    assertThat(run("--version").code()).isZero();
  }

  @Test
  void theSchemaIsPrinted() {
    assertThat(run("schema")).isEqualTo(new Outcome(0, "{}\n", ""));
    assertThat(run("schema", "--overlay")).isEqualTo(new Outcome(0, "{\"overlay\": true}\n", ""));
  }

  @Test
  void anUnknownVerbIsAnsweredWithTheNearest() {
    assertThat(run("sinth"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                slipway: There is no verb 'sinth'.
                    Did you mean 'synth'?
                    'slipway --help' shows what there is.
                """));
    assertThat(run("help", "scheme").err()).contains("Did you mean 'schema'?");
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheNearest() {
    assertThat(run("synth", "--imge=a=b"))
        .isEqualTo(
            new Outcome(
                2,
                "",
                """
                slipway: 'synth' has no option '--imge'.
                    Did you mean '--image'?
                    'slipway synth --help' shows what it takes.
                """));
    assertThat(run("--versoin").err())
        .isEqualTo(
            """
            slipway: There is no option '--versoin' before a verb.
                Did you mean '--version'?
                'slipway --help' shows what there is.
            """);
  }

  @Test
  void aShortenedOptionIsNotGuessed() {
    assertThat(run("synth", "--im", "a=b").code()).isEqualTo(2);
  }

  @Test
  void anOptionWithoutItsValueIsRefused() {
    assertThat(run("synth", "-f").err()).startsWith("slipway: '--file' needs a value: FILE.\n");
  }

  @Test
  void anOptionThatCanBeGivenOnceIsRefusedTwice() {
    assertThat(run("synth", "-o", "a", "--out", "b").err())
        .startsWith("slipway: '--out' is given 2 times: 'a', 'b'.\n    Give it once.\n");
  }

  @Test
  void whatIsNoOptionIsRefused() {
    assertThat(run("synth", "prod.yaml").err())
        .startsWith(
            """
            slipway: 'synth' takes no 'prod.yaml'.
                An environment file is named by -f: '-f prod.yaml'.
            """);
    assertThat(run("schema", "x").err()).startsWith("slipway: 'schema' takes no 'x'.\n");
  }

  @Test
  void aFailureOfOursIsReportedWithoutAStackTrace() {
    Outcome outcome =
        new Command(directory).file("x.yaml", MainTest::fail).run("synth", "-f", "x.yaml");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(
            """
            Slipway failed. This is a fault of its own, not of your input.

              what     java.lang.IllegalStateException: cannot be
              where    dev.slipway.cli.MainTest.fail(MainTest.java:\
            """)
        .contains("  version  ", "  java     " + System.getProperty("java.version") + " (")
        .endsWith(
            """

            Please report it where you have Slipway from, with these lines and what the same command
            prints with SLIPWAY_DEBUG=1; look for secrets in it first.
            """)
        .doesNotContain("\tat ");
  }

  @Test
  void aFailureOfOursShowsItsStackTraceOnRequest() {
    Outcome outcome =
        new Command(directory)
            .file("x.yaml", MainTest::fail)
            .env("SLIPWAY_DEBUG", "1")
            .run("synth", "-f", "x.yaml");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).contains("\tat dev.slipway.cli.Main.run(Main.java:");
  }

  @Test
  void wantOfMemoryIsToldWithItsRemedy() {
    Outcome outcome =
        new Command(directory)
            .file(
                "x.yaml",
                () -> {
                  throw new OutOfMemoryError("Java heap space");
                })
            .run("synth", "-f", "x.yaml");

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).endsWith("\nMore memory may help: SLIPWAY_JAVA_OPTS=-Xmx4g.\n");
  }

  @Test
  void aClosedStandardOutputIsTold() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(new Command(directory).writingTo(closed).run("schema"))
        .isEqualTo(new Outcome(2, "", "slipway: standard output takes no more: Broken pipe.\n"));
  }

  @Test
  void coloursAreShownOnATerminalOnly() {
    assertThat(run("sinth").err()).doesNotContain("\u001b");
    assertThat(terminal().run("sinth").err()).startsWith("\u001b[1;31mslipway:\u001b[0m There");
    assertThat(terminal().env("NO_COLOR", "1").run("sinth").err()).doesNotContain("\u001b");
    assertThat(terminal().env("TERM", "dumb").run("sinth").err()).doesNotContain("\u001b");
    assertThat(terminal().env("SLIPWAY_TERMINAL", "1").run("sinth").err()).doesNotContain("\u001b");
  }

  private Command terminal() {
    return new Command(directory).env("SLIPWAY_TERMINAL", "12").env("TERM", "xterm");
  }

  private Outcome run(String... args) {
    return new Command(directory).run(args);
  }

  private static EnvironmentSource.Declared fail() {
    throw new IllegalStateException("cannot be");
  }
}
