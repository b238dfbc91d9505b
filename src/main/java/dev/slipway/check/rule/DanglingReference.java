package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Reference;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.Suggestions;
import dev.slipway.target.Notice.Severity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The Secrets, ConfigMaps, service accounts and claims that a pod names exist. */
final class DanglingReference implements Rule {

  @Override
  public String id() {
    return "dangling-reference";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public boolean misses() {
    return true;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    Set<String> told = new HashSet<>();
    for (Reference reference : references(object)) {
      String name = reference.kind().kind() + " '" + reference.name() + "'";
      switch (facts.judge(reference, object)) {
        case THERE -> {}
        case NO_OBJECT -> {
          if (told.add(name)) {
            out.add(
                reference.path(),
                "%s is named here, and nothing makes it or says that it exists.".formatted(name),
                Suggestions.didYouMean(
                    reference.name(), facts.names(reference.kind(), object.namespace())));
          }
        }
        case NO_KEY -> {
          String key = reference.key().orElse("");
          if (told.add(name + key)) {
            out.add(reference.path(), "%s has no key '%s'.".formatted(name, key));
          }
        }
      }
    }
  }

  private static List<Reference> references(Subject object) {
    if (object.pod() != null) {
      return Reference.of(object.pod());
    }
    return Hyperbytedb.is(object) ? Hyperbytedb.references(object) : List.of();
  }

  @Override
  public RuleText text() {
    return RuleText.of("The Secrets, ConfigMaps, accounts and claims that a pod names exist.")
        .why(
            "A pod that names one which is not there is created, and never starts; with a service"
                + " account that is not there it is not even created.")
        .remedy(
            "Add it to the manifests or mend the name. If it is in the cluster already, declare it:"
                + " an environment's application has its secrets, as existing; elsewhere"
                + " slipway.dev/existing on the workload takes Kind/name, parted by commas.")
        .failing(
            Examples.pod(
                """
                env:
                - name: API_KEY
                  valueFrom:
                    secretKeyRef: {name: api-credentials, key: key}
                """),
            "spec.containers[0].env[0].valueFrom.secretKeyRef.name",
            "Secret 'api-credentials' is named here, and nothing makes it or says that it exists.")
        .passing(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web
              annotations:
                slipway.dev/existing: Secret/api-credentials
            spec:
              containers:
              - name: web
                image: registry.example.com/shop:1.4.2
                env:
                - name: API_KEY
                  valueFrom:
                    secretKeyRef: {name: api-credentials, key: key}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
            """);
  }
}
