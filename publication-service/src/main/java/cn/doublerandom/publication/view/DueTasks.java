package cn.doublerandom.publication.view;

import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.publication.notice.DrawNotice;
import cn.doublerandom.publication.notice.DueTask;
import cn.doublerandom.publication.notice.Noted;
import cn.doublerandom.publication.notice.PlanNotice;
import cn.doublerandom.publication.notice.PlanTask;
import cn.doublerandom.publication.notice.PlanVersion;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 逾期未抽取: which task of a plan was drawn; a plan and its draws may be told in any order. */
final class DueTasks {
  private final Documents<DueTaskRow, DueTask> rows;

  DueTasks(Documents<DueTaskRow, DueTask> rows) {
    this.rows = rows;
  }

  /** What a notice says of one task. */
  private record Said(String taskId, String planKey, UnaryOperator<DueTask> change) {}

  /** Folds the notices of a batch into the rows. */
  Uni<Void> fold(Collection<Noted> noted, Views batch) {
    List<Said> said = noted.stream().flatMap(notice -> said(notice).stream()).toList();
    return rows.fetch(batch, said.stream().map(Said::taskId).distinct().toList())
        .invoke(() -> said.forEach(one -> put(one, batch)));
  }

  private void put(Said said, Views batch) {
    DueTask before =
        rows.get(batch, said.taskId())
            .orElseGet(() -> DueTask.unplanned(said.taskId(), said.planKey()));
    rows.put(batch, said.taskId(), said.change().apply(before));
  }

  private static List<Said> said(Noted notice) {
    return switch (notice) {
      case PlanNotice plan -> of(plan);
      case DrawNotice draw -> of(draw);
      case Noted other -> List.of();
    };
  }

  /** One version after the other, the first first: what one missed, no later one takes back. */
  private static List<Said> of(PlanNotice plan) {
    Map<String, UnaryOperator<DueTask>> all = new LinkedHashMap<>();
    versions(plan)
        .forEach(
            version -> version.tasks().forEach(task -> all.put(plan.taskId(task), DueTask::anew)));
    versions(plan)
        .forEach(version -> {
          Map<String, PlanTask> has =
              version.tasks().stream()
                  .collect(Collectors.toMap(plan::taskId, task -> task, (one, other) -> other));
          LocalDate from = version.publishedOn();
          all.replaceAll((id, before) ->
              due -> {
                PlanTask task = has.get(id);
                DueTask then = before.apply(due);
                return task == null ? then.dropped(from) : then.planned(task, from);
              });
        });
    return all.entrySet().stream()
        .map(entry -> new Said(entry.getKey(), plan.planKey(), entry.getValue()))
        .toList();
  }

  private static List<PlanVersion> versions(PlanNotice plan) {
    return Stream.concat(plan.versionsBefore().reversed().stream(), Stream.of(plan.asVersion()))
        .toList();
  }

  private static List<Said> of(DrawNotice draw) {
    return Stream.concat(Stream.of(draw.planId() + "-" + draw.taskId()), draw.others().stream())
        .map(task ->
            new Said(
                draw.region() + "-" + task,
                draw.planKey(task.substring(0, task.lastIndexOf('-'))),
                due -> due.after(draw)))
        .toList();
  }
}
