package dev.slipway.pulumi;

import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.resources.InputArgs;
import dev.slipway.manifest.Deferred;
import dev.slipway.manifest.Mapping;
import dev.slipway.manifest.Node;
import dev.slipway.manifest.Scalar;
import dev.slipway.manifest.Seq;
import dev.slipway.manifest.Text;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the inputs of a resource that somebody else declares as a tree, as far as they are known by
 * now. What is not known yet stands there as a text of which nothing is known.
 */
final class ResourceInputs {
  private static final Deferred LATER = new NotKnown(false);
  private static final Deferred LATER_AND_SECRET = new NotKnown(true);

  private final List<CompletableFuture<?>> awaited = new ArrayList<>();
  private final Mapping known;

  private ResourceInputs(InputArgs args) {
    known = fields(args, false);
  }

  static ResourceInputs of(InputArgs args) {
    return new ResourceInputs(args);
  }

  /** What is known by now. */
  Mapping known() {
    return known;
  }

  /** Whether anything is to be told yet. A preview never tells some of it, and does not wait. */
  boolean isSettled() {
    return awaited.isEmpty();
  }

  /** Done when something of what was not known has been told. */
  CompletableFuture<Void> told() {
    return CompletableFuture.allOf(awaited.toArray(CompletableFuture<?>[]::new));
  }

  private Mapping fields(InputArgs args, boolean secret) {
    Mapping.Builder mapping = Mapping.builder();
    for (@Nullable Class<?> type = args.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        @Nullable Import input = field.getAnnotation(Import.class);
        if (input != null) {
          String name = input.name().isEmpty() ? field.getName() : input.name();
          mapping.putIfPresent(name, node(value(field, args), secret));
        }
      }
    }
    return mapping.build();
  }

  private static @Nullable Object value(Field field, InputArgs args) {
    try {
      field.setAccessible(true);
      return field.get(args);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " of a resource's inputs cannot be read.", e);
    }
  }

  private @Nullable Node node(@Nullable Object value, boolean secret) {
    if (value == null) {
      return null;
    }
    if (value instanceof Output<?> output) {
      return told(output, secret);
    }
    if (value instanceof Optional<?> optional) {
      return node(optional.orElse(null), secret);
    }
    if (value instanceof Either<?, ?> either) {
      return node(either.isLeft() ? either.left() : either.right(), secret);
    }
    if (value instanceof InputArgs args) {
      return fields(args, secret);
    }
    if (value instanceof Map<?, ?> map) {
      Mapping.Builder mapping = Mapping.builder();
      map.forEach((key, item) -> mapping.putIfPresent(String.valueOf(key), node(item, secret)));
      return mapping.build();
    }
    if (value instanceof Iterable<?> list) {
      return sequence(list, secret);
    }
    return leaf(value, secret);
  }

  private Seq sequence(Iterable<?> list, boolean secret) {
    List<Node> items = new ArrayList<>();
    for (Object item : list) {
      @Nullable Node node = node(item, secret);
      items.add(node == null ? Scalar.NULL : node);
    }
    return Seq.of(items);
  }

  private @Nullable Node told(Output<?> output, boolean secret) {
    CompletableFuture<? extends OutputData<?>> data = Internal.of(output).getDataAsync();
    if (!data.isDone()) {
      awaited.add(data);
      return Text.deferred(secret ? LATER_AND_SECRET : LATER);
    }
    if (data.isCompletedExceptionally()) {
      // The registration fails by itself, with the reason.
      return Text.deferred(LATER);
    }
    OutputData<?> told = data.join();
    boolean masked = secret || told.isSecret();
    return told.isKnown()
        ? node(told.getValueNullable(), masked)
        : Text.deferred(masked ? LATER_AND_SECRET : LATER);
  }

  /** JSON stands here as its text: no rule looks at what may be any JSON. */
  private static Node leaf(Object value, boolean secret) {
    if (value instanceof Boolean bool) {
      return Scalar.of(bool);
    }
    if (value instanceof Number number) {
      return Scalar.of(new BigDecimal(number.toString()));
    }
    String text = String.valueOf(value);
    return secret ? Text.secret(text) : Text.of(text);
  }

  private record NotKnown(boolean secret) implements Deferred {
    @Override
    public String label() {
      return "an Output";
    }
  }
}
