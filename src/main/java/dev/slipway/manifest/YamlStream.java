package dev.slipway.manifest;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The bytes of one file, parsed document after document. */
final class YamlStream {
  /** Larger than the parser's own, which saves it time. */
  private static final int BUFFER = 8 << 10;

  private static final int MOST_SYNTAX_ERRORS = 20;

  private final String file;
  private final byte[] content;
  private final YamlDialect dialect;
  private final YamlLimits limits;
  private final Problems problems;
  private final Problems notices;
  private final List<YamlNode> documents = new ArrayList<>();

  YamlStream(
      String file,
      byte[] content,
      YamlDialect dialect,
      YamlLimits limits,
      Problems problems,
      Problems notices) {
    this.file = file;
    this.content = content;
    this.dialect = dialect;
    this.limits = limits;
    this.problems = problems;
    this.notices = notices;
  }

  /** The documents that could be read; what could not is among the problems. */
  List<YamlNode> documents() {
    FileText text = new FileText(file, content);
    Problem otherEncoding = text.otherEncoding();
    if (otherEncoding != null) {
      problems.add(otherEncoding);
      return documents;
    }
    FileText.@Nullable Line from = new FileText.Line(text.start(), 0);
    for (int errors = 0; from != null && errors < MOST_SYNTAX_ERRORS; errors++) {
      int failedOn = parse(from, text);
      from = failedOn < 0 ? null : text.nextDocument(from, failedOn);
    }
    return documents;
  }

  /** Parses from a line to the end; the number of the line with a syntax error, or -1. */
  private int parse(FileText.Line from, FileText text) {
    YamlTree tree = new YamlTree(file, from.number(), dialect, limits, problems, notices);
    try {
      Events events = new Events(parser().parseReader(reader(from.offset())).iterator());
      Event event = events.next();
      while (event.getEventId() != Event.ID.StreamEnd) {
        if (event.getEventId() == Event.ID.DocumentStart) {
          YamlNode root = tree.document(events);
          if (!root.isNull()) {
            documents.add(root);
          }
        }
        event = events.next();
      }
      return -1;
    } catch (YamlTree.TooMuch tooMuch) {
      return -1;
    } catch (YamlEngineException e) {
      Problem problem = YamlSyntax.explain(e, file, from.number(), text);
      problems.add(problem);
      return problem.at().map(Position::line).orElse(from.number() + 1) - 1;
    }
  }

  private Reader reader(int from) {
    return new InputStreamReader(
        new ByteArrayInputStream(content, from, content.length - from),
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  private static Parse parser() {
    return new Parse(
        LoadSettings.builder()
            .setUseMarks(true)
            .setParseComments(false)
            .setBufferSize(BUFFER)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build());
  }

  /** The parser's events; what it throws by mistake becomes what it throws for bad input. */
  private static final class Events implements Iterator<Event> {
    private final Iterator<Event> parser;
    private Optional<Mark> reached = Optional.empty();

    Events(Iterator<Event> parser) {
      this.parser = parser;
    }

    /** The end of the stream is an event of its own. */
    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public Event next() {
      try {
        Event event = parser.next();
        reached = event.getStartMark();
        return event;
      } catch (YamlEngineException e) {
        throw e;
      } catch (RuntimeException e) {
        throw new ParserException("", reached, "what follows this cannot be read", reached);
      }
    }
  }
}
