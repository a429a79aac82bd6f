package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.KnownSubject;
import java.util.List;
import java.util.Map;

/**
 * A draw with the names of its subjects.
 *
 * @param known by id; one that was never told is absent
 */
public record NamedDraw(PlannedDraw planned, Map<String, KnownSubject> known) {
  /** The drawn subjects in their order; none before execution. */
  public List<KnownSubject> selected() {
    return KnownSubject.inOrder(planned.draw().selected(), known);
  }

  /** A subject by its id; one that was never told has its id alone. */
  public KnownSubject subject(String id) {
    return KnownSubject.of(id, known);
  }
}
