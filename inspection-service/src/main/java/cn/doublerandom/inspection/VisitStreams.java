package cn.doublerandom.inspection;

/** Names of the inspection-service's streams. */
public final class VisitStreams {
  public static final String VISIT = "visit-";

  public static final String CASE_FILE = "case-file-";

  private VisitStreams() {}
}
