package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.List;

/**
 * 每期抽查实施方案公告: what a batch will inspect, public before its draw (R28).
 *
 * @param programmeId region, plan and task number; from the second batch on the batch too
 * @param planKey region and year
 * @param batch counts from 1
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
    LocalDate publishedOn)
    implements Noted {
  public ProgrammeNotice {
    items = List.copyOf(items);
  }
}
