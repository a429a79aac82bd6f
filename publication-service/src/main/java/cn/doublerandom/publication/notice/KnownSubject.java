package cn.doublerandom.publication.notice;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.figures.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subject's public data.
 *
 * @param standing since when it was in business; absent in entries from before it was noted
 * @param corrections what was told of it after a year and changed whether it counts in that year,
 *     in the order of the telling; absent where nothing was
 */
public record KnownSubject(
    String id,
    String name,
    String kind,
    String status,
    String registrar,
    LocalDate since,
    @Nullable Standing standing,
    @Nullable List<Correction> corrections)
    implements Noted {
  public KnownSubject {
    corrections = corrections == null ? null : List.copyOf(corrections);
  }

  /**
   * Told after the end of a year, and changes its figures.
   *
   * @param counts whether it counts in the year from now on; before it was the other way round
   */
  public record Correction(int year, boolean counts) {}

  /** The same with another past. */
  KnownSubject with(@Nullable Standing past) {
    return new KnownSubject(id, name, kind, status, registrar, since, past, corrections);
  }

  /**
   * The same after what was known before, of which this is told on a day.
   *
   * @param toldOn absent where it is told first
   */
  KnownSubject following(KnownSubject before, @Nullable LocalDate toldOn) {
    List<Correction> all = new ArrayList<>(before.corrected());
    for (int year = NoticeBoard.FIRST_YEAR; toldOn != null && year < toldOn.getYear(); year++) {
      LocalDate day = AnnualCoverage.referenceDay(year);
      if (stood().isCountedOn(day) != before.stood().isCountedOn(day)) {
        all.add(new Correction(year, stood().isCountedOn(day)));
      }
    }
    return new KnownSubject(
        id, name, kind, status, registrar, since, standing, all.isEmpty() ? null : all);
  }

  /** What was told of it after a year and changed that year's figures. */
  public List<Correction> corrected() {
    return corrections == null ? List.of() : corrections;
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
        .getOrDefault(id, new KnownSubject(id, "", "", "", "", LocalDate.EPOCH, null, null))
        .with(null);
  }
}
