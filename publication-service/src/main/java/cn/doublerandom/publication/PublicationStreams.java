package cn.doublerandom.publication;

import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.List;
import java.util.stream.Stream;

/** Names of the publication-service's streams. */
public final class PublicationStreams {
  public static final StreamKind PLAN_NOTICE = new StreamKind("plan-notice");
  public static final StreamKind PLAN_ALARM = new StreamKind("plan-alarm");
  public static final StreamKind PROGRAMME_NOTICE = new StreamKind("programme-notice");
  public static final StreamKind BULLETIN_NOTICE = new StreamKind("bulletin-notice");
  public static final StreamKind DRAW_NOTICE = new StreamKind("draw-notice");
  public static final StreamKind KNOWN_SUBJECT = new StreamKind("known-subject");
  public static final StreamKind ANCHOR = new StreamKind("anchor");
  public static final StreamKind RESULT = new StreamKind("result");
  public static final StreamKind SIGN_IN = new StreamKind("sign-in");
  public static final StreamKind WEBHOOK = new StreamKind("webhook");
  public static final StreamKind LETTER = new StreamKind("letter");

  /** What was told of plans, programmes, bulletins, draws and those they concern. */
  private static final List<StreamKind> NOTICES =
      List.of(
          PLAN_NOTICE,
          PLAN_ALARM,
          PROGRAMME_NOTICE,
          BULLETIN_NOTICE,
          DRAW_NOTICE,
          KNOWN_SUBJECT,
          ANCHOR);

  /** What views of their own are made of: neither a notice nor a result. */
  private static final List<StreamKind> APART = List.of(SIGN_IN, LETTER, WEBHOOK);

  /** All of them: a kind that is added says what it is by its place. */
  public static final List<StreamKind> KINDS =
      Stream.of(NOTICES, List.of(RESULT), APART).flatMap(List::stream).toList();

  private PublicationStreams() {}

  /** Whether a stream tells of something that is neither a notice nor a result. */
  public static boolean isApart(String stream) {
    return APART.stream().anyMatch(kind -> kind.has(stream));
  }
}
