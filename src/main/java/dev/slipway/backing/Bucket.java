package dev.slipway.backing;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.network.Egress;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.Mount;
import dev.slipway.secret.SecretSource;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the clouds' stores have in common: how one of them becomes a binding. Collects its parts.
 */
final class Bucket {
  private final String title;
  private final Text name;
  private final Map<StoreSetting, SettingValue> settings = new LinkedHashMap<>();
  private final List<Mount> mounts = new ArrayList<>();
  private final Optional<SecretSource> credentials;
  private @Nullable Mapping lifecycle;
  private Optional<Notice> aboutLifecycle = Optional.empty();

  /**
   * A store of some title.
   *
   * @param title what it is, to begin a sentence: {@code S3 bucket}
   * @param name what it is called, for messages and the names of files
   */
  Bucket(String title, Text name, Optional<SecretSource> credentials) {
    this.title = title;
    this.name = name;
    this.credentials = credentials;
  }

  Bucket tells(StoreSetting setting, Text value) {
    settings.put(setting, new SettingValue.Given(value));
    return this;
  }

  Bucket tells(StoreSetting setting, Optional<Text> value) {
    if (value.isPresent()) {
      tells(setting, value.get());
    }
    return this;
  }

  Bucket tellsPrefix(String prefix) {
    return prefix.isEmpty() ? this : tells(StoreSetting.PREFIX, Text.of(prefix));
  }

  /** A setting that stands at a logical key of the credentials, where there are any. */
  Bucket tellsFromCredentials(StoreSetting setting, String key) {
    if (credentials.isPresent()) {
      settings.put(setting, new SettingValue.InSecret(credentials.get().key(key)));
    }
    return this;
  }

  Bucket mounts(Mount mount) {
    mounts.add(mount);
    return this;
  }

  Bucket lifecycle(Optional<Mapping> rules) {
    lifecycle = rules.orElse(null);
    return this;
  }

  /** What is to know of the lifecycle, where it is not all that it seems to be. */
  Bucket notes(Optional<Notice> notice) {
    aboutLifecycle = notice;
    return this;
  }

  Binding binding(EnvNames<StoreSetting> names, Grant grant, Reach reach) {
    Problems problems = new Problems();
    names.check(problems);
    problems.throwIfAny(part(title, name));
    List<EnvVar> env = new ArrayList<>();
    names
        .names()
        .forEach(
            (setting, variable) -> {
              SettingValue value = settings.get(setting);
              if (value != null) {
                env.add(value.env(variable));
              }
            });
    Egress egress = reach.egress(title + " '" + name + "'");
    List<Grant> grants = credentials.isPresent() ? List.of() : List.of(grant);
    return new Bound(env, mounts, grants, List.of(egress), credentials, this::render);
  }

  private void render(Target target, Sink out) {
    if (credentials.isPresent()) {
      out.notice(
          Notice.warning(
              "static-keys",
              "%s '%s' is reached with static keys from Secret '%s'."
                  .formatted(title, name, credentials.get().name()),
              "Give the workload an identity in the cloud instead, and leave the credentials"
                  + " out: there is then nothing to leak or to rotate."));
    }
    if (aboutLifecycle.isPresent()) {
      out.notice(aboutLifecycle.get());
    }
    Mapping rules = lifecycle;
    if (rules != null) {
      String label = (name.isSecret() ? "bucket" : name.known().orElse("bucket")) + "-lifecycle";
      out.document(new Document.Cloud(target.naming().of(label) + ".json", rules));
    }
  }

  /** Collects what is wrong with static keys: that a logical key is missing. */
  static void checkCredentials(
      Optional<SecretSource> credentials, Problems problems, String... keys) {
    for (String key : keys) {
      problems.collect(() -> credentials.map(source -> source.key(key)));
    }
  }

  static void checkPrefix(String prefix, Problems problems) {
    if (prefix.startsWith("/")) {
      problems.add(
          "The prefix '" + prefix + "' begins with '/'.",
          "Leave the slash out; keys of objects do not begin with one.");
    }
  }

  static String part(String title, Text name) {
    return title + " '" + name + "'";
  }
}
