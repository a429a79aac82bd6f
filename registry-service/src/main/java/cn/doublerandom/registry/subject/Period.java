package cn.doublerandom.registry.subject;

import java.time.LocalDate;
import java.util.List;

/**
 * What was true of a subject from one day to another: what a scope asks for.
 *
 * @param from first day
 * @param to first day it is no longer true; {@link #OPEN} while it is
 * @param merged whether the entry stands for another one
 */
public record Period(
    String subject,
    LocalDate from,
    LocalDate to,
    SubjectKind kind,
    SubjectStatus status,
    CreditRiskClass riskClass,
    List<String> labels,
    String region,
    String industry,
    String keyField,
    boolean merged) {
  public static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

  public Period {
    labels = List.copyOf(labels);
  }

  static Period of(SubjectDetails d, LocalDate from, LocalDate to) {
    return new Period(
        d.id(),
        from,
        to,
        d.kind(),
        d.status(),
        d.creditRiskClass(),
        d.labels(),
        d.more().region(),
        d.more().industry(),
        d.more().keyField(),
        false);
  }

  Period between(LocalDate first, LocalDate end) {
    return new Period(
        subject, first, end, kind, status, riskClass, labels, region, industry, keyField, merged);
  }

  Period with(SubjectStatus changed) {
    return new Period(
        subject, from, to, kind, changed, riskClass, labels, region, industry, keyField, merged);
  }

  Period with(CreditRiskClass changed) {
    return new Period(
        subject, from, to, kind, status, changed, labels, region, industry, keyField, merged);
  }

  Period with(boolean nowMerged) {
    return new Period(
        subject, from, to, kind, status, riskClass, labels, region, industry, keyField, nowMerged);
  }
}
