package dev.slipway.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/16",
        "0.0.0.0/0",
        "192.168.1.7/32",
        "255.255.255.255/32",
        "fd00::/8",
        "::/0",
        "::1/128",
        "2001:db8:1:2:3:4:5:6/128",
        "2001:db8::/32",
        "1::/16"
      })
  void rangesAreAccepted(String range) {
    assertThat(AddressRanges.check(range)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0/16",
        "10.0.0.0.0/16",
        "10.0.0.256/32",
        "10.0.0.0/33",
        "10.0.0.0/08",
        "010.0.0.0/8",
        "10.0.0.0/-1",
        "a.b.c.d/8",
        "fd00::/129",
        "fd00::1::/64",
        "1:2:3:4:5:6:7/128",
        "1:2:3:4:5:6:7:8:9/128",
        "1:2:3:4::5:6:7:8/128",
        "12345::/16",
        ":1::/16",
        "fd00::%eth0/64",
        "example.com/16"
      })
  void whatIsNoRangeIsRefused(String range) {
    assertThat(AddressRanges.check(range))
        .contains("is no range of addresses such as 10.0.0.0/16 or fd00::/8");
  }

  @Test
  void addressInARangeIsNotTheRange() {
    assertThat(AddressRanges.check("10.20.30.40/16"))
        .contains("has more set than its first 16 bits; the range is 10.20.0.0/16");
    assertThat(AddressRanges.check("fd00::1/64")).contains("has more set than its first 64 bits");
  }
}
