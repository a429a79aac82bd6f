package cn.doublerandom.publication.notice;

import cn.doublerandom.bureau.figures.AnnualCoverage;
import cn.doublerandom.bureau.figures.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A subject's public data.
 *
 * @param standing since when it was in business; absent in entries from before it was noted
 * @param corrected years in which it counts otherwise than when they ended, because of what was
 *     told after their end, ascending; absent where there is none
 */
public record KnownSubject(
    String id,
    String name,
    String kind,
    String status,
    String registrar,
    LocalDate since,
    @Nullable Standing standing,
    @Nullable List<Integer> corrected)
    implements Noted {
  /** 待核准: entered, and not agreed to; or entered by a table that was taken back since. */
  private static final String UNCONFIRMED = "UNCONFIRMED";

  public KnownSubject {
    corrected = corrected == null ? null : List.copyOf(corrected);
  }

  /** The same with another past. */
  KnownSubject with(@Nullable Standing past) {
    return new KnownSubject(id, name, kind, status, registrar, since, past, corrected);
  }

  /**
   * The same after what was known before, of which this is told on a day.
   *
   * @param toldOn absent where it is told first
   */
  KnownSubject following(KnownSubject before, @Nullable LocalDate toldOn) {
    SortedSet<Integer> years = new TreeSet<>(before.correctedYears());
    for (int year = NoticeBoard.FIRST_YEAR; toldOn != null && year < toldOn.getYear(); year++) {
      // What is told and taken back leaves the year as it ended.
      if (isCountedIn(year) != before.isCountedIn(year) && !years.remove(year)) {
        years.add(year);
      }
    }
    return new KnownSubject(
        id,
        name,
        kind,
        status,
        registrar,
        since,
        standing,
        years.isEmpty() ? null : List.copyOf(years));
  }

  /** Years in which it counts otherwise than when they ended. */
  public List<Integer> correctedYears() {
    return corrected == null ? List.of() : corrected;
  }

  /** Whether it is one of the subjects a year's coverage is measured by. */
  public boolean isCountedIn(int year) {
    return stood().isCountedOn(AnnualCoverage.referenceDay(year));
  }

  /** Whether it was one of them when the year ended. */
  public boolean wasCountedIn(int year) {
    return isCountedIn(year) != correctedYears().contains(year);
  }

  /** Since when it was in business, as far as is known. */
  public Standing stood() {
    return standing == null ? Standing.of(since, status) : standing;
  }

  /** Whether it is, or once was, an entry two people stood for: one that waits is nobody's yet. */
  public boolean wasRegistered() {
    return !status.equals(UNCONFIRMED) || undoneOn() != null;
  }

  /** Since when the table that had entered it is undone; absent where its entry stands. */
  public @Nullable LocalDate undoneOn() {
    List<Standing.Turn> turns = stood().turns();
    return status.equals(UNCONFIRMED) && turns.stream().anyMatch(Standing.Turn::counted)
        ? turns.getLast().from()
        : null;
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
