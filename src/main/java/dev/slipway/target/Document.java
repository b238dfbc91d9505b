package dev.slipway.target;

import dev.slipway.manifest.JsonWriter;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that goes beside the manifests: what a cloud must know, or a person. */
public sealed interface Document {

  /** The file's name without a folder: {@code hyperscience-trust-policy.json}. */
  String fileName();

  /** What stands in the file; known only later where a part of it is. */
  Text content();

  /** A document for a cloud, as JSON. */
  record Cloud(String fileName, Mapping json) implements Document {
    @Override
    public Text content() {
      return JsonWriter.writeText(json);
    }

    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cloud cloud
          && fileName.equals(cloud.fileName)
          && json.equals(cloud.json);
    }

    @Override
    public int hashCode() {
      return Objects.hash(fileName, json);
    }
  }

  /** A page for a person, as Markdown. */
  record Page(String fileName, Text content) implements Document {
    // What a record generates is linked at run time, which a short run of the command would feel.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Page page
          && fileName.equals(page.fileName)
          && content.equals(page.content);
    }

    @Override
    public int hashCode() {
      return Objects.hash(fileName, content);
    }
  }
}
