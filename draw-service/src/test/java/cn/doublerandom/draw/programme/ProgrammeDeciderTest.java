package cn.doublerandom.draw.programme;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ALREADY_APPROVED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_NOT_APPROVED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_OUTSIDE_WINDOW;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.programme.ProgrammeCommand.ApproveProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.DraftProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.PublishProgramme;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgrammeDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 10);
  private static final Batch FIRST = new Batch("2023001", "001", 1);

  private final DeciderSpecification<ProgrammeCommand, ProgrammeEvent, Programme> programme =
      DeciderSpecification.of(new ProgrammeDecider());

  private static DraftProgramme draft(LocalDate to) {
    return new DraftProgramme(
        new ProgrammeContent(
            "第一期", "", List.of("经营行为"), LocalDate.of(2023, 3, 20), to, 6, "集中培训", "实地检查", "法制安全科"),
        LocalDate.of(2023, 3, 1),
        LocalDate.of(2023, 11, 30),
        "张科");
  }

  private static final DraftProgramme DRAFT = draft(LocalDate.of(2023, 6, 30));

  @Test
  void a_programme_is_approved_by_another_and_public_before_anybody_is_drawn() {
    var drafted = programme.given().having(DRAFT);
    drafted.when(new PublishProgramme(FIRST, TODAY)).thenRejected(PROGRAMME_NOT_APPROVED);
    drafted.when(new ApproveProgramme("张科", TODAY)).thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    var approved = drafted.having(new ApproveProgramme("王局", TODAY));
    approved.when(DRAFT).thenRejected(PROGRAMME_ALREADY_APPROVED);
    assertThat(approved.when(new PublishProgramme(FIRST, TODAY)).state())
        .isEqualTo(new Programme.Published(DRAFT.programme(), TODAY, TODAY, Set.of("张科", "王局")));
  }

  @Test
  void its_visits_lie_within_the_window_of_the_task() {
    programme.given().when(draft(LocalDate.of(2023, 12, 1))).thenRejected(PROGRAMME_OUTSIDE_WINDOW);
    programme.given().when(draft(LocalDate.of(2023, 3, 19))).thenRejected(PROGRAMME_OUTSIDE_WINDOW);
  }
}
