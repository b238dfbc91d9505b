package dev.slipway.render;

import dev.slipway.manifest.Manifest;
import dev.slipway.target.Declaration;
import dev.slipway.target.Document;
import dev.slipway.target.Notice;
import dev.slipway.target.Sink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A sink that keeps what it is given; what is said twice is kept once. */
public final class Collected implements Sink {
  private final List<Manifest> objects = new ArrayList<>();
  private final Set<Document> documents = new LinkedHashSet<>();
  private final Set<Declaration> declared = new LinkedHashSet<>();
  private final Set<Notice> notices = new LinkedHashSet<>();

  @Override
  public void object(Manifest manifest) {
    objects.add(manifest);
  }

  @Override
  public void document(Document document) {
    documents.add(document);
  }

  @Override
  public void declare(Declaration declaration) {
    declared.add(declaration);
  }

  @Override
  public void notice(Notice notice) {
    notices.add(notice);
  }

  public List<Manifest> objects() {
    return objects;
  }

  public List<Document> documents() {
    return List.copyOf(documents);
  }

  public List<Declaration> declared() {
    return List.copyOf(declared);
  }

  public List<Notice> notices() {
    return List.copyOf(notices);
  }
}
