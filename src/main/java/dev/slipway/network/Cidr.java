package dev.slipway.network;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A range of addresses, as {@code 10.0.0.0/16} or {@code fd00::/8}.
 *
 * @param address the first address, as a number
 * @param bits the length of an address: 32 or 128
 * @param prefix how many of the bits all addresses of the range share
 */
record Cidr(BigInteger address, int bits, int prefix) {
  private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f.:]+)/([0-9]|[1-9][0-9]{1,2})");
  private static final Pattern BYTE = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
  private static final int GROUPS = 8;

  /** The range that a string writes, or null if it is none. */
  static @Nullable Cidr parse(String written) {
    Matcher matcher = FORM.matcher(written);
    if (!matcher.matches()) {
      return null;
    }
    String start = matcher.group(1);
    int bits = start.indexOf(':') < 0 ? 32 : 128;
    int prefix = Integer.parseInt(matcher.group(2));
    @Nullable BigInteger address = bits == 32 ? v4(start) : v6(start);
    return address == null || prefix > bits ? null : new Cidr(address, bits, prefix);
  }

  /** Whether nothing is set behind the prefix, as it should be in a range. */
  boolean isNetwork() {
    return network().equals(address);
  }

  private BigInteger network() {
    return address.shiftRight(bits - prefix).shiftLeft(bits - prefix);
  }

  /** The range that holds the address, written out. */
  Optional<String> writtenNetwork() {
    if (bits != 32) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (int shift = 24; shift >= 0; shift -= 8) {
      parts.add(network().shiftRight(shift).and(BigInteger.valueOf(255)).toString());
    }
    return Optional.of(String.join(".", parts) + "/" + prefix);
  }

  private static @Nullable BigInteger v4(String address) {
    BigInteger value = BigInteger.ZERO;
    String[] parts = address.split("\\.", -1);
    for (String part : parts) {
      // A zero before other digits would be octal to some readers.
      if (!BYTE.matcher(part).matches() || Integer.parseInt(part) > 255) {
        return null;
      }
      value = value.shiftLeft(8).add(new BigInteger(part));
    }
    return parts.length == 4 ? value : null;
  }

  private static @Nullable BigInteger v6(String address) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return null;
    }
    List<String> head = groups(gap < 0 ? address : address.substring(0, gap));
    List<String> tail = groups(gap < 0 ? "" : address.substring(gap + 2));
    int given = head.size() + tail.size();
    if (gap < 0 ? given != GROUPS : given >= GROUPS) {
      return null;
    }
    List<String> all = new ArrayList<>(head);
    for (int i = given; i < GROUPS; i++) {
      all.add("0");
    }
    all.addAll(tail);
    BigInteger value = BigInteger.ZERO;
    for (String group : all) {
      if (!GROUP.matcher(group).matches()) {
        return null;
      }
      value = value.shiftLeft(16).add(new BigInteger(group, 16));
    }
    return value;
  }

  private static List<String> groups(String part) {
    return part.isEmpty() ? List.of() : List.of(part.split(":", -1));
  }
}
