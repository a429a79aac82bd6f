package cn.doublerandom.servicekit.rest;

/** What tables are sent as; which of them a file is its bytes say. */
public final class MediaTypes {
  public static final String CSV = "text/csv";
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  public static final String XLS = "application/vnd.ms-excel";
  public static final String TSV = "text/tab-separated-values";
  public static final String TEXT = "text/plain";
  public static final String BYTES = "application/octet-stream";
  public static final String FORM = "multipart/form-data";

  private MediaTypes() {}
}
