package dev.slipway.pod;

import dev.slipway.manifest.Mapping;

/** Every key of a ConfigMap or Secret as an environment variable. */
public sealed interface EnvFrom {

  Mapping toNode();

  static EnvFrom config(String configMap) {
    return new Config(configMap);
  }

  static EnvFrom secret(String secret) {
    return new SecretKeys(secret);
  }

  record Config(String configMap) implements EnvFrom {
    @Override
    public Mapping toNode() {
      return Mapping.of("configMapRef", Mapping.of("name", configMap));
    }
  }

  record SecretKeys(String secret) implements EnvFrom {
    @Override
    public Mapping toNode() {
      return Mapping.of("secretRef", Mapping.of("name", secret));
    }
  }
}
