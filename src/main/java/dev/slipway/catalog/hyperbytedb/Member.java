package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.manifest.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a part of the spec: a setting, or another part. */
sealed interface Member permits Setting, Shape {

  /** What it is in a file. */
  Field<?> field();

  /** What a file says, as it stands in the resource; null where it says nothing. */
  @Nullable Node read(Given given);

  /** What some settings say, as it stands in the resource; null where they say nothing. */
  @Nullable Node assemble(Map<Setting<?>, Node> settings);
}
