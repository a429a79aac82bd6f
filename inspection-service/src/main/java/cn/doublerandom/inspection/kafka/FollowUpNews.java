package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.CaseTransferred;
import cn.doublerandom.contracts.FollowUpClosed;
import cn.doublerandom.contracts.FollowUpOpened;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.TransferAcknowledged;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.inspection.followup.FollowUp;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.followup.OfVisit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What others are told of follow-ups: opened, sent, received, closed. */
record FollowUpNews(CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps) {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  List<IntegrationEvent> of(StoredEvent event) {
    return switch (followUps.decode(event)) {
      case FollowUpEvent.FollowUpOpened(var of, var opened) -> opened(of, opened);
      case FollowUpEvent.TransferAcknowledged(var number, var receipt) -> {
        OfVisit of = visit(event);
        yield List.of(
            new TransferAcknowledged(
                of.visitId(),
                number,
                of.drawId(),
                of.subjectId(),
                receipt.receivedAs(),
                receipt.reference(),
                receipt.on()));
      }
      case FollowUpEvent.FollowUpClosed(var number, var on) -> {
        FollowUps known = after(event);
        OfVisit of = Objects.requireNonNull(known.of());
        FollowUp one = known.one(number).orElseThrow();
        yield List.of(
            new FollowUpClosed(
                of.visitId(),
                number,
                of.drawId(),
                of.subjectId(),
                one.item(),
                one.kind().name(),
                on,
                known.all().stream().noneMatch(FollowUp::open),
                one.lifted()));
      }
      case FollowUpEvent.FollowUpAlarmed e -> List.of();
      case FollowUpEvent.RecheckPlanned e -> List.of();
      case FollowUpEvent.RecheckStated e -> List.of();
      case FollowUpEvent.RectificationVerified e -> List.of();
      case FollowUpEvent.ReceiptLinkIssued e -> List.of();
      case FollowUpEvent.OrderLifted e -> List.of();
    };
  }

  private static List<IntegrationEvent> opened(OfVisit of, FollowUp one) {
    List<IntegrationEvent> told = new ArrayList<>();
    told.add(
        new FollowUpOpened(
            of.visitId(),
            one.number(),
            of.drawId(),
            of.subjectId(),
            one.item(),
            one.kind().name(),
            one.document(),
            one.dueOn(),
            one.provisional(),
            one.openedOn()));
    if (one.receiver() != null) {
      told.add(
          new CaseTransferred(
              of.visitId(),
              one.number(),
              of.drawId(),
              of.subjectId(),
              one.item(),
              one.kind().name(),
              one.document(),
              one.receiver(),
              one.openedOn()));
    }
    return told;
  }

  private OfVisit visit(StoredEvent event) {
    return Objects.requireNonNull(after(event).of());
  }

  private FollowUps after(StoredEvent event) {
    return followUps.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
  }
}
