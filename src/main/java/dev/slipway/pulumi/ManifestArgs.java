package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.ObjectRef;
import dev.slipway.manifest.PlainValues;
import dev.slipway.manifest.Problem;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A manifest's fields as a resource's inputs; those that it does not have are left out.
 *
 * <p>Pulumi takes inputs from annotated fields of a class and from nowhere else, so every field
 * that an object can have beside {@code spec} stands here: those of the built-in kinds, and those
 * of OpenShift's SecurityContextConstraints.
 */
@SuppressWarnings({"unused", "FieldCanBeLocal"}) // the SDK reads the annotated fields
final class ManifestArgs extends ResourceArgs {
  @Import(name = "apiVersion")
  private final @Nullable Output<Object> apiVersion;

  @Import(name = "kind")
  private final @Nullable Output<Object> kind;

  @Import(name = "metadata")
  private final @Nullable Output<Object> metadata;

  @Import(name = "spec")
  private final @Nullable Output<Object> spec;

  @Import(name = "data")
  private final @Nullable Output<Object> data;

  @Import(name = "stringData")
  private final @Nullable Output<Object> stringData;

  @Import(name = "type")
  private final @Nullable Output<Object> type;

  @Import(name = "binaryData")
  private final @Nullable Output<Object> binaryData;

  @Import(name = "immutable")
  private final @Nullable Output<Object> immutable;

  @Import(name = "secrets")
  private final @Nullable Output<Object> secrets;

  @Import(name = "imagePullSecrets")
  private final @Nullable Output<Object> imagePullSecrets;

  @Import(name = "automountServiceAccountToken")
  private final @Nullable Output<Object> automountServiceAccountToken;

  @Import(name = "rules")
  private final @Nullable Output<Object> rules;

  @Import(name = "roleRef")
  private final @Nullable Output<Object> roleRef;

  @Import(name = "subjects")
  private final @Nullable Output<Object> subjects;

  @Import(name = "aggregationRule")
  private final @Nullable Output<Object> aggregationRule;

  @Import(name = "value")
  private final @Nullable Output<Object> value;

  @Import(name = "globalDefault")
  private final @Nullable Output<Object> globalDefault;

  @Import(name = "description")
  private final @Nullable Output<Object> description;

  @Import(name = "preemptionPolicy")
  private final @Nullable Output<Object> preemptionPolicy;

  @Import(name = "provisioner")
  private final @Nullable Output<Object> provisioner;

  @Import(name = "parameters")
  private final @Nullable Output<Object> parameters;

  @Import(name = "reclaimPolicy")
  private final @Nullable Output<Object> reclaimPolicy;

  @Import(name = "mountOptions")
  private final @Nullable Output<Object> mountOptions;

  @Import(name = "allowVolumeExpansion")
  private final @Nullable Output<Object> allowVolumeExpansion;

  @Import(name = "volumeBindingMode")
  private final @Nullable Output<Object> volumeBindingMode;

  @Import(name = "allowedTopologies")
  private final @Nullable Output<Object> allowedTopologies;

  @Import(name = "webhooks")
  private final @Nullable Output<Object> webhooks;

  @Import(name = "handler")
  private final @Nullable Output<Object> handler;

  @Import(name = "overhead")
  private final @Nullable Output<Object> overhead;

  @Import(name = "scheduling")
  private final @Nullable Output<Object> scheduling;

  @Import(name = "subsets")
  private final @Nullable Output<Object> subsets;

  @Import(name = "addressType")
  private final @Nullable Output<Object> addressType;

  @Import(name = "endpoints")
  private final @Nullable Output<Object> endpoints;

  @Import(name = "ports")
  private final @Nullable Output<Object> ports;

  @Import(name = "allowHostDirVolumePlugin")
  private final @Nullable Output<Object> allowHostDirVolumePlugin;

  @Import(name = "allowHostIPC")
  private final @Nullable Output<Object> allowHostIPC;

  @Import(name = "allowHostNetwork")
  private final @Nullable Output<Object> allowHostNetwork;

  @Import(name = "allowHostPID")
  private final @Nullable Output<Object> allowHostPID;

  @Import(name = "allowHostPorts")
  private final @Nullable Output<Object> allowHostPorts;

  @Import(name = "allowPrivilegedContainer")
  private final @Nullable Output<Object> allowPrivilegedContainer;

  @Import(name = "allowPrivilegeEscalation")
  private final @Nullable Output<Object> allowPrivilegeEscalation;

  @Import(name = "allowedCapabilities")
  private final @Nullable Output<Object> allowedCapabilities;

  @Import(name = "allowedUnsafeSysctls")
  private final @Nullable Output<Object> allowedUnsafeSysctls;

  @Import(name = "defaultAddCapabilities")
  private final @Nullable Output<Object> defaultAddCapabilities;

  @Import(name = "defaultAllowPrivilegeEscalation")
  private final @Nullable Output<Object> defaultAllowPrivilegeEscalation;

  @Import(name = "forbiddenSysctls")
  private final @Nullable Output<Object> forbiddenSysctls;

  @Import(name = "fsGroup")
  private final @Nullable Output<Object> fsGroup;

  @Import(name = "groups")
  private final @Nullable Output<Object> groups;

  @Import(name = "priority")
  private final @Nullable Output<Object> priority;

  @Import(name = "readOnlyRootFilesystem")
  private final @Nullable Output<Object> readOnlyRootFilesystem;

  @Import(name = "requiredDropCapabilities")
  private final @Nullable Output<Object> requiredDropCapabilities;

  @Import(name = "runAsUser")
  private final @Nullable Output<Object> runAsUser;

  @Import(name = "seLinuxContext")
  private final @Nullable Output<Object> seLinuxContext;

  @Import(name = "seccompProfiles")
  private final @Nullable Output<Object> seccompProfiles;

  @Import(name = "supplementalGroups")
  private final @Nullable Output<Object> supplementalGroups;

  @Import(name = "users")
  private final @Nullable Output<Object> users;

  @Import(name = "userNamespaceLevel")
  private final @Nullable Output<Object> userNamespaceLevel;

  @Import(name = "volumes")
  private final @Nullable Output<Object> volumes;

  @Import(name = "allowedFlexVolumes")
  private final @Nullable Output<Object> allowedFlexVolumes;

  /**
   * The inputs of a manifest.
   *
   * @throws InvalidInputException if the manifest has a field that no object of Kubernetes has
   */
  ManifestArgs(Manifest manifest) {
    Mapping body = manifest.body();
    Set<String> left = new LinkedHashSet<>(body.keys());
    apiVersion = field(body, "apiVersion", left);
    kind = field(body, "kind", left);
    metadata = field(body, "metadata", left);
    spec = field(body, "spec", left);
    data = masked(manifest, field(body, "data", left));
    stringData = masked(manifest, field(body, "stringData", left));
    type = field(body, "type", left);
    binaryData = field(body, "binaryData", left);
    immutable = field(body, "immutable", left);
    secrets = field(body, "secrets", left);
    imagePullSecrets = field(body, "imagePullSecrets", left);
    automountServiceAccountToken = field(body, "automountServiceAccountToken", left);
    rules = field(body, "rules", left);
    roleRef = field(body, "roleRef", left);
    subjects = field(body, "subjects", left);
    aggregationRule = field(body, "aggregationRule", left);
    value = field(body, "value", left);
    globalDefault = field(body, "globalDefault", left);
    description = field(body, "description", left);
    preemptionPolicy = field(body, "preemptionPolicy", left);
    provisioner = field(body, "provisioner", left);
    parameters = field(body, "parameters", left);
    reclaimPolicy = field(body, "reclaimPolicy", left);
    mountOptions = field(body, "mountOptions", left);
    allowVolumeExpansion = field(body, "allowVolumeExpansion", left);
    volumeBindingMode = field(body, "volumeBindingMode", left);
    allowedTopologies = field(body, "allowedTopologies", left);
    webhooks = field(body, "webhooks", left);
    handler = field(body, "handler", left);
    overhead = field(body, "overhead", left);
    scheduling = field(body, "scheduling", left);
    subsets = field(body, "subsets", left);
    addressType = field(body, "addressType", left);
    endpoints = field(body, "endpoints", left);
    ports = field(body, "ports", left);
    allowHostDirVolumePlugin = field(body, "allowHostDirVolumePlugin", left);
    allowHostIPC = field(body, "allowHostIPC", left);
    allowHostNetwork = field(body, "allowHostNetwork", left);
    allowHostPID = field(body, "allowHostPID", left);
    allowHostPorts = field(body, "allowHostPorts", left);
    allowPrivilegedContainer = field(body, "allowPrivilegedContainer", left);
    allowPrivilegeEscalation = field(body, "allowPrivilegeEscalation", left);
    allowedCapabilities = field(body, "allowedCapabilities", left);
    allowedUnsafeSysctls = field(body, "allowedUnsafeSysctls", left);
    defaultAddCapabilities = field(body, "defaultAddCapabilities", left);
    defaultAllowPrivilegeEscalation = field(body, "defaultAllowPrivilegeEscalation", left);
    forbiddenSysctls = field(body, "forbiddenSysctls", left);
    fsGroup = field(body, "fsGroup", left);
    groups = field(body, "groups", left);
    priority = field(body, "priority", left);
    readOnlyRootFilesystem = field(body, "readOnlyRootFilesystem", left);
    requiredDropCapabilities = field(body, "requiredDropCapabilities", left);
    runAsUser = field(body, "runAsUser", left);
    seLinuxContext = field(body, "seLinuxContext", left);
    seccompProfiles = field(body, "seccompProfiles", left);
    supplementalGroups = field(body, "supplementalGroups", left);
    users = field(body, "users", left);
    userNamespaceLevel = field(body, "userNamespaceLevel", left);
    volumes = field(body, "volumes", left);
    allowedFlexVolumes = field(body, "allowedFlexVolumes", left);
    if (!left.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "%s has the fields %s, which this Pulumi door does not know."
                  .formatted(manifest.ref(), left),
              "Custom resources have a spec; look whether a patch put them in the wrong place."));
    }
  }

  /**
   * What a Secret holds is secret whether or not it is to be masked elsewhere: names, public keys.
   */
  private static @Nullable Output<Object> masked(
      Manifest manifest, @Nullable Output<Object> value) {
    return value != null && isSecret(manifest.ref()) ? value.asSecret() : value;
  }

  /** Whether an object is a Secret of Kubernetes itself. */
  static boolean isSecret(ObjectRef ref) {
    return ref.kind().equals("Secret") && ref.type().group().isEmpty();
  }

  private static @Nullable Output<Object> field(Mapping body, String key, Set<String> left) {
    left.remove(key);
    @Nullable Node value = body.get(key);
    if (value == null) {
      return null;
    }
    @Nullable Object plain = PlainValues.of(value, OutputTexts.INSTANCE);
    if (plain == null) {
      return null;
    }
    return plain instanceof Output<?> output
        ? output.applyValue(known -> (Object) known)
        : Output.of(Objects.requireNonNull(plain));
  }
}
