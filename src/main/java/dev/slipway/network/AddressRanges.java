package dev.slipway.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a NetworkPolicy accepts as a range of addresses.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">NetworkPolicy</a>
 */
public final class AddressRanges {
  private AddressRanges() {}

  /** What is wrong with a range, as a sentence without its subject, or nothing. */
  public static Optional<String> check(String written) {
    @Nullable Cidr range = Cidr.parse(written);
    if (range == null) {
      return Optional.of("is no range of addresses such as 10.0.0.0/16 or fd00::/8");
    }
    return range.isNetwork()
        ? Optional.empty()
        : Optional.of(
            "has more set than its first %s bits%s"
                .formatted(
                    range.prefix(),
                    range.writtenNetwork().map(network -> "; the range is " + network).orElse("")));
  }
}
