package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;

/** Names of the publication-service's streams. */
public final class PublicationStreams {
  public static final StreamKind PLAN_NOTICE = new StreamKind("plan-notice");
  public static final StreamKind PLAN_ALARM = new StreamKind("plan-alarm");
  public static final StreamKind PROGRAMME_NOTICE = new StreamKind("programme-notice");
  public static final StreamKind DRAW_NOTICE = new StreamKind("draw-notice");
  public static final StreamKind KNOWN_SUBJECT = new StreamKind("known-subject");
  public static final StreamKind ANCHOR = new StreamKind("anchor");
  public static final StreamKind RESULT = new StreamKind("result");
  public static final StreamKind SIGN_IN = new StreamKind("sign-in");
  public static final StreamKind WEBHOOK = new StreamKind("webhook");
  public static final StreamKind LETTER = new StreamKind("letter");

  /** All of them. */
  public static final List<StreamKind> KINDS =
      List.of(
          PLAN_NOTICE,
          PLAN_ALARM,
          PROGRAMME_NOTICE,
          DRAW_NOTICE,
          KNOWN_SUBJECT,
          ANCHOR,
          RESULT,
          SIGN_IN,
          LETTER,
          WEBHOOK);

  /** What views of their own are made of: neither a notice nor a result. */
  private static final List<StreamKind> APART = List.of(SIGN_IN, LETTER, WEBHOOK);

  private PublicationStreams() {}

  /** Whether a stream tells of something that is neither a notice nor a result. */
  public static boolean isApart(String stream) {
    return APART.stream().anyMatch(kind -> kind.has(stream));
  }
}
