package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.KnownSubject;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subject of a draw under the name it had when the lists were frozen: whatever the register calls
 * it later, all that is published of the draw bears one name.
 *
 * @param name empty where it was never told
 * @param nameNow 现名, where the register has another by now; absent where it has not
 */
public record NamedSubject(
    String id,
    String name,
    String kind,
    String status,
    String registrar,
    LocalDate since,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nameNow) {
  /**
   * A subject a draw names.
   *
   * @param known by id; one that was never told is absent
   */
  static NamedSubject of(DrawNotice draw, String id, Map<String, KnownSubject> known) {
    KnownSubject now = KnownSubject.of(id, known);
    String frozen = draw.nameOf(id).orElse(now.name());
    boolean isRenamed = !now.name().isEmpty() && !now.name().equals(frozen);
    return new NamedSubject(
        id,
        frozen,
        now.kind(),
        now.status(),
        now.registrar(),
        now.since(),
        isRenamed ? now.name() : null);
  }
}
