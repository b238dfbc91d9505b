package dev.slipway.cluster;

import dev.slipway.manifest.InvalidInputException;
import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Quantity;
import dev.slipway.manifest.ShippedFile;
import dev.slipway.manifest.Suggestions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The machine types of three clouds, in tables beside this class. A table is opened only when a
 * machine of its cloud is looked up, and only the lines that may have it are taken apart.
 */
final class MachineCatalogue {
  private static final String AZURE_PREFIX = "Standard_";
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern GCP_CUSTOM =
      Pattern.compile("(?:(?:n1|n2|n2d|n4|n4d|e2)-)?custom-([0-9]{1,3})-([0-9]{3,7})(?:-ext)?");
  private static final Pattern GCP_LOCAL_DISKS = Pattern.compile("((?:c3|c3d|c4|c4a|c4d)-.*)-lssd");

  private MachineCatalogue() {}

  /**
   * The machine type of a name.
   *
   * @throws InvalidInputException if no table has it
   */
  static MachineType find(String name) {
    @Nullable MachineType custom = gcpCustom(name);
    if (custom != null) {
      return custom;
    }
    Optional<MachineType> found =
        cloudOf(name).flatMap(cloud -> table(cloud).find(name, split(cloud, name)));
    return found.orElseThrow(() -> unknown(name));
  }

  /** Every machine of a cloud, in the order of its table. */
  static List<MachineType> all(Cloud cloud) {
    return table(cloud).lines("").stream().flatMap(line -> line.machines().stream()).toList();
  }

  private static InvalidInputException unknown(String name) {
    List<String> names =
        (name.contains(".") ? List.of(Cloud.AWS) : List.of(Cloud.AWS, Cloud.GCP, Cloud.AZURE))
            .stream().flatMap(cloud -> all(cloud).stream()).map(MachineType::name).toList();
    String meant =
        names.contains(AZURE_PREFIX + name)
            ? "Did you mean '%s%s'?".formatted(AZURE_PREFIX, name)
            : Suggestions.didYouMean(name, names);
    return new InvalidInputException(
        Problem.of(
            "'%s' is no machine type that Slipway knows.".formatted(name),
            (meant.isEmpty() ? "Give" : meant + " If not, give")
                + " its size instead, such as {cpu: 8, memory: 32Gi, pods: 58}."));
  }

  private static Optional<Cloud> cloudOf(String name) {
    if (name.startsWith(AZURE_PREFIX)) {
      return Optional.of(Cloud.AZURE);
    }
    if (name.contains(".")) {
      return Optional.of(Cloud.AWS);
    }
    return name.contains("-") ? Optional.of(Cloud.GCP) : Optional.empty();
  }

  private static @Nullable MachineType gcpCustom(String name) {
    Matcher custom = GCP_CUSTOM.matcher(name);
    if (!custom.matches()) {
      return null;
    }
    return new MachineType(
        name,
        Optional.of(Cloud.GCP),
        Quantity.of(Long.parseLong(custom.group(1))),
        Quantity.of(custom.group(2) + "Mi"),
        Architecture.AMD64,
        OptionalInt.empty(),
        Map.of());
  }

  /** A machine's name in its two parts, as the tables have them. */
  private record Parts(String family, String size) {}

  private static Parts split(Cloud cloud, String name) {
    return switch (cloud) {
      case AWS -> parts(name, name.indexOf('.'));
      case AZURE -> {
        String rest = name.substring(AZURE_PREFIX.length());
        Matcher digits = DIGITS.matcher(rest);
        yield digits.find()
            ? new Parts(
                rest.substring(0, digits.start()) + "#" + rest.substring(digits.end()),
                digits.group())
            : new Parts(rest, "");
      }
      case GCP -> {
        Matcher disks = GCP_LOCAL_DISKS.matcher(name);
        String plain = disks.matches() ? disks.group(1) : name;
        yield parts(plain, plain.lastIndexOf('-'));
      }
      case NONE -> throw new IllegalArgumentException("No cloud, no machine types.");
    };
  }

  private static Parts parts(String name, int separator) {
    return new Parts(name.substring(0, separator), name.substring(separator + 1));
  }

  private static Table table(Cloud cloud) {
    return new Table(cloud);
  }

  private record Table(Cloud cloud) {

    Optional<MachineType> find(String name, Parts parts) {
      return lines(parts.family()).stream()
          .filter(line -> line.families().contains(parts.family()))
          .flatMap(line -> line.machine(name, parts.size()).stream())
          .findFirst();
    }

    List<MachineTableLine> lines(String mentioning) {
      List<MachineTableLine> found = new ArrayList<>();
      byte[] table = ShippedFile.read(MachineCatalogue.class, cloud.id() + "-machines.txt");
      for (String line : new String(table, StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.isEmpty() && !line.startsWith("#") && line.contains(mentioning)) {
          found.add(MachineTableLine.read(cloud, line));
        }
      }
      return found;
    }
  }
}
