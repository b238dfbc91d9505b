package dev.slipway.catalog.hyperbytedb;

import dev.slipway.definition.Definition;
import dev.slipway.definition.Field;
import dev.slipway.definition.Given;
import dev.slipway.definition.Type;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may stand in a part of the spec, in the order in which people write it.
 *
 * @param definition what the part is in a file; it becomes what stands in the resource
 */
record Shape(List<Member> members, Definition<Mapping> definition, Field<Mapping> field)
    implements Member {

  /**
   * The shape of a part.
   *
   * @param name the field that holds it
   * @param example the part in YAML
   */
  static Shape of(String name, String noun, String doc, String example, Member... members) {
    List<Member> all = List.of(members);
    Definition<Mapping> definition =
        Definition.of("HyperbytedbCluster " + noun, doc)
            .fields(all.stream().map(Member::field).toList().toArray(new Field<?>[0]))
            .building(given -> mapping(all, member -> member.read(given)));
    Field<Mapping> field =
        Field.optional(name, Type.object(() -> definition), doc).example(example);
    return new Shape(all, definition, field);
  }

  /** The part that settings make, in this order; empty where they say nothing of it. */
  Mapping of(Map<Setting<?>, Node> settings) {
    return mapping(members, member -> member.assemble(settings));
  }

  /** The settings in it and in its parts. */
  List<Setting<?>> settings() {
    List<Setting<?>> all = new ArrayList<>();
    for (Member member : members) {
      if (member instanceof Setting<?> setting) {
        all.add(setting);
      } else if (member instanceof Shape part) {
        all.addAll(part.settings());
      }
    }
    return all;
  }

  @Override
  public @Nullable Node read(Given given) {
    return given.find(field).orElse(null);
  }

  @Override
  public @Nullable Node assemble(Map<Setting<?>, Node> settings) {
    Mapping mapping = of(settings);
    return mapping.isEmpty() ? null : mapping;
  }

  private static Mapping mapping(List<Member> members, Function<Member, @Nullable Node> toNode) {
    Mapping.Builder mapping = Mapping.builder();
    members.forEach(member -> mapping.putIfPresent(member.field().name(), toNode.apply(member)));
    return mapping.build();
  }
}
