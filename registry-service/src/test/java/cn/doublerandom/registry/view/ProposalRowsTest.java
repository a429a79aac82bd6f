package cn.doublerandom.registry.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.proposal.Origin;
import cn.doublerandom.registry.proposal.ProposalCodec;
import cn.doublerandom.registry.proposal.ProposalDirectory.Entry;
import cn.doublerandom.registry.proposal.ProposalDirectory.State;
import cn.doublerandom.registry.proposal.ProposalEvent;
import cn.doublerandom.registry.proposal.ProposalEvent.CreditProposalAccepted;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalChanged;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalDeclined;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalOpened;
import cn.doublerandom.registry.proposal.ProposalEvent.ProposalWithdrawn;
import cn.doublerandom.registry.proposal.ProposalEvent.ResultChangeNoted;
import cn.doublerandom.registry.proposal.ProposalEvent.StatusProposalAccepted;
import cn.doublerandom.registry.proposal.ProposalKind;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.SubjectStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What results propose is read with where it stands. */
class ProposalRowsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 4, 6);
  private static final Origin ORIGIN = new Origin("D-F", "D", "F", "道路运输股", DAY, "inspector");
  private static final ProposalOpened OPENED =
      new ProposalOpened(ProposalKind.STATUS, ORIGIN, List.of("9"), 1, "", DAY);
  private static final StatusProposalAccepted ACCEPTED =
      new StatusProposalAccepted(SubjectStatus.CANCELLED, DAY, "已办理注销登记", "registrar");

  private static Map<String, Entry> rows(ProposalEvent... events) {
    return ProjectionSpecification.of(
            new ProposalProjection(new ProposalView(), ProposalCodec.ofEvents()))
        .given(ProposalCodec.ofEvents(), RegistryStreams.PROPOSAL.of("D-F-status"), events)
        .rows("proposal_view", Entry.class);
  }

  private static Map<String, Entry> row(String code, State state, boolean changedSince) {
    return Map.of(
        "D-F-status",
        new Entry(
            "D-F-status", ProposalKind.STATUS, ORIGIN, List.of(code), state, DAY, changedSince));
  }

  @Test
  void it_waits_until_the_registrar_says_something_or_the_result_says_it_no_more() {
    assertThat(rows(OPENED)).isEqualTo(row("9", State.OPEN, false));
    assertThat(rows(OPENED, new ProposalChanged(List.of("12"), 2, "更正", DAY)))
        .isEqualTo(row("12", State.OPEN, false));
    assertThat(rows(OPENED, ACCEPTED)).isEqualTo(row("9", State.ACCEPTED, false));
    assertThat(rows(OPENED, new CreditProposalAccepted(CreditRiskClass.D, DAY, "按办法", "registrar")))
        .isEqualTo(row("9", State.ACCEPTED, false));
    assertThat(rows(OPENED, new ProposalDeclined("仍存续", "registrar")))
        .isEqualTo(row("9", State.DECLINED, false));
    assertThat(rows(OPENED, new ProposalWithdrawn(2, "更正", DAY)))
        .isEqualTo(row("9", State.WITHDRAWN, false));
  }

  @Test
  void what_was_decided_says_that_the_result_changed_since() {
    assertThat(rows(OPENED, ACCEPTED, new ResultChangeNoted(List.of(), 2, "更正", DAY)))
        .isEqualTo(row("9", State.ACCEPTED, true));
    assertThat(rows(OPENED, ACCEPTED, new ResultChangeNoted(List.of("9"), 2, "更正", DAY)))
        .isEqualTo(row("9", State.ACCEPTED, false));
  }

  @Test
  void a_change_of_what_was_never_proposed_is_no_row() {
    assertThat(rows(new ResultChangeNoted(List.of(), 2, "更正", DAY))).isEmpty();
  }
}
