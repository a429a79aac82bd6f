package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.application.Rechecks.OwnRecheck;
import cn.doublerandom.inspection.application.RevisitRecords.OwnRevisit;
import cn.doublerandom.inspection.followup.RecheckVisit;
import cn.doublerandom.servicekit.waiting.Matter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who looks a second time finds it among what waits for him. */
class WaitingLooksTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 4, 3);
  private static final Map<String, String> NAMES = Map.of("S1", "路途公司");

  private static OwnRevisit revisit(boolean mine) {
    return new OwnRevisit(
        "2023001-001", "d-1-S1", "S1", List.of("JC005", "JC006"), TODAY, 0, mine, false);
  }

  @Test
  void an_order_is_looked_at_again_from_its_day_until_it_is_due() {
    var visit =
        new RecheckVisit(
            "d-1-S1-recheck-2-1", 2, LocalDate.of(2023, 4, 6), List.of("a", "b"), "c", null);
    Matter matter =
        WaitingLooks.recheck(
            new OwnRecheck(visit, "d-1-S1", "S1", LocalDate.of(2023, 4, 7)), NAMES, TODAY);
    assertThat(matter.chinese()).isEqualTo("复查“路途公司”的责令改正（4月6日起，4月7日到期）");
    assertThat(matter.due()).isEqualTo("2023-04-07");
    assertThat(matter.at()).isEqualTo("/inspection/ui/follow-ups/d-1-S1/2");
  }

  @Test
  void a_visit_is_seen_again_by_who_records_and_read_by_the_other() {
    assertThat(WaitingLooks.revisit(revisit(true), NAMES).chinese()).isEqualTo("回头看“路途公司”");
    Matter other = WaitingLooks.revisit(revisit(false), NAMES);
    assertThat(other.chinese()).isEqualTo("核对并确认“路途公司”的回头看");
    assertThat(other.at()).isEqualTo("/inspection/ui/own-revisits/2023001-001/d-1-S1");
  }
}
