package dev.slipway.cdk8s;

import dev.slipway.app.Application;
import dev.slipway.manifest.KnownTexts;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.ManifestSet;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.plus28.ISecret;
import org.cdk8s.plus28.IServiceAccount;
import org.cdk8s.plus28.Protocol;
import org.cdk8s.plus28.Secret;
import org.cdk8s.plus28.Service;
import org.cdk8s.plus28.ServiceAccount;
import org.cdk8s.plus28.ServicePort;
import org.cdk8s.plus28.ServiceProps;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** An application's objects in a tree, and what cdk8s-plus takes them for. */
final class ApplicationObjects {
  private final Construct scope;
  private final Application application;
  private final ManifestSet own;
  private final Map<ObjectRef.Key, String> ids = new LinkedHashMap<>();
  private final Map<String, Object> handed = new LinkedHashMap<>();

  ApplicationObjects(Construct scope, Application application, ManifestSet own) {
    this.scope = scope;
    this.application = application;
    this.own = own;
  }

  boolean has(Manifest manifest) {
    return own.find(manifest.ref().key()).isPresent();
  }

  /** Takes the id of an object's construct. */
  void put(Manifest manifest, String id) {
    ids.put(manifest.ref().key(), id);
  }

  ApiObject object(String kind, String name) {
    String id = Objects.requireNonNull(ids.get(manifest(kind, name).ref().key()));
    return (ApiObject) scope.getNode().findChild(id);
  }

  IServiceAccount serviceAccount() {
    List<Manifest> accounts = own.ofKind("ServiceAccount");
    if (accounts.size() != 1) {
      throw new IllegalArgumentException(
          "Application '%s' has %s service accounts%s."
              .formatted(
                  application.name(),
                  accounts.size(),
                  accounts.isEmpty() ? "" : ", " + names(accounts) + "; say which one you mean"));
    }
    return serviceAccount(accounts.get(0).ref().name());
  }

  IServiceAccount serviceAccount(String name) {
    Manifest account = manifest("ServiceAccount", name);
    return handed(
        "account-" + name,
        IServiceAccount.class,
        id -> ServiceAccount.fromServiceAccountName(scope, id, account.ref().name()));
  }

  ISecret secret(String name) {
    require("secret", name, SecretNames.of(own));
    return handed("secret-" + name, ISecret.class, id -> Secret.fromSecretName(scope, id, name));
  }

  /** A Service of cdk8s-plus is always an object; this one is in an app that nobody synthesizes. */
  Service service(String name) {
    Manifest manifest = manifest("Service", name);
    return handed(
        "service-" + name,
        Service.class,
        id ->
            new Service(
                new Chart(new App(), "slipway"),
                id,
                ServiceProps.builder()
                    .metadata(
                        ApiObjectMetadata.builder()
                            .name(name)
                            .namespace(manifest.ref().namespace())
                            .build())
                    .ports(ports(manifest.spec().seq("ports")))
                    .build()));
  }

  ApplicationPods pods() {
    Map<String, String> common = new LinkedHashMap<>();
    boolean first = true;
    for (Manifest workload : workloads()) {
      Map<String, String> labels = selector(workload);
      if (first) {
        common.putAll(labels);
        first = false;
      } else {
        common.entrySet().retainAll(labels.entrySet());
      }
    }
    if (common.isEmpty()) {
      throw new IllegalArgumentException(
          "The workloads of application '%s' have no label in common; select one of them: %s."
              .formatted(application.name(), names(workloads())));
    }
    return pods("pods", common);
  }

  ApplicationPods pods(String name) {
    require("workload", name, workloads().stream().map(w -> w.ref().name()).toList());
    Manifest workload =
        workloads().stream().filter(w -> w.ref().name().equals(name)).findFirst().orElseThrow();
    return pods("pods-" + name, selector(workload));
  }

  private ApplicationPods pods(String id, Map<String, String> labels) {
    return handed(
        id,
        ApplicationPods.class,
        handle -> new ApplicationPods(scope, handle, application.namespace(), labels));
  }

  private List<Manifest> workloads() {
    List<Manifest> workloads = new ArrayList<>();
    for (Manifest manifest : own) {
      if (!selector(manifest).isEmpty() && manifest.spec().has("template")) {
        workloads.add(manifest);
      }
    }
    return workloads;
  }

  private static Map<String, String> selector(Manifest workload) {
    Map<String, String> labels = new LinkedHashMap<>();
    workload
        .spec()
        .mapping("selector")
        .mapping("matchLabels")
        .forEach((key, value) -> labels.put(key, plain(value)));
    return labels;
  }

  private static List<ServicePort> ports(Seq ports) {
    List<ServicePort> typed = new ArrayList<>();
    for (Node node : ports) {
      Mapping port = (Mapping) node;
      ServicePort.Builder one =
          ServicePort.builder().port(Objects.requireNonNull(port.integer("port")));
      @Nullable String name = port.string("name");
      if (name != null) {
        one.name(name);
      }
      @Nullable String protocol = port.string("protocol");
      if (protocol != null) {
        one.protocol(Protocol.valueOf(protocol));
      }
      typed.add(one.build());
    }
    return typed;
  }

  private static String plain(Node value) {
    return String.valueOf(PlainValues.of(value, KnownTexts.INSTANCE));
  }

  private Manifest manifest(String kind, String name) {
    List<Manifest> ofKind = own.ofKind(kind);
    require(kind, name, ofKind.stream().map(manifest -> manifest.ref().name()).toList());
    return ofKind.stream()
        .filter(manifest -> manifest.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void require(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      throw new IllegalArgumentException(
          Suggestions.unknown("Application '" + application.name() + "'", what, name, known));
    }
  }

  private static String names(List<Manifest> manifests) {
    return String.join(", ", manifests.stream().map(manifest -> manifest.ref().name()).toList());
  }

  /** What cdk8s-plus takes an object for is itself a construct: the same one each time. */
  private <T> T handed(String id, Class<T> type, java.util.function.Function<String, T> create) {
    @Nullable Object before = handed.get(id);
    if (before == null) {
      before = create.apply(id);
      handed.put(id, before);
    }
    return type.cast(before);
  }
}
