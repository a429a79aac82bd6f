package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.RuleBook;
import cn.doublerandom.bureau.rules.RulePacks;
import cn.doublerandom.inspection.register.KnownItem;
import cn.doublerandom.inspection.register.KnownSubject;
import cn.doublerandom.inspection.register.Register;
import cn.doublerandom.inspection.signals.VisitTrace;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is said of a year in which nothing sets the limits of a signal. */
class MotionSignalsTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 6, 16);

  /** A register that knows nobody. */
  private enum Unknown implements Register {
    TO_ALL;

    @Override
    public CompletionStage<List<KnownSubject>> subjects(Collection<String> ids) {
      return CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<List<KnownItem>> items(Collection<String> codes) {
      return CompletableFuture.completedStage(List.of());
    }

    @Override
    public CompletionStage<List<KnownItem>> itemsToKeep(Collection<String> codes) {
      return items(codes);
    }
  }

  private static VisitTrace ended(String id) {
    return new VisitTrace(
        id,
        "d",
        "2023001",
        "001",
        "S-" + id,
        List.of("JC001", "JC002"),
        List.of("综合行政执法大队"),
        List.of(),
        List.of(),
        null,
        null,
        TODAY,
        TODAY,
        true,
        List.of(),
        Map.of(),
        0,
        0,
        null);
  }

  @Test
  void where_no_pack_sets_limits_the_visits_are_counted_all_the_same() {
    var signals =
        new MotionSignals(
            (year, most) -> CompletableFuture.completedStage(List.of(ended("1"), ended("2"))),
            Unknown.TO_ALL,
            new RuleBook(new RulePacks(List.of())));

    MotionSignals.OfYear year = signals.signals(2023, TODAY).await().indefinitely();

    assertThat(year.visits()).isEqualTo(2);
    assertThat(year.isLimited()).isFalse();
    assertThat(year.signals()).isEmpty();
  }
}
