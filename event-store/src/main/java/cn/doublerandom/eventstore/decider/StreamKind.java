package cn.doublerandom.eventstore.decider;

import java.util.regex.Pattern;

/**
 * A kind of streams: the one place where the id of something becomes the name of its stream, and
 * back. An id holds no {@code ~}, which stands between the parts of a name where one log serves
 * many scopes.
 *
 * @param name for example {@code plan-notice}
 */
public record StreamKind(String name) {
  /** Stands between kind, scope and id of a stream that is not of the home scope. */
  public static final char SEPARATOR = '~';

  private static final Pattern FORM = Pattern.compile("[a-z]+(?:-[a-z]+)*");

  public StreamKind {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException("no kind of streams: " + name);
    }
  }

  /** The stream of what has that id. */
  public String of(String id) {
    if (!isId(id)) {
      throw new NoId();
    }
    return prefix() + id;
  }

  /** What was given as an id names nothing and never will. */
  public static final class NoId extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public NoId() {
      super("an id holds " + SEPARATOR);
    }
  }

  /** Whether an id may name a stream. */
  public static boolean isId(String id) {
    return id.indexOf(SEPARATOR) < 0;
  }

  /** What the names of its streams begin with. */
  public String prefix() {
    return name + "-";
  }

  /** Whether a stream is of this kind. */
  public boolean has(String stream) {
    return stream.startsWith(prefix());
  }

  /** The id of what a stream of this kind is of. */
  public String id(String stream) {
    if (!has(stream)) {
      throw new IllegalArgumentException(stream + " is no stream of kind " + name);
    }
    return stream.substring(prefix().length());
  }
}
