package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.environment.Environment;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Inputs;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.manifest.YamlReader;
import dev.slipway.render.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A secret that comes from outside of an environment file is found nowhere but in the data of the
 * Secret that a literal asks for, wherever somebody writes it: in its place or in a wrong one.
 */
class SecretCanaryTest {
  /** It may stand in most names, so that it is not refused for its form alone. */
  private static final String CANARY = "canary5b1f0e7a9d";

  private static final String ASKED = "${env:CANARY}";
  private static final Path EVERY_PLACE =
      Path.of("src/test/resources/environments/secrets/every-place.yaml");

  @TempDir Path folder;

  @Test
  void inTheirPlacesSecretsStandInTheDataOfTheirSecretsOnly() throws IOException {
    Command.Outcome outcome = run(Files.readString(EVERY_PLACE), CANARY);

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(leaks("printed", outcome.out() + outcome.err())).isEmpty();
    Map<String, byte[]> written = Shipped.files(folder.resolve("out"));
    assertThat(leaks(written)).isEmpty();
    assertThat(holders(written))
        .containsExactly(
            "every-place/namespaces/hyperscience/secret-hs-db.yaml",
            "every-place/namespaces/hyperscience/secret-hs-files.yaml",
            "every-place/namespaces/hyperscience/secret-hs-registry.yaml",
            "every-place/namespaces/shop/secret-shop-literal.yaml",
            "every-place/namespaces/shop/secret-shop-tls.yaml");
  }

  @Test
  void planAndEnvironmentAreShownWithoutSecrets() throws IOException {
    Environment environment =
        new Environments(Catalog.systems())
            .read("env.yaml", inputs(Files.readString(EVERY_PLACE), CANARY))
            .orElseThrow();
    Plan plan = environment.plan();

    assertThat(leaks("environment", environment.toString())).isEmpty();
    assertThat(leaks("plan", plan.toString())).isEmpty();
    assertThat(leaks("manifests", plan.all().toString())).isEmpty();
    plan.all().forEach(object -> assertThat(leaks("object", object.body().toString())).isEmpty());
    assertThat(leaks("documents", plan.documents().toString())).isEmpty();
    assertThat(leaks("notices", plan.notices().toString() + plan.declared())).isEmpty();
  }

  /** Each value of a file in turn is the secret, or ends in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/test/resources/environments/secrets/every-place.yaml",
        "environments/hyperscience-aws.yaml",
        "environments/hyperscience-gcp.yaml",
        "environments/hyperscience-azure.yaml",
        "environments/hyperscience-openshift.yaml",
        "environments/hyperscience-prerequisites.yaml",
      })
  void inAWrongPlaceASecretIsRefusedOrKept(String file) throws IOException {
    Files.copy(
        Path.of("environments/hyperscience-base.yaml"), folder.resolve("hyperscience-base.yaml"));
    Mapping whole = (Mapping) YamlReader.core().read("f", Files.readString(Path.of(file))).toNode();
    List<String> leaks = new ArrayList<>();
    int places = 0;
    for (UnaryOperator<String> wrong :
        List.<UnaryOperator<String>>of(value -> ASKED, value -> value + ASKED)) {
      for (Change change : changes(whole, "", wrong)) {
        Command.Outcome outcome = run(JsonWriter.write(change.tree()), "clean");
        places++;
        assertThat(outcome.code()).as(change.path() + "\n" + outcome.err()).isLessThan(3);
        leaks.addAll(leaks(change.path(), outcome.out() + outcome.err()));
        Map<String, byte[]> written = Shipped.files(folder.resolve("out"));
        leaks(written).forEach(leak -> leaks.add(change.path() + " → " + leak));
        clear(written);
      }
    }

    assertThat(places).isGreaterThan(50);
    assertThat(leaks).isEmpty();
  }

  /** A tree in which one value is another. */
  private record Change(String path, Node tree) {}

  private static List<Change> changes(Node node, String path, UnaryOperator<String> change) {
    List<Change> changes = new ArrayList<>();
    if (node instanceof Mapping mapping) {
      for (String key : mapping.keys()) {
        for (Change inner : changes(mapping.asMap().get(key), path + "/" + key, change)) {
          changes.add(new Change(inner.path(), mapping.with(key, inner.tree())));
        }
      }
    } else if (node instanceof Seq list) {
      for (int i = 0; i < list.size(); i++) {
        for (Change inner : changes(list.get(i), path + "/" + i, change)) {
          List<Node> items = new ArrayList<>(list.asList());
          items.set(i, inner.tree());
          changes.add(new Change(inner.path(), Seq.of(items)));
        }
      }
    } else if (node instanceof Text text) {
      changes.add(new Change(path, Text.of(change.apply(text.known().orElseThrow()))));
    } else if (node instanceof Scalar) {
      changes.add(new Change(path, Text.of(change.apply(node.toString()))));
    }
    return changes;
  }

  private Command.Outcome run(String yaml, String inPlace) throws IOException {
    Files.writeString(folder.resolve("env.yaml"), yaml);
    for (Map.Entry<String, String> file : files(inPlace).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return Shipped.run(folder, variables(inPlace), "synth", "-f", "env.yaml", "-o", "out");
  }

  private static Inputs inputs(String yaml, String inPlace) {
    Map<String, byte[]> files = new HashMap<>();
    files.put("env.yaml", yaml.getBytes(UTF_8));
    files(inPlace).forEach((name, content) -> files.put(name, content.getBytes(UTF_8)));
    return Inputs.of(files, variables(inPlace));
  }

  private static Map<String, String> variables(String secret) {
    return Map.of(
        "URL", "postgres://forms:" + secret + "@db.example.com/forms",
        "DB_PASSWORD", secret,
        "KEY_ID", secret,
        "KEY", secret,
        "CANARY", CANARY);
  }

  private static Map<String, String> files(String secret) {
    return Map.of(
        "tls.crt",
        "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
        "tls.key",
        "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n",
        "docker.json",
        "{\"auths\":{\"registry.example.com\":{\"username\":\"hs\",\"password\":\"%s\"}}}"
            .formatted(secret));
  }

  private void clear(Map<String, byte[]> written) throws IOException {
    for (String file : written.keySet()) {
      Files.delete(folder.resolve("out").resolve(file));
    }
  }

  /** Where the secret shows in files, Secrets' own data aside. */
  private static List<String> leaks(Map<String, byte[]> files) {
    List<String> leaks = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          String text = new String(content, UTF_8);
          if (name.contains("/secret-")) {
            Mapping secret = (Mapping) YamlReader.core().read(name, text).toNode();
            text = secret.without("data").toString() + name;
          }
          leaks.addAll(leaks(name, name + "\n" + text));
        });
    return leaks;
  }

  /** The Secrets whose data has the secret. */
  private static List<String> holders(Map<String, byte[]> files) {
    List<String> holders = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          if (name.contains("/secret-")) {
            Node secret = YamlReader.core().read(name, new String(content, UTF_8)).toNode();
            for (Node value : ((Mapping) secret).mapping("data").asMap().values()) {
              String decoded =
                  new String(Base64.getDecoder().decode(((Text) value).value()), UTF_8);
              if (decoded.contains(CANARY) && !holders.contains(name)) {
                holders.add(name);
              }
            }
          }
        });
    return holders;
  }

  /** Whether a text has the secret as it is, or in base64 at any offset. */
  private static List<String> leaks(String where, String shown) {
    Optional<String> plain = shown.lines().filter(line -> line.contains(CANARY)).findFirst();
    if (plain.isPresent()) {
      return List.of(where + ": " + plain.get().strip());
    }
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = ("x".repeat(offset) + CANARY).getBytes(UTF_8);
      String encoded = Base64.getEncoder().encodeToString(shifted);
      if (shown.contains(encoded.substring(4, encoded.length() - 4))) {
        return List.of(where + ": in base64");
      }
    }
    return List.of();
  }
}
