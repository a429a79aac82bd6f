package cn.doublerandom.servicekit.time;

/** The one stream a service keeps its holiday notices in. */
public final class CalendarStream {
  public static final String NAME = "calendar";

  private CalendarStream() {}
}
