package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.KnownSubject;
import java.util.List;
import java.util.Map;

/**
 * A draw with the names its subjects had in the frozen frame.
 *
 * @param known by id; one that was never told is absent
 */
public record NamedDraw(PlannedDraw planned, Map<String, KnownSubject> known) {
  /** The drawn subjects in their order; none before execution. */
  public List<NamedSubject> selected() {
    return planned.draw().selected().stream().map(this::subject).toList();
  }

  /** A subject by its id; one that was never told has its id alone. */
  public NamedSubject subject(String id) {
    return NamedSubject.of(planned.draw(), id, known);
  }
}
