package dev.slipway.notation;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Type;
import dev.slipway.definition.Variant;
import dev.slipway.pod.Hook;
import java.util.List;

/** What is done before a container is told to end, in a file. */
final class HookNotation {
  private static final Field<List<String>> EXEC =
      Field.required("exec", Type.someOf(Type.string()), "A command in the container.")
          .example("[/bin/drain]");
  private static final Field<Integer> SLEEP =
      Field.required("sleep", Type.integerFrom(1), "How many seconds to wait (Kubernetes 1.30).")
          .example("5");
  private static final Definition<Hook> BY_COMMAND =
      Definition.of("command hook", "A command in the container.")
          .fields(EXEC)
          .building(g -> Hook.exec(g.get(EXEC).toArray(new String[0])));
  private static final Definition<Hook> BY_SLEEP =
      Definition.of("sleep hook", "A pause.").fields(SLEEP).building(g -> Hook.sleep(g.get(SLEEP)));

  private HookNotation() {}

  static Type<Hook> type() {
    return Type.variant("hook", Variant.of("exec", BY_COMMAND), Variant.of("sleep", BY_SLEEP));
  }
}
