package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Kinds;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Subject;
import dev.slipway.manifest.FieldPath;
import dev.slipway.target.Notice.Severity;
import org.jspecify.annotations.Nullable;

/** Azure's label on pods and its annotation on their service account go together. */
final class AzureIdentity implements Rule {
  private static final String LABEL = "azure.workload.identity/use";
  private static final String ANNOTATION = "azure.workload.identity/client-id";

  @Override
  public String id() {
    return "azure-identity";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    if (pod == null) {
      return;
    }
    @Nullable String named = pod.spec().string("serviceAccountName");
    String name = named == null ? "default" : named;
    @Nullable Subject account = facts.find(Kinds.SERVICE_ACCOUNT, object.namespace(), name);
    if (account == null) {
      return;
    }
    boolean labelled = "true".equals(pod.labels().string(LABEL));
    boolean annotated = account.annotations().has(ANNOTATION);
    FieldPath label = pod.metadataPath().key("labels").key(LABEL);
    if (labelled && !annotated) {
      out.add(
          label,
          "The pods have label %s, and ServiceAccount '%s' has no annotation %s."
              .formatted(LABEL, name, ANNOTATION));
    } else if (annotated && !labelled) {
      out.add(
          label,
          "ServiceAccount '%s' has annotation %s, and the pods have no label %s: \"true\"."
              .formatted(name, ANNOTATION, LABEL));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("Azure's label on pods and its annotation on their account go together.")
        .why(
            "The label makes the webhook put a token into the pods, the annotation says whose it"
                + " is. With one of them alone the pods run, and Azure refuses whatever they ask"
                + " for.")
        .remedy(
            "Set azure.workload.identity/use: \"true\" on the pods and"
                + " azure.workload.identity/client-id on their ServiceAccount.")
        .failing(
            pod(""),
            "metadata.labels[\"azure.workload.identity/use\"]",
            "ServiceAccount 'web' has annotation azure.workload.identity/client-id, and the pods"
                + " have no label azure.workload.identity/use: \"true\".")
        .passing(pod("\n  labels: {azure.workload.identity/use: \"true\"}"));
  }

  private static String pod(String labels) {
    return """
    apiVersion: v1
    kind: ServiceAccount
    metadata:
      name: web
      annotations:
        azure.workload.identity/client-id: 77777777-8888-9999-0000-111111111111
    ---
    apiVersion: v1
    kind: Pod
    metadata:
      name: web%s
    spec:
      serviceAccountName: web
      containers:
      - name: web
        image: registry.example.com/shop:1.4.2
        resources:
          requests: {cpu: 100m, memory: 128Mi}
    """
        .formatted(labels);
  }
}
