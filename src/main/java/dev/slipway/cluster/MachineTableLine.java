package dev.slipway.cluster;

import dev.slipway.manifest.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of a machine table; the head of each table says how it is written. */
record MachineTableLine(
    Cloud cloud,
    List<String> families,
    Architecture architecture,
    BigDecimal memoryPerCpu,
    List<String> sizes,
    String device) {
  private static final Pattern COLUMNS = Pattern.compile(" \\| ");
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final Pattern SIZE =
      Pattern.compile("([^/:+]+)(?:/([0-9]+)(?:/([0-9.]+))?)?(?::([0-9]+))?(?:\\+([0-9]+))?");
  private static final Pattern EC2_TIMES = Pattern.compile("([0-9]+)xlarge|metal-([0-9]+)xl");
  private static final int CPUS_OF_XLARGE = 4;
  private static final BigDecimal GIB = BigDecimal.valueOf(1L << 30);

  static MachineTableLine read(Cloud cloud, String line) {
    String[] columns = COLUMNS.split(line);
    return new MachineTableLine(
        cloud,
        List.of(SPACE.split(columns[0])),
        Architecture.of(columns[1]),
        new BigDecimal(columns[2]),
        List.of(SPACE.split(columns[3])),
        columns.length > 4 ? columns[4] : "");
  }

  /** The machine of a size, under the name that was asked for. */
  Optional<MachineType> machine(String name, String size) {
    return sizes.stream()
        .map(SIZE::matcher)
        .filter(matcher -> matcher.matches() && matcher.group(1).equals(size))
        .findFirst()
        .map(matcher -> machine(name, matcher));
  }

  /** Every machine of this line. */
  List<MachineType> machines() {
    List<MachineType> machines = new ArrayList<>();
    for (String family : families) {
      for (String size : sizes) {
        Matcher matcher = SIZE.matcher(size);
        if (matcher.matches()) {
          machines.add(machine(name(family, matcher.group(1)), matcher));
        }
      }
    }
    return machines;
  }

  private String name(String family, String size) {
    return switch (cloud) {
      case AWS -> family + "." + size;
      case AZURE -> "Standard_" + family.replace("#", size);
      case GCP, NONE -> family + "-" + size;
    };
  }

  private MachineType machine(String name, Matcher size) {
    @Nullable String cpus = size.group(2);
    @Nullable String gib = size.group(3);
    @Nullable String pods = size.group(4);
    @Nullable String devices = size.group(5);
    int cpu = cpus == null ? cpusByName(size.group(1)) : Integer.parseInt(cpus);
    BigDecimal memory =
        gib == null ? memoryPerCpu.multiply(BigDecimal.valueOf(cpu)) : new BigDecimal(gib);
    return new MachineType(
        name,
        Optional.of(cloud),
        Quantity.of(cpu),
        Quantity.bytes(memory.multiply(GIB).longValue()),
        architecture,
        pods == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(pods)),
        devices == null ? Map.of() : Map.of(device, Integer.parseInt(devices)));
  }

  private static int cpusByName(String size) {
    Matcher times = EC2_TIMES.matcher(size);
    if (times.matches()) {
      @Nullable String xlarge = times.group(1);
      return CPUS_OF_XLARGE * Integer.parseInt(xlarge == null ? times.group(2) : xlarge);
    }
    return switch (size) {
      case "medium" -> 1;
      case "large" -> 2;
      case "xlarge" -> CPUS_OF_XLARGE;
      default -> Integer.parseInt(size);
    };
  }
}
