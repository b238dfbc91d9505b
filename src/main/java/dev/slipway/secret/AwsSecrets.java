package dev.slipway.secret;

import dev.slipway.identity.Grant;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Problems;
import dev.slipway.manifest.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Secrets of AWS as the Secrets Store CSI driver reads them.
 *
 * @param region the store's region; the node's own where not given
 * @param byPodIdentity whether the pods are known to AWS by EKS Pod Identity instead of IRSA
 * @see <a href="https://github.com/aws/secrets-store-csi-driver-provider-aws">The provider</a>
 */
public record AwsSecrets(Service service, Optional<String> region, boolean byPodIdentity)
    implements SecretsStoreProvider {
  private static final Pattern PLAIN_FIELD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  static AwsSecrets of(Service service) {
    return new AwsSecrets(service, Optional.empty(), false);
  }

  /** The same store in a given region. */
  public AwsSecrets region(String name) {
    return new AwsSecrets(service, Optional.of(name), byPodIdentity);
  }

  /** The same store, read by way of EKS Pod Identity. */
  public AwsSecrets podIdentity() {
    return new AwsSecrets(service, region, true);
  }

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public void check(Map<RemoteValue, String> files, Problems problems) {
    Map<Text, Optional<String>> versions = new LinkedHashMap<>();
    for (RemoteValue value : files.keySet()) {
      Optional<String> other = versions.putIfAbsent(value.key(), value.version());
      if (other != null && !other.equals(value.version())) {
        problems.add(
            "Two versions of '" + value.key() + "' are asked for; the AWS provider reads one.",
            "Take every field of it from the same version, or use two sources.");
      }
    }
    files.forEach(
        (value, file) -> {
          if (versions.containsKey(Text.of(file)) && !isWhole(value, file)) {
            problems.add(
                "'"
                    + file
                    + "' is both a secret of AWS and the key that "
                    + value.describe()
                    + " gets; the AWS provider takes them for one file.",
                "Give the key another name in the Secret.");
          }
        });
  }

  @Override
  public Mapping parameters(Map<RemoteValue, String> files) {
    Mapping.Builder parameters = Mapping.builder();
    if (region.isPresent()) {
      parameters.put("region", region.get());
    }
    if (byPodIdentity) {
      parameters.put("usePodIdentity", "true");
    }
    ObjectList objects = new ObjectList();
    // The provider refuses a secret that is listed twice, so its fields stand under one entry.
    Map<Text, List<RemoteValue>> bySecret =
        files.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    RemoteValue::key, LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    bySecret.forEach((key, values) -> append(objects, key, values, files));
    return parameters.put("objects", objects.text()).build();
  }

  private void append(
      ObjectList objects, Text key, List<RemoteValue> values, Map<RemoteValue, String> files) {
    objects.line("- objectName: ", key).line("  objectType: ", service.objectType);
    values.get(0).version().ifPresent(version -> appendVersion(objects, version));
    List<RemoteValue> fields =
        values.stream().filter(value -> value.property().isPresent()).toList();
    values.stream()
        .filter(value -> value.property().isEmpty())
        .map(whole -> file(whole, files))
        .filter(file -> !key.equals(Text.of(file)))
        .forEach(file -> objects.line("  objectAlias: ", file));
    if (!fields.isEmpty()) {
      objects.line("  jmesPath:");
    }
    for (RemoteValue field : fields) {
      objects
          .line("    - path: ", jmesPath(field.property().orElseThrow()))
          .line("      objectAlias: ", file(field, files));
    }
  }

  /** Versions are numbers or ids of 32 characters and more; anything else is a label of one. */
  private static void appendVersion(ObjectList objects, String version) {
    boolean id = version.length() >= 32 || version.chars().allMatch(Character::isDigit);
    objects.line(id ? "  objectVersion: " : "  objectVersionLabel: ", version);
  }

  private static boolean isWhole(RemoteValue value, String secret) {
    return value.property().isEmpty() && value.key().equals(Text.of(secret));
  }

  private static String file(RemoteValue value, Map<RemoteValue, String> files) {
    return Optional.ofNullable(files.get(value)).orElseThrow();
  }

  /** A field's name, or names with dots between, as JMESPath has them. */
  private static String jmesPath(String property) {
    return Pattern.compile("\\.")
        .splitAsStream(property)
        .map(name -> PLAIN_FIELD.matcher(name).matches() ? name : '"' + name + '"')
        .collect(Collectors.joining("."));
  }

  @Override
  public List<Grant> grants(Collection<RemoteValue> values) {
    return values.stream()
        .map(RemoteValue::key)
        .distinct()
        .map(
            key ->
                service == Service.SECRETS_MANAGER
                    ? new Grant.AwsSecret(key, region)
                    : (Grant) new Grant.AwsParameter(key, region))
        .toList();
  }

  @Override
  public String right() {
    return service.right;
  }

  /** Which of AWS's two stores it is. */
  public enum Service {
    SECRETS_MANAGER(
        "secretsmanager", "secretsmanager:GetSecretValue and secretsmanager:DescribeSecret"),
    PARAMETER_STORE("ssmparameter", "ssm:GetParameters");

    private final String objectType;
    private final String right;

    Service(String objectType, String right) {
      this.objectType = objectType;
      this.right = right;
    }
  }
}
