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

  /** The same without a day: a stretch that is none any more, where the first day was corrected. */
  public Period without() {
    return new Period(
        subject, from, from, kind, status, riskClass, labels, region, industry, keyField, merged);
  }
}
