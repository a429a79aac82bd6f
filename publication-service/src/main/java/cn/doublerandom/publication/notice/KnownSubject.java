package cn.doublerandom.publication.notice;

import cn.doublerandom.bureau.figures.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subject's public data.
 *
 * @param standing since when it was in business; absent in entries from before it was noted
 */
public record KnownSubject(
    String id,
    String name,
    String kind,
    String status,
    String registrar,
    LocalDate since,
    @Nullable Standing standing)
    implements Noted {
  /** The same with another past. */
  KnownSubject with(@Nullable Standing past) {
    return new KnownSubject(id, name, kind, status, registrar, since, past);
  }

  /** Since when it was in business, as far as is known. */
  public Standing stood() {
    return standing == null ? Standing.of(since, status) : standing;
  }

  /** The known subjects in the order of the ids; one that was never told has its id alone. */
  public static List<KnownSubject> inOrder(List<String> ids, Map<String, KnownSubject> known) {
    return ids.stream().map(id -> of(id, known)).toList();
  }

  public static KnownSubject of(String id, Map<String, KnownSubject> known) {
    return known
        .getOrDefault(id, new KnownSubject(id, "", "", "", "", LocalDate.EPOCH, null))
        .with(null);
  }
}
