package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 每期抽查实施方案公告: what a batch will inspect, public before its draw (R28).
 *
 * @param programmeId region, plan and task number; from the second batch on the batch too
 * @param planKey region and year
 * @param batch counts from 1
 * @param formerly what it takes the place of, in the order of the days: programmes nobody was drawn
 *     by before their check days were over; absent where there was none
 */
public record ProgrammeNotice(
    String programmeId,
    String planKey,
    String planId,
    String taskId,
    int batch,
    String title,
    String documentNumber,
    List<String> items,
    LocalDate checkFrom,
    LocalDate checkTo,
    int teams,
    String training,
    String method,
    String contact,
    LocalDate approvedOn,
    LocalDate publishedOn,
    @Nullable List<Former> formerly)
    implements Noted {
  public ProgrammeNotice {
    items = List.copyOf(items);
    formerly = formerly == null ? null : List.copyOf(formerly);
  }

  /** A programme of the same batch that was public before. */
  public record Former(
      String title,
      String documentNumber,
      LocalDate checkFrom,
      LocalDate checkTo,
      LocalDate publishedOn) {}

  /** The same in the place of another. */
  ProgrammeNotice after(ProgrammeNotice other) {
    List<Former> before = new ArrayList<>(other.formerly == null ? List.of() : other.formerly);
    before.add(
        new Former(
            other.title, other.documentNumber, other.checkFrom, other.checkTo, other.publishedOn));
    return with(before);
  }

  /** Whether it says the same, whatever was public before. */
  boolean saysTheSame(ProgrammeNotice other) {
    return with(null).equals(other.with(null));
  }

  private ProgrammeNotice with(@Nullable List<Former> before) {
    return new ProgrammeNotice(
        programmeId,
        planKey,
        planId,
        taskId,
        batch,
        title,
        documentNumber,
        items,
        checkFrom,
        checkTo,
        teams,
        training,
        method,
        contact,
        approvedOn,
        publishedOn,
        before);
  }
}
