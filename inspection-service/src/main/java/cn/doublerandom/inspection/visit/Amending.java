package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.visit.AmendmentCommand.TakeCorrection;
import cn.doublerandom.inspection.visit.AmendmentCommand.TakeWithdrawal;
import cn.doublerandom.inspection.visit.AmendmentEvent.PublicationWithdrawn;
import cn.doublerandom.inspection.visit.AmendmentEvent.ResultCorrected;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import java.util.List;

/**
 * 更正与撤销: what two people of publication decided is taken over, never judged again. Of a visit whose
 * result is not final there is nothing public, so that nothing happens to it.
 */
final class Amending {
  private Amending() {}

  static Decision<VisitEvent> decide(AmendmentCommand command, Visit visit) {
    return visit instanceof Recorded recorded && !isWithdrawn(recorded)
        ? switch (command) {
          case TakeCorrection correction -> correct(correction, recorded);
          case TakeWithdrawal(var reason, var on) -> accept(new PublicationWithdrawn(reason, on));
        }
        : accept();
  }

  private static boolean isWithdrawn(Recorded recorded) {
    return recorded.amendment() != null && recorded.amendment().withdrawn();
  }

  private static Decision<VisitEvent> correct(TakeCorrection told, Recorded recorded) {
    return told.version() > version(recorded)
        ? accept(
            new ResultCorrected(
                told.version(), told.codes(), items(told, recorded), told.reason(), told.on()))
        : accept();
  }

  private static int version(Recorded recorded) {
    return recorded.amendment() == null ? 1 : recorded.amendment().version();
  }

  /** Where they were not told they follow if there is one item. */
  private static List<Amendment.OfItem> items(TakeCorrection told, Recorded recorded) {
    List<Assignment.Item> all = recorded.finished().assignment().items();
    if (told.items() != null) {
      return told.items();
    }
    return all.size() == 1
        ? List.of(new Amendment.OfItem(all.getFirst().code(), told.codes()))
        : List.of();
  }

  static Visit after(Recorded recorded, AmendmentEvent event) {
    return switch (event) {
      case ResultCorrected(var version, var codes, var items, var reason, var on) -> {
        var since = new Amendment(version, false, codes, items, List.of(), reason, on);
        yield as(recorded, since.following(Findings.of(as(recorded, since)).waiting()));
      }
      case PublicationWithdrawn(var reason, var on) ->
          as(
              recorded,
              new Amendment(version(recorded), true, List.of(), List.of(), List.of(), reason, on));
    };
  }

  private static Recorded as(Recorded recorded, Amendment since) {
    return new Recorded(
        recorded.finished(),
        recorded.codes(),
        recorded.unit(),
        recorded.recordedOn(),
        recorded.by(),
        recorded.passed(),
        since);
  }
}
