package cn.doublerandom.inspection;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;

/** Names of the inspection-service's streams. */
public final class VisitStreams {
  public static final StreamKind VISIT = new StreamKind("visit");

  public static final StreamKind CASE_FILE = new StreamKind("case-file");

  /** What goes before a visit, by the visit's id. */
  public static final StreamKind PREPARATION = new StreamKind("preparation");

  /** The key an account signs with, by the account in small letters. */
  public static final StreamKind SIGNER = new StreamKind("signer");

  /** What follows the findings of a visit, by the visit's id. */
  public static final StreamKind FOLLOW_UPS = new StreamKind("follow-ups");

  /** 回头看 of a task, by plan and task. */
  public static final StreamKind REVISITS = new StreamKind("revisits");

  /** What was done on phones without network, by the visit's id. */
  public static final StreamKind PHONES = new StreamKind("phones");

  /** 督导单, by year, kind of signal and unit. */
  public static final StreamKind TICKET = new StreamKind("ticket");

  /** What firms say of the visits of a task that ended in a quarter, by plan, task and quarter. */
  public static final StreamKind RATINGS = new StreamKind("ratings");

  /** 年度考核, by year and unit. */
  public static final StreamKind ASSESSMENT = new StreamKind("assessment");

  /** 通报, by bureau, year and issue. */
  public static final StreamKind BULLETIN = new StreamKind("bulletin");

  /** 人员调离移交, by the number of the officer in small letters. */
  public static final StreamKind DEPARTURE = new StreamKind("departure");

  /** All of them. */
  public static final List<StreamKind> KINDS =
      List.of(
          VISIT,
          CASE_FILE,
          PREPARATION,
          SIGNER,
          FOLLOW_UPS,
          REVISITS,
          PHONES,
          TICKET,
          RATINGS,
          ASSESSMENT,
          BULLETIN,
          DEPARTURE);

  private VisitStreams() {}
}
