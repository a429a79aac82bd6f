package cn.doublerandom.servicekit.rest;

/** What tables are sent as. */
public final class MediaTypes {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private MediaTypes() {}
}
