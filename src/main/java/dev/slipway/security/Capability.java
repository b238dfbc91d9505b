package dev.slipway.security;

import dev.slipway.manifest.Problem;
import dev.slipway.manifest.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The capabilities of Linux, as Kubernetes names them: without CAP_. */
final class Capability {
  static final String ALL = "ALL";
  static final String NET_BIND_SERVICE = "NET_BIND_SERVICE";
  static final String SYS_ADMIN = "SYS_ADMIN";

  private static final String PREFIX = "CAP_";

  /**
   * Those of Linux 6.
   *
   * @see <a href="https://man7.org/linux/man-pages/man7/capabilities.7.html">capabilities(7)</a>
   */
  private static final List<String> NAMES =
      List.of(
          "AUDIT_CONTROL",
          "AUDIT_READ",
          "AUDIT_WRITE",
          "BLOCK_SUSPEND",
          "BPF",
          "CHECKPOINT_RESTORE",
          "CHOWN",
          "DAC_OVERRIDE",
          "DAC_READ_SEARCH",
          "FOWNER",
          "FSETID",
          "IPC_LOCK",
          "IPC_OWNER",
          "KILL",
          "LEASE",
          "LINUX_IMMUTABLE",
          "MAC_ADMIN",
          "MAC_OVERRIDE",
          "MKNOD",
          "NET_ADMIN",
          NET_BIND_SERVICE,
          "NET_BROADCAST",
          "NET_RAW",
          "PERFMON",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          SYS_ADMIN,
          "SYS_BOOT",
          "SYS_CHROOT",
          "SYS_MODULE",
          "SYS_NICE",
          "SYS_PACCT",
          "SYS_PTRACE",
          "SYS_RAWIO",
          "SYS_RESOURCE",
          "SYS_TIME",
          "SYS_TTY_CONFIG",
          "SYSLOG",
          "WAKE_ALARM");

  private Capability() {}

  /** What is wrong with a name, if anything is. */
  static Optional<Problem> check(String name) {
    if (NAMES.contains(name)) {
      return Optional.empty();
    }
    String upper = name.toUpperCase(Locale.ROOT);
    boolean prefixed = upper.startsWith(PREFIX) && NAMES.contains(upper.substring(PREFIX.length()));
    String hint = Suggestions.didYouMean(name, NAMES);
    return Optional.of(
        Problem.of(
            "'" + name + "' is no capability as Kubernetes names them.",
            prefixed
                ? "Leave out CAP_: '" + upper.substring(PREFIX.length()) + "'."
                : hint.isEmpty() ? "The names are those of capabilities(7) without CAP_." : hint));
  }
}
