package cn.doublerandom.inspection.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Doing;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Recently;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was done leads to the page of what it was done to. */
class RecentVisitsTest {
  private static final String DRAW = "130534-2023001-001-1";
  private static final Person READER = new Person("JC001", "综合行政执法大队", Set.of(Roles.INSPECTOR));

  private static Recently.Line line(String type, String stream) {
    var doing = new Doing(type, stream, "JC001", LocalDate.of(2023, 6, 16), 1, 1);
    return Objects.requireNonNull(VisitActs.ALL.get(type)).line(doing, READER, Map.of());
  }

  @Test
  void a_paper_that_was_filed_leads_to_the_case_file_of_its_draw() {
    String file = VisitStreams.CASE_FILE.of(DRAW);

    for (String type : List.of("PaperFiled", "CaseFileArchived")) {
      assertThat(line(type, file).at()).isEqualTo("/inspection/ui/case-files/" + DRAW);
    }
  }

  @Test
  void a_case_file_is_no_visit_and_is_not_called_by_the_name_of_one() {
    assertThat(RecentVisits.visit(VisitStreams.CASE_FILE.of(DRAW))).isEmpty();
    assertThat(RecentVisits.visit(VisitStreams.FOLLOW_UPS.of(DRAW + "-S1"))).contains(DRAW + "-S1");
  }

  @Test
  void who_may_not_open_case_files_is_not_led_there() {
    var approver = new Person("approver", "分管领导", Set.of(Roles.APPROVER));
    var doing =
        new Doing(
            "PaperFiled",
            VisitStreams.CASE_FILE.of(DRAW),
            "JC001",
            LocalDate.of(2023, 6, 16),
            1,
            1);

    assertThat(
            Objects.requireNonNull(VisitActs.ALL.get("PaperFiled"))
                .line(doing, approver, Map.of())
                .at())
        .isEmpty();
  }
}
