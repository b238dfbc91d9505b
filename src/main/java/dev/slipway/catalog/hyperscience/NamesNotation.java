package dev.slipway.catalog.hyperscience;

import dev.slipway.backing.DatabaseSetting;
import dev.slipway.backing.EnvNames;
import dev.slipway.backing.StoreSetting;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of Hyperscience's settings, in an environment file. */
final class NamesNotation {
  private static final Map<DatabaseSetting, Field<String>> OF_DATABASE =
      fields(
          Map.entry(DatabaseSetting.TYPE, "type"),
          Map.entry(DatabaseSetting.HOST, "host"),
          Map.entry(DatabaseSetting.PORT, "port"),
          Map.entry(DatabaseSetting.NAME, "name"),
          Map.entry(DatabaseSetting.USER, "user"),
          Map.entry(DatabaseSetting.PASSWORD, "password"),
          Map.entry(DatabaseSetting.TLS_MODE, "tlsMode"));
  private static final Map<StoreSetting, Field<String>> OF_STORE =
      fields(
          Map.entry(StoreSetting.BUCKET, "bucket"),
          Map.entry(StoreSetting.REGION, "region"),
          Map.entry(StoreSetting.ENDPOINT, "endpoint"),
          Map.entry(StoreSetting.PREFIX, "prefix"),
          Map.entry(StoreSetting.PATH_STYLE, "pathStyle"),
          Map.entry(StoreSetting.ENCRYPTION_KEY, "encryptionKey"),
          Map.entry(StoreSetting.ACCOUNT, "account"),
          Map.entry(StoreSetting.CONTAINER, "container"),
          Map.entry(StoreSetting.PATH, "path"),
          Map.entry(StoreSetting.ACCESS_KEY_ID, "accessKeyId"),
          Map.entry(StoreSetting.SECRET_ACCESS_KEY, "secretAccessKey"),
          Map.entry(StoreSetting.ACCOUNT_KEY, "accountKey"),
          Map.entry(StoreSetting.CREDENTIALS_FILE, "credentialsFile"));

  private static final Definition<Given> DATABASE_PART =
      Definition.of("Hyperscience database names", "The variables that tell of the database.")
          .fields(OF_DATABASE.values().toArray(new Field<?>[0]))
          .building(given -> given);
  private static final Definition<Given> STORE_PART =
      Definition.of("Hyperscience file store names", "The variables that tell of the file store.")
          .fields(OF_STORE.values().toArray(new Field<?>[0]))
          .building(given -> given);

  private static final Field<Given> DATABASE =
      Field.optional("database", Type.object(DATABASE_PART), "Those that tell of the database.")
          .byDefaultIs("FORMS_DB_HOST and its like")
          .example("{password: FORMS_DB_PASSWORD}");
  private static final Field<Given> STORE =
      Field.optional("fileStore", Type.object(STORE_PART), "Those that tell of the file store.")
          .byDefaultIs("FILE_STORE_S3_BUCKET and its like for S3, and none for other stores")
          .example("{bucket: FILE_STORE_S3_BUCKET}");
  private static final Field<String> STORAGE_MODE =
      Field.optional(
              "storageMode",
              Type.string().of(Format.ENV_NAME),
              "The one that says which kind of file store it is.")
          .byDefault(SettingNames.DEFAULT.storageMode())
          .example("FORMS_STORAGE_MODE");

  static final Definition<SettingNames> DEFINITION =
      Definition.of(
              "Hyperscience setting names",
              "The environment variables in which Hyperscience reads its settings.")
          .fields(DATABASE, STORE, STORAGE_MODE)
          .building(NamesNotation::names);

  private NamesNotation() {}

  private static SettingNames names(Given given) {
    EnvNames<DatabaseSetting> database = SettingNames.DEFAULT.database();
    EnvNames<StoreSetting> store = SettingNames.DEFAULT.store();
    if (given.has(DATABASE)) {
      database = laidOver(database, OF_DATABASE, given.get(DATABASE));
    }
    if (given.has(STORE)) {
      store = laidOver(store, OF_STORE, given.get(STORE));
    }
    return new SettingNames(database, given.get(STORAGE_MODE), store);
  }

  private static <S extends Enum<S>> EnvNames<S> laidOver(
      EnvNames<S> names, Map<S, Field<String>> fields, Given given) {
    for (Map.Entry<S, Field<String>> field : fields.entrySet()) {
      if (given.has(field.getValue())) {
        names = names.and(field.getKey(), given.get(field.getValue()));
      }
    }
    return names;
  }

  @SafeVarargs
  private static <S extends Enum<S>> Map<S, Field<String>> fields(Map.Entry<S, String>... names) {
    Map<S, Field<String>> fields = new LinkedHashMap<>();
    for (Map.Entry<S, String> name : names) {
      fields.put(
          name.getKey(),
          Field.optional(
                  name.getValue(),
                  Type.string().of(Format.ENV_NAME),
                  "The variable for the " + name.getKey() + ".")
              .example("FORMS_" + name.getKey().name()));
    }
    return fields;
  }
}
