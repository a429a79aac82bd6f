package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one type of event is told of in 最近办理.
 *
 * @param words what was done, without what it was done to
 * @param kind of its streams; absent where its stream has no id a person would know
 * @param page where the thing is looked at
 * @param readers roles that may open that page
 */
public record Act(
    Sentence words, @Nullable StreamKind kind, MatterPlace page, List<String> readers) {
  public Act {
    readers = List.copyOf(readers);
  }

  /** Of things with a page. */
  public static Act of(
      String chinese,
      String english,
      @Nullable StreamKind kind,
      MatterPlace page,
      List<String> readers) {
    return new Act(new Sentence(chinese, english), kind, page, readers);
  }

  /**
   * The line of what was done.
   *
   * @param names of things by stream; what has none is called by its id
   */
  public Recently.Line line(Doing doing, Person reader, Map<String, String> names) {
    String id = kind == null || !kind.has(doing.stream()) ? "" : kind.id(doing.stream());
    String name = names.getOrDefault(doing.stream(), id);
    boolean isMany = doing.count() > 1;
    String chinese = isMany ? "（%d 项）".formatted(doing.count()) : id.isEmpty() ? "" : "：" + name;
    String english = isMany ? " (%d)".formatted(doing.count()) : id.isEmpty() ? "" : ": " + name;
    String at = mayOpen(reader.roles()) ? page.of(id) : null;
    return new Recently.Line(
        words.chinese() + chinese,
        words.english() + english,
        doing.actor(),
        doing.day(),
        "",
        at == null ? "" : at);
  }

  private boolean mayOpen(Collection<String> roles) {
    return readers.stream().anyMatch(roles::contains);
  }
}
