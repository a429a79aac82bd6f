package cn.doublerandom.draw.programme;

import static cn.doublerandom.draw.AgreementRejection.APPROVAL_NEEDS_SECOND_PERSON;
import static cn.doublerandom.draw.AgreementRejection.REASON_MISSING;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ALREADY_APPROVED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_BATCH_UNPLANNED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ITEM_TWICE;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_ITEM_UNKNOWN;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_NOT_APPROVED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_OUTSIDE_WINDOW;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_OVER;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_RETURNED;
import static cn.doublerandom.draw.ProgrammeRejection.PROGRAMME_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.programme.ProgrammeCommand.ApproveProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.DraftProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.PublishProgramme;
import cn.doublerandom.draw.programme.ProgrammeCommand.ReturnProgramme;
import cn.doublerandom.draw.programme.ProgrammeEvent.ProgrammeApproved;
import cn.doublerandom.draw.programme.ProgrammeEvent.ProgrammeDrafted;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProgrammeDeciderTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 3, 10);
  private static final PlannedBatch ONE = new PlannedBatch(1, 1, List.of());
  private static final Batch FIRST = new Batch("2023001", "001", 1);

  private final DeciderSpecification<ProgrammeCommand, ProgrammeEvent, Programme> programme =
      DeciderSpecification.of(new ProgrammeDecider());

  private static DraftProgramme draft(LocalDate to) {
    return new DraftProgramme(
        new ProgrammeContent(
            "第一期", "", List.of("经营行为"), LocalDate.of(2023, 3, 20), to, 6, "集中培训", "实地检查", "法制安全科"),
        LocalDate.of(2023, 3, 1),
        LocalDate.of(2023, 11, 30),
        ONE,
        false,
        "张科",
        TODAY);
  }

  private static DraftProgramme draft(PlannedBatch batch, String... items) {
    ProgrammeContent said = DRAFT.programme();
    return new DraftProgramme(
        new ProgrammeContent(
            said.title(),
            "",
            List.of(items),
            said.checkFrom(),
            said.checkTo(),
            said.teams(),
            said.training(),
            said.method(),
            said.contact()),
        DRAFT.windowFrom(),
        DRAFT.windowTo(),
        batch,
        false,
        "张科",
        TODAY);
  }

  /** A second batch of a task drawn once stayed a draft nobody could draw by. */
  @Test
  void a_batch_the_plan_does_not_have_is_given_no_programme() {
    programme
        .given()
        .when(draft(new PlannedBatch(2, 1, List.of()), "经营行为"))
        .thenRejected(PROGRAMME_BATCH_UNPLANNED, Map.of("field", "batch", "batches", 1));
    DraftProgramme second = draft(new PlannedBatch(2, 2, List.of()), "经营行为");
    programme.given().when(second).then(new ProgrammeDrafted(second.programme(), "张科"));
  }

  @Test
  void a_programme_names_no_item_twice_and_none_the_task_does_not_have() {
    PlannedBatch batch = new PlannedBatch(1, 1, List.of("JT-01", "经营行为", "JT-02", "车辆技术"));
    programme
        .given()
        .when(draft(batch, "经营行为", "车辆技术", "经营 行为"))
        .thenRejected(PROGRAMME_ITEM_TWICE, Map.of("field", "items", "item", "经营 行为"));
    programme
        .given()
        .when(draft(batch, "经营行为", "车辆技木"))
        .thenRejected(PROGRAMME_ITEM_UNKNOWN, Map.of("field", "items", "item", "车辆技木"));
    programme
        .given()
        .when(draft(batch, "JT-99"))
        .thenRejected(PROGRAMME_ITEM_UNKNOWN, Map.of("field", "items", "item", "JT-99"));
    for (String[] named : new String[][] {{"JT-01", "车辆技术"}, {"清单规定的全部事项"}}) {
      DraftProgramme draft = draft(batch, named);
      programme.given().when(draft).then(new ProgrammeDrafted(draft.programme(), "张科"));
    }
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
  void a_programme_that_is_returned_is_written_anew_before_anybody_approves_it() {
    var drafted = programme.given().having(DRAFT);
    drafted
        .when(new ReturnProgramme("王局", "。"))
        .thenRejected(REASON_MISSING, Map.of("field", "reason"));
    var returned = drafted.having(new ReturnProgramme("王局", "检查日期有误"));
    returned.when(new ApproveProgramme("李局", TODAY)).thenRejected(PROGRAMME_RETURNED);
    returned.when(new ReturnProgramme("李局", "检查日期有误")).thenRejected(PROGRAMME_RETURNED);
    returned.when(new PublishProgramme(FIRST, TODAY)).thenRejected(PROGRAMME_NOT_APPROVED);
    // Who thinks that it was right hands the same in again; who sent it back may then approve it.
    var again = returned.having(DRAFT);
    again.when(new ApproveProgramme("张科", TODAY)).thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    again.when(new ApproveProgramme("王局", TODAY)).then(new ProgrammeApproved("王局", TODAY));
  }

  @Test
  void what_is_approved_or_not_written_is_not_returned() {
    programme.given().when(new ReturnProgramme("王局", "检查日期有误")).thenRejected(PROGRAMME_UNKNOWN);
    programme
        .given()
        .having(DRAFT)
        .having(new ApproveProgramme("王局", TODAY))
        .when(new ReturnProgramme("李局", "检查日期有误"))
        .thenRejected(PROGRAMME_ALREADY_APPROVED);
  }

  @Test
  void its_visits_lie_within_the_window_of_the_task() {
    programme.given().when(draft(LocalDate.of(2023, 12, 1))).thenRejected(PROGRAMME_OUTSIDE_WINDOW);
    programme.given().when(draft(LocalDate.of(2023, 3, 19))).thenRejected(PROGRAMME_OUTSIDE_WINDOW);
  }

  /** Nobody could be visited by it, and it could not be replaced. */
  @Test
  void a_programme_whose_days_are_over_is_not_approved_and_may_be_drafted_again() {
    LocalDate last = LocalDate.of(2023, 6, 30);
    var drafted = programme.given().having(DRAFT);
    drafted
        .when(new ApproveProgramme("王局", last.plusDays(1)))
        .thenRejected(PROGRAMME_OVER, Map.of("field", "checkTo"));
    assertThat(drafted.when(new ApproveProgramme("王局", last)).state())
        .isInstanceOf(Programme.Approved.class);
    assertThat(
            drafted
                .having(draft(LocalDate.of(2023, 7, 31)))
                .when(new ApproveProgramme("王局", last.plusDays(1)))
                .state())
        .isInstanceOf(Programme.Approved.class);
  }

  @Test
  void visits_may_begin_and_end_with_the_window_and_last_a_day() {
    LocalDate first = LocalDate.of(2023, 3, 20);
    for (LocalDate[] window :
        new LocalDate[][] {
          {first, first}, {first.minusDays(1), first}, {first, first.plusDays(1)}
        }) {
      DraftProgramme day =
          new DraftProgramme(
              draft(first).programme(), window[0], window[1], ONE, false, "张科", TODAY);
      programme.given().when(day).then(new ProgrammeDrafted(day.programme(), "张科"));
    }
    programme
        .given()
        .when(
            new DraftProgramme(
                draft(first).programme(),
                first.plusDays(1),
                first.plusDays(9),
                ONE,
                false,
                "张科",
                TODAY))
        .thenRejected(PROGRAMME_OUTSIDE_WINDOW, Map.of("field", "checkFrom"));
  }

  @Test
  void a_draft_may_be_drafted_again_and_none_of_its_authors_approves_it() {
    var drafted = programme.given().having(DRAFT);
    drafted.when(DRAFT).then();
    DraftProgramme other = draft(LocalDate.of(2023, 7, 31));
    var again =
        drafted.having(
            new DraftProgramme(
                other.programme(), other.windowFrom(), other.windowTo(), ONE, false, "李科", TODAY));
    for (String author : List.of("张科", "李科")) {
      again.when(new ApproveProgramme(author, TODAY)).thenRejected(APPROVAL_NEEDS_SECOND_PERSON);
    }
    assertThat(again.when(new ApproveProgramme("王局", TODAY)).state())
        .isEqualTo(new Programme.Approved(other.programme(), TODAY, Set.of("张科", "李科", "王局")));
  }

  @Test
  void a_programme_nobody_drafted_is_neither_approved_nor_published() {
    programme.given().when(new ApproveProgramme("王局", TODAY)).thenRejected(PROGRAMME_UNKNOWN);
    programme.given().when(new PublishProgramme(FIRST, TODAY)).thenRejected(PROGRAMME_UNKNOWN);
  }

  @Test
  void what_was_approved_and_published_stays_so() {
    var approved = programme.given().having(DRAFT).having(new ApproveProgramme("王局", TODAY));
    approved.when(new ApproveProgramme("李局", TODAY)).then();
    assertThat(approved.when(new ApproveProgramme("李局", TODAY)).state().hands())
        .containsExactlyInAnyOrder("张科", "王局");
    var published = approved.having(new PublishProgramme(FIRST, TODAY.plusDays(1)));
    published.when(new PublishProgramme(FIRST, TODAY.plusDays(2))).then();
    published.when(new ApproveProgramme("李局", TODAY)).then();
    published.when(DRAFT).thenRejected(PROGRAMME_ALREADY_APPROVED);
    Programme known = published.when(new PublishProgramme(FIRST, TODAY)).state();
    assertThat(known.hands()).containsExactlyInAnyOrder("张科", "王局");
    assertThat(known.content()).contains(DRAFT.programme());
  }

  @Test
  void a_programme_nobody_was_drawn_by_before_its_days_were_over_gives_way_to_another() {
    LocalDate after = LocalDate.of(2023, 7, 1);
    DraftProgramme second = draft(LocalDate.of(2023, 8, 31));
    for (boolean isPublished : List.of(false, true)) {
      var approved = programme.given().having(DRAFT).having(new ApproveProgramme("王局", TODAY));
      var dead = isPublished ? approved.having(new PublishProgramme(FIRST, TODAY)) : approved;
      dead.when(later(second, false, after.minusDays(1))).thenRejected(PROGRAMME_ALREADY_APPROVED);
      dead.when(later(second, true, after)).thenRejected(PROGRAMME_ALREADY_APPROVED);
      assertThat(dead.when(later(second, false, after)).state())
          .isEqualTo(new Programme.Draft(second.programme(), Set.of("张科")));
    }
  }

  private static DraftProgramme later(DraftProgramme draft, boolean isDrawn, LocalDate day) {
    return new DraftProgramme(
        draft.programme(), draft.windowFrom(), draft.windowTo(), ONE, isDrawn, "张科", day);
  }

  @Test
  void what_a_programme_says_is_known_from_its_draft_on() {
    assertThat(new ProgrammeDecider().initial().content()).isEmpty();
    assertThat(new ProgrammeDecider().initial().hands()).isEmpty();
    Programme drafted = programme.given().when(DRAFT).state();
    assertThat(drafted.content()).contains(DRAFT.programme());
    assertThat(drafted.hands()).containsExactly("张科");
    assertThat(
            programme
                .given()
                .having(DRAFT)
                .when(new ApproveProgramme("王局", TODAY))
                .state()
                .content())
        .contains(DRAFT.programme());
  }
}
