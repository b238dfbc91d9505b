package dev.slipway.cdk8s;

import java.util.List;
import java.util.Map;
import org.cdk8s.plus28.INamespaceSelector;
import org.cdk8s.plus28.INetworkPolicyPeer;
import org.cdk8s.plus28.Namespaces;
import org.cdk8s.plus28.Pods;
import software.constructs.Construct;

/**
 * Pods of an application, as cdk8s-plus selects pods and as its network policies name a peer. In
 * Java its own {@link Pods} have what a peer must have, and do not say so.
 */
public final class ApplicationPods extends Pods implements INetworkPolicyPeer {
  ApplicationPods(Construct scope, String id, String namespace, Map<String, String> labels) {
    super(scope, id, List.of(), labels, in(scope, id + "-namespace", namespace));
  }

  private static INamespaceSelector in(Construct scope, String id, String namespace) {
    return new Namespaces(scope, id, List.of(), List.of(namespace));
  }
}
