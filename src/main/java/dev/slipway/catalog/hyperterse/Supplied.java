package dev.slipway.catalog.hyperterse;

import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Suggestions;
import dev.slipway.pod.EnvVar;
import dev.slipway.secret.SecretSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The variables that the server is given, held against those that its configuration names. */
record Supplied(List<EnvVar> env, List<SecretSource> secrets) {

  boolean has(String variable) {
    return names().contains(variable);
  }

  /** A reference to a variable that is missing keeps the server from starting. */
  void check(Set<String> references, String who, Problems problems) {
    Set<String> names = names();
    for (String reference : references) {
      if (!names.contains(reference)) {
        problems.add(
            "%s refers to {{ env.%s }}, which is not given: the server would not start."
                .formatted(who, reference),
            "Give it in env. " + Suggestions.didYouMean(reference, names));
      }
    }
  }

  /** A Secret that nobody gives, or without the key, keeps the pods from starting. */
  void checkSecrets(Problems problems) {
    for (EnvVar variable : env) {
      if (variable instanceof EnvVar.FromSecret from && !isGiven(from)) {
        problems.add(
            "The variable '%s' is taken from key '%s' of Secret '%s', which none of the secrets has."
                .formatted(from.name(), from.key().key(), from.key().secret()),
            "Say where it comes from: secrets: [{existing: %s, keys: [%s]}], or another source."
                .formatted(from.key().secret(), from.key().key()));
      }
    }
  }

  private boolean isGiven(EnvVar.FromSecret from) {
    return secrets.stream()
        .anyMatch(source -> source.keys().stream().map(source::key).anyMatch(from.key()::equals));
  }

  private Set<String> names() {
    return env.stream().map(EnvVar::name).collect(Collectors.toSet());
  }
}
