package dev.slipway.backing;

import static dev.slipway.backing.DatabaseSetting.CA_FILE;
import static dev.slipway.backing.DatabaseSetting.HOST;
import static dev.slipway.backing.DatabaseSetting.NAME;
import static dev.slipway.backing.DatabaseSetting.PASSWORD;
import static dev.slipway.backing.DatabaseSetting.PORT;
import static dev.slipway.backing.DatabaseSetting.TLS_MODE;
import static dev.slipway.backing.DatabaseSetting.TYPE;
import static dev.slipway.backing.DatabaseSetting.URL;
import static dev.slipway.backing.DatabaseSetting.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.pod.Volume;
import dev.slipway.secret.RemoteValue;
import dev.slipway.secret.SecretSource;
import dev.slipway.secret.SecretsStoreProvider;
import dev.slipway.testing.Later;
import dev.slipway.testing.Rendered;
import dev.slipway.testing.YamlText;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final SecretSource PASSWORD_ONLY =
      SecretSource.existing("hs-db").key("password", "db-pass").revision("7").build();

  private static Database.Builder forms() {
    return Database.postgres("16")
        .host("db.example")
        .name("forms")
        .user("hs")
        .credentials(PASSWORD_ONLY);
  }

  private static Mapping env(Binding binding) {
    return Mapping.of("env", Seq.from(binding.env(), EnvVar::toNode));
  }

  @Test
  void variablesAreCalledAsTheConsumerWantsThem() {
    EnvNames<DatabaseSetting> names =
        EnvNames.of(TYPE, "FORMS_DB_TYPE")
            .and(HOST, "FORMS_DB_HOST")
            .and(PORT, "FORMS_DB_PORT")
            .and(NAME, "FORMS_DB_NAME")
            .and(USER, "FORMS_DB_USER")
            .and(PASSWORD, "FORMS_DB_PASSWORD");
    String expected =
        """
        env:
          - name: FORMS_DB_TYPE
            value: postgres
          - name: FORMS_DB_HOST
            value: db.example
          - name: FORMS_DB_PORT
            value: '5432'
          - name: FORMS_DB_NAME
            value: forms
          - name: FORMS_DB_USER
            value: hs
          - name: FORMS_DB_PASSWORD
            valueFrom:
              secretKeyRef:
                name: hs-db
                key: db-pass
        """;

    assertThat(env(forms().build().binding(names))).isEqualTo(YamlText.mapping(expected));
    assertThat(env(forms().build().binding(DatabaseSetting.prefixed("FORMS_DB_"))))
        .isEqualTo(YamlText.mapping(expected));
  }

  @Test
  void secretMayTellEverything() {
    SecretSource all =
        SecretSource.existing("hs-db")
            .keys("host", "port", "database", "password")
            .key("username", "user")
            .build();

    assertThat(
            env(
                Database.postgres("15.4")
                    .credentials(all)
                    .build()
                    .binding(DatabaseSetting.libpq())))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - name: PGHOST
                    valueFrom: {secretKeyRef: {name: hs-db, key: host}}
                  - name: PGPORT
                    valueFrom: {secretKeyRef: {name: hs-db, key: port}}
                  - name: PGDATABASE
                    valueFrom: {secretKeyRef: {name: hs-db, key: database}}
                  - name: PGUSER
                    valueFrom: {secretKeyRef: {name: hs-db, key: user}}
                  - name: PGPASSWORD
                    valueFrom: {secretKeyRef: {name: hs-db, key: password}}
                  - name: PGSSLMODE
                    value: require
                """));
  }

  @Test
  void whatIsGivenGoesBeforeWhatTheSecretTells() {
    SecretSource all = SecretSource.existing("hs-db").keys("host", "port").build();

    assertThat(
            env(
                Database.postgres("16")
                    .credentials(all)
                    .host("replica.example")
                    .port(6432)
                    .build()
                    .binding(EnvNames.of(HOST, "H").and(PORT, "P"))))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: H, value: replica.example}
                  - {name: P, value: '6432'}
                """));
  }

  @Test
  void urlComesWholeFromTheSecret() {
    SecretSource url = SecretSource.existing("db-credentials").keys("url").build();

    assertThat(
            env(
                Database.postgres("16")
                    .credentials(url)
                    .build()
                    .binding(DatabaseSetting.url("DATABASE_URL"))))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - name: DATABASE_URL
                    valueFrom: {secretKeyRef: {name: db-credentials, key: url}}
                """));
  }

  @Test
  void mysqlHasItsOwnWordsAndPort() {
    assertThat(
            env(
                Database.mysql("8.4")
                    .tls(DatabaseEngine.Tls.VERIFY_FULL)
                    .build()
                    .binding(EnvNames.of(TYPE, "T").and(PORT, "P").and(TLS_MODE, "M"))))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: T, value: mysql}
                  - {name: P, value: '3306'}
                  - {name: M, value: VERIFY_IDENTITY}
                """));
  }

  @Test
  void hostMayBeKnownOnlyLater() {
    assertThat(forms().host(Later.text("endpoint")).build().binding(EnvNames.of(HOST, "H")).env())
        .containsExactly(EnvVar.of("H", Later.text("endpoint")));
  }

  @Test
  void podsMayReachTheDatabaseAndNothingElse() {
    assertThat(forms().build().binding(EnvNames.none()).egress())
        .containsExactly(Egress.toPort(5432, "PostgreSQL database"));
    assertThat(
            forms()
                .port(6432)
                .addresses("10.0.0.0/24", "10.0.1.0/24")
                .build()
                .binding(EnvNames.none())
                .egress())
        .containsExactly(
            new Egress(
                List.of(Peer.addresses("10.0.0.0/24"), Peer.addresses("10.0.1.0/24")),
                List.of(PolicyPort.tcp(6432)),
                "PostgreSQL database"));
  }

  @Test
  void revisionAndDeclarationsOfTheCredentialsAreTheBindings() {
    Binding binding = forms().build().binding(EnvNames.none());

    assertThat(binding.revisions(Rendered.target())).containsExactly(Text.of("7"));
    assertThat(Rendered.of(binding).declared()).isEqualTo(Rendered.of(PASSWORD_ONLY).declared());
    assertThat(Rendered.of(binding).notices()).isEmpty();
  }

  @Test
  void credentialsThatNeedAMountBringIt() {
    SecretSource mounted =
        SecretSource.secretsStore("hs-db", SecretsStoreProvider.awsSecretsManager())
            .remote("password", RemoteValue.of("prod/db").property("password"))
            .build();
    Mount authorities = Mount.readOnly(Volume.config("db-ca", "rds-ca"), "/etc/db-ca");
    Database database =
        forms().credentials(mounted).authorities(authorities, "global-bundle.pem").build();

    assertThat(database.binding(EnvNames.of(CA_FILE, "PGSSLROOTCERT")).mounts())
        .containsExactly(authorities, mounted.mounts().get(0));
    assertThat(env(database.binding(EnvNames.of(CA_FILE, "PGSSLROOTCERT"))))
        .isEqualTo(
            YamlText.mapping(
                """
                env:
                  - {name: PGSSLROOTCERT, value: /etc/db-ca/global-bundle.pem}
                """));
  }

  @Test
  void podsMayLogInByTheirIdentity() {
    Database database =
        Database.postgres("16")
            .host("db.example")
            .name("forms")
            .user("hs")
            .loginByIdentity(Text.of("db-ABC/hs"))
            .build();

    assertThat(database.binding(EnvNames.of(USER, "U")).grants())
        .containsExactly(new Grant.DatabaseLogin(Text.of("db-ABC/hs")));
    assertThatThrownBy(() -> database.binding(EnvNames.of(PASSWORD, "DB_PASSWORD")))
        .hasMessage(
            "PostgreSQL database: The variable 'DB_PASSWORD' is to hold the password, which nobody"
                + " has said. Leave the variable out; the pods log in with their identity.");
    assertThat(forms().build().binding(EnvNames.none()).grants()).isEmpty();
  }

  @Test
  void connectionInTheClearIsWarnedOf() {
    assertThat(
            Rendered.of(forms().tls(DatabaseEngine.Tls.DISABLE).build().binding(EnvNames.none()))
                .noticed())
        .containsExactly(
            "database-without-tls WARNING Connections to the PostgreSQL database are not encrypted."
                + " Require TLS, and verify the server where its authority can be mounted.");
  }

  @Test
  void everyVariableThatNothingIsKnownForIsReported() {
    assertThatThrownBy(
            () ->
                Database.postgres("16")
                    .build()
                    .binding(
                        EnvNames.of(HOST, "DB_HOST")
                            .and(NAME, "DB_HOST")
                            .and(URL, "1URL")
                            .and(PASSWORD, "DB_PASSWORD")
                            .and(CA_FILE, "DB_CA")))
        .hasMessage(
            """
            PostgreSQL database: The environment variable 'DB_HOST' is to hold both the host and the database name. Give each a variable of its own.
            PostgreSQL database: The environment variable '1URL' may only have letters, digits, '_', '-' and '.', not beginning with a digit. Rename it.
            PostgreSQL database: The variable 'DB_HOST' is to hold the host, which nobody has said. Say what it is, or give credentials with the key 'host'.
            PostgreSQL database: The variable 'DB_HOST' is to hold the database name, which nobody has said. Say what it is, or give credentials with the key 'database'.
            PostgreSQL database: The variable '1URL' is to hold the URL, which nobody has said. Choose where it comes from: give credentials with the key 'url'.
            PostgreSQL database: The variable 'DB_PASSWORD' is to hold the password, which nobody has said. Choose where it comes from: give credentials with the key 'password'.
            PostgreSQL database: The variable 'DB_CA' is to hold the file of trusted authorities, which nobody has said. Say where the certificates are mounted, with authorities(...).\
            """);
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                Database.postgres("sixteen")
                    .host("db.example:5432")
                    .name(" ")
                    .user(Text.secret("canary-5b1f0e7a"))
                    .port(70000)
                    .addresses("10.0.0.1/24")
                    .build())
        .hasMessage(
            """
            PostgreSQL database: 'sixteen' is no version of PostgreSQL. Write it as 16 or 16.4, in quotes where it stands in YAML.
            PostgreSQL database: There is no port 70000. Give 1 to 65535.
            PostgreSQL database: '10.0.0.1/24' has more set than its first 24 bits; the range is 10.0.0.0/24. Correct the range.
            PostgreSQL database: The database name is empty. Give it, or leave it out.
            PostgreSQL database: The user is marked as secret and would stand in the manifests. Put it into the secret, and say under which key it stands.
            PostgreSQL database: 'db.example:5432' is no host. Give the name or address alone, without a scheme or port.\
            """);
  }

  @Test
  void whatIsKnownCanBeTold() {
    Database database = forms().build();

    assertThat(database.engine()).isEqualTo(DatabaseEngine.POSTGRES);
    assertThat(Database.postgres("14.11").build().majorVersion()).isEqualTo(14);
    assertThat(database.setting(HOST).map(SettingValue::described)).contains(Text.of("db.example"));
    assertThat(database.setting(PASSWORD).map(SettingValue::described))
        .contains(Text.of("key 'db-pass' of Secret 'hs-db'"));
    assertThat(database.setting(URL)).isEmpty();
  }
}
