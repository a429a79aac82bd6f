package cn.doublerandom.draw.view;

import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownItem;
import cn.doublerandom.draw.register.KnownEntry.KnownSubject;
import cn.doublerandom.draw.register.Register;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class RegisterView implements Register {
  private static final int MOST_SUBJECTS = 1_000_000;
  private static final int MOST_INSPECTORS = 8_192;
  private static final int MOST_ITEMS = 10_000;

  final Documents<KnownSubjectRow, KnownSubject> subjects =
      new Documents<>(KnownSubjectRow.class, "known_subject_view", KnownSubject.class);
  final Documents<KnownInspectorRow, KnownInspector> inspectors =
      new Documents<>(KnownInspectorRow.class, "known_inspector_view", KnownInspector.class);
  final Documents<KnownItemRow, KnownItem> items =
      new Documents<>(KnownItemRow.class, "known_item_view", KnownItem.class);
  final Documents<LoadRow, Load> loads = new Documents<>(LoadRow.class, "load_view", Load.class);
  final Documents<DrawnSubjectRow, DrawnOn> drawn =
      new Documents<>(DrawnSubjectRow.class, "drawn_subject_view", DrawnOn.class);

  /** The draws one subject was drawn in, by draw. */
  record DrawnOn(String subject, Map<String, LocalDate> days) {
    Drawn in(int year) {
      return new Drawn(
          (int) days.values().stream().filter(day -> day.getYear() == year).count(),
          days.values().stream().max(LocalDate::compareTo).orElse(LocalDate.EPOCH));
    }
  }

  /** Visits an inspector was assigned in a year; the row's id is {@code year-inspector}. */
  record Load(int year, String inspector, int visits) {
    static String id(int year, String inspector) {
      return year + "-" + inspector;
    }
  }

  @Override
  public CompletionStage<Snapshot> snapshot(LocalDate day) {
    int year = day.getYear();
    // One after the other: a reactive session serves one query at a time.
    return subjects
        .page("", MOST_SUBJECTS)
        .thenCompose(known ->
            inspectors
                .page("", MOST_INSPECTORS)
                .thenCompose(people ->
                    items
                        .page("", MOST_ITEMS)
                        .thenCompose(claimed ->
                            loadsOf(year)
                                .thenCompose(visits ->
                                    drawnBy(year)
                                        .thenApply(drawnBy ->
                                            new Snapshot(
                                                known.stream().map(s -> s.asOf(day)).toList(),
                                                people,
                                                claimed,
                                                visits,
                                                drawnBy))))));
  }

  private CompletionStage<Map<String, Drawn>> drawnBy(int year) {
    return drawn
        .page("", MOST_SUBJECTS)
        .thenApply(rows -> {
          Map<String, Drawn> days = new HashMap<>();
          rows.forEach(row -> {
            if (!row.days().isEmpty()) {
              days.put(row.subject(), row.in(year));
            }
          });
          return days;
        });
  }

  private CompletionStage<Map<String, Integer>> loadsOf(int year) {
    return loads
        .where("id like ?1", year + "-%", MOST_INSPECTORS)
        .thenApply(rows -> {
          Map<String, Integer> visits = new HashMap<>();
          rows.forEach(load -> visits.put(load.inspector(), load.visits()));
          return visits;
        });
  }

  @Override
  public CompletionStage<List<KnownInspector>> inspectors() {
    return inspectors.page("", MOST_INSPECTORS);
  }

  @Override
  public CompletionStage<List<KnownItem>> items() {
    return items.page("", MOST_ITEMS);
  }

  @Override
  public CompletionStage<Counts> counts() {
    return snapshot(LocalDate.EPOCH)
        .thenApply(s ->
            new Counts(
                s.subjects().size(),
                s.inspectors().size(),
                s.items().stream().filter(KnownItem::claimed).count(),
                s.inspectors().stream().mapToLong(i -> i.recusals().size()).sum()));
  }
}
