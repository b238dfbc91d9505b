package dev.slipway.manifest;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Files of facts that come with Slipway. They are in its jar; the launcher names a folder that has
 * them as well ({@code slipway.files}), for Java takes some 7 ms to open a jar.
 */
public final class ShippedFile {
  private static final String FOLDER = "slipway.files";

  private ShippedFile() {}

  /**
   * What a file holds.
   *
   * @param owner a class of the package that the file is in
   * @param name the file's name, of which there is one in all packages
   */
  public static byte[] read(Class<?> owner, String name) {
    @Nullable String folder = System.getProperty(FOLDER);
    try {
      if (folder != null) {
        try (InputStream in = new FileInputStream(folder + '/' + name)) {
          return in.readAllBytes();
        } catch (FileNotFoundException e) {
          // The jar has it.
        }
      }
      try (@Nullable InputStream in = owner.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("The library is incomplete: " + name + " is missing.");
        }
        return in.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
