package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.application.PlanStory;
import cn.doublerandom.pagekit.Happening;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a plan, in words, newest first. */
record PlanTimeline(StoryWords words, Terms terms) {
  List<Happening> of(PlanStory.Told told) {
    return told.happened().reversed().stream().map(this::line).toList();
  }

  private Happening line(PlanStory.Happened happened) {
    Said said = said(happened.event());
    return Happening.of(
        said.fact(),
        said.people().isEmpty() ? happened.by() : said.people(),
        happened.day().toString(),
        happened.recorded().toString(),
        said.why());
  }

  /**
   * @param people who did it, where it took two
   */
  private record Said(String fact, String why, String people) {
    Said(String fact, String why) {
      this(fact, why, "");
    }
  }

  private Said said(PlanEvent event) {
    return switch (event) {
      case PlanEvent.PlanImported e ->
          new Said(words.tImported(Terms.grouped(e.table().tasks().size())), "");
      case PlanEvent.TaskScopeDefined e ->
          new Said(words.tScope(e.task(), terms.scope(e.scope())), "");
      case PlanEvent.TaskQuotaAsked e ->
          new Said(words.tQuotaAsked(e.task(), terms.quota(e.quota())), e.reason());
      case PlanEvent.TaskQuotaDecided e ->
          new Said(words.tQuotaDecided(e.task(), terms.quota(e.quota())), e.reason());
      case PlanEvent.ItemJustified e -> new Said(words.tJustified(e.item()), e.reason());
      case PlanEvent.TasksCombined e ->
          new Said(
              words.tCombined(tasks(e.lead(), e.others())), e.reason(), two(e.askedBy(), e.by()));
      case PlanEvent.TasksSeparated e ->
          new Said(words.tSeparated(e.lead()), e.reason(), two(e.askedBy(), e.by()));
      case PlanEvent.CombinationAsked e ->
          new Said(
              e.others().isEmpty()
                  ? words.tSeparationAsked(e.lead())
                  : words.tCombinationAsked(tasks(e.lead(), e.others())),
              e.reason());
      case PlanEvent.DrawBegun e -> new Said(words.tDrawBegun(e.task(), e.drawId()), "");
      case PlanEvent.PlanSubmitted e -> new Said(words.tSubmitted(), "");
      case PlanEvent.PlanReturned e -> new Said(words.tReturned(), e.reason());
      case PlanEvent.PlanApproved e -> new Said(words.tApproved(), "");
      case PlanEvent.PlanReported e -> reported(e);
      case PlanEvent.PlanPublished e -> new Said(words.tPublished(), "");
      case PlanEvent.AdjustmentProposed e ->
          new Said(words.tAdjustmentProposed(Terms.grouped(e.changes().size())), e.reason());
      case PlanEvent.AdjustmentApproved e -> new Said(words.tAdjustmentApproved(), "");
      case PlanEvent.AdjustmentRejected e -> new Said(words.tAdjustmentRejected(), e.reason());
    };
  }

  private Said reported(PlanEvent.PlanReported e) {
    String number = e.documentNumber();
    return new Said(
        number == null ? words.tReported(e.to()) : words.tReportedAs(e.to(), number), "");
  }

  private String tasks(String lead, List<String> others) {
    return terms.listed(Stream.concat(Stream.of(lead), others.stream()).toList());
  }

  private String two(@Nullable String asked, String agreed) {
    return asked == null ? "" : words.twoPeople(asked, agreed);
  }
}
