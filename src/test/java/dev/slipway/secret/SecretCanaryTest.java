package dev.slipway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.slipway.manifest.Derivation;
import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Text;
import dev.slipway.target.Target;
import dev.slipway.testing.Rendered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A secret's value is found nowhere but in the data of the Secret that a literal asks for. */
class SecretCanaryTest {
  private static final String CANARY = "canary-5b1f0e7a";
  private static final Target TARGET = Rendered.target();

  static Stream<LiteralSecret> literals() {
    return Stream.of(
        SecretSource.literal("one").value("password", Text.secret(CANARY)).build(),
        // Not marked by who gave it: being the value of a Secret marks it.
        SecretSource.literal("two").value("password", Text.of(CANARY)).build(),
        SecretSource.literal("three").value("password", Text.of(CANARY + "\n")).build(),
        SecretSource.registryCredentials("four", RegistryLogin.of("r", "u", Text.of(CANARY))),
        SecretSource.tls(
            "five",
            Text.of("-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"),
            Text.of("-----BEGIN PRIVATE KEY-----\n" + CANARY + "\n-----END PRIVATE KEY-----\n")));
  }

  @ParameterizedTest
  @MethodSource("literals")
  void literalStandsInItsDataOnly(LiteralSecret source) {
    Rendered rendered = Rendered.of(source);
    Manifest secret = rendered.manifests().asList().get(0);

    assertThat(decodedData(secret)).contains(CANARY);
    assertClean(JsonWriter.write(secret.body().without("data")));
    assertClean(rendered.asideFromObjects());
    assertClean(source.toString());
    assertClean(source.revision(TARGET).toString());
    assertClean(source.revision(TARGET).orElseThrow().known().orElseThrow());
    assertClean(String.valueOf(catchThrowable(() -> source.key("passwort"))));
  }

  @Test
  void nothingThatIsRefusedIsShown() {
    List<Throwable> refusals = new ArrayList<>();
    Text large = Text.secret(CANARY.repeat(100_000));
    refusals.add(catchThrowable(() -> SecretSource.literal("s").value("a", large).build()));
    refusals.add(
        catchThrowable(
            () ->
                SecretSource.literal("S S")
                    .value("a b", Text.secret(CANARY))
                    .value("a b", Text.secret(CANARY))
                    .build()));
    refusals.add(catchThrowable(() -> SecretSource.tls("s", Text.of(CANARY), Text.secret(CANARY))));
    refusals.add(
        catchThrowable(
            () ->
                SecretSource.tls(
                    "s", Text.of("-----BEGIN PRIVATE KEY-----\n" + CANARY), Text.of(CANARY))));
    refusals.add(catchThrowable(() -> SecretSource.sealed("s").encrypted("a", CANARY).build()));

    assertThat(refusals).doesNotContainNull().allSatisfy(r -> assertClean(r.toString()));
  }

  @Test
  void loginIsShownWithoutPassword() {
    assertClean(RegistryLogin.of("registry.example", "hs", Text.of(CANARY)).toString());
  }

  private static String decodedData(Manifest secret) {
    StringBuilder decoded = new StringBuilder();
    secret
        .body()
        .mapping("data")
        .forEach(
            (key, value) ->
                decoded.append(
                    new String(
                        Base64.getDecoder().decode(((Text) value).value()),
                        StandardCharsets.UTF_8)));
    return decoded.toString();
  }

  /** Neither the value, nor its base64 at any offset, nor the beginning of its digest. */
  private static void assertClean(String shown) {
    assertThat(shown)
        .doesNotContain(CANARY)
        .doesNotContain(Derivation.SHA256.apply(CANARY).substring(0, 8));
    for (int offset = 0; offset < 3; offset++) {
      String encoded = Derivation.BASE64.apply("x".repeat(offset) + CANARY);
      assertThat(shown).doesNotContain(encoded.substring(4, encoded.length() - 4));
    }
  }
}
