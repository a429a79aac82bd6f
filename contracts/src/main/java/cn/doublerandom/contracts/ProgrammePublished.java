package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * The programme of a batch (每期抽查实施方案) was published, before its draw (二(二), R28).
 *
 * @param programmeId region, plan and task number; from the second batch on the batch too
 * @param planKey region and year, for example {@code 130534-2023}
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param batch counts from 1
 * @param documentNumber as printed, or empty
 * @param items what is inspected, in words
 * @param checkFrom first day of the visits
 * @param checkTo last day of the visits
 * @param teams wanted
 * @param training of the officers before the first visit
 * @param method 核查方式
 * @param contact of the office, no person's name
 * @param approvedOn Asia/Shanghai
 * @param publishedOn Asia/Shanghai
 */
public record ProgrammePublished(
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
    implements IntegrationEvent {}
