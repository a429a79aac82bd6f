package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version of a plan that was public until it was adjusted. */
public record PlanVersion(
    int number,
    String title,
    String tableDate,
    LocalDate publishedOn,
    List<PlanTask> tasks,
    @Nullable String reason,
    @Nullable String documentNumber) {
  public PlanVersion {
    tasks = List.copyOf(tasks);
  }
}
