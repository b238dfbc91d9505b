package dev.slipway.notation;

import dev.slipway.definition.Choice;
import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.security.Seccomp;
import dev.slipway.security.SecurityProfile;
import dev.slipway.security.SecurityProfileBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

/** What containers may do on their node, in a file. What is left out is as strict as it can be. */
public final class SecurityNotation {
  private static final Field<Boolean> NON_ROOT =
      Field.optional("runAsNonRoot", Type.bool(), "Whether user 0 is refused.")
          .byDefaultIs("true")
          .example("true");
  private static final Field<Integer> USER =
      Field.optional("runAsUser", Type.integerFrom(0), "The user id that processes run as.")
          .byDefaultIs("that of the image")
          .example("1000");
  private static final Field<Integer> GROUP =
      Field.optional("runAsGroup", Type.integerFrom(0), "The group id that processes run as.")
          .byDefaultIs("that of the image")
          .example("1000");
  private static final Field<Integer> FS_GROUP =
      Field.optional("fsGroup", Type.integerFrom(0), "The group that volumes belong to.")
          .example("1000");
  private static final Field<Boolean> ESCALATION =
      Field.optional(
              "allowPrivilegeEscalation",
              Type.bool(),
              "Whether a process may gain more rights than its parent.")
          .byDefaultIs("false")
          .example("true");
  private static final Field<Boolean> READ_ONLY_ROOT =
      Field.optional(
              "readOnlyRootFilesystem", Type.bool(), "Whether the container's own files are fixed.")
          .byDefaultIs("true")
          .example("false");
  private static final Field<List<String>> CAPABILITIES =
      Field.optional(
              "addCapabilities",
              Type.listOf(Type.string()),
              "Linux capabilities to have; all others are dropped.")
          .byDefaultIs("none")
          .example("[SETUID, SETGID]");
  private static final Field<Seccomp> SECCOMP =
      Field.optional(
              "seccomp",
              Type.oneOf(
                  Choice.of(
                      "RuntimeDefault",
                      Seccomp.runtimeDefault(),
                      "the container runtime's profile"),
                  Choice.of("Unconfined", Seccomp.unconfined(), "no profile")),
              "Which system calls are refused.")
          .byDefaultIs("RuntimeDefault")
          .example("Unconfined");

  private static final Definition<UnaryOperator<SecurityProfile>> DEFINITION =
      Definition.of("security profile", "What containers may do on their node.")
          .fields(NON_ROOT, USER, GROUP, FS_GROUP, ESCALATION, READ_ONLY_ROOT)
          .fields(CAPABILITIES, SECCOMP)
          .building(given -> base -> profile(given, base));

  private SecurityNotation() {}

  /** A profile that is as strict as can be where nothing is said. */
  public static Type<SecurityProfile> type() {
    return change().as(change -> change.apply(SecurityProfile.restricted()));
  }

  /** What is said of a profile that a system begins with. */
  public static Type<UnaryOperator<SecurityProfile>> change() {
    return Type.object(DEFINITION);
  }

  private static SecurityProfile profile(Given given, SecurityProfile base) {
    SecurityProfileBuilder profile = base.toBuilder();
    if (given.has(NON_ROOT)) {
      profile.runAsNonRoot(given.get(NON_ROOT));
    }
    if (given.has(USER)) {
      profile.runAsUser(given.get(USER));
    }
    if (given.has(GROUP)) {
      profile.runAsGroup(given.get(GROUP));
    }
    if (given.has(FS_GROUP)) {
      profile.fsGroup(given.get(FS_GROUP));
    }
    if (given.has(ESCALATION)) {
      profile.allowPrivilegeEscalation(given.get(ESCALATION));
    }
    if (given.has(READ_ONLY_ROOT)) {
      profile.readOnlyRootFilesystem(given.get(READ_ONLY_ROOT));
    }
    if (given.has(CAPABILITIES)) {
      profile.addCapabilities(given.get(CAPABILITIES).toArray(new String[0]));
    }
    if (given.has(SECCOMP)) {
      profile.seccomp(given.get(SECCOMP));
    }
    return profile.build();
  }
}
