package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API that a cluster has beyond Kubernetes' own, because somebody installed it.
 *
 * @param id what a user calls it: {@code cert-manager}; for one that Slipway does not know, its API
 *     version
 * @param apiVersions what it serves, as {@code group/version}; the first is the one to write
 */
public record Api(String id, List<String> apiVersions) {
  /** External Secrets Operator; v1 since 0.16. */
  public static final Api EXTERNAL_SECRETS =
      known("external-secrets", "external-secrets.io/v1", "external-secrets.io/v1beta1");

  public static final Api CERT_MANAGER =
      known("cert-manager", "cert-manager.io/v1", "acme.cert-manager.io/v1");

  /** Secrets Store CSI Driver. */
  public static final Api SECRETS_STORE_CSI =
      known("secrets-store-csi", "secrets-store.csi.x-k8s.io/v1");

  public static final Api SEALED_SECRETS = known("sealed-secrets", "bitnami.com/v1alpha1");

  public static final Api PROMETHEUS_OPERATOR =
      known(
          "prometheus-operator",
          "monitoring.coreos.com/v1",
          "monitoring.coreos.com/v1beta1",
          "monitoring.coreos.com/v1alpha1");

  /** What the CPU and memory figures of an autoscaler come from. */
  public static final Api METRICS_SERVER = known("metrics-server", "metrics.k8s.io/v1beta1");

  /** What other figures of an autoscaler come from, such as a Prometheus adapter. */
  public static final Api CUSTOM_METRICS =
      known(
          "custom-metrics",
          "custom.metrics.k8s.io/v1beta2",
          "custom.metrics.k8s.io/v1beta1",
          "external.metrics.k8s.io/v1beta1");

  public static final Api GATEWAY_API =
      known("gateway-api", "gateway.networking.k8s.io/v1", "gateway.networking.k8s.io/v1beta1");

  public static final Api VOLUME_SNAPSHOTS =
      known("volume-snapshots", "snapshot.storage.k8s.io/v1");

  public static final Api VERTICAL_POD_AUTOSCALER =
      known("vertical-pod-autoscaler", "autoscaling.k8s.io/v1");

  public static final Api KEDA = known("keda", "keda.sh/v1alpha1");

  private static final List<Api> KNOWN =
      List.of(
          EXTERNAL_SECRETS,
          CERT_MANAGER,
          SECRETS_STORE_CSI,
          SEALED_SECRETS,
          PROMETHEUS_OPERATOR,
          METRICS_SERVER,
          CUSTOM_METRICS,
          GATEWAY_API,
          VOLUME_SNAPSHOTS,
          VERTICAL_POD_AUTOSCALER,
          KEDA);

  private static final Pattern API_VERSION =
      Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+/v[0-9]+((alpha|beta)[0-9]+)?");

  public Api {
    apiVersions = List.copyOf(apiVersions);
  }

  private static Api known(String id, String... apiVersions) {
    return new Api(id, List.of(apiVersions));
  }

  /** Those that Slipway knows by name. */
  public static List<Api> all() {
    return KNOWN;
  }

  /** What users call each of them. */
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Api api : KNOWN) {
      ids.add(api.id());
    }
    return Collections.unmodifiableList(ids);
  }

  /**
   * The API that a user names, by the name that Slipway has for it or by its API version, such as
   * {@code hyperbytedb.hyperbyte.cloud/v1alpha1}.
   *
   * @throws InvalidInputException if it is neither
   */
  public static Api of(String written) {
    for (Api api : KNOWN) {
      if (api.id().equals(written)) {
        return api;
      }
    }
    if (API_VERSION.matcher(written).matches()) {
      return known(written, written);
    }
    String meant = Suggestions.didYouMean(written, ids());
    throw new InvalidInputException(
        Problem.of(
            "'%s' is no API that Slipway knows; it knows %s."
                .formatted(written, Choices.quoted(ids())),
            (meant.isEmpty() ? "Write" : meant + " For any other, write")
                + " its API version, such as example.com/v1."));
  }

  /** The API that serves a group, if Slipway knows one. */
  public static Optional<Api> serving(String group) {
    for (Api api : KNOWN) {
      if (api.serves(group)) {
        return Optional.of(api);
      }
    }
    return Optional.empty();
  }

  /** Whether it serves any version of a group. */
  public boolean serves(String group) {
    for (String version : apiVersions) {
      if (version.startsWith(group + "/")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return id;
  }

  // What a record generates is linked at run time, which a short run of the command would feel.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Api api && id.equals(api.id) && apiVersions.equals(api.apiVersions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, apiVersions);
  }
}
