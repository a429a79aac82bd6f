package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.inspection.application.VisitStory;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.pagekit.Happening;
import java.util.List;
import java.util.stream.Collectors;

/** What happened on a visit, in words. */
final class VisitTimeline {
  private VisitTimeline() {}

  static List<Happening> of(List<VisitStory.Happened> story, VisitWords words) {
    return story.stream()
        .map(happened -> {
          Said said = said(happened.event(), words);
          return Happening.of(
              said.fact(),
              happened.by(),
              happened.day().toString(),
              happened.recorded().toString(),
              said.why());
        })
        .toList();
  }

  private record Said(String fact, String why) {
    Said(String fact) {
      this(fact, "");
    }
  }

  private static Said said(VisitEvent event, VisitWords words) {
    return switch (event) {
      case VisitEvent.VisitAssigned e -> new Said(words.assigned());
      case VisitEvent.PresenceConfirmed e -> new Said(words.presence());
      case VisitEvent.InspectionStarted e -> new Said(words.started());
      case VisitEvent.TeamReassigned e ->
          new Said(words.reassigned(String.join("、", e.inspectors())));
      case VisitEvent.ChangeRefused e -> new Said(words.changeRefused(), e.why());
      case VisitEvent.ChangeTaken e -> new Said(words.changeTaken());
      case VisitEvent.MemberRecused e ->
          new Said(words.memberRecused(e.inspector(), e.from().toString()), e.reason());
      case VisitEvent.MemberKept e -> new Said(words.memberKept(e.inspector()));
      case VisitEvent.VisitCancelled e -> new Said(words.visitCancelled(), e.reason());
      case VisitEvent.VisitNotHeld e -> new Said(words.notHeld(e.windowTo().toString()));
      case VisitEvent.ItemChecked e ->
          new Said(
              words.checked(e.answer().itemCode(), codes(e.answer().codes(), words)),
              e.answer().note());
      case VisitEvent.InspectionFinished e -> new Said(words.finished(e.dueOn().toString()));
      case VisitEvent.DeadlineMoved e -> new Said(words.deadlineMoved(e.dueOn().toString()));
      case VisitEvent.DeadlineBreached e -> new Said(words.breached(e.dueOn().toString()));
      case VisitEvent.ResultRecorded e -> new Said(words.resultRecorded(codes(e.codes(), words)));
    };
  }

  static String codes(List<String> codes, VisitWords words) {
    return codes.stream()
        .map(code -> ResultCode.of(code).map(words::codeOf).orElse(code))
        .collect(Collectors.joining("；"));
  }
}
