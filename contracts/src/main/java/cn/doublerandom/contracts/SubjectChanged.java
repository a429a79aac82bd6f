package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;

/**
 * The register of subjects (检查对象名录库) has a new or changed entry; carries the whole entry.
 *
 * @param subjectId unified social credit code, or the register's own code for projects
 * @param name 名称
 * @param kind ENTERPRISE or PROJECT
 * @param labels 监管标签 and industry labels, ascending
 * @param creditRiskClass A, B, C or D; {@code NONE} where the subject has no class
 * @param status ACTIVE, SUSPENDED, CANCELLED or MOVED_OUT
 * @param registrar 登记机关
 * @param since 成立日期 or start of the works
 */
public record SubjectChanged(
    String subjectId,
    String name,
    String kind,
    List<String> labels,
    String creditRiskClass,
    String status,
    String registrar,
    LocalDate since)
    implements IntegrationEvent {}
