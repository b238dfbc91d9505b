package dev.slipway.cdk8s;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An object of an app as cdk8s will write it.
 *
 * @param path its construct's path
 * @param waivers what its construct, and those that it stands below, accept; by rule
 */
record AppObject(String path, Mapping waivers, Mapping body) {
  /** What {@link TreeSide} tells of an app. */
  static List<AppObject> read(String json) {
    List<AppObject> objects = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      parser.nextToken();
      for (Node each : (Seq) node(parser)) {
        Mapping object = (Mapping) each;
        objects.add(
            new AppObject(
                Objects.requireNonNull(object.string("path")),
                object.mapping("waivers"),
                object.mapping("body")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objects;
  }

  private static Node node(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Mapping.Builder mapping = Mapping.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          mapping.put(key, node(parser));
        }
        yield mapping.build();
      }
      case START_ARRAY -> {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(node(parser));
        }
        yield Seq.of(items);
      }
      case VALUE_STRING -> Text.of(parser.getText());
      case VALUE_NUMBER_INT -> Scalar.of(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> Scalar.of(parser.getDecimalValue());
      case VALUE_TRUE -> Scalar.TRUE;
      case VALUE_FALSE -> Scalar.FALSE;
      default -> Scalar.NULL;
    };
  }
}
