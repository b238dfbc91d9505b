package dev.slipway.target;

import dev.slipway.manifest.Manifest;

/** Takes what the model renders. */
public interface Sink {

  /** An object for the cluster. */
  void object(Manifest manifest);

  /** A file beside the manifests. */
  void document(Document document);

  /** A fact that no manifest can hold. */
  void declare(Declaration declaration);

  /** Something the user should know, or must change. */
  void notice(Notice notice);
}
