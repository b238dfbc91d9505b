package dev.slipway.check.rule;

import dev.slipway.check.Facts;
import dev.slipway.check.Findings;
import dev.slipway.check.Pod;
import dev.slipway.check.Rule;
import dev.slipway.check.RuleText;
import dev.slipway.check.Selector;
import dev.slipway.check.Subject;
import dev.slipway.cluster.Cluster;
import dev.slipway.manifest.FieldPath;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Seq;
import dev.slipway.target.Notice.Severity;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes that a pod asks for exist in the declared cluster. */
final class NodeSelector implements Rule {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  @Override
  public String id() {
    return "node-selector";
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }

  @Override
  public void inspect(Subject object, Facts facts, Findings out) {
    @Nullable Pod pod = object.pod();
    if (pod == null || !facts.nodes().areKnown()) {
      return;
    }
    Cluster cluster = facts.cluster().orElseThrow();
    Map<String, String> selector = Selector.strings(pod.spec().mapping("nodeSelector"));
    if (!selector.isEmpty() && !facts.nodes().anyHas(selector)) {
      Problem problem = cluster.noGroupMatches(selector);
      out.add(pod.specPath().key("nodeSelector"), problem.message(), problem.remedy());
    }
    Seq terms =
        pod.spec()
            .mapping("affinity")
            .mapping("nodeAffinity")
            .mapping(REQUIRED)
            .seq("nodeSelectorTerms");
    if (!terms.isEmpty() && !facts.nodes().anyMeets(terms)) {
      FieldPath affinity = pod.specPath().key("affinity").key("nodeAffinity").key(REQUIRED);
      out.add(
          affinity.key("nodeSelectorTerms"),
          "No node of cluster '%s' meets a term of the required node affinity."
              .formatted(cluster.name()));
    }
  }

  @Override
  public RuleText text() {
    return RuleText.of("The nodes that a pod asks for exist in the declared cluster.")
        .why(
            "A pod whose nodeSelector or required node affinity no node meets stays Pending for"
                + " ever. A cloud's tag on a node group is no label of its nodes.")
        .remedy("Ask for labels that a node group has, or label a group's nodes.")
        .on(
            """
            cluster:
              name: prod
              kubernetes: "1.34"
              nodeGroups:
              - name: trainer
                labels: {hs-component: trainer}
                machine: {cpu: 16, memory: 64Gi, pods: 110}
                nodes: 1
            """)
        .failing(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: trainer
            spec:
              nodeSelector: {hs-component: trainr}
              containers:
              - name: trainer
                image: registry.example.com/trainer:40.1.2
                resources:
                  requests: {cpu: "8", memory: 32Gi}
            """,
            "spec.nodeSelector",
            "No node of cluster 'prod' has hs-component=trainr; group 'trainer' has"
                + " hs-component=trainer.")
        .passing(
            """
            apiVersion: v1
            kind: Pod
            metadata:
              name: trainer
            spec:
              nodeSelector: {hs-component: trainer}
              containers:
              - name: trainer
                image: registry.example.com/trainer:40.1.2
                resources:
                  requests: {cpu: "8", memory: 32Gi}
            """);
  }
}
