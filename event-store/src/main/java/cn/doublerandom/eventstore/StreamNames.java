package cn.doublerandom.eventstore;

import static cn.doublerandom.eventstore.decider.StreamKind.SEPARATOR;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of streams as they stand in the log, {@code <kind>~<scope>~<id>}, and within a scope,
 * {@code <kind>-<id>}; in the home scope both are the same. Built and parsed here and nowhere else.
 */
public final class StreamNames {
  private static final Pattern STORED =
      Pattern.compile("(?<kind>[a-z]+(?:-[a-z]+)*)~(?<scope>[a-z0-9.]+)(?:~(?<id>[^~]*))?");

  private final List<StreamKind> kinds;
  private final Set<String> singles;

  /**
   * The kinds of streams a service keeps.
   *
   * @param kinds of streams there are many of
   * @param singles names of streams there is one of in each scope
   */
  public StreamNames(Collection<StreamKind> kinds, Collection<String> singles) {
    // The longest first: plan-notice-… is no plan.
    this.kinds =
        kinds.stream()
            .sorted(Comparator.comparingInt((StreamKind kind) -> kind.name().length()).reversed())
            .toList();
    this.singles = Set.copyOf(singles);
  }

  /**
   * A stream by both its parts.
   *
   * @param name within the scope
   */
  public record Scoped(Scope scope, String name) {}

  /**
   * The name in the log.
   *
   * @param name within the scope
   * @throws IllegalArgumentException where it is none, or of a kind that is not known: what cannot
   *     be told apart is nobody's
   */
  public String stored(Scope scope, String name) {
    if (!StreamKind.isId(name)) {
      throw new StreamKind.NoId();
    } else if (scope.isHome()) {
      return name;
    } else if (singles.contains(name)) {
      return name + SEPARATOR + scope.name();
    }
    StreamKind kind =
        kinds.stream()
            .filter(known -> known.has(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no kind of streams has " + name));
    return kind.name() + SEPARATOR + scope.name() + SEPARATOR + kind.id(name);
  }

  /** Whose stream it is and what it is called there; needs to know no kinds. */
  public static Scoped parse(String stored) {
    if (StreamKind.isId(stored)) {
      return new Scoped(Scope.HOME, stored);
    }
    var parts = STORED.matcher(stored);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no name of a stream: " + stored);
    }
    String id = parts.group("id");
    return new Scoped(
        new Scope(parts.group("scope")),
        id == null ? parts.group("kind") : parts.group("kind") + "-" + id);
  }
}
