package dev.slipway.backing;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import dev.slipway.pod.EnvVar;
import dev.slipway.pod.KeyRef;
import org.jspecify.annotations.Nullable;

/** Something to know about a service, and where it stands. */
public sealed interface SettingValue {

  /** The variable that tells it. */
  EnvVar env(String variable);

  /** What a person is told of it: the value, or where it stands. */
  Text described();

  /** A value that stands in the manifests, and so must be no secret. */
  record Given(Text text) implements SettingValue {
    @Override
    public EnvVar env(String variable) {
      return EnvVar.of(variable, text);
    }

    @Override
    public Text described() {
      return text;
    }

    void check(String what, Problems problems) {
      @Nullable String known = text.value();
      if (text.isSecret()) {
        problems.add(
            "The " + what + " is marked as secret and would stand in the manifests.",
            "Put it into the secret, and say under which key it stands.");
      } else if (known != null && known.isBlank()) {
        problems.add("The " + what + " is empty.", "Give it, or leave it out.");
      }
    }
  }

  /** A value that stands in a Secret of the namespace. */
  record InSecret(KeyRef key) implements SettingValue {
    @Override
    public EnvVar env(String variable) {
      return EnvVar.secret(variable, key);
    }

    @Override
    public Text described() {
      return Text.of("key '" + key.key() + "' of Secret '" + key.secret() + "'");
    }
  }
}
