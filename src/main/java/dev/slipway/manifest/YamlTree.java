package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes trees of a parser's events, and finds what is wrong with them beyond their syntax. */
final class YamlTree {
  private static final int MOST_PROBLEMS = 100;
  private static final int REMEMBERED = 1024;
  private static final int LONGEST_REMEMBERED = 40;

  /** Ends reading a file of which nothing more needs to be known. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private TooMuch() {
      super(null, null, false, false);
    }
  }

  private final String file;
  private final int lineOffset;
  private final YamlDialect dialect;
  private final YamlLimits limits;
  private final Problems notices;
  private final Consumer<Problem> report;

  private final YamlAnchors anchors = new YamlAnchors();
  private final @Nullable String[] recent = new String[REMEMBERED];
  private int found;
  private int noticed;

  /**
   * A builder of trees.
   *
   * @param lineOffset how many lines of the file stand before the first one that is parsed
   */
  YamlTree(
      String file,
      int lineOffset,
      YamlDialect dialect,
      YamlLimits limits,
      Problems problems,
      Problems notices) {
    this.file = file;
    this.lineOffset = lineOffset;
    this.dialect = dialect;
    this.limits = limits;
    this.notices = notices;
    this.report =
        problem -> {
          problems.add(problem);
          if (++found >= MOST_PROBLEMS) {
            throw new TooMuch();
          }
        };
  }

  /** The tree of the document that the next event begins. */
  YamlNode document(Iterator<Event> events) {
    anchors.clear();
    return node(events.next(), events, 1);
  }

  private YamlNode node(Event event, Iterator<Event> events, int depth) {
    if (event instanceof AliasEvent alias) {
      return repeated(alias, depth);
    }
    Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
    if (anchor.isEmpty()) {
      return content(event, events, depth);
    }
    YamlAnchors.Open open = anchors.open(anchor.get().getValue(), depth);
    YamlNode node = content(event, events, depth);
    anchors.close(open, node);
    return node;
  }

  private YamlNode repeated(AliasEvent alias, int depth) {
    String name = alias.getAlias().getValue();
    YamlAnchors.Anchored anchored = anchors.find(name);
    if (anchored == null) {
      report.accept(anchors.isOpen(name) ? endless(alias, name) : undefined(alias, name));
      return YamlScalar.resolved(file, line(alias), column(alias), "", Scalar.NULL);
    }
    if (anchors.repeat(anchored, depth) > limits.aliased()) {
      throw end(
          alias,
          String.format(Locale.ROOT, "Aliases repeat more than %,d values.", limits.aliased()),
          "Write out what is meant, or repeat less of it.");
    }
    checkDepth(alias, depth + anchored.height());
    return anchored.node();
  }

  private YamlNode content(Event event, Iterator<Event> events, int depth) {
    anchors.count(depth);
    checkDepth(event, depth);
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    boolean mapping = event.getEventId() == Event.ID.MappingStart;
    Optional<String> tag = start.getTag();
    if (tag.isPresent()) {
      dialect.collectionTag(at(event), tag.get(), mapping ? "map" : "seq", report);
    }
    return mapping ? mapping(start, events, depth) : sequence(start, events, depth);
  }

  private YamlScalar scalar(ScalarEvent event) {
    String text = remembered(event.getValue());
    if (event.isDQuoted() && Surrogates.firstLone(text) >= 0) {
      report.accept(
          Problem.at(
              at(event),
              "An escape in this string is half of a surrogate pair.",
              "Write the whole character, or both of its escapes."));
    }
    Optional<String> tag = event.getTag();
    return tag.isPresent()
        ? dialect.tagged(at(event), tag.get(), text, report)
        : dialect.untagged(file, line(event), column(event), text, event.isPlain(), report);
  }

  private YamlSequence sequence(Event start, Iterator<Event> events, int depth) {
    List<YamlNode> items = new ArrayList<>();
    Event event = events.next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(node(event, events, depth + 1));
      event = events.next();
    }
    return new YamlSequence(file, line(start), column(start), items.toArray(new YamlNode[0]));
  }

  private YamlMapping mapping(Event start, Iterator<Event> events, int depth) {
    YamlMapping.Builder entries = YamlMapping.builder(file, line(start), column(start));
    Set<String> merged = dialect.mergesMaps() ? new HashSet<>(0) : Set.of();
    Event event = events.next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      boolean merge = isMerge(event);
      YamlNode key = node(event, events, depth + 1);
      YamlNode value = node(events.next(), events, depth + 1);
      if (merge) {
        merge(key, value, entries, merged);
      } else {
        put(key, value, entries, merged);
      }
      event = events.next();
    }
    return entries.build();
  }

  private void put(
      YamlNode keyNode, YamlNode value, YamlMapping.Builder entries, Set<String> merged) {
    if (!(keyNode instanceof YamlScalar scalar)) {
      report.accept(
          Problem.at(
              keyNode.position(),
              "The key here is %s; keys are strings.".formatted(keyNode.describe()),
              "Write a string; put text that holds '[' or '{' in quotes."));
      return;
    }
    String key = dialect.key(scalar, report);
    if (key == null) {
      return;
    }
    int rank = entries.indexOf(key);
    if (rank >= 0 && !(dialect.mergesMaps() && merged.remove(key))) {
      Problem twice = twice(scalar, key, entries.keyLine(rank));
      if (!dialect.lastKeyCounts()) {
        report.accept(twice);
        return;
      }
      if (++noticed <= MOST_PROBLEMS) {
        notices.add(twice);
      }
    }
    entries.put(key, scalar.line(), scalar.column(), value);
  }

  /** As Kubernetes' reader merges: in turn with the other entries, so that the last one counts. */
  private void merge(
      YamlNode key, YamlNode value, YamlMapping.Builder entries, Set<String> merged) {
    if (!dialect.mergesMaps()) {
      report.accept(
          Problem.at(
              key.position(),
              "YAML 1.2 has no merge key '<<'.",
              "Write the entries out, or put what several files share in one that they extend."));
    } else if (value instanceof YamlMapping mapping) {
      putAll(mapping, entries, merged);
    } else if (value instanceof YamlSequence sequence) {
      for (int i = sequence.size() - 1; i >= 0; i--) {
        if (sequence.get(i) instanceof YamlMapping mapping) {
          putAll(mapping, entries, merged);
        } else {
          report.accept(noMerge(sequence.get(i)));
        }
      }
    } else {
      report.accept(noMerge(value));
    }
  }

  private void putAll(YamlMapping mapping, YamlMapping.Builder entries, Set<String> merged) {
    for (int i = 0; i < mapping.size(); i++) {
      entries.put(mapping, i);
      merged.add(mapping.key(i));
    }
  }

  private static boolean isMerge(Event key) {
    return key instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getTag().isEmpty()
        && scalar.getValue().equals("<<");
  }

  private void checkDepth(Event event, int depth) {
    if (depth > limits.depth()) {
      throw end(
          event,
          String.format(
              Locale.ROOT,
              "Maps and lists stand more than %,d deep in one another.",
              limits.depth()),
          "Lay the document out flatter.");
    }
  }

  private TooMuch end(Event event, String message, String remedy) {
    report.accept(Problem.at(at(event), message, remedy));
    return new TooMuch();
  }

  private Problem undefined(AliasEvent alias, String name) {
    return Problem.at(
        at(alias),
        "The alias '*%s' has no anchor '&%s' above it.".formatted(name, name),
        "Put the anchor before the value that is meant, or put text that begins with '*' in"
            + " quotes.");
  }

  private Problem endless(AliasEvent alias, String name) {
    return Problem.at(
        at(alias),
        "The alias '*%s' stands inside the value that it repeats.".formatted(name),
        "Write out what is meant.");
  }

  private static Problem noMerge(YamlNode value) {
    return Problem.at(
        value.position(),
        "The merge key '<<' takes a map or a list of maps, not %s.".formatted(value.describe()),
        "Give it a map, or put the key in quotes if no merge is meant.");
  }

  private static Problem twice(YamlScalar key, String name, int firstLine) {
    return Problem.at(
        key.position(),
        "The key '%s' stands here a second time; the first is on line %s."
            .formatted(name, firstLine),
        "Remove one of the two.");
  }

  /** One and the same string for short ones that were read lately: files repeat them a lot. */
  private String remembered(String text) {
    if (text.length() > LONGEST_REMEMBERED) {
      return text;
    }
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & (REMEMBERED - 1);
    String other = recent[slot];
    if (other != null && other.equals(text)) {
      return other;
    }
    recent[slot] = text;
    return text;
  }

  private Position at(Event event) {
    return new Position(file, line(event), column(event));
  }

  private int line(Event event) {
    Mark mark = event.getStartMark().orElse(null);
    return mark == null ? lineOffset + 1 : mark.getLine() + 1 + lineOffset;
  }

  private static int column(Event event) {
    Mark mark = event.getStartMark().orElse(null);
    return mark == null ? 1 : mark.getColumn() + 1;
  }
}
