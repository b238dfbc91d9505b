package dev.slipway.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.check.Checks;
import dev.slipway.check.Finding;
import dev.slipway.manifest.Text;
import dev.slipway.target.Defaults;
import dev.slipway.target.Target;
import dev.slipway.testing.Later;
import dev.slipway.testing.Rendered;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralSecretTest {
  private static final String CERTIFICATE =
      "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
  private static final String PRIVATE_KEY =
      "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";

  private static LiteralSecret.Builder database(String password) {
    return SecretSource.literal("hs-db")
        .value("username", Text.of("hs"))
        .value("password", "db-pass", Text.secret(password));
  }

  @Test
  void valuesStandInBase64UnderTheSecretsOwnKeys() {
    assertThat(
            Rendered.json(
                Rendered.of(database("correct horse").build()).manifests().asList().get(0)))
        .isEqualTo(
            """
            {
              "apiVersion": "v1",
              "kind": "Secret",
              "metadata": {
                "name": "hs-db",
                "namespace": "hyperscience",
                "labels": {
                  "app.kubernetes.io/managed-by": "slipway"
                }
              },
              "type": "Opaque",
              "data": {
                "username": "aHM=",
                "db-pass": "Y29ycmVjdCBob3JzZQ=="
              }
            }
            """);
  }

  @Test
  void immutableSecretSaysSo() {
    assertThat(Rendered.of(database("a").immutable().build()).body().bool("immutable")).isTrue();
  }

  @Test
  void renderedForTwoConsumersItStandsOnce() {
    Rendered twice = new Rendered();
    database("a").build().render(Rendered.target(), twice);
    database("a").build().render(Rendered.target(), twice);

    assertThat(twice.manifests().size()).isEqualTo(1);
  }

  @Test
  void literalIsFoundByTheNamesOfItsKeys() {
    assertThat(
            Checks.ofManifestsAlone()
                .run(Rendered.of(database("a").build()).manifests())
                .findings())
        .extracting(Finding::rule, Finding::message)
        .containsExactly(
            tuple(
                "literal-secret",
                "The manifests hold the values of 'username' and 'db-pass' of Secret 'hs-db';"
                    + " base64 hides nothing."));
  }

  @Test
  void valueKnownOnlyLaterIsNoLiteral() {
    SecretSource source =
        SecretSource.literal("hs-db").value("password", Later.text("generated password")).build();
    Rendered rendered = Rendered.of(source);

    assertThat(rendered.notices()).isEmpty();
    Text data = (Text) rendered.body().at("data", "password");
    assertThat(data.isSecret()).isTrue();
    assertThat(Later.resolve(data, Map.of("generated password", "hs"))).isEqualTo("aHM=");
    Text revision = source.revision(Rendered.target()).orElseThrow();
    assertThat(Later.resolve(revision, Map.of("generated password", "hs")))
        .isEqualTo(
            SecretSource.literal("hs-db")
                .value("password", Text.of("hs"))
                .build()
                .revision(Rendered.target())
                .orElseThrow()
                .value());
  }

  @Test
  void emptyValueAndTrailingLineBreakAreWarnedOf() {
    SecretSource source =
        SecretSource.literal("api")
            .value("key", Text.secret(""))
            .value("token", Text.secret("abc\n"))
            .value("pem", Text.secret(PRIVATE_KEY))
            .build();

    assertThat(Rendered.of(source).noticed())
        .contains(
            "empty-secret-value WARNING Secret 'api' has nothing at 'key'. Look whether the"
                + " variable or file that the value comes from was empty.",
            "secret-line-break WARNING Secret 'api' has a line break after the value of 'token';"
                + " few programs expect one. Take it out of the file that the value comes from"
                + " (printf instead of echo).");
  }

  @Test
  void revisionChangesWithTheValues() {
    assertThat(database("a").build().revision(Rendered.target()))
        .isPresent()
        .isEqualTo(database("a").build().revision(Rendered.target()))
        .isNotEqualTo(database("b").build().revision(Rendered.target()));
  }

  @Test
  void podsAsGivenCarryNoDigest() {
    Target asGiven = Rendered.target("shop", Defaults.AS_GIVEN);

    assertThat(database("a").build().revision(asGiven)).isEmpty();
  }

  @Test
  void revisionDoesNotChangeWithTheOrderOfTheKeys() {
    SecretSource reordered =
        SecretSource.literal("hs-db")
            .value("password", "db-pass", Text.secret("a"))
            .value("username", Text.of("hs"))
            .build();

    assertThat(reordered.revision(Rendered.target()))
        .isEqualTo(database("a").build().revision(Rendered.target()));
  }

  @Test
  void samePasswordInTwoPlacesDoesNotShow() {
    SecretSource one = SecretSource.literal("one").value("password", Text.secret("p")).build();
    SecretSource two = SecretSource.literal("two").value("password", Text.secret("p")).build();

    assertThat(one.revision(Rendered.target())).isNotEqualTo(two.revision(Rendered.target()));
    assertThat(one.revision(Rendered.target()))
        .isNotEqualTo(one.revision(Rendered.target("staging", Defaults.STRICT)));
  }

  @Test
  void revisionTellsWhereOneValueEndsAndTheNextBegins() {
    SecretSource one =
        SecretSource.literal("s").value("a", Text.of("1\nb=2")).value("b", Text.of("3")).build();
    SecretSource two =
        SecretSource.literal("s").value("a", Text.of("1")).value("b", Text.of("2\nb=3")).build();

    assertThat(one.revision(Rendered.target())).isNotEqualTo(two.revision(Rendered.target()));
  }

  @Test
  void revisionIsNoSecret() {
    assertThat(database("a").build().revision(Rendered.target()).orElseThrow().isSecret())
        .isFalse();
  }

  @Test
  void secretMayHoldOneMebibyte() {
    Text half = Text.secret("x".repeat(512 * 1024));

    assertThat(SecretSource.literal("s").value("a", half).value("b", half).build().keys())
        .containsExactly("a", "b");
    assertThatThrownBy(
            () ->
                SecretSource.literal("s")
                    .value("a", half)
                    .value("b", half)
                    .value("c", Text.secret("x"))
                    .build())
        .hasMessage(
            "secret 's': The values are 1048577 bytes together; a Secret may hold 1048576. Divide"
                + " them among several Secrets.");
  }

  @Test
  void tlsSecretHoldsCertificateAndKey() {
    SecretSource tls = SecretSource.tls("web-tls", Text.of(CERTIFICATE), Text.secret(PRIVATE_KEY));

    assertThat(tls.keys()).containsExactly("tls.crt", "tls.key");
    assertThat(Rendered.of(tls).body().string("type")).isEqualTo("kubernetes.io/tls");
    assertThat(Rendered.of(tls).body().at("data", "tls.crt"))
        .isEqualTo(
            Text.secret(
                "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUIKLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo="));
  }

  @Test
  void certificateAndKeyInEachOthersPlaceAreRefused() {
    assertThatThrownBy(
            () -> SecretSource.tls("web-tls", Text.secret(PRIVATE_KEY), Text.of(CERTIFICATE)))
        .hasMessage(
            """
            secret 'web-tls': The value of 'tls.crt' holds a private key. Give the certificate and its chain there; servers hand out all of it.
            secret 'web-tls': The value of 'tls.key' is no private key in PEM. It has to begin with -----BEGIN PRIVATE KEY----- or an RSA or EC form of it.\
            """);
  }

  @Test
  void encryptedPrivateKeyIsRefused() {
    String encrypted =
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIF\n-----END ENCRYPTED PRIVATE KEY-----\n";

    assertThatThrownBy(() -> SecretSource.tls("web-tls", Text.of("MIIB"), Text.secret(encrypted)))
        .hasMessage(
            """
            secret 'web-tls': The value of 'tls.crt' is no certificate in PEM. It has to begin with -----BEGIN CERTIFICATE-----; convert it if it is DER.
            secret 'web-tls': The private key in 'tls.key' is encrypted. Give it without a passphrase; nobody is there to type one.\
            """);
  }

  @Test
  void registryCredentialsAreADockerConfiguration() {
    SecretSource registries =
        SecretSource.registryCredentials(
            "registries",
            RegistryLogin.of("registry.example:5000", "hs", Text.secret("p\"w")),
            RegistryLogin.of("docker.io", "hub", Text.secret("pw")));
    Text data = (Text) Rendered.of(registries).body().at("data", ".dockerconfigjson");

    assertThat(Rendered.of(registries).body().string("type"))
        .isEqualTo("kubernetes.io/dockerconfigjson");
    assertThat(new String(java.util.Base64.getDecoder().decode(data.value())))
        .isEqualTo(
            """
            {"auths":{"registry.example:5000":{"username":"hs","password":"p\\"w","auth":"aHM6cCJ3"},\
            "https://index.docker.io/v1/":{"username":"hub","password":"pw","auth":"aHViOnB3"}}}\
            """);
  }

  @Test
  void registryMayBeKnownOnlyLater() {
    SecretSource registry =
        SecretSource.registryCredentials(
            "registry",
            new RegistryLogin(Later.text("host"), Text.of("hs"), Later.text("password")));
    Text data = (Text) Rendered.of(registry).body().at("data", ".dockerconfigjson");
    String resolved = Later.resolve(data, Map.of("host", "r.example", "password", "pw"));

    assertThat(new String(java.util.Base64.getDecoder().decode(resolved)))
        .isEqualTo(
            """
            {"auths":{"r.example":{"username":"hs","password":"pw","auth":"aHM6cHc="}}}\
            """);
  }

  @Test
  void basicAuthNeedsOneOfItsTwoKeys() {
    assertThat(
            SecretSource.literal("s")
                .type(SecretType.BASIC_AUTH)
                .value("password", Text.secret("a"))
                .build()
                .type())
        .isEqualTo(SecretType.of("kubernetes.io/basic-auth"));
    assertThatThrownBy(
            () ->
                SecretSource.literal("s")
                    .type(SecretType.BASIC_AUTH)
                    .value("token", Text.secret("a"))
                    .build())
        .hasMessage(
            "secret 's': A Secret of type kubernetes.io/basic-auth needs one of 'username' and"
                + " 'password'; all are missing. Declare what is missing, or leave the type out for"
                + " an Opaque Secret.");
  }

  @Test
  void typeOfSomebodysOwnMayHaveAnyKeys() {
    assertThat(
            SecretSource.literal("s")
                .type(SecretType.of("example.com/thing"))
                .value("a", Text.secret("a"))
                .build()
                .type()
                .name())
        .isEqualTo("example.com/thing");
  }
}
