package dev.slipway.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    List<Manifest> sorted = new ArrayList<>(manifests);
    sorted.sort((a, b) -> ApplyOrder.COMPARATOR.compare(a.ref(), b.ref()));
    Problems problems = new Problems();
    List<Manifest> unique = new ArrayList<>(sorted.size());
    @Nullable Manifest last = null;
    for (Manifest manifest : sorted) {
      if (last == null || ApplyOrder.COMPARATOR.compare(last.ref(), manifest.ref()) != 0) {
        unique.add(manifest);
        last = manifest;
      } else if (!last.body().equals(manifest.body())) {
        problems.add(
            "%s is declared twice, by %s and by %s, and the two differ."
                .formatted(manifest.ref(), last.origin(), manifest.origin()),
            "Rename one of them, or declare it in one place only.",
            manifest.origin().way());
      }
    }
    problems.throwIfAny();
    return new ManifestSet(List.copyOf(unique));
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
    List<Manifest> found = new ArrayList<>();
    for (Manifest manifest : manifests) {
      if (manifest.ref().kind().equals(kind)) {
        found.add(manifest);
      }
    }
    return List.copyOf(found);
  }

  /** This set and another. */
  public ManifestSet plus(ManifestSet other) {
    List<Manifest> both = new ArrayList<>(manifests);
    both.addAll(other.manifests);
    return of(both);
  }

  /** This set with every manifest replaced by what {@code change} makes of it. */
  public ManifestSet map(UnaryOperator<Manifest> change) {
    List<Manifest> changed = new ArrayList<>(manifests.size());
    for (Manifest manifest : manifests) {
      changed.add(change.apply(manifest));
    }
    return of(changed);
  }

  /** Sets of those manifests of which {@code part} says the same, by what it says. */
  public <K> Map<K, ManifestSet> split(Function<Manifest, K> part) {
    Map<K, List<Manifest>> lists = new LinkedHashMap<>();
    for (Manifest manifest : manifests) {
      lists.computeIfAbsent(part.apply(manifest), key -> new ArrayList<>()).add(manifest);
    }
    Map<K, ManifestSet> sets = new LinkedHashMap<>(lists.size() * 2);
    lists.forEach((key, list) -> sets.put(key, new ManifestSet(List.copyOf(list))));
    return sets;
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
