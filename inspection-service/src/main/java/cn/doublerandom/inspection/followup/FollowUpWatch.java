package cn.doublerandom.inspection.followup;

import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.inspection.VisitStreams;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** 防止后续监管脱节 (R44): on each day somebody is to be told of, what is still open becomes a fact. */
public final class FollowUpWatch implements ProcessRules<FollowUpCommand, FollowUpEvent> {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public String name() {
    return "follow_up";
  }

  @Override
  public String streams() {
    return VisitStreams.FOLLOW_UPS.prefix();
  }

  @Override
  public List<Reaction> react(String stream, FollowUpEvent event) {
    return switch (event) {
      case FollowUpEvent.FollowUpOpened opened -> timers(stream, opened.followUp());
      case FollowUpEvent.FollowUpAlarmed alarmed -> List.of();
      case FollowUpEvent.RecheckPlanned planned -> List.of();
      case FollowUpEvent.RecheckStated stated -> List.of();
      case FollowUpEvent.RectificationVerified verified -> List.of();
      case FollowUpEvent.ReceiptLinkIssued issued -> List.of();
      case FollowUpEvent.TransferAcknowledged acknowledged -> List.of();
      // What is closed when its timer is due leads to no event.
      case FollowUpEvent.OrderLifted lifted -> List.of();
      case FollowUpEvent.FollowUpClosed closed -> List.of();
    };
  }

  private static List<Reaction> timers(String stream, FollowUp opened) {
    return opened.alarms().stream()
        .<Reaction>map(alarm ->
            new Reaction.SetTimer(
                "%s/%d/%s".formatted(stream, opened.number(), alarm.on()),
                alarm.on().atStartOfDay(SHANGHAI).toInstant()))
        .toList();
  }

  @Override
  public FollowUpCommand onDue(String timer, Instant now) {
    return new FollowUpCommand.NoteAlarms(now.atZone(SHANGHAI).toLocalDate());
  }
}
