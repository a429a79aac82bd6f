package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.followup.FollowUpDirectory;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.followup.OfVisit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What concerns somebody is found, however much there is of others before it. */
class OpenFollowUpsTest {
  private static final int MANY = 1_203;
  private static final LocalDate DUE = LocalDate.of(2023, 4, 7);
  private static final List<FollowUpSummary> ALL =
      IntStream.rangeClosed(1, MANY).mapToObj(OpenFollowUpsTest::summary).toList();

  private final FollowUpDirectory directory =
      new FollowUpDirectory() {
        @Override
        public CompletionStage<List<FollowUpSummary>> open(String after, int limit) {
          return CompletableFuture.completedFuture(
              ALL.stream()
                  .filter(one -> FollowUpDirectory.place(one).compareTo(after) > 0)
                  .sorted(Comparator.comparing(FollowUpDirectory::place))
                  .limit(limit)
                  .toList());
        }

        @Override
        public CompletionStage<List<FollowUpSummary>> all(String after, int limit) {
          return CompletableFuture.completedFuture(List.of());
        }
      };

  private final OpenFollowUps open = new OpenFollowUps(directory);

  /** Three are due on a day. */
  private static FollowUpSummary summary(int number) {
    var of =
        new OfVisit(
            "d-1-S%04d".formatted(number),
            "d-1",
            "S" + number,
            List.of(number % 400 == 1 ? "JC003" : "JC004"),
            List.of("大队"));
    return new FollowUpSummary(
        of, List.of(), DUE.plusDays(number / 3), false, List.of(), List.of());
  }

  private static boolean isHis(FollowUpSummary one) {
    return one.of().inspectors().contains("JC003");
  }

  @Test
  void of_more_than_a_thousand_each_that_concerns_him_is_found() {
    assertThat(open.all(OpenFollowUpsTest::isHis).await().indefinitely())
        .extracting(one -> one.of().subjectId())
        .containsExactly("S1", "S401", "S801", "S1201");
    assertThat(open.all(one -> true).await().indefinitely()).hasSize(MANY);
  }

  @Test
  void a_page_goes_on_where_the_one_before_ended() {
    List<FollowUpSummary> first =
        open.after("", 3, OpenFollowUpsTest::isHis).await().indefinitely();
    assertThat(first).extracting(one -> one.of().subjectId()).containsExactly("S1", "S401", "S801");
    assertThat(
            open.after(FollowUpDirectory.place(first.get(1)), 3, OpenFollowUpsTest::isHis)
                .await()
                .indefinitely())
        .extracting(one -> one.of().subjectId())
        .containsExactly("S801", "S1201");
  }
}
