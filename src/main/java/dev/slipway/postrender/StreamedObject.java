package dev.slipway.postrender;

import dev.slipway.manifest.Manifest;
import dev.slipway.manifest.YamlMapping;

/** An object of a stream, and where it stands. */
public final class StreamedObject {
  private static final String HOOK = "helm.sh/hook";

  private final Manifest manifest;
  private final YamlMapping source;
  private final StreamDocument document;
  private final int item;

  /**
   * An object of a document.
   *
   * @param item its place in the list that the document is; -1 where the document is the object
   */
  StreamedObject(Manifest manifest, YamlMapping source, StreamDocument document, int item) {
    this.manifest = manifest;
    this.source = source;
    this.document = document;
    this.item = item;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** The object as it is written. */
  public YamlMapping source() {
    return source;
  }

  /** Whether Helm applies it at some moment of a release rather than as a part of it. */
  public boolean isHook() {
    return manifest.metadata().mapping("annotations").has(HOOK);
  }

  StreamDocument document() {
    return document;
  }

  int item() {
    return item;
  }
}
