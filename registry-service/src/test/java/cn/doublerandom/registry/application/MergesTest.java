package cn.doublerandom.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Subject;
import cn.doublerandom.registry.subject.SubjectCodec;
import cn.doublerandom.registry.subject.SubjectCommand;
import cn.doublerandom.registry.subject.SubjectDecider;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectEvent;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merges that meet: nobody may be left standing for somebody who stands for him. */
class MergesTest {
  private static final LocalDate MAY = LocalDate.of(2023, 5, 10);
  private static final String FIRST = "91350100M000100Y43";
  private static final String SECOND = "91130534MA1014419A";
  private static final String THIRD = "91130534MA0583325Y";

  private final InMemoryEventStore store = new InMemoryEventStore();
  private final CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects = over(store);

  private static CommandHandler<SubjectCommand, SubjectEvent, Subject> over(EventStore store) {
    return new CommandHandler<>(store, new SubjectDecider(), SubjectCodec.ofEvents());
  }

  private static CommandContext by(String actor) {
    Instant now = Instant.parse("2023-05-10T01:00:00Z");
    return new CommandContext(actor, now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  @BeforeEach
  void three_firms_are_registered() {
    Stream.of(FIRST, SECOND, THIRD)
        .forEach(id ->
            done(
                subjects
                    .handle(
                        RegistryStreams.SUBJECT.of(id),
                        new SubjectCommand.RegisterSubject(
                            firm(id), MAY, "registrar", "B1", "名录导入", null, true),
                        by("registrar"))
                    .await()
                    .indefinitely()));
  }

  private static SubjectDetails firm(String id) {
    return new SubjectDetails(
        id,
        "同名公司",
        SubjectKind.ENTERPRISE,
        List.of("道路运输"),
        CreditRiskClass.B,
        SubjectStatus.ACTIVE,
        "行政审批局",
        LocalDate.of(2018, 5, 2),
        "",
        null);
  }

  private static void done(Handled<SubjectEvent, Subject> handled) {
    assertThat(handled).isInstanceOf(Handled.Done.class);
  }

  private Handled<SubjectEvent, Subject> asked(String id, String into) {
    return new Merges(subjects)
        .request(id, into, "重复登记", MAY, by("registrar"))
        .await()
        .indefinitely();
  }

  private Handled<SubjectEvent, Subject> approved(String id) {
    return approved(id, subjects);
  }

  private static Handled<SubjectEvent, Subject> approved(
      String id, CommandHandler<SubjectCommand, SubjectEvent, Subject> subjects) {
    return new Merges(subjects).approve(id, by("approver")).await().indefinitely();
  }

  /** Approved while another does something between the look and the storing. */
  private Handled<SubjectEvent, Subject> approvedBeside(String id, Runnable other) {
    return approved(id, over(Interrupted.by(store, other)));
  }

  private boolean isMerged(String id) {
    return subjects.load(RegistryStreams.SUBJECT.of(id)).await().indefinitely().state()
        instanceof Subject.Merged;
  }

  private static void targetGone(Handled<SubjectEvent, Subject> handled) {
    assertThat(handled)
        .isEqualTo(new Handled.Refused<>(RegistryRejection.MERGE_TARGET_GONE, Map.of()));
  }

  @Test
  void of_two_firms_merged_into_each_other_at_once_one_stays() {
    done(asked(FIRST, SECOND));
    done(asked(SECOND, FIRST));

    targetGone(approvedBeside(FIRST, () -> done(approved(SECOND))));

    assertThat(isMerged(SECOND)).isTrue();
    assertThat(isMerged(FIRST)).isFalse();
  }

  @Test
  void of_three_firms_merged_in_a_ring_at_once_one_stays() {
    done(asked(FIRST, SECOND));
    done(asked(SECOND, THIRD));
    done(asked(THIRD, FIRST));

    targetGone(
        approvedBeside(
            FIRST,
            () -> {
              done(approved(SECOND));
              done(approved(THIRD));
            }));

    assertThat(Stream.of(FIRST, SECOND, THIRD).filter(id -> !isMerged(id))).containsExactly(FIRST);
  }

  @Test
  void the_approval_is_of_the_merge_that_was_looked_at() {
    done(asked(FIRST, SECOND));

    Handled<SubjectEvent, Subject> handled = approvedBeside(FIRST, () -> done(asked(FIRST, THIRD)));

    assertThat(handled)
        .isEqualTo(new Handled.Refused<>(RegistryRejection.MERGE_NOT_REQUESTED, Map.of()));
    assertThat(isMerged(FIRST)).isFalse();
  }

  @Test
  void nobody_is_merged_into_a_firm_that_is_not_there_or_stands_for_another() {
    targetGone(asked(FIRST, "91130500MA00000000"));
    done(asked(SECOND, FIRST));
    done(approved(SECOND));
    targetGone(asked(THIRD, SECOND));
  }

  @Test
  void a_merge_is_approved_and_taken_back_by_two() {
    done(asked(FIRST, SECOND));
    done(approved(FIRST));
    assertThat(isMerged(FIRST)).isTrue();
    done(
        new Merges(subjects)
            .requestUnmerge(FIRST, "经核实为两家企业", MAY, by("registrar"))
            .await()
            .indefinitely());
    done(approved(FIRST));
    assertThat(isMerged(FIRST)).isFalse();
  }
}
