package dev.slipway.catalog.mllp;

import dev.slipway.target.Notice;
import dev.slipway.target.Renderable;
import dev.slipway.target.Sink;
import dev.slipway.target.Target;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a user of the server must know or do, which no manifest of ours can. */
record Remarks(MllpServer server) implements Renderable {
  @Override
  public void render(Target target, Sink out) {
    String labels = labels();
    out.notice(
        Notice.info(
            "mllp-client-namespaces",
            "Only pods of namespaces labelled %s reach port %s of '%s', and those of its own are no"
                    .formatted(labels, server.port(), server.name())
                + " exception.",
            "Whoever keeps a client's namespace labels it: kubectl label namespace <client> "
                + labels));
    if (server.replicas().max() == 1) {
      out.notice(
          Notice.info(
              "mllp-one-pod",
              "'%s' has one pod, so it has no disruption budget: one that keeps it would block every"
                      .formatted(server.name())
                  + " drain of its node.",
              server.outbox().isPresent()
                  ? "Expect clients to reconnect while its node is drained; the outbox is kept."
                  : "Give it two replicas where clients must not be cut off by a drain."));
    }
    server.outbox().filter(Outbox::local).ifPresent(outbox -> out.notice(local(outbox)));
    server
        .tls()
        .filter(tls -> tls.rotation() == Tls.Rotation.RELOAD)
        .ifPresent(tls -> out.notice(reload(tls)));
  }

  private Notice local(Outbox outbox) {
    return Notice.warning(
        "local-volume",
        "The claim '%s' is of the class '%s': a folder of one node. Its pod can go nowhere else, and"
                .formatted(outbox.claim(), Outbox.DEFAULT_CLASS)
            + " stays pending while that node is drained or gone.",
        "Give a storage class whose volumes follow the pod, or drain that node only when clients"
            + " can wait.");
  }

  private static Notice reload(Tls tls) {
    return Notice.info(
        "mllp-certificate-reload",
        "The pods are not restarted when Secret '%s' changes: the kubelet replaces the files within"
                .formatted(tls.secret().name())
            + " about a minute, and the server must read them again by itself.",
        "Watch the certificate that it serves after the first rotation; where it is still the old"
            + " one, choose rotation: restart.");
  }

  private String labels() {
    StringJoiner labels = new StringJoiner(" ");
    new TreeMap<>(server.clients()).forEach((key, value) -> labels.add(key + "=" + value));
    return labels.toString();
  }
}
