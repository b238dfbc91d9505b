package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Format;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.network.Egress;
import dev.slipway.network.NetworkAccess;
import dev.slipway.network.Peer;
import dev.slipway.network.PolicyPort;
import java.util.List;
import java.util.Map;

/** Network policies, in a file. */
public final class NetworkNotation {
  private static final Field<Map<String, String>> POD_LABELS =
      Field.required("pods", labels(), "Labels of the pods; every one of the namespace for {}.")
          .example("{app: client}");
  private static final Field<Map<String, String>> NAMESPACE_LABELS =
      Field.optional("namespaces", labels(), "Labels of the pods' namespaces.")
          .byDefaultIs("the workload's own namespace")
          .example("{team: shop}");
  private static final Field<String> ADDRESSES =
      Field.required("addresses", Type.string(), "A range of addresses.").example("10.0.0.0/16");
  private static final Field<List<String>> EXCEPT =
      Field.optional("except", Type.someOf(Type.string()), "Ranges within it that are not meant.")
          .example("[10.0.1.0/24]");
  private static final Field<List<PolicyPort>> POLICY_PORTS =
      Field.optional("ports", Type.someOf(policyPort()), "TCP ports, or a protocol with a port.")
          .byDefaultIs("all")
          .example("[8080, UDP/514]");
  private static final Field<String> WHY =
      Field.optional("why", Type.string(), "What the connections are for.").example("\"the CRM\"");
  private static final Definition<Side> PODS =
      Definition.of("rule for pods", "Connections with pods.")
          .fields(POD_LABELS, NAMESPACE_LABELS, POLICY_PORTS, WHY)
          .building(
              given ->
                  side(
                      given.has(NAMESPACE_LABELS)
                          ? Peer.podsIn(given.get(NAMESPACE_LABELS), given.get(POD_LABELS))
                          : Peer.pods(given.get(POD_LABELS)),
                      given));
  private static final Definition<Side> RANGE =
      Definition.of("rule for addresses", "Connections with a range of addresses.")
          .fields(ADDRESSES, EXCEPT, POLICY_PORTS, WHY)
          .building(
              given ->
                  side(
                      Peer.addresses(
                          given.get(ADDRESSES),
                          given.get(EXCEPT, List.of()).toArray(new String[0])),
                      given));
  private static final Field<List<Side>> IN =
      Field.optional("in", Type.listOf(side()), "Who may open connections to the pods.")
          .byDefaultIs("nobody but an ingress controller, where there is an ingress")
          .example("[{pods: {}, ports: [8080]}]");
  private static final Field<List<Side>> OUT =
      Field.optional(
              "out",
              Type.listOf(side()),
              "Whom the pods may connect to, beside name servers and what their backing services"
                  + " need.")
          .byDefaultIs("nobody else")
          .example("[{addresses: 10.0.0.0/16, ports: [443]}]");
  private static final Field<Boolean> OPEN =
      Field.optional("openEgress", Type.bool(), "Whether the pods may connect to anywhere.")
          .byDefault(false)
          .example("true");
  private static final Definition<NetworkAccess> ACCESS =
      Definition.of("network access", "Who may reach the pods, and whom they may reach.")
          .fields(IN, OUT, OPEN)
          .building(NetworkNotation::access);

  private NetworkNotation() {}

  public static Type<NetworkAccess> access() {
    return Type.object(ACCESS);
  }

  private record Side(Peer peer, List<PolicyPort> ports, String why) {}

  private static Type<Side> side() {
    return Type.variant("rule", Variant.of("pods", PODS), Variant.of("addresses", RANGE));
  }

  private static Side side(Peer peer, Given given) {
    return new Side(peer, given.get(POLICY_PORTS, List.of()), given.get(WHY, ""));
  }

  private static NetworkAccess access(Given given) {
    NetworkAccess access = NetworkAccess.closed();
    for (Side side : given.get(IN, List.of())) {
      access = access.from(side.peer(), side.ports().toArray(new PolicyPort[0]));
    }
    for (Side side : given.get(OUT, List.of())) {
      access = access.to(new Egress(List.of(side.peer()), side.ports(), side.why()));
    }
    return given.get(OPEN) ? access.openEgress() : access;
  }

  private static Type<PolicyPort> policyPort() {
    Format withProtocol =
        Format.of("protocol and port", "(TCP|UDP|SCTP)/[0-9]{1,5}", "is none, such as UDP/514");
    return Type.port()
        .<PolicyPort>as(PolicyPort::tcp)
        .or(Type.string().of(withProtocol).as(NetworkNotation::policyPort));
  }

  private static PolicyPort policyPort(String written) {
    int slash = written.indexOf('/');
    return new PolicyPort(
        written.substring(0, slash), Integer.parseInt(written.substring(slash + 1)));
  }

  private static Type<Map<String, String>> labels() {
    return Type.mapOf(Format.LABEL_KEY, Type.string().of(Format.LABEL_VALUE).orEmpty());
  }
}
