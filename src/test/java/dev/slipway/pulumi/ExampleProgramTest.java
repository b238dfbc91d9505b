package dev.slipway.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that the guide quotes compiles, registers what it says, and is quoted whole. */
class ExampleProgramTest {
  private static final Path GUIDE = Path.of("docs/pulumi.md");
  private static final Path EXAMPLE = Path.of("examples/pulumi-program");

  @TempDir static Path classes;

  @BeforeAll
  static void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> words =
        new ArrayList<>(
            List.of(
                "--release",
                "17",
                "-Xlint:all,-processing,-classfile",
                "-Werror",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString()));
    sources().forEach(file -> words.add(file.toString()));
    assertThat(compiler.run(null, null, null, words.toArray(String[]::new))).isZero();
  }

  @Test
  void everythingOnAwsComesBeforeThePodsThatNeedIt() throws Exception {
    RecordedRun run =
        RecordedRun.configured(program("com.example.forms.FormsProgram"), Map.of("dbPassword", "s"))
            .orFail();

    assertThat(run.objects()).contains("forms/forms/forms-web", "forms/forms/forms-db");
    assertThat(run.requests("aws:")).extracting(request -> request.getType()).hasSize(16);
    assertThat(run.request("Deployment", "forms/forms/forms-web").getDependenciesList())
        .anyMatch(urn -> urn.endsWith("aws:eks/nodeGroup:NodeGroup::nodes/platform"))
        .anyMatch(urn -> urn.endsWith("aws:iam/rolePolicyAttachment:RolePolicyAttachment::images"))
        .anyMatch(urn -> urn.endsWith("aws:iam/rolePolicy:RolePolicy::forms"));
  }

  @Test
  void everyBlockOfJavaInTheGuideIsOfTheExample() throws IOException {
    List<String> sources = new ArrayList<>();
    for (Path file : sources()) {
      sources.add(Files.readString(file).replaceAll("(?m)^ +", ""));
    }

    assertThat(blocks())
        .hasSizeGreaterThan(4)
        .allSatisfy(
            block ->
                assertThat(sources)
                    .as("quoted in %s, and not in the example:%n%s", GUIDE, block)
                    .anyMatch(source -> source.contains(block.replaceAll("(?m)^ +", ""))));
  }

  @Test
  void whatTheGuideAddsToAPomIsInTheExamples() throws IOException {
    String pom = Files.readString(EXAMPLE.resolve("pom.xml")).replaceAll("(?m)^ +", "");

    assertThat(quoted("xml")).isNotEmpty().allSatisfy(it -> assertThat(pom).contains(it));
  }

  private static List<String> blocks() throws IOException {
    return quoted("java");
  }

  private static List<String> quoted(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(GUIDE))
        .results()
        .map(match -> match.group(1).replaceAll("(?m)^ +", ""))
        .toList();
  }

  private java.util.function.Consumer<Context> program(String name) throws Exception {
    URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()});
    Method register = loader.loadClass(name).getDeclaredMethod("register", Context.class);
    register.setAccessible(true);
    return context -> {
      try {
        register.invoke(null, context);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
