package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Manifests in {@link ApplyOrder}, unique by group, kind, namespace and name. */
public final class ManifestSet implements Iterable<Manifest> {
  public static final ManifestSet EMPTY = new ManifestSet(List.of());

  private final List<Manifest> manifests;
  private volatile @Nullable Map<ObjectRef.Key, Manifest> index;

  private ManifestSet(List<Manifest> manifests) {
    this.manifests = manifests;
  }

  /**
   * The given manifests in apply order. An object that is there twice with the same content is
   * taken once.
   *
   * @throws InvalidInputException if two different manifests are the same object
   */
  public static ManifestSet of(Collection<Manifest> manifests) {
    Map<ObjectRef.Key, Manifest> unique = new HashMap<>(manifests.size() * 2);
    Problems problems = new Problems();
    for (Manifest manifest : manifests) {
      Manifest other = unique.putIfAbsent(manifest.ref().key(), manifest);
      if (other != null && !other.body().equals(manifest.body())) {
        problems.add(
            "%s is declared twice, by %s and by %s, and the two differ."
                .formatted(manifest.ref(), other.origin(), manifest.origin()),
            "Rename one of them, or declare it in one place only.");
      }
    }
    problems.throwIfAny();
    List<Manifest> sorted = new ArrayList<>(unique.values());
    sorted.sort((a, b) -> ApplyOrder.COMPARATOR.compare(a.ref(), b.ref()));
    return new ManifestSet(List.copyOf(sorted));
  }

  public int size() {
    return manifests.size();
  }

  public boolean isEmpty() {
    return manifests.isEmpty();
  }

  public List<Manifest> asList() {
    return manifests;
  }

  public Optional<Manifest> find(ObjectRef.Key key) {
    Map<ObjectRef.Key, Manifest> map = index;
    if (map == null) {
      map = new HashMap<>();
      for (Manifest manifest : manifests) {
        map.put(manifest.ref().key(), manifest);
      }
      index = map;
    }
    return Optional.ofNullable(map.get(key));
  }

  /** The manifests of one kind, in order. */
  public List<Manifest> ofKind(String kind) {
    return manifests.stream().filter(manifest -> manifest.ref().kind().equals(kind)).toList();
  }

  /** This set and another. */
  public ManifestSet plus(ManifestSet other) {
    List<Manifest> both = new ArrayList<>(manifests);
    both.addAll(other.manifests);
    return of(both);
  }

  /** This set with every manifest replaced by what {@code change} makes of it. */
  public ManifestSet map(UnaryOperator<Manifest> change) {
    return of(manifests.stream().map(change).toList());
  }

  @Override
  public Iterator<Manifest> iterator() {
    return manifests.iterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof ManifestSet set && manifests.equals(set.manifests));
  }

  @Override
  public int hashCode() {
    return manifests.hashCode();
  }

  @Override
  public String toString() {
    return manifests.stream().map(manifest -> manifest.ref().toString()).toList().toString();
  }
}
