package cn.doublerandom.publication.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was told and is shown. */
public sealed interface Noted {
  /**
   * 抽查工作计划公告.
   *
   * @param planKey region and year
   */
  record PlanNotice(
      String planKey,
      String issuer,
      String title,
      String tableDate,
      LocalDate publishedOn,
      List<Task> tasks)
      implements Noted {
    public PlanNotice {
      tasks = List.copyOf(tasks);
    }

    public Optional<Task> task(String planNumber, String taskNumber) {
      return tasks.stream()
          .filter(t -> t.planNumber().equals(planNumber) && t.taskNumber().equals(taskNumber))
          .findFirst();
    }
  }

  /** The row of the plans with these numbers; where no plan has it, the bare numbers. */
  static Task task(List<PlanNotice> plans, String planNumber, String taskNumber) {
    return plans.stream()
        .flatMap(plan -> plan.task(planNumber, taskNumber).stream())
        .findFirst()
        .orElseGet(() -> Task.unknown(planNumber, taskNumber));
  }

  /**
   * One row of a plan.
   *
   * @param drawType 定向抽查 or 不定向抽查
   */
  record Task(
      String planNumber,
      String planName,
      String taskNumber,
      String taskName,
      String drawType,
      String rate,
      String items,
      String scope,
      String leadUnit,
      String jointUnit,
      String drawPeriod,
      LocalDate from,
      LocalDate to) {
    /** 检查机关: the joint unit goes on site where there is one. */
    public String authority() {
      return jointUnit.isEmpty() ? leadUnit : jointUnit;
    }

    static Task unknown(String planNumber, String taskNumber) {
      return new Task(
          planNumber,
          "",
          taskNumber,
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          LocalDate.EPOCH,
          LocalDate.EPOCH);
    }
  }

  /**
   * 抽查任务公告: a draw from its commitment on.
   *
   * @param phase COMMITTED, EXECUTED or VOIDED
   * @param resultHash empty before execution
   * @param selected drawn subjects, ascending
   * @param executedOn empty before execution
   * @param voidReason empty unless voided
   */
  record DrawNotice(
      String drawId,
      String planId,
      String taskId,
      int round,
      String phase,
      long frameSize,
      String commitHash,
      String executeBy,
      String resultHash,
      List<String> selected,
      String executedOn,
      String voidReason)
      implements Noted {
    public DrawNotice {
      selected = List.copyOf(selected);
    }

    /** The same draw after it was executed. */
    public DrawNotice executed(String hash, List<String> drawn, LocalDate on) {
      return new DrawNotice(
          drawId,
          planId,
          taskId,
          round,
          "EXECUTED",
          frameSize,
          commitHash,
          executeBy,
          hash,
          drawn,
          on.toString(),
          "");
    }

    /** The same draw after it was voided. */
    public DrawNotice voided(String reason) {
      return new DrawNotice(
          drawId,
          planId,
          taskId,
          round,
          "VOIDED",
          frameSize,
          commitHash,
          executeBy,
          resultHash,
          selected,
          executedOn,
          reason);
    }
  }

  /**
   * 检查点: what another service's ledger was at one moment.
   *
   * @param size entries
   * @param root 64 hex digits
   * @param note the signed checkpoint with its cosignatures
   */
  record Anchor(String service, long size, String root, String note, Instant sealedAt)
      implements Noted {
    /** Sorts by service, then size. */
    public String id() {
      return "%s-%012d".formatted(service, size);
    }
  }

  /** A subject's public data. */
  record KnownSubject(
      String id, String name, String kind, String status, String registrar, LocalDate since)
      implements Noted {
    /** The known subjects in the order of the ids; one that was never told has its id alone. */
    public static List<KnownSubject> inOrder(List<String> ids, Map<String, KnownSubject> known) {
      return ids.stream()
          .map(id -> known.getOrDefault(id, new KnownSubject(id, "", "", "", "", LocalDate.EPOCH)))
          .toList();
    }
  }
}
