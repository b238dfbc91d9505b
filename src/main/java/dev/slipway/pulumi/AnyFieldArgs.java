package dev.slipway.pulumi;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problem;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every field that an object can have, as a resource's inputs: those of the built-in kinds, and
 * those of OpenShift's SecurityContextConstraints.
 */
@SuppressWarnings({"unused", "FieldCanBeLocal"}) // the SDK reads the annotated fields
final class AnyFieldArgs extends DataArgs {
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

  AnyFieldArgs(Manifest manifest) {
    super(manifest);
    Mapping body = manifest.body();
    Set<String> left = new LinkedHashSet<>(body.keys());
    left.removeIf(DataArgs::has);
    secrets = taken(body, "secrets", left);
    imagePullSecrets = taken(body, "imagePullSecrets", left);
    automountServiceAccountToken = taken(body, "automountServiceAccountToken", left);
    rules = taken(body, "rules", left);
    roleRef = taken(body, "roleRef", left);
    subjects = taken(body, "subjects", left);
    aggregationRule = taken(body, "aggregationRule", left);
    value = taken(body, "value", left);
    globalDefault = taken(body, "globalDefault", left);
    description = taken(body, "description", left);
    preemptionPolicy = taken(body, "preemptionPolicy", left);
    provisioner = taken(body, "provisioner", left);
    parameters = taken(body, "parameters", left);
    reclaimPolicy = taken(body, "reclaimPolicy", left);
    mountOptions = taken(body, "mountOptions", left);
    allowVolumeExpansion = taken(body, "allowVolumeExpansion", left);
    volumeBindingMode = taken(body, "volumeBindingMode", left);
    allowedTopologies = taken(body, "allowedTopologies", left);
    webhooks = taken(body, "webhooks", left);
    handler = taken(body, "handler", left);
    overhead = taken(body, "overhead", left);
    scheduling = taken(body, "scheduling", left);
    subsets = taken(body, "subsets", left);
    addressType = taken(body, "addressType", left);
    endpoints = taken(body, "endpoints", left);
    ports = taken(body, "ports", left);
    allowHostDirVolumePlugin = taken(body, "allowHostDirVolumePlugin", left);
    allowHostIPC = taken(body, "allowHostIPC", left);
    allowHostNetwork = taken(body, "allowHostNetwork", left);
    allowHostPID = taken(body, "allowHostPID", left);
    allowHostPorts = taken(body, "allowHostPorts", left);
    allowPrivilegedContainer = taken(body, "allowPrivilegedContainer", left);
    allowPrivilegeEscalation = taken(body, "allowPrivilegeEscalation", left);
    allowedCapabilities = taken(body, "allowedCapabilities", left);
    allowedUnsafeSysctls = taken(body, "allowedUnsafeSysctls", left);
    defaultAddCapabilities = taken(body, "defaultAddCapabilities", left);
    defaultAllowPrivilegeEscalation = taken(body, "defaultAllowPrivilegeEscalation", left);
    forbiddenSysctls = taken(body, "forbiddenSysctls", left);
    fsGroup = taken(body, "fsGroup", left);
    groups = taken(body, "groups", left);
    priority = taken(body, "priority", left);
    readOnlyRootFilesystem = taken(body, "readOnlyRootFilesystem", left);
    requiredDropCapabilities = taken(body, "requiredDropCapabilities", left);
    runAsUser = taken(body, "runAsUser", left);
    seLinuxContext = taken(body, "seLinuxContext", left);
    seccompProfiles = taken(body, "seccompProfiles", left);
    supplementalGroups = taken(body, "supplementalGroups", left);
    users = taken(body, "users", left);
    userNamespaceLevel = taken(body, "userNamespaceLevel", left);
    volumes = taken(body, "volumes", left);
    allowedFlexVolumes = taken(body, "allowedFlexVolumes", left);
    if (!left.isEmpty()) {
      throw new InvalidInputException(
          Problem.of(
              "%s has the fields %s, which this Pulumi door does not know."
                  .formatted(manifest.ref(), left),
              "Custom resources have a spec; look whether a patch put them in the wrong place."));
    }
  }

  private static @Nullable Output<Object> taken(Mapping body, String key, Set<String> left) {
    left.remove(key);
    return field(body, key);
  }
}
