package dev.slipway.notation;

import dev.slipway.backing.Database;
import dev.slipway.backing.DatabaseEngine;
import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Steps;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.manifest.Text;
import dev.slipway.secret.SecretSource;
import java.util.List;

/** A database that is there already, in a file. */
public final class DatabaseNotation {
  private static final Field<String> POSTGRES =
      Field.required("postgres", Type.string(), "The version of PostgreSQL, in quotes.")
          .example("\"16\"");
  private static final Field<String> MYSQL =
      Field.required("mysql", Type.string(), "The version of MySQL, in quotes.").example("\"8.4\"");
  private static final Field<Text> HOST =
      Field.optional("host", Type.openText(), "The server's host name or address, without a port.")
          .byDefaultIs("the key 'host' of the credentials")
          .example("shop.abc123.eu-west-1.rds.amazonaws.com");
  private static final Field<Integer> PORT =
      Field.optional("port", Type.port(), "The server's port.")
          .byDefaultIs("the engine's own")
          .example("5432");
  private static final Field<Text> NAME =
      Field.optional("name", Type.openText(), "The name of the database on its server.")
          .byDefaultIs("the key 'database' of the credentials")
          .example("shop");
  private static final Field<Text> USER =
      Field.optional("user", Type.openText(), "Whom to log in as.")
          .byDefaultIs("the key 'username' of the credentials")
          .example("shop");
  private static final Field<SecretSource> CREDENTIALS =
      Field.optional(
              "credentials",
              Type.later(() -> SecretNotation.type()),
              "Where the password comes from, and all else that is not given here: the keys host,"
                  + " port, database, username, password and url, so far as the source has them.")
          .example("{existing: shop-db, keys: [password]}");
  private static final Field<DatabaseEngine.Tls> TLS =
      Field.optional(
              "tls",
              Type.oneOf(
                  Choice.of("disable", DatabaseEngine.Tls.DISABLE, "not at all"),
                  Choice.of("require", DatabaseEngine.Tls.REQUIRE, "encrypted"),
                  Choice.of(
                      "verify-ca",
                      DatabaseEngine.Tls.VERIFY_CA,
                      "encrypted, to a server that a trusted authority vouches for"),
                  Choice.of(
                      "verify-full",
                      DatabaseEngine.Tls.VERIFY_FULL,
                      "the same, and for the host that was asked for")),
              "How far connections are secured.")
          .byDefault(DatabaseEngine.Tls.REQUIRE)
          .example("verify-full");
  private static final Field<List<String>> ADDRESSES =
      Field.optional(
              "addresses",
              Type.listOf(Type.string()),
              "Ranges of addresses in which the server is, for the network policy.")
          .byDefaultIs("anywhere")
          .example("[10.0.0.0/16]");
  private static final Field<Text> LOGIN =
      Field.optional(
              "loginByIdentity",
              Type.openText(),
              "Has the pods log in with their identity in the cloud instead of a password: the"
                  + " database's name there.")
          .example("arn:aws:rds-db:eu-west-1:123456789012:dbuser:db-ABCDEFGH/shop");

  private static final Definition<Database> OF_POSTGRES =
      rest(
          Definition.of("PostgreSQL database", "A PostgreSQL database that is there already.")
              .builder(POSTGRES, Database::postgres));
  private static final Definition<Database> OF_MYSQL =
      rest(
          Definition.of("MySQL database", "A MySQL database that is there already.")
              .builder(MYSQL, Database::mysql));

  private DatabaseNotation() {}

  public static Type<Database> type() {
    return Type.variant(
        "database", Variant.of("postgres", OF_POSTGRES), Variant.of("mysql", OF_MYSQL));
  }

  private static Definition<Database> rest(Steps<Database.Builder> steps) {
    return steps
        .with(HOST, Database.Builder::host)
        .with(PORT, Database.Builder::port)
        .with(NAME, Database.Builder::name)
        .with(USER, Database.Builder::user)
        .with(CREDENTIALS, Database.Builder::credentials)
        .with(TLS, Database.Builder::tls)
        .with(ADDRESSES, (b, ranges) -> b.addresses(ranges.toArray(new String[0])))
        .with(LOGIN, Database.Builder::loginByIdentity)
        .building(Database.Builder::build);
  }
}
