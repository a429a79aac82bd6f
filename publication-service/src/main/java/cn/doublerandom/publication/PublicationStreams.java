package cn.doublerandom.publication;

/** Names of the publication-service's streams. */
public final class PublicationStreams {
  public static final String PLAN_NOTICE = "plan-notice-";
  public static final String PLAN_ALARM = "plan-alarm-";
  public static final String PROGRAMME_NOTICE = "programme-notice-";
  public static final String DRAW_NOTICE = "draw-notice-";
  public static final String KNOWN_SUBJECT = "known-subject-";
  public static final String ANCHOR = "anchor-";
  public static final String RESULT = "result-";

  private PublicationStreams() {}
}
