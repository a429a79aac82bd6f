package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.plan.application.PlanStory;
import cn.doublerandom.pagekit.Happening;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a plan, in words, newest first. */
record PlanTimeline(StoryWords words, Terms terms) {
  /** More cells than this no line names. */
  private static final int MOST_ANSWERS = 10;

  List<Happening> of(PlanStory.Told told) {
    List<Happening> lines = new ArrayList<>();
    Optional<PlanTable> before = Optional.empty();
    for (PlanStory.Happened happened : told.happened()) {
      if (happened.event() instanceof PlanEvent.PlanImported(var table, var by)) {
        lines.add(line(happened, imported(table, before)));
        before = Optional.of(table);
      } else {
        lines.add(line(happened, said(happened.event())));
      }
    }
    return lines.reversed();
  }

  private Happening line(PlanStory.Happened happened, Said said) {
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
      case PlanEvent.PlanImported e -> imported(e.table(), Optional.empty());
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

  /**
   * A table that was brought; a row that was changed at the desk is one with all others as before.
   */
  private Said imported(PlanTable table, Optional<PlanTable> before) {
    List<String> changed =
        before
            .filter(was -> keys(was).equals(keys(table)))
            .map(was -> changed(was, table))
            .orElse(List.of());
    return changed.isEmpty()
        ? new Said(words.tImported(Terms.grouped(table.tasks().size())), answers(table))
        : new Said(words.tEdited(terms.listed(changed)), "");
  }

  private static List<String> keys(PlanTable table) {
    return table.tasks().stream().map(PlanTask::key).toList();
  }

  private static List<String> changed(PlanTable was, PlanTable is) {
    return is.tasks().stream()
        .filter(task -> !was.tasks().contains(task))
        .map(PlanTask::key)
        .toList();
  }

  /** What people said where the table said nothing that can be read; it is not the table's word. */
  private String answers(PlanTable table) {
    List<PlanTable.Decision> answers = Objects.requireNonNullElse(table.decisions(), List.of());
    return answers.isEmpty()
        ? ""
        : words.tAnswered(
            terms.listed(
                answers.stream()
                    .limit(MOST_ANSWERS)
                    .map(one -> words.tAnswer(one.row(), one.column(), one.text(), stood(one)))
                    .toList()));
  }

  /** What the file says there, in words; empty where nobody knows. */
  private String stood(PlanTable.Decision answer) {
    String cell = answer.stood();
    return cell == null ? "" : cell.isEmpty() ? words.tStoodNothing() : words.tStood(cell);
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
    return asked == null ? "" : Happening.two(asked, agreed);
  }
}
