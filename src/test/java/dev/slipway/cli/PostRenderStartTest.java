package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Helm starts a post-renderer for every release, so it loads no more than it needs. */
class PostRenderStartTest {
  private static final Pattern LOADED = Pattern.compile("(?m)\\] ([a-z]+(?:\\.[\\w$]+)+) source:");

  /** What takes part in no post-rendering: it renders, writes, or is another verb's. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "dev\\.slipway\\.(secret|backing|cdk8s|pulumi)\\..*"
              + "|dev\\.slipway\\.catalog\\.\\w+\\.(?!\\w+Notation).*"
              + "|dev\\.slipway\\.cli\\.(init|completion|compare)\\..*"
              + "|dev\\.slipway\\.cli\\.(Synth|Diff|Images|Init|Place|Check|Help|Completion)"
              + "|dev\\.slipway\\.cli\\.output\\.(?!FileOps|DiskFiles).*"
              + "|java\\.net\\.(http|Socket|Inet).*");

  /** What judges custom resources, of which there are none here. */
  private static final Pattern OF_CUSTOM_RESOURCES =
      Pattern.compile(
          "dev\\.slipway\\.check\\.schema\\.(Custom\\w+|KnownKinds|ShippedJson|UnknownFields|Completed"
              + "|Constraints|Alternatives|Leaf|Patterns|StringFormat)");

  @TempDir Path folder;

  private Set<String> loaded(String arguments) throws IOException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> examples = PageExamples.of("docs/post-render.md", "yaml");
    Files.writeString(folder.resolve("prod.yaml"), examples.get(0));
    Files.writeString(folder.resolve("stream.yaml"), examples.get(1));
    Command.Outcome outcome =
        Processes.run(
            folder,
            Map.of("CLASSPATH", classPath),
            List.of(
                "sh",
                "-c",
                "'%s/bin/java' -Xlog:class+load:file=loaded.txt %s %s < stream.yaml"
                    .formatted(System.getProperty("java.home"), Main.class.getName(), arguments)));
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Set<String> classes = new TreeSet<>();
    Matcher line = LOADED.matcher(Files.readString(folder.resolve("loaded.txt")));
    while (line.find()) {
      classes.add(line.group(1));
    }
    return classes;
  }

  @Test
  void itLoadsNothingThatTakesNoPartInIt() throws IOException {
    assertThat(loaded("post-render -f prod.yaml"))
        .contains("dev.slipway.postrender.PostRenderer", "dev.slipway.placement.Placement")
        .noneMatch(name -> OTHERS.matcher(name).matches())
        .noneMatch(name -> OF_CUSTOM_RESOURCES.matcher(name).matches());
  }

  @Test
  void otherVerbsLoadNothingOfIt() throws IOException {
    assertThat(loaded("synth -o - -f " + Path.of("environments/hyperterse.yaml").toAbsolutePath()))
        .contains("dev.slipway.cli.Synth")
        .noneMatch(
            name -> name.startsWith("dev.slipway.postrender.") || name.contains("PostRender"))
        .noneMatch(name -> OF_CUSTOM_RESOURCES.matcher(name).matches());
  }
}
